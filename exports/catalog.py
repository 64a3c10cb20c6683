"""The one list of formats: the command, the page and the README's test read it."""

from __future__ import annotations

from exports.averitec import AVERITEC
from exports.brat import BRAT
from exports.claim_review import CLAIM_REVIEW
from exports.comma_separated import COMMA_SEPARATED, TAB_SEPARATED
from exports.croissant import CROISSANT
from exports.doc_bins import DOC_BINS
from exports.doccano import DOCCANO
from exports.errors import UnknownFormat
from exports.exporter import AnyExporter
from exports.fever import FEVER
from exports.healthver import HEALTHVER
from exports.hub_folder import HUB_FOLDER
from exports.json_lines import JSON_LINES
from exports.label_studio import LABEL_STUDIO
from exports.parquet import PARQUET
from exports.publishing import PUBLICATION
from exports.scifact import SCIFACT
from exports.uima import UIMA
from exports.web_annotation import WEB_ANNOTATION
from exports.workbook import WORKBOOK

_ALL: tuple[AnyExporter, ...] = (
    JSON_LINES,
    COMMA_SEPARATED,
    TAB_SEPARATED,
    WORKBOOK,
    PARQUET,
    HUB_FOLDER,
    CROISSANT,
    DOC_BINS,
    SCIFACT,
    FEVER,
    HEALTHVER,
    AVERITEC,
    CLAIM_REVIEW,
    WEB_ANNOTATION,
    LABEL_STUDIO,
    DOCCANO,
    BRAT,
    UIMA,
    PUBLICATION,
)

EXPORTERS = {exporter.name: exporter for exporter in _ALL}
"""Every format, by name."""


def exporter_named(name: str) -> AnyExporter:
    """The format of that name; UnknownFormat lists the known ones when there is none."""
    if name not in EXPORTERS:
        raise UnknownFormat(f"there is no format {name!r}: choose one of {', '.join(EXPORTERS)}")
    return EXPORTERS[name]
