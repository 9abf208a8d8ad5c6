"""A reader fills a list in: ticks, answers, sets aside, sees progress, copies, clears and undoes, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from filled_form import turn_to_form
from playwright.sync_api import Browser, Locator, Page, expect
from site_server import SiteServer


@dataclass(frozen=True)
class Words:
    """A list's address and the words that its reader sees."""

    address: str
    progress: str
    copy: str
    clear: str
    undo: str
    not_applicable: str
    cleared: str
    nothing: str
    copied: str
    answer: str


LISTS = {
    "nl": Words(
        "werk/lijsten/voor-je-belt/",
        "{} van {}",
        "Kopieer als tekst",
        "Maak leeg",
        "Zet terug",
        "[n.v.t.]",
        "Alles is leeg.",
        "Er is niets ingevuld.",
        "De tekst is gekopieerd.",
        "Antwoord",
    ),
    "en": Words(
        "en/work/lists/before-a-call/",
        "{} of {}",
        "Copy as text",
        "Clear all",
        "Put it back",
        "[n/a]",
        "Everything is empty.",
        "Nothing is filled in.",
        "The text has been copied.",
        "Answer",
    ),
}


class FilledList:
    """The first list that asks for answers, as its reader handles it."""

    def __init__(self, page: Page, words: Words) -> None:
        self.page = page
        self.words = words
        self.items = page.locator("[data-item]")
        self.total = self.items.count()
        self.questions = page.locator('[data-kind="ask"]')
        self.message = page.locator("[data-message]")

    def tick(self, item: Locator) -> Locator:
        return item.locator('input[type="checkbox"]').first

    def not_applicable(self, item: Locator) -> Locator:
        return item.locator('[name$="/not-applicable"]')

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def expect_done(self, count: int) -> None:
        expect(self.page.locator("[data-progress]")).to_have_text(self.words.progress.format(count, self.total))


@pytest.fixture(params=LISTS)
def form(request: pytest.FixtureRequest, page: Page, server: SiteServer) -> FilledList:
    words = LISTS[request.param]
    page.goto(server.url + words.address)
    turn_to_form(page)
    return FilledList(page, words)


def test_a_click_on_the_text_ticks_the_item(form: FilledList) -> None:
    form.expect_done(0)
    form.items.first.locator(".form-item__text").click()
    expect(form.tick(form.items.first)).to_be_checked()
    form.expect_done(1)


def test_ticked_answered_and_set_aside_all_count_once(form: FilledList) -> None:
    assert form.total >= 6
    form.tick(form.items.nth(0)).check()
    form.not_applicable(form.items.nth(1)).check()
    form.expect_done(2)
    question = form.questions.nth(2)
    question.locator("textarea").fill("een antwoord")
    form.expect_done(3)
    form.tick(question).check()
    form.expect_done(3)
    question.locator("textarea").fill("   ")
    form.tick(question).uncheck()
    form.expect_done(2)


def test_an_item_is_done_or_does_not_apply_not_both(form: FilledList) -> None:
    item = form.items.first
    form.tick(item).check()
    form.not_applicable(item).check()
    expect(form.tick(item)).not_to_be_checked()
    form.tick(item).check()
    expect(form.not_applicable(item)).not_to_be_checked()
    form.expect_done(1)


def test_warnings_are_notes_that_their_groups_point_to(form: FilledList) -> None:
    groups = form.page.locator("fieldset[aria-describedby]")
    assert groups.count() >= 2
    for group in groups.all():
        for place in (group.get_attribute("aria-describedby") or "").split():
            note = form.page.locator(f"#{place} [role=note]").first
            assert note.get_attribute("aria-label") == note.locator(".admonition-title").inner_text()


def test_progress_and_messages_are_spoken(form: FilledList) -> None:
    # An <output> and role=status are live regions: a screen reader speaks a change of their text.
    form.page.locator("details.form__more").evaluate("details => { details.open = true; }")
    expect(form.page.locator("article").get_by_role("status")).to_have_count(3)
    assert form.page.locator("output[data-progress]").count() == 1
    assert form.message.get_attribute("role") == "status"


