"""Allows links out to a few home pages only: the rest is named, so that no reader is sent somewhere unsafe or gone."""

from __future__ import annotations

import re
from collections.abc import Collection

from tipsite.problem import Problem
from tipsite.source_lines import prose_lines

_ADDRESS = re.compile(r"(?i)\b(?:https?://|//(?=\w[\w-]*\.)|www\.|mailto:|tel:)[^\s)>\]\"']*")


def check_outward_links(markdown: str, path: str, first_line: int, allowed: Collection[str]) -> list[Problem]:
    """Finds addresses outside the site that are not on the list.

    Args:
        markdown: The page's text, without front matter.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins.
        allowed: The addresses that may be linked to, to the letter but for a slash at the end.
    """
    known = {address.rstrip("/") for address in allowed}
    return [
        Problem(
            path,
            number,
            f"{found[0]} is not a page that this site links to.",
            "Name the organisation without an address, or use one of: " + ", ".join(sorted(allowed)) + ".",
        )
        for number, line in prose_lines(markdown, first_line)
        for found in _ADDRESS.finditer(line)
        if found[0].rstrip("/.,") not in known
    ]
