"""Hidden text of a Word file, which nobody sees on its pages: taken out before it is read.

A run is hidden by its own properties, or by those of its style or its paragraph's; the nearest that says so counts.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from corpus.reading.archive import read_part

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_WITH_TEXT = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_OFF = ("0", "false", "off")
_MOST_BASES = 20


def without_hidden(archive: zipfile.ZipFile, content: bytes) -> bytes:
    """``content``, the file that ``archive`` was opened from, without its hidden text; as it is where there is none."""
    names = set(archive.namelist())
    parts = {name: read_part(archive, name) for name in (*_WITH_TEXT, _STYLES) if name in names}
    if not any(b"vanish" in part for part in parts.values()):
        return content
    hidden_styles = _hidden_styles(parts.pop(_STYLES, b""))
    changed = {name: _without_hidden(part, hidden_styles) for name, part in parts.items()}
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        for name in dict.fromkeys(archive.namelist()):
            copy.writestr(name, changed[name] if name in changed else read_part(archive, name))
    return made.getvalue()


def _without_hidden(part: bytes, hidden_styles: dict[str, bool]) -> bytes:
    root = _parsed(part)
    if root is None:
        return part
    for run in list(root.iter(f"{_W}r")):
        if _is_hidden(run, hidden_styles) and (parent := run.getparent()) is not None:
            parent.remove(run)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _is_hidden(run: etree._Element, hidden_styles: dict[str, bool]) -> bool:
    own = run.find(f"{_W}rPr/{_W}vanish")
    if own is not None:
        return _is_on(own)
    paragraph = next(run.iterancestors(f"{_W}p"), None)
    styles = (
        run.find(f"{_W}rPr/{_W}rStyle"),
        None if paragraph is None else paragraph.find(f"{_W}pPr/{_W}pStyle"),
    )
    named = (style.get(f"{_W}val", "") for style in styles if style is not None)
    return next((hidden_styles[name] for name in named if name in hidden_styles), False)


def _hidden_styles(part: bytes) -> dict[str, bool]:
    """The styles that say whether their text is hidden, or are based on one that does."""
    root = _parsed(part)
    if root is None:
        return {}
    styles = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
    found: dict[str, bool] = {}
    for name in styles:
        vanish = (style.find(f"{_W}rPr/{_W}vanish") for style in _with_bases(name, styles))
        said = next((element for element in vanish if element is not None), None)
        if said is not None:
            found[name] = _is_on(said)
    return found


def _with_bases(name: str, styles: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """The style called ``name``, then those that it is based on."""
    for _ in range(_MOST_BASES):
        style = styles.get(name)
        if style is None:
            return
        yield style
        base = style.find(f"{_W}basedOn")
        name = "" if base is None else base.get(f"{_W}val", "")


def _is_on(element: etree._Element) -> bool:
    return element.get(f"{_W}val", "1").lower() not in _OFF


def _parsed(part: bytes) -> etree._Element | None:
    """The part; None where it is no XML, which whoever reads it next tells."""
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
