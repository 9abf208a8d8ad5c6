"""A long worksheet on a phone: short when it is empty, opened part by part, and nothing that is filled in is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filled_form import FilledForm, come_back, said, turn_to_form
from hostile_files import readable_file, signed
from playwright.sync_api import Browser, Page, expect
from printed_sheets import PrintedSheets
from site_server import SiteServer

PLANS = {"nl": "werk/bladen/veiligheidsplan/", "en": "en/work/sheets/safety-plan/"}
HIGHEST = 9000


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", PLANS)
def test_the_whole_plan_is_short_when_it_is_empty(phone: Page, server: SiteServer, language: str) -> None:
    phone.goto(server.url + PLANS[language])
    turn_to_form(phone)
    height = "document.documentElement.scrollHeight"
    assert phone.evaluate(height) < HIGHEST
    assert phone.locator(".part[data-folds]").count() == phone.locator(".part").count() - 1
    # What is folded is so on a phone alone.
    phone.set_viewport_size({"width": 1000, "height": 844})
    for part in phone.locator(".part__body").all():
        expect(part).to_be_visible()
    expect(phone.locator("[data-unfold]").first).to_be_hidden()
    expect(phone.locator(".part-contents")).to_be_hidden()


@pytest.mark.parametrize("language", PLANS)
def test_each_table_has_one_open_row_and_another_when_it_is_asked_for(
    phone: Page, server: SiteServer, language: str
) -> None:
    phone.goto(server.url + PLANS[language])
    turn_to_form(phone)
    for table in phone.locator(".field--table").all():
        rows = table.locator(".row")
        if table.get_attribute("data-fixed") is None:
            assert rows.count() == 1
        else:
            assert rows.evaluate_all("all => all.map((row) => row.open)") == [True] + [False] * (rows.count() - 1)
    people = phone.locator("[data-field='makers/people']")
    on_paper = people.locator("tbody tr").count()
    people.locator("[data-add-row]").click()
    row = {"nl": "Persoon 2", "en": "Person 2"}[language]
    expect(phone.locator("[data-message]")).to_have_text(said(language, "row_added").replace("{row}", row))
    assert people.locator("legend").all_inner_texts()[1] == row
    assert people.locator("tbody tr").count() == on_paper
    for _ in range(on_paper - 1):
        people.locator("[data-add-row]").click()
    assert people.locator("tbody tr").count() == on_paper + 1


def test_a_part_is_opened_by_its_button_and_by_the_contents(phone: Page, server: SiteServer) -> None:
    phone.goto(server.url + PLANS["nl"])
    part = phone.locator("[data-part=conditions]")
    expect(part.locator(".part__body")).to_be_hidden()
    # The first touch loads the script and is then done again.
    part.locator("[data-unfold]").click()
    expect(part.locator(".part__body")).to_be_visible()
    expect(part.locator("[data-unfold]")).to_be_hidden()
    expect(part.locator("h2")).to_be_focused()

    contents = phone.locator(".part-contents")
    phone.mouse.wheel(0, 2500)
    expect(contents).to_be_in_viewport()
    contents.locator("summary").click()
    links = contents.locator("a")
    assert links.all_inner_texts() == phone.locator(".part h2").all_inner_texts()
    address = phone.url
    history = phone.evaluate("history.length")
    links.filter(has_text="Wat de kinderen weten").click()
    expect(phone.locator("[data-part=children] .part__body")).to_be_visible()
    heading = phone.locator("#children")
    expect(heading).to_be_focused()
    box, bar = heading.bounding_box(), contents.bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] >= bar["y"] + bar["height"], "the heading is not below the bar that stays"
    assert not contents.evaluate("contents => contents.open")
    # The address names no part, and there is no step back to it.
    assert (phone.url, phone.evaluate("history.length")) == (address, history)
    # A short version has fewer.
    phone.locator("[name=short-version]").check()
    contents.locator("summary").click()
    expect(links).to_have_count(phone.locator(".part[data-short]").count())


def test_what_is_folded_is_printed_and_what_is_filled_in_is_open(
    phone: Page, server: SiteServer, tmp_path: Path
) -> None:
    phone.goto(server.url + PLANS["nl"])
    plan = FilledForm(phone, tmp_path)
    phone.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    come_back(phone)
    words = PrintedSheets(tmp_path / "print.pdf").words
    for heading in phone.locator(".part:not([data-paper=professional]) h2").all_inner_texts():
        assert heading in words
    answers = {"children/agreed": "uit het bestand", "everyday/moments": {"weekend": {"agreed": "naar oma"}}}
    content = signed(readable_file(answers, form="safety-plan"))
    plan.choose_file({"name": "notities.json", "mimeType": "", "buffer": content})
    expect(phone.locator("[name='children/agreed']")).to_be_visible()
    expect(phone.locator("[name='everyday/moments/weekend/agreed']")).to_be_visible()
    expect(phone.locator("[data-part=conditions] .part__body")).to_be_hidden()


@pytest.mark.parametrize("language", PLANS)
def test_print_and_copy_are_there_again_at_the_end(phone: Page, server: SiteServer, language: str) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.goto(server.url + PLANS[language])
    turn_to_form(phone)
    end = phone.locator(".form__end")
    phone.evaluate("window.print = () => { window.asked = document.querySelector('form[data-form]').dataset.print; }")
    end.locator("[data-also=print-filled]").click()
    assert phone.evaluate("window.asked") == "filled"
    phone.locator("[data-part=why] [data-unfold]").click()
    phone.locator("[data-part=why] textarea").first.fill("een antwoord")
    end.locator("[data-also=copy]").click()
    expect(end.locator(".form__message")).to_have_text(said(language, "copied"))
    assert "een antwoord" in phone.evaluate("navigator.clipboard.readText()")
    assert end.evaluate("end => end.previousElementSibling.matches('.part:last-of-type')")


def test_at_home_nothing_is_copied_at_the_end_either(phone: Page, server: SiteServer) -> None:
    phone.goto(server.url + "thuis/bladen/pauze/")
    turn_to_form(phone)
    expect(phone.locator("[data-also=print-filled]")).to_have_count(1)
    expect(phone.locator("[data-also=copy], [data-action=copy]")).to_have_count(0)


def test_a_long_blank_of_a_sentence_wraps(phone: Page, server: SiteServer) -> None:
    phone.goto(server.url + "werk/bladen/gesprekszinnen/")
    turn_to_form(phone)
    blank = phone.locator(".sentence textarea").first
    low = blank.evaluate("blank => blank.clientHeight")
    blank.fill("wat er gisteren aan tafel is gebeurd toen de kinderen net van school kwamen, en daarna in de gang")
    assert blank.evaluate("blank => blank.clientHeight") > 2 * low
    assert blank.evaluate("blank => blank.scrollHeight - blank.clientHeight") <= 1
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_without_a_script_everything_is_open(browser: Browser, server: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(server.url + PLANS["nl"])
    for part in page.locator(".part__body").all():
        expect(part).to_be_visible()
    for button in page.locator("[data-unfold], .contents, .part__tools, .form__end").all():
        expect(button).to_be_hidden()
    context.close()
