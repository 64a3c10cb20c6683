"""A reference file read, whatever it is called: its encoding and its format show in its content."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from annotator.citations.reference_files.csl_json import read_csl_json
from annotator.citations.reference_files.model import FORMAT_WORDS, Format, References
from annotator.citations.reference_files.nbib import read_nbib
from annotator.citations.reference_files.ris import read_ris
from annotator.errors import UnreadableReferences

LARGEST_FILE = 200_000_000
"""Bytes. A hundred thousand records with their abstracts."""


def _read_bibtex(text: str) -> References:
    from annotator.citations.reference_files.bibtex import read_bibtex  # its libraries are needed for no other format

    return read_bibtex(text)


_READERS: dict[Format, Callable[[str], References]] = {
    Format.RIS: read_ris,
    Format.NBIB: read_nbib,
    Format.BIBTEX: _read_bibtex,
    Format.CSL_JSON: read_csl_json,
}
_SIGNS = (
    (Format.CSL_JSON, re.compile(r"\s*[\[{]\s*[\]{\"\[]")),
    (Format.NBIB, re.compile(r"^\s?PMID\s{0,3}- *\d", re.MULTILINE)),
    (Format.RIS, re.compile(r"^\s{0,3}(?:TY[ \t]{0,3}-|(?:T1|TI|AU|A1|ER)[ \t]{1,3}-)", re.MULTILINE)),
    (Format.BIBTEX, re.compile(r"^[ \t]*@\w+\s*[{(]", re.MULTILINE)),
)
"""What shows a format, sought in this order among those that are in the file; the one that stands first counts."""

_A_START = 20_000
_KNOWN = "RIS, PubMed (NBIB), BibTeX and CSL-JSON are read"


def read_references(content: bytes, name: str = "the file") -> References:
    """The works in a reference file, with what was refused and remarks on the file as a whole.

    Raises UnreadableReferences for what is no reference file; ``name`` is what to call it.
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableReferences(f"{name} is larger than {LARGEST_FILE // 1_000_000} MB: export it in parts")
    text, remark = _text(content, name)
    text = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if not text.strip():
        raise UnreadableReferences(f"{name} is empty: export the references again")
    found = _READERS[_format(text, name)](text)
    if remark:
        found.remarks.append(remark)
    if not found.read:
        raise UnreadableReferences(
            f"{name} holds no record: it looks like {FORMAT_WORDS[found.format]}, but nothing in it can be read"
        )
    if found.counted != found.read:
        found.remarks.append(
            f"the file seems to hold {found.counted:,} records, and {found.read:,} were found: compare them"
        )
    return found


def _format(text: str, name: str) -> Format:
    if _SIGNS[0][1].match(text):
        return Format.CSL_JSON
    for end in (_A_START, len(text)):  # the other formats' signs are not sought in all of a long file
        places = {form: found.start() for form, sign in _SIGNS[1:] if (found := sign.search(text, 0, end))}
        if places:
            return min(places, key=places.__getitem__)
    raise UnreadableReferences(f"{name} is no reference file: {_KNOWN}")


def _text(content: bytes, name: str) -> tuple[str, str]:
    """The text, and a remark where some of it is in another encoding than UTF-8.

    Files put together from several exports have lines in several encodings: each line is read by itself.
    """
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableReferences(f"{name} is in UTF-32: export it as UTF-8")
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in content and not utf16:
        raise UnreadableReferences(f"{name} is no text: {_KNOWN}")
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig"), ""
    except UnicodeDecodeError:
        if utf16:
            raise UnreadableReferences(f"{name} is broken UTF-16: export it as UTF-8") from None
    lines, odd = [], 0
    for line in content.removeprefix(codecs.BOM_UTF8).split(b"\n"):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            odd += 1
            lines.append(_western(line))
    these = "1 line is not UTF-8 and was" if odd == 1 else f"{odd:,} lines are not UTF-8 and were"
    return "\n".join(lines), f"{these} read as cp1252: check the accents and signs such as µ"


def _western(line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")
