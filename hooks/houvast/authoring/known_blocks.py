"""The blocks that there are, and what those of one page are together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from houvast.authoring import blocks, training_blocks, worksheet_blocks
from houvast.authoring.authored_block import AuthoredBlock
from houvast.authoring.source_blocks import SourceBlock
from houvast.data.problem import Mistake

BLOCKS: Mapping[str, type[AuthoredBlock]] = {
    block.NAME: block
    for block in (
        blocks.TipBlock,
        blocks.ListBlock,
        blocks.GroupBlock,
        worksheet_blocks.HowToBlock,
        worksheet_blocks.WorksheetBlock,
        worksheet_blocks.PartBlock,
        worksheet_blocks.TableBlock,
        worksheet_blocks.WeekBlock,
        blocks.HelplinesBlock,
        blocks.OriginsBlock,
        blocks.DiscreetBlock,
        blocks.TracesBlock,
        blocks.PublisherBlock,
        blocks.DoorsBlock,
        blocks.SituationsBlock,
        training_blocks.ModuleBlock,
        training_blocks.AimsBlock,
        training_blocks.TipsBlock,
        training_blocks.FurtherReadingBlock,
        training_blocks.CaseBlock,
        training_blocks.StepBlock,
        training_blocks.QuestionBlock,
        training_blocks.ExerciseBlock,
        training_blocks.RolePlayBlock,
        training_blocks.CardBlock,
        training_blocks.DebriefBlock,
        training_blocks.FamilyBlock,
        training_blocks.DocumentBlock,
        training_blocks.ModulesBlock,
        training_blocks.TipsByModuleBlock,
        training_blocks.ProofBlock,
        blocks.WarningBlock,
        blocks.NoteBlock,
    )
}
# A page has one of these at most, or several lists.
_FORMS = ("list", "worksheet", "module", "proof")


def check_page(written: Sequence[SourceBlock]) -> Iterator[Mistake]:
    """Check what all blocks of a page are together."""
    forms = [block for block in written if block.kind in _FORMS]
    if len(forms) > 1 and any(block.kind != "list" for block in forms):
        first, second, *_ = forms
        what = f"the page has a {second.kind} besides the {first.kind} of line {first.line}."
        yield Mistake(second.line, what, "Give each a page of its own.")
    for block in [block for block in written if block.kind == "how-to"][1:]:
        yield Mistake(block.line, "the page has two blocks 'how-to'.", "Make them one.")
