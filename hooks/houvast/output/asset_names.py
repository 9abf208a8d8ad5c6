"""Gives each file that a page loads a name with the hash of what is in it, and each page a mark of its build.

So what lies at such an address never changes: browsers may keep it, and a page of an older build never gets a script
or style of a newer one by its name. A file that names others gets its name after those, since their names are part of
what is in it.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from houvast.output.search_index import is_index_file

_DIGITS = 8
_NAMED = re.compile(rf"\.[0-9a-f]{{{_DIGITS}}}\.\w+$")
# What can load a file or lead to one, and the attributes that name it.
_TAG = re.compile(r'<(a|audio|body|embed|form|img|link|object|script|source|video)\s(?:[^>"]|"[^"]*")*>')
_NAMED_IN_TAG = re.compile(r'(\s(?:src|href|poster|data|data-\w+-script)=")([^":#?]+)(?=["#?])')
_NAMED_IN_FILE = {
    ".css": re.compile(r"""(url\(["']?)([^"')#?:]+)(?=["')#?])"""),
    ".js": re.compile(r'(")([\w./-]+\.\w+)(?=")'),
}
# Where a program for developers would find a file as it was written; that file is not published.
_SOURCE_MAP = re.compile(r"\n(?://|/\*)# sourceMappingURL=\S+(?: \*/)?\s*$")
# What a filled page needs to find on the page of another language: its forms, fields and choices.
_FIELD = re.compile(r'\s((?:data-form|name|value)="[^"]*")')
_EMPTY_MARK = ' data-build=""'
_ASSETS = "assets"


class AssetError(ValueError):
    """A file cannot get its name; says which and why."""


class AssetNames:
    """The names that the files of a site get.

    Args:
        site: The folder that the build wrote.
        keeps_name: Whether a file, by its path in the site, gets no other name.
    """

    def __init__(self, site: Path, keeps_name: Callable[[str], bool]) -> None:
        self._site = site
        self._keeps_name = keeps_name
        self._contents: dict[str, bytes] = {}
        self._hashes: dict[str, str] = {}
        self._under_way: list[str] = []

    @property
    def names(self) -> list[str]:
        """The new paths of all files that got one so far, relative to the site's folder."""
        return sorted(with_hash(path, digest) for path, digest in self._hashes.items())

    def load(self, page: str, folder: str) -> None:
        """Names every file that a page loads.

        Args:
            page: The page's HTML.
            folder: The folder that its addresses are relative to, relative to the site's.
        """
        for tag in _TAG.finditer(page):
            if tag[1] != "a":
                for _, address in _NAMED_IN_TAG.findall(tag[0]):
                    self._hash(_resolved(address, folder))

    def unnamed_in(self, page: str, folder: str) -> str:
        """Give the path of a file that a page loads and that got no name, though it lies in `assets`; or nothing."""
        for tag in _TAG.finditer(page):
            for _, address in _NAMED_IN_TAG.findall(tag[0]) if tag[1] != "a" else ():
                path = _resolved(address, folder)
                is_named = path in self._hashes or self._keeps_name(path)
                if path.startswith(f"{_ASSETS}/") and not is_named:
                    return path
        return ""

    def in_page(self, page: str, folder: str) -> str:
        """Give a page with the new names; also a link to a file that some page loads gets its name."""

        def named(found: re.Match[str]) -> str:
            digest = self._hashes.get(_resolved(found[2], folder))
            return found[1] + (with_hash(found[2], digest) if digest else found[2])

        return _TAG.sub(lambda tag: _NAMED_IN_TAG.sub(named, tag[0]), page)

    def write(self) -> None:
        """Put each file under its new name in the place of the old one."""
        for path, digest in self._hashes.items():
            (self._site / path).unlink()
            (self._site / with_hash(path, digest)).write_bytes(self._contents[path])

    def _hash(self, path: str) -> str | None:
        """The hash in a file's name; none for what is not there or is a page."""
        if path in self._hashes:
            return self._hashes[path]
        file = self._site / path
        if path.endswith(".html") or path.startswith("..") or self._keeps_name(path) or not file.is_file():
            return None
        if path in self._under_way:
            raise AssetError(f"{path} names itself by way of {' → '.join(self._under_way)}.")
        self._under_way.append(path)
        self._contents[path] = self._finished(path, file.read_bytes())
        self._under_way.pop()
        self._hashes[path] = hashlib.sha256(self._contents[path]).hexdigest()[:_DIGITS]
        return self._hashes[path]

    def _finished(self, path: str, contents: bytes) -> bytes:
        """What a file holds once it names others by their new names."""
        pattern = _NAMED_IN_FILE.get(posixpath.splitext(path)[1])
        if pattern is None:
            return contents
        folder = posixpath.dirname(path)
        text = _SOURCE_MAP.sub("\n", contents.decode())
        text = pattern.sub(lambda found: found[1] + self._named(found[2], folder), text)
        return text.encode()

    def _named(self, address: str, folder: str) -> str:
        digest = self._hash(_resolved(address, folder))
        return with_hash(address, digest) if digest else address


@dataclass(frozen=True)
class NamedAssets:
    """The names that files have, for a page that is made anew while they stay.

    Attributes:
        names: The names.
        build: The mark of the build that gave them.
    """

    names: AssetNames
    build: str

    def in_page(self, page: str, folder: str) -> str:
        """Give a page with the names and the mark.

        Raises:
            AssetError: It loads a file that has no name, since no page loaded it before.
        """
        if unnamed := self.names.unnamed_in(page, folder):
            raise AssetError(f"{unnamed} has no name yet.")
        return _marked(self.names.in_page(page, folder), self.build)


def name_assets(
    site: Path, is_kept: Callable[[str], bool], keeps_name: Callable[[str], bool] = lambda path: False
) -> NamedAssets:
    """Names the files that the pages of a built site load, and gives each page the mark of the build.

    Args:
        site: The folder that the build wrote; the pages are finished.
        is_kept: Whether a file in `assets`, by its path in the site, stays where no page loads it.
        keeps_name: Whether such a file gets no other name.

    Returns:
        The names.

    Raises:
        AssetError: Files name each other in a circle.
    """
    assets = AssetNames(site, keeps_name)
    fields: set[str] = set()
    for _, folder, page in _pages(site):
        assets.load(page, folder)
        if " data-form=" in page:
            fields.update(_FIELD.findall(page))
    # What the search finds is texts: whoever reads them on is of the same build.
    parts = [name for name in assets.names if not is_index_file(name)]
    build = hashlib.sha256("\n".join([*parts, *sorted(fields)]).encode()).hexdigest()[:_DIGITS]
    for path, folder, page in _pages(site):
        path.write_text(_marked(assets.in_page(page, folder), build), "utf-8")
    assets.write()
    _remove_others(site, {*assets.names}, lambda path: is_kept(path) or keeps_name(path))
    return NamedAssets(assets, build)


def unnamed_files(site: Path) -> list[str]:
    """The paths of the files in `assets` whose names say nothing of what is in them: it may change."""
    files = (path.relative_to(site).as_posix() for path in (site / _ASSETS).rglob("*") if path.is_file())
    return sorted(file for file in files if not _NAMED.search(file))


def with_hash(path: str, digest: str) -> str:
    """Put a hash before the ending of a path's name."""
    before, dot, ending = path.rpartition(".")
    return f"{before}.{digest}{dot}{ending}"


def _marked(page: str, build: str) -> str:
    return page.replace(_EMPTY_MARK, f'{_EMPTY_MARK[:-1]}{build}"', 1)


def _pages(site: Path) -> Iterator[tuple[Path, str, str]]:
    """Each page with the folder that its addresses are relative to; one at a time, since there may be thousands."""
    for path in sorted(site.rglob("*.html")):
        yield path, path.parent.relative_to(site).as_posix(), path.read_text("utf-8")


def _resolved(address: str, folder: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(unescape(address))))


def _remove_others(site: Path, used: Collection[str], is_kept: Callable[[str], bool]) -> None:
    """Remove what the build put into `assets` and no page loads, with the folders that are empty then."""
    for path in sorted((site / _ASSETS).rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
            continue
        name = path.relative_to(site).as_posix()
        if name not in used and not is_kept(name):
            path.unlink()
