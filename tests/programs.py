"""Real processes of ours, as a person or another program starts them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "corpus" / "articles" / "magnesium_ms.txt"

WITHOUT_ROOTS_RIGHTS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Put before a command: the rights of files and folders bind root too, as they bind everybody else."""


def start(
    *module_and_arguments: str | Path,
    before: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    stdin: int | None = subprocess.PIPE,
    stdout: int | None = subprocess.PIPE,
    stderr: int | None = subprocess.PIPE,
) -> subprocess.Popen[str]:
    """``python -m MODULE ARGUMENTS...`` in the project's folder, with pipes to it."""
    return subprocess.Popen(
        [*before, sys.executable, "-m", *map(str, module_and_arguments)],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        text=True,
    )


def run(
    *module_and_arguments: str | Path, before: Sequence[str] = (), env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The same, run to its end: exit status, stdout and stderr."""
    process = start(*module_and_arguments, before=before, env=env)
    stdout, stderr = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)
