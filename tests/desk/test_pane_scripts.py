"""The pane's modules, joined: one script that a browser takes, with nothing of the modules' own plumbing left."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from annotator.ui.components.desk import HERE, MODULES, STYLES, joined_script, joined_style

NAME = re.compile(r"^(?:export )?(?:default )?(?:async )?(?:const|let|var|class|function) (\w+)", re.MULTILINE)


def source(name: str) -> str:
    return HERE.joinpath(f"{name}.js").read_text("utf-8")


@pytest.mark.parametrize("names", [MODULES, ("wire",)], ids=["pane", "wire"])
def test_a_joined_script_parses_as_one_module(names: tuple[str, ...], tmp_path: Path) -> None:
    node = shutil.which("node")
    assert node, "these tests need node: on Debian, run 'apt install nodejs'"
    script = tmp_path / "joined.mjs"
    script.write_text(joined_script(names), "utf-8")

    done = subprocess.run([node, "--check", str(script)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_no_name_is_used_by_two_modules() -> None:
    names = [name for module in MODULES for name in NAME.findall(source(module))]

    assert sorted(names) == sorted(set(names))


def test_every_module_is_joined_and_every_sheet() -> None:
    assert {path.stem for path in HERE.glob("*.js")} == {*MODULES, "wire"}
    assert {path.stem for path in HERE.glob("*.css")} == set(STYLES)


def test_the_joined_script_exports_one_function_and_imports_nothing() -> None:
    script = joined_script()

    assert re.findall(r"^export .*", script, re.MULTILINE) == [
        "export default function desk({ data, parentElement, setStateValue }) {"
    ]
    assert not re.search(r"^\s*import\b", script, re.MULTILINE)


def test_what_a_module_imports_stands_before_it_or_is_used_later() -> None:
    # A class that extends another's needs it at once; everything else is used when the pane is mounted.
    for at, module in enumerate(MODULES):
        for base in re.findall(r"^(?:export )?class \w+ extends (\w+)", source(module), re.MULTILINE):
            defined = [index for index, name in enumerate(MODULES) if base in NAME.findall(source(name))]
            assert defined
            assert defined[0] <= at


def test_text_is_never_read_as_markup() -> None:
    for module in (*MODULES, "wire"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment", source(module)
        )


def test_the_wire_is_small_enough_to_travel_with_every_answer() -> None:
    assert len(joined_script(("wire",))) < 1000


def test_the_style_takes_every_colour_from_the_theme() -> None:
    sheets = {name: HERE.joinpath(f"{name}.css").read_text("utf-8") for name in STYLES}

    assert "--st-background-color" in joined_style()
    assert not [
        name for name, text in sheets.items() if name != "theme" and re.search(r"#[0-9a-f]{3,8}\b|rgba?\(", text)
    ]
