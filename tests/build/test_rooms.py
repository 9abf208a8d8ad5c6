"""The rooms of hooks/houvast: each uses those below it only, so that a reader knows where to look for a rule."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from project_root import ROOT


def look_at_arrows(project: Path) -> subprocess.CompletedProcess[str]:
    """Run what `make lint` runs, in a copy of the code."""
    return subprocess.run(
        ["lint-imports", "--no-cache"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": "hooks", "PATH": f"{ROOT}/.venv/bin:{os.environ['PATH']}", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the rooms and of the settings that say their order."""
    shutil.copytree(ROOT / "hooks/houvast", tmp_path / "hooks/houvast", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.build
def test_arrows_between_the_rooms_go_one_way(project: Path) -> None:
    result = look_at_arrows(project)
    assert result.returncode == 0, result.stdout


@pytest.mark.build
def test_an_arrow_the_other_way_is_found_with_its_line(project: Path) -> None:
    module = project / "hooks/houvast/data/problem.py"
    module.write_text(f"{module.read_text('utf-8')}\n\nfrom houvast.output import addresses  # noqa: E402\n", "utf-8")
    result = look_at_arrows(project)
    assert result.returncode == 1
    line = module.read_text("utf-8").count("\n")
    assert f"houvast.data.problem -> houvast.output.addresses (l.{line})" in result.stdout


@pytest.mark.build
def test_a_room_without_a_place_in_the_order_is_found(project: Path) -> None:
    (project / "hooks/houvast/somewhere").mkdir()
    (project / "hooks/houvast/somewhere/__init__.py").touch()
    result = look_at_arrows(project)
    assert result.returncode == 1
    assert "houvast.somewhere" in result.stdout
