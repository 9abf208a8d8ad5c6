"""The words that are drawn for a passphrase: enough of them, plain, and not telling what the site is about."""

from __future__ import annotations

import math

import pytest
from houvast.checks.revealing_words import revealing_words_in
from houvast.data.passphrase_words import FILE, MIN_WORDS, check_words, load_words
from project_root import ROOT
from site_languages import LANGUAGES, NEUTRAL_WORDS

# As many as the site draws, which tests/browser/test_keeping_files.py sees.
DRAWN = 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_each_language_are_right(language: str) -> None:
    words = load_words(ROOT / "data" / language)
    assert check_words(words, FILE) == []
    assert words == sorted(words)
    assert revealing_words_in(" ".join(words), NEUTRAL_WORDS) == []


def test_what_is_drawn_is_hard_to_guess() -> None:
    assert DRAWN * math.log2(MIN_WORDS) >= 44


def test_a_list_that_is_too_short_repeated_or_odd_is_told() -> None:
    words = load_words(ROOT / "data/nl")[: MIN_WORDS - 1]
    (problem,) = check_words(words, FILE)
    assert str(problem).startswith(f"{FILE}:1: there are only {MIN_WORDS - 1} words for passphrases. Write ")
    (problem,) = check_words([*words, words[0]], FILE)[:1]
    assert (problem.line, problem.what) == (MIN_WORDS, f"the word '{words[0]}' is there already.")
    for odd in ("ab", "Appel", "twee woorden", "café", ""):
        problems = check_words([odd, *words], FILE)
        assert [problem.line for problem in problems] == [1], odd
    assert check_words([], FILE)[0].line == 1


def test_a_language_without_words_has_none() -> None:
    assert load_words(ROOT / "data") == []
