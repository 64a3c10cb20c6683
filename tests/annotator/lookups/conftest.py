"""A server that plays Crossref and NCBI, anew for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer


@pytest.fixture(scope="session")
def _running() -> Iterator[HTTPServer]:
    with HTTPServer(host="127.0.0.1", threaded=True) as running:
        yield running


@pytest.fixture
def services(_running: HTTPServer) -> HTTPServer:
    _running.clear()
    return _running
