"""Reading a file in a process of its own, which is stopped when it takes too long or too much memory.

Parsers of HTML, DOCX and PDF are large and written for files that mean well; one that does not must cost the desk
nothing but a line. See ``docs/decisions/0011``.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore, Lock

import corpus
from corpus.errors import UnreadableArticle
from corpus.reading.reading import Reading

SECONDS = 20.0
MEMORY = 1_000_000_000
_AT_ONCE = BoundedSemaphore(4)
# A page of the desk runs anew with every click, with the same file in its field: the last few readings are kept
_KEPT: dict[tuple[str, str, bytes], Reading] = {}
_KEPT_BY_ONE = Lock()
_MOST_KEPT, _LONGEST_KEPT = 16, 1_000_000
# Isolated from the environment, and told where this process finds its modules: the same ones, wherever it was started
_PROGRAM = "import sys; sys.path[:] = {path!r}; from corpus.reading.worker import main; main({memory}, {seconds})"


def read_apart(
    reader: str, content: bytes, charset: str = "", *, seconds: float = SECONDS, memory: int = MEMORY
) -> Reading:
    """What the reader of that name makes of ``content``, within ``seconds`` and ``memory`` bytes. Safe on threads; a
    few run at once, others wait for them.

    Raises ``UnreadableArticle``, with what to do, also where the process was stopped or ended badly.
    """
    asked_for = (reader, charset, hashlib.sha256(content).digest())
    with _KEPT_BY_ONE:
        kept = _KEPT.get(asked_for)
    if kept is None:
        kept = _read_now(reader, content, charset, seconds, memory)
        if len(kept.text) <= _LONGEST_KEPT:
            _keep(asked_for, kept)
    return kept


def _keep(asked_for: tuple[str, str, bytes], reading: Reading) -> None:
    with _KEPT_BY_ONE:
        _KEPT[asked_for] = reading
        while len(_KEPT) > _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]


def _read_now(reader: str, content: bytes, charset: str, seconds: float, memory: int) -> Reading:
    root = str(Path(corpus.__file__).resolve().parent.parent)
    program = _PROGRAM.format(path=[root, *sys.path], memory=memory, seconds=int(seconds) + 1)
    asked = json.dumps({"reader": reader, "charset": charset}).encode("ascii") + b"\n" + content
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own program, nothing of it from outside
                [sys.executable, "-I", "-c", program],
                input=asked,
                capture_output=True,
                timeout=seconds,
                start_new_session=True,  # Ctrl-C is for us, who then stop it
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise UnreadableArticle(
            f"reading it takes longer than {seconds:g} seconds; save its text and add that"
        ) from None
    except OSError as error:
        raise UnreadableArticle(f"it cannot be read now ({error.strerror or error}); try again") from None
    return _reading(done.stdout)


def _reading(answer: bytes) -> Reading:
    try:
        told = json.loads(answer)
    except ValueError:  # it was ended by a limit, or by the file
        raise UnreadableArticle(
            "reading it took too much memory or time, or it is damaged; save its text and add that"
        ) from None
    if "reading" in told:
        return Reading(**{**told["reading"], "warnings": tuple(told["reading"]["warnings"])})
    raise UnreadableArticle(
        told.get("refused") or f"it cannot be read, and may be damaged ({told['broken']}); save its text and add that"
    )
