"""The lines of a Markdown file that are text, with their numbers, for messages that name a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CODE_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


def prose_lines(markdown: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Gives the lines of a text that are not in a fenced code block.

    Args:
        markdown: The text, without front matter.
        first_line: The line in the file at which the text begins, counted from 1.

    Yields:
        Pairs of line number and line.
    """
    fence = ""
    for number, line in enumerate(markdown.split("\n"), first_line):
        found = _CODE_FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence):
                fence = ""
            continue
        if found:
            fence = found[1]
            continue
        yield number, line
