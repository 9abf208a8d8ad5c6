"""Finds options that are not indented by four spaces, which Markdown shows as a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from houvast.authoring.block_syntax import OPTION_INDENT
from houvast.authoring.source_blocks import SourceBlock

_OPTION = re.compile(r"^( *)([\w-]+) *:")


def wrong_indent(block: SourceBlock, lines: Sequence[tuple[int, str]]) -> tuple[str, dict[str, int]] | None:
    """Say how the options of a block are indented, where that is wrong.

    Args:
        block: The block, of a kind that is known.
        lines: The lines below its first one, with their numbers and with spaces for tabs.

    Returns:
        How they are indented, and the lines of the options by their names; None where no such options stand there.
    """
    found: dict[str, int] = {}
    known = block.rule.OPTIONS if block.rule else {}
    indent = ""
    for number, line in lines:
        option = _OPTION.match(line)
        if option is None or option[2] not in known or len(option[1]) >= OPTION_INDENT:
            break
        indent = indent if found else option[1]
        found[option[2]] = number
    return (_said(indent), found) if found else None


def _said(indent: str) -> str:
    if not indent:
        return "by nothing"
    return f"by {len(indent)} space{'s' if len(indent) > 1 else ''}"
