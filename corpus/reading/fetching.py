"""Fetching one page of the web for a person who asked for it, and nothing else for anybody.

A name is resolved once, and the connection goes to the address that was checked, so that no later answer of a name
server leads elsewhere. Every redirect is checked like the first address. No cookies, no proxies, no files.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread, Timer
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from corpus.errors import UnreadableArticle
from corpus.reading.public import is_public

USER_AGENT = "Claimdesk (a fact-checking desk; a person asked for this page)"
MAX_BYTES = 2_000_000
SECONDS = 10.0
MOST_REDIRECTS = 3
_PORTS = {"http": 80, "https": 443}
_MOST_ADDRESSES = 4
_LEADS_ON = (301, 302, 303, 307, 308)
_STATUS_SAYS = {
    401: "asks for a name and a password",
    403: "does not let programs in",
    404: "has no such page",
    410: "has no such page any more",
    429: "asks to come back later",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: the address it came from in the end, its media type as the server said it, its bytes."""

    address: str
    media_type: str
    content: bytes


def resolve(host: str, port: int) -> list[str]:
    """The addresses of ``host``, as the system knows them."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def may_connect(address: str, port: int) -> bool:
    """Whether an address of the public internet may be asked at ``port``."""
    return port in _PORTS.values() and is_public(address)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages. ``may_connect`` and ``resolve`` can be others for a network of one's own."""

    may_connect: Callable[[str, int], bool] = may_connect
    resolve: Callable[[str, int], Sequence[str]] = resolve
    seconds: float = SECONDS
    max_bytes: int = MAX_BYTES
    tls: ssl.SSLContext | None = None

    def fetch(self, address: str) -> Page:
        """The page at ``address``, within ``seconds`` in all. Raises ``UnreadableArticle`` with what to do."""
        ends = monotonic() + self.seconds
        asked = address
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._ask(_checked(asked), ends)
            if isinstance(answer, Page):
                return answer
            asked = urljoin(asked, answer)
        raise UnreadableArticle(
            "the page leads on more than 3 times; open it in a browser and use the address it ends at"
        )

    def _ask(self, parts: SplitResult, ends: float) -> Page | str:
        """One request: the page, or where it leads on."""
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        connection, watch = self._connect(host, port, parts.scheme == "https", ends)
        try:
            connection.request("GET", _target(parts), headers=_headers(parts.netloc))
            with closing(connection.getresponse()) as answer:
                if answer.status in _LEADS_ON and (onward := answer.getheader("Location")):
                    return onward
                if answer.status != 200:
                    says = _STATUS_SAYS.get(answer.status, f"answers {answer.status}")
                    raise UnreadableArticle(f"the server {says}; open it in a browser, save the page and add that file")
                content = self._body(answer)
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            self._raise_late(ends)
            raise UnreadableArticle(
                f"the page cannot be fetched ({_reason(error)}); try again, or save it as a file"
            ) from None
        finally:
            watch.cancel()
            connection.close()
        self._raise_late(ends)
        return Page(parts._replace(fragment="").geturl(), answer.getheader("Content-Type") or "", content)

    def _connect(self, host: str, port: int, secure: bool, ends: float) -> tuple[http.client.HTTPConnection, Timer]:
        """A connection to the first address of ``host`` that answers, when all of them may be asked."""
        addresses = self._resolve(host, port, ends)
        if not addresses:
            raise UnreadableArticle(f"there is no host {host}; check the address")
        if not all(self.may_connect(address, port) for address in addresses):
            raise UnreadableArticle(
                "only public addresses of the web are fetched, at ports 80 and 443; save the page as a file"
            )
        last: OSError | None = None
        for address in addresses[:_MOST_ADDRESSES]:
            try:
                return _connected(
                    address, host, port, ends, (self.tls or ssl.create_default_context()) if secure else None
                )
            except OSError as error:
                last = error
        self._raise_late(ends)
        raise UnreadableArticle(
            f"the host cannot be reached ({_reason(last)}); check the address, or save the page as a file"
        )

    def _resolve(self, host: str, port: int, ends: float) -> list[str]:
        """The addresses of ``host``. A name server that does not answer is not waited for longer than the rest."""
        answers: SimpleQueue[list[str] | None] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(list(self.resolve(host, port)))
            except (OSError, UnicodeError):
                answers.put(None)

        Thread(target=ask, daemon=True).start()
        try:
            return answers.get(timeout=max(0.0, ends - monotonic())) or []
        except Empty:
            self._raise_late(ends)
            raise

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        """The content of an answer, unpacked, up to the limit."""
        coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
        if coding not in ("identity", "gzip", "x-gzip", "deflate"):
            raise UnreadableArticle(f"the server packs the page as {coding[:20]}, unasked; save the page as a file")
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32) if coding != "identity" else None
        content = bytearray()
        while chunk := answer.read1(65_536):
            content += unpacker.decompress(chunk, self.max_bytes + 1 - len(content)) if unpacker else chunk
            if len(content) > self.max_bytes:
                raise UnreadableArticle(
                    f"the page is larger than {self.max_bytes / 1e6:g} MB; save its article as text and add that"
                )
        return bytes(content)

    def _raise_late(self, ends: float) -> None:
        if monotonic() >= ends:
            raise UnreadableArticle(
                f"the page takes longer than {self.seconds:g} seconds; try again, or save it as a file"
            )


def _checked(address: str) -> SplitResult:
    """The parts of an address that may be fetched, its host in ASCII."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
    except ValueError:  # UnicodeError too
        raise UnreadableArticle("this is no address of the web; check it") from None
    if parts.scheme not in _PORTS or not host:
        raise UnreadableArticle("only addresses that begin with http:// or https:// are fetched")
    if "@" in parts.netloc:
        raise UnreadableArticle("the address holds a user's name; take it out, or save the page as a file")
    if any(not character.isprintable() or character.isspace() for character in address.strip()):
        raise UnreadableArticle("the address holds blanks or control characters; check it")
    netloc = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=netloc if port is None else f"{netloc}:{port}")


def _connected(
    address: str, host: str, port: int, ends: float, tls: ssl.SSLContext | None
) -> tuple[http.client.HTTPConnection, Timer]:
    """A connection to ``address``, and what ends it in time. Encrypted, the certificate has to be that of ``host``."""
    left = ends - monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    connection = http.client.HTTPConnection(host, port)
    sock = socket.create_connection((address, port), timeout=left)
    secured = tls.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False) if tls else None
    connection.sock = secured or sock
    # Shutting the socket down wakes whoever waits for it, however slowly the server drips
    watch = Timer(left, _shut, [connection.sock])
    watch.daemon = True
    watch.start()
    try:
        if secured:
            secured.do_handshake()
    except (OSError, ValueError):
        watch.cancel()
        connection.close()
        raise
    return connection, watch


def _target(parts: SplitResult) -> str:
    """What is asked of the host: path and query in ASCII, what is quoted left so."""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return f"{path}?{query}" if query else path


def _headers(netloc: str) -> dict[str, str]:
    return {
        "Host": netloc,
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf, */*;q=0.1",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _shut(sock: socket.socket) -> None:
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # also of an encrypted one, which keeps its state
    except OSError:  # it is closed already
        return


def _reason(error: Exception | None) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {error.verify_message}"
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(words.lower().split())[:200]
