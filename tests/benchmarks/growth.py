"""How this site's build grows with its pages, beside MkDocs alone with the same pages, theme, languages and menu."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.houvast_project import HOUVAST
from benchmarks.material_project import PRUNED_MATERIAL
from benchmarks.side_by_side import Say, make_project
from benchmarks.timed_build import timed_build

SIZES = (30, 300, 3000)
# How often each is built: the more pages there are, the less chance matters.
ROUNDS = {30: 5, 300: 3, 3000: 1}
# Own hooks cost at most as much again as MkDocs itself.
MAX_BESIDE_MKDOCS = 2.0
# A page more costs as much among 3,000 as among 300, but for chance and for what a processor remembers.
MAX_GROWTH = 1.2


def measure_growth(folder: Path, say: Say) -> dict[str, Any]:
    """Build both with ever more pages.

    Args:
        folder: Where the projects are.
        say: Tells how far it is.

    Returns:
        `seconds` of the processor per number of pages, for both; `beside_mkdocs`: this site's time with MkDocs' own
        as 1, per number of pages; `per_page`: the time for a page more, from each number of pages to the next, with
        that from the first to the second as 1, for both.
    """
    both = (PRUNED_MATERIAL, HOUVAST)
    seconds: dict[str, dict[str, float]] = {}
    for pages in SIZES:
        times: dict[str, list[float]] = {contender.name: [] for contender in both}
        for number in range(ROUNDS[pages]):
            for contender in both:
                say(f"growth {number + 1} of {ROUNDS[pages]}: {contender.label}, {pages} pages")
                project = make_project(contender, pages, folder)
                times[contender.name].append(timed_build(contender, project).processor)
        seconds[str(pages)] = {name: median(taken) for name, taken in times.items()}
    beside = {pages: taken[HOUVAST.name] / taken[PRUNED_MATERIAL.name] for pages, taken in seconds.items()}
    return {
        "seconds": seconds,
        "beside_mkdocs": beside,
        "per_page": {contender.name: _per_page(seconds, contender.name) for contender in both},
    }


def _per_page(seconds: dict[str, dict[str, float]], name: str) -> list[float]:
    costs = [(seconds[str(more)][name] - seconds[str(fewer)][name]) / (more - fewer) for fewer, more in pairwise(SIZES)]
    return [cost / costs[0] for cost in costs]


def growth_faults(measured: dict[str, Any]) -> list[str]:
    """What grows more than it may."""
    faults = [
        f"With {pages} pages this site's build takes {ratio:.2f} times what MkDocs alone takes,"
        f" and at most {MAX_BESIDE_MKDOCS:g} times is wanted."
        for pages, ratio in measured["beside_mkdocs"].items()
        if ratio > MAX_BESIDE_MKDOCS
    ]
    growth = measured["per_page"][HOUVAST.name][-1]
    if growth > MAX_GROWTH:
        faults.append(
            f"From {SIZES[-2]} to {SIZES[-1]} pages a page more takes {growth:.2f} times what it takes from {SIZES[0]}"
            f" to {SIZES[-2]}, and at most {MAX_GROWTH:g} times is wanted."
        )
    return faults
