"""What the search of this site costs beside the theme's: the same made-up pages, and this site's own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from benchmarks.brotli_server import BrotliServer
from benchmarks.page_load import SlowPhone
from benchmarks.side_by_side import Say

# What a reader has to load for it, in brotli, and how long the first result may take on a processor four times as slow.
MOST_BYTES = 110_000
MOST_MILLISECONDS = 150


@dataclass(frozen=True)
class Search:
    """How the search of a site is used.

    Attributes:
        name: Its name in reports.
        address: A page to search from.
        query: What is typed.
        ready: Finds what is there once the search can be used.
        result: Finds a result.
        files: What the paths of the files have that are loaded for it, on the page's first load too.
    """

    name: str
    address: str
    query: str
    ready: str
    result: str
    files: str


_OURS = {"ready": "[data-search-results]", "result": "[data-search-list] a", "files": r"/assets/search"}
THIS_SITE = Search("this site", "", "codewoord", **_OURS)
SAME_PAGES = Search("this site, made-up pages", "", "keuken", **_OURS)
THEME = Search(
    "the theme, made-up pages",
    "",
    "keuken",
    ready=".md-search-result__meta",
    result=".md-search-result__link",
    # Its script is loaded on every page, and does more than search.
    files=r"/bundle\.|/workers/search|/lunr/|/search_index\.json",
)


def measure_search(
    phone: SlowPhone, sites: dict[Search, BrotliServer], rounds: int, say: Say
) -> dict[str, dict[str, float]]:
    """Search on a slow phone: give the bytes that were loaded for it and the time to the first result.

    Args:
        phone: What it is searched in.
        sites: The server of each site.
        rounds: How many times; the median counts.
        say: Tells how far it is.
    """
    measured = {}
    for search, server in sites.items():
        say(f"search: {search.name}")
        seen = [phone.search(server, **asdict(search)) for _ in range(rounds)]
        measured[search.name] = {
            "weight": median(each.weight for each in seen),
            "first": median(each.first for each in seen),
        }
    theme = measured[THEME.name]
    return {
        name: {
            **each,
            "weight_beside_theme": each["weight"] / theme["weight"],
            "first_beside_theme": each["first"] / theme["first"],
        }
        for name, each in measured.items()
    }


def search_faults(measured: dict[str, Any]) -> list[str]:
    """What is heavier or slower than it may be."""
    own = measured[THIS_SITE.name]
    faults = []
    if own["weight"] > MOST_BYTES:
        faults.append(f"Search: {own['weight']:.0f} bytes are loaded for it, and {MOST_BYTES} at most may be.")
    if own["first"] > MOST_MILLISECONDS:
        faults.append(
            f"Search: the first result takes {own['first']:.0f} ms on a processor four times as slow, and"
            f" {MOST_MILLISECONDS} at most may go by."
        )
    return faults
