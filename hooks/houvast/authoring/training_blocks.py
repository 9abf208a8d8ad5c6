"""The Markdown blocks of the training: modules with cases, questions and exercises, role plays, and generated lists.

Like those of houvast.authoring.blocks they become semantic HTML; what is wrong with them is reported with its line by
houvast.authoring.option_checks and houvast.authoring.training_block_checks.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import ClassVar

from pymdownx.blocks.block import Block, type_any, type_integer, type_string

from houvast.authoring.blocks import EntryBlock, Options, PlaceBlock, listed


class ModuleBlock(Block):
    """A module: the place at which the build renders a form from its pieces."""

    NAME = "module"
    ARGUMENT = False
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "minutes": (0, type_integer)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; the pieces follow in it."""
        attributes = {"data-module": self.options["id"], "data-minutes": str(self.options["minutes"])}
        return etree.SubElement(parent, "div", attributes)


class AimsBlock(Block):
    """What a reader can do after a module."""

    NAME = "aims"
    ARGUMENT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        return etree.SubElement(parent, "section", {"data-aims": ""})


class TipsBlock(Block):
    """The tips that a module stands on: linked, not repeated."""

    NAME = "tips"
    ARGUMENT = False
    OPTIONS: ClassVar[Options] = {"select": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section with what it selects, parted by spaces."""
        return etree.SubElement(parent, "section", {"data-tips": listed(self.options["select"])})


class FurtherReadingBlock(Block):
    """Pages to read on at the end of a module, whose tips count as used by it."""

    NAME = "further-reading"
    ARGUMENT = False
    OPTIONS: ClassVar[Options] = {"select": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section with what it selects, parted by spaces."""
        return etree.SubElement(parent, "section", {"data-further-reading": listed(self.options["select"])})


class CaseBlock(Block):
    """A family that a reader goes along with; its steps follow in it."""

    NAME = "case"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "family": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        attributes = {"data-case": self.options["id"], "data-family": self.options["family"]}
        return etree.SubElement(parent, "section", {**attributes, "data-title": self.argument})


class StepBlock(EntryBlock):
    """A moment in a case, with choices."""

    NAME = "step"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        return etree.SubElement(parent, "section", {"data-step": self.options["id"], "data-title": self.argument})


class QuestionBlock(EntryBlock):
    """A question of a self-test, with answers."""

    NAME = "question"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "kind": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        attributes = {"data-question": self.options["id"], "data-asks": self.options["kind"]}
        return etree.SubElement(parent, "section", {**attributes, "data-title": self.argument})


class ExerciseBlock(EntryBlock):
    """Something to do, with fields as a part of a worksheet has them."""

    NAME = "exercise"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "minutes": (0, type_integer)}

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


class RolePlayBlock(Block):
    """An exercise for a group: the place at which the build renders its cards."""

    NAME = "role-play"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string), "minutes": (0, type_integer)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place; text, cards and questions for afterwards follow in it."""
        attributes = {"data-role-play": self.options["id"], "data-minutes": str(self.options["minutes"])}
        return etree.SubElement(parent, "div", {**attributes, "data-title": self.argument})


class CardBlock(Block):
    """A card of a role play."""

    NAME = "card"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"role": ("", type_string), "select": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        attributes = {"data-card": self.options["role"], "data-title": self.argument}
        return etree.SubElement(parent, "section", {**attributes, "data-select": listed(self.options["select"])})


class DebriefBlock(Block):
    """What a group talks about after a role play."""

    NAME = "debrief"
    ARGUMENT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section."""
        return etree.SubElement(parent, "section", {"data-debrief": ""})


class FamilyBlock(Block):
    """A family of the cases; the build adds the modules that it comes back in."""

    NAME = "family"
    ARGUMENT = True
    OPTIONS: ClassVar[Options] = {"id": ("", type_string)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the section and its heading."""
        section = etree.SubElement(parent, "section", {"data-family-place": self.options["id"]})
        heading = etree.SubElement(section, "h2", {"id": self.options["id"]})
        heading.text = self.argument
        return section


class DocumentBlock(Block):
    """Pages put together into one document to print."""

    NAME = "document"
    ARGUMENT = False
    OPTIONS: ClassVar[Options] = {"select": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Create the place with the pages, parted by spaces."""
        return etree.SubElement(parent, "div", {"data-document": listed(self.options["select"])})


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


TRAINING_BLOCKS = (
    ModuleBlock,
    AimsBlock,
    TipsBlock,
    FurtherReadingBlock,
    CaseBlock,
    StepBlock,
    QuestionBlock,
    ExerciseBlock,
    RolePlayBlock,
    CardBlock,
    DebriefBlock,
    FamilyBlock,
    DocumentBlock,
    ModulesBlock,
    TipsByModuleBlock,
    ProofBlock,
)
