"""What our commands share: errors in one line, with exit status 1, and a closed pipe that ends them quietly."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from corpus.errors import ClaimdeskError

Given = ParamSpec("Given")
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def one_clear_line(command: Callable[Given, None]) -> Callable[Given, None]:
    """``command`` with our errors, and those of files and pipes, turned into one line on stderr and exit status 1."""

    @wraps(command)
    def guarded(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except ClaimdeskError as error:
            raise click.ClickException(" ".join(str(error).split())) from error
        except BrokenPipeError:
            # The reader has seen enough (`| head`). Python would complain again when it flushes stdout at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}") from error

    return guarded
