"""What this site's own pages take to build, beside MkDocs, Material and static-i18n alone with the same pages."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import Any

from project_root import ROOT

from benchmarks.contender import MKDOCS_BUILD, Contender
from benchmarks.side_by_side import Say
from benchmarks.timed_build import timed_build

# Most of its own pages are forms, courses and their copies for paper, which a page of Markdown becomes here only.
MAX_BESIDE_MKDOCS = 4.5
# What of the settings calls for this site's own code, styles and templates.
_OWN_SETTINGS = re.compile(r"(?m)^(?:hooks:\n(?:[ -].*\n)*|  custom_dir:.*\n|extra_css:.*\n)")
# A template that a page asks for.
_TEMPLATE = re.compile(r"(?m)^template: (\S+)$")


def _link(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).symlink_to(ROOT / name)


def _make_whole(folder: Path, _: int) -> None:
    folder.mkdir(parents=True)
    _link(folder, "docs", "data", "hooks", "overrides", "mkdocs.yml")


def _make_plain(folder: Path, _: int) -> None:
    """Write the project that has the pages only: blocks are lines of text in it, and lead nowhere."""
    folder.mkdir(parents=True)
    _link(folder, "docs")
    (folder / "templates").mkdir()
    for name in {name for page in ROOT.glob("docs/**/*.md") for name in _TEMPLATE.findall(page.read_text("utf-8"))}:
        (folder / "templates" / name).write_text('{% extends "main.html" %}\n', "utf-8")
    settings = _OWN_SETTINGS.sub("", (ROOT / "mkdocs.yml").read_text("utf-8"))
    theme = "  name: material\n"
    (folder / "mkdocs.yml").write_text(settings.replace(theme, f"{theme}  custom_dir: templates\n"), "utf-8")


WHOLE = Contender("own-pages", "This site, its own pages", _make_whole, MKDOCS_BUILD, "site")
# What the plain pages do not have, such as the anchors of tips, is no mistake here.
PLAIN = Contender(
    "own-pages-plain",
    "MkDocs and Material alone, the same pages",
    _make_plain,
    tuple(part for part in MKDOCS_BUILD if part != "--strict"),
    "site",
)


def measure_own_pages(folder: Path, rounds: int, say: Say) -> dict[str, Any]:
    """Build both several times, one after the other and over again.

    Args:
        folder: Where the projects go.
        rounds: How many times.
        say: Tells how far it is, and what came of it.

    Returns:
        The median of the `seconds` of the processor for both, and `beside_mkdocs`: this site's with the others' as 1.
    """
    times: dict[str, list[float]] = {contender.name: [] for contender in (PLAIN, WHOLE)}
    for contender in (PLAIN, WHOLE):
        contender.make(folder / contender.name, 0)
    for number in range(rounds):
        for contender in (PLAIN, WHOLE):
            say(f"own pages {number + 1} of {rounds}: {contender.label}")
            times[contender.name].append(timed_build(contender, folder / contender.name).processor)
    seconds = {name: median(taken) for name, taken in times.items()}
    beside = seconds[WHOLE.name] / seconds[PLAIN.name]
    say(f"own pages: {beside:.2f} times what MkDocs and Material alone take")
    return {"seconds": seconds, "beside_mkdocs": beside}


def own_pages_faults(measured: dict[str, Any]) -> list[str]:
    """Whether the build takes more than it may."""
    ratio = measured["beside_mkdocs"]
    if ratio <= MAX_BESIDE_MKDOCS:
        return []
    return [
        f"With its own pages this site's build takes {ratio:.2f} times what MkDocs and Material alone take,"
        f" and at most {MAX_BESIDE_MKDOCS:g} times is wanted."
    ]
