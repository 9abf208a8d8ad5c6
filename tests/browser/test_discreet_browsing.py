"""What discreet and ordinary browsing leave in the browser, as the page on using this site says."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser_traces import check_trace, measures
from built_site import BuiltSite
from filled_form import said, turn_to_form
from playwright.sync_api import BrowserContext, Page, Playwright, Route, expect
from profile_on_disk import files_by_marker, files_holding, history_addresses, history_list, open_profile
from shown_page import wait_until_shown
from site_server import SiteServer
from test_leaving import ELSEWHERE, NEUTRAL_TITLE, entries, leave

HOME_PAGES = ["thuis/eigen-plek/", "thuis/pauze/", "thuis/plan/"]
WORK_PAGES = ["werk/openen/", "werk/acuut/", "werk/tekens/"]


def read_on(page: Page, server: SiteServer, addresses: list[str]) -> None:
    """Follows links of the menu, of the text or of the foot of the page."""
    for address in addresses:
        target = server.url + address
        page.locator("a").evaluate_all("(all, target) => all.find((link) => link.href === target).click()", target)
        wait_until_shown(page, target)


def title_of(site: BuiltSite, address: str) -> str:
    return str(site.tree(address).xpath("string(//h1/text())")).strip()


def first_page(context: BrowserContext, leaves: bool = False) -> Page:
    """The first tab. Only for whoever leaves is the neutral site there: a browser whose answers are made up keeps all
    that it is asked not to keep.
    """
    if leaves:
        context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weer</title><h1>Weer</h1>"))
    page = context.pages[0]
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


@measures("chromium", "ordinary-history")
def test_ordinary_browsing_leaves_every_page(playwright: Playwright, server: SiteServer, tmp_path: Path) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context)
        page.goto(server.url + "werk/")
        read_on(page, server, WORK_PAGES)
        assert entries(page)[1:] == [server.url + address for address in ["werk/", *WORK_PAGES]]
    visited = [server.url + address for address in ["werk/", *WORK_PAGES]]
    check_trace("chromium", "ordinary-history", visited, history_list(tmp_path))


@measures("chromium", "discreet-history", "discreet-suggestions", "discreet-session")
def test_pages_for_home_leave_the_first_page_and_nothing_behind_back(
    playwright: Playwright, server: SiteServer, site: BuiltSite, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context)
        page.goto(server.url + "thuis/samen/")
        read_on(page, server, HOME_PAGES)
        assert page.locator("h1").inner_text() == title_of(site, HOME_PAGES[-1])
        assert entries(page)[1:] == [server.url + "thuis/samen/"]
        page.go_back()
        assert page.url == "about:blank"
    visited = [server.url + address for address in ["thuis/samen/", *HOME_PAGES]]
    check_trace("chromium", "discreet-history", visited, history_list(tmp_path))
    check_trace("chromium", "discreet-suggestions", visited, history_addresses(tmp_path))
    found = files_by_marker(tmp_path, visited)
    sessions = [address for address in visited if any("Sessions" in file for file in found[address])]
    check_trace("chromium", "discreet-session", visited, sessions)
    # Nor is an address of the others in any other file.
    assert [address for address in visited[1:] if found[address]] == []


@measures("chromium", "discreet-cache")
def test_the_text_of_a_page_that_was_read_discreetly_is_not_in_the_cache(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    profiles = {}
    for way, start in (("discreetly", "thuis/samen/"), ("by its address", "thuis/pauze/")):
        profile = tmp_path / way
        with open_profile(playwright, profile) as context:
            page = first_page(context)
            page.goto(server.url + start)
            read_on(page, server, ["thuis/pauze/"] if start == "thuis/samen/" else [])
            wait_until_shown(page, f"{server.url}thuis/pauze/")
        profiles[way] = [file for file in files_holding(profile, 'id="home-time-out-agree"') if "Cache" in file]
    assert profiles["by its address"] != []
    check_trace("chromium", "discreet-cache", ["a page"], ["a page"] if profiles["discreetly"] else [])


@measures("chromium", "discreet-history-left")
def test_leaving_takes_the_first_page_out_of_the_list_too(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context, leaves=True)
        page.goto(server.url + "thuis/samen/")
        read_on(page, server, HOME_PAGES)
        leave(page)
        page.wait_for_url(ELSEWHERE)
        assert entries(page)[1:] == [ELSEWHERE]
    assert history_list(tmp_path) == [ELSEWHERE]
    visited = [server.url + address for address in ["thuis/", *HOME_PAGES]]
    check_trace("chromium", "discreet-history-left", visited, history_list(tmp_path))


def test_the_choice_is_carried_from_page_to_page_without_storage_or_address(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context)
        page.goto(server.url + "omgeving/")
        switch = page.get_by_role("checkbox", name="Discreet lezen")
        expect(switch).not_to_be_checked()
        switch.check()
        expect(page.locator("[data-discreet-status]")).to_contain_text("staat aan")
        read_on(page, server, ["omgeving/zien/", "omgeving/advies/", "omgeving/"])
        expect(page.get_by_role("checkbox", name="Discreet lezen")).to_be_checked()
        assert entries(page)[1:] == [server.url + "omgeving/"]
        assert page.url == server.url + "omgeving/"
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        page.get_by_role("checkbox", name="Discreet lezen").uncheck()
        read_on(page, server, ["omgeving/rust/"])
        assert len(entries(page)) == 3
    assert history_list(tmp_path) == [server.url + "omgeving/", server.url + "omgeving/rust/"]


@measures("chromium", "back")
def test_the_way_from_the_home_page_leaves_nothing_behind_back(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context, leaves=True)
        page.goto(server.url)
        page.locator('.doors a[href="thuis/"]').click()
        wait_until_shown(page, f"{server.url}thuis/")
        page.locator(".doors").get_by_role("link", name="nee te zeggen").click()
        wait_until_shown(page, f"{server.url}thuis/samen/")
        page.locator(".section-pages").get_by_role("link", name="rustig").click()
        wait_until_shown(page, f"{server.url}thuis/lijst-rustig-thuis/")
        assert entries(page)[1:] == [server.url]
        leave(page)
        page.wait_for_url(ELSEWHERE)
        assert entries(page)[1:] == [ELSEWHERE]
        page.go_back()
        assert page.url == "about:blank"
        visited = [server.url, f"{server.url}thuis/", f"{server.url}thuis/lijst-rustig-thuis/"]
        check_trace("chromium", "back", visited, entries(page))
    assert history_list(tmp_path) == [ELSEWHERE]


def test_whoever_comes_from_a_page_for_home_reads_on_discreetly(page: Page, server: SiteServer) -> None:
    page.goto("about:blank")
    page.goto(server.url + "thuis/pauze/")
    for door, address in (("Voor je werk", "werk/"), ("Over deze site", "over/")):
        page.locator(".site-footer__doors").get_by_role("link", name=door).click()
        wait_until_shown(page, server.url + address)
    assert entries(page) == ["about:blank", server.url + "thuis/pauze/"]


def test_a_place_on_the_same_page_leaves_no_entry_either(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/pauze/")
    before = len(entries(page))
    page.locator(".md-nav--secondary a").last.click()
    place = page.locator(".tip h2").last
    expect(place).to_be_in_viewport()
    expect(place).to_be_focused()
    assert len(entries(page)) == before
    assert page.url == server.url + "thuis/pauze/"
    # Also on a page that was brought, and from another one.
    read_on(page, server, ["thuis/plan/"])
    page.locator(".md-nav--secondary a").last.click()
    expect(page.locator(".tip h2").last).to_be_in_viewport()
    page.evaluate(
        "document.querySelector('article').innerHTML = '<a href=\"../thuis/pauze/#home-time-out-agree\">x</a>'"
    )
    page.evaluate(
        "document.querySelector('article a').href = new URL('/thuis/pauze/#home-time-out-agree', location.href)"
    )
    page.locator("article a").click()
    expect(page.locator("#home-time-out-agree")).to_be_in_viewport()
    expect(page.locator("#home-time-out-agree")).to_be_focused()
    assert entries(page)[-1] == server.url + "thuis/pauze/"


def test_a_page_that_was_brought_works_as_one_that_was_opened(page: Page, server: SiteServer) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.goto(server.url + "en/home/together/")
    read_on(page, server, ["en/home/time-out/"])
    # Its name is read out, and the keys begin at the way out.
    expect(page.locator("[data-page-status]")).to_have_text(page.locator("h1").inner_text())
    page.keyboard.press("Tab")
    expect(page.locator("[data-leave]")).to_be_focused()
    assert page.title() == "Houvast"
    read_on(page, server, ["en/home/sheets/", "en/home/sheets/time-out-sheet/"])
    page.locator(".part textarea").first.fill("blijft staan")
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.locator(".part textarea").first).to_have_value("blijft staan")
    assert page.title() == "Houvast"
    page.locator(".md-search__input").click()
    page.keyboard.type("codewoord")
    page.locator(".search-results__list a").first.click()
    expect(page.locator("html")).not_to_have_attribute("data-address", f"{server.url}en/home/sheets/time-out-sheet/")
    assert entries(page)[-1] == server.url + "en/home/together/"
    assert errors == []


def test_a_page_that_does_not_come_says_so_and_the_page_stays(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/samen/")
    page.context.set_offline(True)
    page.locator(".section-pages a").first.click()
    expect(page.locator("[data-page-message]")).to_contain_text("Kijk of je verbinding hebt")
    expect(page.locator("[data-page-message]")).to_be_in_viewport()
    expect(page.locator("article")).not_to_have_attribute("aria-busy", "true")
    page.context.set_offline(False)
    page.locator(".section-pages a").first.click()
    expect(page.locator("h1")).not_to_have_text("Samen thuis")


def test_the_page_that_was_asked_for_last_is_shown(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/samen/")
    waiting: list[Route] = []
    page.route("**/thuis/plan/", lambda route: waiting.append(route))
    links = page.locator(".md-nav--primary a:visible")
    with page.expect_request("**/thuis/plan/"):
        links.evaluate_all("all => all.find((link) => link.href.endsWith('/thuis/plan/')).click()")
    expect(page.locator("article")).to_have_attribute("aria-busy", "true")
    read_on(page, server, ["thuis/pauze/"])
    # The one before is dropped by the browser itself.
    assert "Abort" in str(waiting[0].request.failure) or waiting[0].request.failure is not None


def test_whoever_leaves_is_not_brought_back_by_a_page_that_comes_later(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/samen/")
    waiting: list[Route] = []
    page.route("**/thuis/plan/", lambda route: waiting.append(route))
    with page.expect_request("**/thuis/plan/"):
        page.locator(".md-nav--primary a:visible").evaluate_all(
            "all => all.find((link) => link.href.endsWith('/thuis/plan/')).click()"
        )
    page.context.set_offline(True)
    page.locator("[data-leave]").click()
    with page.expect_event("requestfinished"):
        waiting[0].fulfill(body="<!doctype html><h1>Te laat</h1>", content_type="text/html")
    page.evaluate("new Promise((done) => setTimeout(done))")
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("Samen thuis")
    assert page.title() == NEUTRAL_TITLE


@pytest.mark.parametrize("answer", ["goes", "stays"])
def test_answers_of_professionals_are_asked_about_on_the_way_to_another_page(
    page: Page, server: SiteServer, answer: str
) -> None:
    asked: list[str] = []
    page.on(
        "dialog",
        lambda dialog: (asked.append(dialog.message), (dialog.accept if answer == "goes" else dialog.dismiss)()),
    )
    page.goto(server.url + "thuis/samen/")
    read_on(page, server, ["thuis/pauze/"])
    page.locator(".site-footer__doors").get_by_role("link", name="Voor je werk").click()
    wait_until_shown(page, f"{server.url}werk/")
    page.evaluate("[...document.querySelectorAll('a')].find((link) => link.href.endsWith('/zes-vragen/')).click()")
    wait_until_shown(page, f"{server.url}werk/lijsten/zes-vragen/")
    area = page.locator("[data-item] textarea").first
    area.fill("half ingevuld")
    turn_to_form(page)
    with page.expect_event("dialog"):
        page.locator(".site-footer__doors").get_by_role("link", name="Thuis").click()
    if answer == "goes":
        wait_until_shown(page, f"{server.url}thuis/")
    else:
        expect(area).to_have_value("half ingevuld")
    assert asked == [said("nl", "leave_filled")]


def test_from_home_nothing_asks_before_answers_are_lost(page: Page, server: SiteServer) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.goto(server.url + "thuis/samen/")
    read_on(page, server, ["thuis/lijst-rustig-thuis/"])
    page.locator("[data-item] textarea").first.fill("half ingevuld")
    read_on(page, server, ["thuis/samen/"])
    assert asked == []


def test_the_next_site_is_told_nothing(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "omgeving/")
    page.get_by_role("checkbox", name="Discreet lezen").check()
    assert page.evaluate("window.name") != ""
    with SiteServer(Path(__file__).parent) as other:
        page.evaluate("address => { location.href = address; }", f"{other.url}conftest.py")
        page.wait_for_url(f"{other.url}conftest.py")
        assert page.evaluate("window.name") == ""
        assert page.evaluate("document.referrer") == ""


def test_the_mark_says_nothing(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "omgeving/")
    page.get_by_role("checkbox", name="Discreet lezen").check()
    assert len(page.evaluate("window.name")) == 1


def test_a_new_tab_opens_as_the_reader_asked(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/samen/")
    with page.context.expect_page() as opened:
        page.locator(".section-pages a").first.click(modifiers=["Control"])
    assert opened.value.url != page.url