def test_every_field_has_a_name_that_a_screen_reader_says(form: FilledList) -> None:
    for index in range(form.questions.count()):
        text = form.questions.nth(index).locator(".form-item__text").inner_text()
        name = f"{form.words.answer}: {text}"
        expect(form.page.get_by_role("textbox", name=name, exact=True)).to_have_count(1)
        expect(form.page.get_by_role("checkbox", name=text, exact=True)).to_have_count(1)


def test_clearing_empties_everything_and_can_be_undone(form: FilledList) -> None:
    answer = form.questions.first.locator("textarea")
    answer.fill("regel een\nregel twee")
    form.not_applicable(form.items.nth(1)).check()
    form.expect_done(2)
    form.button(form.words.clear).click()
    form.expect_done(0)
    expect(answer).to_have_value("")
    expect(form.message).to_have_text(form.words.cleared)
    expect(form.button(form.words.undo)).to_be_focused()
    form.button(form.words.undo).click()
    form.expect_done(2)
    expect(answer).to_have_value("regel een\nregel twee")
    expect(form.not_applicable(form.items.nth(1))).to_be_checked()
    expect(form.button(form.words.undo)).to_be_hidden()


def test_what_was_cleared_is_gone_once_the_reader_goes_on(form: FilledList) -> None:
    form.questions.first.locator("textarea").fill("weg ermee")
    form.button(form.words.clear).click()
    form.tick(form.items.nth(1)).check()
    expect(form.button(form.words.undo)).to_be_hidden()


def test_clearing_an_empty_list_says_so(form: FilledList) -> None:
    form.button(form.words.clear).click()
    expect(form.message).to_have_text(form.words.nothing)
    expect(form.button(form.words.undo)).to_be_hidden()


def test_the_answers_are_copied_as_plain_text(form: FilledList) -> None:
    page, words = form.page, form.words
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    question = form.questions.first
    question.locator("textarea").fill("regel een\n<b>regel</b> twee")
    aside, open_item = form.items.nth(form.total - 1), form.items.nth(form.total - 2)
    form.not_applicable(aside).check()
    form.button(words.copy).click()
    expect(form.message).to_contain_text(words.copied)
    lines = page.evaluate("navigator.clipboard.readText()").replace("\r", "").split("\n")
    assert lines[0] == page.locator("h1").inner_text()
    place = lines.index(f"[x] {question.locator('.form-item__text').inner_text()}")
    assert lines[place + 1 : place + 3] == ["    regel een", "    <b>regel</b> twee"]
    assert f"{words.not_applicable} {aside.locator('.form-item__text').inner_text()}" in lines
    assert f"[ ] {open_item.locator('.form-item__text').inner_text()}" in lines
    for legend in page.locator("legend").all_inner_texts():
        assert legend in lines


@pytest.fixture
def page_without_clipboard(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    # What a page on plain http has: no clipboard interface at all.
    context.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", LISTS)
def test_without_a_clipboard_the_text_is_shown_selected(
    page_without_clipboard: Page, server: SiteServer, language: str
) -> None:
    page, words = page_without_clipboard, LISTS[language]
    page.goto(server.url + words.address)
    turn_to_form(page)
    page.locator("[data-kind=ask] textarea").first.fill("een antwoord")
    page.get_by_role("button", name=words.copy).click()
    area = page.locator("[data-copy-text]")
    expect(area).to_be_visible()
    expect(area).to_be_focused()
    selected = area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert selected == area.input_value()
    assert "    een antwoord\n" in selected
    page.locator('[data-action="close-copy"]').click()
    expect(area).to_be_hidden()
    expect(area).to_have_value("")
    expect(page.get_by_role("button", name=words.copy)).to_be_focused()


def test_enter_sends_nothing(form: FilledList) -> None:
    address = form.page.url
    form.tick(form.items.first).focus()
    form.page.keyboard.press("Enter")
    form.page.evaluate("document.querySelector('form[data-form]').requestSubmit()")
    form.expect_done(0)
    assert form.page.url == address
