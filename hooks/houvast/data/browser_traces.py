"""What the site leaves behind in each browser: one record for the page that says it and the tests that measure it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml

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


def load_traces(path: Path) -> list[Trace]:
    """Read the record.

    Args:
        path: The data file.

    Returns:
        The traces in the order of the file.
    """
    said = read_yaml(read_text(path))
    return [
        Trace(name, {browser: Measurement(cell["left"], cell["test"]) for browser, cell in cells.items()})
        for name, cells in said.items()
    ]
