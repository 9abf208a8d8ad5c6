"""The site's own settings: what stands under `extra` in mkdocs.yml, where a comment says what each is for.

MkDocs takes any key there, so that a misspelt one would switch off a check in silence: here each is known, and required
where it has no safe default.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from houvast.data.problem import Mistake, Problem
from houvast.data.source_text import read_text
from houvast.data.suggestion import did_you_mean
from houvast.data.yaml_files import entries, keys_twice, read_yaml_tree
from houvast.data.yaml_shapes import Fields, ListOf, Text, Whole

_ADDRESS = Text(like=re.compile(r"https://\S+"), example="https://www.wikipedia.org/")
_PAGE = Text(like=re.compile(r"[^/\s]\S*\.md"), example="over/veilig-lezen.md")
_MONTHS = Whole(1, 120)
_PAGES = ("using_page", "files_page", "pages_page")
_COLOUR = Text(like=re.compile(r"#[0-9a-fA-F]{6}"), example='"#1d5b63"')
# What a publisher may colour: the bar with the way out, what is pressed, what leads elsewhere, and what has the focus.
COLOURED = ("bar", "buttons", "links", "accents")
_COLOURS = Fields(optional=dict.fromkeys(COLOURED, _COLOUR))
_EXTRA = Fields(
    required={
        "leave": Fields(required={"to": _ADDRESS, "title": Text()}),
        "icon": Text(like=re.compile(r"assets/[\w.-]+\.svg"), example="assets/icon.svg"),
        **dict.fromkeys(_PAGES, _PAGE),
        "check_after_months": Fields(required={"pages": _MONTHS, "help_numbers": _MONTHS}),
        "outward_links": ListOf(_ADDRESS, may_be_empty=True),
    },
    optional={"colours": Fields(optional={"light": _COLOURS, "dark": _COLOURS})},
)


@dataclass(frozen=True)
class Settings:
    """What the hooks read of the settings; templates read those of `leave` from `config.extra`.

    Attributes:
        leave_to: The page that the way out leads to.
        leave_title: What that is called.
        icon: The icon and logo, within the folder of the templates.
        colours: The colours that a publisher chose, by `light` and `dark` and by what they are for.
        using_page: The page on using this site safely, as a source file within the folder of a language.
        files_page: The page on keeping a form as a file, likewise.
        pages_page: The page that lists all pages, likewise.
        months_of_pages: After how many months a page is due to be checked again.
        months_of_help_numbers: After how many months a help number is.
        outward_links: The only pages outside the site that a text may link to.
    """

    leave_to: str
    leave_title: str
    icon: str
    colours: Mapping[str, Mapping[str, str]]
    using_page: str
    files_page: str
    pages_page: str
    months_of_pages: int
    months_of_help_numbers: int
    outward_links: tuple[str, ...]


def read_settings(extra: Mapping[str, Any]) -> Settings:
    """Give the settings, once `check_settings` found nothing wrong with them.

    Args:
        extra: `config.extra`, as MkDocs read it.
    """
    return Settings(
        leave_to=extra["leave"]["to"],
        leave_title=extra["leave"]["title"],
        icon=extra["icon"],
        colours=extra.get("colours") or {},
        using_page=extra["using_page"],
        files_page=extra["files_page"],
        pages_page=extra["pages_page"],
        months_of_pages=extra["check_after_months"]["pages"],
        months_of_help_numbers=extra["check_after_months"]["help_numbers"],
        outward_links=tuple(extra["outward_links"]),
    )


def check_settings(file: Path) -> Iterator[Problem]:
    """Find what is wrong with the site's own settings, and each key that the file has twice.

    Args:
        file: The settings, which MkDocs could read.
    """
    tree = read_yaml_tree(read_text(file))
    for mistake in (*keys_twice(tree), *_mistakes(tree)):
        yield mistake.in_file(file.name)


def check_pages(file: Path, pages: Collection[str]) -> Iterator[Problem]:
    """Find the settings that name a page which is not there.

    Args:
        file: The settings.
        pages: The pages that are there, as source files within the folder of a language.
    """
    for key, line, value in _own_entries(read_yaml_tree(read_text(file))):
        if key in _PAGES and value.value not in pages:
            what = f"'{key}' of 'extra' names {value.value}, and there is no such page."
            otherwise = "Write that page, or name one as it lies in the folder of its language."
            remedy = did_you_mean(value.value, pages, otherwise, "{}")
            yield Problem(file.name, line, what, remedy)


def _own_entries(tree: yaml.Node | None) -> Iterator[tuple[str, int, yaml.Node]]:
    for key, _, value in entries(tree):
        yield from entries(value) if key == "extra" else ()


def _mistakes(tree: yaml.Node | None) -> Iterator[Mistake]:
    found = [(line, value) for key, line, value in entries(tree) if key == "extra"]
    if not found:
        yield Mistake(1, "there are no settings under 'extra'.", f"Put them back: {', '.join(_EXTRA.required)}.")
    for line, value in found:
        yield from _EXTRA.mistakes(value, "'extra'", line)
    for line in _lines_of_own_settings(tree):
        what = "these settings hold for one language, and a check could be switched off with them."
        yield Mistake(line, what, "Remove this 'extra': the settings are the same in every language.")


def _lines_of_own_settings(tree: yaml.Node | None) -> Iterator[int]:
    """Where static-i18n takes settings for one language."""
    for language in _below(tree, "plugins", "i18n", "languages"):
        yield from (line for key, line, _ in entries(language) if key == "extra")


def _below(node: yaml.Node | None, *path: str) -> list[yaml.Node]:
    """The entries of a list, by the keys that lead to it; plugins may be a list of one key each."""
    nodes = [node] if node else []
    for key in path:
        inner = [entry for node in nodes for entry in (node.value if isinstance(node, yaml.SequenceNode) else [node])]
        nodes = [value for node in inner for name, _, value in entries(node) if name == key]
    return [entry for node in nodes if isinstance(node, yaml.SequenceNode) for entry in node.value]
