"""What makes forms work is loaded when a reader turns to one, and nothing that is done meanwhile is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from site_server import SiteServer

LIST = "werk/lijsten/voor-je-belt/"
SHEET = "en/work/sheets/stress-and-calm/"


FORM_SCRIPT = re.compile(r"/(?:forms|training)\.\w+\.js$")


def form_scripts(page: Page) -> list[str]:
    """What the page asks for of the scripts of forms, from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if FORM_SCRIPT.search(request.url) else None)
    return asked


def held_scripts(page: Page) -> list[Route]:
    """The requests of the page for a script of forms, from now on: each waits until the test lets it go on."""
    waiting: list[Route] = []
    page.route(FORM_SCRIPT, lambda route: waiting.append(route))
    return waiting


@pytest.mark.parametrize(
    "touch",
    [
        lambda page: page.locator("[data-item] input").first.hover(),
        lambda page: page.locator("[data-item] input").first.focus(),
        lambda page: page.keyboard.down("Control"),
    ],
    ids=["pointer", "focus", "on the way to printing by keys"],
)
def test_a_touch_loads_the_script_once(page: Page, server: SiteServer, touch: Callable[[Page], None]) -> None:
    asked = form_scripts(page)
    page.goto(server.url + LIST, wait_until="networkidle")
    page.keyboard.press("PageDown")
    assert asked == []
    touch(page)
    expect(page.locator("body[data-form-script]")).to_have_count(0)
    touch(page)
    page.locator("[data-item] input").first.check()
    expect(page.locator("[data-progress]")).to_contain_text("1")
    assert len(asked) == 1


def test_what_is_done_while_the_script_is_on_its_way_counts(page: Page, server: SiteServer) -> None:
    waiting = held_scripts(page)
    page.goto(server.url + SHEET)
    with page.expect_request("**/forms.*.js"):
        page.locator(".part textarea").first.fill("typed at once")
    page.locator("[data-field='raises/indoors'] input").check()
    page.locator('[data-action="clear"]').click()
    expect(page.locator(".part textarea").first).to_have_value("typed at once")
    waiting[0].continue_()
    # The button that was pressed does what it says, once: what was typed is gone and can be put back.
    expect(page.locator(".part textarea").first).to_have_value("")
    page.locator('[data-action="undo"]').click()
    expect(page.locator(".part textarea").first).to_have_value("typed at once")
    expect(page.locator("[data-field='raises/indoors'] input")).to_be_checked()


def test_an_explanation_that_was_opened_meanwhile_stays_open(page: Page, server: SiteServer) -> None:
    waiting = held_scripts(page)
    page.goto(server.url + "en/learn/opening/")
    word = page.locator("form [popovertarget]").first
    with page.expect_request("**/training.*.js"):
        word.click()
    explanation = page.locator(f"#{word.get_attribute('popovertarget')}")
    expect(explanation).to_be_visible()
    waiting[0].continue_()
    expect(page.locator("body[data-form-script]")).to_have_count(0)
    expect(explanation).to_be_visible()


def test_the_other_language_waits_for_the_script_and_brings_what_was_typed(page: Page, server: SiteServer) -> None:
    waiting = held_scripts(page)
    page.goto(server.url + SHEET)
    with page.expect_request("**/forms.*.js"):
        page.locator(".part textarea").first.fill("typed at once")
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    waiting[0].continue_()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.locator(".part textarea").first).to_have_value("typed at once")


def test_the_link_to_the_other_language_works_where_nothing_was_typed(page: Page, server: SiteServer) -> None:
    waiting = held_scripts(page)
    page.goto(server.url + SHEET)
    with page.expect_request("**/forms.*.js"):
        page.locator(".part textarea").first.focus()
    page.locator(".language-switch a").first.click()
    waiting[0].continue_()
    page.wait_for_url("**/werk/**")
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_without_a_connection_the_form_says_so_and_the_next_touch_tries_again(page: Page, server: SiteServer) -> None:
    page.goto(server.url + LIST)
    page.route("**/forms.*.js", lambda route: route.abort())
    answer = page.locator("[data-item] textarea").first
    answer.fill("blijft staan")
    expect(page.locator("[data-message]")).to_contain_text("Kijk of je verbinding hebt")
    expect(answer).to_have_value("blijft staan")
    page.unroute("**/forms.*.js")
    page.locator('[data-action="clear"]').click()
    expect(answer).to_have_value("")
    expect(page.locator("[data-message]")).to_contain_text("Alles is leeg")
