"""Compares the languages: the same tips, source points and items everywhere."""

from __future__ import annotations

from collections.abc import Callable

from tipsite.catalogue import Catalogue, Tip
from tipsite.problem import Problem

LineOf = Callable[[str, str], int]


def compare_languages(catalogues: dict[str, Catalogue], root: str, line_of: LineOf) -> list[Problem]:
    """Compares each language with the first one.

    Args:
        catalogues: The tips per language, the site's first language first.
        root: The docs folder as written in messages.
        line_of: Gives the line of a tip, from its page's source file and its id.

    Returns:
        A problem for each tip that one language lacks, and for each tip that differs.
    """
    (first, model), *others = catalogues.items()
    problems: list[Problem] = []
    for language, catalogue in others:
        for tip in model.tips.values():
            other = catalogue.tips.get(tip.id)
            if other is None:
                problems.append(_missing(tip, first, language, root, line_of))
            else:
                problems += _differences(tip, other, first, root, line_of)
        problems += [
            _missing(tip, language, first, root, line_of) for tip in catalogue.tips.values() if tip.id not in model.tips
        ]
    return problems


def _missing(tip: Tip, there: str, not_there: str, root: str, line_of: LineOf) -> Problem:
    return Problem(
        f"{root}/{tip.page}",
        line_of(tip.page, tip.id),
        f"the tip '{tip.id}' is there in '{there}' but not in '{not_there}'.",
        f"Translate it, or give both the same id ({root}/{not_there}/{tip.page.partition('/')[2]}).",
    )


def _differences(model: Tip, other: Tip, first: str, root: str, line_of: LineOf) -> list[Problem]:
    def problem(what: str, remedy: str) -> Problem:
        return Problem(f"{root}/{other.page}", line_of(other.page, other.id), what, remedy)

    problems: list[Problem] = []
    if model.page.partition("/")[2] != other.page.partition("/")[2]:
        problems.append(
            problem(f"the tip '{other.id}' stands on another page than in '{first}'.", f"Move it: {model.page}.")
        )
    if set(model.sources) != set(other.sources):
        problems.append(
            problem(
                f"the tip '{other.id}' has other source points than in '{first}'.",
                f"There it has: {', '.join(model.sources) or 'none'}.",
            )
        )
    written = [(item.name, item.asks) for item in other.items]
    wanted = [(item.name, item.asks) for item in model.items]
    if written != wanted:
        listing = ", ".join(f"[{'?' if asks else ' '}] {name}" for name, asks in wanted) or "no items"
        problems.append(
            problem(
                f"the items of the tip '{other.id}' differ from those in '{first}' in number, name, kind or order.",
                f"There they are: {listing}.",
            )
        )
    return problems
