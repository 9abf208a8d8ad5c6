"""A mistake of an author, said so that the author can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


def root_in_messages(docs_folder: str, settings_file: str) -> str:
    """The docs folder as messages write it: relative to the folder of the settings, with forward slashes."""
    return Path(docs_folder).relative_to(Path(settings_file).absolute().parent).as_posix()


@dataclass(frozen=True)
class Problem:
    """One mistake in one place.

    Attributes:
        path: The file, relative to the project, with forward slashes.
        line: The line in that file, counted from 1.
        what: What is wrong, as a sentence.
        remedy: What to do about it, as a sentence.
    """

    path: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} {self.remedy}"


@dataclass(frozen=True)
class Mistake:
    """One mistake in a file that is being read: a problem without the path; see there."""

    line: int
    what: str
    remedy: str

    def in_file(self, path: str) -> Problem:
        """The problem that it is, in the file at this path."""
        return Problem(path, self.line, self.what, self.remedy)
