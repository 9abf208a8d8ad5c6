"""Judges blocks by where they stand and by what they hold together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from houvast.authoring.block_rules import FIELD_HOLDERS, RULES
from houvast.authoring.papers import PAPERS_APART
from houvast.authoring.source_blocks import SourceBlock, SourceEntry, SourceField, SourceItem
from houvast.authoring.training_block_checks import check_training_block
from houvast.authoring.worksheet_fields import written_kind
from houvast.data.problem import Mistake

# Files say with this name that a reader left a part out.
_LEFT_OUT = "left-out"


def check_place(block: SourceBlock, outer: SourceBlock | None) -> Iterator[Mistake]:
    """Check whether a block may stand where it stands.

    Args:
        block: A block of a kind that is known.
        outer: The block that it stands in; None on the page itself.

    Yields:
        What is wrong. Whether the outer block shows the inner one is another matter: see `is_hidden_in`.
    """
    rule = RULES[block.kind]
    if outer is not None and outer.kind not in RULES:
        return
    if outer is not None and block.slashes >= outer.slashes:
        yield Mistake(
            block.line,
            f"this '{block.kind}' has {block.slashes} slashes and stands in a '{outer.kind}' "
            f"of {outer.slashes} (line {outer.line}).",
            "Close that block first, or give the outer block more slashes than the inner one.",
        )
    elif not rule.inside or (outer.kind if outer else "") in rule.inside:
        return
    elif outer is not None and "" in rule.inside:
        what = f"a '{block.kind}' cannot stand in a '{outer.kind}' (line {outer.line})."
        yield Mistake(block.line, what, f"Close the '{outer.kind}' first.")
    else:
        place, slashes = rule.inside[0], "/" * (block.slashes + 1)
        what = f"a '{block.kind}' stands only in a '{place}'."
        yield Mistake(block.line, what, f"Put it between `{slashes} {place}` and `{slashes}`.")


def is_hidden_in(block: SourceBlock, outer: SourceBlock) -> bool:
    """Whether a block that may stand anywhere stands, rightly closed, in one that does not show it."""
    if outer.kind not in RULES or block.slashes >= outer.slashes:
        return False
    return not RULES[block.kind].inside and not RULES[outer.kind].text


def check_item(written: SourceItem, tip: SourceBlock) -> Iterator[Mistake]:
    """Check an item against those that its tip holds already."""
    if any(item.name == written.name for item in tip.items):
        what = f"the tip '{tip.options.get('id')}' has two items called '{written.name}'."
        yield Mistake(written.line, what, "Rename one of them.")


def check_field(written: SourceField, block: SourceBlock) -> Iterator[Mistake]:
    """Check whether a block, one that holds fields, can hold a field besides those that it holds already."""
    field, kinds = written.field, FIELD_HOLDERS[block.kind]
    if field.kind not in kinds:
        what = f"a {block.kind} cannot hold a field of the kind {written_kind(field.kind)}."
        yield Mistake(written.line, what, f"It can hold: {', '.join(map(written_kind, kinds))}.")
    elif field.kind == "row" and any(other.field.kind != "row" for other in block.fields.values()):
        yield Mistake(written.line, "this row stands below a column.", "Put the rows first, then the columns.")
    if field.lines and (block.kind == "week" or any(other.field.kind == "row" for other in block.fields.values())):
        what = "a column beside fixed rows has no lines of its own."
        yield Mistake(written.line, what, "Leave out `lines`: a row is high enough.")
    if field.name in block.fields:
        yield Mistake(written.line, f"there are two fields called '{field.name}' here.", "Rename one of them.")


def check_entry(written: SourceEntry, block: SourceBlock) -> Iterator[Mistake]:
    """Check a choice or an answer against those that its block holds already."""
    if any(other.entry.name == written.entry.name for other in block.entries):
        yield Mistake(written.line, f"there are two entries called '{written.entry.name}' here.", "Rename one of them.")


def check_content(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    """Check what a block holds together, once it is closed.

    Args:
        block: The block.
        inner: The blocks that stand directly in it.

    Yields:
        What is wrong.
    """
    yield from check_training_block(block, inner)
    if block.kind == "worksheet":
        yield from _check_worksheet(block, [part for part in inner if part.kind == "part"])
    elif block.kind == "part":
        yield from _check_part(block, [table for table in inner if table.kind in ("table", "week")])
    elif block.kind in ("table", "week"):
        yield from _check_table(block)


def check_page(blocks: Sequence[SourceBlock]) -> Iterator[Mistake]:
    """Check what all blocks of a page are together."""
    forms = [block for block in blocks if block.kind in ("list", "worksheet", "module", "proof")]
    if len(forms) > 1 and any(block.kind != "list" for block in forms):
        first, second, *_ = forms
        what = f"the page has a {second.kind} besides the {first.kind} of line {first.line}."
        yield Mistake(second.line, what, "Give each a page of its own.")
    for block in [block for block in blocks if block.kind == "how-to"][1:]:
        yield Mistake(block.line, "the page has two blocks 'how-to'.", "Make them one.")


def _check_worksheet(block: SourceBlock, parts: list[SourceBlock]) -> Iterator[Mistake]:
    if not parts:
        yield Mistake(block.line, "this worksheet has no parts.", "Add a `//// part | Title` with fields.")
    taken = set()
    for part in [part for part in parts if "id" in part.options]:
        identifier = str(part.options["id"])
        if identifier in taken:
            yield Mistake(part.line_of("id"), f"there are two parts called '{identifier}'.", "Rename one of them.")
        if identifier == "how-to":
            yield Mistake(part.line_of("id"), "the id 'how-to' is that of the block 'how-to'.", "Choose another id.")
        taken.add(identifier)
    if len({part.options.get("paper") in PAPERS_APART for part in parts}) > 1:
        what = "some parts of this worksheet are printed on their own and others are not."
        yield Mistake(block.line, what, "Give each part `paper: card` or `paper: poster`, or none of them.")


def _check_part(block: SourceBlock, tables: list[SourceBlock]) -> Iterator[Mistake]:
    taken = {name: entry.line for name, entry in block.fields.items()}
    for table in [table for table in tables if "id" in table.options]:
        name, line = str(table.options["id"]), table.line_of("id")
        if name in taken:
            yield Mistake(line, f"'{name}' is the name of something else in this part too.", "Rename one of them.")
        taken[name] = line
    if _LEFT_OUT in taken:
        what = f"the name '{_LEFT_OUT}' is taken: files say with it that a part is left out."
        yield Mistake(taken[_LEFT_OUT], what, "Choose another name.")


def _check_table(block: SourceBlock) -> Iterator[Mistake]:
    kinds = [entry.field.kind for entry in block.fields.values()]
    if all(kind == "row" for kind in kinds):
        yield Mistake(block.line, f"this '{block.kind}' has no columns.", "Add a list such as `- [line] who | Who?`.")
    for option in ("rows", "row"):
        if option in block.options and "row" in kinds:
            yield Mistake(block.line_of(option), "the rows of this table are fixed.", f"Leave out `{option}`.")
