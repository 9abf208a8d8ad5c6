"""The pages about the project itself: each link leads to a file that is there, each heading that is named exists."""

from __future__ import annotations

import re

import pytest
from project_root import ROOT
from site_languages import WHOLE

PAGES = sorted(path.name for path in ROOT.glob("*.md"))


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as GitHub and GitLab make them."""
    headings = re.findall(r"(?m)^#+ (.+)$", (ROOT / page).read_text("utf-8"))
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def test_the_pages_that_people_look_for_are_there() -> None:
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE.md"} <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", (ROOT / page).read_text("utf-8"))
    assert [path for path, _ in links if not (ROOT / path).exists()] == []
    assert [anchor for path, anchor in links if anchor and anchor not in anchors(path or page)] == []


def test_the_contributor_page_explains_messages_that_there_are() -> None:
    said = (ROOT / "tests/build/authoring_mistakes.yml").read_text("utf-8")
    said += "".join(file.read_text("utf-8") for file in (ROOT / "hooks").rglob("*.py"))
    explained = {}
    for language in WHOLE:
        page = (ROOT / f"docs/{language}/over/bijdragen.md").read_text("utf-8")
        table = page[page.index("|---|---|") :].partition("\n\n")[0]
        explained[language] = re.findall(r"(?m)^\| `([^`]+)` \|", table)
        pieces = [piece.strip() for message in explained[language] for piece in message.split("…")]
        assert [piece for piece in pieces if piece not in said] == []
    assert explained["nl"] == explained["en"] != []
