"""What the first bytes of a file say it is, where that is not what its name says."""

from __future__ import annotations

import re

_SIGNATURES = (
    (
        b"\xd0\xcf\x11\xe0",
        "an old or password-protected Office file",
        "open it and save it as .docx without a password",
    ),
    (b"{\\rtf", "a rich-text file", "save it as .docx"),
    (b"\x89PNG", "a picture", "type out its words"),
    (b"\xff\xd8\xff", "a picture", "type out its words"),
    (b"GIF8", "a picture", "type out its words"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it first"),
    (b"Rar!", "a compressed file", "unpack it first"),
)
_PACKED = tuple(each for each in _SIGNATURES if each[1] == "a compressed file")
_OFFICE = _SIGNATURES[0][0]
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*(?:<!doctype\s+html|<html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 1024


def other_format(content: bytes, suffix: str) -> str:
    """Why ``content`` cannot be read as a ``suffix`` file, as the end of a line that says what to do; else empty."""
    head = content[:_LOOKED_AT]
    if suffix == ".pdf":
        return "" if b"%PDF-" in head else _instead_of("PDF", head)
    if suffix == ".docx":
        return "" if head.startswith(b"PK\x03\x04") else _instead_of("Word file", head)
    if head.lstrip().startswith(b"%PDF-"):
        return "this is a PDF: name it .pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"word/document.xml" in content:
            return "this is a Word file: name it .docx"
        return "this is a ZIP archive, not a text file; save the article as plain text (UTF-8) first"
    if suffix in (".txt", ".text", ".md", ".markdown") and _HTML.match(head):
        return "this is a page in HTML: name it .html"
    return _known(head, "text file")


def instead_of_rows(content: bytes) -> str:
    """Why ``content`` cannot hold rows of text, as CSV and JSON have them: a line that says what to do; else empty.

    What it is by its first bytes alone: one that merely holds signs of no text is not looked for here.
    """
    head = content[:_LOOKED_AT]
    if head.startswith(b"PK\x03\x04"):
        return "this is a ZIP archive, as .xlsx and .ods files are, and no rows of text; save the sheet as CSV (UTF-8)"
    if head.startswith(_OFFICE):
        return "this is an old or password-protected Office file, and no rows of text; save the sheet as CSV (UTF-8)"
    if head.startswith(b"PAR1"):
        return "this is Parquet, whatever its name says; write its rows as CSV or JSONL"
    if head.startswith(b"SQLite format 3\0"):
        return "this is an SQLite database, and no rows of text; write its rows as CSV or JSONL"
    if head.startswith(b"%PDF-"):
        return "this is a PDF, and no rows of text; check which file it is"
    if _HTML.match(head):
        return "this is a page in HTML, and no rows of text; save the file that it links to"
    for signature, what, todo in _PACKED:
        if head.startswith(signature):
            return f"this is {what}, and no rows of text; {todo}"
    return ""


def _known(head: bytes, wanted: str) -> str:
    for signature, what, todo in _SIGNATURES:
        if head.startswith(signature):
            return f"this is {what}, not a {wanted}; {todo}"
    return ""


def _instead_of(wanted: str, head: bytes) -> str:
    if known := _known(head, wanted):
        return known
    if b"%PDF-" in head:
        return "this is a PDF: name it .pdf"
    if head.startswith(b"PK\x03\x04"):
        return f"this is a ZIP archive, not a {wanted}; check what it is"
    if _HTML.match(head):
        return "this is a page in HTML: name it .html"
    return f"this is not a {wanted}, or a damaged one; open it and save it again"
