"""Moves HTML from one page to another: its relative links go on working."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin, urlsplit

from lxml import html


def moved_links(markup: str, page: str, other_page: str) -> str:
    """Give HTML of one page so that its relative links work on another.

    Args:
        markup: The HTML, with one element around it.
        page: The address of the page that it comes from, relative to the site's root.
        other_page: The address of the page that it goes to.
    """

    def moved(link: str) -> str:
        if urlsplit(link).scheme:
            return link
        target = urljoin(f"/{page}", link)
        folder = posixpath.dirname(f"/{other_page}")
        path, hash_sign, anchor = target.partition("#")
        slash = "/" if path.endswith("/") else ""
        return posixpath.relpath(path, folder) + slash + hash_sign + anchor

    element = html.fragment_fromstring(markup)
    element.rewrite_links(moved)
    return str(html.tostring(element, encoding="unicode"))
