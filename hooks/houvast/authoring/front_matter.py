"""Checks what an author says about a page above its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import yaml

from houvast.authoring.source_blocks import SourceBlock
from houvast.data.audiences import AUDIENCES
from houvast.data.identifiers import NAME
from houvast.data.problem import Mistake, Problem
from houvast.data.yaml_files import entries, keys_twice, read_yaml, read_yaml_tree, unreadable
from houvast.data.yaml_shapes import Either, ListOf, Shape, Text

_KEYS = (
    "title",
    "description",
    "audience",
    "address",
    "moved_from",
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

# As MkDocs finds it.
_BLOCK = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
# What keeps a page out of the search.
_NOT_FOUND = "none"
# What MkDocs and the theme would end in a traceback for, or leave out in silence.
_SHAPES: dict[str, Shape] = {
    "template": Text(one_of=("home.html", "section.html", "pages.html")),
    "hide": ListOf(Text(one_of=("navigation", "toc"))),
    "moved_from": ListOf(Text(like=re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*/?"), example="werk/oud-adres")),
    "search": Either(Text(one_of=(_NOT_FOUND,)), ListOf()),
}


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


def front_matter_of(source: str, meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the front matter says, also where a date that does not exist keeps MkDocs from reading it.

    Args:
        source: The whole file.
        meta: Its front matter as MkDocs read it.
    """
    if meta or not (written := _BLOCK.match(source)):
        return meta
    said = _read(written[1])
    return meta if said is None else said


# Addresses, checks and translations ask for the same.
@lru_cache(maxsize=1_000)
def _read(block: str) -> Mapping[str, Any] | None:
    """What a block of front matter says; None where it cannot be read, or holds no keys."""
    try:
        said = read_yaml(block)
    except yaml.YAMLError:
        return None
    return said if isinstance(said, Mapping) else None


def line_of_key(key: str, source: str) -> int:
    """The line at which the front matter says something; 1 where it does not."""
    found = re.search(rf"(?m)^{re.escape(key)}\s*:", source)
    return source.count("\n", 0, found.start()) + 1 if found else 1


def audiences(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """Whose page it is: the one audience or the list that its front matter names; none where it names none."""
    named = meta.get("audience", ())
    return tuple(map(str, named)) if isinstance(named, (list, tuple)) else (str(named),)


def is_found(meta: Mapping[str, Any]) -> bool:
    """Whether the search finds a page: not one that says `search: none`."""
    return meta.get("search") != _NOT_FOUND


def words_for_search(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """What people may type for a page, besides its own words."""
    return tuple(map(str, meta.get("search", ()))) if is_found(meta) else ()


def check_front_matter(source: str, meta: Mapping[str, Any], blocks: list[SourceBlock], path: str) -> list[Problem]:
    """Check title, description, picture, audience and address.

    Args:
        source: The whole file.
        meta: What its front matter says.
        blocks: The blocks on the page: a page with tips or lists needs an audience.
        path: The file's path, for messages.
    """
    if form_problems := [mistake.in_file(path) for mistake in _mistakes_of_form(source)]:
        return form_problems
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


def without_wrong_values(source: str, meta: Mapping[str, Any]) -> dict[str, Any]:
    """What the front matter says, but for what would end the build before its mistakes are reported.

    Args:
        source: The whole file.
        meta: Its front matter as MkDocs read it.
    """
    written = _BLOCK.match(source) if meta else None
    wrong = {key for key, _ in _wrong_values(read_yaml_tree(written[1]))} if written else ()
    return {key: value for key, value in meta.items() if key not in wrong}


def _mistakes_of_form(source: str) -> Iterator[Mistake]:
    """What is wrong with the front matter as YAML: what cannot be read, a key twice, another kind of value."""
    if not (written := _BLOCK.match(source)):
        return
    try:
        tree = read_yaml_tree(written[1])
        read_yaml(written[1])
    except yaml.YAMLError as error:
        mistake = unreadable(error, written[1])
        yield replace(mistake, line=mistake.line + 1)
        return
    yield from keys_twice(tree, lines_above=1)
    for _, mistake in _wrong_values(tree):
        yield replace(mistake, line=mistake.line + 1)


def _wrong_values(tree: yaml.Node | None) -> Iterator[tuple[str, Mistake]]:
    for key, line, value in entries(tree):
        if key in _SHAPES:
            yield from ((key, mistake) for mistake in _SHAPES[key].mistakes(value, f"'{key}'", line))
