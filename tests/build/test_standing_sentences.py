"""A sentence that stands on many pages is written once for each language, and pages call it by name."""

from __future__ import annotations

import re

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from houvast.authoring.markdown_extension import HouvastExtension
from houvast.authoring.standing_sentences import StandingSentence, check_use, fill_in
from lxml import html
from markdown import Markdown
from project_root import ROOT
from small_project import SmallProject

SAID = {
    "gate": StandingSentence(
        "gate", 1, "Durf je nee te zeggen? Lees [dit](thuis/voor.md#nu) of [dat](https://1712.be/)."
    ),
    "calm": StandingSentence("calm", 2, "Blijf *rustig*."),
}


def rendered(markdown: str, page: str = "thuis/samen/plan.md") -> html.HtmlElement:
    extension = HouvastExtension()
    extension.sentences, extension.page = SAID, page
    converter = Markdown(extensions=["fenced_code", "sane_lists", extension])
    return html.fragment_fromstring(converter.convert(markdown), create_parent="div")


@pytest.mark.parametrize(
    ("markdown", "place"),
    [
        ("[[calm]]", "./p"),
        ("Eerst dit. [[calm]] Dan dat.", "./p"),
        ("- [[calm]]\n- Iets anders.", "./ul/li[1]"),
        ("//// tip | Een tip\n    id: a\n    sources: common-knowledge\n\n[[calm]]\n////", "./section/p"),
        ("//// note | Let op\n[[calm]]\n////", "./div/p[2]"),
        (
            "///// worksheet\n    id: b\n\n//// part | Deel\n    id: c\n    sources: common-knowledge\n\n[[calm]]\n\n"
            "- [line] d | Wie?\n////\n/////",
            "./div/section/p",
        ),
        (
            "///// module\n    id: e\n    minutes: 20\n\n//// case | Sam\n    id: sam\n    family: sam\n\n[[calm]]\n"
            "////\n/////",
            ".//*[@data-case]//p | .//section//p",
        ),
    ],
)
def test_a_name_becomes_the_sentence_wherever_text_stands(markdown: str, place: str) -> None:
    found = rendered(markdown).xpath(place)
    assert any("Blijf rustig." in element.text_content() for element in found), html.tostring(rendered(markdown))
    assert rendered(markdown).xpath("string(.//em)") == "rustig"


@pytest.mark.parametrize("markdown", ["```\n[[calm]]\n```", "Schrijf `[[calm]]`.", "~~~\n```\n[[calm]]\n~~~"])
def test_code_shows_the_name(markdown: str) -> None:
    assert "[[calm]]" in rendered(markdown).text_content()


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.md", "thuis/voor.md#nu"),
        ("thuis/plan.md", "voor.md#nu"),
        ("thuis/samen/plan.md", "../voor.md#nu"),
        ("werk/plan.md", "../thuis/voor.md#nu"),
    ],
)
def test_links_lead_from_the_page_and_lines_stay(page: str, link: str) -> None:
    filled = fill_in("Boven.\n[[gate]]\nOnder.", SAID, page)
    assert re.findall(r"\]\(([^)]*)\)", filled) == [link, "https://1712.be/"]
    assert filled.count("\n") == 2


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("Durf je nee te zeggen? Lees dit of dat.", 5),
        ("Iets.\n\n> **Durf** je nee te\n> zeggen: lees [dit](x.md), of dat!", 7),
        ("Als iemand durft: durf je nee te zeggen? Lees dit of dat.", None),
        ("Durf je nee te zeggen? Lees dit of dat niet.", None),
        ("```\nDurf je nee te zeggen? Lees dit of dat.\n```", None),
        ("Blijf rustig.", None),
        ("[[gate]]", None),
    ],
    ids=["as it is", "in other dress", "within a sentence", "another sentence", "code", "short", "by name"],
)
def test_a_sentence_that_is_written_out_is_found_with_its_line(markdown: str, line: int | None) -> None:
    said = {
        "gate": StandingSentence("gate", 1, "Durf je nee te zeggen? Lees [dit](a.md) of dat."),
        "calm": SAID["calm"],
    }
    problems = list(check_use(markdown, "docs/nl/a.md", 5, said, "data/nl/standing.yml"))
    assert [problem.line for problem in problems] == ([line] if line else [])


def test_one_that_no_page_uses_is_listed_and_stops_nothing(small_project: SmallProject) -> None:
    for language in LANGUAGES:
        file = small_project.folder / f"data/{language}/standing.yml"
        file.write_text(file.read_text("utf-8") + "unused: Iets.\n", "utf-8")
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    assert "data/nl/standing.yml:2: no page uses the standing sentence 'unused'." in result.stderr
    assert "standing sentence 'talk-later'" not in result.stderr


def test_a_page_has_the_sentence_and_a_link_that_leads_somewhere(small_project: SmallProject) -> None:
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    tree = html.parse(str(small_project.site / "blad/index.html")).getroot()
    (link,) = tree.xpath('//article/p[contains(., "Praat er later met iemand over.")]/a/@href')
    assert link == "../lijst/"


def test_the_site_calls_its_standing_sentences_and_shows_no_name(site: BuiltSite) -> None:
    for language in LANGUAGES:
        texts = yaml.safe_load((ROOT / f"data/{language}/standing.yml").read_text("utf-8"))
        shown = [" ".join(page.text_content().split()) for page in site.find(language, "//article")]
        for name in ("danger-now", "gate", "call-list"):
            plain = re.sub(r"\]\([^)]*\)|\[", "", texts[name])
            assert sum(plain in text for text in shown) > 1, name
        for address in site.in_language(language):
            names = site.tree(address).xpath("//text()[contains(., '[[') and not(ancestor::code)]")
            assert [text for text in names if re.search(r"\[\[[a-z-]+\]\]", text)] == [], address
