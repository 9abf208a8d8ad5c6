"""How easily a text reads: sentences, words, syllables, and the two formulas made of them.

Dutch is measured by Flesch-Douma, English by Flesch's reading ease. In both, 100 is a text for a child and 30 one for
a scholar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pyphen

# What one more word in a sentence and one more syllable in a word take off.
WEIGHTS = {"nl": (206.84, 0.93, 77.0), "en": (206.835, 1.015, 84.6)}

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"""([.?!…]["'”’)\]]*)\s+(?=["'“‘(\[]*[\dA-ZÀ-Ý])""")
_FULL = re.compile(r"""[.?!…:]["'”’)\]]*$""")
_CAPITAL_WITHIN = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Ý][^\W\d_]+")
_VOWELS = {
    "nl": re.compile(r"aai|ooi|oei|eeuw|ieuw|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]"),
    "en": re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+"),
}
_SILENT_E = re.compile(
    r"(?<=[aeiouy][^aeiouy])e(?=$|d$|s$|ly$|ty$|ment)"
    r"|(?<=[aeiouy][^aeiouy]{2})(?<!bl|pl|tl|dl|gl|fl|kl|cl|zl|tr)e(?=$)"
    r"|(?<=[aeiouy])e(?=d$|s$)"
)


@dataclass(frozen=True)
class Figures:
    """The figures of a text.

    Args:
        language: `nl` or `en`.
        sentences: How many full sentences there are.
        words_in_sentences: How many words those have together.
        words: How many words there are, headings and labels included.
        syllables: How many syllables all words have together.
        longest: The sentence or label with most words.
        longest_words: How many that has.
    """

    language: str
    sentences: int
    words_in_sentences: int
    words: int
    syllables: int
    longest: str
    longest_words: int

    @property
    def words_per_sentence(self) -> float:
        """How long a sentence is on average."""
        return self.words_in_sentences / self.sentences if self.sentences else 0.0

    @property
    def ease(self) -> float:
        """Flesch-Douma for Dutch, Flesch's reading ease for English."""
        if not self.words:
            return 100.0
        start, per_word, per_syllable = WEIGHTS[self.language]
        return start - per_word * self.words_per_sentence - per_syllable * self.syllables / self.words


def sentences(passage: str) -> list[str]:
    """The sentences of a passage; a heading or label without a full stop is one as well."""
    return [sentence for sentence in _SENTENCE_END.sub("\\1\n", passage).split("\n") if words(sentence)]


def words(text: str) -> list[str]:
    """The words of a text; parts between hyphens are words of their own, numbers are none."""
    return _WORD.findall(text)


@cache
def syllables(word: str, language: str) -> int:
    """How many syllables a word has.

    Pyphen cuts a word where a line may break; a part has as many syllables as it has groups of vowels, since no line
    breaks after a lone first letter ("o-ver"). On this site's English that comes to 1.30 a word, where a dictionary
    of pronunciations says 1.28: the texts do not look easier than they are.
    """
    plain = re.sub(r"['’](s|re|ve|ll|d|m)$", "", word.lower())
    if language == "en" and not re.search(r"[td]ed$|(?:[sxzcg]|[sc]h)es$", plain):
        plain = _SILENT_E.sub("", plain)
    parts = _hyphens(language).inserted(plain, "-").split("-")
    return max(1, sum(len(_VOWELS[language].findall(part)) for part in parts))


@cache
def _hyphens(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang={"nl": "nl_NL", "en": "en_GB"}[language])


def always_capital(texts: Iterable[str]) -> set[str]:
    """The words that stand with a capital within a sentence, and nowhere without: names."""
    seen = [sentence for text in texts for sentence in sentences(text)]
    within = {word for sentence in seen for word in _CAPITAL_WITHIN.findall(sentence)}
    return within - {word[0].upper() + word[1:] for sentence in seen for word in words(sentence) if word[0].islower()}


def figures(texts: Iterable[str], language: str, terms: Iterable[str] = (), names: Iterable[str] = ()) -> Figures:
    """Measures texts, with glossary terms and names left out of the count of words and syllables.

    A heading or label without a full stop is weighed for its words, but makes no sentence: else a page of labels
    would seem to be made of short sentences.
    """
    left_out = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(terms, key=len, reverse=True))) or '(?!)'})(?!\w)", re.I
    )
    known = set(names)
    counted = [
        (sentence, [word for word in words(left_out.sub(" ", sentence)) if word not in known])
        for text in texts
        for sentence in sentences(text)
    ]
    full = [(sentence, found) for sentence, found in counted if _FULL.search(sentence)] or counted
    longest, longest_words = max(counted, key=lambda entry: len(entry[1]), default=("", []))
    every_word = [word for _, found in counted for word in found]
    return Figures(
        language=language,
        sentences=len(full),
        words_in_sentences=sum(len(found) for _, found in full),
        words=len(every_word),
        syllables=sum(syllables(word, language) for word in every_word),
        longest=longest,
        longest_words=len(longest_words),
    )
