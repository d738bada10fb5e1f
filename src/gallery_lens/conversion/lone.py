"""A document that is one usual item and nothing else: converted without a run over what is around it.

Ledger and sidecar are made of a run, as those of all documents, when somebody asks for them.
"""

from typing import Any

from gallery_lens.conversion.batch import Batch, Naming
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.taking import take_one
from gallery_lens.dialects import DIALECTS
from gallery_lens.options import ConvertOptions
from gallery_lens.values import Record
from gallery_lens.wrappers import is_lone_item


class Lone(Record):
    """The conversion of one item."""

    value: Any  #: the item as the target gets it; None if it is left out on purpose
    findings: Findings
    dialect: str


def convert_lone(document: Any, options: ConvertOptions) -> Lone | None:
    """Convert *document*, which is one item and no more; None if a run has to look at it."""
    columns = take_one(document, options.source, DIALECTS[options.target])
    if columns is None:
        return None
    findings = Findings(document)
    batch = Batch(columns, {}, Naming(options, (), None, single=True), ())
    findings.defer(batch)
    value = None if columns.outs[0] is None else columns.written((0,))[0]
    (pair,) = columns.pairs
    assert pair is not None
    return Lone(value, findings, pair.source.name)


def is_lone(document: Any, options: ConvertOptions) -> bool:
    """Return whether *document* is one item, and *options* ask for nothing but its conversion."""
    plain = options.order == "keep" and options.text_items == "drop" and options.profile == "documented"
    more = options.as_gallery or options.keeps_sidecar or options.at is not None
    return plain and not more and is_lone_item(document)
