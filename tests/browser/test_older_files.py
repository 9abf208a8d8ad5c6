"""A file that a reader kept goes on opening: names were changed or dropped meanwhile, or the site is another year's."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import locked_file
import pytest
from built_site import BuiltSite
from filled_form import PASSPHRASE, FilledForm, said, turn_to_form
from hostile_files import readable_file, signed
from houvast.data.form_names import load_names
from playwright.sync_api import Page, expect
from project_root import ROOT
from site_languages import WHOLE
from site_server import SiteServer
from small_project import SmallProject

KEPT = ROOT / "tests/kept_files"
NAMES = load_names(ROOT / "data/form-names.yml")
PAGES = {
    "safety-plan": ("werk/bladen/veiligheidsplan/", "en/work/sheets/safety-plan/"),
    "three-houses": ("werk/bladen/drie-huizen/", "en/work/sheets/three-houses/"),
    "six-questions": ("werk/lijsten/zes-vragen/", "en/work/lists/six-questions/"),
}

# Sheets that had files of their own then.
NOT_SAVED_ANY_MORE = {"code-word", "pocket-card", "safety-signals"}


def chosen(content: bytes) -> dict[str, Any]:
    return {"name": "notities.json", "mimeType": "application/json", "buffer": content}


@pytest.mark.parametrize("language", [0, 1], ids=["in Dutch", "in English"])
@pytest.mark.parametrize("form", PAGES)
def test_a_file_of_version_1_opens_whole(
    page: Page, server: SiteServer, tmp_path: Path, form: str, language: int
) -> None:
    # Saved by the first version of the site that could save; these files are never made anew.
    file = KEPT / f"version-1/{form}.json"
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + PAGES[form][language])
    turn_to_form(page)
    opened = FilledForm(page, tmp_path)
    opened.open(file)
    expect(opened.message).not_to_be_empty()
    # What has no place any more is called by what was asked.
    assert [label for label in page.locator("[data-unmatched] dt").all_text_contents() if "/" in label] == []
    # What the professional keeps is in no other file than a locked one.
    saved = opened.save("save-locked").read_bytes()
    again = json.loads(locked_file.open_file(saved, PASSPHRASE))
    assert values(again["answers"]) == values(json.loads(file.read_text("utf-8"))["answers"])


@pytest.mark.parametrize("file", sorted((KEPT / "2026-11").iterdir()), ids=lambda file: file.stem)
def test_a_file_of_before_the_sheets_were_written_anew_opens_whole_in_every_language(
    page: Page, server: SiteServer, site: BuiltSite, tmp_path: Path, file: Path
) -> None:
    # One of each form, every field filled in, saved by the site as it was then; these files are never made anew.
    form = NAMES.renamed_forms.get(file.stem, file.stem)
    kept = json.loads(file.read_text("utf-8"))["answers"]
    page.on("dialog", lambda dialog: dialog.accept())
    for language in WHOLE:
        address = next(one for one in site.in_language(language) if form_on(site, one) == form)
        page.goto(server.url + address)
        turn_to_form(page)
        opened = FilledForm(page, tmp_path)
        opened.open(file)
        expect(opened.message).to_have_text(re.compile(r"\w"))
        assert [label for label in page.locator("[data-unmatched] dt").all_text_contents() if "/" in label] == []
        if not page.locator('[data-action="save-locked"]').count():
            # A sheet of which no file can be saved any more shows what an older one held.
            assert file.stem in NOT_SAVED_ANY_MORE
            shown = [*map(str, opened.state().values()), *page.locator("[data-unmatched] dd").all_text_contents()]
            assert {text for text in values(kept) if text.startswith("antwoord")} <= set("\n".join(shown).split("\n"))
            continue
        # What the professional keeps is in no other file than a locked one.
        again = json.loads(locked_file.open_file(opened.save("save-locked").read_bytes(), PASSPHRASE))
        assert values(again["answers"]) == values(kept)


def form_on(site: BuiltSite, address: str) -> str | None:
    """The form on a page."""
    forms = site.tree(address).xpath("//form/@data-form")
    return forms[0] if forms else None


def values(answers: object) -> list[str]:
    """All that was filled in, whatever it is called by now."""
    if isinstance(answers, dict | list):
        parts = answers.values() if isinstance(answers, dict) else answers
        return sorted(value for part in parts for value in values(part))
    return [str(answers)]


# The same answers as in the readable file, locked by each version of locked files; these are never made anew either.
# What it was locked with, and what else opens it.
LOCKED = {
    "version-1/locked-plain.json": ["fiets regen appel trein", "Fiets  regen appel TREIN "],
    "version-1/locked-as-typed.json": ["Oma’s  Fiets – regen ’s avonds"],
    "version-2/locked.json": ["Oma’s  Fiets – regen ’s avonds", "oma's fiets - regen 's avonds"],
}


@pytest.mark.parametrize(("file", "passphrase"), [(file, typed) for file in LOCKED for typed in LOCKED[file]])
def test_a_locked_file_of_any_version_opens_whole(
    page: Page, server: SiteServer, tmp_path: Path, file: str, passphrase: str
) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + PAGES["six-questions"][0])
    turn_to_form(page)
    opened = FilledForm(page, tmp_path)
    opened.open(KEPT / file, passphrase)
    expect(opened.message).to_have_text(said("nl", "opened"))
    again = json.loads(opened.save().read_text("utf-8"))
    assert again["answers"] == json.loads((KEPT / "version-1/six-questions.json").read_text("utf-8"))["answers"]


def test_a_file_of_version_1_still_takes_another_passphrase_for_wrong(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    page.goto(server.url + PAGES["six-questions"][1])
    turn_to_form(page)
    opened = FilledForm(page, tmp_path)
    opened.open(KEPT / "version-1/locked-as-typed.json", "oma's fiets - regen 's avonds")
    expect(opened.message).to_have_text(said("en", "file_wrong_passphrase"))


def test_answers_go_to_the_new_names_and_what_has_none_is_shown_by_its_label(
    page: Page, small_project: SmallProject, tmp_path: Path
) -> None:
    answers = {
        "before/quiet": True,
        "before/author": "Sam",
        "before/place": "garden",
        "before/to-say": {"fear": "het huis", "step": "bellen"},
        "before/mood": "een oud antwoord",
        "together/tasks": [{"person": "Noor", "works": "good"}],
        "together/day": {"dawn": {"what": "ontbijten"}, "dusk": {"what": "afwassen"}},
        "together/chores": [{"which": "ramen"}],
    }
    names = "data/form-names.yml"
    renamed = """    renamed:
      before/author: before/who
      before/place=garden: before/place=outside
      before/to-say/fear: before/to-say/worry
      together/tasks/person: together/tasks/doer
      together/day@dawn: together/day@morning
    retired:
      before/mood: {nl: "Hoe voelde het?", en: "How did it feel?"}
      together/day@dusk: {nl: "Avond", en: "Evening"}
      together/chores/which: {nl: "Welke klus?", en: "Which chore?"}
