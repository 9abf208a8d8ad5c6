"""A form in two languages: it changes language with the answers on it, and is printed with both."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_form import FilledForm, come_back, turn_to_form
from playwright.sync_api import Page, Route, expect
from printed_sheets import PrintedSheets
from site_server import SiteServer
from test_leaving import ELSEWHERE, NEUTRAL_TITLE

PAGES = {
    "a worksheet": ("werk/bladen/spanning-en-rust/", "en/work/sheets/stress-and-calm/"),
    "a drawing": ("werk/bladen/drie-huizen/", "en/work/sheets/three-houses/"),
    "a list": ("werk/lijsten/zes-vragen/", "en/work/lists/six-questions/"),
    "a sheet for home": ("thuis/bladen/pauze/", "en/home/sheets/time-out-sheet/"),
}


def never_asked(page: Page) -> list[str]:
    """The dialogs that a page opened; there should be none."""
    asked: list[str] = []

    def note(dialog: object) -> None:
        asked.append(str(dialog))
        dialog.accept()  # type: ignore[attr-defined]

    page.on("dialog", note)
    return asked


@pytest.mark.parametrize("start", [0, 1], ids=["from Dutch", "from English"])
@pytest.mark.parametrize("kind", PAGES)
def test_the_answers_stay_when_the_language_changes(
    page: Page, server: SiteServer, tmp_path: Path, kind: str, start: int
) -> None:
    address, other = PAGES[kind][start], PAGES[kind][1 - start]
    asked = never_asked(page)
    page.goto(server.url + other)
    headings = page.locator("article h1, article h2, article legend").all_inner_texts()
    title, leave = page.title(), page.locator("[data-leave]").inner_text()
    # The search asks for its files a while after the page is there.
    page.goto(server.url + address, wait_until="networkidle")
    filled = FilledForm(page, tmp_path)
    filled.fill()
    before = filled.state()
    own_title, requests = page.title(), []
    page.on("request", lambda request: requests.append(request.url))
    page.locator(".language-switch a").first.click()

    language = ["en", "nl"][start]
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.locator("article h1, article h2, article legend").all_inner_texts()[: len(headings)] != []
    assert page.locator("article h1").inner_text() == headings[0]
    assert page.title() == title
    assert page.locator("[data-leave]").inner_text() == leave
    assert filled.state() == before
    assert page.url == server.url + address, "the address says nothing of it"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    # It asks for the page that a link would lead to, and for nothing else.
    assert requests == [server.url + other]
    assert asked == []
    # And it works on: fields count, buttons answer, and the way back is open.
    expect(page.locator("[data-message]")).not_to_be_empty()
    expect(page.locator(".language-switch a").first).to_be_focused()
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", ["nl", "en"][start])
    assert page.title() == own_title
    assert filled.state() == before
    page.locator('[data-action="clear"]').click()
    assert filled.state() != before


def test_links_lead_to_the_pages_of_the_language_that_is_shown(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + PAGES["a worksheet"][0])
    page.locator(".part textarea").first.fill("iets")
    page.locator(".language-switch a").first.click()
    links = page.locator("article .how-to a[href], .md-tabs a, .md-nav--primary a[href*='/']").evaluate_all(
        "all => all.map((link) => link.href)"
    )
    assert len(links) > 10
    assert [link for link in links if not link.startswith((server.url + "en/", "tel:")) and "#" not in link] == []
    for link in sorted({link.partition("#")[0] for link in links if link.startswith("http")})[:12]:
        assert page.request.get(link).ok, link


def test_without_answers_the_switch_is_a_plain_link(page: Page, server: SiteServer) -> None:
    page.goto(server.url + PAGES["a worksheet"][0])
    page.locator(".language-switch a").first.click()
    page.wait_for_url(server.url + PAGES["a worksheet"][1])


def test_without_a_connection_the_answers_stay_in_the_language_that_is_there(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    address, other = PAGES["a worksheet"]
    page.goto(server.url + address)
    answer = page.locator(".part textarea").first
    answer.fill("blijft staan")
    turn_to_form(page)
    page.route(f"**/{other}", lambda route: route.abort())
    page.locator(".language-switch a").first.click()
    expect(page.locator("[data-message]")).to_contain_text("Kijk of je verbinding hebt")
    FilledForm(page, tmp_path).show_files()
    page.evaluate("() => { window.print = () => document.body.setAttribute('data-printed', ''); }")
    page.locator("[data-paper-languages]").select_option("en below")
    page.locator('[data-action="print-filled"]').click()
    expect(page.locator("[data-message]")).to_contain_text("Kijk of je verbinding hebt")
    expect(page.locator("[data-printed]")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(answer).to_have_value("blijft staan")
    # The next try is a new one.
    page.unroute(f"**/{other}")
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(answer).to_have_value("blijft staan")


def test_leaving_after_a_change_of_language_empties_the_page(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.route(f"{ELSEWHERE}**", lambda route: route.fulfill(body="<title>Weer</title>"))
    page.goto(server.url + PAGES["a sheet for home"][0])
    page.locator(".part textarea").first.fill("weg ermee")
    page.locator(".language-switch a").first.click()
    # While a page is on its way to another site only the page itself can say how it is.
    page.evaluate(
        """() => new MutationObserver(() => {
          const values = [...document.querySelectorAll("textarea")].map((area) => area.value);
          console.log("left with " + values.join(""));
        }).observe(document.documentElement, { attributeFilter: ["class"] })"""
    )
    with page.expect_console_message(lambda message: message.text.startswith("left with")) as said:
        page.locator("[data-leave]").click()
    assert "weg ermee" not in said.value.text


def test_whoever_leaves_is_not_brought_back_by_a_language_that_comes_later(page: Page, server: SiteServer) -> None:
    sheet, other = PAGES["a sheet for home"]
    waiting: list[Route] = []
    page.goto(server.url + sheet)
    turn_to_form(page)
    page.locator(".part textarea").first.fill("weg ermee")
    text = page.request.get(server.url + other).text()
    page.route(f"**/{other}", lambda route: waiting.append(route))
    with page.expect_request(f"**/{other}"):
        page.locator(".language-switch a").first.click()
    # Without a connection the cover stays, so that the page can be asked how it is.
    page.context.set_offline(True)
    page.locator("[data-leave]").click()
    page.route(f"**/{other}?later", lambda route: route.fulfill(body=text))
    with page.expect_event("requestfinished"):
        waiting[0].fulfill(body=text)
    # When this answer has been read, the one before it has.
    page.evaluate("address => fetch(address).then((answer) => answer.text())", f"{server.url}{other}?later")
    assert page.title() == NEUTRAL_TITLE
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_the_search_is_in_the_language_that_is_shown(page: Page, server: SiteServer) -> None:
    failed: list[str] = []
    page.on("console", lambda message: failed.append(message.text))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(server.url + PAGES["a list"][0])
    turn_to_form(page)
    page.locator("[data-item] input").first.check()
    query, found = page.locator(".md-search__input"), page.locator(".search-results__list a")
    # The first time nobody has searched yet; after that the search is there, in the other language.
    for language, word, only_elsewhere in (
        ("en", "buddies", "seintjesafspraak"),
        ("nl", "codewoord", "whereabouts"),
    ) * 2:
        page.locator(".language-switch a").first.click()
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(query).to_have_attribute("placeholder", {"nl": "Zoeken", "en": "Search"}[language])
        expect(page.get_by_role("search")).to_have_count(1)
        query.click()
        query.press_sequentially(only_elsewhere)
        expect(page.locator("[data-search-nothing]")).to_be_visible()
        query.fill("")
        query.press_sequentially(word)
        expect(found.first).to_be_visible()
        links = found.evaluate_all("all => all.map((link) => link.href)")
        assert {link.startswith(f"{server.url}en/") for link in links} == {language == "en"}
        query.press("Escape")
        expect(page.locator("[data-toggles=__search]")).to_have_attribute("aria-expanded", "false")
    expect(page.locator("[data-item] input").first).to_be_checked()
    assert failed == []


def printed_text(page: Page, tmp_path: Path, button: str) -> str:
    # The second language may still be on its way when the button is pressed.
    page.evaluate("window.print = () => document.body.setAttribute('data-printed', '')")
    page.locator(button).click()
    expect(page.locator("body[data-printed]")).to_have_count(1)
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    page.evaluate("document.body.removeAttribute('data-printed')")
    come_back(page)
    return PrintedSheets(tmp_path / "print.pdf").words


@pytest.mark.parametrize("place", ["beside", "below"])
@pytest.mark.parametrize("kind", PAGES)
def test_a_form_is_printed_in_both_languages(
    page: Page, server: SiteServer, tmp_path: Path, kind: str, place: str
) -> None:
    texts = {}
    for language, address in zip(("nl", "en"), PAGES[kind], strict=True):
        page.goto(server.url + address)
        texts[language] = page.locator(
            "form .part h2, form > fieldset > legend, form .field > .field__label, form .form-item__text, article > h1"
        ).evaluate_all(
            """all => all.filter((label) => !label.closest("[data-paper=professional]"))
              .map((label) => label.textContent.trim())"""
        )
    page.goto(server.url + PAGES[kind][0])
    FilledForm(page, tmp_path).show_files()
    page.locator("[data-paper-languages]").select_option(f"en {place}")
    page.locator(".part textarea, .form-item textarea").first.fill("één antwoord")
    text = printed_text(page, tmp_path, '[data-action="print-filled"]')
    squeezed = "".join(text.split())
    for language in ("nl", "en"):
        missing = [label for label in texts[language] if "".join(label.split()) not in squeezed]
        assert missing == [], language
    assert text.count("één antwoord") == 1
    assert "één antwoord" not in printed_text(page, tmp_path, '[data-action="print-blank"]')
    # Nothing of it stays on the screen.
    assert page.locator(".second-language").count() == 0
    page.locator("[data-paper-languages]").select_option("")
    alone = "".join(printed_text(page, tmp_path, '[data-action="print-filled"]').split())
    assert [label for label in texts["en"] if "".join(label.split()) in alone and label not in texts["nl"]] == []


def test_a_sentence_is_filled_in_in_both_languages(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/bladen/gesprekszinnen/")
    FilledForm(page, tmp_path).show_files()
    page.locator("[data-paper-languages]").select_option("en below")
    for blank in page.locator('[data-field="worry-and-plan/because"] textarea').all():
        blank.fill("XYZ")
    text = printed_text(page, tmp_path, '[data-action="print-filled"]')
    assert text.count("XYZ") == 4
    assert printed_text(page, tmp_path, '[data-action="print-blank"]').count("XYZ") == 0
