"""Takes the indents and empty lines that templates leave out of the pages."""

from __future__ import annotations

import re

_AS_IT_STANDS = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_LINE_ENDS = re.compile(r"\n\s+")


def without_empty_lines(output: str) -> str:
    """Give the page without the space that no reader sees."""
    pieces = _AS_IT_STANDS.split(output)
    # Of three pieces the third is the name of the element, the second stays.
    return "".join(
        _LINE_ENDS.sub("\n", piece) if index % 3 == 0 else piece for index, piece in enumerate(pieces) if index % 3 != 2
    )
