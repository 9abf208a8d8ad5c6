"""Fills the places that the blocks of the training leave in a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import html

from houvast.model.catalogue import Catalogue, Item
from houvast.model.course_document import Chapter, as_chapter, chapter_name, chapters_of
from houvast.model.filled_form import FilledForm
from houvast.model.selection import SelectionError, select_items
from houvast.model.training import FORM, Module, read_role_play
from houvast.rendering.filling import PageFiller, Render


@dataclass(frozen=True)
class FilledPage:
    """A page that is filled in and can be a chapter.

    Attributes:
        uri: Its source file, relative to the docs folder.
        url: Its address, relative to the site's root.
        content: Its content.
        render: Renders a fragment for this page.
    """

    uri: str
    url: str
    content: str
    render: Render


@dataclass(frozen=True)
class Training:
    """The training in one language.

    Attributes:
        modules: In the order of the menu.
        catalogue: The tips that it stands on.
        families_page: The page of the families, where there is one; anything with a `url`.
        proof_page: The page of the proof, where there is one; anything with a `url` and a `title`.
        pages: Every page, as a document names it; anything with a `url` and a `title`.
    """

    modules: list[Module]
    catalogue: Catalogue
    families_page: Any
    proof_page: Any
    pages: Mapping[str, Any]

    def module_on(self, page: str) -> Module | None:
        """The module of a page (its source file), or None."""
        return next((module for module in self.modules if module.page == page), None)

    @cached_property
    def by_id(self) -> dict[str, Module]:
        """The modules by their ids."""
        return {module.id: module for module in self.modules}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each module among the modules, counted from 1, by its id."""
        return {module.id: number for number, module in enumerate(self.modules, 1)}

    @cached_property
    def uses(self) -> dict[str, list[Module]]:
        """The modules that use a tip, by its id."""
        uses: dict[str, list[Module]] = {}
        for module in self.modules:
            for tip in module.used_tips(self.catalogue):
                uses.setdefault(tip, []).append(module)
        return uses

    @property
    def variables(self) -> dict[str, Any]:
        """What the fragments need."""
        return {
            "modules": self.modules,
            "numbers": self.numbers,
            "catalogue": self.catalogue,
            "families_page": self.families_page,
            "proof_page": self.proof_page,
            "pages": self.pages,
        }


def fill_training(filler: PageFiller, training: Training, render: Render, **form: object) -> list[FilledForm]:
    """Fill a page with what the training has there.

    Args:
        filler: The page.
        training: The training in the page's language.
        render: Renders a fragment for this page.
        **form: What the fragments of forms need.

    Returns:
        The forms that are on the page now; all modules and the proof are one form.
    """
    forms = []

    def module(place: html.HtmlElement) -> str:
        found = training.by_id.get(place.get("data-module"))
        if found is None:
            return ""
        forms.append(FilledForm(FORM, tuple(found.names())))
        return render("training/module", module=found, **training.variables, **form)

    def proof(place: html.HtmlElement) -> str:
        done = [f"{module.id}/done" for module in training.modules]
        forms.append(FilledForm(FORM, ("proof/name", "proof/date", *done)))
        return render("training/proof", **training.variables, **form)

    def role_play(place: html.HtmlElement) -> str:
        play = read_role_play(place)
        watched = [_items(training.catalogue, card.select) for card in play.cards]
        return render("training/role-play", play=play, items=watched, **training.variables)

    def family(section: html.HtmlElement) -> str:
        name = section.get("data-family-place")
        there = [module for module in training.modules if any(case.family == name for case in module.cases)]
        return render("training/family-modules", **{**training.variables, "modules": there})

    filler.fill_places("data-module", module)
    filler.fill_places("data-proof", proof)
    filler.fill_places("data-role-play", role_play)
    filler.fill_places("data-modules", lambda place: render("training/modules", **training.variables))
    filler.fill_places(
        "data-tips-by-module", lambda place: render("training/tips-by-module", uses=training.uses, **training.variables)
    )
    filler.extend_places("data-family-place", family)
    return forms


def fill_document(
    filler: PageFiller, training: Training, page: Callable[[str], FilledPage | None], url: str, render: Render
) -> None:
    """Fill a document with its chapters: of a module what is handed out, of another page what stands on it.

    Args:
        filler: The document's page.
        training: The training in the page's language.
        page: Gives a page by how a document names it, or None.
        url: The address of the document.
        render: Renders a fragment for this page.
    """

    def document(place: html.HtmlElement) -> str:
        pages = [found for name in place.get("data-document").split() if (found := page(name)) is not None]
        chapters = [chapter for found in pages for chapter in _chapters(found, training, url)]
        return render("training/document", chapters=chapters)

    filler.fill_places("data-document", document)


def _chapters(page: FilledPage, training: Training, url: str) -> list[Chapter]:
    module = training.module_on(page.uri)
    if module is None:
        identifier = chapter_name(page.uri).replace("/", "-")
        return [as_chapter(page.content, identifier, page.url, url)]
    number = training.numbers[module.id]
    on_paper = page.render("training/module-on-paper", module=module, number=number, **training.variables)
    return chapters_of(on_paper, page.url, url)


def _items(catalogue: Catalogue, references: tuple[str, ...]) -> list[Item]:
    """The items that a card selects; the checks report what is not there."""
    items: list[Item] = []
    for reference in references:
        try:
            items += select_items(catalogue, reference)
        except SelectionError:
            continue
    return items
