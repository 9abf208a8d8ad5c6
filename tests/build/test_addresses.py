"""Each page has an address of its own, in every language and on every disk."""

from __future__ import annotations

import pytest
from houvast.output.addresses import shared_destinations
from small_project import TIP_PAGE, SmallProject

REMEDY = "Give one of them another `address`, or its file another name."


def test_pages_that_would_be_written_over_one_another_are_found() -> None:
    written = {"a.md": "a/index.html", "B/index.md": "b/index.html", "b.md": "B/index.html", "c.md": "c/index.html"}
    assert list(shared_destinations(written)) == [("b.md", "B/index.md")]


@pytest.mark.parametrize(
    ("path", "text", "line", "other"),
    [
        ("docs/en/vragen.md", TIP_PAGE["en"].replace("address: asking", "address: list"), 5, "docs/en/lijst.md"),
        ("docs/nl/vragen/index.md", TIP_PAGE["nl"], 1, "docs/nl/vragen.md"),
        ("docs/nl/vragen.md", TIP_PAGE["nl"].replace("title:", "address: en\ntitle:"), 2, "docs/en/index.md"),
    ],
    ids=["two with one `address`", "a page and a folder", "a page and a language"],
)
def test_a_second_page_with_an_address_stops_the_build(
    small_project: SmallProject, path: str, text: str, line: int, other: str
) -> None:
    small_project.write(path, text)
    result = small_project.build()
    assert result.returncode != 0
    said = f"{path}:{line}: the address of this page is that of {other} too, so only one of them would be there. "
    assert said + REMEDY in result.stderr
