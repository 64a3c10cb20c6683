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
LABEL_STUDIO = Path(sys.prefix) / "label-studio" / "bin" / "python"
"""Label Studio's readers need older versions of what the others need: they have an environment to themselves."""


def told_by(script: str, *arguments: str | Path, folder: Path, python: Path = PYTHON) -> Any:
    """What a script in that environment prints as JSON, without a network; ``folder`` is its home and its cache."""
    if not python.exists():
        pytest.fail(f"nothing is there to read our datasets with ({python}): make test sets it up")
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(folder / "hub"), "HOME": str(folder)}
    ran = subprocess.run(
        [python, "-c", script, *map(str, arguments)],
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
