"""The words that a reader can have drawn for a passphrase, one list per language: data/*/passphrase-words.txt."""

from __future__ import annotations

import re
from pathlib import Path

from houvast.data.problem import Problem
from houvast.data.source_text import read_text

FILE = "passphrase-words.txt"
# Five of so many make 44 bits, which hold where each guess takes 600,000 rounds.
MIN_WORDS = 446
# As the floor for passphrases counts them; without accents, so that every keyboard has them.
_WORD = re.compile(r"[a-z]{3,}")


def load_words(folder: Path) -> list[str]:
    """Read the words of one language, from the folder with its data."""
    path = folder / FILE
    return read_text(path).splitlines() if path.exists() else []


def check_words(words: list[str], path: str) -> list[Problem]:
    """Give what is wrong with the words of a language.

    Args:
        words: The lines of the file.
        path: The file, for messages.
    """
    lines = list(enumerate(words, 1))
    problems = [
        Problem(
            path, line, f"'{word}' is no word for a passphrase.", "Use three letters a to z or more, and no capitals."
        )
        for line, word in lines
        if not _WORD.fullmatch(word)
    ]
    problems += [
        Problem(path, line, f"the word '{word}' is there already.", "Write each word once.")
        for line, word in lines
        if word in words[: line - 1]
    ]
    if len(set(words)) < MIN_WORDS:
        remedy = f"Write {MIN_WORDS} different ones or more, so that nobody can guess which are drawn."
        problems.append(Problem(path, 1, f"there are only {len(set(words))} words for passphrases.", remedy))
    return problems
