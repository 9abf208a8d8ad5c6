"""Whitespace: takes the indents and empty lines that templates leave out of the pages.

Answers this event of MkDocs, when all else but the policy is in a page (priority -400):
  on_post_page   leaves one line end of each run of space around a line end, but for text that is shown as it stands
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

_AS_IT_STANDS = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_LINE_ENDS = re.compile(r"\n\s+")


@event_priority(-400)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the page without the space that no reader sees."""
    pieces = _AS_IT_STANDS.split(output)
    # Of three pieces the third is the name of the element, the second stays.
    return "".join(
        _LINE_ENDS.sub("\n", piece) if index % 3 == 0 else piece for index, piece in enumerate(pieces) if index % 3 != 2
    )
