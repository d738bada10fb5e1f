"""A document that is one usual item and nothing else: converted without a run over what is around it.

Findings are made when somebody asks for them; ledger and sidecar then are made of a run, as those of all
documents.
"""

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gallery_lens.conversion.batch import Batch, Naming
from gallery_lens.conversion.findings import Findings
from gallery_lens.conversion.taking import take_one
from gallery_lens.conversion.telling import known_codes
from gallery_lens.diagnostics import Diagnostic, Severity
from gallery_lens.dialects import DIALECTS
from gallery_lens.options import ConvertOptions
from gallery_lens.values import Record
from gallery_lens.wrappers import is_lone_item

if TYPE_CHECKING:
    from gallery_lens.compiled import One


class Lone(Record):
    """The conversion of one item."""

    document: Any
    options: ConvertOptions
    one: "One"

    @property
    def value(self) -> Any:
        """The item as the target gets it; None if it is left out on purpose."""
        return self.one.written(self.document)

    @cached_property
    def findings(self) -> Findings:
        """The findings, which are deferred."""
        findings = Findings(self.document)
        naming = Naming(self.options, (), None, single=True)
        findings.defer(Batch(self.one.columns(self.document), {}, naming, ()))
        return findings

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all findings in document order."""
        return self.findings.sorted()

    def counted(self) -> "Counter[tuple[Severity, str]]":
        """Return how many findings there are of each severity and code, without making them."""
        return Counter(known_codes(self.one.pair, self.one.mask))


def convert_lone(document: Any, options: ConvertOptions) -> Lone | None:
    """Convert *document*, which is one item and no more; None if a run has to look at it."""
    one = take_one(document, options.source, DIALECTS[options.target])
    return None if one is None else Lone(document, options, one)


def is_lone(document: Any, options: ConvertOptions) -> bool:
    """Return whether *document* is one item, and *options* ask for nothing but its conversion."""
    plain = options.order == "keep" and options.text_items == "drop" and options.profile == "documented"
    more = options.as_gallery or options.keeps_sidecar or options.at is not None
    return plain and not more and is_lone_item(document)
