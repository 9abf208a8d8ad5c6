"""Checks the training against the rest of the site: every tip, family and page that it names is there, and used."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest

from houvast.authoring.source_blocks import Scan, SourceBlock
from houvast.data.problem import Problem
from houvast.data.suggestion import did_you_mean
from houvast.model.catalogue import Catalogue
from houvast.model.selection import SelectionError, select_items
from houvast.model.training import Module

# The blocks that have to be the same in every language.
_COMPARED_BLOCKS = (
    "module",
    "aims",
    "tips",
    "further-reading",
    "case",
    "step",
    "question",
    "exercise",
    "role-play",
    "card",
    "debrief",
    "family",
    "document",
)


def check_references(
    scan: Scan, path: str, catalogue: Catalogue, families: Collection[str], pages: Collection[str]
) -> Iterator[Problem]:
    """Check what the training names on one page.

    Args:
        scan: The page's source.
        path: Its file, for messages.
        catalogue: The tips of its language.
        families: The ids of the families of its language.
        pages: The pages of its language, as a document names them.

    Yields:
        A problem for each tip, item, family and page that is not there.
    """
    for block in scan.blocks:
        select = block.options.get("select")
        names = [str(name) for name in select] if isinstance(select, list) else []
        if block.kind == "tips":
            yield from _unknown("tip", names, catalogue.tips, path, block.line_of("select"))
        elif block.kind in ("document", "further-reading"):
            yield from _unknown("page", names, pages, path, block.line_of("select"))
        elif block.kind == "card":
            for name in names:
                try:
                    select_items(catalogue, name)
                except SelectionError as error:
                    yield Problem(path, block.line_of("select"), str(error), error.remedy)
        elif block.kind == "case" and "family" in block.options:
            yield from _unknown("family", [str(block.options["family"])], families, path, block.line_of("family"))
        for written in block.entries:
            yield from _unknown("tip", written.entry.tips, catalogue.tips, path, written.line)


def _unknown(kind: str, names: Collection[str], known: Collection[str], path: str, line: int) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            remedy = did_you_mean(name, known, f"Name a {kind} that is there, or write it.")
            yield Problem(path, line, f"there is no {kind} '{name}'.", remedy)


def unused_tips(catalogue: Catalogue, modules: Collection[Module]) -> list[str]:
    """The ids of the tips for professionals that no module uses; none where the site has no training."""
    used = {tip for module in modules for tip in module.used_tips(catalogue)}
    professional = [tip.id for tip in catalogue.tips.values() if "professionals" in tip.audience.split()]
    return [tip for tip in professional if tip not in used] if modules else []


def compare_training(model: Scan, other: Scan, first: str, path: str) -> list[Problem]:
    """Compare the training on a page with that of the first language.

    Args:
        model: The page in the site's first language.
        other: The same page in another language.
        first: The site's first language.
        path: The other page's file, for messages.

    Returns:
        A problem for the first difference; more of them would only follow from it.
    """
    last_line = 1
    for wanted, found in zip_longest(_facts(model), _facts(other)):
        if wanted is None or found is None or wanted[1] != found[1]:
            line = found[0] if found else last_line
            here, there = found[1] if found else "nothing", wanted[1] if wanted else "nothing"
            what = f"the training on this page differs from that in '{first}': here {here}, there {there}."
            remedy = "Blocks, ids, kinds, entries, tips and their order are the same in every language."
            return [Problem(path, line, what, remedy)]
        last_line = found[0]
    return []


def _facts(scan: Scan) -> Iterator[tuple[int, str]]:
    """What has to be the same, with its line."""
    for block in scan.blocks:
        if block.kind in _COMPARED_BLOCKS:
            yield block.line, _described(block)
            for name, field in block.fields.items():
                yield field.line, f"the field [{field.field.kind}] {name}"
            for written in block.entries:
                entry = written.entry
                yield written.line, f"[{entry.kind}] {entry.name} ({', '.join(entry.tips)})"


def _described(block: SourceBlock) -> str:
    options: Mapping[str, object] = block.options
    shown = "; ".join(f"{name}: {options[name]}" for name in sorted(options))
    lines = f" of {block.list_lines} entries" if block.kind in ("aims", "debrief") else ""
    return f"the block '{block.kind}'{lines}{f' ({shown})' if shown else ''}"
