"""The index of the search is small, and says the same as the pages."""

from __future__ import annotations

import json

from houvast.data.search_words import Lead, SearchWords
from houvast.model.search_entries import SearchEntry, SearchPage
from houvast.output.search_index import index_data, index_script

ENTRIES = (
    SearchEntry("", "Asking", False, "Ask them, and ask again: the question counts."),
    SearchEntry("safe-now", "Ask first", True, "Ask whether it is safe."),
)
PAGE = SearchPage(
    source="vragen.md",
    address="en/asking/",
    name="Questions",
    description="What to ask.",
    whom="professionals",
    audience=("professionals",),
    section="Work",
    words=("enquire",),
    entries=ENTRIES,
)
WORDS = SearchWords(
    passed_over=("the", "and"),
    endings=("s",),
    alike={},
    emergency=("help me",),
    leads=(Lead(1, "query", ("question",), ("vragen.md#safe-now", "gone.md")),),
)


def decoded(index: dict[str, object]) -> list[set[str]]:
    """The words of each text."""
    vocabulary, texts = str(index["vocabulary"]).split(), []
    for text in str(index["texts"]).split(";"):
        number, words = 0, set()
        for step in text.split(","):
            number += int(step, 36)
            words.add(vocabulary[number])
        texts.append(words)
    return texts


def test_a_text_is_the_words_that_it_has_without_those_that_are_passed_over() -> None:
    index = index_data([PAGE], WORDS, [])
    assert decoded(index) == [
        {"ask", "them", "again", "question", "counts"},
        {"ask", "whether", "it", "is", "safe"},
    ]


def test_what_people_type_leads_to_entries_by_number_and_what_leads_nowhere_is_left_out() -> None:
    index = index_data([PAGE], WORDS, [("I wonder, often.", "vragen.md")])
    assert index["others"] == [
        ["query", ("question",), [1]],
        ["I wonder  often.", (), [0]],
    ]


def test_more_words_than_one_sign_can_number_keep_their_numbers() -> None:
    text = " ".join(f"word{number}" for number in range(2000))
    page = SearchPage(**{**vars(PAGE), "entries": (SearchEntry("", "Long", False, text),)})
    assert decoded(index_data([page], WORDS, [])) == [set(text.split())]


def test_the_script_hands_the_index_to_whoever_listens() -> None:
    script = index_script([PAGE], WORDS, [], "en", '<p title="a">b</p>')
    before, after = 'document.dispatchEvent(new CustomEvent("searchindex",{detail:', "}));\n"
    assert script.startswith(before)
    assert script.endswith(after)
    detail = json.loads(script[len(before) : -len(after)])
    assert (detail["language"], detail["html"]) == ("en", '<p title="a">b</p>')
