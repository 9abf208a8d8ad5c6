"""The Markdown blocks of the training: modules with cases, questions and exercises, role plays, and generated lists."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator
from typing import ClassVar

from houvast.authoring.authored_block import AuthoredBlock, PlaceBlock
from houvast.authoring.block_options import ID, SELECT, Option, Options, names, number, one_of, text
from houvast.authoring.source_blocks import SourceBlock
from houvast.authoring.training_entries import ANSWERS, ASKS, CHOICES, NEEDED_CHOICES, ROLES, check_answers
from houvast.data.problem import Mistake

MOST_AIMS = 3
MOST_MINUTES = 90
# What files and anchors of a module's page use themselves.
TAKEN_IDS = ("done", "aims", "tips", "questions", "proof")

_MINUTES = Option(0, number("minutes", MOST_MINUTES), is_required=True)


def _repeated(blocks: list[SourceBlock], option: str, place: str) -> Iterator[Mistake]:
    taken = set()
    for block in [block for block in blocks if option in block.options]:
        value = str(block.options[option])
        if value in taken:
            what = f"the {option} '{value}' is there twice in {place}."
            yield Mistake(block.line_of(option), what, "Rename one of them.")
        taken.add(value)


class ModuleBlock(AuthoredBlock):
    """A module: the place at which the build renders a form from its pieces."""

    NAME = "module"
    OPTIONS: ClassVar[Options] = {"id": ID, "minutes": _MINUTES}
    SHOWS_TEXT = False
    TEXT_BELONGS = "a case, a question or an exercise of it"
    IS_IN_FORM = True

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check its pieces together."""
        for kind, example in (("aims", "//// aims"), ("tips", "//// tips"), ("question", "//// question | …")):
            if not any(other.kind == kind for other in inner):
                yield Mistake(written.line, f"this module has no '{kind}'.", f"Add a block `{example}` to it.")
        for kind in ("aims", "tips", "further-reading"):
            for second in [other for other in inner if other.kind == kind][1:]:
                yield Mistake(second.line, f"this module has two blocks '{kind}'.", "Make them one.")
        yield from _repeated(inner, "id", "this module")
        for other in inner:
            if other.options.get("id") in TAKEN_IDS:
                what = f"the id '{other.options['id']}' is taken by the page itself."
                yield Mistake(other.line_of("id"), what, "Choose another.")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; the pieces follow in it."""
        attributes = {"data-module": self.options["id"], "data-minutes": str(self.options["minutes"])}
        return etree.SubElement(parent, "div", attributes)


class AimsBlock(AuthoredBlock):
    """What a reader can do after a module."""

    NAME = "aims"
    INSIDE = ("module",)

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check how many there are."""
        if not 1 <= written.list_lines <= MOST_AIMS:
            what = f"these aims have {written.list_lines} entries; there can be 1 to {MOST_AIMS}."
            yield Mistake(written.line, what, "Write them as a list, each line beginning with `- `.")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        return etree.SubElement(parent, "section", {"data-aims": ""})


class TipsBlock(AuthoredBlock):
    """The tips that a module stands on: linked, not repeated."""

    NAME = "tips"
    OPTIONS: ClassVar[Options] = {"select": SELECT}
    INSIDE = ("module",)
    SHOWS_TEXT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section with what it selects, parted by spaces."""
        return etree.SubElement(parent, "section", {"data-tips": " ".join(self.options["select"])})


class FurtherReadingBlock(AuthoredBlock):
    """Pages to read on at the end of a module, whose tips count as used by it."""

    NAME = "further-reading"
    OPTIONS: ClassVar[Options] = {"select": SELECT}
    INSIDE = ("module",)
    SHOWS_TEXT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section with what it selects, parted by spaces."""
        return etree.SubElement(parent, "section", {"data-further-reading": " ".join(self.options["select"])})


class CaseBlock(AuthoredBlock):
    """A family that a reader goes along with; its steps follow in it."""

    NAME = "case"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ID, "family": Option("", text("family", "sam"), is_required=True)}
    INSIDE = ("module",)

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check its steps together."""
        steps = [other for other in inner if other.kind == StepBlock.NAME]
        if not steps:
            yield Mistake(written.line, "this case has no steps.", "Add a `/// step | Title` with choices.")
        yield from _repeated(steps, "id", "this case")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        attributes = {"data-case": self.options["id"], "data-family": self.options["family"]}
        return etree.SubElement(parent, "section", {**attributes, "data-title": self.argument})


class StepBlock(AuthoredBlock):
    """A moment in a case, with choices."""

    NAME = "step"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ID}
    INSIDE = ("case",)
    ENTRIES = CHOICES

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check that there is something to choose."""
        kinds = [other.entry.kind for other in written.entries]
        for kind in NEEDED_CHOICES:
            if kind not in kinds:
                remedy = f"Add one: `- [{kind}] name | What somebody does | Why | tip-id`."
                yield Mistake(written.line, f"this step has no choice that is {kind}.", remedy)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        return etree.SubElement(parent, "section", {"data-step": self.options["id"], "data-title": self.argument})


