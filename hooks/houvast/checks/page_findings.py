"""What one page says, and what is wrong with it: kept, so that a page that did not change need not be read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from houvast.authoring.page_links import PageLink
from houvast.authoring.source_blocks import Scan
from houvast.data.problem import Problem
from houvast.data.review_dates import Check
from houvast.model.catalogue import Tip
from houvast.model.training import Module
from houvast.model.worksheets import Worksheet


@dataclass
class PageFindings:
    """What was found in the source of a page and in what became of it.

    Attributes:
        source: The whole file.
        scan: Its blocks.
        is_read: Whether its blocks and what it says of itself could be read.
        called_sentences: The names of the standing sentences that it calls.
        refuses_paper: Whether it is neither printed nor copied.
        is_for_home: Whether it is for families alone.
        check: When it was checked, and when it is due again; None where it does not say.
        links: Its links within the site.
        called_links: These, with those of the standing sentences that it calls.
        problems: What is wrong with the source.
        tips, worksheets, modules: What stands on the page.
    """

    source: str
    scan: Scan
    is_read: bool = True
    called_sentences: set[str] = field(default_factory=set)
    refuses_paper: bool = False
    is_for_home: bool = False
    check: Check | None = None
    links: list[PageLink] = field(default_factory=list)
    called_links: list[PageLink] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    worksheets: list[Worksheet] = field(default_factory=list)
    modules: list[Module] = field(default_factory=list)

    def report(self, problems: Iterable[Problem]) -> None:
        """Add what is wrong."""
        self.problems += problems
