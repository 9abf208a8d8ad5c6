"""A page of each kind, in both languages by turns, for tests that would take too long on every page."""

from __future__ import annotations

from playwright.sync_api import Page

KINDS = {
    "home page": "",
    "section": "en/work/",
    "tip sheet": "werk/openen/",
    "tip sheet for home": "en/home/time-out/",
    "list": "werk/lijsten/zes-vragen/",
    "worksheet": "en/work/sheets/three-houses/",
    "worksheet with a table": "werk/bladen/stappen-vastleggen/",
    "cards": "thuis/bladen/codewoord/",
    "module": "en/learn/role/",
    "tips by module": "leren/tips/",
    "proof": "en/learn/proof/",
    "trainer's page": "leren/trainer/openen/",
    "document to print": "en/learn/print/role/",
    "safe use": "over/veilig-lezen/",
    "not found": "nothing/here/",
}


def enlarge_text(page: Page, pixels: int) -> None:
    """Set the size of letters that a reader chose in the browser's settings; it is 16 pixels if they chose none."""
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels * 13 // 16}})
