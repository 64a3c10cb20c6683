"""Lists of retractions as Retraction Watch writes them, a row at a time."""

from __future__ import annotations

import csv
import io

HEADER = (
    *("Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author", "URLS"),
    *("ArticleType", "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDate"),
    *("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes"),
)
USUAL = {
    "Record ID": "3540",
    "Title": "Ileal-lymphoid-nodular hyperplasia",
    "RetractionDate": "2/6/2010 0:00",
    "RetractionDOI": "10.1016/S0140-6736(10)60175-4",
    "RetractionPubMedID": "20137807",
    "OriginalPaperDOI": "10.1016/S0140-6736(97)11096-0",
    "OriginalPaperPubMedID": "9500320",
    "RetractionNature": "Retraction",
    "Reason": "+Concerns/Issues about Data;+Falsification/Fabrication of Data;",
}


def row(**cells: str) -> dict[str, str]:
    """The usual row with other ``cells``: named as the columns, ``_`` for a blank."""
    return USUAL | {name.replace("_", " "): cell for name, cell in cells.items()}


def list_of(*rows: dict[str, str]) -> str:
    """The list as text."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, HEADER, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
