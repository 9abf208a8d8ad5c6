"""Every point of the sources is on the built site, in each language, for each audience that it names."""

from __future__ import annotations

import pytest
import yaml
from built_site import LANGUAGES, BuiltSite
from conftest import ROOT
from lxml import html

SOURCES = yaml.safe_load((ROOT / "docs/data/sources.yml").read_text("utf-8"))
POINTS = {f"{source}/{number}": point for source, data in SOURCES.items() for number, point in data["points"].items()}

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
