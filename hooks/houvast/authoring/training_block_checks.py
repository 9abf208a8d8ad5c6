"""Checks what the blocks of the training hold together, as their author wrote them."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.authoring.source_blocks import SourceBlock
from houvast.authoring.training_entries import ASKS, NEEDED_CHOICES, ROLES, check_answers
from houvast.data.problem import Mistake

MOST_AIMS = 3
# What files and anchors of a module's page use themselves.
TAKEN_IDS = ("done", "aims", "tips", "questions", "proof")


def check_training_block(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    """Check a block that is closed, if it belongs to the training.

    Args:
        block: The block.
        inner: The blocks that stand directly in it.

    Yields:
        For each mistake its line, what is wrong, and the remedy.
    """
    check = {
        "module": _check_module,
        "case": _check_case,
        "step": _check_step,
        "question": _check_question,
        "aims": _check_aims,
        "role-play": _check_role_play,
    }.get(block.kind)
    if check is not None:
        yield from check(block, inner)


def _check_module(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    for kind, example in (("aims", "//// aims"), ("tips", "//// tips"), ("question", "//// question | …")):
        if not any(other.kind == kind for other in inner):
            yield Mistake(block.line, f"this module has no '{kind}'.", f"Add a block `{example}` to it.")
    for kind in ("aims", "tips", "further-reading"):
        for second in [other for other in inner if other.kind == kind][1:]:
            yield Mistake(second.line, f"this module has two blocks '{kind}'.", "Make them one.")
    yield from _repeated(inner, "id", "this module")
    for other in inner:
        if other.options.get("id") in TAKEN_IDS:
            yield Mistake(
                other.line_of("id"), f"the id '{other.options['id']}' is taken by the page itself.", "Choose another."
            )


def _check_case(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    steps = [other for other in inner if other.kind == "step"]
    if not steps:
        yield Mistake(block.line, "this case has no steps.", "Add a `/// step | Title` with choices.")
    yield from _repeated(steps, "id", "this case")


def _check_step(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    kinds = [written.entry.kind for written in block.entries]
    for kind in NEEDED_CHOICES:
        if kind not in kinds:
            remedy = f"Add one: `- [{kind}] name | What somebody does | Why | tip-id`."
            yield Mistake(block.line, f"this step has no choice that is {kind}.", remedy)


def _check_question(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    asks = block.options.get("kind")
    if asks in ASKS and (wrong := check_answers(asks, [written.entry.kind for written in block.entries])):
        yield Mistake(block.line, *wrong)


def _check_aims(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    if not 1 <= block.list_lines <= MOST_AIMS:
        what = f"these aims have {block.list_lines} entries; there can be 1 to {MOST_AIMS}."
        yield Mistake(block.line, what, "Write them as a list, each line beginning with `- `.")


def _check_role_play(block: SourceBlock, inner: list[SourceBlock]) -> Iterator[Mistake]:
    roles = [other.options.get("role") for other in inner if other.kind == "card"]
    for role in ROLES:
        if role not in roles:
            yield Mistake(
                block.line,
                f"this role play has no card for the {role}.",
                f"Add a `//// card | …` with `role: {role}`.",
            )
    if not any(other.kind == "debrief" for other in inner):
        yield Mistake(
            block.line,
            "this role play has no 'debrief'.",
            "Add a block `//// debrief` with questions for afterwards.",
        )
    yield from _repeated([other for other in inner if other.kind == "card"], "role", "this role play")


def _repeated(blocks: list[SourceBlock], option: str, place: str) -> Iterator[Mistake]:
    taken = set()
    for block in [block for block in blocks if option in block.options]:
        value = str(block.options[option])
        if value in taken:
            yield Mistake(
                block.line_of(option), f"the {option} '{value}' is there twice in {place}.", "Rename one of them."
            )
        taken.add(value)
