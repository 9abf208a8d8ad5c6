"""Finds texts that keep the emergency number for when a life is in danger: data/emergency-words.yml has the words.

Whoever reads them waits, since nobody can tell from a blow or a voice whether somebody will die of it. Danger now, or
violence that is going on, is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from houvast.authoring.source_passages import source_passages
from houvast.data.data_folder import shared_file
from houvast.data.glossary import form_pattern
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml

FILE = shared_file("emergency-words.yml")


@dataclass(frozen=True)
class EmergencyWords:
    """The words of one language.

    Attributes:
        numbers: Finds the emergency numbers.
        refused: Finds what they are not kept for.
    """

    numbers: re.Pattern[str]
    refused: re.Pattern[str]


def load_emergency_words(path: Path, language: str) -> EmergencyWords:
    """Read the words of one language.

    Args:
        path: The data file.
        language: The language.
    """
    said = read_yaml(read_text(path))
    return EmergencyWords(form_pattern(said["numbers"]), form_pattern(said["refused"][language]))


def check_emergency_words(markdown: str, path: str, first_line: int, words: EmergencyWords) -> Iterator[Problem]:
    """Find refused words in a paragraph, an item or a title that has an emergency number, or right next to one.

    Args:
        markdown: A page's text, without front matter and with its standing sentences filled in; or such a sentence.
        path: The file's path, for messages.
        first_line: The line in the file at which the text begins.
        words: The words of its language.
    """
    passages = list(source_passages(markdown, first_line))
    for index, passage in enumerate(passages):
        near = passages[max(0, index - 1) : index + 2]
        if not any(words.numbers.search(other.text) for other in near):
            continue
        for found in words.refused.finditer(passage.text):
            what = f"'{found[0]}' stands beside the emergency number, and whoever reads that may wait too long."
            remedy = "Say when to call in other words: there is danger now, or violence is going on."
            yield Problem(path, passage.line_at(found.start()), what, remedy)
