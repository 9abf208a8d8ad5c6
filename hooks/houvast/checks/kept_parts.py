"""Parts that the professional keeps (`paper: professional`): whose pages they may stand on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from houvast.authoring.front_matter import audiences
from houvast.authoring.source_blocks import Scan
from houvast.data.problem import Problem

PROFESSIONAL = "professional"
ONLY_AUDIENCE = ("professionals",)


def check_kept_parts(meta: Mapping[str, Any], scan: Scan, path: str) -> Iterator[Problem]:
    """Check that no page for others has a part that a professional keeps: there nobody would keep it.

    Args:
        meta: What the page's front matter says.
        scan: Its blocks.
        path: The file's path, for messages.
    """
    if audiences(meta) == ONLY_AUDIENCE:
        return
    for block in scan.blocks:
        if block.kind == "part" and block.options.get("paper") == PROFESSIONAL:
            what = "the professional keeps this part, and the page is not for professionals alone."
            remedy = "Write `audience: professionals`, or put the part on a page of theirs."
            yield Problem(path, block.line_of("paper"), what, remedy)
