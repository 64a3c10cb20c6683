"""UIMA CAS as XMI, for INCEpTION: the text of each article with its claims as annotations, and the type system.

Claims are of the type ``webanno.custom.Claim``, one for each vote. Offsets count UTF-16 units, as Java does.
https://uima.apache.org/d/uimaj-current/ref.html#ugr.ref.xmi
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotator.model import LabelledClaim
from exports.exporter import FolderExporter
from exports.grouping import in_parts
from exports.marking import Mark, MarkedArticle, citation_words, marked_articles, utf_16_places
from exports.selection import Selection, Tally

TYPE_SYSTEM = "TypeSystem.xml"
REPLACED = "signs that XML cannot hold (each is written as \ufffd)"

_CLAIM = "webanno.custom.Claim"
_DOCUMENT = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_TYPES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    _CLAIM: (
        "uima.tcas.Annotation",
        ("claimId", "kind", "verdict", "reviewer", "likelihood", "rationale", "searchNote", "citations"),
    ),
    _DOCUMENT: (
        "uima.tcas.DocumentAnnotation",
        ("documentTitle", "documentId", "documentUri", "collectionId"),
    ),
}
"""The types by name: what each is a kind of, and its features, all of them texts."""

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPED = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\"'\t\n\r\x85\u2028"}


def write_uima(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write ``SLUG.xmi`` for each article, in a folder for each split where some are frozen, and the type system."""
    tally = Tally()
    inside = in_parts(claims, selection, tally)
    for marked in marked_articles(inside, selection, tally, bare=True):
        place = folder / marked.split if marked.split else folder
        place.mkdir(exist_ok=True)
        (place / f"{marked.article.slug}.xmi").write_bytes("".join(_document(marked, tally)).encode())
    (folder / TYPE_SYSTEM).write_bytes("".join(_type_system()).encode())
    return tally


UIMA = FolderExporter(
    name="cas",
    description="UIMA CAS XMI for INCEpTION: the text of each article with its claims, one for each vote, and the type"
    " system; a folder for each frozen split.",
    loses="It has no context, cues and flags, and no times. Offsets count UTF-16 units, as Java does: an emoji is two.",
    with_votes="A vote's citations are lines of words.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence.",
    write_in=write_uima,
)


def _document(marked: MarkedArticle, tally: Tally) -> Iterator[str]:
    article, place = marked.article, utf_16_places(marked.text)
    features = [
        (
            _CLAIM,
            place(claim.claim.span.start),
            place(claim.claim.span.end),
            _features(claim, mark),
        )
        for claim, marks in marked.claims
        for mark in marks or (None,)
    ]
    about = {
        "language": "en",
        "documentTitle": article.title,
        "documentId": f"{article.slug}/{article.revision}",
        "documentUri": article.source_address,
        "collectionId": marked.split or "",
    }
    annotations = [(_DOCUMENT, 0, place(len(marked.text)), about), *features]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"'
    yield ' xmlns:cas="http:///uima/cas.ecore"'
    for name in _TYPES:
        package, _, short = name.rpartition(".")
        yield f' xmlns:{short.lower()}="http:///{package.replace(".", "/")}.ecore"'
    yield ' xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
    for number, (name, start, end, said) in enumerate(annotations, 2):
        short = name.rpartition(".")[2]
        yield f'<{short.lower()}:{short} xmi:id="{number}" sofa="1" begin="{start}" end="{end}"'
        yield "".join(f' {feature}="{_escaped(value, tally)}"' for feature, value in said.items() if value)
        yield "/>\n"
    yield '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"'
    yield f' sofaString="{_escaped(marked.text, tally)}"/>\n'
    members = " ".join(map(str, range(2, len(annotations) + 2)))
    yield f'<cas:View sofa="1" members="{members}"/>\n</xmi:XMI>\n'


def _features(claim: LabelledClaim, mark: Mark | None) -> dict[str, str]:
    about = {"claimId": claim.claim_id, "kind": claim.kind.value}
    if mark is None:
        return about
    about |= {"verdict": mark.word, "likelihood": "" if mark.confidence is None else f"{mark.confidence:.6f}"}
    if mark.vote is None:
        return about
    evidence = mark.vote.evidence
    return about | {
        "reviewer": mark.reviewer,
        "rationale": evidence.rationale,
        "searchNote": evidence.search_note,
        "citations": "\n\n".join(map(citation_words, mark.citations)),
    }


def _type_system() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n<types>\n'
    for name, (parent, features) in _TYPES.items():
        yield f"<typeDescription>\n<name>{name}</name>\n<description/>\n<supertypeName>{parent}</supertypeName>\n"
        yield "<features>\n"
        for feature in features:
            yield f"<featureDescription>\n<name>{feature}</name>\n<description/>\n"
            yield "<rangeTypeName>uima.cas.String</rangeTypeName>\n</featureDescription>\n"
        yield "</features>\n</typeDescription>\n"
    yield "</types>\n</typeSystemDescription>\n"


def _escaped(words: str, tally: Tally) -> str:
    """``words`` as the value of an attribute. A sign that XML 1.0 cannot hold becomes another one of the same width,
    so that no offset moves."""
    held, replaced = _NOT_IN_XML.subn("\ufffd", words)
    tally.lose(REPLACED, replaced)
    return held.translate(_ESCAPED)
