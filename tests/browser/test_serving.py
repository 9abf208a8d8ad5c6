"""While somebody writes, the open page shows what was saved, and its policy lets in the one script that sees to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from built_site import BuiltSite
from houvast.output.content_policy import with_allowed_script
from playwright.sync_api import Page, expect
from project_root import ROOT
from served_project import served
from small_project import SmallProject

# What the server's script is called, and where it asks.
RELOADING = "livereload"


@pytest.fixture
def address(small_project: SmallProject) -> Iterator[str]:
    """A small project that is served."""
    small_project.keep_first_language()
    with served(small_project.folder) as url:
        yield url


def test_what_is_saved_comes_to_the_open_page(page: Page, address: str, small_project: SmallProject) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}vragen/")
    tip = page.locator("section.tip").first
    expect(tip).to_contain_text("Vraag het meteen.")
    small_project.change("docs/nl/vragen.md", "Vraag het meteen.", "Vraag het vandaag.")
    expect(tip).to_contain_text("Vraag het vandaag.")
    small_project.change("docs/nl/vragen.md", "Vraag het vandaag.", "Vraag het nu.")
    expect(tip).to_contain_text("Vraag het nu.")
    assert refused == []


def test_data_and_templates_are_watched_too(page: Page, address: str, small_project: SmallProject) -> None:
    page.goto(f"{address}lijst/")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Lijst")
    small_project.change("overrides/base.html", "{{ page.content }}", "{{ page.content }}<p>Uit de map overrides</p>")
    expect(page.get_by_text("Uit de map overrides")).to_be_attached()
    small_project.change("data/nl/words.yml", "menu: Menu", "menu: Nieuw menu")
    expect(page.locator("[aria-label='Nieuw menu']")).to_be_attached()


def test_changed_hooks_are_read_anew(page: Page, small_project: SmallProject) -> None:
    small_project.keep_first_language()
    (small_project.folder / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", small_project.folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    with served(small_project.folder) as url:
        page.goto(url)
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("Begin")
        hook, old = "hooks/steps/whitespace.py", '_LINE_ENDS.sub("\\n", piece)'
        small_project.change(hook, old, f'{old}.replace("</h1>", " anew</h1>")')
        expect(heading).to_have_text("Begin anew")


def test_the_script_is_let_in_to_the_letter_and_nothing_else_is(page: Page, address: str) -> None:
    page.goto(f"{address}vragen/")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.title = 'let in'";
            document.body.append(script);
        }"""
    )
    assert page.title() != "let in"
    assert "unsafe" not in policy


def test_no_built_page_has_it_or_lets_it_in(site: BuiltSite) -> None:
    page = site.folder / "index.html"
    text = page.read_text("utf-8")
    inline = text.count("<script>")
    policy = text.partition("script-src 'self'")[2].partition(";")[0]
    assert policy.count("'sha256-") == inline
    assert [path for path in site.folder.rglob("*.html") if RELOADING in path.read_text("utf-8")] == []


def test_a_page_without_a_policy_gets_none() -> None:
    assert with_allowed_script("<p>Text</p>", "a()") == "<p>Text</p>"
