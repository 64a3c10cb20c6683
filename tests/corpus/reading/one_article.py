"""One article in every format: the blocks that the cut finds in a text, written as a page, a Word file and a PDF."""

from __future__ import annotations

from html import escape
from io import BytesIO
from itertools import groupby

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

from corpus.layout.blocks import Block, Part
from corpus.layout.walk import find_blocks
from tests.corpus.reading.making import new_document, word_file

HEADER = "Health Daily, the journal of claims"
_TABLE = (Part.TABLE_HEADER, Part.TABLE_ROW)


def as_markdown(text: str) -> str:
    """The text with its blocks marked."""
    parts = []
    for part, blocks in _groups(text):
        lines = [_one_line(text, block) for block in blocks]
        if part in _TABLE:
            rows = [f"| {' | '.join(_cells(line))} |" for line in lines]
            parts.append("\n".join([rows[0], "|---|", *rows[1:]]))
        elif part is Part.ITEM:
            parts.append(
                "\n".join(f"{'  ' * (block.depth - 1)}- {line}" for block, line in zip(blocks, lines, strict=True))
            )
        else:
            mark = "# " if part is Part.TITLE else "## " if part is Part.HEADING else ""
            parts.append("\n\n".join(mark + line for line in lines))
    return "\n\n".join(parts) + "\n"


def as_page(text: str) -> bytes:
    """A page around the text."""
    body = []
    for part, blocks in _groups(text):
        lines = [escape(_one_line(text, block)) for block in blocks]
        if part in _TABLE:
            rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(line))}</tr>" for line in lines)
            body.append(f"<table><caption></caption>{rows}</table>")
        elif part is Part.ITEM:
            body.append(f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>")
        else:
            tag = {Part.TITLE: "h1", Part.HEADING: "h2"}.get(part, "p")
            body.append("".join(f"<{tag}>{line}</{tag}>" for line in lines))
    around = "<nav><a href=/>Home</a></nav>", f"<footer><p>{HEADER}</p></footer>"
    return f"<!doctype html><meta charset=utf-8><body>{around[0]}<article>{''.join(body)}</article>{around[1]}".encode()


def as_word(text: str) -> bytes:
    """A Word file of the text."""
    document = new_document()
    document.sections[0].header.paragraphs[0].text = HEADER
    for part, blocks in _groups(text):
        lines = [_one_line(text, block) for block in blocks]
        if part in _TABLE:
            rows = [_cells(line) for line in lines]
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=False):
                    cell.text = words
        for line in [] if part in _TABLE else lines:
            if part in (Part.TITLE, Part.HEADING):
                document.add_heading(line, 0 if part is Part.TITLE else 1)
            else:
                document.add_paragraph(line, style="List Bullet" if part is Part.ITEM else None)
    return word_file(document)


def as_pdf(text: str, columns: int = 1) -> bytes:
    """A PDF of the text, with a header and the number on every page."""
    styles = getSampleStyleSheet()
    plain = ParagraphStyle("plain", styles["Normal"], spaceAfter=6)
    item = ParagraphStyle("item", plain, leftIndent=14, bulletIndent=4)
    looks = {Part.TITLE: styles["Title"], Part.HEADING: styles["Heading2"]}
    flow: list[Flowable] = []
    for part, blocks in _groups(text):
        lines = [escape(_one_line(text, block), quote=False) for block in blocks]
        if part in _TABLE:
            flow.append(Table([[Paragraph(cell, styles["Normal"]) for cell in _cells(line)] for line in lines]))
        elif part is Part.ITEM:
            flow += [Paragraph(line, item, bulletText="•") for line in lines]
        else:
            flow += [Paragraph(line, looks.get(part, plain)) for line in lines]
    file = BytesIO()
    made = BaseDocTemplate(file, pagesize=A4, invariant=True)
    width = 480 / columns
    frames = [Frame(55 + n * width, 60, width - 10, 720) for n in range(columns)]
    made.addPageTemplates([PageTemplate(frames=frames, onPage=_around)])
    made.build(flow)
    return file.getvalue()


def _around(canvas, document) -> None:  # type: ignore[no-untyped-def]  # reportlab has no types
    canvas.setFont("Helvetica", 8)
    canvas.drawString(60, 815, HEADER)
    canvas.drawString(280, 25, f"Page {document.page}")


def _groups(text: str) -> list[tuple[Part, list[Block]]]:
    """Blocks of one part that stand together; a table begins with its header."""
    groups: list[tuple[Part, list[Block]]] = []
    for part, blocks in groupby(find_blocks(text), key=lambda block: block.part):
        if part is Part.TABLE_ROW and groups and groups[-1][0] is Part.TABLE_HEADER:
            groups[-1][1].extend(blocks)
        else:
            groups.append((part, list(blocks)))
    return groups


def _one_line(text: str, block: Block) -> str:
    return " ".join(text[block.start : block.end].split())


def _cells(line: str) -> list[str]:
    """The cells of a row; where the text lost their borders, its first word and the rest."""
    return [cell.strip() for cell in (line.split("|") if "|" in line else line.split(" ", 1))]
