"""What this site and what people would use instead take for the same pages: to load, and to build."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.brotli_server import BrotliServer
from benchmarks.contender import Contender
from benchmarks.houvast_project import HOUVAST
from benchmarks.material_project import MATERIAL
from benchmarks.page_load import PageLoad, SlowPhone
from benchmarks.plain_html_project import PLAIN_HTML
from benchmarks.starlight_project import STARLIGHT
from benchmarks.timed_build import BuildTime, timed_build
from benchmarks.vitepress_project import VITEPRESS

CONTENDERS = (PLAIN_HTML, HOUVAST, STARLIGHT, VITEPRESS, MATERIAL)
SIZES = (30, 300)

Say = Callable[[str], None]


def make_project(contender: Contender, pages: int, folder: Path) -> Path:
    """Write a contender's project below a folder, unless it is there, and give its folder."""
    project = folder / f"{contender.name}-{pages}"
    if not project.exists():
        contender.make(project, pages)
    return project


def built_site(contender: Contender, pages: int, folder: Path) -> Path:
    """Give the folder of a contender's site, which is built if it is not there."""
    project = make_project(contender, pages, folder)
    if not (project / contender.output).exists():
        timed_build(contender, project)
    return project / contender.output


def measure_builds(folder: Path, rounds: int, say: Say) -> dict[str, Any]:
    """Build each site several times, one after another and over again, so that what else the machine does hits all.

    Args:
        folder: Where the projects are.
        rounds: How many times.
        say: Tells how far it is.

    Returns:
        Per number of pages and contender, the median of the seconds by the clock and of the processor.
    """
    built = [contender for contender in CONTENDERS if contender.command]
    result: dict[str, Any] = {}
    for pages in SIZES:
        times: dict[str, list[BuildTime]] = {contender.name: [] for contender in built}
        for number in range(rounds):
            for contender in built:
                say(f"build {number + 1} of {rounds}: {contender.label}, {pages} pages")
                times[contender.name].append(timed_build(contender, make_project(contender, pages, folder)))
        result[str(pages)] = {
            name: {
                "clock": median(taken.clock for taken in builds),
                "processor": median(taken.processor for taken in builds),
            }
            for name, builds in times.items()
        }
    return result


def measure_loads(phone: SlowPhone, folder: Path, rounds: int, say: Say) -> dict[str, Any]:
    """Load the same page of each site several times, one site after another and over again.

    Args:
        phone: What the pages are loaded in.
        folder: Where the projects are.
        rounds: How many times.
        say: Tells how far it is.

    Returns:
        Per number of pages and contender, the bytes and requests of the first load, and the median of its times.
    """
    result: dict[str, Any] = {}
    for pages in SIZES:
        loads: dict[str, list[PageLoad]] = {contender.name: [] for contender in CONTENDERS}
        with ExitStack() as running:
            servers = {
                contender.name: running.enter_context(BrotliServer(built_site(contender, pages, folder)))
                for contender in CONTENDERS
            }
            # The first round is not counted: the server makes the files small in it.
            for number in range(rounds + 1):
                say(f"load {number} of {rounds}: {pages} pages")
                for contender in CONTENDERS:
                    load = phone.load(servers[contender.name], contender.measured_address)
                    loads[contender.name] += [load] if number else []
        result[str(pages)] = {name: _typical(seen) for name, seen in loads.items()}
    return result


def _typical(loads: list[PageLoad]) -> dict[str, Any]:
    return {
        "weight": median(load.weight for load in loads),
        "requests": median(len(load.files) for load in loads),
        "first_paint": median(load.first_paint for load in loads),
        "largest_paint": median(load.largest_paint for load in loads),
        "blocked": median(load.blocked for load in loads),
        "moved": median(load.moved for load in loads),
        "files": dict(loads[-1].files),
    }
