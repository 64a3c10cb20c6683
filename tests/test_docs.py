"""The README names everything there is to choose from: what is added to the program is added there, or this fails."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

import click
import pytest

import annotator.__main__
import corpus.__main__
import exports.__main__
from annotator.flags import Flag
from annotator.model import SourceType, Stance, Verdict
from annotator.storage.settings import EVIDENCE_RULES
from corpus.model import Kind
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.splits import Split
from tests.layers import sources
from tests.programs import ROOT

README = (ROOT / "README.md").read_text("utf-8")
IN_CODE = " ".join(re.findall(r"```.*?```|`[^`]+`|\*\*[^*]+\*\*", README, re.DOTALL))
"""What the README sets as code, or in bold: names, not words that happen to be in a sentence."""

PANE = ROOT / "annotator" / "ui" / "components" / "desk"
SHOWN = {"arrowleft": "←", "arrowright": "→", "arrowup": "↑", "arrowdown": "↓", "pageup": "PgUp", "pagedown": "PgDn"}


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command as it is typed, with what click knows of it."""
    for module in (corpus.__main__, annotator.__main__, exports.__main__):
        name, cli = f"python -m {module.__name__.split('.')[0]}", module.cli
        if isinstance(cli, click.Group):
            with click.Context(cli) as context:
                found = {each: cli.get_command(context, each) for each in cli.list_commands(context)}
            yield from ((f"{name} {each}", command) for each, command in found.items() if command)
        else:
            yield name, cli


def options() -> Iterator[str]:
    for _, command in commands():
        for option in command.params:
            yield from (name for name in option.opts if name.startswith("--"))


def pane_keys() -> list[str]:
    """The keys of the pane, as they are shown on them: what ``BY_KEY`` in keys.js lists."""
    (table,) = re.findall(r"const BY_KEY = \{(.*?)\};", (PANE / "keys.js").read_text("utf-8"), re.DOTALL)
    keys = re.findall(r"""(?:^|[\s,{])"?([\w?]+)"?: "\w+",?""", table)
    return [SHOWN.get(key, key.upper()) for key in keys] + ["Esc"]


def settings() -> set[str]:
    """The environment variables that the program reads."""
    return {
        node.value
        for source in sources(ROOT)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"CLAIMDESK_[A-Z_]+", node.value)
    }


def names_in(text: str) -> set[str]:
    """The words of a text, each also without what is not part of a name."""
    return set(re.findall(r"[\w?←→↑↓-]+", text))


NAMES: dict[str, Iterable[str]] = {
    "format": sorted(EXPORTERS),
    "kind": Kind,
    "verdict": Verdict,
    "flag": Flag,
    "stance": Stance,
    "votes": Votes,
    "split": Split,
    "evidence rule": EVIDENCE_RULES,
    "option": sorted(set(options())),
    "key": pane_keys(),
    "setting": sorted(settings()),
}


@pytest.mark.parametrize(
    ("what", "name"), [(what, str(name)) for what, names in NAMES.items() for name in names], ids=str
)
def test_the_readme_names_it(what: str, name: str) -> None:
    assert name in names_in(IN_CODE), f"the README does not name the {what} `{name}`"


@pytest.mark.parametrize("command", [name for name, _ in commands()])
def test_the_readme_names_the_command(command: str) -> None:
    assert re.search(rf"{re.escape(command)}\b", IN_CODE), f"the README does not name `{command}`"


@pytest.mark.parametrize("source_type", list(SourceType))
def test_the_readme_names_the_identifier(source_type: str) -> None:
    assert re.search(rf"\b{source_type}\b", README, re.IGNORECASE)


def test_the_readme_names_no_command_or_option_that_is_gone() -> None:
    typed = set(re.findall(r"python -m (?:corpus|annotator|exports)(?: [a-z][a-z-]+)?", IN_CODE))
    known = {name for name, _ in commands()}
    streamlits_and_other_tools = {"--help", "--check", "--test", "--cov", "--server"}

    assert {command for command in typed if command not in known} == set()
    assert set(re.findall(r"(?<![\w-])--[a-z-]+", IN_CODE)) - set(options()) - streamlits_and_other_tools == set()


def test_the_readme_names_no_setting_that_is_gone() -> None:
    assert set(re.findall(r"CLAIMDESK_[A-Z_]+", README)) == settings()


def test_the_help_in_the_pane_shows_every_key() -> None:
    shown = (PANE / "help.js").read_text("utf-8")
    rows = re.findall(r'\["([^"]+)", "', shown)

    assert set(pane_keys()) == {key for row in rows for key in row.split()}


def test_the_names_are_read_from_the_program() -> None:
    assert {"python -m corpus split", "python -m annotator backup", "python -m exports"} <= {
        name for name, _ in commands()
    }
    assert {"--text-to", "--if-empty", "--as-of"} <= set(options())
    assert {"1", "U", "←", "?", "Esc"} <= set(pane_keys())
    assert {"CLAIMDESK_DB", "CLAIMDESK_BUSY_SECONDS"} <= settings()
