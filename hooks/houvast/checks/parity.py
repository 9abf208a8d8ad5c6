"""Compares the languages: the same tips, source points, items and worksheets everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest

from houvast.authoring.block_options import COMMON_KNOWLEDGE
from houvast.authoring.worksheet_fields import Field, written_kind
from houvast.data.problem import Problem
from houvast.model.catalogue import Catalogue, Tip
from houvast.model.worksheets import Table, Text, Worksheet

LineOf = Callable[[str, str], int]

# Behind what is said of a worksheet.
_KEPT = {True: "", False: ", with `keep: none`"}


def compare_languages(catalogues: dict[str, Catalogue], root: str, line_of: LineOf) -> list[Problem]:
    """Compare each language with the first one.

    Args:
        catalogues: The tips per language, the site's first language first.
        root: The docs folder as written in messages.
        line_of: Gives the line of a tip, from its page's source file and its id.

    Returns:
        A problem for each tip that one language lacks, for each tip that differs, and for each worksheet that the
        first language lacks.
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
        problems += [
            Problem(
                f"{root}/{worksheet.page}",
                1,
                f"the worksheet '{worksheet.id}' is there in '{language}' but not in '{first}'.",
                "Translate it, or give both the same id.",
            )
            for worksheet in catalogue.worksheets.values()
            if worksheet.id not in model.worksheets
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


def compare_worksheets(
    model: Worksheet, other: Worksheet, first: str, root: str, line_of: Callable[[Worksheet, str], int]
) -> list[Problem]:
    """Compare a worksheet with that of the first language.

    Args:
        model: The worksheet in the site's first language.
        other: The same one in another language.
        first: The site's first language.
        root: The docs folder as written in messages.
        line_of: Gives the line of a part of a worksheet.

    Returns:
        A problem for the first difference; more of them would only follow from it.
    """
    for wanted, found in zip_longest(_facts(model), _facts(other)):
        if wanted is None or found is None or wanted[1] != found[1]:
            part = (found or wanted)[0]
            if other.parts and part not in [entry.id for entry in other.parts]:
                part = other.parts[-1].id
            return [
                Problem(
                    f"{root}/{other.page}",
                    line_of(other, part),
                    f"the worksheet '{other.id}' differs from the one in '{first}': "
                    f"here {found[1] if found else 'nothing'}, there {wanted[1] if wanted else 'nothing'}.",
                    "Parts, fields, kinds, choices, blanks and source points are the same in every language.",
                )
            ]
    return []


def _facts(worksheet: Worksheet) -> Iterator[tuple[str, str]]:
    """What has to be the same: pairs of the part's id and what is there, in the order of the worksheet."""
    start = worksheet.parts[0].id if worksheet.parts else ""
    readers = ", ".join(worksheet.audience) or "nobody"
    yield start, f"a worksheet on {worksheet.page.partition('/')[2]} for {readers}{_KEPT[worksheet.is_kept]}"
    for part in worksheet.parts:
        options = [
            f"optional: {str(part.optional).lower()}",
            f"short: {str(part.short).lower()}",
            f"paper: {part.paper}",
            f"copies: {part.copies}",
            f"sources: {', '.join(sorted(part.sources)) or COMMON_KNOWLEDGE}",
        ]
        yield part.id, f"the part '{part.id}' ({'; '.join(options)})"
        for piece in part.body:
            if isinstance(piece, Text):
                yield part.id, f"a text with {piece.html.count('admonition-title')} warnings in the part '{part.id}'"
            elif isinstance(piece, Table):
                kind = "week" if piece.is_week else f"table with {piece.empty_rows if not piece.rows else 'fixed'} rows"
                kind += " with a name" if piece.row_name else ""
                yield part.id, f"the {kind} '{piece.name}'"
                for entry in (*piece.rows, *piece.columns):
                    yield part.id, f"{_described(entry)} of '{piece.name}'"
            else:
                yield part.id, _described(piece)


def _described(entry: Field) -> str:
    ends = " with ends" if entry.ends else ""
    choices = "".join(f" | {choice.key}" for choice in entry.choices)
    blanks = "".join(f" {{{blank}}}" for blank in sorted(entry.blanks))
    hint = " with a hint" if entry.hint else ""
    lines = f" with {entry.lines} lines" if entry.lines else ""
    return f"{written_kind(entry.kind, entry.outline)} {entry.name}{ends}{choices}{blanks}{hint}{lines}"
