"""A built site as a reader gets it: its pages, parsed."""

from __future__ import annotations

import posixpath
from functools import cached_property, lru_cache
from pathlib import Path

from lxml import html
from site_languages import LANGUAGES

__all__ = ["LANGUAGES", "BuiltSite"]


class BuiltSite:
    """Reads the pages of a built site.

    Args:
        folder: The folder that the build wrote.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tree = lru_cache(maxsize=None)(self._tree)

    def _tree(self, address: str) -> html.HtmlElement:
        path = self.folder / address / "index.html"
        root = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
        # Templates are no part of what a reader gets: they hold the page in its other languages and the rows that a
        # reader may add. lxml takes what is in them for a part of the page.
        for template in root.xpath("//template"):
            template.drop_tree()
        return root

    def asset(self, name: str) -> str:
        """The path of a file that pages load, relative to the site's root, by its name without the hash."""
        before, dot, ending = name.rpartition(".")
        (found,) = (self.folder / "assets").glob(f"{before}.{'[0-9a-f]' * 8}{dot}{ending}")
        return found.relative_to(self.folder).as_posix()

    @cached_property
    def addresses(self) -> list[str]:
        """The addresses of all pages, relative to the site's root, but for the page "not found"."""
        found = [path.parent.relative_to(self.folder).as_posix() for path in self.folder.rglob("index.html")]
        return sorted("" if address == "." else f"{address}/" for address in found)

    def in_language(self, language: str) -> list[str]:
        """The addresses of the pages in one language."""
        others = tuple(folder for folder in LANGUAGES.values() if folder)
        if folder := LANGUAGES[language]:
            return [address for address in self.addresses if address.startswith(folder)]
        return [address for address in self.addresses if not address.startswith(others)]

    def in_one_language(self) -> list[str]:
        """The address of each page in one of both languages, by turns: what differs by page and not by language."""
        dutch = self.in_language("nl")
        return [self._in_english(address) if number % 2 else address for number, address in enumerate(dutch)]

    def _in_english(self, address: str) -> str:
        """The address that the language switch of a Dutch page leads to."""
        (link,) = self.tree(address).xpath('//*[@data-region="switch"]//a[@hreflang="en"]/@href')
        return posixpath.normpath(posixpath.join(address, link)) + "/"

    def find(self, language: str, xpath: str) -> list[html.HtmlElement]:
        """All elements in one language that an XPath finds."""
        return [element for address in self.in_language(language) for element in self.tree(address).xpath(xpath)]

    def pages_with(self, xpath: str) -> list[str]:
        """The addresses of the pages on which an XPath finds something."""
        return [address for address in self.addresses if self.tree(address).xpath(xpath)]
