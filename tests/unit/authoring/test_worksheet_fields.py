"""A field of a worksheet is read from the line that an author writes, and a wrong one says what to write."""

from __future__ import annotations

import pytest
from houvast.authoring.block_syntax import ENTRY
from houvast.authoring.worksheet_fields import KINDS, Choice, Field, FieldError, read_field, written_kind
from houvast.model.worksheets import Table


@pytest.mark.parametrize(
    ("kind", "rest", "field"),
    [
        ("", "told | Verteld", Field("tick", "told", "Verteld")),
        (" ", "told | Verteld", Field("tick", "told", "Verteld")),
        ("line", "who | Wie?", Field("line", "who", "Wie?")),
        ("text", "what-then | Wat dan?", Field("text", "what-then", "Wat dan?")),
        (
            "line",
            "when | Hoe laat? | hint: na 10: het eten",
            Field("line", "when", "Hoe laat?", hint="na 10: het eten"),
        ),
        ("text", "aim | Wat? | lines: 6", Field("text", "aim", "Wat?", lines=6)),
        ("text", "aim | Wat? | hint: kort | lines: 6", Field("text", "aim", "Wat?", hint="kort", lines=6)),
        ("date", "day-1 | Wanneer?", Field("date", "day-1", "Wanneer?")),
        ("scale", "calm | Hoe rustig?", Field("scale", "calm", "Hoe rustig?")),
        ("scale", "calm | Hoe? | niet | heel", Field("scale", "calm", "Hoe?", ends=("niet", "heel"))),
        ("signature", "signed | Naam", Field("signature", "signed", "Naam")),
        ("row", "morning | Ochtend", Field("row", "morning", "Ochtend")),
        ("draw", "house | Huis", Field("drawing", "house", "Huis")),
        ("draw: panel", "house | Huis", Field("drawing", "house", "Huis", outline="panel")),
        ("draw:circles", "house | Huis", Field("drawing", "house", "Huis", outline="circles")),
    ],
)
def test_a_field_is_read(kind: str, rest: str, field: Field) -> None:
    assert read_field(kind, rest) == field


def test_choices_keep_their_keys_and_their_order() -> None:
    field = read_field("choose", "place | Waar? | out: Buiten: tuin | in: Binnen")
    assert field.choices == (Choice("out", "Buiten: tuin"), Choice("in", "Binnen"))


def test_a_sentence_falls_apart_at_its_blanks() -> None:
    field = read_field("sentence", "plan | Omdat ik denk aan {worry}, ga ik {step}.")
    assert field.blanks == ("worry", "step")
    assert field.pieces == (("Omdat ik denk aan ", "worry"), (", ga ik ", "step"), (".", ""))


def test_the_signs_behind_a_blank_stay_with_it() -> None:
    field = read_field("sentence", "plan | Omdat ik denk aan {worry}, ga ik {step}.")
    assert field.phrases == (("Omdat ik denk aan ", "worry", ","), (" ga ik ", "step", "."))
    field = read_field("sentence", "plan | {who} helpt {whom} daarmee.")
    assert field.phrases == (("", "who", ""), (" helpt ", "whom", ""), (" daarmee.", "", ""))


def test_a_sentence_may_begin_and_end_with_a_blank() -> None:
    assert read_field("sentence", "plan | {who} helpt {whom}").pieces == (("", "who"), (" helpt ", "whom"), ("", ""))


def test_only_a_sentence_has_blanks() -> None:
    assert read_field("line", "who | Wie?").blanks == ()


