"""What an author wrote in a worksheet and Markdown took for text is reported with its line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from houvast.authoring.source_scan import scan_blocks
from houvast.authoring.worksheet_fields import Field
from houvast.checks.missing_parts import missing_parts
from houvast.model.worksheets import Part, Table, Text, Worksheet

SOURCE = """///// worksheet
    id: plan

//// part | First
    id: first
    sources: common-knowledge

- [line] who | Who?

/// table | Steps
    id: steps

- [row] morning | Morning

- [line] step | What?
///
////
/////
"""
TABLE = Table(
    "steps", "Steps", (Field("line", "step", "What?"),), (Field("row", "morning", "Morning"),), 1, is_week=False
)
PART = Part(
    "first", "First", (), False, False, "sheet", 1, (Text("first/text-1", ""), Field("line", "who", "Who?"), TABLE)
)
WHOLE = Worksheet("plan", (), "en/plan.md", "en/plan/", "Plan", (PART,))


def lost(worksheet: Worksheet | None) -> list[str]:
    scan = scan_blocks(SOURCE, "plan.md")
    assert not scan.problems
    return [str(problem).partition(" Begin ")[0] for problem in missing_parts(scan, worksheet, "plan.md")]


def test_what_arrived_is_no_problem() -> None:
    assert lost(WHOLE) == []


@pytest.mark.parametrize(
    ("part", "problems"),
    [
        (replace(PART, body=(TABLE,)), ["plan.md:8: the field 'who' did not arrive on the page."]),
        (
            replace(PART, body=(PART.body[1], replace(TABLE, rows=()))),
            ["plan.md:13: the field 'morning' did not arrive on the page."],
        ),
        (
            replace(PART, body=(PART.body[1], replace(TABLE, columns=()))),
            ["plan.md:15: the field 'step' did not arrive on the page."],
        ),
    ],
)
def test_a_field_that_is_missing_is_reported_with_its_line(part: Part, problems: list[str]) -> None:
    assert lost(replace(WHOLE, parts=(part,))) == problems


def test_without_a_worksheet_everything_in_it_is_missing() -> None:
    assert lost(None) == [
        "plan.md:4: the part 'first' did not arrive on the page.",
        "plan.md:8: the field 'who' did not arrive on the page.",
        "plan.md:13: the field 'morning' did not arrive on the page.",
        "plan.md:15: the field 'step' did not arrive on the page.",
    ]
