"""Lines that a site puts around what people write: mastheads, rows of buttons, the names over posts, addresses.

Told by how a line is built (cells side by side, a name, a place), not by one wording.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.openings import Opening
from corpus.patterns import has_any, listed, words

_CELL_BREAK = re.compile(r"\s(?:[|·•/›»>]\s?)+\s?|\s{2,}|\t")
_BETWEEN_CELLS = ("  ", " | ", " · ", " • ", " / ", " › ", " » ", " > ", "\t")
_COUNT = re.compile(r"\W*\d[\d.,]*k?\W*|[^\w\s']+")
_BUTTONS = listed(
    """
        home login log_in register sign_in sign_up search menu share tweet pin pin_it email e-mail print save facebook
        twitter x instagram linkedin whatsapp reddit pinterest youtube tiktok telegram copy_link helpful not_helpful
        reply report like likes follow subscribe newsletter newsletters contact contact_us about about_us help shop
        comments comment view_comments forums forum health_a_to_z a-z feedback account my_account cart donate close next
        previous back yes no quote edit permalink flag privacy privacy_policy terms terms_of_use cookies cookie_policy
        accessibility sitemap advertise careers bookmark listen download pdf download_pdf cite metrics permissions
        search_this_forum upvote downvote award jump_to_recipe print_recipe
    """
)
_NETWORKS = listed(
    "facebook twitter x instagram linkedin whatsapp reddit pinterest youtube tiktok telegram bluesky threads"
)
_POSTED = Opening(
    r"(?:member|joined|registered) (?:since|on|in)?\b.{0,50}",
    r"(?:new|top|senior|junior|valued|trusted|regular|gold|community|active) "
    r"(?:member|contributor|user|poster|moderator).{0,40}",
    r"(?:verified|moderator|admin|op|original poster)\W*",
    whole=True,
)
# What begins with digits is searched for before a line is matched with what may stand around it.
_COUNT_OF_POSTS = r"\d[\d,.]*k? (?:posts?|points?|karma|reviews|followers|contributions)"
_COUNTED = re.compile(_COUNT_OF_POSTS, re.IGNORECASE)
_POSTS = re.compile(rf"[^.!?]{{0,40}}(?<!\w){_COUNT_OF_POSTS}(?: [|·•] .{{0,30}})?\Z", re.IGNORECASE)
_NAME = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sr|Professor|Nurse)\.?\s)?(?:[A-Z][\w'’-]*\.?\s?){1,4}"
_POSTER = re.compile(
    rf"{_NAME}\((?:verified|moderator|mod|admin|author|op|original poster|[a-z ]{{3,30}})\)\Z|\w+[_\d]\w*\Z"
)
# "tomtom_58   Rena": who answers whom
_POSTERS = re.compile(r"\w[\w.-]{2,24}\s{2,}\w[\w.-]{2,24}(?: \([A-Za-z ]{2,20}\))?\Z")
_SIGNED = re.compile(
    r"(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.? (?:[A-Z](?!\w*['’]s\b)[\w'’-]*\.?\s?){1,4}(?:, [^.!?]{2,60})?\Z"
    r"|(?:[A-Z][\w'’-]+ and )?[Tt]he (?:[A-Z][\w'’-]+ ){1,4}team\Z"
    r"|(?:[A-Z][\w'’-]+ ){2,5}(?:Correspondent|Reporter|Editor|Writer)\Z"
    r"|[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+, "
    + words("""
        (?:\\w+_)?press_officer (?:senior_|chief_|deputy_|managing_)?editor(?:-in-chief)?
        (?:[\\w_]+_)?(?:manager|director|spokesperson|reporter|correspondent|writer)
    """)
    + r"\b[^.!?]{0,60}\Z"
)
_TITLES = ("Dr", "Prof", "Mr", "Ms")
_SIGNATURE_ENDS = ("team", "Correspondent", "Reporter", "Editor", "Writer")
_ADDRESS = re.compile(
    r"[^.!?]{2,60}(?:\b(?:Ltd|Limited|Inc|LLC|GmbH|plc|PLC|AG|S\.A|B\.V|Corp|Company|Pharma\w*|Laboratories)\b\.?,"
    r"|,[^,]{2,40}\b(?:Street|Road|Lane|Avenue|Park|Estate|Drive|Blvd|Way|Square)\b).{3,160}"
)
_AFFILIATION = re.compile(r"(?:[\d*†‡a-d¹²³]{1,2}\s?)(?:[A-Z][\w.&’'-]*\s?|of |for |and |the ){2,10},.{3,300}\Z")
_PLACE = re.compile(r"\b(?:Univ|Dept|Department|Institut|Hospital|School|College|Faculty|Center|Centre|Clinic|Unit)")
_CODE = re.compile(r"\b(?:Ref|PL|EU|NDC|Page|Vol|No|ISSN|doi|CPD|Issue)\b[\s.:/]*[\w/]*\d", re.IGNORECASE)
_SHORTENED = re.compile(r"(?:[A-Z][\w/+-]{1,11}(?:,| =|=)\s?[^;.\d]{3,70}; ){2,}|Abbreviations?\s?:")
_PICTURE = re.compile(
    r"[\[(](?:fig(?:ure)?|image|photo|table|video|chart|graphic|illustration|map)\b\s?(?:\d+)?:?.{0,200}[\])]\Z",
    re.IGNORECASE,
)
_BLANK_TO_FILL = "___"
_RULED_SENTENCES = re.compile(r"_+\s[^_]*?(?:[a-z]{3}\.|[!?])\s+[A-Z][^_]*\Z")  # behind a rule whose line break is lost
# "Out of hours: Ward 6B, 01632 960 100, ext. 4417"
_NUMBER = r"\d{3,5}\)?[ .–-]\d{3}[ .–-]?\d{3,4}\b"
_NUMBERED = re.compile(_NUMBER)
_TELEPHONE = re.compile(
    r"(?:[^.!?:]{2,60}: ?[^!?:]{0,40}?|[A-Z][\w&’'-]+(?: [\w&’'-]+){0,6},? )"
    rf"(?:\+?\d[\d ]{{0,3}})?\(?{_NUMBER}[^!?]{{0,80}}\Z"
)
_LONGEST = 160


def is_button_row(line: str) -> bool:
    """Whether a line is buttons or links side by side: ``Helpful (6)   Reply   Share``, ``Log in | Register``."""
    if len(line) > _LONGEST or line[-1] in ".;:":
        return False
    if not has_any(line, _BETWEEN_CELLS):
        first, _, others = line.partition(" ")
        return first.lower() in _NETWORKS and bool(others) and _NETWORKS.issuperset(others.lower().split())
    cells = [_COUNT.sub(" ", cell).strip().lower().replace(" ", "_") for cell in _CELL_BREAK.split(line)]
    cells = [cell for cell in cells if cell]
    if len(cells) < 2:
        return False
    known = sum(cell in _BUTTONS for cell in cells)
    return (known * 2 >= len(cells) and known >= 2) or (cells[0] == "home" and len(cells) > 2)


def has_cells(line: str) -> bool:
    """Whether a line is pieces side by side: ``Department of Health | Division of Diseases``."""
    return has_any(line, _BETWEEN_CELLS) and len([cell for cell in _CELL_BREAK.split(line) if cell.strip()]) > 1


def is_posters_line(line: str) -> bool:
    """Whether a line tells of the person over a post: ``Member since 2019 | 32 posts``."""
    if len(line) > _LONGEST:
        return False
    return bool(_POSTED.match(line) or (_COUNTED.search(line) and _POSTS.match(line)))


def is_poster(line: str) -> bool:
    """Whether a line is the name over a post: ``Jules (moderator)``, ``Marnie_67``."""
    if len(line) > 50:
        return False
    return bool((("(" in line or " " not in line) and _POSTER.match(line)) or ("  " in line and _POSTERS.match(line)))


@lru_cache(maxsize=64)  # asked where the title is looked for, and again
def is_furniture(line: str) -> bool:
    """Whether a line is no one's statement: buttons, a signature, an address, affiliations, a picture's place."""
    if len(line) > 400 or line[-1] == "?":
        return False
    if _BLANK_TO_FILL in line and line[-1] not in ".!":
        return not _RULED_SENTENCES.match(line)
    if line[-1] in ".!:":  # a sentence, but for a table's list of short forms
        return "; " in line and bool(_SHORTENED.match(line))
    return (
        is_button_row(line)
        or is_posters_line(line)
        or (_may_be_signature(line) and _SIGNED.match(line) is not None)
        or (line[0] in "[(" and _PICTURE.match(line) is not None)
        or ("," in line and _is_address(line))
        or ((line[-1].isdigit() or line[-1] == ")") and _is_telephone(line))
        or (("; " in line) and bool(_SHORTENED.match(line)))
    )


def _is_telephone(line: str) -> bool:
    return len(line) <= _LONGEST and _NUMBERED.search(line) is not None and _TELEPHONE.match(line) is not None


def _may_be_signature(line: str) -> bool:
    return "," in line or line.startswith(_TITLES) or line.endswith(_SIGNATURE_ENDS)


def _is_address(line: str) -> bool:
    if line[-1] not in ".!:" and line.count(",") >= 2 and _ADDRESS.match(line):
        return True
    return line[0] in "1*†‡a¹" and bool(_PLACE.search(line) and _AFFILIATION.match(line))


def is_masthead(line: str, below: str) -> bool:
    """Whether a line that could be a title is the site's or the journal's name instead, seeing the next such line
    ``below``: cells side by side, a code, or a few capitals over a longer title."""
    if line.lower().startswith(("search ", "skip to", "menu", "welcome to")):
        return True
    cells = len([cell for cell in _CELL_BREAK.split(line) if cell.strip()])
    if cells >= 2 and (_CODE.search(line) or cells >= 3):
        return True
    shared = {word for word in line.lower().split() if len(word) > 3} & set(below.lower().split())
    return line.isupper() and len(line.split()) <= 4 and not shared and not below.isupper() and len(below.split()) >= 5
