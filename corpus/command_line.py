"""What our commands share: errors in one line with exit status 1, output that nobody reads any more, progress bars."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import wraps
from importlib import import_module
from typing import Any, NoReturn, ParamSpec, TypeVar

import click

from corpus.errors import ClaimdeskError

Given = ParamSpec("Given")
Step = TypeVar("Step")
_JOINS = re.compile("[\u200c\u200d\U000e0020-\U000e007f]")
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LaterGroup(click.Group):
    """A group whose commands are imported when they are asked for: ``places`` says where each is, as
    ``package.module:name``. A command then starts without what the others need."""

    def __init__(self, *args: Any, places: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, sorted."""
        del ctx  # which commands there are does not depend on it
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        del ctx
        return self.command_named(cmd_name) if cmd_name in self.places else None

    def command_named(self, name: str) -> click.Command:
        """The command of a name in ``places``."""
        module, _, attribute = self.places[name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


def run(command: click.Command, name: str) -> NoReturn:
    """Run ``command`` as the program ``name`` and exit: 0, or 1 with one clear line on stderr, or 2 for wrong usage.

    What cannot be printed in the terminal's encoding is printed escaped, so that an odd file name ends nothing.
    """
    sys.stdout = sys.stdout or io.StringIO()  # closed by the shell (`>&-`)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    status: int | str | None = 0
    try:
        with _in_one_line():
            try:
                command.main(prog_name=name)
            except SystemExit as ended:
                status = ended.code
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    sys.exit(status)


def one_clear_line(command: Callable[Given, None]) -> Callable[Given, None]:
    """``command`` with our errors, and those of files and pipes, turned into one line on stderr and exit status 1."""

    @wraps(command)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> None:
        with _in_one_line():
            command(*args, **kwargs)
            sys.stdout.flush()

    return guarded


def legible(words: str) -> str:
    """``words`` for a terminal: what it would obey is a blank; what joins emoji, or letters, to one sign stays."""
    return "".join(each if each.isprintable() or _JOINS.match(each) else " " for each in words)


def say(line: str) -> None:
    """Print a line about work that goes on whether anybody reads it or not."""
    _clear_bar()
    try:
        click.echo(line)
    except BrokenPipeError:
        _drop_output()


def complain(error: ClaimdeskError, about: str = "") -> None:
    """One error line on stderr, of a command that goes on; ``about`` is the file, where the error does not name it."""
    message, about = _one_line(str(error)), _one_line(about)
    _clear_bar()
    click.echo(f"Error: {message}" if about in message else f"Error: {about}: {message}", err=True)


def warn(message: str, about: str) -> None:
    """One line on stderr about something odd in the file ``about``, of a command that goes on."""
    _clear_bar()
    click.echo(f"Warning: {_one_line(about)}: {_one_line(message)}", err=True)


@contextmanager
def progress(steps: Iterable[Step], label: str, *, every: int = 1) -> Iterator[Iterable[Step]]:
    """``steps``, with a bar on stderr where a person watches, drawn anew with ``every`` so many of them."""
    if not sys.stderr.isatty():
        yield steps
        return
    with click.progressbar(
        steps, label=label, file=sys.stderr, show_eta=False, show_pos=True, update_min_steps=every
    ) as bar:
        yield bar


@contextmanager
def countdown(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to be told how much is left, of how much: it draws a bar on stderr where a person watches."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=hidden) as bar:

        def tell(left: int, of: int) -> None:
            bar.length = of
            if left % max(1, of // 100) == 0:
                bar.update(of - left - bar.pos)

        yield tell


def _clear_bar() -> None:
    """Take a bar off its line, so that what is printed now does not stand behind it."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)


@contextmanager
def _in_one_line() -> Iterator[None]:
    try:
        yield
    except ClaimdeskError as error:
        raise click.ClickException(_one_line(str(error))) from error
    except BrokenPipeError:  # the reader has seen enough (`| head`)
        _drop_output()
    except KeyboardInterrupt as error:
        raise click.ClickException("stopped; what was finished is kept, and nothing is half-written") from error
    except UnicodeEncodeError as error:
        raise click.ClickException(f"{error.object!a} is not text in UTF-8: type or name it otherwise") from error
    except OSError as error:
        reason = error.strerror or str(error)
        if not error.filename:  # a file of ours would be named
            _drop_output()
            reason = f"cannot print: {reason}; make room, or print elsewhere"
        raise click.ClickException(f"{error.filename}: {reason}" if error.filename else reason) from error


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _drop_output() -> None:
    """Send the rest of stdout nowhere. Python would complain about it again when it flushes at its end."""
    with suppress(io.UnsupportedOperation):  # not a real stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
