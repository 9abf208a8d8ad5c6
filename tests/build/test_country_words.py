"""A passage for one country names no desk of the other, and 112 is not kept for when a life is in danger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from built_site import LANGUAGES
from houvast.authoring.block_reader import read_blocks
from houvast.checks.country_words import CountryWords, check_countries, load_countries
from houvast.checks.emergency_words import EmergencyWords, check_emergency_words, load_emergency_words
from houvast.data.helplines import numbers_by_country
from project_root import ROOT
from small_project import SmallProject

# What is there in the country that is named first, in a passage for the other.
DUTCH = ("the Netherlands", "Flanders")
FLEMISH = ("Flanders", "the Netherlands")
TITLE = "//// tip | Vlaanderen: bel met je vragen\n    id: a\n    sources: common-knowledge\n\n"


@cache
def countries(language: str) -> CountryWords:
    """The words of the countries in a language."""
    numbers = numbers_by_country(ROOT / "data/helplines.yml")
    words, problems = load_countries(ROOT / "data/countries.yml", language, numbers, ROOT)
    assert problems == []
    return words


@cache
def emergencies(language: str) -> EmergencyWords:
    """The words that a language keeps away from the emergency number."""
    return load_emergency_words(ROOT / "data/emergency-words.yml", language)


def found(language: str, markdown: str) -> list[str]:
    """What the check of countries says of a text that begins in line 5, each with its line."""
    blocks = read_blocks(markdown, "docs/a.md", 5).blocks
    problems = check_countries(markdown, "docs/a.md", 5, countries(language), blocks)
    return [f"{problem.line}: {problem.what}" for problem in problems]


@pytest.mark.parametrize(
    ("language", "markdown", "line", "word", "where"),
    [
        ("nl", "In Vlaanderen bel je Veilig Thuis.", 5, "Veilig Thuis", DUTCH),
        ("nl", "Iets.\n\nBel in België\nin nood 0800-2000.", 8, "0800-2000", DUTCH),
        ("nl", "Veilig Thuis is er in Vlaanderen dag en nacht.", 5, "Veilig Thuis", DUTCH),
        ("nl", "In Vlaanderen is het anders. Daar kom je bij het wijkteam.", 5, "wijkteam", DUTCH),
        ("nl", "Werk je in Vlaanderen? Volg dan de meldcode.", 5, "de meldcode", DUTCH),
        ("nl", "Woon je in Vlaanderen, bel dan 113.", 5, "113", DUTCH),
        ("nl", "Bel een CAW, of in België het Centrum Seksueel Geweld.", 5, "Centrum Seksueel Geweld", DUTCH),
        ("nl", "- Bel Awel (Nederland, gratis).", 5, "Awel", FLEMISH),
        ("nl", "- Bel de Kindertelefoon (Vlaanderen, 102).", 5, "Kindertelefoon", DUTCH),
        ("nl", "In Vlaanderen bel je met Veilig\n  Thuis.", 5, "Veilig Thuis", DUTCH),
        ("nl", "In Vlaanderen bel je met Veilig  Thuis.", 5, "Veilig  Thuis", DUTCH),
        ("nl", "In Nederland bel je bij gevaar 101.", 5, "101", FLEMISH),
        ("nl", "Overleg in Nederland met het CAW.", 5, "CAW", FLEMISH),
        ("nl", "| Nederland | 1712 |", 5, "1712", FLEMISH),
        ("nl", "# Werken in Vlaanderen\n\nBel Veilig Thuis.", 7, "Veilig Thuis", DUTCH),
        ("nl", f"{TITLE}Bel 0800-2000.\n////", 9, "0800-2000", DUTCH),
        ("nl", "- [right] a | Bel 1712. | In Vlaanderen werkt 0800-2000 niet. | b", 5, "0800-2000", DUTCH),
        ("en", "In Flanders, call Veilig Thuis.", 5, "Veilig Thuis", DUTCH),
        ("en", "After a call in Flanders, Veilig Thuis looks at it.", 5, "Veilig Thuis", DUTCH),
        ("en", "Ask the GP or, in the Netherlands, a CAW.", 5, "CAW", FLEMISH),
        ("en", "Veilig Thuis (Safe at Home) in Flanders, 0800-2000, helps.", 5, "Veilig Thuis", DUTCH),
        ("en", "Do you live in the Netherlands? Call 1712.", 5, "1712", FLEMISH),
        ("en", "In Flanders you take five steps. The Reporting Code says so.", 5, "Reporting Code", DUTCH),
        ("en", "## Numbers (the Netherlands)\n\nCall 1813.", 7, "1813", FLEMISH),
    ],
)
def test_what_only_the_other_country_has_is_found_with_its_line(
    language: str, markdown: str, line: int, word: str, where: tuple[str, str]
) -> None:
    assert f"{line}: '{word}' is there in {where[0]} only, and this passage is for {where[1]}." in found(
        language, markdown
    )


@pytest.mark.parametrize(
    ("language", "markdown"),
    [
        ("nl", "In Nederland bel je Veilig Thuis, en in Vlaanderen 1712."),
        ("nl", "In Nederland bel je Veilig Thuis (0800-2000, gratis), 1712 of een CAW in Vlaanderen."),
        ("nl", "Overleg met Veilig Thuis, of in Vlaanderen met een CAW. Veilig Thuis denkt mee."),
        ("nl", "Bij gevaar bel je 112, in België 101 voor de politie, en overleg daarna met Veilig Thuis."),
        ("nl", "Bij gevaar is het 112 (in België 101 voor de politie). Overleg daarna met Veilig Thuis."),
        ("nl", "In Vlaanderen bel je 1712. [[desk]] Bij Veilig Thuis kan dat ook 's nachts."),
        ("nl", "In Vlaanderen bel je 1712.\n\nVeilig Thuis is er dag en nacht."),
        ("nl", "In Nederland en Vlaanderen is er hulp: bij Veilig Thuis, of op 1712."),
        ("nl", "In Vlaanderen is er geen Veilig Thuis. Daar bel je 1712."),
        ("nl", "In Vlaanderen is er geen\nVeilig  Thuis. Daar bel je 1712."),
        ("nl", "> In Vlaanderen werkt Veilig\n> Thuis niet: Veilig Thuis\n> werkt niet buiten Nederland."),
        ("nl", "# Werken in Vlaanderen\n\nVeilig Thuis werkt alleen in Nederland. Vlaanderen heeft geen meldcode."),
        ("nl", "//// tip | Bel Veilig Thuis, of 1712 in Vlaanderen\n    id: a\n\nVeilig Thuis denkt mee.\n////"),
        ("nl", "- [wrong] desk | In Vlaanderen bel je Veilig Thuis. | Dat is er alleen in Nederland. | a"),
        ("nl", "Bel [het CAW](veilig-thuis.md) in Vlaanderen, en schrijf `in Vlaanderen: Veilig Thuis`."),
        ("nl", "Kindertelefoon (Nederland, 0800-0432) of Awel (Vlaanderen, 102)."),
        ("en", "Ask Veilig Thuis in the Netherlands and a CAW in Flanders."),
        ("en", "Call 113 in the Netherlands, or the Zelfmoordlijn in Flanders: 1813."),
        ("en", "In Flanders there is no Reporting Code that binds everyone."),
        ("en", "Veilig Thuis does not work in Flanders. In danger it is 112, or in Belgium 101."),
    ],
)
def test_what_is_right_is_left_alone(language: str, markdown: str) -> None:
    assert found(language, markdown) == []


@pytest.mark.parametrize(
    ("language", "one", "other"), [("nl", "Nederland", "Vlaanderen"), ("en", "the Netherlands", "Flanders")]
)
def test_on_the_pages_of_the_site_most_desks_are_missed_when_the_countries_change_places(
    language: str, one: str, other: str
) -> None:
    changed = list(_with_countries_changed(language, one, other))
    caught = [line for line in changed if list(check_countries(line, "a.md", 1, countries(language)))]
    assert len(changed) > 50
    assert len(caught) > len(changed) / 2


def _with_countries_changed(language: str, one: str, other: str) -> Iterator[str]:
    """Each line of the pages that speaks of a country, with the other country in its place, one at a time."""
    for page in sorted((ROOT / "docs" / language).rglob("*.md")):
        for line in page.read_text("utf-8").splitlines():
            for match in re.finditer(rf"(?i)\bin ({one}|{other})\b", line):
                swapped = other if match[1].lower() == one.lower() else one
                yield line[: match.start(1)] + swapped + line[match.end(1) :]


@pytest.mark.parametrize(
    ("language", "markdown", "line"),
    [
        ("nl", "Iets.\n\nBel 112 bij levensgevaar.", 7),
        ("nl", "Is er direct levensgevaar?\n\n- Bel 112.", 5),
        ("nl", "Bij doodsgevaar bel je in België 101.", 5),
        ("nl", "//// tip | Bel bij levensgevaar\n    id: a\n\nBel 112.\n////", 5),
        ("nl", "- [ ] call | Loopt iemands leven gevaar, dan bel ik\n  112.", 5),
        ("en", "Call 112 only when there is\ndanger to life.", 6),
        ("en", "If a life is in danger, call 112.", 5),
        ("en", "Someone's life is at risk.\n\nCall 101 in Belgium.", 5),
    ],
)
def test_112_for_life_in_danger_only_is_found_with_its_line(language: str, markdown: str, line: int) -> None:
    problems = list(check_emergency_words(markdown, "docs/a.md", 5, emergencies(language)))
    assert [problem.line for problem in problems] == [line]
    assert problems[0].remedy == "Say when to call in other words: there is danger now, or violence is going on."


@pytest.mark.parametrize(
    ("language", "markdown"),
    [
        ("nl", "Is er nu gevaar, of is er geweld bezig? Bel 112."),
        ("nl", "Dat kan van levensbelang zijn.\n\nBel 112."),
        ("nl", "Er is levensgevaar.\n\nPraat erover.\n\nBel 112."),
        ("nl", "- [wrong] life | Alleen bij levensgevaar bel je 112. | Bel 112 als er nu gevaar is. | a"),
        ("nl", "Schrijf nooit `bij levensgevaar bel je 112`."),
        ("en", "Is there danger now? Call 112."),
    ],
)
def test_danger_now_may_stand_beside_112(language: str, markdown: str) -> None:
    assert list(check_emergency_words(markdown, "docs/a.md", 5, emergencies(language))) == []


def test_a_standing_sentence_counts_where_it_is_called(small_project: SmallProject) -> None:
    small_project.keep_first_language()
    small_project.change(
        "data/nl/standing.yml", "Praat er later met iemand over.", "Is er levensgevaar, praat er dan over."
    )
    assert small_project.build().returncode == 0
    small_project.change("docs/nl/vragen.md", "als het misgaat.", "als het misgaat. [[talk-later]]")
    said = "docs/nl/vragen.md:27: 'levensgevaar' stands beside the emergency number"
    assert said in small_project.build().stderr


def test_every_language_has_its_words() -> None:
    for language in LANGUAGES:
        assert len(countries(language).countries) == 2
        assert emergencies(language).refused.pattern != "(?!)"


@pytest.mark.parametrize("file", ["data/countries.yml", "data/emergency-words.yml"])
@pytest.mark.parametrize("is_there", [False, True], ids=["gone", "empty"])
def test_no_check_is_switched_off_by_a_file_that_is_gone_or_empty(
    small_project: SmallProject, file: str, is_there: bool
) -> None:
    if is_there:
        small_project.write(file, "# Nothing.\n")
    else:
        (small_project.folder / file).unlink()
    result = small_project.build()
    assert result.returncode != 0
    what = "is empty" if is_there else "is not there"
    assert f"{file}:1: this data file {what}, and the site cannot be built without it." in result.stderr
