"""A field takes as much text as a file may hold, and what describes the file says so."""

from __future__ import annotations

import json
import re

import pytest
from built_site import BuiltSite
from houvast.checks.answer_limits import MAX_TEXT_LENGTH
from project_root import ROOT


def test_files_hold_as_much_as_a_field_takes() -> None:
    script = (ROOT / "overrides/scripts/files/form-file.js").read_text("utf-8")
    assert re.findall(r"\bMAX_TEXT_LENGTH = (\d+);", script) == [str(MAX_TEXT_LENGTH)]


def test_the_schema_of_files_allows_as_much() -> None:
    schema = json.loads((ROOT / "overrides/assets/form-answers-1.schema.json").read_text("utf-8"))
    assert schema["$defs"]["text"]["maxLength"] == MAX_TEXT_LENGTH


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_about_files_says_as_much(language: str) -> None:
    page = (ROOT / f"docs/{language}/over/bestandsformaat.md").read_text("utf-8")
    assert re.findall(r"^(?:een tekst|a text) +(\d+) UTF-16", page, re.MULTILINE) == [str(MAX_TEXT_LENGTH)]


def test_every_field_for_text_takes_as_much(site: BuiltSite) -> None:
    fields = [
        field
        for address in ("werk/bladen/veiligheidsplan/", "werk/lijsten/voor-je-belt/")
        for field in site.tree(address).xpath("//form[@data-form]//*[self::textarea or self::input[@type='text']]")
        if not field.xpath("ancestor::*[@class='form__tools' or @data-copy-box]")
    ]
    assert len(fields) > 20
    assert {field.get("maxlength") for field in fields} == {str(MAX_TEXT_LENGTH)}