"""
    small_project.change(names, "  agreements:\n", f"  agreements:\n{renamed}")
    small_project.change(names, "renamed_forms: {}", "renamed_forms: {old-agreements: agreements}")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    page.on("dialog", lambda dialog: dialog.accept())
    with SiteServer(small_project.site) as server:
        for address, label in (("blad/", "Hoe voelde het?"), ("en/sheet/", "How did it feel?")):
            page.goto(server.url + address)
            turn_to_form(page)
            opened = FilledForm(page, tmp_path)
            opened.choose_file(chosen(signed(readable_file(answers, form="old-agreements"))))
            unmatched = page.locator("[data-unmatched]")
            expect(unmatched).to_contain_text(label)
            expect(unmatched).to_contain_text("een oud antwoord")
            # What is gone of a table is called by its row or its column.
            gone = [label, *({"blad/": ["Avond", "Welke klus?"], "en/sheet/": ["Evening", "Which chore?"]}[address])]
            assert sorted(unmatched.locator("dt").all_text_contents()) == sorted(gone)
            assert {"een oud antwoord", "afwassen", "ramen"} == set(unmatched.locator("dd").all_text_contents())
            saved = json.loads(opened.save().read_text("utf-8"))
            assert saved["form"] == "agreements"
            assert saved["answers"] == {
                "before/quiet": True,
                "before/who": "Sam",
                "before/place": "outside",
                "before/to-say": {"worry": "het huis", "step": "bellen"},
                "before/mood": "een oud antwoord",
                "together/tasks": [{"doer": "Noor", "works": "good"}],
                "together/day": {"morning": {"what": "ontbijten"}},
                "together/day/dusk/what": "afwassen",
                "together/chores": [{"which": "ramen"}],
            }


def test_a_choice_that_is_not_offered_any_more_is_shown(
    page: Page, small_project: SmallProject, tmp_path: Path
) -> None:
    assert small_project.build().returncode == 0
    answers = {"before/place": "cellar", "together/tasks": [{"doer": "Noor", "works": "perhaps"}]}
    with SiteServer(small_project.site) as server:
        page.goto(server.url + "blad/")
        turn_to_form(page)
        opened = FilledForm(page, tmp_path)
        opened.choose_file(chosen(signed(readable_file(answers, form="agreements"))))
        for gone in ("cellar", "perhaps"):
            expect(page.locator("[data-unmatched]")).to_contain_text(gone)
        assert page.locator("[name='together/tasks/1/doer']").input_value() == "Noor"
