"""What is wrong with a template, and builds all the same, is found by the linter of `make lint`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from project_root import ROOT

DATE = "fragments/fields/date.html"


def look_at(project: Path) -> subprocess.CompletedProcess[str]:
    """Run what `make lint` runs, in a copy of the templates."""
    command = [f"{ROOT}/.venv/bin/djlint", "--lint", "--quiet", "overrides"]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the templates and of the settings."""
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.build
def test_every_template_is_as_it_should_be(project: Path) -> None:
    result = look_at(project)
    assert result.returncode == 0, result.stdout


@pytest.mark.build
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('aria-hidden="true"></div>', 'aria-hidden="true">', "H025"),
        ('aria-hidden="true">', 'aria-hiden="true">', "H048"),
        ('type="date"', 'type="date" type="text"', "H037"),
        ("{{ field.label | e }}", "{{field.label | e}}", "T001"),
        ("<label", '<label style="color: red"', "H021"),
        ('autocomplete="off">', 'autocomplete="off"/>', "H018"),
    ],
)
def test_a_template_with_a_fault_is_named(project: Path, old: str, new: str, rule: str) -> None:
    path = project / "overrides" / DATE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    result = look_at(project)
    assert result.returncode == 1, result.stdout
    assert DATE in result.stdout
    assert rule in result.stdout
