"""Checks the links between pages as authors write them, with the line at which they stand."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from tipsite.problem import Problem
from tipsite.source_lines import prose_lines

_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True)
class PageLink:
    """A link from one page to a page or a place on it.

    Attributes:
        page: The file that has the link, relative to the docs folder.
        line: Its line in that file.
        written: The link as written.
        target: The file that it points to, relative to the docs folder.
        anchor: The place on that page, or empty.
    """

    page: str
    line: int
    written: str
    target: str
    anchor: str


def find_links(markdown: str, page: str, first_line: int) -> Iterator[PageLink]:
    """Finds the links within the site on one page.

    Args:
        markdown: The page's text, without front matter.
        page: Its source file, relative to the docs folder.
        first_line: The line in the file at which the text begins.
    """
    for number, line in prose_lines(markdown, first_line):
        for found in _LINK.finditer(line):
            written = found[1]
            if SCHEME.match(written):
                continue
            path, _, anchor = written.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            yield PageLink(page, number, written, target, anchor)


def check_links(
    links: list[PageLink], anchors: Mapping[str, Collection[str]], other_files: Collection[str], root: str
) -> list[Problem]:
    """Checks that every link leads somewhere.

    Args:
        links: The links of all pages of one language.
        anchors: The ids on each page, by source file.
        other_files: Files that are no pages and can be linked to.
        root: The docs folder as written in messages.

    Returns:
        A problem for each broken link and each place that is not there, with the nearest one that is.
    """
    problems = []
    for link in links:
        place = f"{root}/{link.page}"
        if link.target in anchors:
            if link.anchor and link.anchor not in anchors[link.target]:
                what = f"the link '{link.written}' points to a place that {root}/{link.target} does not have."
                problems.append(Problem(place, link.line, what, _nearest(link.anchor, anchors[link.target])))
        elif link.target not in other_files:
            what = f"the link '{link.written}' points to a file that is not there: {root}/{link.target}."
            problems.append(Problem(place, link.line, what, _nearest(link.target, anchors)))
    return problems


def _nearest(wanted: str, names: Collection[str]) -> str:
    near = difflib.get_close_matches(wanted, list(names), n=1)
    return f"Did you mean '{near[0]}'?" if near else "Correct it, or write the text without a link."
