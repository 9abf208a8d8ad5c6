"""Nothing moves by itself or slides for a reader who asked the device for less motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from site_server import SiteServer

MOVING = """() => {
  const found = [];
  for (const element of [document.documentElement, ...document.querySelectorAll("body *")]) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const slides = style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
      if (slides || style.animationName !== "none" || style.scrollBehavior === "smooth")
        found.push(element.outerHTML.slice(0, 80));
    }
  }
  return found;
}"""
PAGES = [("", 390), ("en/learn/role/", 1280), ("werk/bladen/veiligheidsplan/", 390), ("nothing/here/", 390)]


@pytest.mark.parametrize(("address", "width"), PAGES)
def test_nothing_moves_where_less_motion_is_asked_for(page: Page, server: SiteServer, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url + address)
    assert page.evaluate(MOVING) == []


def test_menu_and_search_open_at_once(page: Page, server: SiteServer) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url + "werk/openen/")
    page.get_by_role("button", name="Menu").click()
    assert page.evaluate("document.getAnimations().length") == 0
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoeken").click()
    page.keyboard.type("plan")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(MOVING) == []


@pytest.mark.parametrize("style", ["transition: color 1s", "animation: turn 1s", "scroll-behavior: smooth"])
def test_what_moves_would_be_found(page: Page, style: str) -> None:
    page.set_content(f"<p style='{style}'>one</p><p>two</p>")
    assert len(page.evaluate(MOVING)) == 1
