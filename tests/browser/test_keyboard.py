"""The site can be used with keys alone, on a desktop and on a narrow screen."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from site_server import SiteServer

FOCUSED = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  return { id: at.id, name: at.getAttribute("name") || "", action: at.dataset.action || "", tag: at.tagName,
           outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
           shown: box.width > 0 && box.height > 0 };
}"""


def test_a_whole_list_is_filled_in_by_keys(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "werk/lijsten/zes-vragen/")
    items = page.locator("[data-item]").count()
    questions = page.locator('[data-kind="ask"]').count()
    page.locator('[data-action="clear"]').focus()
    ticked = written = 0
    while ticked < items:
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        assert at["outlined"], at
        assert at["shown"], at
        if at["name"].endswith("/answer"):
            page.keyboard.type("ja")
            written += 1
        elif at["name"] and not at["name"].endswith("/not-applicable"):
            page.keyboard.press("Space")
            ticked += 1
    if questions == items:
        page.keyboard.press("Tab")
    assert written == questions
    expect(page.locator("[data-progress]")).to_have_text(f"{items} van {items}")


def test_tab_reaches_the_content_by_way_of_the_skip_link(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "en/work/prepare/")
    # After the two links of the bar on top.
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.leave-bar__skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_menu_and_search_open_and_close_by_keys_on_a_narrow_screen(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(server.url)
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-nav--primary a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    search = page.get_by_role("button", name="Zoeken")
    search.focus()
    page.keyboard.press("Space")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(search).to_have_attribute("aria-expanded", "false")


def test_a_menu_that_was_open_is_closed_on_the_way_back(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(server.url + "werk/openen/")
    page.locator("[data-toggles=__drawer]").click()
    page.goto(server.url + "werk/doorvragen/")
    page.go_back()
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator("[data-toggles=__drawer]")).to_have_attribute("aria-expanded", "false")


def test_a_closed_menu_is_out_of_the_way_of_keys(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(server.url + "thuis/pauze/")
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-sidebar--primary')") is None


def test_the_language_switch_is_reached_by_keys(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "werk/openen/")
    switch = page.get_by_role("link", name="English")
    for _ in range(20):
        page.keyboard.press("Tab")
        if switch.evaluate("link => link === document.activeElement"):
            break
    expect(switch).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/work/opening/")
