"""A mistake of an author, said so that the author can mend it."""

from __future__ import annotations

from dataclasses import dataclass

Mistake = tuple[int, str, str]
"""A mistake in a file that is known: its line, what is wrong, and the remedy; see `Problem`."""


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
