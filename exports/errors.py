"""The errors of an export. Each message says what to do, and fits on one line."""

from corpus.errors import ClaimdeskError


class UnknownFormat(ClaimdeskError):
    """A format that is not in the catalog."""


class CannotExport(ClaimdeskError):
    """A place that no dataset can be written to."""


class InvalidShares(ClaimdeskError):
    """Shares of a split that do not add up."""


class CannotFreeze(ClaimdeskError):
    """Splits that would be of no use, or might leak, if they were frozen now."""
