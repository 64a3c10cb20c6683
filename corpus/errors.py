"""The errors a reader can act on. Everything we raise on purpose derives from ``ClaimdeskError``."""


class ClaimdeskError(Exception):
    """Its message is one line, fit to show to a person, and says what to do."""


class CutStopped(ClaimdeskError):
    """The program that cuts many articles ended before its work."""


class InvalidSpan(ClaimdeskError):
    """A span that is empty, backwards or negative."""


class UnreadableArticle(ClaimdeskError):
    """A file that holds no article: missing, empty, not text, too large."""


class WouldOverwrite(ClaimdeskError):
    """A place to write to that holds something which must not be lost: a database, or what is being read."""
