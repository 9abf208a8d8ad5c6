"""What the benchmarks make of what they measure: the table in README.md, and the faults that they name."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import cramjam
import pytest
from benchmarks.brotli_server import BrotliServer
from benchmarks.growth import MAX_BESIDE_MKDOCS, MAX_GROWTH, growth_faults
from benchmarks.made_up_pages import LANGUAGES, make_site, most_pages
from benchmarks.own_pages import MAX_BESIDE_MKDOCS as MAX_OF_OWN_PAGES
from benchmarks.own_pages import PLAIN, own_pages_faults
from benchmarks.page_load import SlowPhone
from benchmarks.quality import YARDSTICK, lighthouse_faults, long_task_faults
from benchmarks.readme_table import BEGIN, COLUMNS, END, write_table
from benchmarks.saved_page import MAX_BESIDE_WHOLE, save_faults
from benchmarks.search_cost import MAX_BYTES, MAX_MILLISECONDS, THIS_SITE, search_faults
from benchmarks.side_by_side import CONTENDERS, SIZES
from built_site import BuiltSite
from playwright.sync_api import Playwright
from project_root import ROOT

BLOCKING_PAGE = """<!doctype html><title>A page</title><link rel="icon" href="icon.svg"><h1>A page</h1>
<script>addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
  const end = performance.now() + 300; while (performance.now() < end);
}, 100)))</script>"""


def growth(beside: float, per_page: float) -> dict[str, Any]:
    return {
        "beside_mkdocs": {"30": 1.2, "300": 1.4, "3000": beside},
        "per_page": {"houvast": [1.0, per_page], "mkdocs": [1.0, 1.1]},
    }


def report() -> dict[str, Any]:
    """A report in which each site takes a fifth of what the next one does; Material is the last."""
    order = {contender.name: 5.0 ** (place - len(CONTENDERS) + 1) for place, contender in enumerate(CONTENDERS)}
    times = ("first_paint", "largest_paint", "blocked")
    loads = {
        name: {"weight": 100_000 * part, "requests": 5, **dict.fromkeys(times, 2000 * part)}
        for name, part in order.items()
    }
    builds = {name: {"clock": 20 * part} for name, part in order.items() if name != "html"}
    sizes = [str(pages) for pages in SIZES]
    return {
        "loads": dict.fromkeys(sizes, loads),
        "builds": dict.fromkeys(sizes, builds),
        "growth": growth(beside=1.6, per_page=1.1),
    }


def rows(text: str) -> list[list[str]]:
    between = text.partition(BEGIN)[2].partition(END)[0]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in between.splitlines() if line.startswith("|")]


def test_the_table_of_the_readme_is_one_that_the_benchmarks_write() -> None:
    shown = rows((ROOT / "README.md").read_text("utf-8"))
    assert tuple(shown[0]) == COLUMNS
    assert [row[0].strip("*") for row in shown[2:]] == [contender.label for contender in CONTENDERS]


def test_the_table_says_ratios_and_leaves_the_rest_of_the_file(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", "utf-8")
    assert write_table(readme, report())
    written = readme.read_text("utf-8")
    assert written.startswith(f"before\n{BEGIN}\n| ")
    assert written.endswith(f"{END}\nafter\n")
    assert "old" not in written
    assert rows(written)[2] == ["Hand-written HTML", *["0.2 kB"] * 2, "5", *["<0.01"] * 3, "–", "–"]
    assert rows(written)[-1] == ["Material as it comes", *["100.0 kB"] * 2, "5", *["1.0"] * 5]
    assert rows(written)[-2] == ["VitePress", *["20.0 kB"] * 2, "5", *["0.20"] * 5]
    assert "At 30, 300, 3000 pages this site's build takes 1.2, 1.4, 1.6 times as long" in written


def test_a_part_of_a_report_leaves_the_table_alone(tmp_path: Path) -> None:
    assert not write_table(tmp_path / "README.md", {"loads": report()["loads"]})


def test_a_file_without_the_marks_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("no marks\n", "utf-8")
    with pytest.raises(ValueError, match="benchmarks: begin"):
        write_table(tmp_path / "README.md", report())


def test_a_build_that_grows_too_fast_is_named() -> None:
    assert growth_faults(growth(MAX_BESIDE_MKDOCS, MAX_GROWTH)) == []
    (slow,) = growth_faults(growth(MAX_BESIDE_MKDOCS + 0.1, MAX_GROWTH))
    assert "3000 pages" in slow
    (steep,) = growth_faults(growth(MAX_BESIDE_MKDOCS, MAX_GROWTH + 0.1))
    assert "From 300 to 3000 pages a page more takes 1.30 times" in steep


def test_a_build_of_the_own_pages_that_takes_too_long_is_named() -> None:
    assert own_pages_faults({"beside_mkdocs": MAX_OF_OWN_PAGES}) == []
    (slow,) = own_pages_faults({"beside_mkdocs": MAX_OF_OWN_PAGES + 0.1})
    assert f"takes {MAX_OF_OWN_PAGES + 0.1:.2f} times what MkDocs and Material alone take" in slow


def test_the_own_pages_alone_have_nothing_of_this_site_but_its_pages_and_menu(tmp_path: Path) -> None:
    PLAIN.make(tmp_path / "plain", 0)
    settings = (tmp_path / "plain/mkdocs.yml").read_text("utf-8")
    for own in ("hooks:", "overrides", "extra_css"):
        assert own in (ROOT / "mkdocs.yml").read_text("utf-8")
        assert own not in settings
    assert settings.count("custom_dir: templates") == 1
    assert "\nnav:\n" in settings
    assert "i18n:" in settings
    assert "\nmarkdown_extensions:\n" in settings


def test_a_page_that_lighthouse_or_a_slow_processor_finds_fault_with_is_named() -> None:
    good = {"address": "a/", "scores": {"seo": 100}, "faults": []}
    bad = {"address": "b/", "scores": {"seo": 90}, "faults": ["seo: link-text Start"]}
    (fault,) = lighthouse_faults({"list": good, "module": bad})
    assert "module (/b/): seo: link-text Start" in fault
    still, busy = ({"address": "c/", "longest": longest, "scripts": []} for longest in (0, 80.4))
    (fault,) = long_task_faults({"list": still, "module": busy, YARDSTICK: still})
    assert "module (/c/): 80 ms" in fault
    assert "takes less than 50 ms" in fault
    assert "takes 80 ms" in long_task_faults({"module": busy, YARDSTICK: busy})[0]


@pytest.mark.parametrize("pages", [1, 2, 15, 16, 150, most_pages()])
def test_there_are_as_many_pages_as_asked_for_and_the_same_in_each_language(pages: int) -> None:
    dutch, english = (list(make_site(pages, language).all_pages()) for language in LANGUAGES)
    assert len({page.path for page in dutch}) == len({page.title for page in dutch}) == pages
    assert [page.path for page in dutch] == [page.path for page in english]
    items = [len(advice.items) for page in dutch if page.kind == "checklist" for advice in page.advice]
    assert set(items) <= {5}


def test_a_load_counts_everything_that_was_sent_and_what_blocks(playwright: Playwright, tmp_path: Path) -> None:
    icon = "<svg xmlns='http://www.w3.org/2000/svg'/>"
    (tmp_path / "index.html").write_text(BLOCKING_PAGE, "utf-8")
    (tmp_path / "icon.svg").write_text(icon, "utf-8")
    with BrotliServer(tmp_path) as server, SlowPhone(playwright) as phone:
        load = phone.load(server, "", slow_network=False)
    sizes = [len(bytes(cramjam.brotli.compress(text.encode(), level=11))) for text in (BLOCKING_PAGE, icon)]
    assert load.files == [("/", sizes[0]), ("/icon.svg", sizes[1])]
    assert load.weight == sum(sizes)
    assert max(load.long_tasks) >= 300
    assert load.blocked >= 250
    assert load.first_paint <= load.largest_paint


def test_a_save_that_takes_too_long_is_named() -> None:
    assert save_faults({"beside_whole": {"nl": MAX_BESIDE_WHOLE, "en": MAX_BESIDE_WHOLE}}) == []
    (fault,) = save_faults({"beside_whole": {"nl": 2 * MAX_BESIDE_WHOLE, "en": 0.01}})
    assert "'nl'" in fault


@pytest.mark.parametrize(
    ("weight", "first", "faults"),
    [(MAX_BYTES, MAX_MILLISECONDS, 0), (MAX_BYTES + 1, 10, 1), (10, MAX_MILLISECONDS + 1, 1)],
)
def test_a_heavy_or_slow_search_is_a_fault(weight: float, first: float, faults: int) -> None:
    assert len(search_faults({THIS_SITE.name: {"weight": weight, "first": first}})) == faults


def test_a_search_is_used_as_a_slow_phone_does(site: BuiltSite, playwright: Playwright) -> None:
    with BrotliServer(site.folder) as server, SlowPhone(playwright) as phone:
        used = phone.search(server, **asdict(THIS_SITE))
    assert 0 < used.weight <= MAX_BYTES
    assert used.first > 0
