"""What is known of a list or worksheet once it is a form on a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FilledForm:
    """A list or worksheet that became a form: its id, and the names that a file of its answers holds."""

    id: str
    names: tuple[str, ...]
