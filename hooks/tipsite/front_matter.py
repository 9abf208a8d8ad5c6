"""Checks what an author says about a page above its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from tipsite.catalogue import AUDIENCES
from tipsite.identifiers import NAME
from tipsite.problem import Problem
from tipsite.source_blocks import SourceBlock
from tipsite.yaml_files import read_yaml

_KEYS = (
    "title",
    "description",
    "audience",
    "address",
    "checked",
    "check_again",
    "template",
    "hide",
    "search",
    "picture",
    "paper",
)
_BLOCK = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
# The small drawings beside a title; each is a template in overrides/partials/pictures.
PICTURES = ("circles", "houses", "pause", "phone", "rooms", "talk")


def first_text_line(source: str, markdown: str) -> int:
    """The line of a file at which its text begins, counted from 1.

    Args:
        source: The whole file.
        markdown: Its text, as MkDocs gives it: without front matter and the empty lines after it.
    """
    return source.count("\n") - markdown.count("\n") + 1


def text_below(source: str) -> tuple[str, int]:
    """The text of a file below its front matter, and the line in the file at which that begins, counted from 1."""
    block = _BLOCK.match(source)
    above = block[0] if block else ""
    return source[len(above) :], above.count("\n") + 1


def said_above(source: str, meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the front matter says, also where a date that does not exist keeps MkDocs from reading it.

    Args:
        source: The whole file.
        meta: Its front matter as MkDocs read it.
    """
    block = _BLOCK.match(source)
    if meta or not block:
        return meta
    try:
        said = read_yaml(block[1])
    except yaml.YAMLError:
        return meta
    return said if isinstance(said, Mapping) else meta


def line_of_key(key: str, source: str) -> int:
    """The line at which the front matter says something; 1 where it does not."""
    found = re.search(rf"(?m)^{re.escape(key)}\s*:", source)
    return source.count("\n", 0, found.start()) + 1 if found else 1


def audiences(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """Whose page it is: the one audience or the list that its front matter names; none where it names none."""
    named = meta.get("audience", ())
    return tuple(map(str, named)) if isinstance(named, (list, tuple)) else (str(named),)


def check_front_matter(source: str, meta: Mapping[str, Any], blocks: list[SourceBlock], path: str) -> list[Problem]:
    """Checks title, description, picture, audience and address.

    Args:
        source: The whole file.
        meta: What its front matter says.
        blocks: The blocks on the page: a page with tips or lists needs an audience.
        path: The file's path, for messages.
    """
    if not meta:
        what = (
            "the page has no front matter, or it cannot be read."
            if source.startswith("---")
            else "the page has no front matter."
        )
        remedy = "Begin with ---, lines such as `title: …` (in quotes where there is a colon in it), and --- again."
        return [Problem(path, 1, what, remedy)]

    problems = []

    def report(key: str, what: str, remedy: str) -> None:
        problems.append(Problem(path, line_of_key(key, source), what, remedy))

    for key in ("title", "description"):
        if not isinstance(meta.get(key), str):
            report(key, f"the page has no {key}.", f"Add `{key}: …` between the lines of ---.")
    for key in meta:
        if key not in _KEYS:
            report(str(key), f"'{key}' is not something that a page says about itself.", f"Use: {', '.join(_KEYS)}.")
    if "picture" in meta and meta["picture"] not in PICTURES:
        report("picture", f"there is no picture '{meta['picture']}'.", f"Use one of: {', '.join(PICTURES)}.")
    for name in audiences(meta):
        if name not in AUDIENCES:
            report("audience", f"there is no audience '{name}'.", f"Use one of: {', '.join(AUDIENCES)}.")
    if len(audiences(meta)) > 1 and any(block.kind == "tip" for block in blocks):
        remedy = "Name one audience, and say the tip for the others on pages of their own."
        report("audience", "a page with tips speaks to one audience, and this one names several.", remedy)
    if "audience" not in meta and any(block.kind in ("tip", "list", "worksheet") for block in blocks):
        report(
            "audience",
            "the page has tips, a list or a worksheet, and no audience.",
            f"Add `audience: …`, one of: {', '.join(AUDIENCES)}.",
        )
    if "address" in meta and not (isinstance(meta["address"], str) and NAME.fullmatch(meta["address"])):
        report(
            "address", f"the address {meta['address']!r} cannot be used.", "Use lower-case letters, digits and hyphens."
        )
    return problems
