"""How long it takes to build what a save changed while somebody writes, beside a build of the whole site."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from project_root import ROOT

from benchmarks.side_by_side import Say

_REBUILT = ROOT / "tests/support/rebuilt_project.py"
# A save shows within two seconds on a quiet machine, where the whole site takes some fifteen of its processor.
MAX_BESIDE_WHOLE = 0.1


def measure_saves(folder: Path, rounds: int, say: Say) -> dict[str, Any]:
    """Save a page of the site in each language, and build what changed.

    Args:
        folder: Where the project goes.
        rounds: How often.
        say: Tells how far it is.

    Returns:
        `beside_whole`: the processor's time with that of a whole build as 1, for a page of the first language, which
        the other one is compared with, and for a page of the other.
    """
    project = folder / "saves"
    for name in ("docs", "data"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("hooks", "overrides", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    found = {}
    for language in ("nl", "en"):
        page = max((project / "docs" / language).glob("werk/*.md"), key=lambda file: file.stat().st_size)
        times = []
        for number in range(rounds):
            say(f"saves {number + 1} of {rounds}: {language}/werk/{page.name}")
            text = f"{page.read_text('utf-8').rstrip()}\n\n{number}.\n"
            times.append(_ratio(project, {page.relative_to(project).as_posix(): text}))
        found[language] = median(times)
    return {"beside_whole": found}


def _ratio(project: Path, texts: dict[str, str]) -> float:
    sites = [str(project / name) for name in ("rebuilt", "whole")]
    command = [sys.executable, str(_REBUILT), str(project), *sites]
    changed = json.dumps(texts)
    result = subprocess.run(command, cwd=project, input=changed, capture_output=True, text=True, check=True)
    built, ratio = result.stdout.split()
    return float(ratio) if built == "pages" else 1.0


def save_faults(measured: dict[str, Any]) -> list[str]:
    """Give the faults: a save that takes longer than it may."""
    return [
        f"Saving a page in '{language}' takes {ratio:.2f} of what a whole build takes,"
        f" and at most {MAX_BESIDE_WHOLE:g} is wanted."
        for language, ratio in measured["beside_whole"].items()
        if ratio > MAX_BESIDE_WHOLE
    ]
