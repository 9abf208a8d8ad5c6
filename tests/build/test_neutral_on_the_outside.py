"""What a passer-by can see without reading: names, addresses, titles, what a print is called."""

from __future__ import annotations

import pytest
import yaml
from built_site import BuiltSite
from houvast.checks.revealing_words import revealing_words_in
from project_root import ROOT
from site_languages import LANGUAGES, NEUTRAL_WORDS
from small_project import SmallProject

SETTINGS = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("werk/veilig-thuis/", ["veilig thuis"]),
        ("Slachtofferhulp", ["slachtoffer"]),
        ("domestic_violence.svg", ["violen", "domestic"]),
        ("Even pauze - Houvast", []),
    ],
)
def test_words_are_found_in_parts_and_behind_hyphens(text: str, found: list[str]) -> None:
    assert revealing_words_in(text, NEUTRAL_WORDS) == found


def test_the_list_has_the_words_that_tell_most() -> None:
    for word in ("geweld", "mishandeling", "slachtoffer", "pleger", "veilig thuis", "violence", "abuse", "victim"):
        assert revealing_words_in(word, NEUTRAL_WORDS), word


def test_nothing_outward_tells(site: BuiltSite) -> None:
    seen = {SETTINGS["site_name"]}
    for file in site.folder.rglob("*"):
        seen.add(file.relative_to(site.folder).as_posix())
    for address in site.addresses:
        tree = site.tree(address)
        seen.add(tree.findtext(".//title"))
        seen.update(tree.xpath("//article//@id"))
        seen.update(link.rpartition("#")[2] for link in tree.xpath("//a/@href") if "#" in link)
        seen.add(tree.xpath("string(//h1)"))
        seen.update(tree.xpath("//form/@data-form"))
    assert {
        text: revealing_words_in(text, NEUTRAL_WORDS) for text in seen if revealing_words_in(text, NEUTRAL_WORDS)
    } == {}


def test_titles_tell_pages_apart(site: BuiltSite) -> None:
    for language in LANGUAGES:
        titles = [site.tree(address).findtext(".//title") for address in site.in_language(language)]
        assert len(titles) == len(set(titles))


def test_a_file_with_a_telling_name_stops_the_build(small_project: SmallProject) -> None:
    small_project.write("docs/assets/violence.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    result = small_project.build()
    assert result.returncode != 0
    assert "docs/assets/violence.svg:1: the name of this file says 'violen'. Give it a neutral name." in result.stderr


def test_each_language_has_its_own_list_of_words(small_project: SmallProject) -> None:
    small_project.change("data/nl/language.yml", "[geweld, ", "[geweld, vragen, ")
    result = small_project.build()
    assert result.returncode != 0
    assert "docs/nl/vragen.md:2: the tab's title says 'vragen'." in result.stderr
