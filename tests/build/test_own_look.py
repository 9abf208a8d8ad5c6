"""A publisher's own name, colours, icon and way out, from one place; what cannot be read or used stops the build."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from houvast.data.settings import COLOURED, read_settings
from houvast.data.yaml_files import read_settings_file
from houvast.output.colours import colours_of, with_colours
from houvast.output.own_look import MAX_ICON_SIZE, MIN_CONTRAST, check_look, contrast
from project_root import ROOT
from site_languages import WHOLE
from small_project import SmallProject

COLOURS_FILE = ROOT / "overrides/styles/base/colours.css"
OWN = {
    "light": {"bar": "#4a1942", "buttons": "#6d2a62", "links": "#5c2152", "accents": "#704010"},
    "dark": {"bar": "#2b0f27", "buttons": "#6d2a62", "links": "#e3b2da", "accents": "#f5c9a0"},
}
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#4a1942"/></svg>'


def with_own(project: SmallProject, **settings: object) -> None:
    """Write settings of a publisher's own under `extra`."""
    for name, value in settings.items():
        text = (project.folder / "mkdocs.yml").read_text("utf-8")
        written = f"  {name}: {json.dumps(value)}\n"
        text = re.sub(rf"(?m)^  {name}:.*\n(?:   .*\n)*", "", text)
        project.write("mkdocs.yml", text.replace("\nextra:\n", f"\nextra:\n{written}"))


def problems_of(project: SmallProject) -> list[str]:
    settings = project.folder / "mkdocs.yml"
    read = read_settings(read_settings_file(settings.read_text("utf-8"))["extra"])
    return [str(problem) for problem in check_look(settings, read, project.folder / "overrides")]


def test_a_site_of_ones_own_comes_from_one_place(small_project: SmallProject) -> None:
    small_project.change("mkdocs.yml", "site_name: Houvast", "site_name: Anker")
    with_own(small_project, colours=OWN, leave={"to": "https://example.org/", "title": "Het weer"})
    with_own(small_project, icon="assets/own.svg")
    small_project.write("overrides/assets/own.svg", ICON)
    small_project.write(
        "docs/nl/herkomst.md", (small_project.folder / "docs/nl/herkomst.md").read_text("utf-8") + "\n\n[[leave-to]]\n"
    )
    for language, text in (("nl", "Er opent iets anders: {leave}."), ("en", "Something else opens: {leave}.")):
        path = small_project.folder / f"data/{language}/standing.yml"
        small_project.write(f"data/{language}/standing.yml", path.read_text("utf-8") + f'leave-to: "{text}"\n')
    small_project.write(
        "docs/en/herkomst.md", (small_project.folder / "docs/en/herkomst.md").read_text("utf-8") + "\n\n[[leave-to]]\n"
    )
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    home, missing = ((small_project.site / name).read_text("utf-8") for name in ("index.html", "404.html"))
    assert "<title>Begin</title>" in home
    assert 'data-site-name="Anker"' in home
    assert 'cx="4"' in home
    assert not list(small_project.site.rglob("*.svg")), "every page holds the icon, so nobody asks for it"
    assert 'href="https://example.org/"' in home
    assert "Er opent iets anders: Het weer." in (small_project.site / "herkomst/index.html").read_text("utf-8")
    assert "Something else opens: Het weer." in (small_project.site / "en/herkomst/index.html").read_text("utf-8")
    (style,) = (small_project.site / "assets").glob("site.*.css")
    for scheme in OWN.values():
        assert [colour for colour in scheme.values() if colour not in style.read_text("utf-8")] == []
        assert scheme["bar"] in missing
        assert scheme["links"] in missing
    assert colours_of(COLOURS_FILE.read_text("utf-8"))["light"]["typeset_a_color"] not in missing


def test_nothing_changes_where_nothing_is_chosen() -> None:
    css = COLOURS_FILE.read_text("utf-8")
    assert with_colours(css, {}) == css


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", COLOURED)
def test_a_colour_that_cannot_be_read_is_said_with_its_line(
    small_project: SmallProject, scheme: str, part: str
) -> None:
    grey = {"light": "#a0a0a0", "dark": "#606060"}[scheme] if part in ("links", "accents") else "#b0b0b0"
    with_own(small_project, colours={scheme: {part: grey}})
    (problem,) = problems_of(small_project)
    text = (small_project.folder / "mkdocs.yml").read_text("utf-8")
    line = text.count("\n", 0, text.index("  colours: {")) + 1
    assert problem.startswith(f"mkdocs.yml:{line}: {grey} cannot be read well against #")
    assert f"{MIN_CONTRAST} is the least." in problem


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#fff"), 2) == 4.54


@pytest.mark.parametrize(
    ("icon", "says"),
    [
        (None, "is not there. Put it there"),
        ("<svg", "cannot be read as SVG: "),
        (ICON.replace("<circle", "<script>1</script><circle"), "has what an icon needs not: script."),
        (ICON.replace("<circle", '<circle onclick="x()"'), "has what an icon needs not: style or handlers."),
        (ICON + " " * MAX_ICON_SIZE, "and every page holds it. Make it simpler"),
    ],
)
def test_an_icon_that_cannot_be_used_is_said_with_its_line(
    small_project: SmallProject, icon: str | None, says: str
) -> None:
    with_own(small_project, icon="assets/own.svg")
    if icon is not None:
        small_project.write("overrides/assets/own.svg", icon)
    problems = problems_of(small_project)
    text = (small_project.folder / "mkdocs.yml").read_text("utf-8")
    line = text.count("\n", 0, text.index("  icon: ")) + 1
    assert any(p.startswith(f"mkdocs.yml:{line}: the icon overrides/assets/own.svg ") and says in p for p in problems)


def test_a_blank_that_nothing_fills_is_said_with_its_line(small_project: SmallProject) -> None:
    path = "data/nl/standing.yml"
    small_project.write(path, (small_project.folder / path).read_text("utf-8") + 'other: "Naar {leaf}."\n')
    result = small_project.build()
    assert result.returncode != 0
    assert f"{path}:2: nothing is known to stand in the blank {{leaf}}" in result.stderr
    assert "Did you mean 'leave'?" in result.stderr


@pytest.mark.parametrize("language", WHOLE)
def test_the_page_for_publishers_names_every_colour_and_setting(language: str) -> None:
    text = Path(ROOT, "docs", language, "over/publiceren.md").read_text("utf-8")
    assert [name for name in (*COLOURED, "site_name", "leave", "icon", "colours") if f"`{name}`" not in text] == []
