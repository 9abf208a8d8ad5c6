"""The blocks of a Markdown file as their author wrote them, with the lines at which their parts stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from houvast.authoring.training_entries import Entry
from houvast.authoring.worksheet_fields import Field
from houvast.data.problem import Problem


@dataclass
class SourceItem:
    """An item as the author wrote it: its name, its line, and whether it asks for an answer."""

    name: str
    line: int
    asks: bool


@dataclass
class SourceField:
    """A field of a worksheet as the author wrote it, with its line."""

    field: Field
    line: int


@dataclass
class SourceEntry:
    """A choice or an answer as the author wrote it, with its line."""

    entry: Entry
    line: int


@dataclass
class SourceBlock:
    """A block as the author wrote it, with the lines at which its parts stand (counted from 1; 0 for a missing end)."""

    kind: str
    slashes: int
    title: str
    line: int
    options: dict[str, Any] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
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
    """What a scan of one file found."""

    blocks: list[SourceBlock]
    problems: list[Problem]

    def block(self, kind: str, identifier: str) -> SourceBlock | None:
        """The first block of a kind with this id, or None."""
        return next((b for b in self.blocks if b.kind == kind and b.options.get("id") == identifier), None)
