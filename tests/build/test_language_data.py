"""What a new language lacks is said with file, line and remedy; none of it is filled in with another language."""

from __future__ import annotations

import re

import pytest
from houvast.data.languages import LanguageFacts
from houvast.rendering.isolated_text import with_isolated_numbers
from pseudo_language import ARABIC, POLISH, add_pseudo_language
from small_project import SmallProject


@pytest.fixture
def polish(small_project: SmallProject) -> SmallProject:
    """A small project in Polish too."""
    add_pseudo_language(small_project.folder, POLISH)
    return small_project


def line_of(project: SmallProject, path: str, passage: str) -> int:
    """The line of a file at which a passage stands."""
    text = (project.folder / path).read_text("utf-8")
    return text.count("\n", 0, text.index(passage)) + 1


def test_a_form_of_a_word_beside_a_number_may_not_be_missing(polish: SmallProject) -> None:
    path = polish.folder / "data/pl/words.yml"
    path.write_text(re.sub(r"(?m)^    few: .*\n", "", path.read_text("utf-8"), count=1), "utf-8")
    result = polish.build()
    assert result.returncode != 0
    said = "the word 'leave.presses' lacks the form 'few', which it has beside some numbers in this language."
    assert f"data/pl/words.yml:{line_of(polish, 'data/pl/words.yml', '  presses:')}: {said}" in result.stderr
    assert "Write it with each of the forms: one, few, many, other." in result.stderr


def test_a_form_that_the_language_does_not_have_is_told(small_project: SmallProject) -> None:
    small_project.change("data/en/words.yml", "  minutes:\n", "  minutes:\n    few: some minutes\n")
    result = small_project.build()
    assert result.returncode != 0
    line = line_of(small_project, "data/en/words.yml", "    few:")
    assert f"data/en/words.yml:{line}: the word 'training.minutes' has a form 'few', which this" in result.stderr


def test_a_language_says_what_is_known_of_it(polish: SmallProject) -> None:
    (polish.folder / "data/pl/language.yml").unlink()
    result = polish.build()
    assert result.returncode != 0
    assert "data/pl/language.yml:1: this data file is not there" in result.stderr


def test_what_is_said_of_a_language_is_read_before_the_site_is_built_in_it(small_project: SmallProject) -> None:
    small_project.change("mkdocs.yml", "\nsite_name: ", "\nsite_name: Ukryte ")
    small_project.write("data/pl/language.yml", "dates: pl\nneutral_words: [ukryte]\n")
    result = small_project.build()
    assert result.returncode != 0
    assert "mkdocs.yml:1: the site's name says 'ukryte'." in result.stderr
    small_project.write("data/pl/language.yml", "dates: pl\n")
    result = small_project.build()
    assert result.returncode != 0
    assert "data/pl/language.yml:1: the file has no 'neutral_words'." in result.stderr
    assert "Traceback" not in result.stderr


def test_a_term_that_is_explained_has_its_forms(polish: SmallProject) -> None:
    glossary = polish.folder / "data/glossary.yml"
    before, term, after = glossary.read_text("utf-8").partition("elder-abuse:\n")
    glossary.write_text(before + term + re.sub(r"  pl:\n(?:    .*\n|  - .*\n)*", "", after, count=1), "utf-8")
    result = polish.build()
    assert result.returncode != 0
    line = line_of(polish, "data/pl/terms.yml", "elder-abuse:")
    what = "data/glossary.yml does not say what 'elder-abuse' is called in this language, so nothing explains it."
    assert f"data/pl/terms.yml:{line}: {what} Add the term and its forms there, for `pl`." in result.stderr


@pytest.mark.parametrize(
    ("path", "passage"),
    [
        ("docs/pl/vragen.md", "Only when nobody is listening."),
        ("docs/pl/blad.md", "We are in a quiet place."),
        ("data/pl/words.yml", "This page is for reading on a screen."),
    ],
)
def test_what_still_stands_in_another_language_is_refused(polish: SmallProject, path: str, passage: str) -> None:
    polish.change(path, passage.translate(POLISH.letters), passage)
    result = polish.build()
    assert result.returncode != 0
    line = line_of(polish, path, passage)
    assert f"{path}:{line}: '{passage}' is still as in 'en'. Translate it." in result.stderr


def test_the_direction_and_the_plurals_are_those_of_the_cldr() -> None:
    for code, direction, plurals in (
        ("ar", "rtl", ("zero", "one", "two", "few", "many", "other")),
        ("en-GB", "ltr", ("one", "other")),
        ("fa", "rtl", ("one", "other")),
        ("pl", "ltr", ("one", "few", "many", "other")),
    ):
        facts = LanguageFacts(code, code, ())
        assert (facts.direction, facts.plurals) == (direction, plurals)
    arabic = {form: f"{form} {{number}}" for form in ARABIC.plurals}
    facts = LanguageFacts("ar", "ar", ())
    assert [facts.counted(arabic, number) for number in (0, 1, 2, 5, 20)] == [
        "zero 0",
        "one 1",
        "two 2",
        "few 5",
        "many 20",
    ]


def test_numbers_names_and_words_of_other_languages_are_isolated_once() -> None:
    page = (
        '<label title="0800-2000">ا 0800-2000</label><a class="phone" href="tel:08002000">0800-2000</a>'
        '<span lang="nl">Veilig Thuis</span> 112 <textarea>113.nl</textarea> 113.nl'
    )
    assert with_isolated_numbers(page, {"0800-2000", "113.nl"}) == (
        '<label title="0800-2000">ا \u200e<bdi dir="ltr">0800-2000</bdi></label>'
        '\u200e<a class="phone" dir="ltr" href="tel:08002000">0800-2000</a>'
        '<span dir="ltr" lang="nl">Veilig Thuis</span> 112 <textarea>113.nl</textarea> '
        '\u200e<bdi dir="ltr">113.nl</bdi>'
    )
