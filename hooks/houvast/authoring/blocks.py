"""The Markdown blocks for tips, lists, remarks, and what the build generates.

Each becomes semantic HTML, the one contract for style, script, print and tests.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import ClassVar

from pymdownx.blocks.admonition import Admonition

from houvast.authoring.authored_block import AuthoredBlock, PlaceBlock
from houvast.authoring.block_options import ID, SELECT, SOURCES, Option, Options, names, one_of, text
from houvast.data.publisher import PARTS


class TipBlock(AuthoredBlock):
    """A tip: title, id, source points, what it needs, text, and the items that lists select."""

    NAME = "tip"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ID, "sources": SOURCES, "needs": Option((), names("needs"))}
    HOLDS_HEADINGS = True
    HOLDS_ITEMS = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section and its heading; the id stands on the heading, where contents and search look."""
        section = etree.SubElement(
            parent,
            "section",
            {
                "class": "tip",
                "data-tip": self.options["id"],
                "data-sources": " ".join(self.options["sources"]),
                "data-audience": self.config["audience"](),
                "aria-labelledby": self.options["id"],
            },
        )
        heading = etree.SubElement(section, "h2", {"id": self.options["id"]})
        heading.text = self.argument
        return section

    def on_end(self, block: etree.Element) -> None:
        """Give the list entries that are items their names and kinds."""
        for listing in block.iter("ul"):
            for entry in listing.findall("li"):
                holder = entry if entry.text and entry.text.strip() else entry.find("p")
                found = self.config["take_item"](holder.text) if holder is not None and holder.text else None
                if holder is None or found is None:
                    continue
                item, holder.text = found
                listing.set("class", "tip-items")
                entry.set("data-item", item.name)
                entry.set("data-kind", "ask" if item.asks else "tick")


class ListBlock(AuthoredBlock):
    """A list to fill in: the place at which the build renders a form from its groups."""

    NAME = "list"
    OPTIONS: ClassVar[Options] = {"id": ID}
    SHOWS_TEXT = False
    TEXT_BELONGS = "a group of it"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; the groups follow in it."""
        return etree.SubElement(parent, "div", {"data-list": self.options["id"]})


class GroupBlock(AuthoredBlock):
    """A part of a list: a title, a few words if need be, and the items that it selects."""

    NAME = "group"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"select": SELECT}
    INSIDE = ("list",)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section with what it selects, as `tip` or `tip/item`, parted by spaces."""
        attributes = {"data-title": self.argument, "data-select": " ".join(self.options["select"])}
        return etree.SubElement(parent, "section", attributes)


class HelplinesBlock(AuthoredBlock):
    """The place at which the build puts the help numbers of one country."""

    NAME = "helplines"
    ARGUMENT = None
    OPTIONS: ClassVar[Options] = {"country": Option("", text("country", "netherlands"), is_required=True)}
    INSIDE = ("", "part")
    SHOWS_TEXT = False

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


class PublisherBlock(AuthoredBlock):
    """The place at which the build puts what the publisher of the site says of one thing."""

    NAME = "publisher"
    OPTIONS: ClassVar[Options] = {"part": Option("", one_of("part", PARTS), is_required=True)}
    SHOWS_TEXT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        return etree.SubElement(parent, "div", {"data-publisher": self.options["part"]})


class DoorsBlock(PlaceBlock):
    """Ways to go on from a page: a list with a link each, and perhaps a few words behind it."""

    NAME = "doors"
    ATTRIBUTE = "data-doors"
    SHOWS_TEXT = True


class SituationsBlock(AuthoredBlock):
    """The place at which the build puts what a reader of one audience may be in, each with the page that answers it."""

    NAME = "situations"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"audience": Option("", text("audience", "professionals"), is_required=True)}
    SHOWS_TEXT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        return etree.SubElement(
            parent, "div", {"data-situations": self.options["audience"], "data-title": self.argument}
        )


class RemarkBlock(AuthoredBlock, Admonition):
    """A remark, which may stand anywhere."""

    ARGUMENT = None
    OPTIONS: ClassVar[Options] = {}
    INSIDE = ()
    HOLDS_HEADINGS = True


class WarningBlock(RemarkBlock):
    """A remark to take to heart."""

    NAME = "warning"
    DEF_TITLE = "Warning"
    DEF_CLASS = "warning"


class NoteBlock(RemarkBlock):
    """A remark beside the text."""

    NAME = "note"
    DEF_TITLE = "Note"
    DEF_CLASS = "note"
