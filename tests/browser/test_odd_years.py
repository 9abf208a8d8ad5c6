"""A date with a year that can hardly be meant is noticed, and is not lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from built_site import BuiltSite
from filled_form import FilledForm, said
from hostile_files import readable_file, signed
from lxml import html
from playwright.sync_api import Locator, Page, expect
from site_server import SiteServer

SHEETS = {"nl": "werk/bladen/stappen-vastleggen/", "en": "en/work/sheets/steps-log/"}
ODD = "0026-03-01"


def field(page: Page) -> Locator:
    return page.locator(".field[data-kind=date] input").first


def cell(page: Page) -> Locator:
    return page.locator(".row input[type=date]").first


def test_every_date_has_a_first_and_a_last_year(site: BuiltSite) -> None:
    for path in sorted(site.folder.rglob("*.html")):
        for date in html.fromstring(path.read_text("utf-8")).xpath('//input[@type="date"]'):
            assert (date.get("min"), date.get("max")) == ("1900-01-01", "2100-12-31"), path


@pytest.mark.parametrize("where", [field, cell])
@pytest.mark.parametrize("language", SHEETS)
def test_the_year_26_is_noticed_when_the_field_is_left(
    page: Page, server: SiteServer, tmp_path: Path, language: str, where: Callable[[Page], Locator]
) -> None:
    page.goto(server.url + SHEETS[language])
    FilledForm(page, tmp_path)
    date = where(page)
    note = page.locator(".year-note")
    message = page.locator("[data-message]")
    date.focus()
    # As a year is typed: it is 2, 20 and 202 before it is 2026.
    for value in ("0002-03-01", "0020-03-01", "0202-03-01", "2026-03-01"):
        date.fill(value)
        expect(note).to_have_count(0)
    page.locator("h1").click()
    expect(note).to_have_count(0)
    expect(message).to_have_text("")

    date.focus()
    date.fill(ODD)
    page.keyboard.press("Shift+Tab")
    expect(note).to_be_visible()
    expect(note).to_have_text(said(language, "year_odd"))
    expect(message).to_have_text(said(language, "year_odd"))
    expect(date).to_have_value(ODD)
    expect(date).to_have_accessible_description(said(language, "year_odd"))
    # On paper it would be a part of the answer.
    page.emulate_media(media="print")
    expect(note).to_be_hidden()
    page.emulate_media(media="screen")
    date.fill("2026-03-01")
    expect(note).to_have_count(0)
    expect(message).to_have_text("")
    expect(date).to_have_accessible_description("")


def test_the_keys_for_a_year_of_two_figures_are_noticed(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + SHEETS["en"])
    FilledForm(page, tmp_path)
    date = field(page)
    date.focus()
    # The browser's own order of day, month and year differs; these are a day in any.
    page.keyboard.type("030326")
    expect(date).to_have_value("0026-03-03")
    page.locator("h1").click()
    expect(page.locator(".year-note")).to_be_visible()


def test_what_is_pressed_next_is_still_there_when_it_is_let_go(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + SHEETS["en"])
    FilledForm(page, tmp_path)
    date = cell(page)
    date.focus()
    date.fill(ODD)
    row = page.locator(".row").filter(has=page.locator(f"[name='{date.get_attribute('name')}']"))
    below = row.locator("xpath=following::button").first
    below.scroll_into_view_if_needed()
    before = below.bounding_box()
    below.hover()
    page.mouse.down()
    expect(date).not_to_be_focused()
    assert below.bounding_box() == before
    page.mouse.up()
    expect(page.locator(".year-note")).to_be_visible()


def test_an_older_file_with_such_a_date_opens_and_keeps_it(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + SHEETS["nl"])
    filled = FilledForm(page, tmp_path)
    name = str(filled.form.get_attribute("data-form"))
    answers = {str(page.locator(".field[data-kind=date]").first.get_attribute("data-field")): ODD}
    content = signed(readable_file(answers, form=name))
    filled.choose_file({"name": "notities.json", "mimeType": "application/json", "buffer": content})
    expect(filled.message).not_to_be_empty()
    expect(field(page)).to_have_value(ODD)
    expect(page.locator(".year-note")).to_have_count(1)
    assert json.loads(filled.save().read_text("utf-8"))["answers"] == answers
    page.locator('[data-action="clear"]').click()
    expect(page.locator(".year-note")).to_have_count(0)
