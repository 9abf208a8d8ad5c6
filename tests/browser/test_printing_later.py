"""Browsers that lay a page out after `print()` has returned print what was asked for, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from filled_form import come_back, said, turn_to_form
from playwright.sync_api import Locator, Page, Route, expect
from printed_sheets import PrintedSheets, squeezed
from site_server import SiteServer

# How browsers answer `print()`: all of them go on at once, and make the paper later. What they say of it differs, and
# whether they say it again when the paper is made.
BROWSERS = {
    "says that it begins and ends, both at once": "tell('beforeprint'); tell('afterprint');",
    "never says that it ends": "tell('beforeprint');",
    "says nothing": "",
}
START = """
window.asked = 0;
for (const kind of ["beforeprint", "afterprint"]) {
  addEventListener(kind, (event) => window.isSilent && event.isTrusted && event.stopImmediatePropagation());
}
const tell = (kind) => dispatchEvent(new Event(kind));
window.answerPrint = () => {};
window.print = () => { window.asked += 1; window.answerPrint(); };
window.goOnAtOnce = (way) => { window.answerPrint = new Function("tell", way).bind(null, tell); };
"""
# All that is on a page for paper only.
FOR_PAPER = (
    "[data-print], [data-printing], [data-prints-part], [data-paper-copy], .second-language, .first-language, "
    ".answer-sheet, article[data-paper-languages]"
)
ANSWER = "eenantwoord"


@dataclass
class Sheet:
    """Something to print: where it is, how it is filled in, which button prints it, and what is then on paper.

    Attributes:
        address: Of the page.
        button: The button that prints.
        fill: What a reader does before.
        holds: Whether these sheets are what was asked for.
    """

    address: str
    button: str
    fill: Callable[[Page], None]
    holds: Callable[[Page, str], bool]


def fill_all(page: Page) -> None:
    """Answers every field by its place in the page, so that each part and each item can be told from the others."""
    page.evaluate(
        """(answer) => document.querySelectorAll(".part, .form-item").forEach((part, index) => {
          for (const field of part.querySelectorAll("input[type=text], textarea")) {
            field.value = `${answer}${index}x`;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
        })""",
        ANSWER,
    )


def choose_two_languages(page: Page) -> None:
    fill_all(page)
    page.evaluate("document.querySelector('details.form__more').open = true")
    page.locator("[data-paper-languages]").select_option("en below")


def bring_two_languages(page: Page) -> None:
    """Print once, so that the second language is here for what follows."""
    choose_two_languages(page)
    page.locator('[data-action="print-filled"]').click()
    page.wait_for_function("window.asked === 1")
    page.evaluate("window.asked = 0")
    come_back(page)


def choose_ten_people(page: Page) -> None:
    page.locator("[data-people]").fill("10")


def nothing(page: Page) -> None:
    """Nothing is filled in."""


def last(page: Page) -> int:
    return page.locator(".part").count() - 1


def text_of(page: Page, selector: str) -> str:
    return squeezed(page.locator(selector).first.inner_text())


CARDS = "thuis/bladen/kaart/"
SHEETS = {
    "a blank list": Sheet(
        "werk/lijsten/zes-vragen/",
        '[data-action="print-blank"]',
        fill_all,
        lambda page, text: ANSWER not in text and text_of(page, ".form-item__text") in text,
    ),
    "a filled list": Sheet(
        "werk/lijsten/zes-vragen/", '[data-action="print-filled"]', fill_all, lambda page, text: f"{ANSWER}0x" in text
    ),
    "a blank worksheet": Sheet(
        "en/work/sheets/safety-plan/", '[data-action="print-blank"]', fill_all, lambda page, text: ANSWER not in text
    ),
    "the last card": Sheet(
        CARDS,
        '.part:last-of-type [data-action="print-filled"]',
        fill_all,
        lambda page, text: f"{ANSWER}{last(page)}x" in text and f"{ANSWER}0x" not in text,
    ),
    "the last card, blank": Sheet(
        CARDS,
        '.part:last-of-type [data-action="print-blank"]',
        fill_all,
        lambda page, text: (
            ANSWER not in text and squeezed(page.locator(".part .field__label").last.inner_text()) in text
        ),
    ),
    "a list in two languages": Sheet(
        "werk/lijsten/zes-vragen/",
        '[data-action="print-filled"]',
        bring_two_languages,
        lambda page, text: squeezed(said("en", "date")) + ":" in text and f"{ANSWER}0x" in text,
    ),
    "a self-test": Sheet(
        "leren/rol/",
        '[data-action="print-blank"]',
        nothing,
        lambda page, text: squeezed(said("nl", "answer_sheet")) in text,
    ),
    "the cards of a role play": Sheet(
        "leren/trainer/openen/",
        "[data-prints-set]",
        nothing,
        lambda page, text: text.startswith(text_of(page, ".play-card")),
    ),
    "a document for ten": Sheet(
        "en/learn/print/role/",
        "[data-print-document]",
        choose_ten_people,
        lambda page, text: (
            text.count(squeezed(page.locator(".chapter[data-copies=each] > h2").first.inner_text())) >= 10
        ),
    ),
}


@pytest.fixture
def page(page: Page) -> Page:
    """A page in such a browser."""
    page.add_init_script(START)
    return page


def paper(page: Page, tmp_path: Path, *, silent: bool = True) -> str:
    """What is on the sheets that the browser makes now, without spaces; whether it says that it makes them."""
    page.evaluate("isSilent => { window.isSilent = isSilent; }", silent)
    path = tmp_path / "later.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    return squeezed(PrintedSheets(path).text)


def on_screen(page: Page) -> list[object]:
    """What a reader sees and hears of a page, and how high it is."""
    article = page.locator("article")
    return [article.inner_text(), article.aria_snapshot(), article.evaluate("article => article.offsetHeight")]


@pytest.mark.parametrize("kind", SHEETS)
def test_what_was_asked_for_is_printed_whenever_the_paper_is_made(
    page: Page, server: SiteServer, tmp_path: Path, kind: str
) -> None:
    sheet = SHEETS[kind]
    page.goto(server.url + sheet.address)
    turn_to_form(page)
    sheet.fill(page)
    # What the browser's own menu prints: the same page, as it is.
    ordinary = paper(page, tmp_path, silent=False)
    come_back(page)
    page.locator(sheet.button).focus()
    before = on_screen(page)
    for number, way in enumerate(BROWSERS.values(), 1):
        page.evaluate("way => goOnAtOnce(way)", way)
        page.locator(sheet.button).click()
        page.wait_for_function("number => window.asked === number", arg=number)
        assert sheet.holds(page, paper(page, tmp_path)), way
        # The end comes late, and the reader chooses another size of paper: it is made anew.
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert sheet.holds(page, paper(page, tmp_path, silent=False)), way
        assert on_screen(page) == before
        come_back(page)
        expect(page.locator(FOR_PAPER)).to_have_count(0)
        assert paper(page, tmp_path, silent=False) == ordinary
        come_back(page)


def test_the_kinds_tell_what_was_asked_for_from_an_ordinary_print(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    for kind in ("a blank list", "the last card", "the cards of a role play"):
        page.goto(server.url + SHEETS[kind].address)
        turn_to_form(page)
        SHEETS[kind].fill(page)
        assert not SHEETS[kind].holds(page, paper(page, tmp_path, silent=False)), kind


def test_the_browsers_own_menu_too_may_say_that_it_ended_before_the_paper_is_made(
    page: Page, server: SiteServer, tmp_path: Path
) -> None:
    page.goto(server.url + SHEETS["a list in two languages"].address)
    turn_to_form(page)
    bring_two_languages(page)
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'));")
    assert squeezed(said("en", "date")) + ":" in paper(page, tmp_path)
    come_back(page)
    expect(page.locator(FOR_PAPER)).to_have_count(0)


ACTS: dict[str, Callable[[Locator], None]] = {
    "a click": lambda field: field.click(),
    "a touch": lambda field: field.dispatch_event("touchstart"),
    "a key": lambda field: field.press("Shift"),
    "a word that is dictated": lambda field: field.dispatch_event("input"),
    "a button that an aid presses": lambda field: field.dispatch_event("click"),
    "coming back from another window": lambda field: field.evaluate("() => dispatchEvent(new Event('focus'))"),
}


def test_every_act_of_the_reader_ends_it(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/bladen/codewoord/")
    turn_to_form(page)
    field = page.locator(".part textarea, .part input[type=text]").first
    for act, come in ACTS.items():
        field.focus()
        page.locator('[data-action="print-blank"]').first.dispatch_event("click")
        assert page.locator(FOR_PAPER).count() > 0, act
        come(field)
        assert page.locator(FOR_PAPER).count() == 0, act


@pytest.mark.parametrize(
    "way", ["document.dispatchEvent(new Event('leaving'))", "dispatchEvent(new Event('pagehide'))"]
)
def test_going_away_takes_everything_for_paper_off_the_page(page: Page, server: SiteServer, way: str) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    turn_to_form(page)
    choose_two_languages(page)
    page.locator('[data-action="print-filled"]').click()
    expect(page.locator(".second-language").first).to_be_attached()
    page.evaluate(way)
    assert page.locator(FOR_PAPER).count() == 0


def test_behind_the_cover_nothing_is_laid_out_for_paper(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    turn_to_form(page)
    bring_two_languages(page)
    # Without a connection the cover stays, so that the page can be asked how it is.
    page.context.set_offline(True)
    page.locator("[data-leave]").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(FOR_PAPER).count() == 0
    assert paper(page, tmp_path) == ""


def test_nothing_is_printed_when_the_reader_left_while_the_second_language_came(page: Page, server: SiteServer) -> None:
    address, other = "werk/lijsten/zes-vragen/", "en/work/lists/six-questions/"
    waiting: list[Route] = []
    page.goto(server.url + address)
    text = page.request.get(server.url + other).text()
    turn_to_form(page)
    page.route(f"**/{other}", lambda route: waiting.append(route))
    with page.expect_request(f"**/{other}"):
        choose_two_languages(page)
    page.locator('[data-action="print-filled"]').click()
    page.context.set_offline(True)
    page.locator("[data-leave]").click()
    page.route(f"**/{other}?later", lambda route: route.fulfill(body=text))
    waiting[0].fulfill(body=text)
    # When this answer has been read, the one before it has.
    page.evaluate("address => fetch(address).then((answer) => answer.text())", f"{server.url}{other}?later")
    assert page.evaluate("window.asked") == 0
    assert page.locator("[data-message]").text_content() == ""
    assert page.locator(FOR_PAPER).count() == 0
