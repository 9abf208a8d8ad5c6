"""The three lists before a call: near the first page, each on one A4, blank and filled, in the order of a call."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from filled_form import turn_to_form
from playwright.sync_api import Page
from printed_sheets import PrintedSheets, squeezed
from site_server import SiteServer
from test_printing import A4, printed, words_of

# Home, and the lists in the order in which a reader meets them.
NEAR = {
    "nl": ("", "werk/lijsten/voor-je-belt/", "werk/lijsten/voor-je-belt-spanning/", "werk/lijsten/iemand-belt-jou/"),
    "en": (
        "en/",
        "en/work/lists/before-a-call/",
        "en/work/lists/before-a-call-about-tension/",
        "en/work/lists/someone-calls-you/",
    ),
}
LISTS = [(language, address) for language, (_, *lists) in NEAR.items() for address in lists]
BOTH_CALLS = [(language, address) for language, (_, *lists) in NEAR.items() for address in lists[:2]]

# What somebody writes in a call: a few words, a sentence, now and then a second line.
ORDINARY = {
    "nl": (
        "Dorpsstraat 12, Zwolle, tweede verdieping",
        "School belde dinsdag: blauwe plek bij Timo (7). Ik sprak nog niemand.",
        "Nee.",
        "'Met Sanne, over de afspraak van donderdag.' Is er iemand bij: ik bel later.",
        "Haar nummer, dinsdag na tien uur. Haar moeder neemt soms op, dan vraag ik naar de afspraak van donderdag.",
    ),
    "en": (
        "12 Village Street, Zwolle, second floor",
        "School called on Tuesday: a bruise on Timo (7). I have spoken to nobody yet.",
        "No.",
        "'Hello, I am calling about Thursday.' If anyone is there, I call later.",
        "Her number, Tuesday after ten. Her mother sometimes answers; then I ask about the appointment on Thursday.",
    ),
}
DESTROY = {"nl": "vernietig de rest", "en": "destroy the rest"}
EMERGENCY = {"nl": "112 (in België 101 voor de politie)", "en": "112 first (in Belgium 101 for the police)"}
KNOWN, ASKED = {"nl": "Wat ik al weet", "en": "What I know already"}, {"nl": "Wat ik vraag", "en": "What I ask"}
FILE = {"nl": "In het dossier", "en": "The file says"}


def opened(page: Page, server: SiteServer, address: str) -> Page:
    page.goto(server.url + address)
    turn_to_form(page)
    return page


def on_one_sheet(sheets: PrintedSheets) -> str:
    """The words of a print, which has to be one A4."""
    assert sheets.sizes == {A4}
    assert len(sheets) == 1
    return sheets.words


@pytest.mark.parametrize("language", NEAR)
def test_each_list_is_at_most_two_clicks_from_home(page: Page, server: SiteServer, language: str) -> None:
    home, first, *others = NEAR[language]
    for address in others:
        page.goto(server.url + home)
        page.locator(f"article a[href$='{first.removeprefix(home)}']").first.click()
        assert page.url == server.url + first
        # The choice between the three stands above the fields.
        link = page.locator(f"article a[href$='../{address.split('/')[-2]}/']").first
        assert link.evaluate("link => link.compareDocumentPosition(document.querySelector('[data-item]')) & 4")
        link.click()
        assert page.url == server.url + address


@pytest.mark.parametrize(("language", "address"), LISTS)
def test_each_list_leads_to_the_other_two(page: Page, server: SiteServer, language: str, address: str) -> None:
    page.goto(server.url + address)
    links = page.locator("article a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    there = {urljoin(server.url + address, link) for link in links}
    assert {server.url + other for other in NEAR[language][1:] if other != address} <= there


@pytest.mark.parametrize(("language", "address"), LISTS)
def test_blank_it_is_one_sheet_with_room_under_each_question(
    page: Page, server: SiteServer, tmp_path: Path, language: str, address: str
) -> None:
    opened(page, server, address)
    text = on_one_sheet(printed(page, tmp_path, "blank"))
    for item in page.locator(".form-item__text").all_inner_texts():
        assert words_of(item) in text
    assert DESTROY[language] in text
    page.emulate_media(media="print")
    for question in page.locator('[data-kind="ask"]').all():
        line = question.locator(".writing-line").first.bounding_box()
        assert line is not None
        assert line["height"] > 20
        assert line["width"] > 400


@pytest.mark.parametrize(("language", "address"), LISTS)
def test_filled_with_ordinary_answers_it_is_still_one_sheet(
    page: Page, server: SiteServer, tmp_path: Path, language: str, address: str
) -> None:
    opened(page, server, address)
    answers = ORDINARY[language]
    areas = page.locator("[data-item] textarea").all()
    for number, area in enumerate(areas):
        area.fill(answers[number % len(answers)])
    for tick in page.locator('[data-kind="tick"] .form-item__line > input').all():
        tick.check()
    text = on_one_sheet(printed(page, tmp_path, "filled"))
    for number, answer in enumerate(answers):
        assert squeezed(text).count(squeezed(answer)) >= len(range(number, len(areas), len(answers)))
    assert text.count("✓") == page.locator("[data-item]").count()


@pytest.mark.parametrize(("language", "address"), BOTH_CALLS)
def test_danger_comes_first_then_what_is_known_then_what_is_asked_and_the_file_last(
    page: Page, server: SiteServer, tmp_path: Path, language: str, address: str
) -> None:
    opened(page, server, address)
    text = on_one_sheet(printed(page, tmp_path, "blank"))
    parts = (EMERGENCY[language], KNOWN[language], ASKED[language], FILE[language], DESTROY[language])
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(("language", "address"), BOTH_CALLS)
def test_the_name_that_heads_the_paper_says_nothing_of_anyone(
    page: Page, server: SiteServer, language: str, address: str
) -> None:
    page.goto(server.url + address)
    heading = page.locator("h1").inner_text().lower()
    told = {"nl": ("slaat", "dreigt", "gevaar", "geweld"), "en": ("hits", "threat", "danger", "violen")}[language]
    assert not [word for word in told if word in heading]
