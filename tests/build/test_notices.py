"""The notices that licences ask for are in the built site, and a library that the theme newly ships is noticed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from built_site import BuiltSite
from houvast.output.libraries import MINISEARCH, LibraryError, library_text
from houvast.output.notices import joined_libraries, licence_of, unknown_libraries
from houvast.output.theme_material import THEME_LIBRARIES
from project_root import ROOT
from small_project import SmallProject

LIBRARIES = ROOT / "overrides/libraries"


def test_the_site_ships_the_notices_of_all_that_it_ships(site: BuiltSite) -> None:
    text = (site.folder / "assets/notices.txt").read_text("utf-8")
    assert licence_of("mkdocs-material").strip() in text
    assert "Apache License" in text
    assert [name for name in THEME_LIBRARIES if f"\n{name}: " not in text] == []
    assert (LIBRARIES / MINISEARCH.licence_file).read_text("utf-8").strip() in text
    assert f"{MINISEARCH.name} {MINISEARCH.version}" in text


def test_the_site_ships_no_script_of_the_theme(site: BuiltSite) -> None:
    assert not (site.folder / "assets/javascripts").exists()
    assert not (site.folder / "search").exists()


def test_every_library_that_is_here_is_known() -> None:
    assert {path.name for path in LIBRARIES.iterdir()} == {MINISEARCH.file, MINISEARCH.licence_file}


def test_a_library_that_was_changed_stops_the_build(small_project: SmallProject) -> None:
    small_project.change(f"overrides/libraries/{MINISEARCH.file}", "const OR = 'or';", "const OR = 'OR';")
    result = small_project.build()
    assert result.returncode != 0
    assert f"overrides/libraries/{MINISEARCH.file} is not minisearch {MINISEARCH.version} as it was" in result.stderr


def test_a_library_that_gives_something_else_is_noticed(tmp_path: Path) -> None:
    text = "const a = 1;\nexport { a };\n"
    (tmp_path / MINISEARCH.file).write_text(text, "utf-8")
    other = replace(MINISEARCH, sha256=hashlib.sha256(text.encode()).hexdigest())
    with pytest.raises(LibraryError, match="does not end in"):
        library_text(other, tmp_path)


def test_a_library_without_its_licence_stops_the_build(small_project: SmallProject) -> None:
    (small_project.folder / "overrides/libraries" / MINISEARCH.licence_file).unlink()
    result = small_project.build()
    assert result.returncode != 0
    assert "The library minisearch has no licence file" in result.stderr


def test_a_library_that_the_theme_newly_ships_is_a_problem(tmp_path: Path) -> None:
    source_map = tmp_path / "main.css.map"
    source_map.write_text(
        '{"sources": ["node_modules/material-design-color/a.scss", "../node_modules/@new/thing/a.js", "src/own.ts"]}'
    )
    libraries = joined_libraries([source_map])
    assert libraries == {"material-design-color", "@new/thing"}
    (problem,) = unknown_libraries(libraries)
    assert str(problem) == (
        'hooks/houvast/output/theme_material.py:1: the theme ships "@new/thing", so that its licence has to be shipped '
        "too. Add it to THEME_LIBRARIES, with whose it is and its licence."
    )


def test_a_package_without_a_licence_file_is_named() -> None:
    with pytest.raises(LookupError, match=r"^The package no-such-package is not installed\.$"):
        licence_of("no-such-package")


def test_the_build_stops_at_a_library_of_which_nothing_is_known(small_project: SmallProject) -> None:
    small_project.write(
        "overrides/assets/stylesheets/more.css.map", '{"sources": ["node_modules/unheard-of/index.js"]}'
    )
    result = small_project.build()
    assert result.returncode == 1
    assert 'hooks/houvast/output/theme_material.py:1: the theme ships "unheard-of"' in result.stderr
