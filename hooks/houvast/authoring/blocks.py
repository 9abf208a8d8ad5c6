"""The Markdown blocks of this site: each becomes semantic HTML, the one contract for style, script, print and tests.

Wrong options are reported by houvast.authoring.option_checks, with their line; here they only have to be harmless.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any, type_boolean, type_integer, type_string

from houvast.authoring.standing_sentences import StandingSentence, StandingSentencePreprocessor
from houvast.data.helplines import as_dialled

Options = dict[str, tuple[Any, Callable[[Any], Any]]]

_ITEM = re.compile(r"^\[([ ?])\] ([\w-]+) \| (.*)$", re.DOTALL)


def listed(names: object) -> str:
    """An option that is a list of names, as an attribute holds it: parted by spaces; empty for what is no list."""
    return " ".join(map(str, names)) if isinstance(names, list) else ""


class EntryBlock(Block):
    """A block with fields or answers: they are taken out of the hands of Markdown, as names and blanks are not text."""

    def on_end(self, block: etree.Element) -> None:
        """Keep the entries of its lists as they were written."""
        for listing in block.findall("ul"):
            for entry in listing.findall("li"):
                holder = entry if entry.text and entry.text.strip() else entry.find("p")
                text = " ".join((holder.text or "").split()) if holder is not None else ""
                if holder is not None and text.startswith("["):
                    entry.set("data-entry", text[1:])
                    holder.text = ""


class PlaceBlock(Block):
    """A place at which the build puts something that it generates."""

    ARGUMENT = False
    ATTRIBUTE: ClassVar[str]

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        return etree.SubElement(parent, "div", {self.ATTRIBUTE: ""})


class TipBlock(Block):
    """A tip: title, id, source points, what it needs, text, and the items that lists select."""

    NAME = "tip"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "sources": ([], type_any), "needs": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section and its heading; the id stands on the heading, where contents and search look."""
        section = etree.SubElement(
            parent,
            "section",
            {
                "class": "tip",
                "data-tip": self.options["id"],
                "data-sources": listed(self.options["sources"]),
                "data-audience": self.config["audience"](),
                "aria-labelledby": self.options["id"],
            },
        )
        heading = etree.SubElement(section, "h2", {"id": self.options["id"]})
        heading.text = self.argument
        return section

    def on_end(self, block: etree.Element) -> None:
        """Turn list entries of the form `[?] name | text` into items."""
        for listing in block.iter("ul"):
            for entry in listing.findall("li"):
                holder = entry if entry.text and entry.text.strip() else entry.find("p")
                found = _ITEM.match(holder.text.strip()) if holder is not None and holder.text else None
                if holder is None or found is None:
                    continue
                listing.set("class", "tip-items")
                entry.set("data-item", found[2])
                entry.set("data-kind", "ask" if found[1] == "?" else "tick")
                holder.text = found[3]


