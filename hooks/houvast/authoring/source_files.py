"""Says which files belong among the sources of the site: what is none of them is not published."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

_PIXELS = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif")
_PICTURES = (".svg", *_PIXELS)
# What a page can offer to take along as it is.
_DOCUMENTS = (".pdf",)
# What systems, editors and tools leave behind by themselves: folders of macOS and Windows, locks and copies of what is
# open in an editor, folders with settings. Nobody put it there, so nobody hears of it.
_LEFT_BY_SYSTEM = re.compile(
    r"""(?ix)
    \._.* | \.DS_Store | \.Spotlight-V100 | \.Trashes | __MACOSX | Icon\r?
    | Thumbs\.db | ehthumbs(_vista)?\.db | desktop\.ini | \$RECYCLE\.BIN
    | \.\#.* | \#.*\# | .*~ | ~\$.* | .*\.sw[a-p] | \..*\.(kate-swp|un~) | \.nfs[0-9a-f]+ | \.directory
    | \.(git|hg|svn|idea|vscode|obsidian|vs) | \.(gitignore|gitattributes|gitkeep|editorconfig) | __pycache__
    """
)
# What belongs in a folder of the pages, by the endings of names; the first that a file lies in counts.
_PAGES = {
    "": (".md", *_PICTURES, *_DOCUMENTS),
}
_DATA = {"": (".yml", ".txt")}
# The same for the templates; some servers want a file without an ending.
_TEMPLATES = {
    "packages": (".html", ".xml", ".css"),
    "servers": (".conf", ".yml", ""),
    "scripts": (".js",),
    "libraries": (".js", ".txt"),
    "styles": (".css",),
    "assets": (*_PICTURES, ".json"),
    "": (".html", ".xml", ".txt"),
}


def is_left_by_system(name: str) -> bool:
    """Whether a file or folder is there by itself: no source, and no mistake either.

    Args:
        name: Its name, without folders.
    """
    return _LEFT_BY_SYSTEM.fullmatch(name) is not None


def source_files(folder: Path) -> Iterator[Path]:
    """Give every file below a folder but for what is left by systems, in order of their paths."""
    for place, folders, files in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if not is_left_by_system(name))
        yield from (Path(place, name) for name in sorted(files) if not is_left_by_system(name))


def files_that_end_in(ending: str, folder: Path) -> Iterator[Path]:
    """Give the sources below a folder whose names end in something, but for links that lead nowhere."""
    return (file for file in source_files(folder) if file.suffix == ending and file.is_file())


def check_page_file(path: str) -> str | None:
    """Say what belongs where a file lies among the pages, if the file is none of that.

    Args:
        path: The file, relative to that folder, with forward slashes.
    """
    return _wanted(path, _endings(path, _PAGES))


def check_data_file(path: str) -> str | None:
    """Say what belongs where a file lies among the data, if the file is none of that; see `check_page_file`."""
    return _wanted(path, _endings(path, _DATA))


def check_template_file(path: str) -> str | None:
    """Say what belongs where a file lies among the templates, if the file is none of that; see `check_page_file`."""
    return _wanted(path, _endings(path, _TEMPLATES))


def is_text(path: str) -> bool:
    """Whether a file that belongs here holds text."""
    return PurePosixPath(path).suffix not in (*_PIXELS, *_DOCUMENTS)


def _endings(path: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next(endings for folder, endings in known.items() if PurePosixPath(path).is_relative_to(folder))


def _wanted(path: str, endings: tuple[str, ...]) -> str | None:
    file = PurePosixPath(path)
    is_out_of_sight = any(part.startswith(".") or is_left_by_system(part) for part in file.parts)
    if file.suffix in endings and not is_out_of_sight:
        return None
    return "files whose names end in " + ", ".join(filter(None, endings))
