"""The search is loaded when a reader turns to it, and not before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from site_server import SiteServer


def search_files(asked: list[str]) -> list[str]:
    return [url for url in asked if "bundle" in url or "workers" in url or "search_index" in url]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_comes_without_the_search(page: Page, server: SiteServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url + "werk/lijsten/voor-je-belt/", wait_until="networkidle")
    # What a reader does with a page that has nothing to do with the search.
    page.locator("[data-item] input").first.check()
    page.locator("[data-item] textarea").first.fill("s f /")
    page.keyboard.press("s")
    page.mouse.wheel(0, 900)
    assert search_files(asked) == []
    if width < 1000:
        page.get_by_role("button", name="Zoeken").click()
    else:
        page.locator(".md-search__input").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    # What is typed while the search is on its way counts.
    page.keyboard.type("codewoord")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert search_files(asked) != []


@pytest.mark.parametrize("is_loaded", [False, True], ids=["before the search", "with the search"])
def test_no_letter_does_anything(page: Page, server: SiteServer, is_loaded: bool) -> None:
    # Somebody who dictates says letters too (WCAG 2.1.4).
    page.goto(server.url + "en/")
    if is_loaded:
        page.locator(".md-search__input").click()
        page.keyboard.type("code word")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        page.keyboard.press("Escape")
        page.locator("#content").focus()
    before = page.evaluate("[location.href, scrollY]")
    for key in "abcdefghijklmnopqrstuvwxyz/.,?1":
        page.keyboard.press(key)
    expect(page.locator(".md-search__input")).not_to_be_focused()
    assert page.evaluate("document.querySelector('#__search').checked") is False
    assert page.evaluate("[location.href, scrollY]") == before


def test_letters_beside_an_open_search_do_nothing(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "en/")
    page.locator(".md-search__input").click()
    page.keyboard.type("code word")
    page.locator(".md-search-result__link").first.focus()
    page.keyboard.press("s")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    expect(page.locator(".md-search__input")).to_have_value("code word")


@pytest.mark.parametrize("answer", [lambda route: route.continue_(), lambda route: route.abort()], ids=["", "lost"])
def test_the_search_is_not_seen_before_its_looks(
    page: Page, server: SiteServer, answer: Callable[[Route], None]
) -> None:
    waiting: list[Route] = []
    page.route("**/search.*.css", lambda route: waiting.append(route))
    page.goto(server.url)
    with page.expect_request("**/search_index.json"):
        page.locator(".md-search__input").focus()
    output = page.locator(".md-search__output")
    expect(output).to_have_count(1)
    expect(output).to_be_hidden()
    answer(waiting[0])
    expect(output).to_be_visible()


def test_what_opens_more_places_on_a_page_is_large_and_in_line_with_them(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server.url + "en/")
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("plan")
    more = page.locator(".md-search-result__more > summary").first
    expect(more).to_be_visible()
    box, title = more.bounding_box(), page.locator(".md-search-result__link h1").first.bounding_box()
    assert box is not None
    assert title is not None
    assert box["height"] >= 24
    words = more.locator("div").evaluate("words => parseFloat(getComputedStyle(words).paddingInlineStart)")
    assert box["x"] + words >= title["x"]


def test_the_search_can_be_closed_and_opened_again(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server.url)
    button = page.get_by_role("button", name="Zoeken")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.type("plan")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(page.locator(".md-search__input")).to_be_focused()
