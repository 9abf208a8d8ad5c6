"""Works out a page's address in its own language, from the `address` of the page and of the folders above it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping


def localized_path(page: str, addresses: Mapping[str, str]) -> str:
    """Give a page's path with each part in the page's language.

    A folder's part is the address of its index page, a page's part its own; where there is none, the name of the
    folder or file stays.

    Args:
        page: The source file within its language's folder, e.g. `werk/openen.md`.
        addresses: The `address` of each page of that language, by source file.

    Returns:
        The path without ending, e.g. `work/opening`; an index page ends in `index`.
    """
    folder, name = posixpath.split(page)
    parts: list[str] = []
    walked = ""
    for part in folder.split("/") if folder else []:
        walked = posixpath.join(walked, part)
        parts.append(addresses.get(f"{walked}/index.md", part))
    stem = name.removesuffix(".md")
    parts.append(stem if stem == "index" else addresses.get(page, stem))
    return "/".join(parts)


def destination(path: str, directory_urls: bool) -> str:
    """The file that a localized path is written to: a folder with an index page, or one file."""
    if path == "index" or path.endswith("/index") or not directory_urls:
        return f"{path}.html"
    return f"{path}/index.html"


def shared_destinations(destinations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Find pages that would be written over one another.

    Args:
        destinations: The file that each page is written to, by source file. Capitals make no difference on the disks of
            many computers, so they make none here.

    Yields:
        Pairs of a page and the one before it, in order of their names, that is written to the same file.
    """
    first: dict[str, str] = {}
    for page in sorted(destinations):
        other = first.setdefault(destinations[page].casefold(), page)
        if other != page:
            yield page, other
