"""What the site leaves behind in each browser: one record for the page that says it and the tests that measure it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tipsite.problem import Problem
from tipsite.source_text import read_text
from tipsite.yaml_files import read_yaml

BROWSERS = ("chromium", "firefox", "webkit")
"""The browsers that tests drive; in any other nothing was tried."""

RESULTS = ("nothing", "first-page", "last-page", "every-page")
"""What can be left, or not: nothing, the address of the first page, that of the last one, or those of all."""


@dataclass(frozen=True)
class Measurement:
    """What was found of one trace in one browser.

    Attributes:
        left: One of `RESULTS`.
        test: Who measured it: the file in `tests`, two colons and the function.
    """

    left: str
    test: str


@dataclass(frozen=True)
class Trace:
    """Something that may be left in a browser.

    Attributes:
        id: Its name in the data; the words of each language have its text.
        measured: By browser; a browser in which nothing was tried is not there.
    """

    id: str
    measured: dict[str, Measurement]


def load_traces(path: Path, root: Path) -> tuple[list[Trace], list[Problem]]:
    """Reads the record.

    Args:
        path: The data file.
        root: The project's folder, for the paths in messages.

    Returns:
        The traces in the order of the file, and a problem for each entry that says what cannot be.
    """
    text = read_text(path)
    place = path.relative_to(root).as_posix()
    lines = text.splitlines()
    traces: list[Trace] = []
    problems: list[Problem] = []
    for name, cells in (read_yaml(text) or {}).items():
        line = next((number for number, content in enumerate(lines, 1) if content.startswith(f"{name}:")), 1)
        measured: dict[str, Measurement] = {}
        for browser, cell in (cells or {}).items():
            entry = cell if isinstance(cell, dict) else {}
            if browser not in BROWSERS:
                remedy = f"The browsers are {', '.join(BROWSERS)}."
                problems.append(Problem(place, line, f"{name}: nobody drives the browser '{browser}'.", remedy))
            elif entry.keys() != {"left", "test"} or entry["left"] not in RESULTS:
                remedy = f"Write {{left: …, test: file::function}}; left is one of {', '.join(RESULTS)}."
                problems.append(Problem(place, line, f"{name}: what was measured in {browser} is not clear.", remedy))
            else:
                measured[browser] = Measurement(entry["left"], entry["test"])
        traces.append(Trace(name, measured))
    return traces, problems
