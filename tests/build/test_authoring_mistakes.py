"""Every mistake of an editor stops a strict build and says file, line, what is wrong and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from small_project import SmallProject

MISTAKES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "authoring_mistakes.yml").read_text("utf-8")
)


def test_the_project_without_a_mistake_builds(small_project: SmallProject) -> None:
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_stops_the_build_with_file_line_and_remedy(small_project: SmallProject, mistake: str) -> None:
    made = MISTAKES[mistake]
    small_project.change(made["file"], made["old"], made["new"])
    if not any(f"{folder}/en" in made[part] for folder in ("docs", "data") for part in ("file", "at", "says")):
        small_project.keep_first_language()
    result = small_project.build()
    assert result.returncode != 0, f"the build passed:\n{result.stderr}"
    assert "Traceback" not in result.stderr, result.stderr
    lines = [line for line in result.stderr.splitlines() if made["at"] in line]
    assert any(made["says"] in line for line in lines), result.stderr
    if made.get("alone"):
        # What follows from it is not told beside it.
        assert [line for line in result.stderr.splitlines() if "WARNING" in line] == lines, result.stderr


def test_a_page_in_one_language_stops_the_build(small_project: SmallProject) -> None:
    (small_project.folder / "docs/en/vragen.md").unlink()
    result = small_project.build()
    assert result.returncode != 0
    message = (
        "docs/nl/vragen.md:1: the page is there in 'nl' but not in 'en'. Write docs/en/vragen.md, with the same tips."
    )
    assert message in result.stderr
