"""The strict build stops where a kind of field lacks what makes it work, and does not publish a form that is broken."""

from __future__ import annotations

from small_project import SmallProject


def test_the_build_says_which_script_is_missing(small_project: SmallProject) -> None:
    (small_project.folder / "overrides/scripts/fields/date-field.js").rename(small_project.folder / "date-field.js")
    (small_project.folder / "overrides/fragments/fields/scale.html").unlink()
    result = small_project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert "overrides/fragments/fields/scale.html:1: the kind of field [scale] has no template. Make" in result.stderr
    wanted = 'overrides/fragments/fields/date.html:1: data-kind="date" has no script. Make overrides/scripts/fields/'
    assert wanted in result.stderr
    assert not small_project.site.exists()
