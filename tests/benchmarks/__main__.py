"""Measures everything, or what is named; says what is not as it should be; writes the report and README's table."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from project_root import ROOT

from benchmarks.brotli_server import BrotliServer
from benchmarks.contender import MKDOCS_BUILD
from benchmarks.growth import growth_faults, measure_growth
from benchmarks.houvast_project import HOUVAST
from benchmarks.material_project import MATERIAL
from benchmarks.npm_packages import install_packages
from benchmarks.own_pages import measure_own_pages, own_pages_faults
from benchmarks.page_load import SlowPhone
from benchmarks.plain_html_project import PLAIN_HTML
from benchmarks.quality import lighthouse_faults, long_task_faults, measure_lighthouse, measure_long_tasks
from benchmarks.readme_table import write_table
from benchmarks.saved_page import measure_saves, save_faults
from benchmarks.search_cost import SAME_PAGES, THEME, THIS_SITE, measure_search, search_faults
from benchmarks.side_by_side import SIZES, built_site, measure_builds, measure_loads
from benchmarks.timed_build import run_build

MADE = Path(__file__).resolve().parent / "made"
REPORT = ROOT / "tests/reports/benchmarks.json"

# What the searches are measured in, with the same pages.
_SEARCHED = {SAME_PAGES: HOUVAST, THEME: MATERIAL}

# The parts in the order in which they are measured, with what finds fault with each.
FAULTS: dict[str, Callable[[Any], list[str]] | None] = {
    "builds": None,
    "loads": None,
    "growth": growth_faults,
    "saves": save_faults,
    "own": own_pages_faults,
    "tasks": long_task_faults,
    "search": search_faults,
    "lighthouse": lighthouse_faults,
}


def say(text: str) -> None:
    """Tells how far it is."""
    print(f"… {text}", file=sys.stderr, flush=True)


def _this_site() -> Path:
    """The site with its real pages, built if it is not there."""
    site = MADE / "this-site"
    if not site.exists():
        say("build: the site as it is")
        run_build((*MKDOCS_BUILD[:-1], str(site)), ROOT)
    return site


def _measure(part: str, rounds: int) -> Any:
    match part:
        case "builds":
            return measure_builds(MADE, rounds, say)
        case "loads":
            with sync_playwright() as driver, SlowPhone(driver) as phone:
                return measure_loads(phone, MADE, rounds, say)
        case "growth":
            return measure_growth(MADE, say)
        case "saves":
            measured = measure_saves(MADE, rounds, say)
            say(f"saves: {measured['beside_whole']} of a whole build")
            return measured
        case "own":
            return measure_own_pages(MADE, rounds, say)
        case "tasks":
            plain_html = built_site(PLAIN_HTML, min(SIZES), MADE)
            with (
                BrotliServer(_this_site()) as server,
                BrotliServer(plain_html) as plain,
                sync_playwright() as driver,
                SlowPhone(driver) as phone,
            ):
                return measure_long_tasks(phone, server, plain, rounds, say)
        case "search":
            made_up = {search: built_site(kind, max(SIZES), MADE) for search, kind in _SEARCHED.items()}
            with (
                BrotliServer(_this_site()) as own,
                BrotliServer(made_up[SAME_PAGES]) as same,
                BrotliServer(made_up[THEME]) as theme,
                sync_playwright() as driver,
                SlowPhone(driver) as phone,
            ):
                return measure_search(phone, {THIS_SITE: own, SAME_PAGES: same, THEME: theme}, rounds, say)
        case _:
            with BrotliServer(_this_site()) as server:
                return measure_lighthouse(server, say)


def main() -> int:
    """Measures as the command line asks; 1 if something is not as it should be."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=FAULTS, default=list(FAULTS), help="measure these parts")
    parser.add_argument("--rounds", type=int, default=3, help="how often to measure what chance can change")
    arguments = parser.parse_args()
    install_packages()
    # Projects hold copies of the site's assets, so those of the last run may be old.
    shutil.rmtree(MADE, ignore_errors=True)
    report = json.loads(REPORT.read_text("utf-8")) if REPORT.exists() else {}
    faults = []
    for part, find_faults in FAULTS.items():
        if part not in arguments.only:
            continue
        report[part] = _measure(part, arguments.rounds)
        REPORT.parent.mkdir(exist_ok=True)
        REPORT.write_text(json.dumps(report, indent=2) + "\n", "utf-8")
        faults += find_faults(report[part]) if find_faults else []
    if write_table(ROOT / "README.md", report):
        say("README.md has the new table")
    print("\n".join(faults) or "Nothing is wrong with what was measured.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
