"""Crossref and PubMed are asked politely, within limits, and only their good answers are taken."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from annotator.citations.identifiers import parse_identifier
from annotator.citations.lookups import asking
from annotator.citations.lookups.asking import MAX_BYTES
from annotator.citations.lookups.client import Addresses, LookUps, look_ups
from annotator.citations.lookups.contact import contact
from annotator.citations.lookups.pace import Clock, Pace
from annotator.citations.lookups.services import Service
from annotator.citations.lookups.together import Together
from annotator.citations.retraction import Nature
from annotator.errors import BadAnswer, InvalidContact, LookUpFailed, NoLookUp
from annotator.model import Source
from tests.annotator.lookups.services import (
    BNT,
    EMAIL,
    LANCET,
    PMCID,
    PMID,
    RETRACTED_BY,
    FakeTime,
    client_of,
    crossref_json,
    crossref_path,
    endless,
    play_crossref,
    play_pubmed,
    pubmed_xml,
)

JSON = "application/json"
CROSSREF, PUBMED = Service.CROSSREF, Service.PUBMED


def requests_to(server: HTTPServer) -> list[Request]:
    return [request for request, _ in server.log]


def test_crossref_tells_title_authors_journal_year_type_and_abstract(services: HTTPServer) -> None:
    play_crossref(services, **{"updated-by": RETRACTED_BY})

    with client_of(services) as client:
        found = client.ask(CROSSREF, LANCET)

    assert found.work is not None
    assert found.work.title == "Ileal-lymphoid-nodular hyperplasia & CO2"
    assert found.work.authors == "Wakefield AJ, The Group"
    assert (found.work.journal, found.work.year, found.work.csl["type"]) == ("The Lancet", 1998, "article-journal")
    assert found.work.csl["abstract"] == "We looked.\np < 0.05, n<5."
    assert found.work.identifiers == (LANCET,)
    assert [notice.nature for notice in found.notices] == [Nature.CORRECTION, Nature.RETRACTION]
    assert found.etag == '"v1"'


@pytest.mark.parametrize("source", [PMID, PMCID, BNT], ids=str)
def test_pubmed_tells_a_paper_with_its_types_by_any_of_its_names(services: HTTPServer, source: Source) -> None:
    play_pubmed(services)

    with client_of(services) as client:
        work = client.ask(PUBMED, source).work

    assert work is not None
    assert work.title == "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"
    assert work.authors == "Polack FP, C4591001 Clinical Trial Group"
    assert (work.journal, work.year) == ("The New England journal of medicine", 2020)
    assert work.csl["issued"] == {"date-parts": [[2020, 12, 31]]}
    assert work.csl["abstract"].splitlines()[1] == "Results: 95% effective (95% CI, 90.3 to 97.6; P<0.001)."
    assert work.publication_types == ("Journal Article", "Randomized Controlled Trial")
    assert [each.identifier for each in work.identifiers] == ["10.1056/nejmoa2034577", "33301246", "PMC7745181"]


def test_a_doi_in_two_spellings_is_one_name(services: HTTPServer) -> None:
    xml = pubmed_xml().replace('<ArticleId IdType="doi">10.1056/NEJMoa', '<ArticleId IdType="doi">10.1056/nejmOA')
    play_pubmed(services, xml)

    with client_of(services) as client:
        work = client.ask(PUBMED, PMID).work

    assert work is not None
    assert [each.identifier for each in work.identifiers] == ["10.1056/nejmoa2034577", "33301246", "PMC7745181"]


def test_every_question_says_who_asks_and_by_which_program(services: HTTPServer) -> None:
    play_crossref(services)
    play_pubmed(services)

    with client_of(services) as client:
        client.ask(CROSSREF, LANCET)
        client.ask(PUBMED, PMCID)
        client.ask(PUBMED, BNT)

    crossref, *ncbi = requests_to(services)
    assert dict(crossref.args) == {"mailto": EMAIL}
    assert [request.path for request in ncbi] == [
        "/idconv/",
        "/eutils/efetch.fcgi",
        "/eutils/esearch.fcgi",
        "/eutils/efetch.fcgi",
    ]
    assert {(request.args["tool"], request.args["email"]) for request in ncbi} == {("claimdesk", EMAIL)}
    assert {request.headers["User-Agent"] for request in (crossref, *ncbi)} == {f"Claimdesk (mailto:{EMAIL})"}
    assert {"Cookie", "Referer", "Authorization"} & {name for name, _ in crossref.headers} == set()


def test_no_cookie_is_kept(services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_data(
        crossref_json(), content_type=JSON, headers={"Set-Cookie": "who=you; Path=/"}
    )

    with client_of(services) as client:
        client.ask(CROSSREF, LANCET)
        client.ask(CROSSREF, LANCET)

    assert [request.headers.get("Cookie") for request in requests_to(services)] == [None, None]


def test_a_doi_with_odd_signs_arrives_as_it_is(services: HTTPServer) -> None:
    sici = parse_identifier("10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2?#")
    play_crossref(services, sici, DOI=sici.identifier)

    with client_of(services) as client:
        assert client.ask(CROSSREF, sici).work is not None

    assert requests_to(services)[0].path == f"/crossref/works/{sici.identifier}"


@pytest.mark.parametrize(
    ("service", "source"),
    [
        pytest.param(CROSSREF, LANCET, id="a DOI that Crossref does not know"),
        pytest.param(PUBMED, PMID, id="a PMID that PubMed does not know"),
        pytest.param(PUBMED, PMCID, id="a PMCID without a PMID"),
        pytest.param(PUBMED, BNT, id="a DOI that PubMed does not find"),
        pytest.param(PUBMED, LANCET, id="a DOI for which PubMed guesses another paper"),
    ],
)
def test_what_a_service_does_not_know_is_no_work(services: HTTPServer, service: Service, source: Source) -> None:
    if source is LANCET and service is PUBMED:
        play_pubmed(services)
    else:
        empty = "<?xml version='1.0'?><PubmedArticleSet></PubmedArticleSet>"
        services.expect_request(crossref_path()).respond_with_data("Resource not found.", status=404)
        services.expect_request("/eutils/efetch.fcgi").respond_with_data(empty, content_type="text/xml")
        services.expect_request("/eutils/esearch.fcgi").respond_with_json({"esearchresult": {"idlist": []}})
        services.expect_request("/idconv/").respond_with_json({"records": [{"status": "error", "errmsg": "no"}]})

    with client_of(services) as client:
        found = client.ask(service, source)

    assert (found.work, found.notices) == (None, ())


def test_a_pmcid_that_pubmed_does_not_hold_has_its_doi(services: HTTPServer) -> None:
    services.expect_request("/idconv/").respond_with_json({"records": [{"pmcid": "PMC7745181", "doi": BNT.shown}]})

    with client_of(services) as client:
        found = client.ask(PUBMED, PMCID)

    assert (found.work, found.also) == (None, (BNT,))


def test_many_papers_are_asked_about_in_one_question_and_each_has_its_answer(services: HTTPServer) -> None:
    none = "<PubmedArticleSet></PubmedArticleSet>"
    services.expect_request("/eutils/efetch.fcgi").respond_with_handler(
        lambda asked: Response(
            pubmed_xml() if PMID.identifier in asked.args["id"].split(",") else none, content_type="text/xml"
        )
    )
    sources = [PMID, *(parse_identifier(f"PMID {number}") for number in range(1, 25))]

    with client_of(services) as client:
        together = Together(client, sources)
        found = [together.ask(PUBMED, source) for source in sources]

    assert [each.source for each in found] == sources
    assert [each.is_known for each in found] == [True, *[False] * 24]
    assert [request.args["id"].count(",") for request in requests_to(services)] == [19, 4]


def test_a_bad_answer_about_many_leaves_each_to_be_asked_about_alone(services: HTTPServer) -> None:
    services.expect_request("/eutils/efetch.fcgi").respond_with_handler(
        lambda asked: Response("<p" if "," in asked.args["id"] else pubmed_xml(), content_type="text/xml")
    )

    with client_of(services) as client:
        found = Together(client, [PMID, parse_identifier("PMID 2")]).ask(PUBMED, PMID)

    assert found.is_known


def test_an_answer_that_is_known_is_not_sent_again(services: HTTPServer) -> None:
    services.expect_request(crossref_path(), headers={"If-None-Match": '"v1"'}).respond_with_data("", status=304)

    with client_of(services) as client:
        found = client.ask(CROSSREF, LANCET, etag='"v1"')

    assert (found.is_unchanged, found.etag, found.work) == (True, '"v1"', None)


def test_retry_after_is_waited_for_and_then_the_answer_is_taken(services: HTTPServer) -> None:
    services.expect_ordered_request(crossref_path()).respond_with_data("", status=429, headers={"Retry-After": "3"})
    services.expect_ordered_request(crossref_path()).respond_with_data(crossref_json(), content_type=JSON)
    fake = FakeTime()

    with client_of(services, fake.clock) as client:
        assert client.ask(CROSSREF, LANCET).work is not None

    assert fake.slept == [3.0]


def test_retry_after_may_be_a_date(services: HTTPServer) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=5), usegmt=True)
    services.expect_ordered_request(crossref_path()).respond_with_data("", status=503, headers={"Retry-After": until})
    services.expect_ordered_request(crossref_path()).respond_with_data(crossref_json(), content_type=JSON)
    fake = FakeTime()

    with client_of(services, fake.clock) as client:
        assert client.ask(CROSSREF, LANCET).work is not None

    assert 2 < sum(fake.slept) <= 5


def test_a_longer_retry_after_than_there_is_time_ends_the_look_up_and_is_kept_by_all(services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_data("", status=429, headers={"Retry-After": "120"})
    fake = FakeTime()

    with client_of(services, fake.clock) as client:
        with pytest.raises(LookUpFailed, match="Crossref asks to come back later"):
            client.ask(CROSSREF, LANCET)
        with pytest.raises(LookUpFailed, match="Crossref can be asked again in 2 minutes"):
            client.ask(CROSSREF, BNT)

    assert (len(services.log), fake.slept) == (1, [])


def test_trouble_that_passes_is_waited_out(services: HTTPServer) -> None:
    services.expect_ordered_request(crossref_path()).respond_with_data("oops", status=500)
    services.expect_ordered_request(crossref_path()).respond_with_data(crossref_json(), content_type=JSON)
    fake = FakeTime()

    with client_of(services, fake.clock) as client:
        assert client.ask(CROSSREF, LANCET).work is not None

    assert fake.slept == [0.5]


def test_trouble_that_stays_is_told_in_one_line(services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_data("oops", status=502)

    with (
        client_of(services) as client,
        pytest.raises(LookUpFailed, match=r"^Crossref is in trouble \(it answers 502\)$"),
    ):
        client.ask(CROSSREF, LANCET)

    assert len(services.log) == 4


def test_a_network_that_is_off_is_told_in_one_line() -> None:
    nowhere = Addresses(*["http://127.0.0.1:9/"] * 3)

    fake = FakeTime()

    with pytest.raises(LookUpFailed, match=r"^Crossref cannot be reached \(") as caught:
        LookUps(EMAIL, nowhere, fake.clock).ask(CROSSREF, LANCET)

    assert str(caught.value) == "Crossref cannot be reached (connection refused)"
    assert fake.slept == [0.5]  # nobody is kept waiting for a network that is off


BAD: list[tuple[str, Callable[[Request], Response], str]] = [
    ("truncated", lambda _: Response(crossref_json()[:200], content_type=JSON), "cut short"),
    ("no work", lambda _: Response("{}", content_type=JSON), "cut short"),
    ("a list", lambda _: Response("[1]", content_type=JSON), "cut short"),
    ("nested", lambda _: Response("[" * 200_000, content_type=JSON), "cut short"),
    ("an empty work", lambda _: Response('{"message": {}}', content_type=JSON), "no work"),
    ("HTML", lambda _: Response("<p>Sign in", content_type="text/html"), "answers with text/html"),
    ("no type", lambda _: Response("{}", content_type=""), "answers with something"),
    ("huge, and says so", lambda _: Response(b" " * (MAX_BYTES + 1), content_type=JSON), "more than 5 MB"),
    ("endless", endless(50_000), "more than 5 MB"),
    ("packed", lambda _: Response(b"x", content_type=JSON, headers={"Content-Encoding": "gzip"}), "packs"),
    ("forbidden", lambda _: Response("", status=403), "does not let us in"),
    ("teapot", lambda _: Response("", status=418), "answers 418"),
    ("elsewhere", lambda _: Response("", status=302, headers={"Location": "https://evil.example/"}), "another place"),
    ("a file", lambda _: Response("", status=302, headers={"Location": "file:///etc/passwd"}), "another place"),
    ("the port", lambda _: Response("", status=302, headers={"Location": "http://127.0.0.1:1/"}), "another place"),
    ("in a circle", lambda _: Response("", status=301, headers={"Location": "."}), "on and on"),
]


@pytest.mark.parametrize(("answer", "reason"), [pytest.param(*rest, id=name) for name, *rest in BAD])
def test_an_answer_that_is_no_good_is_refused(
    services: HTTPServer, answer: Callable[[Request], Response], reason: str
) -> None:
    services.expect_request(crossref_path()).respond_with_handler(answer)
    services.expect_request("/crossref/works/").respond_with_handler(answer)

    with client_of(services) as client, pytest.raises(BadAnswer, match=reason) as caught:
        client.ask(CROSSREF, LANCET)

    assert str(caught.value).startswith("Crossref")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        pytest.param(pubmed_xml()[:900], "cut short", id="truncated"),
        pytest.param("", "cut short", id="empty"),
        pytest.param("<html></html>", "no list of articles", id="another kind of XML"),
        pytest.param(
            '<!DOCTYPE P [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><PubmedArticleSet>&b;</PubmedArticleSet>',
            "declares entities",
            id="entities",
        ),
        pytest.param(
            '<!DOCTYPE P [<!ENTITY x SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&x;</PubmedArticleSet>',
            "declares entities",
            id="a file of this machine",
        ),
        pytest.param(pubmed_xml(pmid="1"), "another paper", id="another paper"),
    ],
)
def test_an_xml_answer_that_is_no_good_is_refused(services: HTTPServer, xml: str, reason: str) -> None:
    services.expect_request("/eutils/efetch.fcgi").respond_with_data(xml, content_type="text/xml; charset=utf-8")

    with client_of(services) as client, pytest.raises(BadAnswer, match=reason):
        client.ask(PUBMED, PMID)


def test_a_redirect_to_what_is_no_address_is_no_answer(services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_data("", 302, headers={"Location": "http://\x7f/"})

    with client_of(services) as client, pytest.raises(LookUpFailed, match="invalid url in location header"):
        client.ask(CROSSREF, LANCET)


def test_a_redirect_within_the_service_is_followed(services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_data("", 301, headers={"Location": "/crossref/works/new"})
    services.expect_request("/crossref/works/new").respond_with_data(crossref_json(), content_type=JSON)

    with client_of(services) as client:
        assert client.ask(CROSSREF, LANCET).work is not None


def test_nobody_waits_longer_than_was_asked_for(services: HTTPServer) -> None:
    released = threading.Event()

    def hang(request: Request) -> Response:
        released.wait(20)
        return Response(crossref_json(), content_type=JSON)

    services.expect_request(crossref_path()).respond_with_handler(hang)
    try:
        with client_of(services) as client, pytest.raises(LookUpFailed, match=r"takes too long|does not answer"):
            client.ask(CROSSREF, LANCET, seconds=0.05)
    finally:
        released.set()


def test_an_answer_that_drips_is_not_waited_for(services: HTTPServer) -> None:
    services.expect_request(crossref_path()).respond_with_handler(endless(1))

    with client_of(services, Clock()) as client, pytest.raises(LookUpFailed, match="Crossref takes too long"):
        client.ask(CROSSREF, LANCET, seconds=0.1)


def test_an_answer_that_drips_is_given_up_early_also_where_there_is_time(
    services: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "LONGEST_ANSWER", 0.1)
    services.expect_request(crossref_path()).respond_with_handler(endless(1))

    with client_of(services, Clock()) as client, pytest.raises(LookUpFailed, match="Crossref takes too long"):
        client.ask(CROSSREF, LANCET, seconds=60)

    assert len(services.log) == 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        pytest.param(4, "a few seconds", id="seconds"),
        pytest.param(40, "a minute", id="a-minute"),
        pytest.param(2996, "50 minutes", id="minutes"),
    ],
)
def test_how_long_a_service_wants_to_be_left_alone_is_told_in_words(seconds: float, words: str) -> None:
    fake = FakeTime()
    pace = Pace("Crossref", 1, 1, fake.clock)
    pace.hold(seconds)

    with pytest.raises(LookUpFailed, match=f"^Crossref can be asked again in {words}$"), pace.turn(fake.seconds):
        pass


def test_questions_of_many_threads_keep_the_pace_of_one(services: HTTPServer) -> None:
    fake, turns = FakeTime(), list[float]()
    pace = Pace("PubMed", 1 / 3, 8, fake.clock)
    lock = threading.Lock()

    def ask() -> None:
        with pace.turn(ends=5000.0), lock:
            turns.append(1)

    waits = []
    original = pace._reserve

    def noted(ends: float) -> float:
        wait = original(ends)
        waits.append(fake.clock.now() + wait)
        return wait

    pace._reserve = noted  # type: ignore[method-assign]
    threads = [threading.Thread(target=ask) for _ in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(turns) == 9
    assert all(after - before >= 1 / 3 - 1e-9 for before, after in pairwise(sorted(waits)))


def test_the_server_sees_the_questions_apart(services: HTTPServer) -> None:
    seen: list[float] = []

    def note(request: Request) -> Response:
        seen.append(time.monotonic())
        return Response(pubmed_xml(), content_type="text/xml")

    services.expect_request("/eutils/efetch.fcgi").respond_with_handler(note)
    fake = FakeTime()
    with client_of(services, fake.clock) as client:
        for _ in range(4):
            client.ask(PUBMED, PMID)

    assert len(seen) == 4
    assert fake.slept == [pytest.approx(1 / 3, abs=1e-5)] * 3


def test_limits_that_crossref_states_are_kept_where_they_are_slower(services: HTTPServer) -> None:
    slow = {"X-Rate-Limit-Limit": "1", "X-Rate-Limit-Interval": "2s"}
    services.expect_request(crossref_path()).respond_with_data(crossref_json(), content_type=JSON, headers=slow)
    fake = FakeTime()

    with client_of(services, fake.clock) as client:
        for _ in range(3):
            client.ask(CROSSREF, LANCET)

    assert fake.slept == [pytest.approx(0.1), pytest.approx(2.0)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("NCT04368728", "trial numbers", id="NCT"),
        pytest.param("9780306406157", "books", id="ISBN"),
        pytest.param("https://example.org/", "web addresses", id="URL"),
    ],
)
def test_there_is_no_look_up_for_other_types(services: HTTPServer, text: str, words: str) -> None:
    with client_of(services) as client, pytest.raises(NoLookUp, match=f"there is no look-up for {words}"):
        client.ask(CROSSREF, parse_identifier(text))

    assert services.log == []


@pytest.mark.parametrize(
    "given",
    ["ada", "ada@", "@example.org", "ada@example", "ada example@x.org", "a@b.org,c@d.org", "ada@ex..org", "x" * 260],
)
def test_a_contact_that_is_no_address_is_told(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_CONTACT", given)

    with pytest.raises(InvalidContact, match="CLAIMDESK_CONTACT is no e-mail address"):
        look_ups()


def test_nobody_is_asked_without_a_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMDESK_CONTACT", raising=False)
    assert look_ups() is None

    monkeypatch.setenv("CLAIMDESK_CONTACT", " ada+desk@example.org ")
    assert contact() == "ada+desk@example.org"
    assert look_ups() is look_ups()  # one pace for all threads


def test_what_crossref_holds_in_odd_shapes_is_read_as_far_as_it_goes(services: HTTPServer) -> None:
    odd = {
        "title": [],
        "author": [None, {"family": 5}, {"given": "only"}],
        "issued": {"date-parts": [[None]]},
        "published": {"date-parts": [[2001, 13]]},
        "container-title": None,
        "abstract": 7,
        "updated-by": [None, {"type": "new_version"}, {"type": "Retraction", "DOI": "?", "updated": "then"}],
    }
    services.expect_request(crossref_path()).respond_with_data(
        json.dumps({"message": {**odd, "DOI": "10.1000/x"}}), content_type=JSON
    )

    with client_of(services) as client:
        found = client.ask(CROSSREF, LANCET)

    assert found.work is not None
    assert (found.work.title, found.work.authors, found.work.year) == ("", "", 2001)
    assert [each.identifier for each in found.work.identifiers] == [LANCET.identifier, "10.1000/x"]
    assert [(notice.nature, notice.date, notice.notice) for notice in found.notices] == [(Nature.RETRACTION, "", "")]
