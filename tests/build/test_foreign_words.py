"""Words of another language say so, wherever they stand on a page (WCAG 3.1.2)."""

from __future__ import annotations

import re

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from houvast.data.foreign_words import with_marked_words
from project_root import ROOT

LISTED: dict[str, list[str]] = yaml.safe_load((ROOT / "data/foreign-words.yml").read_text("utf-8"))
WORDS = {"nl": ["meldcode", "Veilig Thuis", "Veilig Thuis Noord"], "en": ["Signs of Safety"]}


@pytest.mark.parametrize(
    ("page", "marked"),
    [
        ("<p>Call Veilig Thuis.</p>", '<p>Call <span lang="nl">Veilig Thuis</span>.</p>'),
        ("<p>Veilig\n Thuis Noord</p>", '<p><span lang="nl">Veilig\n Thuis Noord</span></p>'),
        ("<p>the meldcodes, Meldcode</p>", "<p>the meldcodes, Meldcode</p>"),
        ("<p>Signs of Safety</p>", "<p>Signs of Safety</p>"),
        # What has a language already, holds no markup or is no text; and the page goes on behind it.
        ('<p lang="nl"><b>Veilig Thuis</b></p><b>meldcode</b>', None),
        ("<title>Veilig Thuis</title><b>meldcode</b>", None),
        ("<select><option>Veilig Thuis</option></select><b>meldcode</b>", None),
        ("<svg><g><title>meldcode</title></g></svg><b>meldcode</b>", None),
        ("<script>let meldcode = '<p>meldcode</p>';</script><b>meldcode</b>", None),
        ('<a title="meldcode > 1" href="meldcode"></a><b>meldcode</b>', None),
        ("<!-- meldcode --><b>meldcode</b>", None),
        # An element without an end, and a drawing that ends where it begins, hold nothing.
        ('<img lang="nl" alt="x"><b>meldcode</b>', None),
        ('<p>a<br lang="nl">b<input lang="nl" />c</p><b>meldcode</b>', None),
        ('<svg viewBox="0 0 1 1"/><b>meldcode</b>', None),
        ('<p lang="nl"><img lang="nl"><b>Veilig Thuis</b><br></p><b>meldcode</b>', None),
        ('<SCRIPT>let meldcode = 1;</SCRIPT><P LANG="nl">Veilig Thuis</P><b>meldcode</b>', None),
        ('<!doctype html><html lang="en"><b>meldcode</b> < 2 <x "</html>', None),
    ],
)
def test_words_are_marked_in_the_text_alone(page: str, marked: str | None) -> None:
    last = '<b><span lang="nl">meldcode</span></b>'
    assert with_marked_words(page, "en", WORDS) == (marked or page.replace("<b>meldcode</b>", last))


def test_no_words_change_nothing() -> None:
    assert with_marked_words("<p>Veilig Thuis</p>", "en", {}) == "<p>Veilig Thuis</p>"
    assert with_marked_words("<p>Veilig Thuis</p>", "nl", WORDS) == "<p>Veilig Thuis</p>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_on_the_list_is_marked_wherever_it_stands(site: BuiltSite, language: str) -> None:
    for other, words in LISTED.items():
        if other == language:
            continue
        found: set[str] = set()
        pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, reverse=True)))
        for address in site.in_language(language):
            for text in site.tree(address).xpath("//body//text()[not(ancestor::script or ancestor::option)]"):
                for word in pattern.findall(re.sub(r"\s+", " ", text)):
                    nearest = text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang")[-1]
                    is_left_alone = text.getparent().xpath("ancestor-or-self::*[self::svg or self::code or self::pre]")
                    assert nearest == other or is_left_alone, f"{address}: {word}"
                    found.add(word)
        assert found == set(words), f"No page in {language} has these: {set(words) - found}"


def test_a_marked_word_is_no_column_of_its_own(site: BuiltSite) -> None:
    # In these a text beside an element is laid out apart from it (styles: display flex).
    rows = "//*[@class='paper-answers']/li | //label[contains(@class, 'choice')]"
    for element in site.find("en", rows):
        assert not element.xpath("span[@lang]"), element.text_content()
