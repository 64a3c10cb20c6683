"""Pages are fetched from the public web only, within limits, from real servers that mean well and that do not."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from corpus.errors import UnreadableArticle
from corpus.reading import article_from_address
from corpus.reading.fetching import USER_AGENT, Fetcher, may_connect
from corpus.reading.public import is_public
from tests.corpus.reading.making import new_document, word_file

PAGE = "<title>Zinc</title><h1>Zinc</h1><p>It helps.</p>"
ZINC = "zinc.example"


@pytest.fixture
def server() -> Iterator[HTTPServer]:
    with HTTPServer(host="127.0.0.1") as running:
        yield running


def fetcher(
    port: int = 0, *, names: dict[str, list[str]] | None = None, seconds: float = 10.0, max_bytes: int = 2_000_000
) -> Fetcher:
    """A fetcher that may connect to this machine at ``port`` alone, by the name zinc.example."""
    known = {ZINC: ["127.0.0.1"], **(names or {})}

    def allow(address: str, at: int) -> bool:
        return (address == "127.0.0.1" and at == port) or may_connect(address, at)

    return Fetcher(allow, lambda host, _: known.get(host, []), seconds, max_bytes)


def refusal(address: str, by: Fetcher) -> str:
    with pytest.raises(UnreadableArticle) as caught:
        article_from_address(address, fetcher=by)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_becomes_an_article_with_the_address_it_came_from(server: HTTPServer) -> None:
    server.expect_request("/zinc").respond_with_data(PAGE, content_type="text/html; charset=utf-8")
    address = f"http://{ZINC}:{server.port}/zinc?a=1#part"

    article = article_from_address(address, fetcher=fetcher(server.port))

    assert (article.title, article.text) == ("Zinc", "# Zinc\n\nIt helps.\n")
    assert (article.slug, article.source_address) == ("zinc", f"http://{ZINC}:{server.port}/zinc?a=1")
    ((request, _),) = server.log
    assert request.headers["Host"] == f"{ZINC}:{server.port}"
    assert request.headers["User-Agent"] == USER_AGENT
    assert "Cookie" not in request.headers


def test_nothing_is_fetched_unless_that_is_switched_on(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_FETCH", raising=False)

    with pytest.raises(UnreadableArticle, match="fetches no pages unless CLAIMDESK_FETCH=on is set"):
        article_from_address(f"http://127.0.0.1:{server.port}/")

    monkeypatch.setenv("CLAIMDESK_FETCH", "on")
    with pytest.raises(UnreadableArticle, match="only public addresses"):
        article_from_address(f"http://127.0.0.1:{server.port}/")
    assert server.log == []


@pytest.mark.parametrize(
    ("media_type", "content", "text"),
    [
        pytest.param("text/plain; charset=iso-8859-2", b"5 \xb5", "5 ľ", id="plain text in the encoding it says"),
        pytest.param("text/markdown", b"# Zinc", "# Zinc", id="Markdown"),
        pytest.param("application/xhtml+xml", b"<p>Zinc", "Zinc\n", id="XHTML"),
        pytest.param(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", None, "Zinc\n", id="a Word file"
        ),
    ],
)
def test_what_is_there_is_read_by_its_media_type(
    server: HTTPServer, media_type: str, content: bytes | None, text: str
) -> None:
    document = new_document()
    document.add_paragraph("Zinc")
    server.expect_request("/a.php").respond_with_data(content or word_file(document), content_type=media_type)

    assert article_from_address(f"http://{ZINC}:{server.port}/a.php", fetcher=fetcher(server.port)).text == text


@pytest.mark.parametrize(
    ("path", "media_type", "message"),
    [
        pytest.param("/a", "image/png", "there is image/png, which is no article", id="a picture"),
        pytest.param("/a", "application/octet-stream", "there is application/octet-stream", id="anything"),
        pytest.param("/a.md", "application/octet-stream", "", id="anything, with a name we know"),
    ],
)
def test_other_media_types_are_refused(server: HTTPServer, path: str, media_type: str, message: str) -> None:
    server.expect_request(path).respond_with_data(b"# Zinc", content_type=media_type)
    address = f"http://{ZINC}:{server.port}{path}"

    if message:
        assert message in refusal(address, fetcher(server.port))
    else:
        assert article_from_address(address, fetcher=fetcher(server.port)).text == "# Zinc"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        pytest.param("ftp://zinc.example/", "begin with http:// or https://", id="another scheme"),
        pytest.param("file:///etc/passwd", "begin with http:// or https://", id="a file"),
        pytest.param("http:///zinc", "begin with http:// or https://", id="no host"),
        pytest.param("http://me:secret@zinc.example/", "holds a user's name", id="a user's name"),
        pytest.param("http://zinc.example:8080/", "at ports 80 and 443", id="another port"),
        pytest.param("http://zinc.example:99999/", "no address of the web", id="no port"),
        pytest.param("http://zinc.example/a\r\nX: y", "blanks or control characters", id="a second header"),
        pytest.param("http://zinc.example/a b", "blanks or control characters", id="a blank"),
        pytest.param("http://" + "a" * 70 + ".example/", "no address of the web", id="a host that no name can be"),
        pytest.param("http://[::1/", "no address of the web", id="half an address"),
        pytest.param("http://nowhere.example/", "no host nowhere.example", id="an unknown host"),
        pytest.param("http://zinc.example/", "only public addresses", id="this machine"),
        pytest.param("http://inside.example/", "only public addresses", id="one of two addresses is inside"),
    ],
)
def test_an_address_that_may_not_be_asked_is_refused(address: str, message: str) -> None:
    assert message in refusal(address, fetcher(names={"inside.example": ["93.184.215.14", "10.0.0.1"]}))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *((address, True) for address in ("93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "192.0.1.1")),
        *((address, False) for address in (
            "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",  # noqa: S104 - not to bind
            "169.254.169.254", "100.64.0.1",
            "224.0.0.1", "233.252.0.1", "240.0.0.1", "255.255.255.255", "192.0.0.1", "192.88.99.1", "198.18.0.1",
            "::1", "::", "::ffff:127.0.0.1", "::ffff:93.184.215.14", "::127.0.0.1", "64:ff9b::7f00:1",
            "64:ff9b::5db8:d70e", "64:ff9b:1::1", "2002:7f00:1::", "2002:5db8:d70e::", "2001::1", "2001:db8::1",
            "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "ff0e::1",
            "zinc", "", "127.1", "0x7f.0.0.1", "2130706433",
        )),
    ],
)  # fmt: skip
def test_public_addresses_are_told_from_all_others(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_a_name_that_answers_otherwise_the_second_time_leads_nowhere_else(server: HTTPServer) -> None:
    server.expect_request("/").respond_with_data(PAGE, content_type="text/html")
    asked: list[str] = []

    def rebinding(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    one = Fetcher(lambda address, _: address == "127.0.0.1", rebinding)

    assert article_from_address(f"http://{ZINC}:{server.port}/", fetcher=one).title == "Zinc"
    assert asked == [ZINC]
    assert "only public addresses" in refusal(f"http://{ZINC}:{server.port}/", one)


def test_redirects_are_followed_three_times_and_each_is_checked(server: HTTPServer) -> None:
    for step in range(5):
        server.expect_request(f"/{step}").respond_with_data(b"", 302, {"Location": f"/{step + 1}"})
    server.expect_request("/5").respond_with_data(PAGE, content_type="text/html")
    for name, onward in {
        "port": f"http://{ZINC}:1/", "inside": "http://169.254.169.254/latest", "file": "file:///etc/passwd",
        "user": f"http://a:b@{ZINC}:{server.port}/5",
    }.items():  # fmt: skip
        server.expect_request(f"/{name}").respond_with_data(b"", 301, {"Location": onward})
    base, by = f"http://{ZINC}:{server.port}", fetcher(server.port, names={"169.254.169.254": ["169.254.169.254"]})

    assert article_from_address(f"{base}/2", fetcher=by).source_address == f"{base}/5"
    assert "leads on more than 3 times" in refusal(f"{base}/1", by)
    assert "only public addresses" in refusal(f"{base}/port", by)
    assert "only public addresses" in refusal(f"{base}/inside", by)
    assert "begin with http" in refusal(f"{base}/file", by)
    assert "a user's name" in refusal(f"{base}/user", by)


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (401, "asks for a name and a password"), (403, "does not let programs in"), (404, "has no such page"),
        (500, "answers 500"), (204, "answers 204"), (302, "answers 302"),
    ],
)  # fmt: skip
def test_an_answer_that_is_no_page_is_told(server: HTTPServer, status: int, message: str) -> None:
    server.expect_request("/").respond_with_data(b"", status)

    assert message in refusal(f"http://{ZINC}:{server.port}/", fetcher(server.port))


@pytest.mark.parametrize(
    ("content", "headers", "message"),
    [
        pytest.param(b"x" * 3_000, {}, "larger than 0.002 MB", id="large"),
        pytest.param(
            gzip.compress(b"x" * 9_000_000), {"Content-Encoding": "gzip"}, "larger than 0.002 MB", id="a bomb"
        ),
        pytest.param(gzip.compress(b"Zinc helps."), {"Content-Encoding": "gzip"}, "", id="packed, unasked"),
        pytest.param(b"Zinc", {"Content-Encoding": "gzip"}, "cannot be fetched", id="not packed at all"),
        pytest.param(b"Zinc", {"Content-Encoding": "br"}, "packs the page as br", id="packed in another way"),
    ],
)
def test_the_limit_is_on_what_is_unpacked(
    server: HTTPServer, content: bytes, headers: dict[str, str], message: str
) -> None:
    server.expect_request("/").respond_with_data(content, headers=headers, content_type="text/plain")
    address, by = f"http://{ZINC}:{server.port}/", fetcher(server.port, max_bytes=2_000)

    if message:
        assert message in refusal(address, by)
    else:
        assert article_from_address(address, fetcher=by).text == "Zinc helps."


@contextmanager
def dripping(first: bytes, drip: bytes) -> Iterator[int]:
    """A server that answers with ``first``, then ``drip`` after ``drip`` for ever; its port."""
    done = Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while not done.is_set():
            try:
                peer, _ = listening.accept()
            except OSError:
                return
            with peer:
                try:
                    peer.sendall(first)
                    while not done.wait(0.05):
                        peer.sendall(drip)
                except OSError:
                    continue

    Thread(target=serve, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        done.set()
        listening.close()


@pytest.mark.parametrize(
    ("first", "drip", "scheme"),
    [
        pytest.param(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", "http", id="headers"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", b"x", "http", id="the body"),
        pytest.param(b"", b"", "http", id="no answer"),
        pytest.param(b"\x16\x03\x03\x3f\x00\x02\x00\x3e\xfc\x03\x03", b"\x00", "https", id="the handshake"),
    ],
)
def test_a_server_that_drips_is_left_in_time(first: bytes, drip: bytes, scheme: str) -> None:
    with dripping(first, drip) as port:
        assert "longer than 0.4 seconds" in refusal(f"{scheme}://{ZINC}:{port}/", fetcher(port, seconds=0.4))


def test_a_name_server_that_does_not_answer_is_left_in_time() -> None:
    never = Event()

    def wait(host: str, port: int) -> list[str]:
        never.wait(5)
        return []

    try:
        assert "longer than 0.2 seconds" in refusal(f"http://{ZINC}/", Fetcher(resolve=wait, seconds=0.2))
    finally:
        never.set()


def test_a_certificate_of_nobody_we_know_is_refused(server: HTTPServer) -> None:
    with dripping(b"HTTP/1.1 200 OK\r\n\r\n", b"x") as port:
        assert "cannot be reached" in refusal(f"https://{ZINC}:{port}/", fetcher(port))
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert "cannot be reached" in refusal(f"http://{ZINC}:{port}/", fetcher(port))


def test_no_proxy_is_taken_from_the_environment(server: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.expect_request("/").respond_with_data(PAGE, content_type="text/html")
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")

    assert article_from_address(f"http://{ZINC}:{server.port}/", fetcher=fetcher(server.port)).title == "Zinc"


def test_names_in_other_letters_are_asked_for_in_ascii(server: HTTPServer) -> None:
    def answer(request: Request) -> Response:
        return Response(request.headers["Host"], content_type="text/plain")

    server.expect_request("/ü").respond_with_handler(answer)
    by = fetcher(server.port, names={"xn--bcher-kva.example": ["127.0.0.1"]})

    article = article_from_address(f"http://bücher.example:{server.port}/ü", fetcher=by)

    assert article.text == f"xn--bcher-kva.example:{server.port}"
