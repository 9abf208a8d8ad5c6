"""The made-up pages as a person would write them in HTML: the least that a page can be."""

from __future__ import annotations

from html import escape
from pathlib import Path

from benchmarks.contender import Contender
from benchmarks.made_up_pages import LANGUAGES, Page, Section, make_site

_STYLES = """:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif }
body { max-width: 40rem; margin: 0 auto; padding: 0 1rem 4rem }
header { display: flex; gap: 1rem; padding: 1rem 0; border-bottom: 1px solid }
h1, h2 { line-height: 1.2 }
a { color: #00557f }
fieldset { margin: 2rem 0; padding: 0; border: 0 }
legend { font-size: 1.375rem; font-weight: 700 }
label { display: flex; gap: .75rem; align-items: flex-start; padding: .375rem 0 }
input { flex: none; width: 1.25rem; height: 1.25rem; margin: .125rem 0 }
a:focus-visible, input:focus-visible { outline: 3px solid #d06f00; outline-offset: 2px }
@media (prefers-color-scheme: dark) { a { color: #8fd0f5 } }
@media print { header { display: none } label { break-inside: avoid } }
"""
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    '<path d="m2 8 4 4 8-9" fill="none" stroke="#00557f" stroke-width="2"/></svg>\n'
)
_HOME = {"nl": "Begin", "en": "Home"}
_OTHER = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}
_ROOTS = {"nl": "", "en": "en/"}


def _address(page: Page, language: str) -> str:
    return f"/{_ROOTS[language]}{page.path.removesuffix('index').rstrip('/')}/".replace("//", "/")


def _html(page: Page, language: str, linked: list[Page]) -> str:
    other, name = _OTHER[language]
    return f"""<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="description" content="{escape(page.description)}">
<title>{escape(page.title)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
<header>
<a href="{_address(Page("index", "", "", "", ""), language)}">{_HOME[language]}</a>
<a href="{_address(page, other)}" lang="{other}">{name}</a>
</header>
<main>
<h1>{escape(page.title)}</h1>
<p>{escape(page.intro)}</p>
{_body(page, language, linked)}
</main>
</html>
"""


def _body(page: Page, language: str, linked: list[Page]) -> str:
    parts = []
    for advice in page.advice:
        if page.kind == "sheet":
            items = "\n".join(f"<li>{escape(item.text)}</li>" for item in advice.items)
            parts.append(f"<h2>{escape(advice.heading)}</h2>\n<p>{escape(advice.reason)}</p>\n<ul>\n{items}\n</ul>")
        else:
            items = "\n".join(f'<label><input type="checkbox"> {escape(item.text)}</label>' for item in advice.items)
            parts.append(f"<fieldset>\n<legend>{escape(advice.heading)}</legend>\n{items}\n</fieldset>")
    links = (
        f'<li><a href="{_address(other, language)}">{escape(other.title)}</a>: {escape(other.description)}</li>'
        for other in linked
    )
    return "\n".join([*parts, *(["<ul>", *links, "</ul>"] if linked else [])])


def _make(folder: Path, pages: int) -> None:
    folder.mkdir(parents=True)
    (folder / "style.css").write_text(_STYLES, "utf-8")
    (folder / "icon.svg").write_text(ICON, "utf-8")
    for language in LANGUAGES:
        _write_section(folder, make_site(pages // len(LANGUAGES), language), language)


def _write_section(folder: Path, section: Section, language: str) -> None:
    for page, linked in section.pages_with_links():
        path = folder / _address(page, language).strip("/") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_html(page, language, linked), "utf-8")


PLAIN_HTML = Contender("html", "Hand-written HTML", _make)
