"""What people type finds the page that helps: tests/search has the queries, with the pages that each may lead to."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from built_site import LANGUAGES
from houvast.authoring.front_matter import front_matter_of
from houvast.data.source_text import read_text
from houvast.output.addresses import destination, localized_path
from playwright.sync_api import Page
from project_root import ROOT
from site_server import SiteServer

QUERIES = ROOT / "tests/search"
EMERGENCY = "!emergency"
# Of 100 queries, so many find an expected page among the first three.
WANTED = 97
FIRST = 3
SEARCH = """(queries) => {
  const field = document.querySelector(".md-search__input");
  return queries.map((query) => {
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return {
      isDanger: !document.querySelector("[data-search-danger]").hidden,
      links: [...document.querySelectorAll("[data-search-list] a")].map((link) => link.href),
    };
  });
}"""


def addresses_of(language: str) -> dict[str, str]:
    """The address of each page by its source file, without the ending."""
    folder = ROOT / "docs" / language
    named = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.md")}
    own = {path: front_matter_of(read_text(file), {}).get("address") for path, file in named.items()}
    given = {path: str(address) for path, address in own.items() if address}
    found = {path: destination(localized_path(path, given), True).removesuffix("index.html") for path in named}
    return {path.removesuffix(".md"): LANGUAGES[language] + address for path, address in found.items()}


def read_queries(file: Path) -> list[tuple[str, list[str]]]:
    """Each query with what it may lead to."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["query"], [each.strip() for each in row["expected"].split("|")]) for row in rows]


def leads_there(link: str, expected: str) -> bool:
    """Whether a link leads to a page, or to the place on it that is asked for."""
    return link == expected if "#" in expected else link.partition("#")[0] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_type_finds_the_page_that_helps(page: Page, server: SiteServer, language: str) -> None:
    queries = read_queries(QUERIES / f"queries_{language}.tsv")
    addresses = {source: server.url + address for source, address in addresses_of(language).items()}
    page.goto(server.url + LANGUAGES[language])
    page.locator(".md-search__input").click()
    page.locator("[data-search-results]").wait_for(state="attached")
    missed, nothing = [], []
    for (query, expected), found in zip(queries, page.evaluate(SEARCH, [query for query, _ in queries]), strict=True):
        pages = [each for each in expected if each != EMERGENCY]
        wanted = [addresses[name] + mark + anchor for name, mark, anchor in (each.partition("#") for each in pages)]
        is_there = any(leads_there(link, address) for link in found["links"][:FIRST] for address in wanted)
        if not is_there and not (EMERGENCY in expected and found["isDanger"]):
            missed.append(query)
        if not found["links"] and not found["isDanger"]:
            nothing.append(query)
    assert nothing == []
    assert len(missed) * 100 <= len(queries) * (100 - WANTED), missed
