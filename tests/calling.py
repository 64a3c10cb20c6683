"""A program that calls our commands one after another, for the tests of a process under bad conditions.

``python -m tests.calling``: reads a JSON list of command lines on stdin, each a list whose first word is corpus,
annotator or exports; prints a JSON list of [exit status, stdout, stderr, what was raised].
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click
from click.testing import CliRunner

import annotator.__main__
import corpus.__main__
import exports.__main__
from tests.programs import start


@dataclass(frozen=True)
class Called:
    """What became of one command."""

    status: int
    stdout: str
    stderr: str

    @property
    def error(self) -> str:
        """The one line on stderr of a command that failed."""
        assert (self.status, self.stdout) == (1, "")
        (line,) = self.stderr.splitlines()
        assert line.startswith("Error: ")
        return line


def call_in_a_process(*lines: Sequence[object], before: Sequence[str] = ()) -> list[Called]:
    """The commands, called in one process that is started with the program ``before``."""
    process = start("tests.calling", before=before, stderr=subprocess.STDOUT)
    said, _ = process.communicate(json.dumps([[str(word) for word in line] for line in lines]), timeout=60)
    assert process.returncode == 0, said
    called = []
    for status, stdout, stderr, raised in json.loads(said):
        assert raised in ("", "SystemExit"), (raised, stderr)
        called.append(Called(status, stdout, stderr))
    return called


def main() -> None:
    commands: dict[str, click.Command] = {
        "corpus": corpus.__main__.cli,
        "annotator": annotator.__main__.cli,
        "exports": exports.__main__.cli,
    }
    answers = []
    for package, *arguments in json.load(sys.stdin):
        result = CliRunner().invoke(commands[package], arguments)
        raised = type(result.exception).__name__ if result.exception else ""
        answers.append([result.exit_code, result.stdout, result.stderr, raised])
    print(json.dumps(answers))  # noqa: T201 - its stdout is what the tests read


if __name__ == "__main__":
    main()
