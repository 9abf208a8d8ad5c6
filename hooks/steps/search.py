"""Gathers what the search finds in each language, and writes it for the scripts that search in it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import jinja2
from houvast.authoring.front_matter import audiences, is_found, words_for_search
from houvast.checks.language_build import LanguageBuild
from houvast.checks.search_leads import check_leads
from houvast.data.data_folder import language_file
from houvast.data.search_words import FILE, load_search_words
from houvast.model.search_entries import SearchPage, read_entries
from houvast.output.search_index import index_file, index_script
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from steps import direction
from steps.filling import Filling
from steps.folders import data_folder
from steps.site_state import SiteBuild

# Whom a page is for that is for practice, or about the site.
_TRAINING, _ABOUT_SITE = "training", "site"


def read_search(env: jinja2.Environment, filling: Filling, site: SiteBuild, files: Files) -> None:
    """Make the index of a language, once its pages are filled in, and remember what leads nowhere."""
    build = filling.build
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    last = len(filling.in_menu)
    pages.sort(key=lambda page: filling.in_menu.get(page.file.src_uri, last))
    modules = {module.page for module in filling.training.modules}
    training = [section for page in pages if page.file.src_uri in modules if (section := _section_of(page))]
    found = [
        _search_page(page, build, site, training)
        for page in pages
        if page.file.src_uri not in build.refusing and is_found(page.meta)
    ]
    words = load_search_words(data_folder(filling.config) / build.language / FILE)
    situations = [(situation.text, situation.target) for situation in filling.situations]
    build.problems_between_pages += check_leads(words.leads, found, build.language, language_file(build.language, FILE))
    is_emergency = build.emergencies.numbers.fullmatch
    emergency = [
        (country, [line for line in country.lines if is_emergency(line.number)])
        for country in filling.countries.values()
    ]
    fragment = env.get_template("fragments/search.html").render(
        language=build.language, emergency=emergency, menu=site.menus[build.language]
    )
    # It is no part of any page, on which what reads from left to right is isolated.
    fragment = direction.isolate_numbers(fragment, site, filling.config)
    site.search_scripts[build.language] = index_script(
        found, words, situations, build.language, " ".join(fragment.split())
    )


def write_search(site: SiteBuild, config: MkDocsConfig) -> None:
    """Write the index of each language beside the script that reads it."""
    for language, script in site.search_scripts.items():
        (Path(config.site_dir) / "assets" / index_file(language)).write_text(script, "utf-8")


def _search_page(page: Page, build: LanguageBuild, site: SiteBuild, training: Collection[Section]) -> SearchPage:
    uri = page.file.src_uri
    # What is kept of a page that did not change has no tree any more.
    if uri not in site.search_entries:
        site.search_entries[uri] = read_entries(build.contents[uri])
    section, readers = _section_of(page), audiences(page.meta)
    return SearchPage(
        source=uri.removeprefix(f"{build.language}/"),
        address=page.url,
        name=str(page.title),
        description=str(page.meta.get("description", "")),
        whom=_TRAINING if section in training else next(iter(readers), _ABOUT_SITE),
        audience=readers,
        section=str(section.title) if section else "",
        words=words_for_search(page.meta),
        entries=site.search_entries[uri],
    )


def _section_of(page: Page) -> Section | None:
    """The part of the site that a page belongs to: the door that leads there."""
    sections = [section for section in page.ancestors if isinstance(section, Section)]
    return sections[-1] if sections else None
