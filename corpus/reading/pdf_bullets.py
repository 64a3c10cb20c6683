"""Bullets that a page of a PDF draws as small shapes, as browsers print them: no text tells of these."""

from __future__ import annotations

from typing import Any

from corpus.reading.pdf_lines import Matrix, PdfLine

_PAINTS = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"})
_SHOWS = _PAINTS | {b"Do", b"sh", b"INLINE IMAGE", b"EI", b"BI"}
_PATH = {b"m": 2, b"l": 2, b"c": 6, b"v": 4, b"y": 4}  # how many numbers each has
_SMALLEST, _LARGEST = 1.0, 8.0  # points
_SQUARE = 1.4  # the longer side to the shorter
_MOST = 5_000  # of a page; a drawing of so many dots is no list


class Drawn:
    """The small round or square shapes of one page."""

    def __init__(self) -> None:
        self.anything = False  # a shape or a picture
        self._points: list[tuple[float, float]] = []
        self._middles: list[tuple[float, float]] = []

    def take(self, operator: Any, operands: Any, cm: Matrix, tm: Matrix) -> None:
        """One operation of the page, as pypdf tells it before it runs."""
        del tm  # of text
        self.anything = self.anything or operator in _SHOWS
        if operator in _PATH and len(operands) == _PATH[operator]:
            numbers = [float(number) for number in operands]
            self._points += [_placed(x, y, cm) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        elif operator == b"re" and len(operands) == 4:
            x, y, width, height = (float(number) for number in operands)
            self._points += [_placed(x, y, cm), _placed(x + width, y + height, cm)]
        elif operator in _PAINTS:
            self._end_shape()
        elif operator == b"n":
            self._points.clear()

    def beside(self, line: PdfLine) -> PdfLine:
        """``line``, with word of whether a bullet is drawn right before it."""
        has_bullet = any(
            0.2 * line.size < line.x - x < 2.2 * line.size and -0.1 * line.size < y - line.y < 0.8 * line.size
            for x, y in self._middles
        )
        return line._replace(has_bullet=has_bullet)

    def _end_shape(self) -> None:
        is_triangle = len(set(self._points)) == 3  # what opens a part of a page
        if self._points and not is_triangle and len(self._middles) < _MOST:
            xs, ys = [x for x, _ in self._points], [y for _, y in self._points]
            small, large = sorted((max(xs) - min(xs), max(ys) - min(ys)))
            if small >= _SMALLEST and large <= min(_LARGEST, _SQUARE * small):
                self._middles.append(((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2))
        self._points.clear()


def _placed(x: float, y: float, cm: Matrix) -> tuple[float, float]:
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]
