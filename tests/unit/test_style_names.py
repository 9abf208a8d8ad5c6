"""A class has its looks in one part of the styles: a rule for it elsewhere would change a page that loads both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import tinycss2
from project_root import ROOT

STYLES = ROOT / "overrides/styles"


def classes_of(style: str) -> set[str]:
    """The classes that have a rule of their own: for nothing else, wherever they stand, and on every medium."""
    rules = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    selectors = [tinycss2.serialize(rule.prelude).strip() for rule in rules if rule.type == "qualified-rule"]
    return {found[1] for selector in selectors if (found := re.fullmatch(r"\.([\w-]+)", selector))}


def in_two_parts(styles: Mapping[str, str]) -> dict[str, list[str]]:
    """The classes with a rule of their own in two parts, which are files of different names, each with these files."""
    files: dict[str, list[str]] = {}
    for name, style in sorted(styles.items()):
        for found in classes_of(style):
            files.setdefault(found, []).append(name)
    return {found: names for found, names in files.items() if len({Path(name).name for name in names}) > 1}


def test_a_class_has_a_rule_of_its_own_in_one_part() -> None:
    styles = {path.relative_to(STYLES).as_posix(): path.read_text("utf-8") for path in STYLES.rglob("*.css")}
    assert styles
    assert in_two_parts(styles) == {}


def test_a_class_in_two_parts_is_found() -> None:
    styles = {
        "components/tips.css": ".note { color: red } .tip { margin: 0 }",
        "print/tips.css": ".tip { margin: 1cm }",
        "components/cards.css": ".card .tip { margin: 0 } .note { color: blue } @media print { .tip { margin: 0 } }",
    }
    assert in_two_parts(styles) == {"note": ["components/cards.css", "components/tips.css"]}
