"""Finds words that tell a passer-by what the site is about, where they can be seen from outside."""

from __future__ import annotations

from collections.abc import Iterable


def revealing_words_in(text: str, words: Iterable[str]) -> list[str]:
    """Give the words of a list that occur in a text.

    Args:
        text: A title, an address, a file name: hyphens, slashes and underscores count as spaces.
        words: The words that may not occur, parts of words included, in lower case.
    """
    plain = text.lower()
    for sign in "-_/#.":
        plain = plain.replace(sign, " ")
    # Whatever kind of space, and however wide: a space that does not break hides nothing.
    plain = " ".join(plain.split())
    return [word for word in words if word in plain]
