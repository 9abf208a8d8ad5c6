"""A language that has a part of the site: its menu, and links to what is there in other languages only."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import jinja2
from houvast.authoring.page_links import ELSEWHERE, SCHEME
from houvast.authoring.source_lines import prose_lines
from houvast.data.languages import LanguageFacts, load_language, menu_of_part
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from steps.folders import data_folder
from steps.site_state import SiteBuild
from steps.static_i18n import language_names, site_languages

_TARGET = re.compile(r"\]\(([^)\s]+)\)")
_LINK = re.compile(
    rf'<a(?P<more>(?: [^>]*)?) href="{ELSEWHERE}(?P<file>[^"#]+)(?P<anchor>#[^"]*)?">(?P<text>.*?)</a>', re.DOTALL
)


def own_facts(config: MkDocsConfig) -> LanguageFacts:
    """What is known of the language that is being built."""
    return load_language(data_folder(config), site_languages(config).current)


def begin_part(files: Files, site: SiteBuild, config: MkDocsConfig) -> None:
    """Give the language its menu, and remember where its pages are."""
    language = site_languages(config)
    if language.is_outermost:
        site.whole_menu = list(config.nav or [])
    facts = own_facts(config)
    if site.whole_menu:
        config.nav = menu_of_part(site.whole_menu, facts)
    prefix = f"{facts.code}/"
    pages = files.documentation_pages()
    site.addresses[facts.code] = {file.src_uri.removeprefix(prefix): file.url for file in pages}


def with_links_elsewhere(markdown: str, page: Page, site: SiteBuild, config: MkDocsConfig) -> str | None:
    """Give a page on which links to what its language lacks say so, until the page is finished; its sentences too."""
    facts = own_facts(config)
    if not facts.part:
        return None
    own = page.file.src_uri.removeprefix(f"{facts.code}/")
    sentences = site.extension.sentences
    site.extension.sentences = {
        name: replace(sentence, text=_marked(sentence.text, "index.md", facts, site))
        for name, sentence in sentences.items()
    }
    lines = markdown.split("\n")
    for number, line in prose_lines(markdown, 0):
        lines[number] = _marked(line, own, facts, site)
    return "\n".join(lines)


def _marked(text: str, page: str, facts: LanguageFacts, site: SiteBuild) -> str:
    def mark(found: re.Match[str]) -> str:
        path, hash_sign, anchor = found[1].partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        if not path or SCHEME.match(path) or not _languages_with(target, facts, site):
            return found[0]
        return f"]({ELSEWHERE}{target}{hash_sign}{anchor})"

    return _TARGET.sub(mark, text)


def _languages_with(file: str, facts: LanguageFacts, site: SiteBuild) -> list[str]:
    """The languages that have a page which this one lacks."""
    if facts.has(file):
        return []
    return [language for language, pages in site.addresses.items() if language != facts.code and file in pages]


def read_template(env: jinja2.Environment, site: SiteBuild) -> None:
    """Read how such links are written."""
    site.elsewhere = env.get_template("fragments/elsewhere.html")


def offer_other_languages(output: str, page: Page, site: SiteBuild, config: MkDocsConfig) -> str:
    """Give a finished page on which such links lead to the languages that have what they name."""
    template = site.elsewhere
    if ELSEWHERE not in output or template is None:
        return output
    facts, names = own_facts(config), language_names(config)

    def offer(found: re.Match[str]) -> str:
        ways = [
            {
                "language": language,
                "name": names[language],
                "href": get_relative_url(site.addresses[language][found["file"]], page.url) + (found["anchor"] or ""),
            }
            for language in _languages_with(found["file"], facts, site)
        ]
        return template.render(text=found["text"], ways=ways).strip()

    return _LINK.sub(offer, output)
