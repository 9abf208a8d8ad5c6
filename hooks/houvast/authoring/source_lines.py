"""The lines of a Markdown file that are text, with their numbers, for messages that name a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markdown.extensions.fenced_code import FencedBlockPreprocessor

from houvast.data.problem import Problem

# The renderer's own rule: what it shows as text is text here, such as what stands behind a fence that is never closed.
_CODE = FencedBlockPreprocessor.FENCED_BLOCK_RE
_FENCE = re.compile(r"^[\s>*+-]*(`{3,}|~{3,})(?!.*\1)")


# A dozen readers and checks ask for the lines of the same page.
@lru_cache(maxsize=64)
def prose_lines(markdown: str, first_line: int) -> tuple[tuple[int, str], ...]:
    """Give the lines of a text that are not in a fenced code block.

    Args:
        markdown: The text, without front matter.
        first_line: The line in the file at which the text begins, counted from 1.

    Returns:
        Pairs of line number and line.
    """
    code: set[int] = set()
    for block in _CODE.finditer(markdown):
        begin = markdown.count("\n", 0, block.start())
        code.update(range(begin, begin + block[0].count("\n") + 1))
    lines = enumerate(markdown.split("\n"))
    return tuple((first_line + index, line) for index, line in lines if index not in code)


def check_fences(markdown: str, path: str, first_line: int) -> Iterator[Problem]:
    """Find fences that fence nothing: readers see the signs, and the code as text.

    Args:
        markdown: The page's text, without front matter.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins.
    """
    for number, line in prose_lines(markdown, first_line):
        if found := _FENCE.match(line):
            what = f"{found[1]} should begin or end a code sample here, and does neither."
            remedy = "Begin both of its lines at the margin with the same signs, or remove them."
            yield Problem(path, number, what, remedy)
