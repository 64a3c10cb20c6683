"""What of a page is not its article: menus, forms, notices, teasers. Taken out by what the tags, roles and names say.

A claim lost is worse than a "Share this" too many, which the cut knows as boilerplate: names are believed only for
parts that do not hold much of the page, and a bibliography stays wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NEVER_READ = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "audio", "video", "canvas", "svg",
    "select", "textarea", "input", "progress", "meter", "map", "area", "rp", "rt", "datalist", "head",
    "title", "link", "meta",
)  # fmt: skip
_AROUND = frozenset(("nav", "footer", "form", "dialog", "search"))
_ROLE = re.compile(
    "navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|tooltip",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"(?:[a-z0-9]+[-_]+)*?(?:"
    r"cookies?|gdpr|ccpa|privacy|nav|navbar|navigation|breadcrumbs?|share|sharing|shares|sharebar|"
    r"newsletter|subscribe|subscription|signup|login|paywall|related|relatedposts?|recommended|recommendations|widget|comments|disqus|"
    r"ad|ads|advert|adverts|advertisement|advertising|adslot|sponsored|promo|promotion|popup|modal|lightbox|"
    r"sidebar|footer|masthead|skip|skiplink|pagination|pager|toolbar|trending|popular|outbrain|taboola|teaser|teasers|"
    r"sr-only|visually-hidden|screen-reader-text|printonly|noprint|hatnote|mw-editsection|mw-jump-link"
    r")(?:[-_]+[a-z0-9]+)*"
)
# Names that an article's own parts may have too: believed of what is mostly links
_WEAK_NAMES = re.compile(r"(?:[a-z0-9]+[-_]+)*?(?:menu|social|toc|comment|consent|overlay|tags)(?:[-_]+[a-z0-9]+)*")
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "small",
        "span",
        "strong",
        "u",
    )
)
_NOT_FOR_EYES = re.compile(
    r"(?:[a-z0-9]+[-_]+)*?(?:sr-only|visually-hidden|screen-reader-text|skiplink|mw-editsection|mw-jump-link|noprint)(?:[-_]+[a-z0-9]+)*"
)
_STATE = re.compile(r"(?:has|is|no|with|without|show|hide|js|can|not|after|before)[-_]")
_KEPT_NAMES = re.compile(
    r"referenc|bibliogra|footnotes?\b|endnotes?\b|citations?\b|sources\b|article-?body|post-?content"
)
_KEPT_HEADING = re.compile(
    r"\W*(?:\d+\W+)?(?:references?|sources|citations|bibliography|footnotes|works cited)\W*\Z", re.IGNORECASE
)
_UNFOLDS = re.compile(r"accordion|collaps|expand|toggle|tab|panel|faq|answer|details|until-found", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST = 0.3  # of the page's text: what holds more is the article, whatever it is called
_MOST_IN_MAIN = 0.6  # what a main part has to hold to be read alone
_MOSTLY_LINKS = 0.5
_FEWEST_WORDS_OF_A_HEADING = 3


def prune(page: HtmlElement) -> tuple[HtmlElement, int]:
    """Take out of ``page`` what is not its article; the element that holds the rest, and how many words there
    were."""
    for element in [*page.iter(*_NEVER_READ), *filter(_does_something, page.iter("button"))]:
        element.drop_tree()
    body = page.find("body") if page.tag == "html" else page
    body = page if body is None else body
    before = word_count(body)
    for element in list(_unwanted(body, before)):
        if element.getparent() is not None:
            element.drop_tree()
    main = _main_part(body)
    for element in list(main.iter("aside")):
        if _is_mostly_links(element):
            element.drop_tree()
    return main, before


def _does_something(button: HtmlElement) -> bool:
    """Whether a button is no heading that unfolds what stands under it, as the questions of an FAQ are."""
    headings = (*HEADINGS, "summary")
    if (
        next(button.iterancestors(*headings), None) is not None
        or next(button.iterdescendants(*headings), None) is not None
    ):
        return False
    return button.get("aria-expanded") is None or word_count(button) < _FEWEST_WORDS_OF_A_HEADING


def _unwanted(body: HtmlElement, whole: int) -> Iterator[HtmlElement]:
    """What goes, outermost first; what stands in it is not looked at."""
    waiting = [body]
    while waiting:
        for child in waiting.pop():
            if not isinstance(child.tag, str):
                continue
            if _is_unwanted(child, whole):
                yield child
            else:
                waiting.append(child)


def _is_unwanted(element: HtmlElement, whole: int) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    if element.tag in ("main", "article", "h1") or _KEPT_NAMES.search(names):
        return False
    if _is_hidden(element, names):
        return True
    if element.tag == "a" and element.text_content().strip() in ("¶", "#", "§", "↩", "↩︎", "^"):
        return True
    named = bool(element.tag in _AROUND or _ROLE.fullmatch(element.get("role", "")) or _is_page_header(element))
    if not named and not _is_named_so(element, [name for name in names.split() if not _STATE.match(name)]):
        return False
    return not _is_needed(element, whole)


def _is_named_so(element: HtmlElement, names: list[str]) -> bool:
    if names and element.tag in _INLINE and _is_among_words(element):
        return any(map(_NOT_FOR_EYES.fullmatch, names))
    if any(map(_NAMES.fullmatch, names)):
        return True
    return any(map(_WEAK_NAMES.fullmatch, names)) and _is_mostly_links(element)


def _is_among_words(element: HtmlElement) -> bool:
    """Whether the words of ``element`` are part of a sentence: others stand beside it, and not as a link each."""
    before = element.getprevious()
    beside = (element.getparent().text if before is None else before.tail, element.tail)
    return any(text and text.strip(" \t\r\n\u00a0|/·•»,") for text in beside)


def _is_hidden(element: HtmlElement, names: str) -> bool:
    hidden = element.get("hidden")
    if hidden is None and element.get("aria-hidden") != "true" and not _HIDDEN.search(element.get("style", "")):
        return False
    return hidden != "until-found" and not _UNFOLDS.search(names)


def _is_page_header(element: HtmlElement) -> bool:
    """A header of the page, not of its article."""
    return element.tag == "header" and next(element.iterancestors("article", "main"), None) is None


def _is_needed(element: HtmlElement, whole: int) -> bool:
    if element.tag != "nav" and element.find(".//h1") is not None:
        return True
    if element.tag != "nav" and word_count(element) > _MOST * whole:
        return True
    return is_bibliography(element)


def _main_part(body: HtmlElement) -> HtmlElement:
    """The smallest of the parts that say they are the article and hold most of the page."""
    main = body
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = main.findall(path)
        if len(found) == 1 and word_count(found[0]) >= _MOST_IN_MAIN * word_count(main):
            main = found[0]
    return main


def is_bibliography(element: HtmlElement) -> bool:
    """Whether the first heading in ``element`` is that of a list of sources."""
    heading = next(element.iter(*HEADINGS), None)
    return heading is not None and bool(_KEPT_HEADING.match(heading.text_content()))


def _is_mostly_links(element: HtmlElement) -> bool:
    links = sum(map(word_count, element.iter("a")))
    return links >= _MOSTLY_LINKS * max(word_count(element), 1)


def word_count(element: HtmlElement) -> int:
    """Words in ``element``, with those of what it holds."""
    return sum(len(text.split()) for text in element.itertext())
