"""Styles say "start" and "end", not "left" and "right": so a page from right to left stands right by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import tinycss2
from project_root import ROOT

STYLES = ROOT / "overrides/styles"
SIDE = re.compile(r"(?:^|-)(?:left|right)(?:$|-)")
# In these four values are those of the sides, the second on the right and the fourth on the left; of a radius the
# corners are.
SIDES = (
    "margin",
    "padding",
    "inset",
    "border-width",
    "border-color",
    "border-style",
    "scroll-padding",
    "scroll-margin",
)
LENGTH = re.compile(r"(?:calc|var|min|max|env)\((?:[^()]|\([^()]*\))*\)|[^\s]+")


def declarations(nodes: list[tinycss2.ast.Node]) -> Iterator[tinycss2.ast.Declaration]:
    """All declarations of a style, whatever they stand in; the margins of a sheet have fixed names."""
    for node in tinycss2.parse_blocks_contents(nodes, skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            yield node
        elif node.type in ("at-rule", "qualified-rule") and getattr(node, "lower_at_keyword", "") != "page":
            yield from declarations(node.content or [])


def one_sided(style: str) -> list[str]:
    """What a style says of one side by its name."""
    found = []
    for declaration in declarations(tinycss2.parse_component_value_list(style)):
        name, value = declaration.lower_name, tinycss2.serialize(declaration.value).strip()
        lengths = LENGTH.findall(value)
        is_uneven = len(lengths) == 4 and (
            (name in SIDES and lengths[1] != lengths[3])
            or (name == "border-radius" and (lengths[0] != lengths[1] or lengths[2] != lengths[3]))
        )
        # Writing turned upright stands from the right or from the left whatever the language.
        is_named = SIDE.search(name) or (name in ("float", "clear", "text-align") and value in ("left", "right"))
        if is_uneven or is_named:
            found.append(f"{name}: {value}")
    return found


def test_no_style_names_left_or_right() -> None:
    styles = {path.relative_to(STYLES).as_posix(): one_sided(path.read_text("utf-8")) for path in STYLES.rglob("*.css")}
    assert styles
    assert {name: found for name, found in styles.items() if found} == {}


@pytest.mark.parametrize(
    ("declaration", "is_found"),
    [
        ("margin-left: 1rem", True),
        ("border-top-right-radius: 1rem", True),
        ("left: 0", True),
        ("float: right", True),
        ("padding: 0 1rem 0 0", True),
        ("padding: 0 calc(1rem + 1px) 0 calc(1rem + 1px)", False),
        ("border-radius: 1rem 1rem 1rem 0", True),
        ("margin-inline-start: 1rem", False),
        ("float: inline-end", False),
    ],
)
def test_what_names_a_side_is_found_wherever_it_stands(declaration: str, is_found: bool) -> None:
    for style in (f".a {{ {declaration} }}", f"@media print {{ .a {{ color: red; {declaration} }} }}"):
        assert bool(one_sided(style)) == is_found
