"""How verdicts, flags and stances look on a page: one sign and one word each, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.citations.quotes import QuoteMatch
from annotator.citations.retraction import Nature, RetractionStatus, Standing
from annotator.flags import Flag
from annotator.model import Adjudication, Ruling, Stance, Strength, Verdict
from annotator.storage.listing import Vote
from annotator.ui.components.sheet import Node, node
from corpus.matching.model import Aspect, Difference, MatchKind
from corpus.model import Amount, Cue, CueName, Measure
from corpus.quantities.spoken import in_words

SIGNS = {Verdict.SUPPORTED: "✓", Verdict.UNSUPPORTED: "?", Verdict.CONTRADICTED: "✗"}
RULING_SIGNS = {Ruling.NOT_A_CLAIM: "–"} | {Ruling(verdict.value): sign for verdict, sign in SIGNS.items()}
FLAG_WORDS = {
    Flag.CONTRADICTED: "Contradicted",
    Flag.UNSUPPORTED: "Unsupported",
    Flag.OPEN: "Evidence missing",
    Flag.DISAGREEMENT: "Reviewers differ",
    Flag.RETRACTED: "Retracted evidence",
    Flag.WEAK: "Weak evidence",
    Flag.OLD: "Old evidence",
}
MATCH_WORDS = {MatchKind.REPEAT: "Says the same?", MatchKind.CONFLICT: "Conflict?"}
MATCH_SIGNS = {MatchKind.REPEAT: "≈", MatchKind.CONFLICT: "↯"}
MATCH_SAYS = {MatchKind.REPEAT: ("The same", "Not the same"), MatchKind.CONFLICT: ("They disagree", "They do not")}
ASPECT_WORDS = {
    Aspect.AMOUNT: "other amount",
    Aspect.DIRECTION: "other direction",
    Aspect.NEGATION: "one denies it",
    Aspect.ABSOLUTE: "harm in one, none in the other",
    Aspect.NAME: "other names",
    Aspect.POPULATION: "other people",
    Aspect.MODALITY: "one says it may be so",
}
FLAG_SIGNS = {Flag.CONTRADICTED: "✗", Flag.UNSUPPORTED: "?", Flag.OPEN: "○", Flag.DISAGREEMENT: "≠"}
FLAG_SIGNS |= {Flag.RETRACTED: "⊘", Flag.WEAK: "△", Flag.OLD: "◷"}
RETRACTION_SIGNS = {Standing.RETRACTED: "⊘", Standing.CONCERN: "!"}
NATURE_WORDS = {Nature.CORRECTION: "Corrected", Nature.REINSTATEMENT: "Reinstated"}
STANCE_WORDS = {Stance.SUPPORTS: "✓ supports", Stance.CONTRADICTS: "✗ contradicts", Stance.CONTEXT: "· context"}
STANCE_TONES = {Stance.SUPPORTS: Verdict.SUPPORTED, Stance.CONTRADICTS: Verdict.CONTRADICTED, Stance.CONTEXT: "context"}

STRENGTH_WORDS = {
    Strength.GUIDELINE: "Guideline",
    Strength.SYSTEMATIC_REVIEW: "Systematic review",
    Strength.RANDOMISED_TRIAL: "Randomised trial",
    Strength.COHORT: "Cohort",
    Strength.CASE_REPORT: "Case report",
    Strength.ANIMAL: "Animal",
    Strength.IN_VITRO: "In vitro",
    Strength.OPINION: "Opinion",
}

QUOTE_WORDS = {
    QuoteMatch.VERBATIM: "✓ Word for word in the abstract",
    QuoteMatch.NEAR: "≈ Nearly in the abstract",
    QuoteMatch.ABSENT: "✗ Not found in the abstract",
}
QUOTE_TONES = {QuoteMatch.VERBATIM: "good", QuoteMatch.NEAR: "doubt", QuoteMatch.ABSENT: "bad"}


def difference_words(difference: Difference) -> str:
    """``other amount: 400-420 mg / 400-800 mg``: this claim's words, then the other's."""
    said = ASPECT_WORDS[difference.aspect]
    if difference.aspect in (Aspect.ABSOLUTE, Aspect.MODALITY) or not (difference.left or difference.right):
        return said
    return f"{said}: {difference.left or '–'} / {difference.right or '–'}"


def verdict_words(verdict: Verdict) -> str:
    """``Supported``."""
    return verdict.value.capitalize()


def section_words(section: str) -> str:
    """The heading, or what to call the text before the first one."""
    return section or "Before the first heading"


_CUE_NAMES = {CueName.POPULATION: "group", CueName.ABSOLUTE: "absolute wording", CueName.HEDGED: "hedged wording"}
_CUE_NAMES |= {CueName.CAUSAL: "causal wording", CueName.ASSOCIATIVE: "associative wording"}


def cue_name_words(name: CueName) -> str:
    """``unnamed source``."""
    return _CUE_NAMES.get(name, kind_words(name))


def cue_tone(name: CueName) -> str | None:
    """How a cue stands out: ``urgent`` for what can hurt, nothing for the others."""
    return "urgent" if name in (CueName.HARM, CueName.DOSE, CueName.ABSOLUTE) else None


def cue_words(cue: Cue) -> str:
    """The cue with what it tells: ``dose 400–420 mg a day``, ``harm: interaction``."""
    if isinstance(cue.detail, Amount):
        measure = cue.detail.measures
        return f"{'number' if measure is Measure.COUNT else measure.value} {in_words(cue.detail)}"
    return f"{cue_name_words(cue.name)}: {cue.detail}" if cue.detail else cue_name_words(cue.name)


def kind_words(kind: str) -> str:
    """``list item``."""
    return kind.replace("_", " ")


def verdict_mark(verdict: Verdict) -> Node:
    """The verdict with its sign."""
    sign = node("span.sign", SIGNS[verdict], aria_hidden="true")
    return node("span.verdict", sign, " " + verdict_words(verdict), is_=verdict.value)


def ruling_words(ruling: Ruling) -> str:
    """``✗ Contradicted``, ``– Not a claim``."""
    return f"{RULING_SIGNS[ruling]} {ruling.value.replace('_', ' ').capitalize()}"


def ruling_mark(ruling: Ruling) -> Node:
    """What an editor decided, with its sign, as a verdict looks."""
    sign, _, word = ruling_words(ruling).partition(" ")
    return node("span.verdict", node("span.sign", sign, aria_hidden="true"), f" {word}", is_=ruling.value)


def decided_line(made: Adjudication) -> Node:
    """What an editor decided, above the votes of a claim in a table."""
    who = node("span.quiet", "  decided by ", node("bdi", made.editor))
    return node("span.decided", *([ruling_mark(made.answer)] if made.answer else []), who, title=made.rationale or None)


def flag_chips(flags: Iterable[Flag]) -> Node:
    """A claim's flags, each with its reason where the pointer rests."""
    return node("ul.flags", *(flag_chip(flag, "li") for flag in flags))


