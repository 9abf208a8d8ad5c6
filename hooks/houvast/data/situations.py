"""Situations that a reader may be in, each with the page that answers it: data of one file, words of each language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.suggestion import did_you_mean
from houvast.data.yaml_files import lines_of_keys, read_yaml, read_yaml_tree


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

    @property
    def target(self) -> str:
        """The page that answers it with the tip there, if any, as links are written."""
        return f"{self.page}#{self.tip}" if self.tip else self.page


def load_situations(shared: Path, texts: Path, root: Path) -> tuple[list[Situation], list[Problem]]:
    """Read the situations with their words in one language.

    Args:
        shared: The data file with the pages.
        texts: The data file with the words.
        root: The project's folder, for the paths in messages.

    Returns:
        The situations in their order, and a problem for each without words and for words without a situation.
    """
    written, written_words = read_text(shared), read_text(texts)
    pages, lines = read_yaml(written), lines_of_keys(read_yaml_tree(written))
    words, word_lines = read_yaml(written_words), lines_of_keys(read_yaml_tree(written_words))
    place, words_place = (path.relative_to(root).as_posix() for path in (shared, texts))
    problems = []
    for name in pages.keys() - words.keys():
        problems.append(Problem(words_place, 1, f"the situation '{name}' has no words.", f'Add `{name}: "…"`.'))
    for name in words.keys() - pages.keys():
        remedy = f"Add it there with its page, or remove it here. {did_you_mean(name, pages, '')}".strip()
        problems.append(Problem(words_place, word_lines[(name,)], f"{place} has no situation '{name}'.", remedy))
    situations = [
        Situation(
            id=name,
            line=lines[(name,)],
            audience=said["audience"],
            page=said["page"],
            tip=said.get("tip", ""),
            text=" ".join(words.get(name, name).split()),
        )
        for name, said in pages.items()
    ]
    return situations, problems


def check_situations(
    situations: Sequence[Situation], language: str, tips: Mapping[str, Collection[str]], file: str, root: str
) -> Iterator[Problem]:
    """Check that the page of each situation, and the tip there, is there in one language.

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
            pages = [known.removeprefix(f"{language}/") for known in tips]
            remedy = did_you_mean(situation.page, pages, "Correct it, or write the page.")
            yield Problem(file, situation.line, what, remedy)
        elif situation.tip and situation.tip not in tips[page]:
            what = f"the situation '{situation.id}' leads to a tip that {root}/{page} does not have: '{situation.tip}'."
            yield Problem(file, situation.line, what, did_you_mean(situation.tip, tips[page], "Leave `tip` out."))
