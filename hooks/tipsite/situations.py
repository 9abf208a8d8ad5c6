"""Situations that a reader may be in, each with the page that answers it: data of one file, words of each language."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from tipsite.catalogue import AUDIENCES
from tipsite.identifiers import NAME
from tipsite.problem import Problem
from tipsite.source_text import read_text
from tipsite.yaml_files import line_of_error, read_yaml_tree

_KEYS = ("audience", "page", "tip")


@dataclass(frozen=True)
class Situation:
    """What a reader may be in.

    Attributes:
        id: The same in every language.
        line: Where it stands in the data file, counted from 1.
        audience: Who says it.
        page: The source file that answers it, within the folder of a language.
        tip: The tip there that does; empty for the page as a whole.
        text: What the reader would say, in the language asked for.
    """

    id: str
    line: int
    audience: str
    page: str
    tip: str
    text: str


def load_situations(shared: Path, texts: Path, root: Path) -> tuple[list[Situation], list[Problem], list[Problem]]:
    """Reads the situations with their words in one language.

    Args:
        shared: The data file with the pages; where it is not there, there are none.
        texts: The data file with the words.
        root: The project's folder, for the paths in messages.

    Returns:
        The situations in their order, a problem for each thing that is wrong with them, and one for each that is wrong
        with their words.
    """
    pages, problems = _read(shared, root)
    words, word_problems = _read(texts, root)
    place, words_place = (path.relative_to(root).as_posix() for path in (shared, texts))
    said = {
        name: (" ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else "", line)
        for name, (node, line) in words.items()
    }
    situations = []
    for name, (node, line) in pages.items():
        entries = {
            str(key.value): str(value.value)
            for key, value in (node.value if isinstance(node, yaml.MappingNode) else ())
            if isinstance(value, yaml.ScalarNode)
        }
        if not NAME.fullmatch(name) or not {"audience", "page"} <= entries.keys() <= set(_KEYS):
            remedy = "Write `name: {audience: families, page: thuis/plan.md}`, with `tip: …` if one tip answers it."
            problems.append(Problem(place, line, f"the situation '{name}' cannot be read.", remedy))
            continue
        if entries["audience"] not in AUDIENCES:
            remedy = f"Use one of: {', '.join(AUDIENCES)}."
            problems.append(Problem(place, line, f"there is no audience '{entries['audience']}'.", remedy))
        text, _ = said.get(name, ("", 0))
        if not text:
            what = f"the situation '{name}' has no words."
            word_problems.append(Problem(words_place, said.get(name, ("", 1))[1], what, f'Add `{name}: "…"`.'))
        situations.append(
            Situation(name, line, entries["audience"], entries["page"], entries.get("tip", ""), text or name)
        )
    for name in words.keys() - pages.keys():
        remedy = f"Add it there with its page, or remove it here. {_nearest(name, pages)}".strip()
        what = f"{place} has no situation '{name}'."
        word_problems.append(Problem(words_place, words[name][1], what, remedy))
    return situations, problems, word_problems


def check_situations(
    situations: Sequence[Situation], language: str, tips: Mapping[str, Collection[str]], file: str, root: str
) -> Iterator[Problem]:
    """Checks that the page of each situation, and the tip there, is there in one language.

    Args:
        situations: What the data says.
        language: The language.
        tips: The ids of the tips on each page of that language, by source file.
        file: The data file, for messages.
        root: The docs folder as written in messages.
    """
    for situation in situations:
        page = f"{language}/{situation.page}"
        if page not in tips:
            what = f"the situation '{situation.id}' leads to a file that is not there: {root}/{page}."
            yield Problem(file, situation.line, what, _nearest(page, tips) or "Correct it, or write the page.")
        elif situation.tip and situation.tip not in tips[page]:
            what = f"the situation '{situation.id}' leads to a tip that {root}/{page} does not have: '{situation.tip}'."
            yield Problem(file, situation.line, what, _nearest(situation.tip, tips[page]) or "Leave `tip` out.")


def _read(path: Path, root: Path) -> tuple[dict[str, tuple[yaml.Node, int]], list[Problem]]:
    """The entries of a data file with their lines, and a problem for each that is there twice."""
    place = path.relative_to(root).as_posix()
    try:
        tree = read_yaml_tree(read_text(path)) if path.exists() else None
    except yaml.YAMLError as error:
        remedy = "Put a text with a colon in quotes."
        return {}, [Problem(place, line_of_error(error), "the situations cannot be read.", remedy)]
    entries: dict[str, tuple[yaml.Node, int]] = {}
    problems = []
    for key, value in tree.value if isinstance(tree, yaml.MappingNode) else ():
        name, line = str(key.value), key.start_mark.line + 1
        if name in entries:
            what = f"the situation '{name}' is there twice, also in line {entries[name][1]}."
            problems.append(Problem(place, line, what, "Keep one of them."))
        else:
            entries[name] = (value, line)
    return entries, problems


def _nearest(wanted: str, names: Collection[str]) -> str:
    near = difflib.get_close_matches(wanted, list(names), n=1)
    return f"Did you mean '{near[0]}'?" if near else ""
