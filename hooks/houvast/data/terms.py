"""What the terms of the glossary mean: one data file for each language, with words for each audience."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from houvast.data.glossary import Glossary
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import entries, read_yaml_tree

_Report = Callable[[int, str, str], None]

EVERYONE = "everyone"
# Who gets whose words on a page for several audiences: the plainest come first.
PLAINEST_FIRST = ("families", "network", "professionals")
UNLESS = "unless"
# The box with an explanation covers a part of the page, and on a phone that shows letters four times as large it has
# room for about as much.
MAX_EXPLANATION_LENGTH = 220


@dataclass(frozen=True)
class Term:
    """What a term means.

    Attributes:
        name: As the glossary calls it.
        line: Where it stands in the data file, counted from 1.
        texts: The explanation for each audience, or for `everyone` who is not named.
        unless: What a page says that explains the term by itself.
    """

    name: str
    line: int
    texts: Mapping[str, str] = field(default_factory=dict)
    unless: tuple[str, ...] = ()

    def text_for(self, audiences: Sequence[str]) -> str | None:
        """The plainest explanation for any of these audiences; a page for nobody in particular is for all."""
        readers = [audience for audience in PLAINEST_FIRST if audience in audiences or not audiences]
        own = [self.texts[audience] for audience in readers if audience in self.texts]
        return own[0] if own else self.texts.get(EVERYONE)


def load_terms(path: Path, glossary: Glossary, root: Path) -> tuple[dict[str, Term], list[Problem]]:
    """Read what the terms mean in one language.

    Args:
        path: The data file.
        glossary: The terms of that language.
        root: The project's folder, for the paths in messages.

    Returns:
        The terms by name, and a problem for each thing that cannot be or that no reader would understand.
    """
    place = path.relative_to(root).as_posix()
    problems: list[Problem] = []

    def report(line: int, what: str, remedy: str) -> None:
        problems.append(Problem(place, line, what, remedy))

    terms: dict[str, Term] = {}
    for name, line, entry in entries(read_yaml_tree(read_text(path))):
        if name not in glossary.forms:
            remedy = "Add it there with its forms in every language, or use a name that is there."
            report(line, f"data/glossary.yml has no term '{name}'.", remedy)
        elif not glossary.forms[name]:
            what = f"data/glossary.yml does not say what '{name}' is called in this language, so nothing explains it."
            report(line, what, f"Add the term and its forms there, for `{path.parent.name}`.")
        terms[name] = _term(name, line, entry, report)
    return terms, problems


def _term(name: str, line: int, entry: yaml.Node, report: _Report) -> Term:
    texts: dict[str, str] = {}
    unless: tuple[str, ...] = ()
    for key, at, value in entries(entry):
        if key == UNLESS:
            unless = tuple(str(words.value) for words in value.value)
            continue
        texts[key] = " ".join(value.value.split())
        if (length := len(texts[key])) > MAX_EXPLANATION_LENGTH:
            remedy = f"Say it in one or two short sentences, {MAX_EXPLANATION_LENGTH} characters at most."
            report(at, f"the explanation of '{name}' has {length} characters.", remedy)
    if not texts:
        report(line, f"the term '{name}' has no explanation.", f"Add a line `  {EVERYONE}: …`, or one for an audience.")
    return Term(name, line, texts, unless)


def compare_terms(terms: Mapping[str, Term], model: Mapping[str, Term], files: tuple[str, str]) -> list[Problem]:
    """Compare the explanations of a language with those of the first language.

    Args:
        terms: The explanations to check.
        model: Those of the first language.
        files: How messages show the data files: that of the first language, and the other.

    Returns:
        A problem for each term, and each audience of it, that is explained in one of them only.
    """
    problems = []
    for ours, theirs, (here, there) in ((model, terms, files), (terms, model, files[::-1])):
        for name, term in ours.items():
            if name not in theirs:
                what = f"the term '{name}' is explained here, but not in {there}."
                problems.append(Problem(here, term.line, what, "Explain it there too, or nowhere."))
            elif missing := [audience for audience in term.texts if audience not in theirs[name].texts]:
                what = f"the term '{name}' is explained here for {missing[0]}, but not in {there}."
                problems.append(Problem(here, term.line, what, "Explain it there too, or nowhere."))
    return problems
