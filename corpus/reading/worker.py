"""The other side of ``apart``: one file in on stdin, one ``Reading`` out on stdout, under limits.

The first line of stdin is JSON with the reader's name and the encoding that came with the file; then come its bytes.
The answer is one JSON object: ``reading``, or ``refused`` with a line, or ``broken`` with what went wrong.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from typing import Any

from corpus.errors import UnreadableArticle

READERS = ("html", "docx", "pdf")
"""The modules beside this one that read here."""

MOST_CHARACTERS = 20_000_000


def main(memory: int, seconds: int) -> None:
    """Read what stdin holds, in at most ``memory`` bytes and ``seconds`` of computing."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _limit(memory, seconds)
    asked = json.loads(sys.stdin.buffer.readline())
    answers.write(json.dumps(answer_to(asked["reader"], asked["charset"], sys.stdin.buffer.read())).encode("ascii"))
    answers.flush()


def answer_to(reader: str, charset: str, content: bytes) -> dict[str, Any]:
    """The answer, as it is sent."""
    if reader not in READERS:
        return {"broken": f"no reader {reader}"}
    try:
        reading = import_module(f"corpus.reading.{reader}").read(content, charset)
    except UnreadableArticle as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": "reading it takes too much memory; save its text and add that"}
    except Exception as error:  # whatever a parser raises on a hostile file: said in a line, in the process that asked
        return {"broken": f"{type(error).__name__}: {error}"[:300]}
    if len(reading.text) > MOST_CHARACTERS:
        return {"refused": "it holds more than 20 million characters; split it into its articles"}
    return {"reading": asdict(reading)}


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: the one who waits still stops a late worker
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # a stricter limit is set already
            resource.setrlimit(what, (most, most))
