"""The notices that licences ask for are in the built site, and a library that the theme newly ships is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import BuiltSite
from houvast.output.notices import LIBRARIES, joined_libraries, licence_of, notices_in, unknown_libraries
from small_project import SmallProject


def test_the_site_ships_the_notices_of_all_that_it_ships(site: BuiltSite) -> None:
    text = (site.folder / "assets/notices.txt").read_text("utf-8")
    assert licence_of("mkdocs-material").strip() in text
    assert "Apache License" in text
    assert [name for name in LIBRARIES if f"\n{name}: " not in text] == []
    scripts = [path.read_text("utf-8") for path in (site.folder / "assets/javascripts").rglob("*.js")]
    said = {notice for script in scripts for notice in notices_in(script)}
    assert any("Lunr languages" in notice for notice in said)
    assert [notice for notice in said if notice not in text] == []


def test_a_notice_is_a_comment_that_speaks_of_terms() -> None:
    script = (
        'a/*! One\n * Copyright 2020, Ann */;b="/* x */";\n// Two\n// (c) Bo, MIT License\nc();// licence\n/* none */'
    )
    assert notices_in(script) == ["/*! One\n * Copyright 2020, Ann */", "// Two\n// (c) Bo, MIT License"]


def test_a_library_that_the_theme_newly_ships_is_a_problem(tmp_path: Path) -> None:
    source_map = tmp_path / "bundle.js.map"
    source_map.write_text('{"sources": ["node_modules/lunr/lunr.js", "../node_modules/@new/thing/a.js", "src/own.ts"]}')
    libraries = joined_libraries([source_map])
    assert libraries == {"lunr", "@new/thing"}
    (problem,) = unknown_libraries(libraries)
    assert str(problem) == (
        'hooks/houvast/output/notices.py:1: the theme ships "@new/thing", so that its licence has to be shipped too. '
        "Add it to LIBRARIES, with whose it is and its licence."
    )


def test_a_package_without_a_licence_file_is_named() -> None:
    with pytest.raises(LookupError, match=r"^The package no-such-package is not installed\.$"):
        licence_of("no-such-package")


def test_the_build_stops_at_a_library_of_which_nothing_is_known(small_project: SmallProject) -> None:
    small_project.write("overrides/assets/javascripts/more.js.map", '{"sources": ["node_modules/unheard-of/index.js"]}')
    result = small_project.build()
    assert result.returncode == 1
    assert 'hooks/houvast/output/notices.py:1: the theme ships "unheard-of"' in result.stderr
