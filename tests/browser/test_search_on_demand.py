"""The search is loaded when a reader turns to it, and not before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from site_server import SiteServer


def search_files(asked: list[str]) -> list[str]:
    return [url for url in asked if "/assets/search" in url]


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
    expect(page.locator(".search-results__list a").first).to_be_visible()
    assert {name for url in search_files(asked) if (name := url.rpartition("/")[2].partition(".")[0])} == {
        "search",
        "search-nl",
    }


def test_only_the_language_of_the_page_is_loaded_and_each_once(page: Page, server: SiteServer) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url + "en/")
    for _ in range(3):
        page.locator(".md-search__input").fill("code word")
        expect(page.locator(".search-results__list a").first).to_be_visible()
        page.keyboard.press("Escape")
        page.locator("#content").focus()
    assert len(search_files(asked)) == len(set(search_files(asked)))
    assert not [url for url in asked if "search-nl" in url]


@pytest.mark.parametrize("is_loaded", [False, True], ids=["before the search", "with the search"])
def test_no_letter_does_anything(page: Page, server: SiteServer, is_loaded: bool) -> None:
    # Somebody who dictates says letters too (WCAG 2.1.4).
    page.goto(server.url + "en/")
    if is_loaded:
        page.locator(".md-search__input").click()
        page.keyboard.type("code word")
        expect(page.locator(".search-results__list a").first).to_be_visible()
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
    page.locator(".search-results__list a").first.focus()
    page.keyboard.press("s")
    expect(page.locator(".search-results__list a").first).to_be_focused()
    expect(page.locator(".md-search__input")).to_have_value("code word")


@pytest.mark.parametrize("answer", [lambda route: route.continue_(), lambda route: route.abort()], ids=["", "lost"])
def test_the_search_is_not_seen_before_its_looks(
    page: Page, server: SiteServer, answer: Callable[[Route], None]
) -> None:
    waiting: list[Route] = []
    page.route("**/search.*.css", lambda route: waiting.append(route))
    page.goto(server.url)
    with page.expect_request("**/search-nl.*.js"):
        page.locator(".md-search__input").fill("codewoord")
    results = page.locator(".search-results__list a")
    expect(results).to_have_count(0)
    answer(waiting[0])
    expect(results.first).to_be_visible()


def test_the_search_can_be_closed_and_opened_again(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(server.url)
    button = page.get_by_role("button", name="Zoeken")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.type("plan")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator(".md-search__input")).to_have_value("")
    expect(page.locator(".search-results__list a")).to_have_count(0)
