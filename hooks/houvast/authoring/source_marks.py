"""Marks in the text of a page, in the places of what was read there: signs that no author can write.

So Markdown puts a block or a field where its author put it, and need not know how it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from houvast.authoring.source_blocks import Scan, SourceBlock, SourceEntry, SourceField, SourceItem
from houvast.data.problem import Mistake

Part = SourceBlock | SourceField | SourceEntry | SourceItem

BEGIN = re.compile(r"(?:^|\n)\x02begin:(\d+)\x03(?:\n|$)")
END = re.compile(r"(?:^|\n)\x02end:(\d+)\x03(?:\n|$)")
ENTRY = re.compile(r"\x02entry:(\d+)\x03")
ITEM = re.compile(r"\x02item:(\d+)\x03")
_ANY = re.compile(r"\x02(begin|end|entry|item):(\d+)\x03")


class SourceMarks:
    """The marks of one page.

    Args:
        page: What was read of it.
    """

    def __init__(self, page: Scan) -> None:
        self._page = page
        self._parts: list[tuple[Part, SourceBlock | None]] = []
        self._placed: set[int] = set()

    def are_of(self, lines: list[str]) -> bool:
        """Whether a text is that of the page, whatever empty lines end it."""
        return "\n".join(lines).rstrip("\n") == "\n".join(self._page.lines).rstrip("\n")

    def put_in(self) -> list[str]:
        """Give the lines of the page with marks for what can be rendered; what is wrong stays as it was written."""
        self._parts, self._placed = [], set()
        lines = {number: [line] for number, line in enumerate(self._page.lines, self._page.first_line)}
        for block in self._page.blocks:
            if block.is_sound:
                self._mark_block(block, lines)
        # Markdown ends a text with two of them.
        return [line for instead in (*lines.values(), ["", ""]) for line in instead]

    def _mark_block(self, block: SourceBlock, lines: dict[int, list[str]]) -> None:
        number = self._number(block, block.outer)
        lines[block.line] = [f"\x02begin:{number}\x03"]
        _take_out(range(block.line + 1, block.options_end + 1), lines)
        if block.end:
            lines[block.end] = [f"\x02end:{number}\x03"]
        for item in block.items:
            lines[item.line] = [f"- \x02item:{self._number(item, block)}\x03{item.text}"]
        entries: list[SourceField | SourceEntry] = [*block.fields.values(), *block.entries]
        for entry in entries:
            lines[entry.line] = ["", f"\x02entry:{self._number(entry, block)}\x03", ""]
            _take_out(range(entry.line + 1, entry.end + 1), lines)

    def _number(self, part: Part, outer: SourceBlock | None) -> int:
        self._parts.append((part, outer))
        return len(self._parts) - 1

    def part(self, number: int) -> Part:
        """Give what a mark stands for, without placing it."""
        return self._parts[number][0]

    def place(self, number: int) -> Part:
        """Give what a mark stands for; its place on the page is found."""
        self._placed.add(number)
        return self._parts[number][0]

    def take_item(self, text: str) -> tuple[SourceItem, str] | None:
        """Give the item whose mark a text begins with, and the text behind that; None where it is no item."""
        found = ITEM.match(text.lstrip())
        if found is None:
            return None
        item = self.place(int(found[1]))
        assert isinstance(item, SourceItem)
        return item, text.lstrip()[found.end() :]

    def lost(self) -> Iterator[Mistake]:
        """Find what Markdown found no place for, as it stands in HTML or goes on with a text above it.

        Where a page has other mistakes, they can be why, so nothing is said.
        """
        if self._page.problems:
            return
        placed = [self._parts[number][0] for number in self._placed]
        for number, (part, outer) in enumerate(self._parts):
            # What stands in something that is lost is lost with it.
            if number not in self._placed and (outer is None or any(other is outer for other in placed)):
                what = f"the {_called(part)} did not arrive on the page."
                yield Mistake(part.line, what, "Begin it at the margin and not in HTML, with an empty line above it.")

    def without_marks(self, html: str) -> str:
        """Give a rendered text with what their authors wrote in the places of marks that are left."""
        return _ANY.sub(lambda found: escape(self._written(found[1], int(found[2])), quote=False), html)

    def _written(self, sign: str, number: int) -> str:
        part = self.part(number)
        if isinstance(part, SourceItem):
            return f"[{'?' if part.asks else ' '}] {part.name} | "
        line = part.end if sign == "end" and isinstance(part, SourceBlock) else part.line
        return self._page.lines[line - self._page.first_line]


def _take_out(numbers: range, lines: dict[int, list[str]]) -> None:
    for number in numbers:
        lines[number] = []


def _called(part: Part) -> str:
    if isinstance(part, SourceBlock):
        return f"{part.kind} '{part.options.get('id') or part.title}'"
    if isinstance(part, SourceField):
        return f"field '{part.field.name}'"
    if isinstance(part, SourceEntry):
        return f"entry '{part.entry.name}'"
    return f"item '{part.name}'"
