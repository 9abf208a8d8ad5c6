"""A setting that is misspelt, missing, unknown or of the wrong kind is an error: it could switch off a check."""

from __future__ import annotations

import pytest
import yaml
from houvast.data.settings import check_pages, check_settings, read_settings
from small_project import SmallProject

# A passage, what is written in its place, and what is said at its first line: what is missing is said at the key above.
MISTAKES = [
    ("  outward_links:", "  outward_link:", "'extra' cannot have 'outward_link'. Did you mean 'outward_links'? Use: "),
    ("    title: Wikipedia", "    titel: Wikipedia", "'leave' of 'extra' cannot have 'titel'. Did you mean 'title'?"),
    ("    to: https://www.wikipedia.org/", "    to: wikipedia", "'to' of 'leave' of 'extra' cannot be 'wikipedia'."),
    ("  files_page: herkomst.md", "  files_page: 5", "'files_page' of 'extra' is read as a number."),
    ("  files_page: herkomst.md", "  files_page:", "'files_page' of 'extra' is empty. Write a text"),
    ("    pages: 12", "    pages: a year", "'pages' of 'check_after_months' of 'extra' has to be a whole number, and"),
    ("    pages: 12", "    pages: 0", "'pages' of 'check_after_months' of 'extra' cannot be 0. Write a whole number"),
    ("    pages: 12", "    pages: 1.5", "'pages' of 'check_after_months' of 'extra' has to be a whole number"),
    ("    - https://1712.be/", "    - 1712", "entry 2 of 'outward_links' of 'extra' is read as a number."),
    ("  outward_links:", "  outward_links: x\n  others:", "'outward_links' of 'extra' has to be a list, and is"),
    (
        "  using_page:",
        "  analytics: {provider: x}\n  using_page:",
        "'extra' cannot have 'analytics'. Use: leave, icon",
    ),
    ("  using_page:", "  leave: {}\n  using_page:", "'leave' is there twice, also in line "),
    ("  icon: assets/icon.svg", "  icon: icon.png", "'icon' of 'extra' cannot be 'icon.png'. Write it as in"),
    (
        "  icon:",
        "  colours: {light: {bar: blue}}\n  icon:",
        "'bar' of 'light' of 'colours' of 'extra' cannot be",
    ),
    ("  icon:", "  colours: {light: {bars: '#000000'}}\n  icon:", "cannot have 'bars'. Did you mean 'bar'?"),
    ("hooks:\n", "strict: true\nhooks:\n", "'strict' is there twice, also in line "),
    ("        name: Nederlands", "        extra: {leave: {}}\n        name: N", "these settings hold for one language"),
]


def problems_of(project: SmallProject) -> list[str]:
    """What is said of the project's settings."""
    return [str(problem) for problem in check_settings(project.folder / "mkdocs.yml")]


def test_the_settings_are_read_as_they_are_written(small_project: SmallProject) -> None:
    assert problems_of(small_project) == []
    text = (small_project.folder / "mkdocs.yml").read_text("utf-8")
    settings = read_settings(yaml.unsafe_load(text.replace("!ENV", ""))["extra"])
    assert (settings.months_of_pages, settings.months_of_help_numbers) == (12, 6)
    assert "https://1712.be/" in settings.outward_links


@pytest.mark.parametrize(("old", "new", "says"), MISTAKES)
def test_a_wrong_setting_is_said_with_its_line(small_project: SmallProject, old: str, new: str, says: str) -> None:
    text = (small_project.folder / "mkdocs.yml").read_text("utf-8")
    small_project.change("mkdocs.yml", old, new)
    line = text.count("\n", 0, text.index(old)) + 1
    problems = problems_of(small_project)
    assert any(problem.startswith(f"mkdocs.yml:{line}: ") and says in problem for problem in problems), problems


@pytest.mark.parametrize(
    "key", ["leave", "icon", "using_page", "files_page", "pages_page", "check_after_months", "outward_links"]
)
def test_every_setting_is_required(small_project: SmallProject, key: str) -> None:
    text = (small_project.folder / "mkdocs.yml").read_text("utf-8")
    before, after = text.split("\nextra:\n")
    line = before.count("\n") + 2
    entries = yaml.safe_load(after)
    del entries[key]
    small_project.write("mkdocs.yml", f"{before}\nextra:\n{yaml.safe_dump({'x': entries})[3:]}")
    assert problems_of(small_project) == [f"mkdocs.yml:{line}: 'extra' has no '{key}'. Add a line `{key}: …`."]


def test_settings_that_are_gone_are_missed(small_project: SmallProject) -> None:
    small_project.change("mkdocs.yml", "\nextra:\n", "\nextras:\n")
    assert problems_of(small_project) == [
        "mkdocs.yml:1: there are no settings under 'extra'. Put them back: leave, icon, using_page, files_page, "
        "pages_page, check_after_months, outward_links."
    ]


@pytest.mark.parametrize("key", ["using_page", "files_page", "pages_page"])
def test_a_page_that_is_not_there_is_said_with_its_line(small_project: SmallProject, key: str) -> None:
    small_project.change("mkdocs.yml", f"{key}: herkomst.md", f"{key}: herkomsten.md")
    text = (small_project.folder / "mkdocs.yml").read_text("utf-8")
    line = text.count("\n", 0, text.index(f"{key}:")) + 1
    result = small_project.build()
    assert result.returncode != 0
    said = f"mkdocs.yml:{line}: '{key}' of 'extra' names herkomsten.md, and there is no such page. Did you mean"
    assert result.stderr.count(said) == 1, result.stderr


def test_the_page_of_another_language_or_an_address_is_no_page(small_project: SmallProject) -> None:
    file = small_project.folder / "mkdocs.yml"
    assert list(check_pages(file, ["herkomst.md"])) == []
    for problem in check_pages(file, ["nl/x.md"]):
        assert problem.remedy == "Write that page, or name one as it lies in the folder of its language."


def test_a_wrong_setting_stops_the_build_without_a_traceback(small_project: SmallProject) -> None:
    small_project.change("mkdocs.yml", "  outward_links:", "  outward_link:")
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr, result.stderr
    assert "WARNING -  mkdocs.yml:" in result.stderr
