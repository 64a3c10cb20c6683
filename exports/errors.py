"""The errors of an export. Each message says what to do, and fits on one line."""

from corpus.errors import ClaimdeskError


class UnknownFormat(ClaimdeskError):
    """A format that is not in the catalog."""


class CannotExport(ClaimdeskError):
    """A place that no dataset can be written to."""


class LeakingSplits(CannotExport):
    """Splits that leak, or may for all that is known; ``report`` is the whole leakage report."""

    def __init__(self, message: str, report: str) -> None:
        super().__init__(message)
        self.report = report


class InvalidShares(ClaimdeskError):
    """Shares of a split that do not add up."""


class CannotFreeze(ClaimdeskError):
    """Splits that would be of no use, or might leak, if they were frozen now."""
