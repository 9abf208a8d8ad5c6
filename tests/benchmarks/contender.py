"""What is measured beside each other: a way to make a site of the same pages."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# The page that is loaded to measure: a checklist of twenty items, which every site has.
MEASURED_PAGE = "moving/kitchen/monday-list"
MKDOCS_BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", "site")


@dataclass(frozen=True)
class Contender:
    """One way to make a site.

    Attributes:
        name: Its name in reports.
        label: How the table calls it.
        make: Writes a project into a folder that is not there yet, with a number of pages in both languages together.
        command: Builds the project, run in its folder; empty where the project is the site.
        output: The built site, below the project's folder.
        caches: What a build leaves for the next one, below the project's folder.
        ending: What the address of a page ends in.
    """

    name: str
    label: str
    make: Callable[[Path, int], None]
    command: tuple[str, ...] = ()
    output: str = "."
    caches: tuple[str, ...] = ()
    ending: str = "/"

    @property
    def measured_address(self) -> str:
        """The address of the page that is loaded to measure, relative to the site's root."""
        return MEASURED_PAGE + self.ending

    def clear(self, project: Path) -> None:
        """Take away what a build wrote, so that the next one begins as the first did."""
        if self.command:
            for left in (self.output, *self.caches):
                shutil.rmtree(project / left, ignore_errors=True)
