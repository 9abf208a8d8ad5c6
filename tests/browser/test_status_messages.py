"""What a page says about what happened is spoken by a screen reader without taking the focus (WCAG 4.1.3).

The place for it has a role that is spoken, and is there before: what comes together with its text is often not spoken.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from built_site import BuiltSite
from filled_form import FilledForm, turn_to_form
from hostile_files import locked_members, readable_file, signed
from playwright.sync_api import Page, expect
from site_server import SiteServer

# Every place in which something is said, as tests below hear it.
PLACES = {
    "data-progress",
    "data-message",
    "data-file-message",
    "data-verdict",
    "data-leave-status",
    "data-discreet-status",
    "data-page-status",
    "data-page-message",
    "search-results__count",
}
# Listens to the places that are there now and can be spoken.
LISTEN = """(place) => {
  for (const region of document.querySelectorAll(`[${place}], .${place}`)) {
    region.removeAttribute("data-heard");
    if (!region.matches("[role=status], output") || !region.checkVisibility({ visibilityProperty: true })) continue;
    const hear = () => { if (region.textContent.trim()) region.dataset.heard = region.textContent.trim(); };
    new MutationObserver(hear).observe(region, { characterData: true, childList: true, subtree: true });
  }
}"""


class Listener:
    """Hears what a page says.

    Args:
        page: The page, already open.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    def hears(self, place: str, action: Callable[[], object]) -> str:
        """Do something, and give what is then said in a place that could be spoken before."""
        self.page.evaluate(LISTEN, place)
        action()
        heard = self.page.locator(f"[{place}][data-heard], .{place}[data-heard]")
        expect(heard).to_have_count(1)
        return heard.get_attribute("data-heard") or ""


@pytest.fixture
def listener(page: Page) -> Listener:
    return Listener(page)


def test_a_list_says_how_far_it_is_and_what_its_buttons_did(page: Page, server: SiteServer, listener: Listener) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    turn_to_form(page)
    items = page.locator("[data-item]").count()
    assert listener.hears("data-progress", page.locator("[data-item] input").first.check) == f"1 van {items}"
    for action in ("copy", "clear", "undo"):
        assert listener.hears("data-message", page.locator(f'[data-action="{action}"]').click)
    page.locator('[data-action="clear"]').click()
    assert listener.hears("data-message", page.locator('[data-action="clear"]').click)


def test_a_worksheet_says_what_became_of_rows_and_files(
    page: Page, server: SiteServer, listener: Listener, tmp_path: Path
) -> None:
    page.goto(server.url + "en/work/sheets/plan-check/")
    turn_to_form(page)
    sheet = FilledForm(page, tmp_path)
    sheet.show_files()
    for button in ("[data-add-row]", "[data-remove-row]"):
        assert listener.hears("data-message", page.locator(button).first.click)
    for action in ("save-locked", "propose", "save", "document"):
        assert listener.hears("data-file-message", page.locator(f'[data-action="{action}"]').click)
    no_file = {"name": "x", "mimeType": "", "buffer": b"no file of ours"}
    assert listener.hears("data-file-message", lambda: sheet.choose_file(no_file))
    unmatched = {"name": "x", "mimeType": "", "buffer": signed(readable_file({"a/b": "old"}, form="plan-check"))}
    assert listener.hears("data-file-message", lambda: sheet.choose_file(unmatched))
    assert listener.hears("data-message", page.locator('[data-action="drop-unmatched"]').click)
    # A question takes the focus: it is heard with what is asked.
    page.locator(".part textarea").first.fill("an answer")
    sheet.choose_file(unmatched)
    expect(page.locator("[data-replace] button").first).to_be_focused()
    locked = {"name": "x", "mimeType": "", "buffer": signed(locked_members())}
    assert listener.hears("data-file-message", lambda: sheet.choose_file(locked))
    expect(page.locator("[data-unlock-passphrase]")).to_be_focused()
    page.locator("[data-unlock-passphrase]").fill("not the passphrase at all")
    assert listener.hears("data-file-message", page.locator('[data-action="unlock"]').click)


def test_a_page_that_changes_its_language_says_so(page: Page, server: SiteServer, listener: Listener) -> None:
    page.goto(server.url + "thuis/bladen/codewoord/")
    turn_to_form(page)
    page.locator(".part input[type=text]").first.fill("een antwoord")
    said = listener.hears("data-page-status", page.get_by_role("link", name="English").click)
    assert said == page.locator("[data-message]").inner_text()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_page_says_that_something_did_not_come(page: Page, server: SiteServer, listener: Listener) -> None:
    page.route("**/search.*.js", lambda route: route.abort())
    page.goto(server.url + "thuis/pauze/")
    assert listener.hears("data-page-message", page.locator(".md-search__input").click)


def test_a_question_says_whether_the_answer_is_right(page: Page, server: SiteServer, listener: Listener) -> None:
    page.goto(server.url + "leren/rol/")
    turn_to_form(page)
    question = page.locator("[data-asks=one]").first
    assert listener.hears("data-verdict", question.locator("[data-check]").click)
    question.locator("input").first.check()
    assert listener.hears("data-verdict", question.locator("[data-check]").click)


def test_the_ways_out_and_the_search_say_what_they_do(page: Page, server: SiteServer, listener: Listener) -> None:
    page.goto(server.url + "over/veilig-lezen/")
    turn_to_form(page)
    assert listener.hears("data-leave-status", lambda: page.keyboard.press("Shift"))
    page.keyboard.press("Tab")
    assert listener.hears("data-discreet-status", page.locator("[data-discreet] input").click)
    page.locator(".md-search__input").click()
    expect(page.locator(".search-results__count")).to_have_count(1)
    assert listener.hears("search-results__count", lambda: page.keyboard.type("codewoord"))


def test_every_place_in_which_something_is_said_is_heard_above(site: BuiltSite) -> None:
    spoken = "//*[@role='status' or @role='alert' or @role='log' or @aria-live or self::output]"
    for element in site.find("nl", spoken) + site.find("en", spoken):
        assert PLACES & {*element.keys(), element.get("class")}, element.attrib


def test_a_place_that_comes_with_its_text_is_not_heard(page: Page, listener: Listener) -> None:
    page.set_content("<main><p data-message></p></main>")
    page.evaluate(LISTEN, "data-message")
    page.evaluate("document.querySelector('main').innerHTML = '<p role=status data-message>Saved</p>'")
    expect(page.locator("[role=status]")).to_have_text("Saved")
    assert page.locator("[data-heard]").count() == 0
    again = "document.querySelector('[data-message]').textContent = 'Saved again'"
    assert listener.hears("data-message", lambda: page.evaluate(again)) == "Saved again"
