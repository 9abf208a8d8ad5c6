"""Checks that a list carries its safety: what a tip needs before it stands on every list that selects the tip."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.authoring.source_blocks import Scan, SourceBlock
from houvast.data.problem import Problem
from houvast.model.catalogue import Catalogue
from houvast.model.selection import SelectionError, select_items


def needs_of(block: SourceBlock) -> list[str]:
    """What a tip names under `needs`: tips, or items as `tip/item`; nothing where that is no list of names."""
    return _names(block, "needs")


def needs_by_tip(scans: dict[str, Scan]) -> dict[str, list[str]]:
    """What each tip of one language needs, by its id; tips that need nothing are left out.

    Args:
        scans: The sources of all pages.
    """
    tips = (block for scan in scans.values() for block in scan.blocks if block.kind == "tip")
    return {str(tip.options.get("id")): needs for tip in tips if (needs := needs_of(tip))}


def check_preconditions(scan: Scan, path: str, needs: dict[str, list[str]], catalogue: Catalogue) -> Iterator[Problem]:
    """Check the tips and the lists of one page.

    A list holds what its tips need in the same group or in one before it, as a reader goes from top to bottom.

    Args:
        scan: The page's source.
        path: Its file, for messages.
        needs: What each tip of the language needs.
        catalogue: The tips of the language.

    Yields:
        A problem for what a tip needs and is not there, and for each group whose tips need what the list lacks.
    """
    for block in scan.blocks:
        for need in needs_of(block) if block.kind == "tip" else ():
            if (what := _unknown(need, catalogue)) is not None:
                yield Problem(path, block.line_of("needs"), *what)
    groups = [block for block in scan.blocks if block.kind == "group"]
    for place in scan.blocks:
        if place.kind == "list":
            yield from _check_list([group for group in groups if group.outer is place], path, needs, catalogue)


def _names(block: SourceBlock, option: str) -> list[str]:
    """The names that an option lists; none where it is no list: that is reported with the option."""
    names = block.options.get(option)
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _unknown(need: str, catalogue: Catalogue) -> tuple[str, str] | None:
    try:
        select_items(catalogue, need)
    except SelectionError as error:
        return str(error).replace("the list selects", "the tip needs", 1), error.remedy
    return None


def _check_list(
    groups: list[SourceBlock], path: str, needs: dict[str, list[str]], catalogue: Catalogue
) -> Iterator[Problem]:
    there: set[str] = set()
    for group in groups:
        selected = _names(group, "select")
        there |= {item for name in selected for item in _items(name, catalogue)}
        lacking: dict[str, str] = {}
        for tip in dict.fromkeys(name.partition("/")[0] for name in selected):
            for need in needs.get(tip, ()):
                if not set(_items(need, catalogue)) <= there:
                    lacking.setdefault(need, tip)
        for need, tip in lacking.items():
            what = f"the tip '{tip}' needs '{need}', which is not on the list at this place or before it."
            yield Problem(path, group.line_of("select"), what, f"Add '{need}' to this group or to one above it.")


def _items(name: str, catalogue: Catalogue) -> list[str]:
    """The items of a tip or one of them, by the names of their fields; none where there are none."""
    try:
        return [item.field for item in select_items(catalogue, name)]
    except SelectionError:
        return []
