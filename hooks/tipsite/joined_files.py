"""Joins the modules of a script, so that a page asks for one file.

They are written as ES modules; joined they are one classic script, since browsers load no modules from a
`file:` address. Modules may only use `import { a, b } from "./x.js"` and `export class|function|async function|const`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\./[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=class |function |async function |const )", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:const|let|class|function\*?|async function) (\w+)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


class JoinError(ValueError):
    """A module cannot be joined; says which and why."""


def join_modules(modules: Mapping[str, str], entry: str) -> str:
    """Joins ES modules into one classic script.

    Args:
        modules: The modules' text by file name.
        entry: The module to start with.

    Returns:
        A script that runs all modules that the entry needs, each after those it imports, in one strict function.

    Raises:
        JoinError: A module is missing, imports in a circle, uses another form of import or export, or has a name of its
            own that another module has too: joined, one would take the place of the other.
    """
    joined: list[str] = []
    done: set[str] = set()
    owners: dict[str, str] = {}

    def add(name: str, above: tuple[str, ...]) -> None:
        if name in done:
            return
        if name in above:
            raise JoinError(f"{name} imports itself by way of {' → '.join(above)}.")
        if name not in modules:
            raise JoinError(f"{above[-1] if above else 'The page'} imports {name}, which is not there.")
        for needed in _IMPORT.findall(modules[name]):
            add(posixpath.normpath(needed), (*above, name))
        for own in _NAME.findall(modules[name]):
            if owners.setdefault(own, name) != name:
                raise JoinError(f"{name} has a name that {owners[own]} has too: {own}. Give one of them another name.")
        text = _EXPORT.sub("", _IMPORT.sub("", modules[name]))
        if left := _LEFT_OVER.search(text):
            raise JoinError(f"{name} has a form that cannot be joined: {left[0].strip()}")
        done.add(name)
        joined.append(text.strip() + "\n")

    add(entry, ())
    return '(() => {\n"use strict";\n\n' + "\n".join(joined) + "})();\n"
