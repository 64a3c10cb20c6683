"""Whether a sentence is talk: an opinion, an experience, a greeting, a word about the article. No source settles it.

Told by who speaks (I and my, the writers' we, the reader's you) and by whether anything checkable is said at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.openings import Opening
from corpus.patterns import listed, small, words, words_in

# Opinion, experience, and talk about the article itself: nothing that a source could settle.
_OTHER = Opening(
    r"(?:dear|hi|hey|hello|welcome|thanks?|thank you|many thanks|cheers|personally|enjoy|congrat\w+|good luck|sorry|"
    r"happy to|glad to|please help|take care|lol|idk|imo|imho)\b|"
    r"who knows|read on\b|(?:all the )?best wishes|(?:kind |best )?regards\b",
    r"hope (?:this|that|it|you)\b|not sure (?:what|if|whether|how)\b|any (?:advice|help|ideas?|thoughts)\b",
    r"will (?:let you|try|ring|call|ask|report|update|see)\b|asking for a friend",
    r"see you (?:next|soon|there|on|in|at|all|then|again|later|tomorrow)\b|"
    r"(?:didn|wasn|couldn|wouldn|haven)['’]t [a-z]|(?:got|had|gave) (?:it|mine|them|me|my)\b|"
    r"(?:took|ate|slept|hated|loved) (?:it|mine|them|me|my|up|off|"
    r"(?:about |over |nearly |only )?(?:\d+|an?|one|two|three|four|five|six|ages|forever))\b",
    r"(?:went|tried|started|stopped|woke|felt|ended|quit|switched|noticed|ditched) "
    r"(?!by\b|from\b|as\b|at\b|in \d{4}\b)[a-z]",
    r"in my (?:opinion|experience|view|practice)",
    r"we (?:will|['’]ll|shall|are going to|hope|love|have put together|want) "
    + words(
        "look discuss explore cover explain examine dive review you see share answer take go talk this walk break to"
    )
    + r"\b|we['’]ll\b|let(?:['’]s| us)\b",
    r"we (?:are|were|['’]re) (?:so |very |really )?(?:sorry|glad|happy|delighted|thrilled|proud|excited|"
    r"pleased|grateful)\b|"
    r"we (?:think|hope|guess) so\b|we(?:['’]d| would) (?:take|say|argue|love|like)\b|we get it\b|we(?:['’]ve| "
    r"have) all\b",
    r"(?:but |so |and )?don['’]t (?:you )?(?:worry|fret|panic)\b|without further ado\b|(?:keep|continue) scrolling\b|"
    r"below,? we|our (?:collection|roundup|list)\b",
    r"today,? we['’]?(?:re| are|['’]ll| will)\b|(?:highly|would|definitely|totally) recommend\b|"
    r"edit(?: ?\d)?:",
    r"so (?:glad|happy|sorry|excited|pleased|proud|sad)\b|yours (?:sincerely|faithfully|truly)\b",
    r"just (?:to|wanted to|a (?:quick|short)) (?:add|say|share|check|note|thought|update|let)\b|raise your hand\b",
    r"our (?:goal|aim|team|guide|experts|editors|picks|favou?rites?|inbox|readers)\b",
    r"(?:in )?(?:this|the) (?:\w+ )?(?:article|post|guide|blog|section|page|review|chapter|issue|newsletter|piece|"
    r"leaflet|sheet|booklet|handout|fact ?sheet|brochure|pamphlet|column|instalment|episode|"
    r"next section)(?:,? | on [^.]{3,40} )(?:"
    + words("""
        we you i will looks? explores? discusses covers explains? describes aims? provides? is_about takes examines
        outlines has_been was and shall tells gives answers summari[sz]es
    """)
    + r")\b",
    r"\(?\[?see (?:also )?[\"“'‘]",
    r"(?:keep|continue) reading\b|so,? (?:let|what|there you)|that['’]s (?:it|all)\b|more on (?:this|that)\b",
    r"if you(?:['’]re| are)? (?:like me|like (?:most|many)|reading this|looking for|wondering|curious)\b",
    r"if you['’]ve (?:ever|been)\b",
    r"(?:ever |have you ever )?wonder\b|you(?:['’]re| are) not alone|chances are\b|sound familiar",
    r"you(?:['’]ve| have| may| might|['’]re| are)? (?:be |have )?(?:probably )?(?:wondering|surprised|wary|thinking|"
    r"asking|heard|read|noticed|seen|guessed)\b",
    r"(?:he|she) (?:is|was|['’]s) (?:now |also |still |currently )?taking (?!part|place|over)",
    r"it(?:['’]s| is) a (?:fair|good|great|valid|very good) (?:question|point)\b",
    r"it (?:would be|is|was|['’]s) (?:such )?(?:a )?(?:pity|shame|joy|relief|pleasure)\b",
    in_small=True,
)
_GREETS = re.compile(r"[A-Za-z]+, (?:thanks|thank you|welcome)\b")  # "Ann, thanks for ..."
# What the writers did, or tell in another place; tried where one of the signs stands in the sentence.
_OF_THE_TEXT = small(
    r"(?:[\w’' ,]{3,80}, )?we(?:['’]ve| have)? (?:also )?"
    + words("""
        looked researched rounded gathered asked dug put compiled collected broken listed picked chosen spoke talked
        reached curated created got_your
    """)
    + r"\b",
    r"(?:\w+ ){1,3}of you\b",
    r"(?:the|these|this|other)\b.{0,120}\b(?:will be|is|are) (?:reviewed|discussed|presented|described|covered|"
    r"summari[sz]ed) (?:here|below|above|separately|elsewhere|in (?:this|the next|a separate))\b",
)
_SIGNS_OF_THE_TEXT = listed("we reviewed discussed presented described covered summarised summarized")
# Words of chat; a sentence with one of them is talk.
_SLANG = listed("tho tbh lol imo imho idk btw omg haha hahaa hahaaa thx xx xxx xxxx")
_EXCLAIMS = listed(
    """
        wow oh ah yay yep yeah ugh phew hmm ooh aww ha yikes amen sigh whew same ditto awesome brilliant fantastic
        bingo seriously honestly spoiler cue imagine picture enter trust
    """
)
# A few words of praise, blame or thanks and nothing else: "Good question.", "That shocked us.", "Best thing ever!"
_SMALL_WORDS = listed(
    """
        a an the that this it it's its that's that’s it’s i we they he she you me us him her them is was were are be
        been so
        very too really just such of all and but what how my our your at to do did does not no yes quite pretty ever
        made by for as there here now still again well
    """
)
_VERDICTS = listed(
    """
        good great nice bad awful terrible best worst better quick lovely amazing awesome interesting funny weird
        strange odd scary crazy horrible wonderful brilliant perfect fine cool gross yummy delicious tasty annoying
        shocked shocking surprised surprising question point idea news thing stuff luck job work post read story tip
        tips answer advice love loved hate hated like think thought worry worries thanks thank sorry welcome glad happy
        kidding joke joking enough easy hard true fair right wrong luckily sadly
    """
)
_MOST_SMALL_WORDS = 7
LONGEST_CHAT, _LONGEST_NAME = 50, 20
_EXCLAIM_OR_WORD = listed(
    "same ha ah oh picture imagine enter trust cue spoiler seriously honestly brilliant fantastic awesome"
)
_ADDRESSEE = re.compile(r"@\w[\w.-]*[,:]? (?=\w)")  # of a reply: "@ann_b, ..."
_SO_MUCH = re.compile(
    r"(?:the|it|they|that|this|everything)(?:['’]s)?(?: \w+)* (?:is|are|was|were|looks?|feels?) (?:so|such) "
    r"(?!.*\bthat\b)[a-z ]+!\Z",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{1,24}:\s")  # of an interview
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
# Somebody tells of themselves, wherever in the sentence; but not "type I collagen".
_SELF = re.compile(
    r"(?:(?<![A-Za-z'’-])(?:I['’](?:m|ve|d|ll)|[Mm]y(?:self)?|[Mm]ine|[Ii]['’]?(?:ve|m)|me)(?![\w'’/-])|"
    r"(?<![A-Za-z'’-])[Ii] [a-z])"
)
_NUMERAL = re.compile(
    r"\b(?:types?|phases?|stages?|class|grade|factor|angiotensin|collagen|group|level|part|troponin|complex) I\b",
    re.IGNORECASE,
)
_SIGNS_OF_SELF = listed("i ive im my myself mine me")
# What others say is checkable all the same: "my sister told me that it can harm the kidneys"; "...," said the author.
_REPORTS = re.compile(
    r"\b(?:told (?:me|us)|sa(?:ys|id)|heard|read|warned (?:me|us)|learned|learnt|found out|informed me) that\b|"
    r"[,?!][\"”’'] (?:said|says|added|adds|explained|explains|noted|notes|wrote|told)\b|"
    r"\bI(?:['’]ve)? (?:read|see|hear|find) says\b|"
    r"[,?!][\"”’'] [A-Z][\w. -]{2,40} (?:said|says|added|explained|noted|told)\b"
)
_INSIDE_CLAUSE = re.compile(r"\b(?:bc|because|cos|cuz|since|as|after|before|when|where|who|which|until|though)\b")
_LONGEST_REPORT = 20
# In a story these are no part of it: "The trial was small."
_NO_STORY = words(
    "study trial research authors? team group men women patients participants results? data paper review panel report"
)
_OF_STUDIES = small(rf"\b{_NO_STORY}\b")
_STORY = small(
    r"\W*(?:(?:and|but|so|then|now|luckily|finally|eventually|anyway|within|after|by|for|in|at) ?[^,.;]{0,30}?,? )?"
    rf"(?:it|he|she|they|this|that|nothing|everything|both|neither|the (?:(?!{_NO_STORY})\w+ ?){{1,4}}?)"
    r"(?: ?\w+ly| also| then| just| never| still| all)? ?\b"
    r"(?:was|were|had|did|didn['’]t|wasn['’]t|hadn['’]t|couldn['’]t|wouldn['’]t|\w+ed|took|went|came|got|made|gave|felt|"
    r"said|told|kept|began|became|left|hurt|wrote|thought|sent|put|found|knew|saw|ran|fell|grew|woke)\b",
    r"\W*(?:(?:this|that|yesterday|last|one|the next|now|today)(?: \w+)?,? )?(?:he|she)(?: (?:now|still|also))? "
    r"(?:is|has|takes|eats|uses|drinks|gets|sleeps|woke|had|was)\b",
)
# What tells of one time and counts nothing: "Pains started the night before.", "None of them did a thing."
_TOLD = small(r"\b(?:was|were|had|did|didn['’]t|[a-z]{2,}ed|woke|went|came|got|felt|began|gave|took|fell)\b")
_LONGEST_TOLD = 60


# Without one of these words, a sentence is talk only by its opening; the others count in a short one.
SIGNS_OF_TALK = _SIGNS_OF_SELF | _SLANG | _SIGNS_OF_THE_TEXT | listed("thanks thank welcome")
SIGNS_OF_TALK_IN_SHORT = SIGNS_OF_TALK | _VERDICTS


def opens_as_talk(plain: str) -> bool:
    """``is_talk`` of a sentence that opens with a capital and a small letter, does not end in ``!`` and holds neither
    "of you" nor one of ``SIGNS_OF_TALK`` (up to ``LONGEST_CHAT`` characters, ``SIGNS_OF_TALK_IN_SHORT``)."""
    return _OTHER.match(plain) is not None or _exclaims(plain)


def is_talk(plain: str, said: Collection[str] | None = None) -> bool:
    """Whether a sentence is an opinion, an experience, or talk about the article. ``plain`` opens with a letter;
    ``said``: its words, where they are at hand."""
    if not plain:  # of a unit like "_", no sign is left
        return False
    said = words_in(plain) if said is None else said
    if plain.startswith("+1"):
        return True
    if plain[0] == "@" or plain[1:2].isupper():
        plain = _without_name(plain)
    if _OTHER.match(plain) or (", " in plain[:_LONGEST_NAME] and _GREETS.match(plain)):
        return True
    if (plain[-1] == "!" or not _EXCLAIMS.isdisjoint(said)) and _exclaims(plain):
        return True
    if not _SIGNS_OF_SELF.isdisjoint(said) and _tells_of_self(plain):
        return True
    if not _SLANG.isdisjoint(said):
        return True
    if len(plain) <= LONGEST_CHAT and not _VERDICTS.isdisjoint(said) and _is_small_talk(plain):
        return True
    return ("of you " in plain or not _SIGNS_OF_THE_TEXT.isdisjoint(said)) and bool(_OF_THE_TEXT.match(plain.lower()))


def _without_name(plain: str) -> str:
    """``plain`` without who speaks (``DR ROTH: ``) or is spoken to (``@ann_b, ``)."""
    name = _ADDRESSEE.match(plain) if plain[0] == "@" else _SPEAKER.match(plain)
    return plain[name.end() :] if name else plain


def _exclaims(plain: str) -> bool:
    """Whether it opens with a word that people cry out ("Wow", "Same!"), or is a short cry itself: "It is so red!"."""
    if plain[-1] == "!" and len(plain) <= LONGEST_CHAT and _SO_MUCH.match(plain):
        return True
    first = _FIRST_WORD.match(plain)
    word = first[0].lower() if first else ""
    return word in _EXCLAIMS and (plain[len(word) : len(word) + 1] != " " or word not in _EXCLAIM_OR_WORD)


def _tells_of_self(plain: str) -> bool:
    """Whether it is a person who tells of themselves, and not of what somebody said."""
    if " I" in plain and _NUMERAL.search(plain):
        plain = _NUMERAL.sub("", plain)
    if not _SELF.search(plain):
        return False
    report = _REPORTS.search(plain)
    if report is None:
        return True
    told = report.end() - report.start() < _LONGEST_REPORT and plain[report.start()] not in ",?!"
    return told and (bool(_INSIDE_CLAUSE.search(plain, 0, report.start())) or bool(_SELF.search(plain, report.end())))


def goes_on_with_story(sentence: str) -> bool:
    """Whether a sentence behind one that tells of the writer goes on with it, as "It was gone by Easter" does."""
    return bool(_STORY.match(sentence.lower()))


def stands_in_story(sentence: str) -> bool:
    """Whether a sentence between two that tell a story may be part of it: short, of the past, without a number."""
    lowered = sentence.lower()
    return (
        len(sentence) <= _LONGEST_TOLD
        and not any(map(str.isdigit, sentence))
        and _TOLD.search(lowered) is not None
        and _OF_STUDIES.search(lowered) is None
    )


def _is_small_talk(plain: str) -> bool:
    """A few words of which each is small or a verdict, and one is a verdict."""
    said = [word.lower() for word in _PLAIN_WORD.findall(plain)]
    if not 0 < len(said) <= _MOST_SMALL_WORDS or any(map(str.isdigit, plain)):
        return False
    verdicts = [word for word in said if word in _VERDICTS]
    return bool(verdicts) and all(word in _SMALL_WORDS or word in _VERDICTS for word in said)
