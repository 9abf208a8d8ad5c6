"""Writes what the search finds as a script, since a page from a USB stick can read no other file.

Of a text it holds the words that it has, each once and by number, which is a third of the text. The rest is done where
it is searched in: overrides/scripts/search/search-index.js.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from houvast.data.search_words import Lead, SearchWords
from houvast.model.search_entries import SearchPage, folded_words

_INDEX_FILE = re.compile(r"search-[^.]+(?:\.[0-9a-f]+)?\.js")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def index_file(language: str) -> str:
    """The name of the script with the index of a language, in the folder of assets."""
    return f"search-{language}.js"


def is_index_file(path: str) -> bool:
    """Whether a file, perhaps with a hash in its name, is the index of a language."""
    return _INDEX_FILE.fullmatch(path.rpartition("/")[2]) is not None


def index_script(
    pages: Sequence[SearchPage],
    words: SearchWords,
    situations: Iterable[tuple[str, str]],
    language: str,
    fragment: str,
) -> str:
    """Give the script with the index of one language: it hands the index to whoever listens.

    Args:
        pages: The pages that can be found.
        words: What people type in this language.
        situations: What readers may say of themselves, with the page that answers it.
        language: The language.
        fragment: The places for what is found, as HTML.
    """
    index = {**index_data(pages, words, situations), "language": language, "html": fragment}
    data = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f'document.dispatchEvent(new CustomEvent("searchindex",{{detail:{data}}}));\n'


def index_data(
    pages: Sequence[SearchPage], words: SearchWords, situations: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """Give the index itself; its keys are those that search-index.js reads."""
    passed_over = {word for text in words.passed_over for word in folded_words(text)}
    sections = list(dict.fromkeys(page.section for page in pages))
    entries = [(number, entry) for number, page in enumerate(pages) for entry in page.entries]
    texts = [set(folded_words(entry.text)) - passed_over for _, entry in entries]
    asked = [set(folded_words(" ".join(page.words))) - passed_over for page in pages]
    # What many texts have gets the small numbers.
    counts = Counter(word for text in (*texts, *asked) for word in sorted(text))
    vocabulary = [word for word, _ in counts.most_common()]
    numbers = {word: number for number, word in enumerate(vocabulary)}
    places = {(pages[number].source, entry.anchor): place for place, (number, entry) in enumerate(entries)}
    said_of_oneself = [Lead(1, text.replace(",", " "), (), (target,)) for text, target in situations]
    return {
        "passedOver": sorted(passed_over),
        "endings": words.endings,
        "alike": words.alike,
        "cries": words.emergency,
        "others": [
            # What leads nowhere is told of by houvast.checks.search_leads.
            [lead.said, lead.words, [places[place] for place in map(_place, lead.targets) if place in places]]
            for lead in (*words.leads, *said_of_oneself)
        ],
        "sections": sections,
        "pages": [
            [
                page.address,
                page.entries[0].title,
                page.name,
                page.description,
                page.whom,
                " ".join(page.audience),
                sections.index(page.section),
                _steps(numbers[word] for word in said),
            ]
            for page, said in zip(pages, asked, strict=True)
        ],
        "entries": [
            [number, entry.anchor, entry.title if entry.anchor else "", int(entry.is_tip)] for number, entry in entries
        ],
        "vocabulary": " ".join(vocabulary),
        "texts": ";".join(_steps(numbers[word] for word in text) for text in texts),
    }


def _place(target: str) -> tuple[str, str]:
    page, _, anchor = target.partition("#")
    return page, anchor


def _steps(numbers: Iterable[int]) -> str:
    """Write numbers in their order, each as how much it is more than the one before."""
    before, steps = 0, []
    for number in sorted(numbers):
        steps.append(_short(number - before))
        before = number
    return ",".join(steps)


def _short(number: int) -> str:
    """Write a number with digits and letters, as scripts read it."""
    written = _DIGITS[number % 36]
    while number := number // 36:
        written = _DIGITS[number % 36] + written
    return written
