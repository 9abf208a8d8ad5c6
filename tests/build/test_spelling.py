"""Every word of the built pages is spelt as the dictionaries or the project's own lists have it, in both languages.

The project's lists, tests/known_words_<language>.txt, have what no dictionary knows: words of the field, and names.
A name may have several words ("Academie voor Praten met Kinderen"); its parts alone are then no words of the language.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache

import pytest
from built_site import BuiltSite
from houvast.data.ui_strings import load_words
from lxml import html
from page_text import everything_said
from project_root import ROOT

DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’.-][^\W\d_]+)*(?!\w)")
# Addresses, file names and blanks that a script fills are no words.
NO_WORD = re.compile(r"https?:\S+|\{\w+\}|\b[\w-]+\.(?:nl|be|eu|org|com|md|yml|json|txt|rtf|html|svg|py)\b")


def known_words(language: str) -> list[str]:
    """The project's own list of a language."""
    return (ROOT / f"tests/known_words_{language}.txt").read_text("utf-8").splitlines()


def known_names(language: str) -> list[str]:
    """The names of several words among them, longest first."""
    return sorted((known for known in known_words(language) if " " in known), key=len, reverse=True)


def words_of(text: str, names: Iterable[str] = ()) -> set[str]:
    """The words of a text, with their hyphens; names of several words are left out, and "Kim's" counts as "Kim"."""
    for name in names:
        text = text.replace(name, " ")
    found = {word.replace("’", "'") for word in WORD.findall(NO_WORD.sub(" ", text))}
    return {word.removesuffix("'s") if word[0].isupper() else word for word in found}


def not_in_dictionary(words: set[str], language: str) -> set[str]:
    """The words that hunspell does not know."""
    if not shutil.which("hunspell"):
        pytest.fail("hunspell is not here: run tests/install-tools, as `make test` does.")
    result = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[language]],
        input="\n".join(sorted(words)),
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin:/usr/local/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Can't open" not in result.stderr, result.stderr
    return set(result.stdout.split())


def misspelt(words: set[str], language: str) -> set[str]:
    """The words that neither the dictionary nor the project's list knows."""
    return not_in_dictionary(words, language) - set(known_words(language))


@cache
def texts(site: BuiltSite, language: str) -> dict[str, list[str]]:
    """What each page says in a language, by its address, and what the scripts say."""
    trees = {address: site.tree(address) for address in site.addresses}
    trees["404.html"] = html.parse(str(site.folder / "404.html"), html.HTMLParser(encoding="utf-8")).getroot()
    pages = {address: everything_said(tree, language) for address, tree in trees.items()}
    words = load_words(ROOT / f"data/{language}/words.yml")
    said = {**words["said"], **words["training_said"]}
    return {**pages, "the scripts": list(said.values())}


@cache
def unknown(site: BuiltSite, language: str) -> set[str]:
    """The words of all pages that the dictionary does not know."""
    said = {text for page in texts(site, language).values() for text in page}
    names = known_names(language)
    return not_in_dictionary({word for text in said for word in words_of(text, names)}, language)


@pytest.mark.build
@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("nl", "Bel een colega, of praat met hulpverleners.", {"colega"}),
        ("nl", "Een lijst met zinnen die werken, ook in een time-out.", set()),
        ("en", "Call a colleage, or talk it over with neighbours.", {"colleage"}),
        ("en", "The color of a neighborhood.", {"color", "neighborhood"}),
    ],
)
def test_a_misspelt_word_is_found(language: str, text: str, wrong: set[str]) -> None:
    assert misspelt(words_of(text), language) == wrong


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_word_is_spelt_right(site: BuiltSite, language: str) -> None:
    messages = []
    for word in sorted(unknown(site, language) - set(known_words(language))):
        where = [
            f"{word}: /{address}: {text[:200]}"
            for address, page in texts(site, language).items()
            for text in page
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.replace("’", "'"))
        ]
        messages += where[:1] or [f"{word}: on a page"]
    if messages:
        advice = f"Mend these, or put them in tests/known_words_{language}.txt:"
        pytest.fail("\n".join([advice, *messages]), pytrace=False)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_has_only_what_a_page_uses_and_no_dictionary_has(site: BuiltSite, language: str) -> None:
    listed = known_words(language)
    assert listed == sorted(set(listed)), "One word or name a line, in the order of `LC_ALL=C sort -u`."
    said = "\n".join(text for page in texts(site, language).values() for text in page)
    used = unknown(site, language) | {name for name in known_names(language) if name in said}
    assert used >= set(listed), f"Take these out of tests/known_words_{language}.txt: {sorted(set(listed) - used)}"
