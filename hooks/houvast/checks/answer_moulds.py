"""What wrong options of the training often look like, so that a reader learns to leave it out: data/*/moulds.yml.

A mould has forms, as an editor writes them: words that stand behind each other, `*` for any letters, `/` between words
of which one is there, and `…` for a few words in the same sentence. It has examples too, which show that its forms
find what they are meant to find.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from houvast.authoring.source_blocks import Scan
from houvast.checks.answer_cues import MAX_PERCENT_OF_A_MOULD, Item, Option, modules_with_items, named
from houvast.data.problem import Mistake, Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import lines_of_keys, read_yaml, read_yaml_tree

FILE = "moulds.yml"
# What `…` stands for: up to four words, not across the end of a sentence or a colon.
_A_FEW_WORDS = r"(?:[^\w.?!:;]+\w+){0,4}?[^\w.?!:;]+"


@dataclass(frozen=True)
class Mould:
    """What many wrong options can look like.

    Attributes:
        name: The same in every language.
        line: The line at which it stands in its file.
        forms: What is in an option that has it.
        examples: Options that have it.
    """

    name: str
    line: int
    forms: tuple[str, ...]
    examples: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """Whether a text has it."""
        return any(_pattern(form).search(text) for form in self.forms)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Find a form as an editor writes it."""
    stretches = [r"\W+".join(map(_any_of, stretch.split())) for stretch in form.split("…")]
    return re.compile(r"(?<!\w)" + _A_FEW_WORDS.join(stretches) + r"(?!\w)", re.IGNORECASE)


def _any_of(words: str) -> str:
    return "(?:" + "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words.split("/")) + ")"


def load_moulds(path: Path, root: Path) -> tuple[list[Mould], list[Problem]]:
    """Read the moulds of one language.

    Args:
        path: The data file.
        root: The project's folder, for the paths in messages.

    Returns:
        The moulds in their order, and a problem for each thing that is wrong with them.
    """
    place, written = path.relative_to(root).as_posix(), read_text(path)
    lines = lines_of_keys(read_yaml_tree(written))
    moulds = [
        Mould(name, lines[(name,)], tuple(said["forms"]), tuple(said["examples"]))
        for name, said in read_yaml(written).items()
    ]
    return moulds, [mistake.in_file(place) for mould in moulds for mistake in _mistakes_in(mould)]


def _mistakes_in(mould: Mould) -> Iterator[Mistake]:
    """What makes a mould find something else than its author means, or nothing."""
    for form in mould.forms:
        if not any(_pattern(form).search(example) for example in mould.examples):
            what = f"the form '{form}' of the mould '{mould.name}' finds none of its examples."
            yield Mistake(mould.line, what, "Correct it, or add an example that it finds.")
    for example in mould.examples:
        if not mould.is_in(example):
            what = f"no form of the mould '{mould.name}' finds its example '{example}'."
            yield Mistake(mould.line, what, "Add a form that does: whole words, with `*` for any letters.")


def compare_moulds(moulds: Collection[Mould], first: Collection[Mould], files: tuple[str, str]) -> Iterator[Problem]:
    """Check that a language has the same moulds as the first one.

    Args:
        moulds: Those of the language.
        first: Those of the site's first language.
        files: The file of the first language and that of this one, for messages.
    """
    there, here = ({mould.name: mould for mould in own} for own in (first, moulds))
    for name in there.keys() - here.keys():
        yield Problem(files[1], 1, f"the mould '{name}' of {files[0]} is missing.", "Add it, in this language.")
    for name in here.keys() - there.keys():
        what = f"{files[0]} has no mould '{name}'."
        yield Problem(files[1], here[name].line, what, "Add it there, or remove it here.")


def wrong_options(items: Iterable[Item]) -> list[Option]:
    """What can be chosen and is wrong."""
    return [option for item in items for option in item.options if not option.is_right]


def check_moulds(scans: Mapping[str, Scan], moulds: Iterable[Mould], root: str, file: str) -> Iterator[Problem]:
    """Check that no mould comes back in too many of the wrong options in the modules of a language.

    Once is no repetition; more than that is counted over all modules, as a module may have its own subject. Where it is
    too much, every module that has more than its part is named, so that there always is one.

    Args:
        scans: The pages, by their source files.
        moulds: The moulds.
        root: The docs folder as written in messages.
        file: The file of the moulds, for messages.
    """
    modules = [(page, block.line, wrong_options(items)) for page, block, items in modules_with_items(scans)]
    total = sum(len(wrong) for _, _, wrong in modules)
    most = max(1, MAX_PERCENT_OF_A_MOULD * total // 100)
    for mould in moulds:
        by_module = [[option for option in wrong if mould.is_in(option.text)] for _, _, wrong in modules]
        count = sum(map(len, by_module))
        for (page, line, wrong), found in zip(modules, by_module, strict=True) if count > most else ():
            if len(found) > MAX_PERCENT_OF_A_MOULD * len(wrong) // 100:
                what = (
                    f"the mould '{mould.name}' is in {len(found)} of {len(wrong)} wrong options here, and in {count} of"
                    f" {total} of all modules (at most {most}): {named(iter(found))}."
                )
                remedy = f"Write other mistakes, such as a good colleague makes. What it finds is in {file}."
                yield Problem(f"{root}/{page}", line, what, remedy)
