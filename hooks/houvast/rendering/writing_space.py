"""Works out how many lines to write on fit under each question, so that a list takes as few sheets as it can.

The measures are those of overrides/styles/print/paper.css, in millimetres.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from math import ceil

SHEET = 275.0
TITLE_AND_DATE = 20.0
GROUP = 9.0
TEXT_LINE = 4.8
PARAGRAPH_MARGINS = 4.0
ITEM_MARGINS = 2.0
WRITING_LINE = 6.5
CHARACTERS_IN_A_LINE = 100


def writing_lines(items: Sequence[int], questions: int, groups: int, paragraphs: Sequence[int]) -> int:
    """Give the number of lines under each question, one to three.

    Args:
        items: The length of each item's text, in characters, questions included.
        questions: How many of the items ask for an answer.
        groups: How many parts the list has, each with a heading.
        paragraphs: The length of each other text on the page, warnings included, in characters.

    Returns:
        The most lines with which the list still takes the fewest A4 sheets possible.
    """
    fixed = (
        TITLE_AND_DATE
        + groups * GROUP
        + sum(_height(length) + ITEM_MARGINS for length in items)
        + sum(_height(length) + PARAGRAPH_MARGINS for length in paragraphs)
    )
    for sheets in count(1):
        for lines in (3, 2, 1):
            if fixed + questions * lines * WRITING_LINE <= sheets * SHEET:
                return lines
    raise AssertionError("unreachable: a list always fits on enough sheets")


def _height(characters: int) -> float:
    return ceil(characters / CHARACTERS_IN_A_LINE) * TEXT_LINE
