"""Finds numbers in the data files that look like phone numbers and are not in that of the help numbers.

What scripts say, what is printed and what only few readers see stands on no finished page as it is written in the data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from houvast.checks.phone_numbers import not_confirmed, remedy_for, unconfirmed_numbers, without_years
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml_tree, texts_of


def check_data_numbers(root: Path, files: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """Find numbers that nobody has confirmed; see `check_phone_numbers`.

    Args:
        root: The project's folder.
        files: Data files in YAML that can be read, by their paths from there.
        known: The numbers of the data file of the help numbers, as readers see them.
    """
    for file in files:
        written = read_text(root / file)
        lines = written.split("\n")
        for line, text in texts_of(read_yaml_tree(written)):
            for number in unconfirmed_numbers(without_years(text), known):
                # A text may stand over several lines.
                at = next((at for at in range(line, len(lines) + 1) if number in lines[at - 1]), line)
                yield Problem(file, at, not_confirmed(number), remedy_for(number, known))
