"""Short lines that stand over what is no text: links, contents, a bibliography, end matter.

Each table is one pattern a line, tried at the start of a line.
"""

from __future__ import annotations

from corpus.openings import Opening
from corpus.patterns import words

_LINKS_PATTERNS = (
    r"\W*(?:related|recommended|popular|recent|latest|more|similar) "
    r"(?:articles?|posts?|reading|content|stories|topics|news|discussions?|threads?|questions|conditions|guides)\W*\Z",
    r"\W*(?:(?:you )?(?:may|might) also like|trending(?: now)?|more from .{2,40}|up next|keep reading)\W*\Z",
    r"\W*read (?:next|more)\W*\Z|\W*(?:related|linked|similar|see also|external links|web ?links)\W*\Z",
    r"\W*(?:customers|people|others|readers) (?:who \w+ (?:this|it) )?also "
    r"(?:bought|viewed|liked|read|searched for)\W*\Z",
    r"\W*more (?:in [A-Z]|about ).{1,40}\Z|\W*in this section\W*\Z|\W*most (?:read|popular|viewed)\W*\Z",
    r"\W*explore more\b.{0,40}\Z|\W*more on this (?:story|topic)\W*\Z",
)
_LINKS = Opening(*_LINKS_PATTERNS)
_CONTENTS_PATTERNS = (
    r"\W*(?:table of contents|contents|page contents|quick links|on this page|jump to(?: section)?)\W*\Z",
    r"\W*in this (?:article|page|guide|post)\W*\Z",
    r"\W*what['’]?(?:s| is) (?:inside|in this \w+)\W*\Z",
)
_CONTENTS = Opening(*_CONTENTS_PATTERNS)
_REFERENCES_PATTERNS = (
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:(?:selected|key|main|scientific|article|list of|show|view|see) )?"
    r"(?:references?|sources|citations)"
    r"(?: (?:cited|list|used|and notes|and further reading|\(\d+\)))?\W*\Z",
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:bibliography|works cited|literature(?: cited)?|footnotes|end ?notes|notes|"
    r"further reading|resources|studies cited)\W*\Z",
)
_REFERENCES = Opening(*_REFERENCES_PATTERNS)
_LABELS = Opening(*_LINKS_PATTERNS, *_CONTENTS_PATTERNS, *_REFERENCES_PATTERNS)
_END_MATTER = Opening(
    r"\W*"
    + words("""
        (?:medical_)?disclaimers? (?:financial_)?disclosures? conflicts?_of_interests?
        (?:declaration_of_)?(?:competing_)?interests? funding financial_support acknowledge?ments?
        author_contributions? about_the_authors? author_information copyright contact(?:_us)? advertisement
        keywords? data_availability(?:_statement)? ethics(?:_statement|_approval)? editorial_(?:policy|process)
        share_this(?:_article)? comments? leave_a_(?:reply|comment)
        (?:media|press|general|further|for_more)_(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|information)
        contacts?_information (?:author_)?affiliations? contacts?
        contact_(?:details|information|numbers|us) useful_(?:contacts|(?:phone_|telephone_)?numbers)
        (?:how|who)_to_contact(?:_us)? get_in_touch enquir(?:y|ies) inquiries
    """)
    + r"\W*\Z",
    r"\W*(?:\w+ ){1,2}contacts? information\W*\Z",  # by itself: only this one opens with any word
)
_EDIT = "[edit]"  # a wiki's button behind a heading
LONGEST_LABEL = 60


def is_references_heading(line: str) -> bool:
    """Whether a bibliography follows: ``References``, ``Works cited:``, ``NOTES``."""
    return len(line) <= LONGEST_LABEL and _REFERENCES.match(line.removesuffix(_EDIT)) is not None


def opens_end_matter(heading: str) -> bool:
    """Whether all that stands under ``heading`` is boilerplate: ``Disclaimer``, ``About the author``."""
    return _END_MATTER.match(heading) is not None


def opens_links(heading: str) -> bool:
    """Whether titles of other articles stand under ``heading``: ``Related articles``."""
    return len(heading) <= LONGEST_LABEL and _LINKS.match(heading.removesuffix(_EDIT)) is not None


def may_be_label(line: str) -> bool:
    """Whether a short line may stand over contents, links or a bibliography: most lines are told at one look."""
    return len(line) <= LONGEST_LABEL and _LABELS.match(line.removesuffix(_EDIT)) is not None


def is_contents_label(line: str) -> bool:
    """Whether a line announces a table of contents."""
    return len(line) <= LONGEST_LABEL and _CONTENTS.match(line) is not None
