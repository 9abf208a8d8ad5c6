"""A wrong number and a forbidden link are found on the finished page, however they are written."""

from __future__ import annotations

import pytest
from houvast.authoring.source_lines import check_fences, prose_lines
from houvast.checks.published_text import KnownPlaces, check_published
from lxml import html
from small_project import SmallProject

KNOWN = KnownPlaces(
    ["112", "116 000", "0800-2000"], ["https://1712.be/", "https://www.wikipedia.org/"], "https://site.example/"
)
NUMBER = "the number 0800-9999 is not in data/helplines.yml in this form."


def found(body: str, *, has_samples: bool = False) -> list[str]:
    page = html.document_fromstring(f"<html><head><title>a</title></head><body>{body}</body></html>")
    return list(check_published(page, KNOWN, has_samples=has_samples))


@pytest.mark.parametrize(
    "body",
    [
        "<p>0800-9999</p>",
        "<p>0800-<strong>99</strong>99</p>",
        "<p>&#48;800-9999</p>",
        "<td>112</td><td>0800-9999</td>",
        "<p>112<br>0800-9999</p>",
        "<pre><code>0800-9999</code></pre>",
        '<img alt="0800-9999">',
        '<button aria-label="Bel 0800-9999"></button>',
        "<!-- a -->0800-9999<!-- b -->",
    ],
)
def test_a_number_is_found_wherever_a_reader_meets_it(body: str) -> None:
    assert found(body) == [NUMBER]
    assert found(body, has_samples=True) == [NUMBER]


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ('<a href="https://example.org/">a</a>', "https://example.org/"),
        ('<a href="//example.org/">a</a>', "//example.org/"),
        ('<a href="tel:0800-9999">a</a>', "tel:0800-9999"),
        ('<a href="MAILTO:a@example.org">a</a>', "MAILTO:a@example.org"),
        ('<a href="sms:112">a</a>', "sms:112"),
        ('<a href="https://1712.be.example.org/">a</a>', "https://1712.be.example.org/"),
        ('<svg><a xlink:href="ftp://example.org/">a</a></svg>', "ftp://example.org/"),
        ("<p>www.example.net</p>", "www.example.net"),
        ("<pre>https://example.be/</pre>", "https://example.be/"),
    ],
)
def test_an_address_is_found_wherever_it_leads_a_reader(body: str, address: str) -> None:
    assert found(body) == [f"{address} is not a page that this site links to."]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="tel:08002000">0800-2000</a> <a href="tel:116000">116\n000</a> <a href="https://1712.be">a</a>',
        '<a href="../b/">27 november 2026</a>, SCORM 2004, EN 301 549',
        '<link rel="canonical" href="https://site.example/a/"><img src="data:image/svg+xml,http://www.w3.org/">',
        "<script>0800-9999</script><style>https://example.org/</style>",
        "<pre>https://example.org/map/</pre>",
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    ],
)
def test_what_is_known_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_a_short_number_in_a_sample_is_code_on_a_page_for_nobody_in_particular() -> None:
    assert found("<pre>8080</pre>", has_samples=True) == []
    assert len(found("<pre>119</pre>")) == 1


@pytest.mark.parametrize("fence", ["```", "~~~", "    ```\n    x\n    ```", "```\na\n~~~", "- ```\n  a\n  ```"])
def test_what_fences_nothing_hides_nothing(fence: str) -> None:
    text = f"{fence}\n\nBel 0800-9999.\n\n"
    assert "Bel 0800-9999." in [line for _, line in prose_lines(text, 5)]
    assert "should begin or end a code sample here, and does neither." in next(check_fences(text, "a.md", 5)).what


def test_a_sample_that_is_one_is_no_text() -> None:
    text = "Een\n\n``` yaml\nBel 0800-9999.\n```\n\n~~~\n```\n~~~\nTwee ```drie``` vier"
    assert [number for number, line in prose_lines(text, 5) if line] == [5, 14]
    assert list(check_fences(text, "a.md", 5)) == []


WRITTEN = {
    "a lone fence": ("docs/nl/vragen.md", "Vraag het meteen.", "```\n\nBel 0800-9999.", 15),
    "an indented fence": ("docs/nl/vragen.md", "Vraag het meteen.", " ```\nBel 0800-9999.\n ```", 14),
    "a sample": ("docs/nl/vragen.md", "Vraag het meteen.", "```\nBel 0800-9999.\n```", 14),
    "a number in parts": ("docs/nl/vragen.md", "Vraag het meteen.", "Bel 0800-**9999**.", 1),
    "a title": ("docs/nl/vragen.md", "title: Vragen", "title: Bel 0800-9999", 2),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_no_way_of_writing_hides_a_wrong_number(small_project: SmallProject, way: str) -> None:
    path, old, new, line = WRITTEN[way]
    small_project.keep_first_language()
    small_project.change(path, old, new)
    result = small_project.build()
    assert result.returncode != 0
    assert result.stderr.count(NUMBER) == 1, result.stderr
    assert f"{path}:{line}: {NUMBER}" in result.stderr


def test_data_hide_neither_a_number_nor_a_link(small_project: SmallProject) -> None:
    small_project.keep_first_language()
    small_project.change("data/nl/sources.yml", "Voor iedereen.", "Bel 0800-9999 of ga naar www.example.net.")
    result = small_project.build()
    assert result.returncode != 0
    assert f"data/nl/sources.yml:3: {NUMBER} Add it there with its source" in result.stderr
    assert "data/nl/sources.yml:3: www.example.net. is not a page that this site links to. It is" in result.stderr


@pytest.mark.parametrize("fence", ["```", " ```", "~~~~"])
def test_a_fence_that_is_never_closed_is_told_with_its_line(small_project: SmallProject, fence: str) -> None:
    small_project.keep_first_language()
    small_project.change("docs/nl/vragen.md", "Vraag het meteen.", f"{fence}\n\nZie [dit](https://example.org/).")
    result = small_project.build()
    assert result.returncode != 0
    what = f"docs/nl/vragen.md:13: {fence.strip()} should begin or end a code sample here, and does neither. Begin both"
    assert what in result.stderr
    assert "docs/nl/vragen.md:15: https://example.org/ is not a page that this site links to." in result.stderr
