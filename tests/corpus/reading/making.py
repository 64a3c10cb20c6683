"""Files to read, made here: Word files and archives."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.document import Document

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'


def word_file(document: Document) -> bytes:
    """The bytes of a document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def new_document() -> Document:
    """An empty document that says nothing about itself."""
    document = docx.Document()
    document.core_properties.author = document.core_properties.title = ""
    return document


def bare_word_file(body: str, **parts: str) -> bytes:
    """The least that is a Word file, with this XML in its body, and more parts by their names under ``word/``."""
    return archive(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def archive(parts: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()
