"""Markdown renders what was read of a page, shows what is wrong as it was written, and loses nothing in silence."""

from __future__ import annotations

import pytest
from houvast.authoring.block_reader import read_blocks
from houvast.authoring.entry_attributes import as_attribute, entry_of, field_of
from houvast.authoring.known_blocks import BLOCKS
from houvast.authoring.markdown_extension import HouvastExtension
from houvast.authoring.training_entries import read_entry
from houvast.authoring.worksheet_fields import read_field
from houvast.model.page_tree import read_content
from houvast.model.worksheets import read_worksheets
from lxml import html
from markdown import Markdown

SHEET = """///// worksheet
    id: plan

//// part | First
    id: first
    sources: common-knowledge
{before}
- [line] who | Who
    is there?

- [choose] place | Where? | inside: Inside | outside: Outside
- [sentence] say | Because of {{worry}}, I {{step}}.
{after}
/// table | Steps
    id: steps
    rows: 3

- [text] step | What? | lines: 4
///
////
/////
"""
WHOLE = SHEET.format(before="", after="")
TIP = "//// tip | Ask\n    id: ask\n    sources: common-knowledge\n\n{}- [ ] done | I *asked*.\n////\n"


def rendered(markdown: str) -> tuple[str, list[str]]:
    """The HTML of a page, and what is said of it."""
    extension = HouvastExtension()
    scan = extension.read(markdown, "plan.md", 5)
    content = Markdown(extensions=["sane_lists", "fenced_code", extension]).convert(markdown)
    assert not set(content) & {"\x02", "\x03"}
    return content, [str(problem) for problem in (*scan.problems, *extension.lost("plan.md"))]


def test_a_worksheet_has_what_was_read() -> None:
    content, problems = rendered(WHOLE)
    (worksheet,) = read_worksheets(read_content(content), "plan.md", "plan/", ("families",))
    (part,) = worksheet.parts
    read = read_blocks(WHOLE, "plan.md").blocks
    *fields, table = part.fields
    assert fields == [written.field for written in read[1].fields.values()]
    assert fields[0].label == "Who is there?"
    assert list(table.columns) == [written.field for written in read[2].fields.values()]
    assert (table.empty_rows, problems) == (3, [])


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        (SHEET.format(before="\n<div>\n", after="\n</div>\n"), [14, 17, 18]),
        (f"<div>\n\n{WHOLE}\n</div>", [7]),
        (f"<!--\n{WHOLE}-->", [6]),
        (TIP.format("So:\n"), [10]),
        (f"<div>\n{TIP.format('')}</div>", [6]),
    ],
)
def test_what_has_no_place_is_said_with_its_line(markdown: str, lines: list[int]) -> None:
    _, problems = rendered(markdown)
    assert [int(problem.split(":")[1]) for problem in problems] == lines
    assert all("did not arrive on the page. Begin it at the margin" in problem for problem in problems)


def test_what_stands_in_html_is_shown_as_it_was_written() -> None:
    content, _ = rendered(f"<div>\n{TIP.format('')}</div>")
    assert "//// tip | Ask" in content
    assert "- [ ] done | I *asked*." in content


def test_a_block_with_a_mistake_is_shown_as_it_was_written() -> None:
    content, problems = rendered(TIP.format("").replace("id: ask", "id: Ask"))
    assert "//// tip | Ask" in html.fragment_fromstring(content, create_parent="div").text_content()
    assert len(problems) == 1


def test_a_page_that_nobody_read_before_is_read_when_it_is_rendered() -> None:
    extension = HouvastExtension()
    extension.read(WHOLE, "plan.md", 5)
    content = Markdown(extensions=[extension]).convert(TIP.format(""))
    assert "data-tip" in content
    assert "data-part" not in content


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_block_in_a_code_sample_is_a_sample(fence: str) -> None:
    content, problems = rendered(f"{fence}\n{WHOLE}{fence}")
    assert "///// worksheet" in content
    assert problems == []


@pytest.mark.parametrize(
    "line", ["    /// note | Hm", "> /// note | Hm", "- /// note", "1. /// note", "> ////", "\t///"]
)
def test_a_line_of_a_block_that_is_not_at_the_margin_is_said(line: str) -> None:
    _, problems = rendered(f"Text.\n\n{line}")
    assert [problem.partition(" Begin ")[0] for problem in problems] == [
        "plan.md:7: a block begins or ends here, indented, quoted or in a list: readers would see its slashes."
    ]


@pytest.mark.parametrize("line", ["    /// summary", "- a/b ///", "https://example.org///", "> //"])
def test_other_slashes_are_no_block(line: str) -> None:
    assert rendered(f"Text.\n\n{line}")[1] == []


def test_options_below_a_tab_are_read_as_markdown_reads_them() -> None:
    content, problems = rendered(TIP.format("").replace("    ", "\t"))
    assert 'data-tip="ask"' in content
    assert problems == []


@pytest.mark.parametrize(
    ("kind", "rest"),
    [
        ("line", "who | Who “is” it? | hint: An aunt"),
        ("scale", "calm | How calm? | not | very"),
        ("choose", "place | Where? | in: Inside | out: Outside"),
        ("draw: house", "good | The house"),
        ("sentence", "say | I {step}."),
    ],
)
def test_a_field_comes_through_an_attribute(kind: str, rest: str) -> None:
    field = read_field(kind, rest)
    assert field_of(as_attribute(field)) == field


def test_an_answer_comes_through_an_attribute() -> None:
    entry = read_entry("right", "ask | “Yes” | Why | safe-now, code-word", ("right",))
    assert entry_of(as_attribute(entry)) == entry


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_place_in_which_a_block_stands_is_there(kind: str) -> None:
    assert set(BLOCKS[kind].INSIDE) <= {"", *BLOCKS}
