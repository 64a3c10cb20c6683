"""Programs of others that read our datasets, from the environment that ``make test`` sets up for them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PYTHON = Path(sys.prefix) / "consumers" / "bin" / "python"


def told_by(script: str, *arguments: str | Path, folder: Path) -> Any:
    """What a script in that environment prints as JSON, without a network; ``folder`` is its home and its cache."""
    if not PYTHON.exists():
        pytest.fail(f"nothing is there to read our datasets with ({PYTHON}): make test sets it up")
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(folder / "hub"), "HOME": str(folder)}
    ran = subprocess.run(
        [PYTHON, "-c", script, *map(str, arguments)],
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
