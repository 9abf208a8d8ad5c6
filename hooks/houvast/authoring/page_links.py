"""Reads the links between pages as authors write them, with the line at which they stand."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from houvast.authoring.source_lines import prose_lines
from houvast.data.problem import Mistake

_LINK = re.compile(r"(?:(?P<picture>!)\[(?P<instead>[^\]]*))?\]\(\s*<?(?P<written>[^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
# Stands before a file in the address of a link to what is there in other languages only, until the page is finished:
# MkDocs leaves such addresses alone.
ELSEWHERE = "elsewhere:"
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
        is_picture: Whether the page shows the file instead of leading there.
    """

    page: str
    line: int
    written: str
    target: str
    anchor: str
    is_picture: bool = False


def find_links(markdown: str, page: str, first_line: int) -> Iterator[PageLink]:
    """Find the links within the site on one page.

    Args:
        markdown: The page's text, without front matter.
        page: Its source file, relative to the docs folder.
        first_line: The line in the file at which the text begins.
    """
    for number, line in prose_lines(markdown, first_line):
        for found in _LINK.finditer(line):
            written = found["written"]
            if SCHEME.match(written):
                continue
            path, _, anchor = written.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
            yield PageLink(page, number, written, target, anchor, bool(found["picture"]))


def check_pictures(markdown: str, first_line: int) -> Iterator[Mistake]:
    """Find pictures that say nothing to whoever cannot see them.

    Args:
        markdown: The page's text, without front matter.
        first_line: The line in the file at which the text begins.
    """
    for number, line in prose_lines(markdown, first_line):
        for found in _LINK.finditer(line):
            if found["picture"] and not found["instead"].strip():
                written = found["written"]
                what = f"the picture '{written}' has no words for whoever cannot see it."
                yield Mistake(number, what, f"Say between the brackets what it shows: `![A cup]({written})`.")
