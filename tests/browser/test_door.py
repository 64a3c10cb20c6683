"""Who may talk to the desk: this machine's own pages, and no web site that points its name or its script here."""

from __future__ import annotations

import http.client

import pytest

from tests.browser.conftest import Server


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        pytest.param("localhost", "http://localhost", 101, id="its-own-page"),
        pytest.param("127.0.0.1", "http://127.0.0.1", 101, id="its-own-page-by-number"),
        pytest.param("[::1]", "http://[::1]", 101, id="its-own-page-by-the-other-number"),
        pytest.param("evil.example", "http://evil.example", 403, id="a-name-pointed-here"),
        pytest.param("localhost", "http://evil.example", 403, id="the-script-of-another-site"),
    ],
)
def test_only_the_desks_own_pages_open_a_line(server: Server, host: str, origin: str, status: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    line.request(
        "GET",
        "/_stcore/stream",
        headers={
            "Host": f"{host}:{server.port}",
            "Origin": f"{origin}:{server.port}",
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        },
    )
    answered = line.getresponse().status
    line.close()

    assert answered == status
