"""Finds what word processors put into a text for what was typed: no block, item or option can be read with it.

Each is told as what it is, so that nobody looks for a mistake in what looks right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from houvast.authoring.source_lines import prose_lines
from houvast.data.problem import Mistake

_HARD_SPACES = {"\u00a0": "a hard space", "\u202f": "a narrow hard space", "\u2007": "a space as wide as a digit"}
_HARD_SPACE = re.compile(f"[{''.join(_HARD_SPACES)}]")
_CURLY = {"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'", "\u201a": "'"}
_CURLY_QUOTE = re.compile(f"[{''.join(_CURLY)}]")
_BULLET = re.compile(r"^\s*([\u2022\u00b7\u25aa\u25e6\u2023\u2043\uf0b7])\s")
_DASH = re.compile(r"^\s*([\u2010-\u2015\u2212])\s")
_MAX_SHOWN_BEFORE = 15


def word_processor_signs(source: str) -> Iterator[Mistake]:
    """Find the signs of word processors in a file, outside of samples of code.

    Args:
        source: The whole file.
    """
    for number, line in prose_lines(source, 1):
        if found := _BULLET.match(line):
            remedy = "Begin the line with a hyphen and a space: `- `."
            yield Mistake(number, f"this line begins with a bullet of a word processor ({found[1]}).", remedy)
        elif found := _DASH.match(line):
            remedy = "Begin the line with a hyphen and a space: `- `."
            yield Mistake(number, f"this line begins with a dash of a word processor ({found[1]}).", remedy)
        if found := _HARD_SPACE.search(line):
            what = f"{_HARD_SPACES[found[0]]} of a word processor stands {_behind(line, found.start())}."
            yield Mistake(number, what, "Delete it and type a space: it looks the same, and is not read as one.")
        if found := _CURLY_QUOTE.search(line):
            what = f"a curly quote of a word processor ({found[0]}) stands {_behind(line, found.start())}."
            yield Mistake(number, what, f"Type a straight one: {_CURLY[found[0]]}")


def as_typed(text: str) -> str:
    """Give a text with what was meant in the place of these signs, so that they are told and not what they hide."""
    for sign, typed in {**dict.fromkeys(_HARD_SPACES, " "), **_CURLY}.items():
        text = text.replace(sign, typed)
    return "\n".join(_DASH.sub("- ", _BULLET.sub("- ", line)) for line in text.split("\n"))


def _behind(line: str, place: int) -> str:
    before = line[:place].lstrip()[-_MAX_SHOWN_BEFORE:]
    return f"behind '{before}'" if before else "at the start of this line"
