"""Allows links out to a few home pages only: the rest is named, so that no reader is sent somewhere unsafe or gone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from houvast.authoring.source_lines import prose_lines
from houvast.data.problem import Problem

_ADDRESS = re.compile(r"(?i)\b(?:https?://|//(?=\w[\w-]*\.)|www\.|mailto:|tel:)[^\s)>\]\"']*")


def check_outward_links(markdown: str, path: str, first_line: int, allowed: Collection[str]) -> list[Problem]:
    """Find addresses outside the site that are not on the list.

    Args:
        markdown: The page's text, without front matter.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins.
        allowed: The addresses that may be linked to, to the letter but for a slash at the end.
    """
    remedy = "Name the organisation without an address, or use one of: " + ", ".join(sorted(allowed)) + "."
    return [
        Problem(path, number, not_linked_to(address), remedy)
        for number, line in prose_lines(markdown, first_line)
        for address in foreign_addresses(line, allowed)
    ]


def foreign_addresses(text: str, allowed: Collection[str]) -> Iterator[str]:
    """Give the addresses in a text that are outside the site and not on the list; see `check_outward_links`."""
    known = {address.rstrip("/") for address in allowed}
    return (found[0] for found in _ADDRESS.finditer(text) if found[0].rstrip("/.,") not in known)


def not_linked_to(address: str) -> str:
    """Says that an address is not on the list."""
    return f"{address} is not a page that this site links to."