class ListBlock(Block):
    """A list to fill in: the place at which the build renders a form from its groups."""

    NAME = "list"
    ARGUMENT = False
    OPTIONS: ClassVar[Options] = {"id": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; the groups follow in it."""
        return etree.SubElement(parent, "div", {"data-list": self.options["id"]})


class GroupBlock(Block):
    """A part of a list: a title, a few words if need be, and the items that it selects."""

    NAME = "group"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"select": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section with what it selects, as `tip` or `tip/item`, parted by spaces."""
        attributes = {"data-title": self.argument, "data-select": listed(self.options["select"])}
        return etree.SubElement(parent, "section", attributes)


class WorksheetBlock(Block):
    """A worksheet: the place at which the build renders a form from its parts."""

    NAME = "worksheet"
    ARGUMENT = False
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "keep": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; the parts follow in it."""
        attributes = {"data-worksheet": self.options["id"], "data-keep": self.options["keep"]}
        return etree.SubElement(parent, "div", attributes)


class PartBlock(EntryBlock):
    """A part of a worksheet: a heading, what it carries, and its texts, fields and tables."""

    NAME = "part"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {
        "id": ("", type_string),
        "sources": ([], type_any),
        "optional": (False, type_boolean),
        "short": (False, type_boolean),
        "paper": ("sheet", type_string),
        "copies": (1, type_integer),
    }

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section; its heading stands in the contents of the page."""
        section = etree.SubElement(
            parent,
            "section",
            {
                "data-part": self.options["id"],
                "data-sources": listed(self.options["sources"]),
                "data-paper": self.options["paper"],
                "data-copies": str(self.options["copies"]),
            },
        )
        for option in ("optional", "short"):
            if self.options[option]:
                section.set(f"data-{option}", "")
        heading = etree.SubElement(section, "h2", {"id": self.options["id"]})
        heading.text = self.argument
        return section


class TableBlock(EntryBlock):
    """A table of a worksheet; its list gives the columns, and the rows where these are fixed."""

    NAME = "table"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "rows": (1, type_integer), "row": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        attributes = {
            "data-table": self.options["id"],
            "data-title": self.argument,
            "data-rows": str(self.options.get("rows", 1)),
            "data-row-name": self.options.get("row", ""),
        }
        return etree.SubElement(parent, "div", attributes)


class WeekBlock(TableBlock):
    """A table with the days of the week as its rows."""

    NAME = "week"
    OPTIONS: ClassVar[Options] = {"id": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        place = super().on_create(parent)
        place.set("data-week", "")
        return place


class HowToBlock(Block):
    """How to use a worksheet: shown on the screen, not printed."""

    NAME = "how-to"
    ARGUMENT = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section and its heading."""
        section = etree.SubElement(parent, "section", {"class": "how-to", "aria-labelledby": "how-to"})
        heading = etree.SubElement(section, "h2", {"id": "how-to"})
        heading.text = self.argument
        return section


class HelplinesBlock(Block):
    """The place at which the build puts the help numbers of one country."""

    NAME = "helplines"
    ARGUMENT = None
    OPTIONS: ClassVar[Options] = {"country": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        return etree.SubElement(parent, "div", {"data-helplines": self.options["country"]})


class OriginsBlock(PlaceBlock):
    """The place at which the build puts every source, its points, and the tips that carry them."""

    NAME = "origins"
    ATTRIBUTE = "data-origins"


class DiscreetBlock(PlaceBlock):
    """The place at which the build puts the switch for discreet browsing."""

    NAME = "discreet"
    ATTRIBUTE = "data-discreet-place"


class TracesBlock(PlaceBlock):
    """The place at which the build puts what tests found in browsers."""

    NAME = "traces"
    ATTRIBUTE = "data-traces"


class PublisherBlock(Block):
    """The place at which the build puts what the publisher of the site says of one thing."""

    NAME = "publisher"
    OPTIONS: ClassVar[Options] = {"part": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        return etree.SubElement(parent, "div", {"data-publisher": self.options["part"]})


class DoorsBlock(PlaceBlock):
    """Ways to go on from a page: a list with a link each, and perhaps a few words behind it."""

    NAME = "doors"
    ATTRIBUTE = "data-doors"


class SituationsBlock(Block):
    """The place at which the build puts what a reader of one audience may be in, each with the page that answers it."""

    NAME = "situations"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"audience": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        return etree.SubElement(
            parent, "div", {"data-situations": self.options["audience"], "data-title": self.argument}
        )


_PLAIN_BLOCKS = (
    ListBlock,
    GroupBlock,
    WorksheetBlock,
    PartBlock,
    TableBlock,
    WeekBlock,
    HowToBlock,
    HelplinesBlock,
    OriginsBlock,
    DiscreetBlock,
    TracesBlock,
    PublisherBlock,
    DoorsBlock,
    SituationsBlock,
)


class PhoneNumberProcessor(InlineProcessor):
    """Makes a known help number a link that a phone can call."""

    # A link in a link is invalid, and headings are links of their own.
    ANCESTOR_EXCLUDES = ("a", "h1", "h2", "h3")

    def __init__(self, numbers: Iterable[str], md: Markdown) -> None:
        longest_first = sorted(numbers, key=len, reverse=True)
        super().__init__(r"(?<![\w/-])(" + "|".join(map(re.escape, longest_first)) + r")(?![\w/-])", md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        """Give the link for a number that was found."""
        link = etree.Element("a", {"class": "phone", "href": "tel:" + as_dialled(m[1])})
        link.text = m[1]
        return link, m.start(0), m.end(0)


class HouvastExtension(BlocksExtension):
    """All blocks of this site, links on help numbers, and standing sentences.

    What it is told of a page before that is rendered: `audience`, `page` (its source file within the folder of its
    language) and `sentences` (those of its language).

    Args:
        numbers: The numbers that become links, as readers see them.
        blocks: Further blocks, such as those of the training.
    """

    def __init__(self, numbers: Iterable[str] = (), blocks: Iterable[type[Block]] = (), **kwargs: Any) -> None:
        self.audience = ""
        self.page = ""
        self.sentences: Mapping[str, StandingSentence] = {}
        self.blocks = list(blocks)
        self.numbers = list(numbers)
        super().__init__(**kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        """Register the blocks; a tip asks for the page's audience when it is created."""
        block_mgr.register(TipBlock, {"audience": lambda: self.audience})
        for block in (*_PLAIN_BLOCKS, *self.blocks):
            block_mgr.register(block, {})
        # Before fenced code (25) is put away, whose fences it knows.
        standing = StandingSentencePreprocessor(md, lambda: (self.sentences, self.page))
        md.preprocessors.register(standing, "standing-sentences", 27)
        if self.numbers:
            # After links (160), so that a number in an address is left alone.
            md.inlinePatterns.register(PhoneNumberProcessor(self.numbers, md), "phone-number", 70)
