"""What stands in an article without being of it, as its words and trafilatura say: related articles, lists of links,
readers' comments. What the names of elements say was taken out before (see ``pruning``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from lxml.html import HtmlElement

from corpus.reading.known import Letters
from corpus.reading.page_tables import is_data
from corpus.reading.pruning import is_bibliography

_ELSEWHERE = re.compile(
    r"""\W*(?:
        (?:related|recommended|suggested|featured|popular|trending|latest|recent|similar|more)
            (?:\s+(?:articles?|stories|posts?|news|content|links|topics|reading|searches|videos|for\syou|now))*
        | (?:more|other|latest|most\s+recent)\s(?:\w+\s){0,3}(?:articles|stories|posts|columns|news|headlines|videos)
        | more\s+(?:from|in|on|about)\s(?:\S+\s*){1,4}
        | (?:you\s+(?:may|might)\s+also\s+(?:like|enjoy)|also\s+read|read\s+(?:also|next|more)|keep\s+reading|up\s+next)
        | (?:most|top)\s+(?:read|popular|viewed|shared|emailed|commented|stories)
        | (?:from\s+)?around\s+the\s+web | from\s+our\s+partners | sponsored(?:\s+\w+)?
        )\W*\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_BOXES = frozenset(("div", "section", "aside", "article", "table", "td", "nav", "center", "figure"))
_BLOCKS = _BOXES | {"ul", "ol", "dl", "p", "tbody", "tr", "form", "main", "body"}
_LONGEST_LABEL = 60
_MOST = 0.5  # of the article
_FEWEST_LINKS = 3
_ALL_LINKS = 0.8
_COMMENTS = 0.8


def trim(article: HtmlElement, letters: Mapping[HtmlElement, Letters]) -> None:
    """Take out of ``article`` what is not of it, outermost first."""
    most = _MOST * letters[article].article
    waiting = [article]
    while waiting:
        for child in list(waiting.pop()):
            if child.tag not in _BLOCKS or is_bibliography(child) or (child.tag == "table" and is_data(child)):
                continue
            if _is_comment(letters[child]) or (letters[child].all <= most and _leads_elsewhere(child, letters[child])):
                child.drop_tree()
            else:
                waiting.append(child)


def _is_comment(letters: Letters) -> bool:
    return letters.comments > 0 and letters.comments >= _COMMENTS * letters.all


def _leads_elsewhere(element: HtmlElement, letters: Letters) -> bool:
    if not letters.links:
        return False
    if _ELSEWHERE.match(_label(element)):
        return True
    return (
        element.tag in _BOXES
        and letters.article == 0
        and letters.share_of_links >= _ALL_LINKS
        and len(list(islice(element.iter("a"), _FEWEST_LINKS))) == _FEWEST_LINKS
        and not _is_announced(element)
    )


def _label(element: HtmlElement) -> str:
    """The first words in ``element``; empty where they are no label."""
    first = next(filter(str.strip, element.itertext()), "")
    return first.strip() if len(first) <= _LONGEST_LABEL else ""


def _is_announced(element: HtmlElement) -> bool:
    """Whether a colon stands before ``element``: it is a list that the article's sentence goes on with."""
    before = element.getprevious()
    if before is None:
        return (element.getparent().text or "").rstrip().endswith(":")
    return ((before.tail or "").strip() or before.text_content().rstrip()).endswith(":")
