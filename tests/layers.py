"""Who may import whom, which library lives where, and what a module may not do: read from the sources, not run.

The one exception to "one library, one home": whoever is given a database may name its type, ``from sqlite_utils
import Database``, but neither make one nor ask it anything; that is for ``annotator.storage``.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("corpus", "annotator", "exports", "app")
"""From left to right: each may import those before it."""

FLOORS = (
    ("annotator.errors", "annotator.model"),
    ("annotator.flags", "annotator.agreement", "annotator.roles", "annotator.citations", "annotator.label_files"),
    ("annotator.storage",),
    ("annotator.revision_words",),
    ("annotator.commands",),
    ("annotator.__main__",),
    ("annotator.ui",),
)
"""Inside ``annotator``, from the ground up: a module may import its own floor and those below."""

PAGES = ("annotator.ui", "exports.page", "app")
COMMANDS = ("corpus.__main__", "annotator.__main__", "exports.__main__")
PARTS_OF_COMMANDS = ("annotator.commands",)
NETWORK = ("annotator.citations", "corpus.reading")
HOMES = {
    "spacy": ("corpus.segmentation", "corpus.tokens", "exports.doc_bins"),
    "numpy": ("corpus.segmentation", "corpus.tokens", "corpus.bulk", "annotator.agreement", "annotator.ui", "exports"),
    "rapidfuzz": ("corpus.matching", "corpus.word_diff"),
    "dask": ("corpus.bulk",),
    "sqlite3": ("annotator.storage",),
    "sqlite_utils": ("annotator.storage",),
    "streamlit": PAGES,
    "pandas": ("annotator.ui", "exports"),
    "orjson": ("exports", "annotator.storage"),
    "pyarrow": ("exports", "corpus.bulk", "corpus.reading"),
    "xlsxwriter": ("exports",),
    "click": ("corpus.command_line", *COMMANDS, *PARTS_OF_COMMANDS),
    **dict.fromkeys(("httpx", "stamina", "urllib.request", "urllib.error", "http", "socket", "ssl"), NETWORK),
    **dict.fromkeys(("trafilatura", "mammoth", "pypdf", "markdown_it"), ("corpus.reading",)),
    "lxml": ("corpus.reading", "annotator.citations"),
    **dict.fromkeys(("bibtexparser", "pylatexenc", "citeproc"), ("annotator.citations",)),
}
"""Where a library is used. One that is not named here is used nowhere, and what has no home uses Python's own alone."""

SQL = re.compile(
    r"\b(SELECT\s|INSERT\s+(OR|INTO)\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|(CREATE|DROP|ALTER)\s+TABLE\b|PRAGMA\s+\w)"
)
ASKING = {"execute", "executemany", "executescript", "query"}


@dataclass(frozen=True)
class Source:
    """A module: its dotted name and what it says."""

    name: str
    text: str
    tree: ast.Module


def faults(root: Path) -> list[str]:
    """Every broken rule in the modules under ``root``, as ``module:line: what is wrong``."""
    return [f"{source.name}:{line}: {fault}" for source in sources(root) for line, fault in _faults_of(source)]


def sources(root: Path) -> Iterator[Source]:
    """The project's modules, without its tests."""
    for package in PACKAGES:
        for path in (*root.glob(f"{package}.py"), *sorted(root.glob(f"{package}/**/*.py"))):
            name = ".".join(path.relative_to(root).with_suffix("").parts)
            text = path.read_text("utf-8")
            yield Source(name.removesuffix(".__init__"), text, ast.parse(text))


def _faults_of(source: Source) -> Iterator[tuple[int, str]]:
    for line, imported in _imports(source.tree):
        if (fault := _wrong_way(source.name, imported)) or (fault := _not_at_home(source.name, imported)):
            yield line, fault
    if not _is_in(source.name, ("annotator.storage",)):
        yield from _database_talk(source.tree)
    yield from _streamlit_at_import(source.tree)
    for number, words in enumerate(source.text.splitlines(), 1):
        if "unsafe_allow_html" in words:
            yield number, "shows text as HTML: show it as text"


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Everything imported, wherever it stands, with its line: ``package.module`` or ``package.module.name``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def _wrong_way(name: str, imported: str) -> str | None:
    if imported.startswith("."):
        return f"imports {imported}: say where it is from the top"
    if imported.split(".")[0] not in PACKAGES:
        return None
    if _is_in(imported, COMMANDS):
        return f"imports {imported}: nobody imports a command"
    if PACKAGES.index(imported.split(".")[0]) > PACKAGES.index(name.split(".")[0]):
        return f"imports {imported}, which is to its right"
    if _is_in(imported, ("annotator.ui",)) and not _is_in(name, PAGES):
        return f"imports {imported}: only a page may"
    if name.startswith("annotator.") and imported.startswith("annotator."):
        return _wrong_floor(name, imported)
    return None


def _wrong_floor(name: str, imported: str) -> str | None:
    here, there = _floor(name), _floor(imported)
    if here is None or there is None:
        return f"{name if here is None else imported} has no floor: give it one in tests/layers.py"
    return f"imports {imported}, which is above it" if there > here else None


def _floor(name: str) -> int | None:
    return next((number for number, modules in enumerate(FLOORS) if _is_in(name, modules)), None)


def _not_at_home(name: str, imported: str) -> str | None:
    top = imported.split(".")[0]
    if top in PACKAGES or imported == "sqlite_utils.Database":
        return None
    for library, homes in HOMES.items():
        if _is_in(imported, (library,)):
            return None if _is_in(name, homes) else f"imports {imported}, whose home is {', '.join(homes)}"
    return None if top in sys.stdlib_module_names else f"imports {imported}, which has no home in tests/layers.py"


def _database_talk(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value):
            yield node.lineno, "speaks SQL: that is for annotator.storage"
        elif isinstance(node, ast.Attribute) and node.attr == "conn":
            yield node.lineno, "uses .conn of a database: that is for annotator.storage"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING:
            yield node.lineno, f"calls .{node.func.attr}() of a database: that is for annotator.storage"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Database":
            yield node.lineno, "makes a Database: open_database does"


def _streamlit_at_import(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Calls of Streamlit outside functions. Registering a component is one that has to be there."""
    for node in _run_at_import(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called.startswith(("st.", "streamlit.")) and called != "st.components.v2.component":
                yield node.lineno, f"calls {called} when it is imported: call it in a function"


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when the module is imported: not the bodies of functions, nor what decorates them, which only
    wraps."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and ast.unparse(child.test) == "__name__ == '__main__'":
            continue
        yield child
        yield from _run_at_import(child)


def _is_in(name: str, homes: tuple[str, ...]) -> bool:
    return any(name == home or name.startswith(f"{home}.") for home in homes)
