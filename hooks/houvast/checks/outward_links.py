"""Allows links out to a few home pages only: the rest is named, so that no reader is sent somewhere unsafe or gone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from houvast.authoring.source_lines import prose_lines
from houvast.checks.browser_addresses import is_of_this_site, path_to_type
from houvast.data.problem import Problem

_ADDRESS = re.compile(r"(?i)\b(?:https?://|//(?=\w[\w-]*\.)|www\.|mailto:|tel:)[^\s)>\]\"']*")


@dataclass(frozen=True)
class OwnAddresses:
    """What tells an address of this site, copied from a browser, and what to type for it.

    Attributes:
        page: The source file of the page that is looked at, relative to the docs folder.
        urls: The addresses of all pages within the site, by source file.
        site_url: The address of the site.
    """

    page: str
    urls: Mapping[str, str]
    site_url: str


def check_outward_links(
    markdown: str, path: str, first_line: int, allowed: Collection[str], own: OwnAddresses | None = None
) -> list[Problem]:
    """Find addresses outside the site that are not on the list, and those of the site itself.

    Args:
        markdown: The page's text, without front matter.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins.
        allowed: The addresses that may be linked to, to the letter but for a slash at the end.
        own: What tells addresses of the site itself.
    """
    remedy = "Name the organisation without an address, or use one of: " + ", ".join(sorted(allowed)) + "."
    return [
        Problem(path, number, *_own_address(address, own))
        if own and is_of_this_site(address, own.site_url)
        else Problem(path, number, not_linked_to(address), remedy)
        for number, line in prose_lines(markdown, first_line)
        for address in foreign_addresses(line, allowed)
    ]


def _own_address(address: str, own: OwnAddresses) -> tuple[str, str]:
    meant = path_to_type(address, own.page, own.urls, own.site_url)
    what = f"{address} is an address of this site as a browser shows it, not the file of a page."
    return what, f"Write '{meant}'." if meant else "Write the path from this file to that of the page, as `../page.md`."


def foreign_addresses(text: str, allowed: Collection[str]) -> Iterator[str]:
    """Give the addresses in a text that are outside the site and not on the list; see `check_outward_links`."""
    known = {address.rstrip("/") for address in allowed}
    return (found[0] for found in _ADDRESS.finditer(text) if found[0].rstrip("/.,") not in known)


def not_linked_to(address: str) -> str:
    """Says that an address is not on the list."""
    return f"{address} is not a page that this site links to."
