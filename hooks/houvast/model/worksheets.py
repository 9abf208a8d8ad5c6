"""What a worksheet is: parts with texts, fields and tables, read out of a rendered page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from lxml import html

from houvast.authoring.entry_attributes import ATTRIBUTE, field_of
from houvast.authoring.papers import PAPERS_APART
from houvast.authoring.worksheet_fields import Field
from houvast.model.page_tree import heading_text

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# The kind of column that is filled in by hand.
ONLY_ON_PAPER = "signature"
# From this many columns on a table is printed on paper that lies on its side.
WIDE = 5
# A worksheet with more parts than these is long.
LONG = 8


@dataclass(frozen=True)
class Text:
    """What an author says between the fields, as HTML.

    Attributes:
        name: Its place in the worksheet, the same in every language.
        html: One or more elements.
    """

    kind: ClassVar[str] = "words"
    name: str
    html: str


@dataclass(frozen=True)
class Table:
    """Rows to fill in.

    Attributes:
        name: Unique in its part and the same in every language.
        label: What it is about.
        columns: What each row has, on the page or on paper.
        rows: The rows, where they are fixed; their names and labels.
        empty_rows: How many rows there are on paper to begin with, where a reader adds and removes them.
        is_week: Whether the rows are the days of the week.
        row_name: What a row that a reader adds is called, such as an agreement; empty where it is only a row.
    """

    kind: ClassVar[str] = "table"
    name: str
    label: str
    columns: tuple[Field, ...]
    rows: tuple[Field, ...]
    empty_rows: int
    is_week: bool
    row_name: str = ""

    @property
    def row_names(self) -> tuple[str, ...]:
        """The names of fixed rows; none where a reader adds rows."""
        return DAYS if self.is_week else tuple(row.name for row in self.rows)

    @property
    def is_stacked(self) -> bool:
        """Whether a row is a block on paper: a long text with lines of its own needs the whole width."""
        return any(column.lines for column in self.columns)

    @property
    def is_wide(self) -> bool:
        """Whether it has so many columns to write in that it needs paper on its side; a tick takes no room."""
        return not self.is_stacked and sum(column.kind != "tick" for column in self.columns) >= WIDE

    @property
    def filled_columns(self) -> tuple[Field, ...]:
        """The columns that are filled in on the page; a signature is only for paper."""
        return tuple(column for column in self.columns if column.kind != ONLY_ON_PAPER)


Piece = Text | Field | Table


@dataclass(frozen=True)
class Part:
    """A part of a worksheet.

    Attributes:
        id: Unique in the worksheet and the same in every language.
        title: Its heading.
        sources: The source points that it carries.
        optional: Whether a reader can leave it out.
        short: Whether it belongs to the short version.
        paper: `sheet` with the others; `own-sheet` with nothing else on it; `professional`: on nobody's copy, printed
            on its own by the professional who keeps it; `card` or `poster`: printed on its own.
        copies: How many of a card stand on one sheet.
        body: Texts, fields and tables, in their order.
    """

    id: str
    title: str
    sources: tuple[str, ...]
    optional: bool
    short: bool
    paper: str
    copies: int
    body: tuple[Piece, ...]

    @property
    def fields(self) -> Iterator[Field | Table]:
        """What is filled in."""
        return (piece for piece in self.body if not isinstance(piece, Text))


@dataclass(frozen=True)
class Worksheet:
    """A form with parts of its own.

    Attributes:
        id: The same in every language; no other form has it.
        audience: Whose page it stands on.
        page: The source file of its page, relative to the docs folder.
        url: The address of its page, relative to the site's root.
        title: The heading of its page.
        parts: Its parts, in their order.
        is_kept: Whether it can be kept: as a file, a copy or a document.
    """

    id: str
    audience: tuple[str, ...]
    page: str
    url: str
    title: str
    parts: tuple[Part, ...]
    is_kept: bool = True

    @property
    def has_short_version(self) -> bool:
        """Whether some parts belong to a short version."""
        return any(part.short for part in self.parts)

    @property
    def is_long(self) -> bool:
        """Whether it has so many parts that on a narrow screen all but the first are folded."""
        return len(self.parts) > LONG

    @property
    def prints_apart(self) -> bool:
        """Whether each part is printed on its own, never with another."""
        return any(part.paper in PAPERS_APART for part in self.parts)

    def names(self) -> list[str]:
        """The names that a file of answers holds: promises, since files that were saved are read by them.

        A field is `part/field`; a blank or a column `part/field/column`; a fixed row `part/table@row`; a choice
        `…=choice`.
        """
        names = ["short-version"] if self.has_short_version else []
        for part in self.parts:
            names += [f"{part.id}/left-out"] if part.optional else []
            names += names_of_fields(part, part.id)
        return names

    def points(self) -> set[str]:
        """The source points that its parts carry."""
        return {point for part in self.parts for point in part.sources}


def names_of_fields(part: Part, prefix: str) -> list[str]:
    """The names that a file holds for what is filled in in a part, each behind a prefix and a slash."""
    return [name for field in part.fields for name in _names_of(field, f"{prefix}/{field.name}")]


def _names_of(field: Field | Table, name: str) -> list[str]:
    if isinstance(field, Table):
        rows = [f"{name}@{row}" for row in field.row_names]
        columns = [_names_of(column, f"{name}/{column.name}") for column in field.filled_columns]
        return [*rows, *chain.from_iterable(columns)]
    if field.kind == "sentence":
        return [f"{name}/{blank}" for blank in sorted(field.blanks)]
    return [name, *(f"{name}={choice.key}" for choice in field.choices)]


def read_worksheets(content: html.HtmlElement, page: str, url: str, audience: tuple[str, ...]) -> list[Worksheet]:
    """Read the worksheets of one page, before they are filled in.

    Args:
        content: The page's rendered content, see `read_content`.
        page: Its source file.
        url: Its address, relative to the site's root.
        audience: Whose page it is.

    Returns:
        The worksheets; what the reader of the source found to be wrong is not among them.
    """
    title = content.xpath("string(.//h1)").rstrip("¶").strip()
    return [
        Worksheet(
            place.get("data-worksheet"),
            audience,
            page,
            url,
            title,
            tuple(read_part(section) for section in place.xpath("./section[string(@data-part)]")),
            place.get("data-keep") != "none",
        )
        for place in content.xpath(".//*[string(@data-worksheet)]")
    ]


def read_part(section: html.HtmlElement) -> Part:
    """Read a part from the place that its block left."""
    identifier = section.get("data-part")
    return Part(
        id=identifier,
        title=heading_text(section.find("h2")),
        sources=tuple(section.get("data-sources").split()),
        optional=section.get("data-optional") is not None,
        short=section.get("data-short") is not None,
        paper=section.get("data-paper"),
        copies=int(section.get("data-copies")),
        body=tuple(_read_body(section, identifier)),
    )


def _read_body(section: html.HtmlElement, part: str) -> Iterator[Piece]:
    texts: list[str] = []
    number = 0
    for child in section:
        if child.tag == "h2":
            continue
        fields = list(_read_fields(child)) if child.tag == "ul" else []
        if not fields and child.get("data-table") is None:
            texts.append(html.tostring(child, encoding="unicode"))
            continue
        if texts:
            number += 1
            yield Text(f"{part}/text-{number}", "".join(texts))
            texts = []
        if fields:
            yield from fields
        else:
            yield _read_table(child)
    if texts:
        yield Text(f"{part}/text-{number + 1}", "".join(texts))


def _read_table(place: html.HtmlElement) -> Table:
    entries = [field for listing in place.findall("ul") for field in _read_fields(listing)]
    return Table(
        name=place.get("data-table"),
        label=place.get("data-title"),
        columns=tuple(field for field in entries if field.kind != "row"),
        rows=tuple(field for field in entries if field.kind == "row"),
        empty_rows=int(place.get("data-rows")),
        is_week=place.get("data-week") is not None,
        row_name=place.get("data-row-name", ""),
    )


def _read_fields(listing: html.HtmlElement) -> Iterator[Field]:
    return (field_of(entry.get(ATTRIBUTE)) for entry in listing.xpath(f"./li[@{ATTRIBUTE}]"))
