"""The libraries of others that scripts of the site use, kept in overrides/libraries as they were published."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from houvast.data.source_text import read_text

_SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S+\s*$")


@dataclass(frozen=True)
class Library:
    """A library.

    Attributes:
        name: What it is called where it was published, and here.
        version: The version that is here.
        owner: Whose it is.
        licence: The licence (spdx.org/licenses).
        sha256: Of the file as it was published, with the ends of lines of this project.
        export: The one name that it gives, as its last line says it.
        kept_apart: Declarations that the minifier would put before what they need: it joins those that stand together,
            and forgets what is spread in them.
    """

    name: str
    version: str
    owner: str
    licence: str
    sha256: str
    export: str
    kept_apart: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Its file in the folder of libraries."""
        return f"{self.name}.js"

    @property
    def licence_file(self) -> str:
        """The file beside it with its licence."""
        return f"{self.name}-licence.txt"


# From the npm registry, dist/es/index.js; https://github.com/lucaong/minisearch
MINISEARCH = Library(
    name="minisearch",
    version="7.2.0",
    owner="Luca Ongaro",
    licence="MIT",
    sha256="0393b3ba253b809d5e55707c7b0875ef9b518a296a006c6739b28876e154edb3",
    export="MiniSearch",
    kept_apart=("const { fuzzy: fuzzyWeight, prefix: prefixWeight } =",),
)
LIBRARIES = (MINISEARCH,)


class LibraryError(ValueError):
    """A library is not as it was published."""


def library_text(library: Library, folder: Path) -> str:
    """Give the text of a library so that it can stand within a function and be made small.

    Args:
        library: The library.
        folder: The folder of libraries.

    Raises:
        LibraryError: Its file has changed, or gives something else.
    """
    text = read_text(folder / library.file)
    if hashlib.sha256(text.encode()).hexdigest() != library.sha256:
        what = f"overrides/libraries/{library.file} is not {library.name} {library.version} as it was published."
        raise LibraryError(f"{what} Put it back; for another version, change it in hooks/houvast/output/libraries.py.")
    export = f"export {{ {library.export} as default }};"
    within = _SOURCE_MAP.sub("", text).rstrip()
    if not within.endswith(export):
        raise LibraryError(f"overrides/libraries/{library.file} does not end in `{export}`.")
    text = within.removesuffix(export)
    for declaration in library.kept_apart:
        text = text.replace(declaration, declaration.replace("const", "let", 1))
    return text


def library_module(library: Library, text: str) -> str:
    """Give a library as a module of the site, whose own names nobody else sees.

    Args:
        library: The library.
        text: What `library_text` gave, in one line: the bundler reads names at the beginning of lines.
    """
    return f"export const {library.export} = (() => {{{text};return {library.export}}})();\n"
