"""What a module of the training is, and a role play: read out of a rendered page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from lxml import html

from houvast.authoring.entry_attributes import ATTRIBUTE, entry_of
from houvast.authoring.training_entries import Entry
from houvast.model.catalogue import Catalogue
from houvast.model.course_document import chapter_name
from houvast.model.worksheets import Part, names_of_fields, read_part

FORM = "training"
"""The one form that all modules and the proof are parts of, so that one file holds the whole training."""


@dataclass(frozen=True)
class Step:
    """A moment in a case: what happens, and what can be done.

    Attributes:
        id: Unique in its case and the same in every language.
        title: When it is and what happens.
        html: The new information.
        entries: The choices, in the order of the author.
    """

    id: str
    title: str
    html: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Case:
    """A family that a reader goes along with, step by step."""

    kind: ClassVar[str] = "case"
    id: str
    title: str
    family: str
    html: str
    steps: tuple[Step, ...]


def in_mixed_order(names: Iterable[str], question: str) -> list[str]:
    """The names of the answers to a question (its id) in an order that says nothing, the same in every language."""
    return sorted(names, key=lambda name: sha256(f"{question}/{name}".encode()).digest())


@dataclass(frozen=True)
class Question:
    """A question of a self-test.

    Attributes:
        id: Unique in its module and the same in every language.
        title: What is asked.
        asks: `one` or `several` answers, an `order`, or what to `say`.
        html: What else there is to know.
        entries: The answers, as the author wrote them: an order in the right order.
    """

    id: str
    title: str
    asks: str
    html: str
    entries: tuple[Entry, ...]

    @property
    def mixed(self) -> list[Entry]:
        """The answers as a reader sees them: in an order that says nothing, the same in every language."""
        by_name = {entry.name: entry for entry in self.entries}
        mixed = [by_name[name] for name in in_mixed_order(by_name, self.id)]
        return [*mixed[1:], mixed[0]] if self.asks == "order" and mixed == list(self.entries) else mixed


@dataclass(frozen=True)
class SelfTest:
    """Questions that follow each other."""

    kind: ClassVar[str] = "self-test"
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Exercise:
    """Something to do, with fields to note it in; `minutes` is 0 where the author gives none."""

    kind: ClassVar[str] = "exercise"
    part: Part
    minutes: int


@dataclass(frozen=True)
class Module:
    """A module of the training.

    Attributes:
        id: The same in every language; no other module has it.
        minutes: How long it takes.
        page: The source file of its page, relative to the docs folder.
        url: The address of its page, relative to the site's root.
        title: The heading of its page.
        intro: What stands above it on its page, as HTML.
        aims: What a reader can do afterwards, as HTML.
        tips: The ids of the tips that it stands on.
        further_reading: The pages to read on, as a document names them.
        pieces: Cases, exercises and self-tests, in their order.
    """

    id: str
    minutes: int
    page: str
    url: str
    title: str
    intro: str
    aims: str
    tips: tuple[str, ...]
    further_reading: tuple[str, ...]
    pieces: tuple[Case | Exercise | SelfTest, ...]

    @property
    def cases(self) -> list[Case]:
        """Its cases."""
        return [piece for piece in self.pieces if isinstance(piece, Case)]

    @property
    def questions(self) -> list[Question]:
        """All its questions."""
        return [question for piece in self.pieces if isinstance(piece, SelfTest) for question in piece.questions]

    @property
    def exercises(self) -> list[Exercise]:
        """Its exercises."""
        return [piece for piece in self.pieces if isinstance(piece, Exercise)]

    @property
    def entries(self) -> Iterator[Entry]:
        """Every choice and every answer."""
        for case in self.cases:
            for step in case.steps:
                yield from step.entries
        for question in self.questions:
            yield from question.entries

    def used_tips(self, catalogue: Catalogue) -> set[str]:
        """The ids of the tips that it uses anywhere, those of the pages to read on with them."""
        read_on = (tip.id for tip in catalogue.tips.values() if chapter_name(tip.page) in self.further_reading)
        return {*self.tips, *read_on, *(tip for entry in self.entries for tip in entry.tips)}

    def names(self) -> list[str]:
        """The names that a file of answers holds, in the form `training`: see `Worksheet.names`."""
        names = []
        for case in self.cases:
            for step in case.steps:
                name = f"{self.id}/{case.id}/{step.id}"
                names += [name, *(f"{name}={entry.name}" for entry in step.entries)]
        for exercise in self.exercises:
            names += names_of_fields(exercise.part, f"{self.id}/{exercise.part.id}")
        for question in self.questions:
            name = f"{self.id}/{question.id}"
            if question.asks == "say":
                names += [f"{name}/words", f"{name}/sentence"]
                names += [f"{name}/sentence={entry.name}" for entry in question.entries]
            elif question.asks == "one":
                names += [name, *(f"{name}={entry.name}" for entry in question.entries)]
            else:
                names += [f"{name}/{entry.name}" for entry in question.entries]
        return [*names, f"{self.id}/done"]


@dataclass(frozen=True)
class Card:
    """A card of a role play: who somebody is, and what is selected for the observer to watch."""

    title: str
    role: str
    html: str
    select: tuple[str, ...]


@dataclass(frozen=True)
class RolePlay:
    """An exercise for a group of three, on cards."""

    id: str
    title: str
    minutes: int
    html: str
    cards: tuple[Card, ...]
    debrief: str


def read_modules(content: html.HtmlElement, page: str, url: str) -> list[Module]:
    """Read the modules of one page, before they are filled in.

    Args:
        content: The page's rendered content, see `read_content`.
        page: Its source file.
        url: Its address, relative to the site's root.

    Returns:
        The modules; what the reader of the source found to be wrong is not among them.
    """
    title = content.xpath("string(.//h1)").rstrip("¶").strip()
    intro = "".join(_markup(element) for element in content.findall("p"))
    return [
        Module(
            id=place.get("data-module"),
            minutes=int(place.get("data-minutes")),
            page=page,
            url=url,
            title=title,
            intro=intro,
            aims="".join(_inner(section) for section in place.findall("section[@data-aims]")),
            tips=tuple(
                tip for section in place.findall("section[@data-tips]") for tip in section.get("data-tips").split()
            ),
            further_reading=tuple(
                name
                for section in place.findall("section[@data-further-reading]")
                for name in section.get("data-further-reading").split()
            ),
            pieces=tuple(_read_pieces(place)),
        )
        for place in content.xpath(".//*[string(@data-module)]")
    ]


def read_role_play(place: html.HtmlElement) -> RolePlay:
    """Read a role play from the place that its block left."""
    return RolePlay(
        id=place.get("data-role-play"),
        title=place.get("data-title"),
        minutes=int(place.get("data-minutes")),
        html="".join(_markup(child) for child in place if child.tag != "section"),
        cards=tuple(
            Card(card.get("data-title"), card.get("data-card"), _inner(card), tuple(card.get("data-select").split()))
            for card in place.findall("section[@data-card]")
        ),
        debrief="".join(_inner(section) for section in place.findall("section[@data-debrief]")),
    )


def _read_pieces(place: html.HtmlElement) -> Iterator[Case | Exercise | SelfTest]:
    questions: list[Question] = []
    for child in place:
        if child.get("data-question") is not None:
            questions.append(_read_question(child))
            continue
        if questions:
            yield SelfTest(tuple(questions))
            questions = []
        if child.get("data-case") is not None:
            yield _read_case(child)
        elif child.get("data-part") is not None:
            yield Exercise(read_part(child), int(child.get("data-minutes")))
    if questions:
        yield SelfTest(tuple(questions))


def _read_case(section: html.HtmlElement) -> Case:
    return Case(
        id=section.get("data-case"),
        title=section.get("data-title"),
        family=section.get("data-family"),
        html="".join(_markup(child) for child in section if child.get("data-step") is None),
        steps=tuple(
            Step(step.get("data-step"), step.get("data-title"), _texts(step), tuple(_read_entries(step)))
            for step in section.findall("section[@data-step]")
        ),
    )


def _read_question(section: html.HtmlElement) -> Question:
    return Question(
        id=section.get("data-question"),
        title=section.get("data-title"),
        asks=section.get("data-asks"),
        html=_texts(section),
        entries=tuple(_read_entries(section)),
    )


def _read_entries(section: html.HtmlElement) -> Iterator[Entry]:
    return (entry_of(entry.get(ATTRIBUTE)) for entry in section.xpath(f"./ul/li[@{ATTRIBUTE}]"))


def _texts(section: html.HtmlElement) -> str:
    """What stands in a section besides its entries."""
    return "".join(_markup(child) for child in section if not child.xpath(f"./li[@{ATTRIBUTE}]"))


def _inner(section: html.HtmlElement) -> str:
    return "".join(_markup(child) for child in section)


def _markup(element: html.HtmlElement) -> str:
    return str(html.tostring(element, encoding="unicode", with_tail=False))
