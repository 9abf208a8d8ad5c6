"""Finds the page that an author meant by an address copied from a browser."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

_THIS_MACHINE = re.compile(r"(?i)(?:https?:)?//(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)(?::\d+)?(?:/|$)")


def is_of_this_site(address: str, site_url: str) -> bool:
    """Whether an address is one of this site: as it is published, or as it is shown while somebody writes."""
    return bool(_THIS_MACHINE.match(address)) or bool(site_url and address.startswith(site_url.rstrip("/") + "/"))


def path_to_type(address: str, page: str, urls: Mapping[str, str], site_url: str = "") -> str:
    """Give what to type for an address as a browser shows it; empty where no page has it.

    Args:
        address: The address, or the path in it.
        page: The source file of the page that links there, relative to the docs folder.
        urls: The addresses of all pages within the site, by source file.
        site_url: The address of the site.
    """
    parts = urlsplit(address)
    path = parts.path
    if parts.netloc:
        path = path.removeprefix(urlsplit(site_url).path.rstrip("/"))
    elif not path.startswith("/"):
        path = posixpath.join("/", urls.get(page, ""), path)
    wanted = _bare(path)
    target = next((source for source, url in urls.items() if _bare(url) == wanted), "")
    if not target:
        return ""
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    return relative_path(target, page) + anchor


def relative_path(target: str, page: str) -> str:
    """Give the path from one source file to another, as a link has it."""
    return posixpath.relpath(target, posixpath.dirname(page))


def _bare(path: str) -> str:
    return posixpath.normpath(posixpath.join("/", path)).removesuffix("/index.html").strip("/")
