"""Finds numbers in the text that look like phone numbers and are not in the data file of help numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from houvast.authoring.source_lines import prose_lines
from houvast.data.problem import Problem

# A number of three or four digits may be an emergency number, so it counts too; years are written out of the way.
_LIKELY = re.compile(r"(?<![\w/#.-])(?:\+\d[\d ()-]{6,}\d|0\d[\d ()-]{5,}\d|\d{3,4})(?![\w/-])")
# What authors write themselves is checked more strictly: years are written out of the way there.
_YEAR = re.compile(r"(?<![\w/#.-])(?:1900|20\d\d|2100)(?![\w/-])")
# Addresses, postcodes, and the names of standards, as EN 301 549 and SCORM 2004: nobody calls those.
_NO_NUMBER = re.compile(r"\]\([^)]*\)|https?://\S+|\bEN \d{3} \d{3}\b|\bSCORM \d{4}\b|\b[1-9]\d{3} [A-Z]{2}\b")


def check_phone_numbers(markdown: str, path: str, first_line: int, known: Collection[str]) -> list[Problem]:
    """Find numbers that nobody has confirmed.

    Args:
        markdown: The page's text, without front matter.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins.
        known: The numbers of the data file, as readers see them.
    """
    problems = []
    for line_number, line in prose_lines(markdown, first_line):
        if re.match(r" {4,}(?:sources|select): ", line):
            continue
        for number in unconfirmed_numbers(line, known):
            problems.append(Problem(path, line_number, not_confirmed(number), remedy_for(number, known)))
    return problems


def unconfirmed_numbers(text: str, known: Collection[str]) -> Iterator[str]:
    """Give the numbers in a text that nobody has confirmed; see `check_phone_numbers`."""
    left = _NO_NUMBER.sub("", text)
    if not _LIKELY.search(left):
        return iter(())
    return (found[0] for found in _LIKELY.finditer(_confirmed(frozenset(known)).sub("", left)))


def not_confirmed(number: str) -> str:
    """Says that nobody has confirmed a number."""
    return f"the number {number} is not in data/helplines.yml in this form."


def remedy_for(number: str, known: Collection[str]) -> str:
    """Says what to do about a number that nobody has confirmed."""
    same = next((entry for entry in known if _digits(entry) == _digits(number)), None)
    return f"Write it as {same}." if same else "Add it there with its source, or write the number in words."


def without_years(text: str) -> str:
    """Give a text of the data without the years of this century, and of the span that a date may be in."""
    return _YEAR.sub("", text)


def confirmed_numbers(line: str, known: Collection[str]) -> list[str]:
    """The known numbers in a line, in the order in which they stand."""
    return _confirmed(frozenset(known)).findall(_NO_NUMBER.sub("", line))


@cache
def _confirmed(known: frozenset[str]) -> re.Pattern[str]:
    # Without numbers it finds none.
    longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"(?<![\w/#.-])(?:{longest_first})(?![\w/-])")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
