"""Finds the items that a list selects: a list never repeats an item, so a change in a tip reaches every list."""

from __future__ import annotations

from houvast.data.suggestion import did_you_mean
from houvast.model.catalogue import Catalogue, Item

_REMEDY = "Use the id of a tip, or `tip/item` for one of its items."


class SelectionError(ValueError):
    """A list asks for something that is not there; says what, and `remedy` says what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.remedy = remedy


def select_items(catalogue: Catalogue, reference: str) -> list[Item]:
    """Give the items that one reference stands for.

    Args:
        catalogue: The tips of one language.
        reference: `tip` for all items of a tip, or `tip/item` for one of them.

    Returns:
        The items in the order in which the tip has them; never none.

    Raises:
        SelectionError: The tip or the item is not there, or the tip has no items.
    """
    tip_id, _, item_name = reference.partition("/")
    tip = catalogue.tips.get(tip_id)
    if tip is None:
        raise SelectionError(
            f"the list selects the tip '{tip_id}', which does not exist.", did_you_mean(tip_id, catalogue.tips, _REMEDY)
        )
    items = [item for item in tip.items if not item_name or item.name == item_name]
    if items:
        return items
    if item_name:
        names = [item.name for item in tip.items]
        raise SelectionError(f"the tip '{tip_id}' has no item '{item_name}'.", did_you_mean(item_name, names, _REMEDY))
    raise SelectionError(
        f"the list selects nothing from the tip '{tip_id}': it has no items.",
        "Give the tip an item, or take it off the list.",
    )
