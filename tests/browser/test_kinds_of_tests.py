"""Which kind a test is of, and that a unit test starts no program."""

from __future__ import annotations

import subprocess
import sys

import pytest
from kinds_of_tests import kind_of


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
