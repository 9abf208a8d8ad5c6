"""Paper: keeps what stands on a page that refuses paper and copies (`paper: none`) off every other page.

Answers these events of MkDocs:
  on_page_markdown  such a page is not searched: what the search finds is shown on pages that print and copy, and by
                    whoever is at the device; the way there is two touches from the first page for home
  on_post_page      what templates make (menu, cards, doors) leads there from pages for home only; what a text says is
                    checked with the text (hooks/content.py)
"""

from __future__ import annotations

import logging
import posixpath
from urllib.parse import urlsplit

from houvast.checks.paper_refusal import is_for_home, refuses_paper
from houvast.data.problem import Problem, root_in_messages
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.paper")

_refusing: dict[str, str] = {}


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Remembers the pages that refuse paper, and takes them out of the search."""
    if refuses_paper(page.meta):
        _refusing[page.url] = page.file.src_uri
        page.meta["search"] = {"exclude": True}
    else:
        _refusing.pop(page.url, None)


@event_priority(-300)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Look for ways to such a page on the finished pages that are not for home alone."""
    if is_for_home(page.meta) or not _refusing:
        return
    root = root_in_messages(config.docs_dir, config.config_file_path)
    for link in {str(href) for href in html.fromstring(output).xpath("//a/@href")}:
        parts = urlsplit(link)
        target = posixpath.normpath(posixpath.join("/", page.url, parts.path)).strip("/")
        for url, source in _refusing.items():
            if not parts.scheme and url.strip("/") == target:
                what = f"it leads to {root}/{source}, which refuses paper, and is not for families alone."
                remedy = "Look for the link in its text, or in the template or data that makes it."
                log.warning("%s", Problem(f"{root}/{page.file.src_uri}", 1, what, remedy))
