"""One service over HTTP: within a time, at its pace, and no more of an answer than we can use."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
import stamina

from annotator.citations.lookups.pace import Pace
from annotator.errors import BadAnswer, LookUpFailed

MAX_BYTES = 5_000_000
MOST_REDIRECTS = 3
ATTEMPTS = 4
LONGEST_ANSWER = 15.0
"""Seconds in which an answer is read to its end: one that drips is given up."""
ATTEMPTS_OFF = 2
_LONGEST_SILENCE = 5.0
_LONGEST_HOLD = 3600.0
_BUSY = 429
_LEADS_ON = (301, 302, 303, 307, 308)
_ERRNO = re.compile(r"\[errno -?\d+\] ?")
_SAYS = {400: "does not understand the question", 401: "does not let us in", 403: "does not let us in"}

logging.getLogger("stamina").addHandler(logging.NullHandler())  # its notes on retries are nobody's to read on stderr


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service said: ``status`` is 200, 304 (nothing new) or 404 (it knows of no such thing)."""

    status: int
    content: bytes = b""
    etag: str = ""


class _Again(Exception):
    """An attempt that failed, and may not fail the next time. ``wait`` is as long as the service asks for, ``attempts``
    how many are worth while."""

    def __init__(self, reason: str, wait: float = 0.0, attempts: int = ATTEMPTS) -> None:
        super().__init__(reason)
        self.wait, self.attempts = wait, attempts


class Asker:
    """Asks one service under ``base``. Every question carries ``politeness``: who asks, and by which program."""

    def __init__(self, base: str, pace: Pace, http: httpx.Client, politeness: Mapping[str, str]) -> None:
        self.base, self.pace, self.http, self.politeness = base.rstrip("/"), pace, http, politeness
        self._origin = _origin(httpx.URL(self.base))

    def get(self, path: str, query: Mapping[str, str], media: tuple[str, ...], ends: float, etag: str = "") -> Answer:
        """The answer at ``path``, of one of the types ``media``, before the clock says ``ends``.

        Raises LookUpFailed where the service is off, busy or slow, and BadAnswer for what is no good answer.
        """
        url = httpx.URL(f"{self.base}{path}", params={**query, **self.politeness})
        headers = {"Accept": media[0], **({"If-None-Match": etag} if etag else {})}
        try:
            for attempt in stamina.retry_context(self._worth_another(ends), attempts=ATTEMPTS, timeout=None):
                with attempt:
                    return self._follow(url, headers, media, ends)
        except _Again as error:
            raise LookUpFailed(f"{self.pace.name} {error}") from None
        raise AssertionError("every attempt returns or raises")

    def _worth_another(self, ends: float) -> Callable[[Exception], bool | float]:
        """Whether another attempt can be made in time; nobody asks before it is due."""
        tried = 0

        def decide(error: Exception) -> bool | float:
            nonlocal tried
            if not isinstance(error, _Again):
                return False
            tried += 1
            if tried >= error.attempts and not error.wait:
                return False
            self.pace.hold(min(max(error.wait, 0.25 * 2**tried), _LONGEST_HOLD))
            in_time = self.pace.clock.now() + self.pace.waits() < ends
            return 0.0 if in_time else False  # the next turn is waited for by the pace, for every thread alike

        return decide

    def _follow(self, url: httpx.URL, headers: Mapping[str, str], media: tuple[str, ...], ends: float) -> Answer:
        for _ in range(MOST_REDIRECTS + 1):
            with self.pace.turn(ends):
                answer = self._once(url, headers, media, ends)
            if isinstance(answer, Answer):
                return answer
            url = url.join(answer)  # httpx has refused what is no address
            if _origin(url) != self._origin or url.userinfo:
                raise BadAnswer(f"{self.pace.name} leads on to another place, {url.host[:60]}: nothing was asked there")
        raise BadAnswer(f"{self.pace.name} leads on and on")

    def _once(self, url: httpx.URL, headers: Mapping[str, str], media: tuple[str, ...], ends: float) -> Answer | str:
        """One request: the answer, or where it leads on."""
        left = ends - self.pace.clock.now()
        if left <= 0:
            raise LookUpFailed(f"{self.pace.name} takes too long")
        try:
            with self.http.stream("GET", url, headers=headers, timeout=min(left, _LONGEST_SILENCE)) as response:
                return self._read(response, media, min(ends, self.pace.clock.now() + LONGEST_ANSWER))
        except httpx.ConnectError as error:  # the network is off, more often than not: nobody is kept waiting for it
            raise _Again(f"cannot be reached ({_reason(error)})", attempts=ATTEMPTS_OFF) from None
        except httpx.TransportError as error:
            raise _Again(f"cannot be reached ({_reason(error)})") from None

    def _read(self, response: httpx.Response, media: tuple[str, ...], ends: float) -> Answer | str:
        self._keep_limits(response)
        status = response.status_code
        if status in _LEADS_ON and "Location" in response.headers:
            return str(response.headers["Location"])
        if status in (304, 404):
            return Answer(status)
        if status == _BUSY or status >= 500:
            words = "asks to come back later" if status == _BUSY else f"is in trouble (it answers {status})"
            raise _Again(words, _retry_after(response.headers.get("Retry-After", "")))
        if status != 200:
            raise BadAnswer(f"{self.pace.name} {_SAYS.get(status, f'answers {status}')}")
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind not in media:
            raise BadAnswer(f"{self.pace.name} answers with {kind[:40] or 'something'}, not {media[0]}")
        return Answer(200, self._content(response, ends), response.headers.get("ETag", "")[:200])

    def _content(self, response: httpx.Response, ends: float) -> bytes:
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise BadAnswer(f"{self.pace.name} packs its answer, unasked")
        content = bytearray()
        for chunk in response.iter_raw():
            content += chunk
            if len(content) > MAX_BYTES:
                raise BadAnswer(f"{self.pace.name} answers with more than {MAX_BYTES / 1e6:g} MB")
            if self.pace.clock.now() >= ends:
                raise LookUpFailed(f"{self.pace.name} takes too long")
        return bytes(content)

    def _keep_limits(self, response: httpx.Response) -> None:
        """Crossref says how many questions in how many seconds it takes; we take it at its word when it is slower."""
        limit, interval = (response.headers.get(f"X-Rate-Limit-{name}", "") for name in ("Limit", "Interval"))
        seconds = interval.removesuffix("s")
        if all(number.isascii() and number.isdigit() and 0 < int(number) < 10_000 for number in (limit, seconds)):
            self.pace.slow_to(min(int(seconds) / int(limit), _LONGEST_HOLD))


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _retry_after(said: str) -> float:
    """Seconds, from a number of them or a date (RFC 9110, 10.2.3); 0 for what is neither."""
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), _LONGEST_HOLD)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max(0.0, (until - datetime.now(UTC)).total_seconds()), _LONGEST_HOLD)


def _reason(error: httpx.TransportError) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "it does not answer"
    return _ERRNO.sub("", " ".join(str(error).lower().split()))[:100] or "the connection broke"
