"""What stands on a page, as its blocks tell: its styles, its script and other pages go by that, not by its HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from houvast.model.training import Module
from houvast.model.worksheets import Part, Table, Worksheet

_LISTS = frozenset(("list", "worksheet"))
_FORMS_OF_TRAINING = frozenset(("module", "proof"))
_TRAINING = _FORMS_OF_TRAINING | frozenset(("role-play", "modules", "tips-by-module", "document"))
_LEADING_ON = frozenset(("helplines", "doors", "situations"))
_REFERENCE = frozenset(("origins", "traces"))


@dataclass(frozen=True)
class PageParts:
    """What stands on a page.

    Attributes:
        kinds: The kinds of its blocks.
        worksheets: Its worksheets.
        modules: Its modules of the training.
        has_code_or_table: Whether its text has a sample of code or a table.
        has_template: Whether a template of its own puts more on it.
        refuses_paper: Whether it refuses paper and copies.
    """

    kinds: frozenset[str] = frozenset()
    worksheets: tuple[Worksheet, ...] = ()
    modules: tuple[Module, ...] = ()
    has_code_or_table: bool = False
    has_template: bool = False
    refuses_paper: bool = False

    @property
    def has_list(self) -> bool:
        """Whether there is a list or a worksheet to fill in."""
        return bool(self.kinds & _LISTS)

    @property
    def has_training(self) -> bool:
        """Whether there is anything of the training."""
        return bool(self.kinds & _TRAINING)

    @property
    def is_list(self) -> bool:
        """Whether it is a list or a worksheet to fill in, and no form of the training."""
        return self.has_list and not self.kinds & _FORMS_OF_TRAINING

    @property
    def leads_on(self) -> bool:
        """Whether it leads readers on: to help, or to the pages that are for them."""
        return self.has_template or bool(self.kinds & _LEADING_ON)

    @property
    def is_reference(self) -> bool:
        """Whether there is something to look up in."""
        return self.has_code_or_table or bool(self.kinds & _REFERENCE)

    @property
    def has_drawing(self) -> bool:
        """Whether there is something to draw in."""
        return any(field.kind == "drawing" for part in self._parts() for field in part.fields)

    @property
    def tables(self) -> list[Table]:
        """The tables to fill in."""
        return [field for part in self._parts() for field in part.fields if isinstance(field, Table)]

    def _parts(self) -> Iterator[Part]:
        for worksheet in self.worksheets:
            yield from worksheet.parts
        for module in self.modules:
            yield from (exercise.part for exercise in module.exercises)