class QuestionBlock(AuthoredBlock):
    """A question of a self-test, with answers."""

    NAME = "question"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ID, "kind": Option("", one_of("kind", ASKS), is_required=True)}
    INSIDE = ("module",)
    ENTRIES = ANSWERS

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check that its answers fit how it asks."""
        asks = written.options.get("kind")
        if asks in ASKS and (wrong := check_answers(asks, [other.entry.kind for other in written.entries])):
            yield Mistake(written.line, *wrong)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        attributes = {"data-question": self.options["id"], "data-asks": self.options["kind"]}
        return etree.SubElement(parent, "section", {**attributes, "data-title": self.argument})


class ExerciseBlock(AuthoredBlock):
    """Something to do, with fields as a part of a worksheet has them."""

    NAME = "exercise"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ID, "minutes": _MINUTES._replace(is_required=False)}
    INSIDE = ("module",)
    FIELDS = ("tick", "line", "text", "date", "scale", "choose", "sentence")
    IS_IN_FORM = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section as a part of a worksheet."""
        attributes = {
            "data-part": self.options["id"],
            "data-sources": "",
            "data-paper": "sheet",
            "data-copies": "1",
            "data-minutes": str(self.options["minutes"]),
        }
        section = etree.SubElement(parent, "section", attributes)
        heading = etree.SubElement(section, "h2")
        heading.text = self.argument
        return section


class RolePlayBlock(AuthoredBlock):
    """An exercise for a group: the place at which the build renders its cards."""

    NAME = "role-play"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ID, "minutes": _MINUTES}

    @classmethod
    def check_content(cls, written: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
        """Check that everybody has a card, and that there is something to talk about."""
        cards = [other for other in inner if other.kind == CardBlock.NAME]
        for role in ROLES:
            if role not in [card.options.get("role") for card in cards]:
                remedy = f"Add a `//// card | …` with `role: {role}`."
                yield Mistake(written.line, f"this role play has no card for the {role}.", remedy)
        if not any(other.kind == DebriefBlock.NAME for other in inner):
            remedy = "Add a block `//// debrief` with questions for afterwards."
            yield Mistake(written.line, "this role play has no 'debrief'.", remedy)
        yield from _repeated(cards, "role", "this role play")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; text, cards and questions for afterwards follow in it."""
        attributes = {"data-role-play": self.options["id"], "data-minutes": str(self.options["minutes"])}
        return etree.SubElement(parent, "div", {**attributes, "data-title": self.argument})


class CardBlock(AuthoredBlock):
    """A card of a role play."""

    NAME = "card"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {
        "role": Option("", one_of("role", ROLES), is_required=True),
        "select": Option((), names("select")),
    }
    INSIDE = ("role-play",)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        attributes = {"data-card": self.options["role"], "data-title": self.argument}
        return etree.SubElement(parent, "section", {**attributes, "data-select": " ".join(self.options["select"])})


class DebriefBlock(AuthoredBlock):
    """What a group talks about after a role play."""

    NAME = "debrief"
    INSIDE = ("role-play",)

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        return etree.SubElement(parent, "section", {"data-debrief": ""})


class FamilyBlock(AuthoredBlock):
    """A family of the cases; the build adds the modules that it comes back in."""

    NAME = "family"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ID}
    HOLDS_HEADINGS = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section and its heading."""
        section = etree.SubElement(parent, "section", {"data-family-place": self.options["id"]})
        heading = etree.SubElement(section, "h2", {"id": self.options["id"]})
        heading.text = self.argument
        return section


class DocumentBlock(AuthoredBlock):
    """Pages put together into one document to print."""

    NAME = "document"
    OPTIONS: ClassVar[Options] = {"select": SELECT}
    SHOWS_TEXT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place with the pages, parted by spaces."""
        return etree.SubElement(parent, "div", {"data-document": " ".join(self.options["select"])})


class ModulesBlock(PlaceBlock):
    """The modules in their order, with their length and families."""

    NAME = "modules"
    ATTRIBUTE = "data-modules"


class TipsByModuleBlock(PlaceBlock):
    """Every tip for professionals with the modules that use it."""

    NAME = "tips-by-module"
    ATTRIBUTE = "data-tips-by-module"


class ProofBlock(PlaceBlock):
    """The proof of participation, to fill in and print."""

    NAME = "proof"
    ATTRIBUTE = "data-proof"
