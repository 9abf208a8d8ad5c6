"""How easily each built page reads, by whom it is for.

For professionals 50 by Flesch-Douma (Dutch) or Flesch (English), for all others 65; for families and the network
sentences of 15 words on average and 25 at most. Glossary terms and names are left out of the count. The figures of
each page are written to tests/reports/reading-ease.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
import yaml
from built_site import BuiltSite
from lxml import html
from page_text import explanations, passages
from project_root import ROOT
from reading_ease import Figures, always_capital, figures, sentences, syllables, words

GLOSSARY = yaml.safe_load((ROOT / "data/glossary.yml").read_text("utf-8"))
REPORT = ROOT / "tests/reports/reading-ease.tsv"
EASE, EASE_AT_WORK = 65, 50
AVERAGE, MAX_WORDS = 15, 25


def said_by_all(words_of_site: object) -> Iterator[str]:
    """The words of the site itself, which no page says for itself."""
    if isinstance(words_of_site, dict):
        for value in words_of_site.values():
            yield from said_by_all(value)
    else:
        yield str(words_of_site)


@cache
def measured(site: BuiltSite) -> dict[str, Figures]:
    """The figures of each page, by its address."""
    found: dict[str, Figures] = {}
    for language in ("nl", "en"):
        shared = set(said_by_all(yaml.safe_load((ROOT / f"data/{language}/words.yml").read_text("utf-8"))))
        texts = {
            address: [text for text in passages(site.tree(address)) if text not in shared]
            + explanations(site.tree(address))
            for address in site.in_language(language)
        }
        terms = [form for entry in GLOSSARY.values() for form in entry[language]["forms"]]
        names = always_capital(text for page in texts.values() for text in page)
        found |= {address: figures(page, language, terms, names) for address, page in texts.items()}
    return found


def audience(site: BuiltSite, address: str) -> list[str]:
    """Whom a page is for; nobody in particular, on some."""
    return site.tree(address).xpath("string(//body/@data-audience)").split()


def shortcomings(of: Figures, audiences: list[str]) -> list[str]:
    """In what a page reads less easily than its readers need."""
    lowest = EASE_AT_WORK if audiences == ["professionals"] else EASE
    found = []
    if of.ease < lowest:
        found.append(
            f"reading ease {of.ease:.1f}, at least {lowest} is asked ({of.words_per_sentence:.1f} words a sentence, "
            f"{of.syllables / of.words:.2f} syllables a word); begin with: {of.longest}"
        )
    if {"families", "network"} & set(audiences):
        if of.words_per_sentence > AVERAGE:
            found.append(f"{of.words_per_sentence:.1f} words a sentence on average, at most {AVERAGE} is asked")
        if of.longest_words > MAX_WORDS:
            found.append(f"a sentence of {of.longest_words} words, at most {MAX_WORDS} is asked: {of.longest}")
    return found


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("nl", "huis", 1),
        ("nl", "over", 2),
        ("nl", "meestal", 2),
        ("nl", "overleggen", 4),
        ("nl", "verantwoordelijkheid", 6),
        ("en", "home", 1),
        ("en", "asks", 1),
        ("en", "about", 2),
        ("en", "safety", 2),
        ("en", "agreements", 3),
        ("en", "responsibility", 6),
    ],
)
def test_syllables_are_counted(language: str, word: str, count: int) -> None:
    assert syllables(word, language) == count


def test_sentences_end_at_a_stop_before_a_capital() -> None:
    text = 'Bel 0800-2000, bijv. nu. "Ik kom." En dan? 1712 is gratis'
    assert sentences(text) == ["Bel 0800-2000, bijv. nu.", '"Ik kom."', "En dan?", "1712 is gratis"]
    assert words("Bel nu 0800-2000 voor een time-out") == ["Bel", "nu", "voor", "een", "time", "out"]


def test_terms_and_names_are_left_out_and_labels_make_no_sentence() -> None:
    names = always_capital(["Dan komt Rob langs.", "Rob belt.", "De kat van Els. Bel els."])
    assert names == {"Rob"}
    found = figures(["Veilig praten", "Rob belt Veilig Thuis."], "nl", ["veilig thuis"], names)
    assert (found.sentences, found.words_in_sentences, found.words) == (1, 1, 3)


def test_only_what_the_page_says_itself_is_measured() -> None:
    page = html.fromstring(
        '<html lang="en"><head><meta name="description" content="On a pause."></head><body><nav><p>Menu</p></nav>'
        '<article id="content"><h1>A <em>pause</em><a class="headerlink">¶</a></h1><p>Stop.</p><p>Stop.</p>'
        '<button>Print</button><p data-search-exclude>Note.</p><p>See <code>a.md</code> now.</p><h2 lang="nl">Nee</h2>'
        '<label>I feel <input> .</label><div aria-hidden="true">Paper</div></article></body></html>'
    )
    assert passages(page) == ["On a pause.", "A pause", "Stop.", "See now.", "I feel."]


def test_a_text_that_is_too_hard_is_found() -> None:
    hard = {
        "nl": "Het verantwoordelijkheidsgevoel van beroepskrachten noodzaakt organisaties tot zorgvuldige "
        "besluitvorming over informatieuitwisseling met ketenpartners, waarbij belanghebbenden voorafgaand "
        "geïnformeerd worden omtrent hun rechtspositie en de mogelijkheden tot bezwaar daartegen.",
        "en": "Organisational responsibility necessitates considerable deliberation regarding information exchange.",
    }
    for language, text in hard.items():
        assert shortcomings(figures([text], language), ["professionals"])
    assert len(shortcomings(figures([hard["nl"]], "nl"), ["families"])) == 3
    easy = {"nl": "Bel ons als je bang bent. Dat mag altijd.", "en": "Call us if you are afraid. You always may."}
    for language, text in easy.items():
        assert shortcomings(figures([text], language), ["families"]) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_reads_as_easily_as_its_readers_need(site: BuiltSite, language: str) -> None:
    found = [
        f"/{address}: {shortcoming}"
        for address in site.in_language(language)
        for shortcoming in shortcomings(measured(site)[address], audience(site, address))
    ]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_the_figures_of_each_page_are_in_a_report(site: BuiltSite) -> None:
    rows = ["page\tfor\tlanguage\tease\twords a sentence\tlongest\twords"]
    rows += [
        f"/{address}\t{' '.join(audience(site, address)) or '-'}\t{of.language}\t{of.ease:.1f}\t"
        f"{of.words_per_sentence:.1f}\t{of.longest_words}\t{of.words}"
        for address, of in sorted(measured(site).items())
    ]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(rows) + "\n", "utf-8")
    assert len(rows) == sum(len(site.in_language(language)) for language in ("nl", "en")) + 1
