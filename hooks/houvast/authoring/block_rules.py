"""What each kind of block may hold: its title, its options, the blocks around it, and its fields or entries."""

from __future__ import annotations

from dataclasses import dataclass, field

from houvast.authoring.training_entries import ANSWERS, CHOICES
from houvast.authoring.worksheet_fields import IN_TABLES, IN_WEEKS

COMMON_KNOWLEDGE = "common-knowledge"


@dataclass(frozen=True)
class BlockRule:
    """What a kind of block may hold.

    Attributes:
        title: Whether the first line needs a text behind a bar (None: it may have one).
        options: The options it knows; True where it must be given.
        inside: The blocks that it may stand in; "" for the page itself; none for anywhere.
        text: Whether it shows what is written in it, besides the blocks and fields that it can hold.
    """

    title: bool | None
    options: dict[str, bool] = field(default_factory=dict)
    inside: tuple[str, ...] = ("",)
    text: bool = True


RULES: dict[str, BlockRule] = {
    "tip": BlockRule(title=True, options={"id": True, "sources": True, "needs": False}),
    "list": BlockRule(title=False, options={"id": True}, text=False),
    "group": BlockRule(title=True, options={"select": True}, inside=("list",)),
    "how-to": BlockRule(title=True),
    "worksheet": BlockRule(title=False, options={"id": True, "keep": False}, text=False),
    "part": BlockRule(
        title=True,
        options={"id": True, "sources": True, "optional": False, "short": False, "paper": False, "copies": False},
        inside=("worksheet",),
    ),
    "table": BlockRule(title=True, options={"id": True, "rows": False, "row": False}, inside=("part",), text=False),
    "week": BlockRule(title=True, options={"id": True}, inside=("part",), text=False),
    "helplines": BlockRule(title=None, options={"country": True}, inside=("", "part"), text=False),
    "origins": BlockRule(title=False, text=False),
    "discreet": BlockRule(title=False, text=False),
    "traces": BlockRule(title=False, text=False),
    "publisher": BlockRule(title=False, options={"part": True}, text=False),
    "doors": BlockRule(title=False),
    "situations": BlockRule(title=True, options={"audience": True}, text=False),
    "module": BlockRule(title=False, options={"id": True, "minutes": True}, text=False),
    "aims": BlockRule(title=False, inside=("module",)),
    "tips": BlockRule(title=False, options={"select": True}, inside=("module",), text=False),
    "further-reading": BlockRule(title=False, options={"select": True}, inside=("module",), text=False),
    "case": BlockRule(title=True, options={"id": True, "family": True}, inside=("module",)),
    "step": BlockRule(title=True, options={"id": True}, inside=("case",)),
    "question": BlockRule(title=True, options={"id": True, "kind": True}, inside=("module",)),
    "exercise": BlockRule(title=True, options={"id": True, "minutes": False}, inside=("module",)),
    "role-play": BlockRule(title=True, options={"id": True, "minutes": True}),
    "card": BlockRule(title=True, options={"role": True, "select": False}, inside=("role-play",)),
    "debrief": BlockRule(title=False, inside=("role-play",)),
    "family": BlockRule(title=True, options={"id": True}),
    "document": BlockRule(title=False, options={"select": True}, text=False),
    "modules": BlockRule(title=False, text=False),
    "tips-by-module": BlockRule(title=False, text=False),
    "proof": BlockRule(title=False, text=False),
    "warning": BlockRule(title=None, inside=()),
    "note": BlockRule(title=None, inside=()),
}

MOST_ROWS = 20
MOST_COPIES = 10
MOST_MINUTES = 90

# The blocks that hold fields, and the kinds of field that each can have.
FIELD_HOLDERS: dict[str, tuple[str, ...]] = {
    "part": ("tick", "line", "text", "date", "scale", "choose", "sentence", "drawing", "signature"),
    "table": IN_TABLES,
    "week": IN_WEEKS,
    "exercise": ("tick", "line", "text", "date", "scale", "choose", "sentence"),
}

# The blocks that hold choices or answers, and the kinds that each can have.
ENTRY_HOLDERS = {"step": CHOICES, "question": ANSWERS}
