"""What discreet and ordinary browsing leave in the browser, as the page on using this site says."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, expect
from profile_on_disk import history_addresses, history_list, open_profile
from site_server import SiteServer
from test_leaving import ELSEWHERE, entries, leave

HOME_PAGES = ["thuis/eigen-plek/", "thuis/pauze/", "thuis/plan/"]
WORK_PAGES = ["werk/openen/", "werk/acuut/", "werk/kinderen/"]


def read_on(page: Page, server: SiteServer, addresses: list[str]) -> None:
    """Follows the links of the menu."""
    for address in addresses:
        target = server.url + address
        page.locator(".md-nav--primary a:visible").evaluate_all(
            "(links, target) => links.find(link => link.href === target).click()", target
        )
        page.wait_for_url(target)
        page.wait_for_load_state()


def first_page(context: BrowserContext) -> Page:
    context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weer</title><h1>Weer</h1>"))
    page = context.pages[0]
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


def test_ordinary_browsing_leaves_every_page(playwright: Playwright, server: SiteServer, tmp_path: Path) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context)
        page.goto(server.url + "werk/")
        read_on(page, server, WORK_PAGES)
        assert entries(page)[1:] == [server.url + address for address in ["werk/", *WORK_PAGES]]
    assert {server.url + address for address in ["werk/", *WORK_PAGES]} <= set(history_list(tmp_path))


def test_pages_for_home_leave_the_last_page_in_the_list_and_nothing_behind_back(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context)
        page.goto(server.url + "thuis/")
        read_on(page, server, HOME_PAGES)
        assert entries(page)[1:] == [server.url + HOME_PAGES[-1]]
        page.go_back()
        assert page.url == "about:blank"
    assert history_list(tmp_path) == [server.url + HOME_PAGES[-1]]
    # What the page on using this site warns of: the address bar may still suggest them.
    assert {server.url + address for address in ["thuis/", *HOME_PAGES]} == history_addresses(tmp_path)


def test_leaving_takes_the_last_page_out_of_the_list_too(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context)
        page.goto(server.url + "thuis/")
        read_on(page, server, HOME_PAGES)
        leave(page)
        page.wait_for_url(ELSEWHERE)
        assert entries(page)[1:] == [ELSEWHERE]
    assert history_list(tmp_path) == [ELSEWHERE]


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
        assert "?" not in page.url
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
        page.get_by_role("checkbox", name="Discreet lezen").uncheck()
        read_on(page, server, ["omgeving/zien/"])
        assert len(entries(page)) == 3
    assert history_list(tmp_path) == [server.url + "omgeving/", server.url + "omgeving/zien/"]


def test_the_way_from_the_home_page_leaves_nothing_behind_back(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path) as context:
        page = first_page(context)
        page.goto(server.url)
        page.locator(".doors").get_by_role("link", name="Thuis").click()
        page.wait_for_url("**/thuis/")
        page.locator(".section-pages").get_by_role("link", name="rustig").click()
        page.wait_for_url("**/lijst-rustig-thuis/")
        assert entries(page)[1:] == [server.url + "thuis/lijst-rustig-thuis/"]
        leave(page)
        page.wait_for_url(ELSEWHERE)
        page.go_back()
        assert page.url == "about:blank"
    assert history_list(tmp_path) == [ELSEWHERE]


def test_whoever_comes_from_a_page_for_home_reads_on_discreetly(page: Page, server: SiteServer) -> None:
    page.goto("about:blank")
    page.goto(server.url + "thuis/pauze/")
    for door in ("Voor je werk", "Over deze site"):
        page.locator(".site-footer__doors").get_by_role("link", name=door).click()
        page.wait_for_load_state()
        expect(page.locator("h1")).not_to_have_text("Een pauze als de spanning stijgt")
    assert entries(page) == ["about:blank", server.url + "over/"]


def test_a_place_on_the_same_page_leaves_no_entry_either(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/pauze/")
    before = len(entries(page))
    page.locator(".md-nav--secondary a").last.click()
    expect(page.locator(".tip h2").last).to_be_in_viewport()
    assert len(entries(page)) == before


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
    page.goto(server.url + "thuis/")
    with page.context.expect_page() as opened:
        page.locator(".section-pages a").first.click(modifiers=["Control"])
    assert opened.value.url != page.url
