"""Old addresses of pages that moved: what is wrong with them, and where a built site has them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from houvast.checks.revealing_words import revealing_words_in

# The page that overrides/moved.html makes says so of itself, with the new address from the old one.
_MOVED = re.compile(r'<meta http-equiv="refresh" content="0; url=(?P<to>[^"]+)" data-moved>')
_MAX_READ = 4000


@dataclass(frozen=True)
class MovedPage:
    """A page with an address that it had before.

    Attributes:
        source: Its source file, relative to the docs folder.
        old: The old address, from the site's root, without slashes at its ends.
    """

    source: str
    old: str


def check_moved_pages(
    moved: Sequence[MovedPage], urls: Mapping[str, str], neutral_words: Sequence[str]
) -> Iterator[tuple[MovedPage, str, str]]:
    """Find old addresses that cannot lead on.

    Args:
        moved: Those of all languages.
        urls: The addresses of all pages now, by source file.
        neutral_words: Words that may not be seen from outside.

    Yields:
        The old address, what is wrong with it, and the remedy.
    """
    taken = {url.strip("/").casefold(): f"{source} now" for source, url in urls.items()}
    for page in moved:
        if (other := taken.get(page.old.casefold())) is not None:
            what = f"the old address '{page.old}' is that of {other}."
            yield page, what, "Take it out of `moved_from`: one address leads to one page."
        for word in revealing_words_in(page.old, neutral_words):
            what = f"the old address '{page.old}' says '{word}', and would stand in the history again."
            yield page, what, "Take it out of `moved_from`."
        taken.setdefault(page.old.casefold(), f"{page.source} too")


def file_of(old: str, directory_urls: bool) -> str:
    """The file that a page for an old address is written to."""
    return f"{old}/index.html" if directory_urls else f"{old}.html"


def moved_addresses(site: Path) -> list[tuple[str, str]]:
    """Give the old addresses of a built site with the new ones, both from the site's root, for the rules of servers."""
    found = []
    for file in sorted(site.rglob("*.html")):
        with file.open(encoding="utf-8", errors="replace") as page:
            said = _MOVED.search(page.read(_MAX_READ))
        if said:
            old = file.relative_to(site).as_posix().removesuffix("index.html")
            new = posixpath.normpath(posixpath.join("/", posixpath.dirname(old), said["to"]))
            found.append((old, new.strip("/") + ("/" if said["to"].endswith("/") else "")))
    return found
