"""Compares a worksheet as its author wrote it with what became of it: Markdown reads some things as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.authoring.source_blocks import Scan
from houvast.data.problem import Problem
from houvast.model.worksheets import Table, Worksheet

# A part is its id and an empty name; a field the id of the part or table that holds it, and its own name.
_Entry = tuple[str, str, str]


def missing_parts(scan: Scan, worksheet: Worksheet | None, path: str) -> list[Problem]:
    """Find the parts and fields of a worksheet that are in the source and not on the page.

    Args:
        scan: The source of the worksheet's page, which holds no other worksheet.
        worksheet: What was read out of the rendered page; None where it has no worksheet.
        path: The source file as written in messages.

    Returns:
        A problem for each part and each field that is missing on the page, with its line.
    """
    arrived = set(_arrived(worksheet)) if worksheet else set()
    return [
        Problem(
            path,
            line,
            f"the {kind} '{name or holder}' did not arrive on the page.",
            "Begin it at the margin, with an empty line above its list.",
        )
        for (kind, holder, name), line in _written(scan)
        if (kind, holder, name) not in arrived
    ]


def _arrived(worksheet: Worksheet) -> Iterator[_Entry]:
    for part in worksheet.parts:
        yield "part", part.id, ""
        for field in part.fields:
            yield "field", part.id, field.name
            if isinstance(field, Table):
                yield from (("field", field.name, entry.name) for entry in (*field.rows, *field.columns))


def _written(scan: Scan) -> Iterator[tuple[_Entry, int]]:
    for block in scan.blocks:
        holder = str(block.options.get("id"))
        if block.kind == "part":
            yield ("part", holder, ""), block.line
        if block.kind in ("part", "table", "week"):
            yield from ((("field", holder, name), entry.line) for name, entry in block.fields.items())
