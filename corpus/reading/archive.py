"""Opening a ZIP archive that came from outside: looked at before anything of it is unpacked.

Nothing is ever written to disk, so links and absolute or upward names in it lead nowhere. ``zipfile`` reads no more of
a part than the archive says that it holds, so what it says can be believed.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

from corpus.errors import UnreadableArticle

MOST_UNPACKED = 50_000_000
MOST_TIMES = 100
MOST_PARTS = 5_000
_DAMAGED = "the file is damaged or cut short; open it in Word and save it again"
_XML = (".xml", ".rels")


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive in ``content``, when unpacking it is harmless.

    Raises ``UnreadableArticle`` when it is damaged, protected, unpacks to more than 50 MB or to 100 times its size, or
    when one of its XML parts declares entities, which no office file needs.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise UnreadableArticle(_DAMAGED) from None
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS:
        raise UnreadableArticle(f"the file holds {len(parts):,} parts; save the article's text in a new one")
    if unpacked > MOST_UNPACKED or unpacked > MOST_TIMES * len(content):
        raise UnreadableArticle(
            f"the file unpacks to {unpacked / 1e6:,.0f} MB, {unpacked // len(content):,} times its size; "
            "save the article's text in a new one, without its pictures"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableArticle("the file is protected by a password; save it without one")
    for part in parts:
        if part.filename.endswith(_XML) and b"<!DOCTYPE" in read_part(archive, part):
            raise UnreadableArticle("the file declares XML entities, which no Word file needs; save it again in Word")
    return archive


def read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo | str) -> bytes:
    """What a part holds; UnreadableArticle where it is damaged or missing."""
    try:
        return archive.read(part)
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError, NotImplementedError, OSError):
        raise UnreadableArticle(_DAMAGED) from None
    except Exception as error:  # zlib.error and its like, of every way to compress
        raise UnreadableArticle(_DAMAGED) from error
