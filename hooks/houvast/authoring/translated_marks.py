"""Which text of the first language each translation was made from: one file for each other language.

The file has a line for each unit: its key, and the mark that the text of the first language had when somebody last
compared the two. Lines that two branches wrote stand side by side after a merge (`merge=union` in .gitattributes), so a
unit may have two marks; one of them is enough.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from houvast.data.problem import Problem

FILE = "translated.txt"
_LINE = re.compile(r"(\S+) ([0-9a-f]{8})")
_HEAD = """\
# From which text of the site's first language each text here was translated: its name, and a mark of that text.
# When a text of the first language changes, the build says which translations to look at, and how to say that you did:
# with `make translated`, which writes this file.
"""


@dataclass
class Marks:
    """What the file says.

    Attributes:
        by_key: The marks of each unit.
        lines: The last line that names it.
    """

    by_key: dict[str, set[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def load_marks(path: Path, place: str) -> tuple[Marks, list[Problem]]:
    """Read the marks of one language.

    Args:
        path: The file.
        place: The file as written in messages.

    Returns:
        The marks, and a problem for each line that is none. Without a file nothing would ever be due: that is a
        problem as well.
    """
    marks, problems = Marks(), []
    if not path.exists():
        remedy = "Put it back. For a new language, run `make translated`."
        return marks, [Problem(place, 1, "nothing says from which texts this language was translated.", remedy)]
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if found := _LINE.fullmatch(line.strip()):
            marks.by_key.setdefault(found[1], set()).add(found[2])
            marks.lines[found[1]] = number
        else:
            what = "this line is not the name of a text and its mark."
            problems.append(Problem(place, number, what, "Remove the line; the build then says what is missing."))
    return marks, problems


def write_marks(path: Path, marks: Mapping[str, set[str]]) -> None:
    """Write the marks of one language, sorted, so that two branches change the same line for the same text only."""
    lines = [f"{key} {mark}\n" for key in sorted(marks, key=_in_order) for mark in sorted(marks[key])]
    path.write_text(_HEAD + "".join(lines), "utf-8")


def _in_order(key: str) -> tuple[str, str]:
    page, _, name = key.partition(":")
    return page, name
