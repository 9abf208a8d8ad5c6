"""Joins the modules of a script, so that a page asks for one file.

They are written as ES modules; joined they are one classic script, since browsers load no modules from a
`file:` address. Modules may only use `import { a, b } from "./x.js"`, or `"../folder/x.js"`, and
`export class|function|async function|const`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from houvast.authoring.source_files import files_that_end_in
from houvast.data.source_text import read_text

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.\.?/[\w/-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:class|function|async function|const) (\w+))", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:const|let|class|(?:async )?function\*?) (\w+)", re.MULTILINE)
# Names that are taken out of something would not be seen when they are there twice.
_NOT_JOINED = re.compile(r"^\s*(?:import|export)\b.*|^(?:const|let) [\[{].*|^var\b.*", re.MULTILINE)


class BundleError(ValueError):
    """A module cannot be joined; says which and why."""


def bundle_modules(modules: Mapping[str, str], entry: str) -> str:
    """Join ES modules into one classic script.

    Args:
        modules: The modules' text by their path below one folder.
        entry: The module to start with.

    Returns:
        A script that runs all modules that the entry needs, each after those it imports, in one strict function.

    Raises:
        BundleError: A module is missing, imports in a circle, imports what is not exported, uses another form of
            import, export or name, or has a name of its own that another module has too: joined, one would take the
            place of the other.
    """
    joined: list[str] = []
    done: set[str] = set()
    owners: dict[str, str] = {}

    def add(name: str, above: tuple[str, ...]) -> None:
        if name in done:
            return
        if name in above:
            raise BundleError(f"{name} imports itself by way of {' → '.join(above)}.")
        if name not in modules:
            raise BundleError(f"{above[-1] if above else 'The page'} imports {name}, which is not there.")
        for imported, path in _IMPORT.findall(modules[name]):
            needed = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            add(needed, (*above, name))
            for one in filter(None, map(str.strip, imported.split(","))):
                if one not in _EXPORT.findall(modules[needed]):
                    raise BundleError(f"{name} imports {one} from {needed}, which does not export it.")
        for own in _NAME.findall(modules[name]):
            if owners.setdefault(own, name) != name:
                raise BundleError(f"{name} has a name that {owners[own]} has too: {own}. Rename one of them.")
        text = _EXPORT.sub("", _IMPORT.sub("", modules[name]))
        if left := _NOT_JOINED.search(text):
            raise BundleError(f"{name} has a form that cannot be joined: {left[0].strip()}")
        done.add(name)
        joined.append(text.strip() + "\n")

    add(entry, ())
    return '(() => {\n"use strict";\n\n' + "\n".join(joined) + "})();\n"


def read_modules(folder: Path) -> dict[str, str]:
    """Read all modules below a folder.

    Args:
        folder: The folder.

    Returns:
        Their text by their path below it, with forward slashes.
    """
    return {file.relative_to(folder).as_posix(): read_text(file) for file in files_that_end_in(".js", folder)}
