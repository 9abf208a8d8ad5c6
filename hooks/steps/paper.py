"""Keeps what stands on a page that refuses paper and copies (`paper: none`) off every other page."""

from __future__ import annotations

import logging
import posixpath
from urllib.parse import urlsplit

from houvast.checks.paper_refusal import is_for_home, refuses_paper
from houvast.data.problem import Problem
from lxml.html import HtmlElement
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from steps.folders import docs_in_messages
from steps.site_state import SiteBuild

log = logging.getLogger("mkdocs.hooks.paper")


def remember_refusing(page: Page, site: SiteBuild) -> None:
    """Remember a page that refuses paper: no page for others leads there, and no search finds it.

    What the search finds is shown on pages that print and copy, and to whoever is at the device; the way there is two
    touches from the first page for home.
    """
    if refuses_paper(page.meta):
        site.refusing[page.url] = page.file.src_uri
    else:
        site.refusing.pop(page.url, None)


def report_ways_to_refusing(output: HtmlElement, page: Page, site: SiteBuild, config: MkDocsConfig) -> None:
    """Look for ways to such a page on the finished pages that are not for home alone."""
    if is_for_home(page.meta) or not site.refusing:
        return
    root = docs_in_messages(config)
    refusing = {url.strip("/"): source for url, source in site.refusing.items()}
    for link in {str(href) for href in output.xpath("//a/@href")}:
        parts = urlsplit(link)
        target = posixpath.normpath(posixpath.join("/", page.url, parts.path)).strip("/")
        if not parts.scheme and target in refusing:
            what = f"it leads to {root}/{refusing[target]}, which refuses paper, and is not for families alone."
            remedy = "Look for the link in its text, or in the template or data that makes it."
            log.warning("%s", Problem(f"{root}/{page.file.src_uri}", 1, what, remedy))
