"""The Markdown blocks of a worksheet: parts with fields and tables, and how to use it."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import Any, ClassVar

from houvast.authoring.authored_block import AuthoredBlock
from houvast.authoring.block_options import ID, SOURCES, Option, OptionError, Options, flag, number
from houvast.authoring.papers import PAPERS, PAPERS_APART
from houvast.authoring.source_blocks import SourceBlock, SourceField
from houvast.authoring.worksheet_fields import IN_TABLES, IN_WEEKS
from houvast.data.problem import Mistake

MOST_ROWS = 20
MOST_COPIES = 10
# Files say with this name that a reader left a part out.
_LEFT_OUT = "left-out"


def _paper(value: Any) -> str:
    """Read what a part is printed on."""
    if value not in PAPERS:
        raise OptionError(f"there is no paper '{value}'.", f"Use: {', '.join(PAPERS)}.")
    return str(value)


def _kept(value: Any) -> str:
    """Read whether a worksheet can be kept."""
    if value != "none":
        remedy = "Write `keep: none`: no file, no copy, no document. Or leave `keep` out."
        raise OptionError(f"there is no way to keep a worksheet called '{value}'.", remedy)
    return str(value)


def _row_name(value: Any) -> str:
    """Read what a row that a reader adds is called."""
    if not (isinstance(value, str) and value.strip() and not any(letter.isdigit() for letter in value)):
        remedy = "Write for example `row: Agreement`; the number comes by itself."
        raise OptionError(f"{value!r} is not what a row is called.", remedy)
    return value


class WorksheetBlock(AuthoredBlock):
    """A worksheet: the place at which the build renders a form from its parts."""

    NAME = "worksheet"
    OPTIONS: ClassVar[Options] = {"id": ID, "keep": Option("", _kept)}
    SHOWS_TEXT = False
    TEXT_BELONGS = "a part of it"
    IS_IN_FORM = True

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check its parts together."""
        parts = [part for part in inner if part.kind == PartBlock.NAME]
        if not parts:
            yield Mistake(written.line, "this worksheet has no parts.", "Add a `//// part | Title` with fields.")
        taken = set()
        for part in [part for part in parts if "id" in part.options]:
            name, line = str(part.options["id"]), part.line_of("id")
            if name in taken:
                yield Mistake(line, f"there are two parts called '{name}'.", "Rename one of them.")
            if name == HowToBlock.NAME:
                yield Mistake(line, "the id 'how-to' is that of the block 'how-to'.", "Choose another id.")
            taken.add(name)
        if len({part.options.get("paper") in PAPERS_APART for part in parts}) > 1:
            what = "some parts of this worksheet are printed on their own and others are not."
            yield Mistake(written.line, what, "Give each part `paper: card` or `paper: poster`, or none of them.")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; the parts follow in it."""
        attributes = {"data-worksheet": self.options["id"], "data-keep": self.options["keep"]}
        return etree.SubElement(parent, "div", attributes)


class PartBlock(AuthoredBlock):
    """A part of a worksheet: a heading, what it carries, and its texts, fields and tables."""

    NAME = "part"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {
        "id": ID,
        "sources": SOURCES,
        "optional": Option(False, flag("optional")),
        "short": Option(False, flag("short")),
        "paper": Option("sheet", _paper),
        "copies": Option(1, number("copies", MOST_COPIES)),
    }
    INSIDE = ("worksheet",)
    FIELDS = ("tick", "line", "text", "date", "scale", "choose", "sentence", "drawing", "signature")
    IS_IN_FORM = True

    @classmethod
    def check_start(cls, written: SourceBlock) -> Iterator[Mistake]:
        """Check how a part begins; copies go with cards."""
        yield from super().check_start(written)
        if "copies" in written.options and written.options.get("paper") != "card":
            remedy = "Add `paper: card`, or leave `copies` out."
            yield Mistake(written.line_of("copies"), "only a card has copies.", remedy)

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check the names of its fields and tables together."""
        taken = {name: entry.line for name, entry in written.fields.items()}
        for table in [block for block in inner if block.kind in (TableBlock.NAME, WeekBlock.NAME)]:
            if "id" not in table.options:
                continue
            name, line = str(table.options["id"]), table.line_of("id")
            if name in taken:
                yield Mistake(line, f"'{name}' is the name of something else in this part too.", "Rename one of them.")
            taken[name] = line
        if _LEFT_OUT in taken:
            what = f"the name '{_LEFT_OUT}' is taken: files say with it that a part is left out."
            yield Mistake(taken[_LEFT_OUT], what, "Choose another name.")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section; its heading stands in the contents of the page."""
        section = etree.SubElement(
            parent,
            "section",
            {
                "data-part": self.options["id"],
                "data-sources": " ".join(self.options["sources"]),
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


class TableBlock(AuthoredBlock):
    """A table of a worksheet; its list gives the columns, and the rows where these are fixed."""

    NAME = "table"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {
        "id": ID,
        "rows": Option(1, number("rows", MOST_ROWS)),
        "row": Option("", _row_name),
    }
    INSIDE = ("part",)
    SHOWS_TEXT = False
    FIELDS: ClassVar[tuple[str, ...]] = IN_TABLES
    HAS_FIXED_ROWS: ClassVar[bool] = False

    @classmethod
    def check_field(cls, added: SourceField, written: SourceBlock) -> Iterator[Mistake]:
        """Check a field as every block does; rows come first, and no column beside them has lines of its own."""
        yield from super().check_field(added, written)
        kinds = [other.field.kind for other in written.fields.values()]
        if added.field.kind == "row" and "row" in cls.FIELDS and set(kinds) - {"row"}:
            yield Mistake(added.line, "this row stands below a column.", "Put the rows first, then the columns.")
        if added.field.lines and (cls.HAS_FIXED_ROWS or "row" in kinds):
            what = "a column beside fixed rows has no lines of its own."
            yield Mistake(added.line, what, "Leave out `lines`: a row is high enough.")

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check that it has columns, and says of its rows what goes together."""
        kinds = [entry.field.kind for entry in written.fields.values()]
        if all(kind == "row" for kind in kinds):
            remedy = "Add a list such as `- [line] who | Who?`."
            yield Mistake(written.line, f"this '{cls.NAME}' has no columns.", remedy)
        for option in ("rows", "row"):
            if option in written.options and "row" in kinds:
                remedy = f"Leave out `{option}`."
                yield Mistake(written.line_of(option), "the rows of this table are fixed.", remedy)

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
    OPTIONS: ClassVar[Options] = {"id": ID}
    FIELDS = IN_WEEKS
    HAS_FIXED_ROWS = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        place = super().on_create(parent)
        place.set("data-week", "")
        return place


class HowToBlock(AuthoredBlock):
    """How to use a worksheet: shown on the screen, not printed."""

    NAME = "how-to"
    ARGUMENT = True
    IS_IN_FORM = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section and its heading."""
        section = etree.SubElement(parent, "section", {"class": "how-to", "aria-labelledby": "how-to"})
        heading = etree.SubElement(section, "h2", {"id": "how-to"})
        heading.text = self.argument
        return section
