"""Everything can be read, reached and printed blank without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from printed_sheets import PrintedSheets
from site_server import SiteServer


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 740})
    yield context.new_page()
    context.close()


LISTS = {"nl": "werk/lijsten/voor-je-belt/", "en": "en/work/lists/before-a-call/"}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_is_readable_and_says_how_to_print_it(page: Page, server: SiteServer, language: str) -> None:
    page.goto(server.url + LISTS[language])
    expect(page.locator("[data-item]").first).to_be_visible()
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("noscript p")).to_contain_text("JavaScript")
    expect(page.locator(".form__tools")).to_be_hidden()
    for button in page.locator("form[data-form] button").all():
        expect(button).to_be_hidden()


@pytest.mark.parametrize("language", LISTS)
def test_a_list_prints_blank(page: Page, server: SiteServer, tmp_path: Path, language: str) -> None:
    page.goto(server.url + LISTS[language])
    path = tmp_path / "print.pdf"
    page.pdf(path=path, display_header_footer=True, prefer_css_page_size=True)
    sheets = PrintedSheets(path)
    text = sheets.words
    assert len(sheets) == 1
    for item in page.locator(".form-item__text").all_inner_texts():
        assert " ".join(item.split()) in text
    assert "JavaScript" not in text


SHEETS = {"nl": "werk/bladen/veiligheidsplan/", "en": "en/work/sheets/safety-plan/"}


# The headings of what is on everybody's paper.
EVERYBODYS = ".part:not([data-paper=professional]) h2"


@pytest.mark.parametrize("language", SHEETS)
def test_a_worksheet_prints_blank_and_leaves_out_what_is_ticked(
    page: Page, server: SiteServer, tmp_path: Path, language: str
) -> None:
    def printed() -> str:
        page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
        return "".join(PrintedSheets(tmp_path / "print.pdf").text.split())

    page.goto(server.url + SHEETS[language])
    expect(page.locator("noscript p")).to_be_visible()
    for button in page.locator("form[data-form] button").all():
        expect(button).to_be_hidden()
    headings = ["".join(text.split()) for text in page.locator(EVERYBODYS).all_inner_texts()]
    text = printed()
    kept = page.locator("[data-paper=professional] .part__kept").first.inner_text()
    assert "".join(kept.split()) not in text
    assert [heading for heading in headings if heading not in text] == []
    left_out = page.locator(".part:has([name$='/left-out'])").first
    heading = "".join(left_out.locator("h2").inner_text().split())
    left_out.locator("[name$='/left-out']").check()
    expect(left_out.locator(".part__body")).to_be_hidden()
    assert printed().count(heading) < text.count(heading)
    page.locator("[name='short-version']").check()
    expect(page.locator(".part:visible")).to_have_count(page.locator(".part[data-short]").count())


TIPS = [("", "Voor je werk", "Een gesprek voorbereiden"), ("en/", "For your work", "Preparing a conversation")]


@pytest.mark.parametrize(("home", "door", "sheet"), TIPS)
def test_every_door_opens_and_leads_to_tips(page: Page, server: SiteServer, home: str, door: str, sheet: str) -> None:
    page.goto(server.url + home)
    page.locator(".doors").get_by_role("link", name=door).click()
    page.locator(".section-pages").get_by_role("link", name=sheet).click()
    expect(page.locator("section.tip").first).to_be_visible()


def test_the_menu_opens_on_a_phone(page: Page, server: SiteServer) -> None:
    page.goto(server.url)
    page.locator("label.without-script[for=__drawer]").click()
    expect(page.locator(".md-nav--primary").first).to_be_in_viewport()
