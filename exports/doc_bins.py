"""spaCy's training data for a text classifier: a ``DocBin`` for each split, and a config that trains on them.

Each document is a claim with exactly one category at 1.0, its verdict; its ids are in ``user_data``, and
so is the confidence of an estimate.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import DocBin

from annotator.model import LabelledClaim, Verdict
from exports.evidenced import count_written, why_no_verdict
from exports.exporter import FolderExporter
from exports.grouping import UNSPLIT, in_parts, part_of, parts_of
from exports.selection import Selection, Tally

CONFIG = "config.cfg"

_CLASSIFIER = {
    "threshold": 0.0,
    "model": {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": True,
        "length": 65_536,
        "ngram_size": 1,
        "no_output_layer": False,
    },
}


def write_doc_bins(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write ``PART.spacy`` for each part that the dataset may have, also where none of its claims has a verdict."""
    tally, tokenize = Tally(), spacy.blank("en").make_doc
    bins = {part: DocBin(attrs=[], store_user_data=True) for part in parts_of(selection)}
    for claim in in_parts(claims, selection, tally):
        decision, part = selection.decide(claim), part_of(claim, selection)
        if decision.verdict is None:
            tally.left_out[why_no_verdict(claim, decision)] += 1
            continue
        doc = tokenize(claim.claim.text)
        doc.cats = {verdict.value: float(verdict is decision.verdict) for verdict in Verdict}
        doc.user_data = {"claim_id": claim.claim_id, "article": claim.article.slug, "split": part}
        if decision.confidence is not None:
            doc.user_data["confidence"] = decision.confidence
        bins[part].add(doc)
        count_written(claim, selection, tally, has_votes=False)
    for part, docs in bins.items():
        docs.to_disk(folder / f"{part}.spacy")
    (folder / CONFIG).write_text(training_config(tuple(bins)).to_str(), "utf-8", newline="\n")
    return tally


def training_config(parts: tuple[str, ...]) -> Any:
    """A whole config that trains a small bag-of-words classifier on the processor, with the paths of the parts.

    Where no split is frozen there is no path to a dev set: claims that were trained on say nothing of a model.
    """
    nlp = spacy.blank("en")
    nlp.add_pipe("textcat", config=_CLASSIFIER)
    config = nlp.config
    config["paths"]["train"] = f"{UNSPLIT if UNSPLIT in parts else 'train'}.spacy"
    config["paths"]["dev"] = "dev.spacy" if "dev" in parts else None
    return config


DOC_BINS = FolderExporter(
    name="spacy",
    description="A DocBin for each frozen split, to train a text classifier with: python -m spacy train config.cfg in"
    " the folder (--paths.dev names a dev set where no split is frozen).",
    loses="It has the words of each claim, its id, article and split, and its one verdict; no votes, no evidence, no"
    " context. Claims without a verdict are left out.",
    write_in=write_doc_bins,
    is_text=False,
)
