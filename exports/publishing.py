"""Datasette: a database for publication, and the metadata that shows it: tables, columns, and queries to begin with.

Nobody is named. Reviewers are ``reviewer-1`` and so on, in an order that comes from the keys of their labels, which are
random and not published: neither the alphabet nor the time shows through it. https://docs.datasette.io/en/stable/metadata.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from annotator.flags import claim_flags
from annotator.model import ArticleRevision, Label, LabelledClaim, Source, missing_evidence
from annotator.storage.publication import Publication, published
from corpus.reading.naming import is_of_the_web
from exports.errors import CannotExport
from exports.evidenced import count_written
from exports.exporter import FolderExporter
from exports.marking import word_of
from exports.publication_metadata import metadata
from exports.selection import Selection, Tally
from exports.tables import cue_words, source_id

DATABASE, METADATA = "claims.db", "metadata.json"
NAMED = "texts that name a reviewer or editor, whom no pseudonym hides there (read them before you publish)"

_SHORTEST_NAME = 4
"""Letters of a name below which it stands in many a text by chance."""


def write_publication(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write the database and its metadata. Raises CannotExport where a filter names a reviewer: the reports tell it."""
    if selection.reviewers:
        raise CannotExport("this dataset names nobody, and its reports tell the filters: take off the one on reviewers")
    tally = Tally()
    with published(folder / DATABASE) as database:
        filling = _Filling(database, selection, tally)
        for claim in claims:
            filling.add(claim)
        database.name_reviewers(filling.pseudonyms())
        tally.lose(NAMED, texts_naming(filling.names, database.texts()))
        columns = database.columns()
    record = json.dumps(metadata(columns, selection), ensure_ascii=False, indent=1)
    (folder / METADATA).write_text(f"{record}\n", "utf-8", newline="\n")
    return tally


PUBLICATION = FolderExporter(
    name="datasette",
    description="A database for publication, whose reviewers have pseudonyms, with metadata and queries for Datasette:"
    " datasette -i claims.db -m metadata.json in the folder.",
    loses="It names nobody and has no keys of labels, times of day, seconds spent or articles' texts. What people wrote"
    " and quoted is there as it is, whoever it names: read it before you publish. It has current labels, not the"
    " earlier ones; offsets count code points.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence: the tables of"
    " votes, citations and sources are empty.",
    write_in=write_publication,
    is_text=False,
)


def public_address(address: str) -> str | None:
    """An article's address for everybody: of the web, and without a name and password; else none."""
    if not is_of_the_web(address):
        return None
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()


def texts_naming(names: Iterable[str], texts: Iterable[str]) -> int:
    """How many of ``texts`` hold one of ``names`` as words of their own, in whatever case."""
    long = [re.escape(name.casefold()) for name in names if len(name) >= _SHORTEST_NAME]
    if not long:
        return 0
    naming = re.compile(rf"(?<!\w)(?:{'|'.join(long)})(?!\w)")
    return sum(naming.search(text.casefold()) is not None for text in texts)


class _Filling:
    """The rows of the database, made claim by claim; reviewers and sources as they are met."""

    def __init__(self, database: Publication, selection: Selection, tally: Tally) -> None:
        self._database, self._selection, self._tally = database, selection, tally
        self._article: ArticleRevision | None = None
        self._sources: set[str] = set()
        self._retractions: dict[Source, str] = {}
        self._editors: set[str] = set()
        self._keys: dict[str, str] = {}
        self._numbers: dict[str, str] = {}

    def add(self, labelled: LabelledClaim) -> None:
        """Write a claim and all that belongs to it."""
        selection, article, claim = self._selection, labelled.article, labelled.claim
        if article != self._article:
            self._article = article
            self._add_article(article)
        decision, context, made = selection.decide(labelled), claim.context, labelled.adjudication
        self._database.add(
            "claims",
            labelled.claim_id,
            article.slug,
            claim.span.start,
            claim.span.end,
            labelled.kind.value,
            json.dumps(context.headings, ensure_ascii=False),
            context.list_intro,
            context.table_header,
            claim.text,
            decision.verdict.value if decision.verdict else None,
            decision.basis,
            decision.confidence,
            made.answer.value.replace("_", " ") if made and made.answer else None,
            made.rationale if made and made.answer else None,
            selection.split_of(labelled),
        )
        count_written(labelled, selection, self._tally)
        for flag in sorted(claim_flags(labelled)):
            self._database.add("flags", labelled.claim_id, flag.value)
        for cue in claim.cues:
            words = cue_words(cue, claim.text, claim.span.start).partition(": ")[2]
            self._database.add("cues", None, labelled.claim_id, cue.name.value, words)
        if made:
            self._editors.add(made.editor)
        self._retractions |= {source: status.words for source, status in selection.retractions_of(labelled)}
        for vote in sorted(selection.votes_of(labelled), key=_shuffled):
            self._add_vote(vote)

    @property
    def names(self) -> list[str]:
        """The reviewers whose votes were written, and the editors whose decisions were."""
        return sorted(self._editors.union(self._keys))

    def pseudonyms(self) -> dict[str, str]:
        """The name to be published for each number that stands for a reviewer so far."""
        order = sorted(self._keys, key=lambda reviewer: _hashed(self._keys[reviewer]))
        return {self._numbers[reviewer]: f"reviewer-{place}" for place, reviewer in enumerate(order, 1)}

    def _add_article(self, article: ArticleRevision) -> None:
        self._database.add(
            "articles",
            article.slug,
            article.revision,
            article.title,
            article.sha256,
            public_address(article.source_address),
            self._selection.splits.get(article.slug),
        )

    def _add_vote(self, vote: Label) -> None:
        evidence = vote.evidence
        number = self._numbers.setdefault(vote.reviewer, str(len(self._numbers)))
        self._keys[vote.reviewer] = min(vote.key, self._keys.get(vote.reviewer, vote.key))
        self._tally.votes += 1
        self._database.add(
            "votes",
            self._tally.votes,
            vote.claim_id,
            number,
            word_of(vote.answer) or None,
            evidence.rationale,
            evidence.search_note,
            evidence.confidence.value if evidence.confidence else None,
            vote.guideline_version,
            missing_evidence(vote.answer.verdict, evidence),
            vote.labelled_at.date().isoformat(),
        )
        for citation in evidence.citations:
            self._add_source(citation.source)
            self._database.add(
                "citations",
                None,
                self._tally.votes,
                source_id(citation.source),
                citation.stance.value,
                citation.quote,
                citation.place,
                citation.strength.value if citation.strength else None,
            )

    def _add_source(self, source: Source) -> None:
        if (key := source_id(source)) in self._sources:
            return
        self._sources.add(key)
        known = self._retractions.get(source)
        self._database.add("sources", key, source.type.value, source.identifier, source.shown, source.url, known)


def _shuffled(vote: Label) -> str:
    """By what the votes on a claim are ordered: not by their reviewers' names, of which the order would tell."""
    return _hashed(vote.key)


def _hashed(key: str) -> str:
    return sha256(key.encode()).hexdigest()
