"""Judges how a block begins: its title, and its options with their values."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.authoring.block_rules import COMMON_KNOWLEDGE, MOST_COPIES, MOST_MINUTES, MOST_ROWS, RULES
from houvast.authoring.papers import PAPERS
from houvast.authoring.source_blocks import SourceBlock
from houvast.authoring.training_entries import ASKS, ROLES
from houvast.data.identifiers import NAME
from houvast.data.problem import Mistake
from houvast.data.publisher import PARTS
from houvast.data.suggestion import did_you_mean

# Options that are numbers: their name, the smallest and the largest.
_NUMBERS = (("rows", 1, MOST_ROWS), ("copies", 1, MOST_COPIES), ("minutes", 1, MOST_MINUTES))


def check_title(block: SourceBlock, has_bar: bool) -> Iterator[Mistake]:
    """Check whether a block has a title where it needs one, and none where it shows none.

    Args:
        block: A block of a kind that is known.
        has_bar: Whether a bar stands in its first line, with or without a text behind it.

    Yields:
        What is wrong.
    """
    rule = RULES[block.kind]
    if rule.title and not block.title:
        remedy = f"Write `{'/' * block.slashes} {block.kind} | The title`."
        yield Mistake(block.line, f"this '{block.kind}' has no title.", remedy)
    if rule.title is False and has_bar:
        yield Mistake(block.line, f"a '{block.kind}' has no title.", "Remove the bar and what follows it.")


def check_options(block: SourceBlock) -> Iterator[Mistake]:
    """Check the options of a block of a kind that is known: their names, what is missing, and their values."""
    rule = RULES[block.kind]
    for name in block.options:
        if name not in rule.options:
            hint = did_you_mean(str(name), rule.options, f"It knows: {', '.join(rule.options) or 'no options'}.")
            yield Mistake(block.line_of(str(name)), f"a '{block.kind}' has no option '{name}'.", hint)
    for name, required in rule.options.items():
        if required and name not in block.options and name not in block.option_lines:
            remedy = f"Add a line `    {name}: …` directly under the first line."
            yield Mistake(block.line, f"this '{block.kind}' has no '{name}'.", remedy)
    yield from _check_identifier(block)
    yield from _check_numbers(block)
    yield from _check_choices(block)
    yield from _check_paper(block)
    yield from _check_lists(block)
    yield from _check_row_name(block)


def _check_identifier(block: SourceBlock) -> Iterator[Mistake]:
    identifier = block.options.get("id")
    if "id" in block.options and not (isinstance(identifier, str) and NAME.fullmatch(identifier)):
        remedy = "Use lower-case letters, digits and hyphens; put a word such as no, yes or on in quotes."
        yield Mistake(block.line_of("id"), f"the id {identifier!r} cannot be used.", remedy)


def _check_numbers(block: SourceBlock) -> Iterator[Mistake]:
    for name, smallest, largest in _NUMBERS:
        value = block.options.get(name, smallest)
        # YAML's true and false are numbers to Python.
        if type(value) is not int or not smallest <= value <= largest:
            what = f"'{name}' is not a number from {smallest} to {largest}."
            yield Mistake(block.line_of(name), what, f"Write `{name}: 3`.")


def _check_choices(block: SourceBlock) -> Iterator[Mistake]:
    for name in ("optional", "short"):
        if not isinstance(block.options.get(name, True), bool):
            yield Mistake(block.line_of(name), f"'{name}' is neither true nor false.", f"Write `{name}: true`.")
    for name, known in (("kind", ASKS), ("role", ROLES), ("part", PARTS)):
        if name in block.options and block.options[name] not in known:
            what = f"there is no {name} '{block.options[name]}'."
            yield Mistake(block.line_of(name), what, f"Use one of: {', '.join(known)}.")


def _check_paper(block: SourceBlock) -> Iterator[Mistake]:
    paper = block.options.get("paper", "sheet")
    if paper not in PAPERS:
        yield Mistake(block.line_of("paper"), f"there is no paper '{paper}'.", f"Use: {', '.join(PAPERS)}.")
    if block.options.get("keep", "none") != "none":
        what = f"there is no way to keep a worksheet called '{block.options['keep']}'."
        remedy = "Write `keep: none`: no file, no copy, no document. Or leave `keep` out."
        yield Mistake(block.line_of("keep"), what, remedy)
    if "copies" in block.options and paper != "card":
        yield Mistake(block.line_of("copies"), "only a card has copies.", "Add `paper: card`, or leave `copies` out.")


def _check_row_name(block: SourceBlock) -> Iterator[Mistake]:
    name = block.options.get("row", "Row")
    if not (isinstance(name, str) and name.strip() and not any(letter.isdigit() for letter in name)):
        what = f"{name!r} is not what a row is called."
        yield Mistake(block.line_of("row"), what, "Write for example `row: Agreement`; the number comes by itself.")


def _check_lists(block: SourceBlock) -> Iterator[Mistake]:
    for name in ("sources", "select", "needs"):
        value = block.options.get(name)
        if name not in block.options or (value == COMMON_KNOWLEDGE and name == "sources"):
            continue
        if not (isinstance(value, list) and value and all(isinstance(entry, str) for entry in value)):
            example = "[efjca-professionals/01]" if name == "sources" else "[safe-now, hopes/ask-hopes]"
            other = f", or `{name}: {COMMON_KNOWLEDGE}`" if name == "sources" else ""
            remedy = f"Write for example `{name}: {example}`{other}."
            yield Mistake(block.line_of(name), f"'{name}' is not a list of names.", remedy)
