"""Many articles cut at once, in programs of their own beside this one: a page that waits for them stops nobody else.

A program gets a batch of rows on its stdin and answers with their cuts on its stdout. It ends when its stdin does, so
that none is left over, however this program ends.
"""

from __future__ import annotations

import os
import pickle  # what is read with it was written by programs of ours alone
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, TypeAlias

from corpus.errors import CutStopped
from corpus.model import Amount, Claim, Context, Cue, CueName, Kind, Span
from corpus.reading.bulk import Row
from corpus.reading.naming import slug_for, title_among
from corpus.remarks import remarks_on
from corpus.units import split_text

_SERVE = "from corpus.bulk import serve; serve()"
_ROOT = str(Path(__file__).resolve().parents[1])


@dataclass(frozen=True, slots=True)
class CutRow:
    """A row whose article has its title and slug, with its cut and what is odd about it."""

    row: Row
    claims: list[Claim]
    remarks: tuple[str, ...]


def cut_row(row: Row) -> CutRow:
    """The cut of a row's article, by the rules alone: the same claims as ``split_claims`` gives, and faster."""
    article = row.article
    claims = split_text(article.text)
    title = article.title or title_among([(claim.kind, claim.text) for claim in claims], article.text)
    article = replace(article, title=title, slug=article.slug or slug_for(title))
    return CutRow(replace(row, article=article), claims, (*article.warnings, *remarks_on(article.text, claims)))


def cut_batches(batches: Iterable[Sequence[Row]], most: int = 1) -> Generator[list[CutRow], None, None]:
    """Each batch, cut, in order. While the caller keeps one, at ``most`` so many programs have one more in hand each.

    Raises CutStopped when a program ends before its work. Closing the iterator ends the programs.
    """
    with ExitStack() as stack:
        idle: list[_Cutter] = []
        busy: deque[_Cutter] = deque()
        for batch in batches:
            answer = None
            if len(busy) == most:
                answer = busy[0].receive()
                idle.append(busy.popleft())
            cutter = idle.pop() if idle else stack.enter_context(_Cutter())
            cutter.send(batch)
            busy.append(cutter)
            if answer is not None:
                yield answer
        while busy:
            yield busy.popleft().receive()


def programs() -> int:
    """How many programs are worth starting: one processor is the caller's, and it keeps no more than two busy."""
    return max(1, min(2, (os.cpu_count() or 2) - 1))


def serve() -> None:
    """Be one of the programs: cut each batch that comes on stdin, until no more does."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever prints must not spoil an answer
    while (batch := _received(requests)) is not None:
        try:
            _send(answers, [_packed(cut_row(row)) for row in batch])
        except BrokenPipeError:  # nobody waits for it any more: end at once, without a word
            os._exit(1)


class _Cutter:
    """A program that cuts. It gets no Ctrl-C: who is asked to stop is the one that started it."""

    def __init__(self) -> None:
        program = f"import sys; sys.path[:] = {[_ROOT, *sys.path]!r}; {_SERVE}"
        process = subprocess.Popen(  # noqa: S603 - our own program, nothing of it from outside
            [sys.executable, "-I", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - for mypy: they are PIPEs
        self._process, self._requests, self._answers = process, process.stdin, process.stdout

    def __enter__(self) -> _Cutter:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()  # it holds nothing that could be lost
        with suppress(BrokenPipeError):  # half of a batch was on its way
            self._requests.close()
        self._answers.close()
        self._process.wait()

    def send(self, batch: Sequence[Row]) -> None:
        try:
            _send(self._requests, list(batch))
        except BrokenPipeError as error:
            raise CutStopped(_STOPPED) from error

    def receive(self) -> list[CutRow]:
        answer = _received(self._answers)
        if answer is None:
            raise CutStopped(_STOPPED)
        return [_unpacked(*packed) for packed in answer]


PackedClaim: TypeAlias = tuple[int, int, str, bool, int, list[tuple[str, int, int, Amount | str]]]
Packed: TypeAlias = tuple[Row, list[PackedClaim], list[Context], tuple[str, ...]]
_KINDS = {kind.value: kind for kind in Kind}
_CUES = {name.value: name for name in CueName}
_STOPPED = "the program that cuts the texts was stopped, perhaps for want of memory: what was added is kept; try again"


def _packed(cut: CutRow) -> Packed:
    """``cut`` in plain tuples, which take a tenth of the time to send. A claim's words are in the article."""
    contexts: dict[Context, int] = {}
    claims: list[PackedClaim] = [
        (
            *(claim.span.start, claim.span.end, claim.kind.value, claim.check_worthy),
            contexts.setdefault(claim.context, len(contexts)),
            [(cue.name.value, cue.span.start, cue.span.end, cue.detail) for cue in claim.cues],
        )
        for claim in cut.claims
    ]
    return cut.row, claims, list(contexts), cut.remarks


def _unpacked(row: Row, packed: list[PackedClaim], contexts: list[Context], remarks: tuple[str, ...]) -> CutRow:
    text = row.article.text
    claims = [
        Claim(
            *(Span(start, end), _KINDS[kind], worthy, text[start:end], contexts[context]),
            tuple(Cue(_CUES[name], Span(first, last), detail) for name, first, last, detail in cues),
        )
        for start, end, kind, worthy, context, cues in packed
    ]
    return CutRow(row, claims, remarks)


def _send(pipe: IO[bytes], value: object) -> None:
    pickle.dump(value, pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def _received(pipe: IO[bytes]) -> list[Any] | None:
    """What comes next; None where the other side has ended."""
    try:
        found: list[Any] = pickle.load(pipe)  # noqa: S301 - see above
    except (EOFError, pickle.UnpicklingError):  # cut short, too
        return None
    return found
