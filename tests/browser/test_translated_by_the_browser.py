"""A page that the browser translates works on: families who read neither language are those who translate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_translator import LANGUAGE, translate
from filled_form import PASSPHRASE, FilledForm, turn_to_form
from playwright.sync_api import Page, expect
from printed_sheets import PrintedSheets
from site_server import SiteServer

# A page with a form of each kind, in both languages by turns.
FORMS = {
    "a list": "werk/lijsten/zes-vragen/",
    "a worksheet": "en/work/sheets/stress-and-calm/",
    "a drawing": "werk/bladen/drie-huizen/",
    "a sheet for home": "en/home/sheets/time-out-sheet/",
    "a module": "leren/openen/",
}


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page whose scripts may not fail."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    yield page
    assert errors == []


@pytest.mark.parametrize("when", ["before the script of forms", "after it"])
@pytest.mark.parametrize("kind", FORMS)
def test_a_form_works_on(page: Page, server: SiteServer, tmp_path: Path, kind: str, when: str) -> None:
    page.goto(server.url + FORMS[kind])
    if when == "after it":
        turn_to_form(page)
    translate(page)
    form = FilledForm(page, tmp_path)
    empty = form.state()
    form.fill()
    filled = form.state()
    assert filled != empty
    expect(page.locator("html")).to_have_attribute("lang", LANGUAGE)

    page.locator(".language-switch a").first.click()
    expect(page.locator("[data-message]")).not_to_be_empty()
    expect(page.locator("html")).not_to_have_attribute("lang", LANGUAGE)
    assert form.state() == filled
    translate(page)
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).not_to_have_attribute("lang", LANGUAGE)
    assert form.state() == filled

    page.locator('[data-action="clear"]').click()
    assert form.state() == empty
    page.locator('[data-action="undo"]').click()
    assert form.state() == filled
    if kind not in ("a sheet for home", "a module"):
        # What the professional keeps is in a locked file only.
        is_locked = page.locator("[data-paper=professional]").count() > 0
        kept = form.save("save-locked" if is_locked else "save")
        page.locator('[data-action="clear"]').click()
        form.open(kept, PASSPHRASE if is_locked else None)
        expect(page.locator("[data-file-message]")).not_to_be_empty()
        expect(page.locator(".part textarea, .form-item textarea").first).not_to_have_value("")
        assert form.state() == filled
    page.evaluate("window.print = () => {}")
    page.locator('[data-action="print-filled"]').first.click()
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    assert "woord1x" in PrintedSheets(tmp_path / "print.pdf").words


def test_the_training_explains_what_was_chosen(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "en/learn/opening/")
    translate(page)
    question = page.locator('.question[data-asks="one"]').first
    question.locator("[data-answer]").first.check()
    question.locator("[data-check]").click()
    expect(question.locator("[data-verdict]")).not_to_be_empty()
    expect(question.locator("[data-entry]:visible")).not_to_have_count(0)


def test_the_search_finds(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/pauze/")
    translate(page)
    page.locator(".md-search__input").click()
    page.keyboard.type("codewoord")
    expect(page.locator(".search-results__list a").first).to_be_visible()


def test_a_language_that_lacks_a_part_says_which_and_takes_nothing_away(server: SiteServer, browser: object) -> None:
    page = browser.new_context().new_page()  # type: ignore[attr-defined]
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server.url + FORMS["a worksheet"])
    turn_to_form(page)
    answer = page.locator(".part textarea").first
    answer.fill("blijft staan")
    other = page.locator(".language-switch a").first.evaluate("link => link.href")
    text = page.request.get(other).text()
    assert " data-message>" in text
    page.route(other, lambda route: route.fulfill(body=text.replace(" data-message>", ">"), content_type="text/html"))
    page.locator(".language-switch a").first.click()
    expect(page.locator("[data-message]")).to_contain_text("What you filled in is still there")
    expect(page.locator("html")).to_have_attribute("data-language", "en")
    expect(answer).to_have_value("blijft staan")
    assert errors == ['Form: no [data-message] in <form class="form">']
    # And the form works on.
    page.locator('[data-action="clear"]').click()
    expect(answer).to_have_value("")
    page.context.close()
