"""Fills the places that blocks leave in a page: lists, help numbers, origins, and the origin of each tip.

The places are found in the rendered HTML; what goes into them comes from templates, so no HTML is written here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import html

from houvast.authoring.page_links import ELSEWHERE
from houvast.data.helplines import Country
from houvast.data.publisher import PARTS
from houvast.data.situations import Situation
from houvast.model.catalogue import Catalogue, Item
from houvast.model.filled_form import FilledForm
from houvast.model.moved_links import moved_links
from houvast.model.page_tree import markup_in
from houvast.model.selection import SelectionError, select_items
from houvast.rendering.writing_space import writing_lines

Render = Callable[..., str]
"""Renders a fragment: takes its name and its variables, gives HTML."""

Report = Callable[[str, str, str], None]
"""Takes the id of a list, what is wrong with it, and the remedy."""


@dataclass(frozen=True)
class Group:
    """A part of a list, ready to render.

    Attributes:
        title: Its heading.
        intro: What an author says about it, as HTML.
        items: What it selects.
        needs: The warnings of the tips that its items come from, as HTML.
        warnings: Those of them that stand in the group itself.
    """

    title: str
    intro: str
    items: tuple[Item, ...]
    needs: tuple[str, ...]
    warnings: tuple[str, ...]

    def without(self, shared: Sequence[str]) -> Group:
        """The group without the warnings that stand above all groups."""
        return replace(self, warnings=tuple(warning for warning in self.needs if warning not in shared))


@dataclass(frozen=True)
class Door:
    """A way to go on: what it says, where it leads, a few words more, and the page there if there is one."""

    text: str
    href: str
    more: str
    page: Any

    @property
    def is_elsewhere(self) -> bool:
        """Whether it leads to a page that is there in other languages only."""
        return self.href.startswith(ELSEWHERE)


class PageFiller:
    """Fills one page.

    Args:
        content: The page's rendered content, see `read_content`; it is filled in where it is.
        url: The page's address, relative to the site's root.
        render: Renders a fragment for this page.
    """

    def __init__(self, content: html.HtmlElement, url: str, render: Render) -> None:
        self._tree = content
        self._url = url
        self._render = render

    @property
    def content(self) -> str:
        """The page's content as it is now."""
        return markup_in(self._tree)

    @property
    def has_code_or_table(self) -> bool:
        """Whether its text has a sample of code or a table; that of a form has a class."""
        return bool(self._tree.xpath("boolean(.//code | .//table[not(@*)])"))

    def fill_lists(self, catalogue: Catalogue, report: Report, **variables: object) -> list[FilledForm]:
        """Render a form where a list is asked for, and give these forms."""
        forms = []
        for place in self._places("data-list"):
            name = place.get("data-list")
            groups = [self._group(section, catalogue, name, report) for section in place.findall("section")]
            shared = self._shared_warnings(groups)
            items = [item for group in groups for item in group.items]
            lines = writing_lines(
                items=[len(item.text) for item in items],
                questions=sum(item.asks for item in items),
                groups=len(groups),
                paragraphs=self._other_texts(place, groups),
            )
            if not groups:
                report(name, "the list has no groups, so it is empty.", "Add a `/// group | Title` with a `select`.")
            self._report_repeated(groups, name, report)
            self._replace(
                place,
                self._render(
                    "forms/list",
                    name=name,
                    groups=[group.without(shared) for group in groups],
                    warnings=shared,
                    total=len(items),
                    lines=lines,
                    **variables,
                ),
            )
            forms.append(FilledForm(name, tuple(item.field for item in items)))
        return forms

    def fill_worksheets(self, catalogue: Catalogue, **variables: object) -> list[FilledForm]:
        """Render a form where a worksheet is asked for, and give these forms; an unknown worksheet renders none."""
        forms = []
        for place in self._places("data-worksheet"):
            worksheet = catalogue.worksheets.get(place.get("data-worksheet"))
            self._replace(place, self._render("forms/worksheet", worksheet=worksheet, **variables) if worksheet else "")
            if worksheet:
                forms.append(FilledForm(worksheet.id, tuple(worksheet.names())))
        return forms

    def label_texts(self) -> None:
        """Names the texts around a form, so that they can be printed in two languages as well."""
        if not self._tree.xpath("./form[@data-form]"):
            return
        texts = [child for child in self._tree if child.tag in ("h1", "p", "ul", "ol", "div")]
        for number, text in enumerate(texts):
            text.set("data-label", f"page-{number}")

    def fill_places(self, attribute: str, markup: Callable[[html.HtmlElement], str]) -> None:
        """Put something in the place of each element with an attribute.

        Args:
            attribute: What marks the places.
            markup: Gives the HTML for a place.
        """
        for place in self._places(attribute):
            self._replace(place, markup(place))

    def extend_places(self, attribute: str, markup: Callable[[html.HtmlElement], str]) -> None:
        """Put something at the end of each element with an attribute; see `fill_places`."""
        for place in self._places(attribute):
            place.extend(html.fragments_fromstring(markup(place).strip()))

    @property
    def headings(self) -> list[tuple[str, str]]:
        """The headings of the second level that the contents lead to, since they are shown: pairs of id and text."""
        found = self._tree.xpath(".//h2[@id][not(ancestor-or-self::*[@hidden])]")
        return [(heading.get("id"), heading.text_content().rstrip("¶").strip()) for heading in found]

    def fill_helplines(self, countries: dict[str, Country]) -> None:
        """Render the help numbers of a country where they are asked for; an unknown country renders none."""
        for place in self._places("data-helplines"):
            country = countries.get(place.get("data-helplines"))
            self._replace(place, self._render("helplines", country=country) if country else "")

    def fill_discreet_switch(self) -> None:
        """Render the switch for discreet browsing where it is asked for."""
        for place in self._places("data-discreet-place"):
            self._replace(place, self._render("discreet-switch"))

    def fill_traces(self, **variables: object) -> None:
        """Render what tests found in browsers where it is asked for."""
        for place in self._places("data-traces"):
            self._replace(place, self._render("traces", **variables))

    def fill_publisher(self, **variables: object) -> None:
        """Render what the publisher says, where it is asked for."""
        for place in self._places("data-publisher"):
            if (part := place.get("data-publisher")) in PARTS:
                self._replace(place, self._render(f"publisher/{part}", **variables))

    def fill_doors(self, target: Callable[[str], Any]) -> list[Door]:
        """Render doors where they are asked for, and give them; `target` finds the page that a link leads to."""
        found: list[Door] = []
        for place in self._places("data-doors"):
            doors = []
            for entry in place.xpath("./ul/li"):
                link = next(entry.iter("a"), None)
                href = link.get("href", "") if link is not None else ""
                text = (link if link is not None else entry).text_content().strip()
                more = entry.text_content().strip().removeprefix(text).strip()
                doors.append(Door(text, href, more, target(href) if href else None))
            found += doors
            self._replace(place, self._render("doors", doors=doors))
        return found

    def fill_situations(
        self, situations: Sequence[Situation], page_of: Callable[[Situation], Any], section: object
    ) -> None:
        """Render what a reader may be in, where it is asked for, by what answers it: a part of the section, or a page.

        Args:
            situations: Those of all audiences.
            page_of: Gives the page that answers a situation, if there is one.
            section: The part of the menu that this page stands in.
        """
        for place in self._places("data-situations"):
            parts: dict[str, list[tuple[Situation, Any]]] = {}
            for situation in situations:
                answer = page_of(situation)
                if situation.audience == place.get("data-situations") and answer is not None:
                    part = answer if answer.parent in (None, section) else answer.parent
                    parts.setdefault(part.title, []).append((situation, answer))
            self._replace(place, self._render("situations", title=place.get("data-title"), parts=parts))

    def fill_origins(self, **variables: object) -> None:
        """Render the sources."""
        for place in self._places("data-origins"):
            self._replace(place, self._render("origins", **variables))

    @property
    def ids(self) -> set[str]:
        """The ids that links may point to."""
        return {element.get("id") for element in self._tree.iter() if element.get("id")}

    def drop_heading_anchor(self) -> None:
        """Take link and id off the page's heading: its words would stand in an address. A how-to keeps its id only."""
        for heading in self._tree.xpath('./h1 | .//section[@class="how-to"]/h2'):
            if heading.tag == "h1":
                heading.attrib.pop("id", None)
            for link in heading.xpath('./a[@class="headerlink"]'):
                link.drop_tree()

    def name_notes(self) -> None:
        """Says of each warning to a screen reader that it is one, by its own title."""
        for note in self._tree.xpath('.//div[contains(concat(" ", @class, " "), " admonition ")]'):
            note.set("role", "note")
            note.set("aria-label", note.xpath('string(./p[@class="admonition-title"])').strip())

    def move_tip_links(self) -> None:
        """Put each tip's link to itself behind its heading, so that the heading is read without it."""
        for link in self._tree.xpath('.//section[@class="tip"]/h2/a[@class="headerlink"]'):
            heading = link.getparent()
            link.drop_tree()
            link.tail = None
            link.set("aria-label", f"{link.attrib.pop('title', '')}: {heading.text_content().strip()}")
            heading.addnext(link)

    def add_tip_origins(self, **variables: object) -> None:
        """End each tip with a quiet link to where it comes from."""
        for section in self._tree.xpath('.//section[@class="tip"]'):
            points = section.get("data-sources").split()
            for element in html.fragments_fromstring(self._render("tip-origin", points=points, **variables).strip()):
                section.append(element)

    def _places(self, attribute: str) -> Iterator[html.HtmlElement]:
        yield from self._tree.xpath(f".//*[@{attribute}]")

    def _group(self, section: html.HtmlElement, catalogue: Catalogue, name: str, report: Report) -> Group:
        items: list[Item] = []
        for reference in section.get("data-select").split():
            try:
                items += select_items(catalogue, reference)
            except SelectionError as error:
                report(name, str(error), error.remedy)
        tips = [catalogue.tips[item.tip] for item in items]
        warnings = dict.fromkeys(moved_links(text, tip.url, self._url) for tip in tips for text in tip.warnings)
        return Group(
            title=section.get("data-title"),
            intro=markup_in(section).lstrip(),
            items=tuple(items),
            needs=tuple(warnings),
            warnings=tuple(warnings),
        )

    @staticmethod
    def _shared_warnings(groups: list[Group]) -> list[str]:
        """The warnings that more than one group needs: they stand once, above all groups."""
        needed = [warning for group in groups for warning in group.needs]
        return [warning for warning in dict.fromkeys(needed) if needed.count(warning) > 1]

    def _other_texts(self, place: html.HtmlElement, groups: list[Group]) -> list[int]:
        """The lengths of what is printed besides the items: the page's and the groups' paragraphs, and warnings."""
        around = [paragraph.text_content() for paragraph in self._tree.findall("p")]
        own = [paragraph.text_content() for paragraph in place.xpath("./section/p")]
        warnings = [
            html.fragment_fromstring(text).text_content() for text in {text for group in groups for text in group.needs}
        ]
        return [len(text.strip()) for text in (*around, *own, *warnings)]

    @staticmethod
    def _report_repeated(groups: list[Group], name: str, report: Report) -> None:
        fields = [item.field for group in groups for item in group.items]
        for field in dict.fromkeys(field for field in fields if fields.count(field) > 1):
            report(name, f"the list selects the item '{field}' more than once.", "Select it in one group only.")

    @staticmethod
    def _replace(place: html.HtmlElement, markup: str) -> None:
        parent = place.getparent()
        index = parent.index(place)
        elements = html.fragments_fromstring(markup.strip()) if markup.strip() else []
        place.drop_tree()
        for offset, element in enumerate(elements):
            parent.insert(index + offset, element)
