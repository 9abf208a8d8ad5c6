"""Which version of the site this is: CHANGELOG.md says it, in the heading of the newest version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from houvast.data.problem import Problem
from houvast.data.source_text import read_text

FILE = "CHANGELOG.md"
_HEADING = re.compile(r"(?m)^## (\d+\.\d+\.\d+) - (\d{4}-\d\d-\d\d)$")
_UNRELEASED = re.compile(r"(?ms)^## Unreleased\n(.*?)(?=^## |\Z)")


@dataclass(frozen=True)
class Release:
    """A version of the site.

    Attributes:
        number: Its number.
        day: The day up to which changes were brought together.
        has_more: Whether there are changes since.
    """

    number: str
    day: date
    has_more: bool


def read_release(file: Path) -> Release | None:
    """Give the newest version; none where nobody keeps one, or where `check_release` finds something wrong.

    Args:
        file: The list of changes.
    """
    text = read_text(file) if file.is_file() else ""
    if not (found := _HEADING.search(text)) or not _is_day(found[2]):
        return None
    unreleased = _UNRELEASED.search(text)
    return Release(found[1], date.fromisoformat(found[2]), bool(unreleased and "- " in unreleased[1]))


def check_release(file: Path) -> Iterator[Problem]:
    """Find headings that say no version.

    Args:
        file: The list of changes.
    """
    for number, line in enumerate(read_text(file).splitlines() if file.is_file() else (), 1):
        found = _HEADING.match(line)
        if line.startswith("## ") and line != "## Unreleased" and not (found and _is_day(found[2])):
            remedy = "Write a number and a day, as in `## 1.2.0 - 2026-11-27`, or `## Unreleased`."
            yield Problem(file.name, number, "this heading says no version.", remedy)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
