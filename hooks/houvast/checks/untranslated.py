"""Finds what still stands in another language: readers may not understand it, and screen readers mangle it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from houvast.authoring.source_passages import source_passages
from houvast.authoring.translated_units import Texts, Unit
from houvast.data.glossary import form_pattern
from houvast.data.problem import Problem

# Shorter ones may well be the same, such as a name or a title.
MIN_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+")
# Names that are the same in every language: of sentences that are called, of items and of tips.
_NAME = re.compile(r"\[\[[^\]]*\]\]|^[-*+] \[[^\]]*\](?!\() *[\w-]+|\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
_BAR = re.compile(r" \| ")


def find_untranslated(here: Texts, others: Sequence[Texts], names: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Compare the passages of a language with those of the same files in others.

    Args:
        here: The texts of the language.
        others: Those of languages that were read before.
        names: Words of each language that others use as they are.

    Yields:
        A problem for each passage that another language has to the letter.
    """
    kept = form_pattern(name for own in names.values() for name in own)
    # By file and words, the language.
    known: dict[tuple[str, str], str] = {}
    for other in others:
        for unit in other.units.values():
            known |= {(unit.file, words): other.language for words, _ in _passages(unit, kept)}
    for unit in here.units.values():
        for words, line in _passages(unit, kept):
            if language := known.get((unit.file, words)):
                what = f"'{words[:60]}{'…' if len(words) > 60 else ''}' is still as in '{language}'."
                yield Problem(here.path(unit.file), line, what, "Translate it.")


def _passages(unit: Unit, kept: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The passages of a unit that are long enough, each with its line."""
    for passage, line in _texts(unit):
        for piece in _BAR.split(_NAME.sub(" ", passage)):
            words = " ".join(piece.split())
            if len(_WORD.findall(kept.sub(" ", words))) >= MIN_WORDS:
                yield words, line


def _texts(unit: Unit) -> Iterator[tuple[str, int]]:
    if unit.kind == "text":
        yield from ((text, number) for number, text in unit.lines)
        return
    # What a page says above its text stands on its first line.
    yield from ((text.partition(": ")[2], number) for number, text in unit.lines if number == 1)
    below = [(number, text) for number, text in unit.lines if number > 1]
    numbers = [number for number, _ in below]
    for passage in source_passages("\n".join(text for _, text in below), 0):
        yield passage.text, numbers[passage.lines[0]]
