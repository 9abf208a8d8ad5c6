"""Which kind a test is of, and that a unit test starts no program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatch

import pytest
from kinds_of_tests import kind_of
from project_root import ROOT


@pytest.mark.parametrize(
    ("marked", "fixtures", "kind"),
    [
        (["parametrize"], ["tmp_path"], "unit"),
        ([], ["small_project", "tmp_path"], "build"),
        ([], ["site", "playwright", "page"], "browser"),
        (["browser"], ["site"], "browser"),
    ],
)
def test_a_test_is_of_the_kind_that_its_fixtures_or_its_marker_tell(
    marked: list[str], fixtures: list[str], kind: str
) -> None:
    assert kind_of(marked, fixtures) == kind


def test_a_unit_test_starts_no_program() -> None:
    with pytest.raises(RuntimeError, match=r"test_a_unit_test_starts_no_program starts a program: mark it"):
        subprocess.run([sys.executable, "--version"], check=False)


@pytest.mark.build
def test_another_test_may_start_a_program() -> None:
    subprocess.run([sys.executable, "--version"], check=True, capture_output=True)


def passed_over(folders: Iterable[str], patterns: Iterable[str]) -> set[str]:
    """The folders that pytest does not look into."""
    return {folder for folder in folders for pattern in patterns if fnmatch(folder, pattern)}


def test_no_folder_of_tests_is_passed_over(request: pytest.FixtureRequest) -> None:
    files = [path.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py") if "node_modules" not in path.parts]
    folders = {folder for file in files for folder in file.parts[:-1]}
    assert {"unit", "build", "browser"} <= folders
    assert passed_over(folders, request.config.getini("norecursedirs")) == set()


def test_a_folder_that_is_passed_over_is_found() -> None:
    # As pytest does without a setting of ours.
    assert passed_over({"unit", "build"}, [".*", "build", "dist"]) == {"build"}
