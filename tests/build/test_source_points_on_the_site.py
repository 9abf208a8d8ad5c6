"""Every point of the sources is on the built site, in each language, for each audience that it names."""

from __future__ import annotations

import posixpath

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from lxml import html
from project_root import ROOT

SOURCES = yaml.safe_load((ROOT / "data/sources.yml").read_text("utf-8"))
POINTS = {f"{source}/{number}": point for source, data in SOURCES.items() for number, point in data["points"].items()}

TOOLS = {
    (address, audience)
    for address, point in POINTS.items()
    if point["kind"] == "tool"
    for audience in point["audience"]
}

# A tool becomes something to fill in. Where it would do no good to an audience, only a tip says it.
WITHOUT_A_SHEET = {
    # Who looks out for whom is never left lying in a family's house: that sheet stays with a helper or the network.
    ("efjca-professionals/07", "families"),
    ("efjca-network/04", "families"),
    # What is agreed in a house is filled in by those who live there: the sheets are the families' own.
    ("efjca-network/07", "network"),
    ("efjca-network/07", "professionals"),
    ("efjca-network/08", "network"),
    ("efjca-network/08", "professionals"),
    ("efjca-network/09", "network"),
    ("efjca-network/09", "professionals"),
    # A plan, and the story of what happened, are written with a professional, who keeps them where home is no safe
    # place for them.
    ("safety-plan-tips/10", "families"),
    ("veilig-thuis-utrecht/09b", "families"),
}

# Anchors are numbered: a source's name would say in the address what the site is about.
ANCHORS = {
    f"{source}/{number}": f"source-{order}-{number}"
    for order, (source, data) in enumerate(SOURCES.items(), 1)
    for number in data["points"]
}


def test_no_point_was_forgotten_in_the_data() -> None:
    counted = {source: len(data["points"]) for source, data in SOURCES.items()}
    assert counted == {
        "efjca-professionals": 22,
        "efjca-network": 13,
        "at-risk-families": 15,
        "safety-plan-tips": 20,
        "veilig-thuis-utrecht": 31,
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_point_is_on_a_page_of_each_audience(site: BuiltSite, language: str) -> None:
    carried = {
        (point, tip.get("data-audience"))
        for tip in site.find(language, '//section[@class="tip"]')
        for point in tip.get("data-sources").split()
    }
    wanted = {(address, audience) for address, point in POINTS.items() for audience in point["audience"]}
    assert wanted - carried == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_tip_carries_a_point_that_is_not_there(site: BuiltSite, language: str) -> None:
    named = {p for tip in site.find(language, '//section[@class="tip"]') for p in tip.get("data-sources").split()}
    assert named - set(POINTS) == set()


def carried_by_worksheets(site: BuiltSite, language: str) -> set[tuple[str, str]]:
    return {
        (point, audience)
        for part in site.find(language, "//fieldset[@data-part]")
        for point in part.get("data-sources").split()
        for audience in part.get("data-audience").split()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tool_is_on_a_worksheet_of_each_audience(site: BuiltSite, language: str) -> None:
    carried = carried_by_worksheets(site, language)
    assert {point for point, _ in TOOLS} - {point for point, _ in carried} == set()
    assert TOOLS - carried == WITHOUT_A_SHEET


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_worksheet_carries_a_point_that_is_not_there(site: BuiltSite, language: str) -> None:
    assert {point for point, _ in carried_by_worksheets(site, language)} - set(POINTS) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_worksheet_says_whose_it_is(site: BuiltSite, language: str) -> None:
    for form in site.find(language, "//form[.//@data-part]"):
        for part in form.xpath(".//fieldset[@data-part]"):
            named = part.get("data-audience").split()
            assert named, part.get("data-part")
            assert set(named) <= {"professionals", "network", "families"}
            assert named == form.get("data-audience").split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_origins_links_to_each_worksheet_of_a_point(site: BuiltSite, language: str) -> None:
    (origins,) = [address for address in site.in_language(language) if site.tree(address).xpath('//li[@class="point"]')]
    shown = {
        (entry.get("id"), posixpath.normpath(posixpath.join(origins, link)))
        for entry in site.tree(origins).xpath('//li[@class="point"]')
        for link in entry.xpath("./ul/li/a/@href")
    }
    for address in site.in_language(language):
        for part in site.tree(address).xpath("//fieldset[@data-part]"):
            for point in part.get("data-sources").split():
                assert (ANCHORS[point], address.rstrip("/")) in shown, f"{point} on {address}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_origins_shows_each_point_with_its_tips(site: BuiltSite, language: str) -> None:
    points = {entry.get("id"): entry for entry in site.find(language, '//li[@class="point"]')}
    assert set(points) == set(ANCHORS.values())
    for anchor, entry in points.items():
        assert len(said(entry).split()) >= 3, f"{anchor} is not said in '{language}'"
        assert entry.xpath("./ul/li/a"), f"{anchor} shows no tip"


@pytest.mark.parametrize("language", LANGUAGES)
def test_professionals_tips_link_to_their_origin_and_the_others_do_not(site: BuiltSite, language: str) -> None:
    for tip in site.find(language, '//section[@class="tip"]'):
        links = [link.get("href").partition("#")[2] for link in tip.xpath('.//p[@class="tip-origin"]/a')]
        points = [ANCHORS[point] for point in tip.get("data-sources").split()]
        assert links == (points if tip.get("data-audience") == "professionals" else []), tip.get("data-tip")


def said(entry: html.HtmlElement) -> str:
    return entry.xpath("string(./p)")
