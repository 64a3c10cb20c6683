"""The errors of the desk. Each message says what to do, and fits on one line."""

from corpus.errors import ClaimdeskError


class InvalidLabel(ClaimdeskError):
    """A label, citation or setting that breaks its own rule."""


class InvalidIdentifier(ClaimdeskError):
    """A text that names no source: neither DOI, PMID, PMCID, NCT number, ISBN nor URL."""


class AmbiguousIdentifier(InvalidIdentifier):
    """A text that could name two sources, such as a bare number. ``choices`` are the unambiguous spellings."""

    def __init__(self, message: str, choices: tuple[str, ...]) -> None:
        super().__init__(message)
        self.choices = choices


class InvalidWork(ClaimdeskError):
    """A description of a publication that names none."""


class UnknownClaim(ClaimdeskError):
    """A claim that is not in this database."""


class RetiredClaim(UnknownClaim):
    """A claim that others stand for by now: it takes no more labels, and is not cut again."""


class InvalidDecision(ClaimdeskError):
    """An editor's decision on a claim that cannot be kept: without its reason, or overtaken by another."""


class InvalidRecut(ClaimdeskError):
    """A merge, a split or an undo of one that the article's units, as they are now, do not allow."""


class InvalidFilter(ClaimdeskError):
    """A filter that this page cannot apply."""


class UnknownPerson(ClaimdeskError):
    """A name that is not on this desk."""


class UnknownArticle(ClaimdeskError):
    """An article that is not in this database."""


class UnknownSection(ClaimdeskError):
    """A heading that no claim on this desk stands under."""


class AlreadyThere(ClaimdeskError):
    """The same text, under whatever name, is on the desk already."""


class StaleRevision(ClaimdeskError):
    """A new revision that was compared with one which is not the newest any more."""


class LooksRevised(ClaimdeskError):
    """A text to be added that is, by all appearance, a new version of an article on the desk."""


class EvidenceMissing(InvalidLabel):
    """A verdict without its evidence, on a desk whose evidence rule is strict."""


class DatabaseTrouble(ClaimdeskError):
    """The database cannot be used: not SQLite, empty, newer, locked, full or read-only."""


class DatabaseBusy(DatabaseTrouble):
    """Another program kept the database locked for longer than we wait. Trying again is safe."""


class UnsafeSettings(ClaimdeskError):
    """Streamlit was started with settings that lose labels, time or privacy."""


class UnreadableLabels(ClaimdeskError):
    """A file that holds no labels of ours: missing, not text, another format, a newer version."""


class InvalidContact(ClaimdeskError):
    """A contact for the services we ask that is no e-mail address."""


class LookUpFailed(ClaimdeskError):
    """A service that could not be asked now: off, busy, or too slow. Asking later may help."""


class BadAnswer(LookUpFailed):
    """An answer of a service that is not what it should be: cut short, too long, of another kind."""


class NoLookUp(ClaimdeskError):
    """A source of a type that no service is asked about."""


class UnreadableRetractions(ClaimdeskError):
    """A file that is no list of retractions: missing, empty, without the columns that say which paper and what."""


class UnreadableReferences(ClaimdeskError):
    """A file that holds no references: missing, not text, another format."""
