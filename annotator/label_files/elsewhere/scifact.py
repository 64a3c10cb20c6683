"""SciFact's JSONL: claims with evidence by document, ``{"31": [{"sentences": [3], "label": "CONTRADICT"}]}``.

A claim without evidence is one that its documents do not settle. The words come from ``corpus.jsonl``, where it is
given too. Documents are numbered as Semantic Scholar does, unless a person says that the numbers are PMIDs; those of
our own exports have their names in ``ids.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.label_files.elsewhere.fever import is_number, passage_of
from annotator.label_files.elsewhere.given import Fields, Job, Passages, each_entry, the
from annotator.label_files.elsewhere.model import UNLABELLED, BadEntry, Found, Meaning, Passage, Refused, Vote
from annotator.label_files.elsewhere.same_words import told_apart

_LOOKED_AT_NOWHERE = "document that was looked at, and is in no file given beside: without its title"
_NO_WORDS = "rationale that is not quoted: give corpus.jsonl too"
_APART = "document with several rationales, each of which suffices: they are one citation here"


def read_scifact(job: Job) -> Iterator[Found | Refused]:
    """The claims of a SciFact file. Those of its test set have no evidence field, and no label here."""

    def found(line: int, fields: Fields) -> Iterable[Found]:
        claim = the(fields, "claim", str, "text")
        if "evidence" not in fields:
            job.losses.add(UNLABELLED)
            return [Found(line, claim)]
        evidence = the(fields, "evidence", dict, "an object by document")
        cited = fields.get("cited_doc_ids") or []
        if not isinstance(cited, list):
            raise BadEntry("its cited_doc_ids are no list")
        looked_at = [_looked_at(str(name), job) for name in cited if str(name) not in evidence]
        votes = [_vote(line, name, rationales, job) for name, rationales in evidence.items()]
        if not votes:
            return [Found(line, claim, (Vote(line, meaning=Meaning.UNSUPPORTED, passages=tuple(looked_at)),))]
        if looked_at:
            votes.append(Vote(line, passages=tuple(looked_at)))
        return [Found(line, claim, tuple(votes))]

    yield from told_apart(each_entry(job.given, found), job.losses)


def _vote(line: int, name: str, rationales: object, job: Job) -> Vote:
    """What one document says of the claim."""
    if not isinstance(rationales, list) or not rationales:
        raise BadEntry(f"its evidence in document {name} is no list of rationales")
    if _is_missing(name, job.passages):
        raise BadEntry(
            f"document {name[:60]} is in no file that was given beside: give the corpus.jsonl of these claims"
        )
    if len(rationales) > 1:
        job.losses.add(_APART)
    cited, meanings = [], set()
    for rationale in rationales:
        if not isinstance(rationale, dict):
            raise BadEntry(f"a rationale in document {name} is no object with sentences and label")
        numbers = the(rationale, "sentences", list, "a list")
        if not numbers:
            raise BadEntry(f"a rationale in document {name} names no sentence")
        if not all(map(is_number, numbers)):
            raise BadEntry(f"the sentences of a rationale in document {name} are not whole numbers")
        meaning = job.words.meaning(the(rationale, "label", str, "text"))
        meanings.add(meaning)
        cited.append(passage_of(name, numbers, meaning, job, _NO_WORDS))
    if len(meanings) > 1:
        raise BadEntry(f"the rationales in document {name} differ in their label: one abstract has one")
    return Vote(line, meaning=meanings.pop(), passages=tuple(cited))


def _looked_at(name: str, job: Job) -> Passage:
    if _is_missing(name, job.passages):
        job.losses.add(_LOOKED_AT_NOWHERE)
    return Passage(job.passages.title(name), (job.passages.source(name),))


def _is_missing(name: str, passages: Passages) -> bool:
    """Whether documents were given, and this one is not among them."""
    return bool(passages.documents) and passages.sentences(name) is None