@pytest.mark.parametrize(
    ("kind", "rest", "says", "remedy"),
    [
        ("lien", "who | Wie?", "no field of the kind [lien]", "Did you mean [line]?"),
        ("x", "who | Wie?", "no field of the kind [x]", "Use one of: [ ], [line], [text]"),
        ("line: house", "who | Wie?", "no field of the kind [line: house]", "Did you mean [line]?"),
        ("line", "Who | Wie?", "cannot be read", "Write `- [line] name | What a reader sees`"),
        ("line", "wie is | Wie?", "cannot be read", "the name in lower case, no spaces"),
        ("line", "| Wie?", "cannot be read", "Write `- [line] name"),
        ("line", "who |", "cannot be read", "Write `- [line] name"),
        ("line", "who", "cannot be read", "Write `- [line] name"),
        ("line", "who | Wie? | Nu", "more bars than a [line] can have", "Leave out the last bar"),
        ("line", "who | Wie? | hnit: oma", "of the kind [line] has no option 'hnit'", "Did you mean 'hint'?"),
        ("line", "who | Wie? | lines: 3", "of the kind [line] has no option 'lines'", "It knows: hint."),
        ("text", "who | Wie? | linse: 3", "of the kind [text] has no option 'linse'", "Did you mean 'lines'?"),
        ("text", "who | Wie? | lines: veel", "'lines' is not a number from 1 to 20", "Write `| lines: 6`."),
        ("text", "who | Wie? | lines: 21", "'lines' is not a number from 1 to 20", "Write `| lines: 6`."),
        ("text", "who | Wie? | lines:", "is there twice or says nothing", "Write `| lines: …` once."),
        ("text", "who | Wie? | lines: 2 | lines: 3", "is there twice or says nothing", "Write `| lines: …` once."),
        ("text", "who | Wie? | hint: oma | Nu", "something stands between bars", "A field knows: hint, lines."),
        ("text", "who | Wie? | hint: **oma**", "Markdown or HTML in it (**)", "plain text"),
        ("date", "day | Wanneer? | hint: gauw", "more bars than a [date] can have", "Leave out the last bar"),
        (" ", "who | Wie? | Nu", "more bars than a [ ] can have", "Leave out the last bar"),
        ("line", "who | Wie helpt {name}?", "has a blank: {name}", "Only a [sentence] has blanks."),
        ("line", "who | **Wie**?", "Markdown or HTML in it (**)", "plain text"),
        ("line", "who | Zie [hier](a.md)", "Markdown or HTML in it (]()", "plain text"),
        ("choose", "a | Waar? | in: `Binnen` | out: Buiten", "Markdown or HTML in it (`)", "plain text"),
        ("scale", "a | Hoe? | <b>niet</b> | heel", "Markdown or HTML in it (<b)", "plain text"),
        ("choose", "a | Waar?", "there are 0 choices", "Write `- [choose] name"),
        ("choose", "a | Waar? | in: Binnen", "there is 1 choice;", "Write `- [choose] name"),
        ("choose", "a | A? | a: A | b: B | c: C | d: D | e: E | f: F | g: G", "there are 7 choices", "Write"),
        ("choose", "a | Waar? | in: Binnen | in: Buiten", "'in' is there twice", "Rename"),
        ("choose", "a | Waar? | Binnen | out: Buiten", "'Binnen' cannot be read", "Write `- [choose] name"),
        ("choose", "a | Waar? | In: Binnen | out: Buiten", "'In: Binnen' cannot be read", "Write `- [choose] name"),
        ("choose", "a | Waar? | in: | out: Buiten", "'in:' cannot be read", "Write `- [choose] name"),
        ("scale", "a | Hoe? | niet", "what its two ends mean", "what 0 means | what 10 means"),
        ("scale", "a | Hoe? | niet | heel | meer", "what its two ends mean", "what 0 means"),
        ("scale", "a | Hoe? | niet |", "what its two ends mean", "what 0 means"),
        ("sentence", "a | Ik ga.", "'a' has no blank", "such as {worry}"),
        ("sentence", "a | Ik {Step}.", "{Step} cannot be used", "lower-case letters"),
        ("sentence", "a | Ik {}.", "{} cannot be used", "lower-case letters"),
        ("sentence", "a | {step} en {step}.", "{step} is there twice", "a name of its own"),
        ("sentence", "a | {step} en {worry", "loose {", "Write each blank as {name}."),
        (
            "draw: tree",
            "a | Teken",
            "no outline 'tree'",
            "Use one of: house, house-sun, house-cloud, house-stars, circles, panel",
        ),
    ],
)
def test_a_wrong_field_says_what_is_wrong_and_what_to_write(kind: str, rest: str, says: str, remedy: str) -> None:
    with pytest.raises(FieldError) as raised:
        read_field(kind, rest)
    assert says in str(raised.value)
    assert remedy in raised.value.remedy


@pytest.mark.parametrize("kind", KINDS.values())
def test_messages_name_a_kind_as_an_author_writes_it(kind: str) -> None:
    found = ENTRY.match(f"- {written_kind(kind)} name | Label")
    assert found is not None
    assert KINDS[found[1].strip()] == kind


def test_messages_name_an_outline_as_an_author_writes_it() -> None:
    assert written_kind("drawing", "house") == "[draw: house]"


@pytest.mark.parametrize(
    "line", ["- [een link](pagina.md)", "- gewoon", "[line] who | Wie?", "    - [line] who | Wie?"]
)
def test_other_lines_are_no_fields(line: str) -> None:
    assert ENTRY.match(line) is None


def test_a_signature_in_a_table_is_for_paper_only() -> None:
    who, signed = Field("line", "who", "Wie?"), Field("signature", "signed", "Handtekening")
    assert Table("tasks", "Taken", (who, signed), (), 3, is_week=False).filled_columns == (who,)
