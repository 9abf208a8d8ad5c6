"""The tips as data: as the schema says, with all that belongs to a tip, and nothing that is for a screen only."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest
from built_site import LANGUAGES, BuiltSite
from houvast.output.tips_file import FILE
from project_root import ROOT
from small_project import SmallProject

SCHEMA = json.loads((ROOT / "overrides/assets/tips-1.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def data(site: BuiltSite) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site.folder / FILE).read_text("utf-8"))
    return read


def test_the_file_is_as_its_schema_says_which_lies_beside_it(site: BuiltSite, data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(data, SCHEMA)
    assert json.loads((site.folder / "assets" / data["$schema"]).read_text("utf-8")) == SCHEMA


@pytest.mark.parametrize("name", SCHEMA["$defs"]["tip"]["properties"])
def test_a_tip_that_lacks_something_is_not_as_the_schema_says(data: dict[str, Any], name: str) -> None:
    broken = copy.deepcopy(data)
    del broken["tips"][0][name]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tip_of_a_page_is_there_with_what_it_says(site: BuiltSite, data: dict[str, Any], language: str) -> None:
    tips = {tip["id"]: tip for tip in data["tips"] if tip["language"] == language}
    refusing = site.pages_with("//body[@data-refuses-paper]")
    assert refusing
    for address in site.in_language(language):
        for section in site.tree(address).xpath('//article//section[@class="tip"]'):
            name = section.get("data-tip")
            if address in refusing:
                assert name not in tips, "it is for a screen only"
                continue
            tip = tips.pop(name)
            assert tip["page"].endswith(f"{address}#{name}")
            assert [item["id"] for item in tip["items"]] == section.xpath(".//li/@data-item")
            warnings = section.xpath('.//div[contains(concat(" ", @class, " "), " warning ")]')
            assert len(tip["warnings"]) == len(warnings)
            assert tip["text"]
            assert tip["sources"] == section.get("data-sources").split()
    assert not tips, "no page has these"


def test_languages_have_the_same_tips_for_the_same_people_from_the_same_sources(data: dict[str, Any]) -> None:
    compared = {
        language: {
            tip["id"]: (tip["audience"], tip["sources"], len(tip["warnings"]), [item["id"] for item in tip["items"]])
            for tip in data["tips"]
            if tip["language"] == language
        }
        for language in LANGUAGES
    }
    first, *others = compared.values()
    assert first
    assert all(other == first for other in others)


def test_every_source_that_is_named_has_its_title(data: dict[str, Any]) -> None:
    named = {point.partition("/")[0] for tip in data["tips"] for point in tip["sources"]}
    assert named == set(data["sources"])


def test_what_is_said_of_the_site_is_what_it_is(small_project: SmallProject) -> None:
    small_project.write("CHANGELOG.md", "# Changelog\n\n## 2.3.4 - 2026-11-27\n")
    assert small_project.build(SITE_URL="https://example.org/safe/").returncode == 0
    data = json.loads((small_project.site / FILE).read_text("utf-8"))
    jsonschema.validate(data, SCHEMA)
    assert (data["site"], data["address"], data["release"]) == ("Houvast", "https://example.org/safe/", "2.3.4")
    assert data["licence"] in (ROOT / "LICENSE.md").read_text("utf-8")
    assert data["tips"][0]["page"].startswith("https://example.org/safe/vragen/#")
