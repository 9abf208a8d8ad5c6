"""The blocks of a Markdown file as their author wrote them, with the lines at which their parts stand.

Markdown renders a page from these (houvast.authoring.markdown_extension), and the checks judge them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from houvast.authoring.training_entries import Entry
from houvast.authoring.worksheet_fields import Field
from houvast.data.problem import Problem

if TYPE_CHECKING:
    from houvast.authoring.authored_block import AuthoredBlock


@dataclass
class SourceItem:
    """An item as the author wrote it: its name, its line, whether it asks for an answer, and the line's text."""

    name: str
    line: int
    asks: bool
    text: str


@dataclass
class SourceField:
    """A field of a worksheet as the author wrote it, with its first and its last line."""

    field: Field
    line: int
    end: int


@dataclass
class SourceEntry:
    """A choice or an answer as the author wrote it, with its first and its last line."""

    entry: Entry
    line: int
    end: int


@dataclass
class SourceBlock:
    """A block as the author wrote it, with the lines at which its parts stand (counted from 1; 0 for a missing end).

    Attributes:
        kind: What it is called.
        rule: The class of its kind; None where there is no such kind.
        is_sound: Whether its title and options are right, so that it can be rendered.
        options_end: The last line of its options, or its own where it has none.
    """

    kind: str
    slashes: int
    title: str
    has_bar: bool
    line: int
    rule: type[AuthoredBlock] | None
    is_sound: bool = False
    options: dict[str, Any] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    options_end: int = 0
    items: list[SourceItem] = field(default_factory=list)
    fields: dict[str, SourceField] = field(default_factory=dict)
    entries: list[SourceEntry] = field(default_factory=list)
    list_lines: int = 0
    outer: SourceBlock | None = None
    end: int = 0

    def line_of(self, option: str) -> int:
        """The line of an option, or of the block where the option is not there."""
        return self.option_lines.get(option, self.line)


@dataclass
class Scan:
    """What was read of one file.

    Attributes:
        blocks: Its blocks, in the order of their first lines.
        problems: What is wrong with how they are written.
        lines: All its lines as Markdown sees them, without front matter.
        first_line: The line in the file at which they begin.
    """

    blocks: list[SourceBlock]
    problems: list[Problem]
    lines: list[str] = field(default_factory=list)
    first_line: int = 1

    def block(self, kind: str, identifier: str) -> SourceBlock | None:
        """The first block of a kind with this id, or None."""
        return next((b for b in self.blocks if b.kind == kind and b.options.get("id") == identifier), None)
