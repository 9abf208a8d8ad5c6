"""Looks whether what people type leads somewhere: to a word that a page has, or to a page that can be found."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from houvast.data.problem import Problem
from houvast.data.search_words import Lead
from houvast.data.suggestion import did_you_mean
from houvast.model.search_entries import SearchPage, folded_words


def known_words(pages: Collection[SearchPage]) -> set[str]:
    """Every word that a page has or is asked for by, as the search compares words; also parts of a joined one."""
    texts = (
        text
        for page in pages
        for text in (
            page.name,
            page.description,
            *page.words,
            *(part for entry in page.entries for part in (entry.title, entry.text)),
        )
    )
    whole = {word for text in texts for word in folded_words(text)}
    return whole | {part for word in whole for part in word.split("-")}


def check_leads(leads: Sequence[Lead], pages: Collection[SearchPage], language: str, file: str) -> Iterator[Problem]:
    """Find what leads nowhere.

    Args:
        leads: What people type, with where it leads.
        pages: The pages that can be found.
        language: Their language, which is the name of its folder.
        file: The data file, for messages.
    """
    words = known_words(pages)
    places = {page.source: {entry.anchor for entry in page.entries} for page in pages}
    for lead in leads:
        for word in lead.words:
            if not set(folded_words(word)) <= words:
                what = f"'{lead.said}' leads to the word '{word}', which no page has."
                remedy = "Write a word as a page has it, or the page itself, such as `thuis/pauze.md`."
                yield Problem(file, lead.line, what, did_you_mean(word, words, remedy))
        for target in lead.targets:
            page, _, anchor = target.partition("#")
            if page not in places:
                what = f"'{lead.said}' leads to a page that is not there, or that no search finds: {language}/{page}."
                yield Problem(file, lead.line, what, did_you_mean(page, places, "Correct it, or leave it out."))
            elif anchor not in places[page]:
                what = f"'{lead.said}' leads to a place that {language}/{page} does not have: '{anchor}'."
                yield Problem(file, lead.line, what, did_you_mean(anchor, places[page], "Leave the place out."))