def flag_chip(flag: Flag, tag: str) -> Node:
    """One flag with its sign."""
    sign = node("span.sign", FLAG_SIGNS[flag], aria_hidden="true")
    return node(f"{tag}.flag", sign, FLAG_WORDS[flag], is_=flag.value, title=flag.description)


def retraction_lines(status: RetractionStatus) -> list[Node]:
    """What is known of a source's retraction, with its day; under it the corrections and other notices there are."""
    tone = status.nature.value if status.nature in RETRACTION_SIGNS else None
    sign = [node("span.sign", f"{RETRACTION_SIGNS[status.nature]} ", aria_hidden="true")] if tone else []
    said = node("a", status.words, href=status.url) if status.url else status.words
    others = [
        f"{NATURE_WORDS[each.nature]} {each.date}".strip() for each in status.notices if each.nature in NATURE_WORDS
    ]
    told = [node("span.retraction", *sign, said, is_=tone, title=", ".join(_reasons(status)))]
    if others:
        told.append(node("span.retraction", ", ".join(dict.fromkeys(others))))
    return told


def _reasons(status: RetractionStatus) -> list[str]:
    return list(dict.fromkeys(each.reason for each in status.notices if each.reason))


def vote_list(votes: Iterable[Vote]) -> Node:
    """Who says what of a claim; who took their answer back says nothing."""
    return node("ul.votes", *(_vote(vote) for vote in votes if vote.verdict or vote.is_not_a_claim or vote.skipped))


def _vote(vote: Vote) -> Node:
    who = node("span.who", vote.reviewer, dir="auto")
    if vote.verdict is not None:
        sign = node("span.sign", SIGNS[vote.verdict], aria_hidden="true")
        said = node("span.unseen", f"{vote.verdict.value}: ")
        return node("li.vote", sign, said, who, is_=vote.verdict.value, title=f"{vote.reviewer}: {vote.verdict.value}")
    mark, word = ("–", "not a claim") if vote.is_not_a_claim else ("→", "skipped")
    return node("li.vote", node("span.sign", mark, aria_hidden="true"), who, node("span.quiet", word))
