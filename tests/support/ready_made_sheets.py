"""Makes a blank PDF of every list and worksheet, for a publisher who wants to hand out files: `make pdf`.

They are made with the browser that the tests use, and tagged, so that a screen reader reads them as the page.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from browser_start import start_browser
from built_site import LANGUAGES, BuiltSite
from filled_form import turn_to_form
from houvast.checks.revealing_words import revealing_words_in
from playwright.sync_api import Page, sync_playwright
from site_languages import NEUTRAL_WORDS
from site_server import SiteServer

# The answers of the training are no sheet to hand out; its own pages print it.
_SHEET = "//form[@data-form and not(@data-carries)]"


@dataclass(frozen=True)
class Sheet:
    """What one button "print blank" prints.

    Attributes:
        address: The page, relative to the site's root.
        part: The part that is printed by itself, or nothing for all that is printed together.
        file: The file that it becomes, by language; its folders are part of its name.
    """

    address: str
    part: str
    file: str


def sheets_of(site: BuiltSite) -> Iterator[Sheet]:
    """Give what can be printed of each list and worksheet.

    Args:
        site: The built site.

    Raises:
        ValueError: A file would say from outside what it is about.
    """
    sheets = set(site.pages_with(_SHEET)) - set(site.pages_with("//body[@data-refuses-paper]"))
    for language, root in LANGUAGES.items():
        for address in site.in_language(language):
            if address in sheets:
                for button in site.tree(address).xpath('//button[@data-action="print-blank"]'):
                    part = button.get("data-prints", "")
                    name = "-".join([*address.removeprefix(root).strip("/").split("/"), *([part] if part else [])])
                    if found := revealing_words_in(name, NEUTRAL_WORDS):
                        raise ValueError(f"{address}: the file would say '{found[0]}'. Choose another address or id.")
                    yield Sheet(address, part, f"{language}/{name}.pdf")


def print_blank(page: Page, url: str, part: str, file: Path) -> None:
    """Print a page as its button "print blank" does, into a tagged PDF.

    Args:
        page: A page of the browser, in light colours.
        url: The address of the list or worksheet.
        part: The part that is printed by itself, or nothing.
        file: The PDF.
    """
    page.goto(url)
    turn_to_form(page)
    page.evaluate("window.print = () => {}")
    which = f'[data-prints="{part}"]' if part else ":not([data-prints])"
    button = page.locator(f'[data-action="print-blank"]{which}')
    # Where the button stands in a part that is folded, it is pressed all the same.
    button.evaluate("button => button.click()")
    page.pdf(path=file, prefer_css_page_size=True, tagged=True, outline=True)


def main(folder: Path, target: Path) -> None:
    """Write the sheets of a built site, in the place of those that were there."""
    site = BuiltSite(folder)
    shutil.rmtree(target, ignore_errors=True)
    with SiteServer(folder) as server, sync_playwright() as driver:
        browser = start_browser(driver)
        for sheet in sheets_of(site):
            (target / sheet.file).parent.mkdir(parents=True, exist_ok=True)
            page = browser.new_page()
            print_blank(page, server.url + sheet.address, sheet.part, target / sheet.file)
            page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
