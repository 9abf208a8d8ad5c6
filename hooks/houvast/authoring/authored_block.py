"""What every block is that authors write: the rules of how it is written, and the HTML that it becomes.

A kind of block is one class. The reader (houvast.authoring.block_reader) asks it whether what an author wrote is right,
and Markdown asks it for its HTML.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import ClassVar

from pymdownx.blocks.block import Block

from houvast.authoring.block_options import OptionError, Options
from houvast.authoring.source_blocks import SourceBlock, SourceEntry, SourceField
from houvast.authoring.worksheet_fields import written_kind
from houvast.data.problem import Mistake
from houvast.data.suggestion import did_you_mean


class AuthoredBlock(Block):
    """A block that authors write.

    Attributes:
        NAME: What stands behind its slashes.
        ARGUMENT: Whether its first line needs a title behind a bar (None: it may have one).
        OPTIONS: The options that it knows.
        INSIDE: The blocks that it may stand in; "" for the page itself; none for anywhere.
        SHOWS_TEXT: Whether it shows what is written in it, besides the blocks, fields and entries that it can hold.
        TEXT_BELONGS: Where a text belongs that it does not show.
        HOLDS_HEADINGS: Whether headings can stand in it.
        HOLDS_ITEMS: Whether it has items, which lists select.
        FIELDS: The kinds of field that it can hold.
        ENTRIES: The kinds of choice or answer that it can hold.
        IS_IN_FORM: Whether something to tick in it is meant to be a field, not the item of a tip.
    """

    NAME: ClassVar[str]
    ARGUMENT: ClassVar[bool | None] = False
    OPTIONS: ClassVar[Options] = {}
    INSIDE: ClassVar[tuple[str, ...]] = ("",)
    SHOWS_TEXT: ClassVar[bool] = True
    TEXT_BELONGS: ClassVar[str] = "the text around it"
    HOLDS_HEADINGS: ClassVar[bool] = False
    HOLDS_ITEMS: ClassVar[bool] = False
    FIELDS: ClassVar[tuple[str, ...]] = ()
    ENTRIES: ClassVar[tuple[str, ...]] = ()
    IS_IN_FORM: ClassVar[bool] = False

    @classmethod
    def check_start(cls, written: SourceBlock) -> Iterator[Mistake]:
        """Check how a block begins: its title, and its options with their values."""
        if cls.ARGUMENT and not written.title:
            remedy = f"Write `{'/' * written.slashes} {cls.NAME} | The title`."
            yield Mistake(written.line, f"this '{cls.NAME}' has no title.", remedy)
        if cls.ARGUMENT is False and written.has_bar:
            yield Mistake(written.line, f"a '{cls.NAME}' has no title.", "Remove the bar and what follows it.")
        for name in written.options:
            if name not in cls.OPTIONS:
                hint = did_you_mean(str(name), cls.OPTIONS, f"It knows: {', '.join(cls.OPTIONS) or 'no options'}.")
                yield Mistake(written.line_of(str(name)), f"a '{cls.NAME}' has no option '{name}'.", hint)
        for name, option in cls.OPTIONS.items():
            if name in written.options:
                try:
                    option.read(written.options[name])
                except OptionError as error:
                    yield Mistake(written.line_of(name), str(error), error.remedy)
            elif option.is_required and name not in written.option_lines:
                remedy = f"Add a line `    {name}: …` directly under the first line."
                yield Mistake(written.line, f"this '{cls.NAME}' has no '{name}'.", remedy)

    @classmethod
    def check_place(cls, written: SourceBlock) -> Iterator[Mistake]:
        """Check whether a block may stand where it stands; whether it is shown there, `is_hidden` says."""
        outer = written.outer
        if outer is not None and outer.rule is None:
            return
        if outer is not None and written.slashes >= outer.slashes:
            yield Mistake(
                written.line,
                f"this '{cls.NAME}' has {written.slashes} slashes and stands in a '{outer.kind}' "
                f"of {outer.slashes} (line {outer.line}).",
                "Close that block first, or give the outer block more slashes than the inner one.",
            )
        elif not cls.INSIDE or (outer.kind if outer else "") in cls.INSIDE:
            return
        elif outer is not None and "" in cls.INSIDE:
            what = f"a '{cls.NAME}' cannot stand in a '{outer.kind}' (line {outer.line})."
            yield Mistake(written.line, what, f"Close the '{outer.kind}' first.")
        else:
            place, slashes = cls.INSIDE[0], "/" * (written.slashes + 1)
            what = f"a '{cls.NAME}' stands only in a '{place}'."
            yield Mistake(written.line, what, f"Put it between `{slashes} {place}` and `{slashes}`.")

    @classmethod
    def is_hidden(cls, written: SourceBlock) -> bool:
        """Whether a block that may stand anywhere stands, rightly closed, in one that does not show it."""
        outer = written.outer
        if outer is None or outer.rule is None or written.slashes >= outer.slashes:
            return False
        return not cls.INSIDE and not outer.rule.SHOWS_TEXT

    @classmethod
    def check_field(cls, added: SourceField, written: SourceBlock) -> Iterator[Mistake]:
        """Check whether a block can hold a field besides those that it holds already."""
        field = added.field
        if field.kind not in cls.FIELDS:
            what = f"a {cls.NAME} cannot hold a field of the kind {written_kind(field.kind)}."
            yield Mistake(added.line, what, f"It can hold: {', '.join(map(written_kind, cls.FIELDS))}.")
        if field.name in written.fields:
            yield Mistake(added.line, f"there are two fields called '{field.name}' here.", "Rename one of them.")

    @classmethod
    def check_entry(cls, added: SourceEntry, written: SourceBlock) -> Iterator[Mistake]:
        """Check a choice or an answer against those that its block holds already."""
        name = added.entry.name
        if any(other.entry.name == name for other in written.entries):
            yield Mistake(added.line, f"there are two entries called '{name}' here.", "Rename one of them.")

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check what a block holds together, once it is closed.

        Args:
            written: The block.
            inner: The blocks that stand directly in it.

        Yields:
            What is wrong.
        """
        yield from ()


class PlaceBlock(AuthoredBlock):
    """A place at which the build puts something that it generates."""

    SHOWS_TEXT = False
    ATTRIBUTE: ClassVar[str]

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place."""
        return etree.SubElement(parent, "div", {self.ATTRIBUTE: ""})
