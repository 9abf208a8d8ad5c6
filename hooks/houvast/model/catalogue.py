"""Reads tips and their items back out of rendered pages: the HTML is the one place that says what a tip is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from lxml import etree, html

from houvast.model.page_tree import heading_text
from houvast.model.worksheets import Worksheet

Carrier = TypeVar("Carrier")

# What a tip says in running text: neither heading, item, warning, nor a paragraph of an entry that is there already.
_SAID = etree.XPath(
    ".//*[self::p or self::li or self::h3][not(@data-item) and not(@class='admonition-title')]"
    "[not(ancestor::li) and not(ancestor::div[contains(concat(' ', @class, ' '), ' warning ')])]"
)


@dataclass(frozen=True)
class Item:
    """Something to tick, or to ask and note the answer to.

    Attributes:
        tip: The id of the tip that it is written in.
        name: Its name, unique in the tip and the same in every language.
        asks: Whether it has room for an answer.
        text: What it says, as plain text.
    """

    tip: str
    name: str
    asks: bool
    text: str

    @property
    def field(self) -> str:
        """The name of its field in every form: a promise, since saved answers are found by it."""
        return f"{self.tip}/{self.name}"


@dataclass(frozen=True)
class Tip:
    """One piece of advice.

    Attributes:
        id: The same in every language.
        title: What to do, as plain text.
        audience: Whose page it stands on.
        sources: The points that it carries, as `source/point`.
        items: What a reader ticks or asks.
        warnings: Where it can do harm, as HTML.
        page: The source file of its page, relative to the docs folder.
        url: The address of its page, relative to the site's root.
        text: Its paragraphs and what else it says beside items and warnings, as plain texts.
    """

    id: str
    title: str
    audience: str
    sources: tuple[str, ...]
    items: tuple[Item, ...]
    warnings: tuple[str, ...]
    page: str
    url: str
    text: tuple[str, ...] = ()


@dataclass
class Catalogue:
    """All tips and worksheets of one language, by id, in the order in which they were read."""

    tips: dict[str, Tip] = field(default_factory=dict)
    worksheets: dict[str, Worksheet] = field(default_factory=dict)

    def tips_by_point(self, without: Collection[str] = ()) -> dict[str, list[Tip]]:
        """The tips that carry a source point, for each point that any carries; not those on some pages."""
        return _by_point((tip, tip.sources) for tip in self.tips.values() if tip.page not in without)

    def worksheets_by_point(self) -> dict[str, list[Worksheet]]:
        """The worksheets with a part that carries a source point, for each point that any carries."""
        return _by_point((sheet, sheet.points()) for sheet in self.worksheets.values())

    def sort_by_pages(self, pages: list[str]) -> None:
        """Put the tips in the order of these pages (source files); tips of other pages come last."""
        place = {page: index for index, page in enumerate(pages)}
        self.tips = dict(sorted(self.tips.items(), key=lambda entry: place.get(entry[1].page, len(place))))
        self.worksheets = dict(sorted(self.worksheets.items(), key=lambda entry: place.get(entry[1].page, len(place))))


def _by_point(carriers: Iterable[tuple[Carrier, Iterable[str]]]) -> dict[str, list[Carrier]]:
    found: dict[str, list[Carrier]] = {}
    for carrier, points in carriers:
        for point in set(points):
            found.setdefault(point, []).append(carrier)
    return found


def read_tips(content: html.HtmlElement, page: str, url: str) -> list[Tip]:
    """Read the tips of one page.

    Args:
        content: The page's rendered content, see `read_content`.
        page: Its source file.
        url: Its address, relative to the site's root.

    Returns:
        The tips, in the order in which they stand.
    """
    return [_read_tip(section, page, url) for section in content.xpath('.//section[@class="tip"]')]


def _read_tip(section: html.HtmlElement, page: str, url: str) -> Tip:
    identifier = section.get("data-tip")
    return Tip(
        id=identifier,
        title=heading_text(section.find("h2")),
        audience=section.get("data-audience"),
        sources=tuple(section.get("data-sources").split()),
        items=tuple(
            Item(identifier, entry.get("data-item"), entry.get("data-kind") == "ask", entry.text_content().strip())
            for entry in section.xpath(".//li[@data-item]")
        ),
        warnings=tuple(
            html.tostring(warning, encoding="unicode", with_tail=False)
            for warning in section.xpath('.//div[contains(concat(" ", @class, " "), " warning ")]')
        ),
        page=page,
        url=url,
        text=tuple(" ".join(element.text_content().split()) for element in _SAID(section)),
    )
