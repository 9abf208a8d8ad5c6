"""What an author may have meant by a name that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(written: str, known: Iterable[str]) -> str:
    """Give the known name that is nearest to what was written; empty where none is near."""
    return next(iter(difflib.get_close_matches(written, list(known), n=1)), "")


def did_you_mean(written: str, known: Iterable[str], otherwise: str, quoted: str = "'{}'") -> str:
    """Give the remedy for a name that is not known.

    Args:
        written: The name.
        known: Those that are known.
        otherwise: The remedy where none of them is near.
        quoted: How a message writes a name, with `{}` for it.
    """
    found = nearest(written, known)
    return f"Did you mean {quoted.format(found)}?" if found else otherwise
