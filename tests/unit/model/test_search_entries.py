"""What the search finds is read out of a finished page: the page, its tips and headings."""

from __future__ import annotations

import pytest
from houvast.model.page_tree import read_content
from houvast.model.search_entries import SearchEntry, folded_words, read_entries

PAGE = """<h1>Asking</h1><p>Before you ask.</p>
<section class="tip" data-tip="safe-now"><h2 id="safe-now">Ask first</h2><a class="headerlink" href="#safe-now">¶</a>
<p>Is it <button popovertarget="a">quiet</button><span id="a" popover>An explanation.</span>?</p>
<p data-search-exclude>Print</p></section>
<h2 id="later">Later</h2><p>Talk again.</p><ul><li>One</li></ul><h2 id="then">Then</h2><p>Rest.</p>"""


def test_a_page_gives_itself_its_tips_and_its_headings() -> None:
    assert read_entries(read_content(PAGE)) == (
        SearchEntry("", "Asking", False, "Before you ask."),
        SearchEntry("safe-now", "Ask first", True, "Is it ?"),
        SearchEntry("later", "Later", False, "Talk again. One"),
        SearchEntry("then", "Then", False, "Rest."),
    )


def test_a_form_is_found_as_a_whole_without_the_items_of_tips() -> None:
    page = """<h1>List</h1><h2 id="how-to">How</h2><p>Read.</p>
    <form data-form="a"><h2 id="b">Part</h2>
    <p data-item="c">Of a tip</p><label>Who?</label><button>Go</button></form>"""
    assert read_entries(read_content(page)) == (SearchEntry("", "List", False, "How Read. Part Who?"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Foto’s, foto's en FOTO`S", ["fotos", "fotos", "en", "fotos"]),
        ("ideeën? Écoute!", ["ideeen", "ecoute"]),
        ("time-out (0800-2000)", ["time-out", "0800-2000"]),
    ],
)
def test_words_are_compared_without_capitals_accents_and_apostrophes(text: str, words: list[str]) -> None:
    assert folded_words(text) == words
