"""A list leaves as much room to write as its sheets allow."""

from __future__ import annotations

import pytest
from houvast.rendering.writing_space import writing_lines


@pytest.mark.parametrize(
    ("items", "questions", "lines"),
    [(4, 2, 3), (11, 7, 2), (14, 11, 1), (18, 18, 3), (30, 0, 3), (0, 0, 3)],
)
def test_more_questions_leave_fewer_lines_until_a_second_sheet_is_needed(
    items: int, questions: int, lines: int
) -> None:
    assert writing_lines([60] * items, questions, groups=2, paragraphs=[150, 150]) == lines


def test_longer_texts_leave_less_room() -> None:
    assert writing_lines([60] * 10, 6, groups=2, paragraphs=[150, 150]) == 3
    assert writing_lines([160] * 10, 6, groups=2, paragraphs=[150, 150]) == 2
    assert writing_lines([60] * 10, 6, groups=2, paragraphs=[150] * 4) == 2
