"""The worker of the theme's search asks for files by which it finds the stems of words, and makes their names from the
language. Here those become the names that the files have on this site."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_PATH = re.compile(r"(?:^|/)workers/search\.[\w.]+\.js$")
# From the worker's own folder.
_STEMMERS = "../lunr/"
_NAME = re.compile(r"`(\$\{\w+\}/)([\w./-]+)`")
_NAME_BY_LANGUAGE = re.compile(r"`(\$\{\w+\}/)([\w./-]+)\$\{(\w+)\}([\w.-]+)`")


class WorkerError(ValueError):
    """The worker makes names in a way that is not known here."""


def is_search_worker(path: str) -> bool:
    """Whether a path is that of the theme's search worker."""
    return _PATH.search(path) is not None


def with_named_stemmers(worker: str, languages: Collection[str], named: Callable[[str], str]) -> str:
    """Give the worker with the names of files as they are on this site.

    Args:
        worker: The script as it comes with the theme.
        languages: The languages that are searched in.
        named: Gives the path of a file, from the worker's folder, with its name on this site; as it is, where there is
            no such file.

    Raises:
        WorkerError: The worker does not make one name from the language.
    """

    def name(path: str) -> str:
        return named(_STEMMERS + path).removeprefix(_STEMMERS)

    def by_language(found: re.Match[str]) -> str:
        start, before, variable, after = found.groups()
        paths = {language: before + language + after for language in sorted(languages)}
        # For English it needs no file.
        names = [f'"{language}":"{name(path)}"' for language, path in paths.items() if name(path) != path]
        return f"`{start}${{{{{','.join(names)}}}[{variable}]}}`"

    changed, count = _NAME_BY_LANGUAGE.subn(by_language, worker)
    if count != 1:
        raise WorkerError("The theme's search worker names its files in a way that is not known here.")
    return _NAME.sub(lambda found: f"`{found[1]}{name(found[2])}`", changed)
