"""Reads pages: looks for mistakes in their sources, and finds tips, worksheets and modules in what became of them."""

from __future__ import annotations

import os
from pathlib import Path

from houvast.authoring import page_links
from houvast.authoring.front_matter import (
    audiences,
    check_front_matter,
    first_text_line,
    front_matter_of,
    line_of_key,
    without_wrong_values,
)
from houvast.authoring.markdown_extension import HouvastExtension
from houvast.authoring.source_lines import check_fences
from houvast.authoring.standing_sentences import check_use, fill_in, load_sentences, named_sentences
from houvast.authoring.word_processor import as_typed, word_processor_signs
from houvast.checks import country_words, emergency_words
from houvast.checks.country_words import check_countries, load_countries
from houvast.checks.emergency_words import check_emergency_words, load_emergency_words
from houvast.checks.kept_parts import check_kept_parts
from houvast.checks.language_build import LanguageBuild
from houvast.checks.outward_links import OwnAddresses, check_outward_links
from houvast.checks.page_findings import PageFindings
from houvast.checks.paper_refusal import check_paper, is_for_home, refuses_paper
from houvast.checks.phone_numbers import check_phone_numbers
from houvast.data import helplines, publisher
from houvast.data.data_folder import language_file
from houvast.data.problem import Problem
from houvast.data.publisher import load_publisher
from houvast.data.review_dates import build_day, read_check
from houvast.data.settings import read_settings
from houvast.data.source_text import read_text
from houvast.data.ui_strings import load_words
from houvast.model.catalogue import read_tips
from houvast.model.page_tree import read_content
from houvast.model.training import read_modules
from houvast.model.worksheets import read_worksheets
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from steps.folders import data_folder, docs_in_messages, project_root
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages


def add_blocks(site: SiteBuild, config: MkDocsConfig) -> None:
    """Add the blocks to Markdown, once."""
    if not any(isinstance(extension, HouvastExtension) for extension in config.markdown_extensions):
        numbers = helplines.known_numbers(data_folder(config) / "helplines.yml")
        site.extension = HouvastExtension(numbers)
        config.markdown_extensions.append(site.extension)  # type: ignore[arg-type]


def start_language(site: SiteBuild, config: MkDocsConfig) -> None:
    """Read what the pages of a language are checked by, before the first of them."""
    language, data, root = site_languages(config).current, data_folder(config), project_root(config)
    numbers = helplines.numbers_by_country(data / "helplines.yml")
    countries, problems = load_countries(root / country_words.FILE, language, numbers, root)
    emergencies = load_emergency_words(root / emergency_words.FILE, language)
    build = LanguageBuild(language, docs_in_messages(config), countries, emergencies)
    build.problems += problems
    site.languages[language] = build
    site.publishers[language] = load_publisher(data / publisher.FILE, data / language / publisher.FILE)
    _load_sentences(site, config, build)
    words = load_words(data / language / "words.yml")
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words["tip"]["permalink"]


def sentences_file(language: str) -> str:
    """The file of the standing sentences of a language."""
    return language_file(language, "standing.yml")


def _load_sentences(site: SiteBuild, config: MkDocsConfig, build: LanguageBuild) -> None:
    """Read the standing sentences of a language, and check in them what is checked on pages."""
    file = sentences_file(build.language)
    build.sentences, problems = load_sentences(
        project_root(config) / file, project_root(config), {"leave": read_settings(config.extra).leave_title}
    )
    build.problems += problems
    for sentence in build.sentences.values():
        build.problems += check_phone_numbers(sentence.text, file, sentence.line, site.extension.numbers)
        allowed = read_settings(config.extra).outward_links
        build.problems += check_outward_links(sentence.text, file, sentence.line, allowed)
        build.problems += check_countries(sentence.text, file, sentence.line, build.countries)
        found = list(check_emergency_words(sentence.text, file, sentence.line, build.emergencies))
        build.problems += found
        build.unsound_sentences |= {sentence.name} if found else set()
        links = page_links.find_links(sentence.text, f"{build.language}/index.md", sentence.line)
        build.sentence_links += links


def check_source(markdown: str, page: Page, site: SiteBuild, config: MkDocsConfig) -> None:
    """Look for mistakes in the source before anything changes it, and tell the tips whose page they stand on."""
    build = site.current(config)
    source, uri = read_text(Path(str(page.file.abs_src_path))), page.file.src_uri
    path = build.path(uri)
    first_line = first_text_line(source, markdown)
    own_page = uri.removeprefix(f"{build.language}/")
    filled = fill_in(markdown, build.sentences, own_page)
    signs = list(word_processor_signs(source))
    scan = site.extension.read(as_typed(filled) if signs else filled, path, first_line)
    said = front_matter_of(source, page.meta)
    found = PageFindings(source, scan, is_read=bool(said) and not signs and not scan.problems)
    found.report(mistake.in_file(path) for mistake in (*signs, *page_links.check_pictures(markdown, first_line)))
    # What is put in keeps the lines, so what is wrong with it is told at the line that calls it.
    found.report(check_use(markdown, path, first_line, build.sentences, sentences_file(build.language)))
    found.called_sentences = {name for name, _ in named_sentences(markdown, first_line)}
    found.report(scan.problems)
    found.report(check_front_matter(source, said, scan.blocks, path))
    page.meta = without_wrong_values(source, page.meta)
    found.report(check_paper(source, said, scan, path))
    found.report(check_kept_parts(said, scan, path))
    found.refuses_paper, found.is_for_home = refuses_paper(page.meta), is_for_home(page.meta)

    def report(key: str, what: str, remedy: str) -> None:
        found.report([Problem(path, line_of_key(key, source), what, remedy)])

    settings = read_settings(config.extra)
    if said:
        found.check = read_check(said, settings.months_of_pages, build_day(os.environ), report)
    found.report(check_fences(markdown, path, first_line))
    found.report(check_phone_numbers(markdown, path, first_line, site.extension.numbers))
    urls = {file.src_uri: file.url for file in site.files[build.language].documentation_pages()}
    own = OwnAddresses(uri, urls, config.site_url or "")
    found.report(check_outward_links(markdown, path, first_line, settings.outward_links, own))
    found.report(check_countries(markdown, path, first_line, build.countries, scan.blocks))
    # What is wrong with a sentence by itself is told where it is written.
    sound = {name: text for name, text in build.sentences.items() if name not in build.unsound_sentences}
    found.report(check_emergency_words(fill_in(markdown, sound, own_page), path, first_line, build.emergencies))
    found.links += page_links.find_links(markdown, uri, first_line)
    found.called_links += page_links.find_links(filled, uri, first_line)
    build.add_source(uri, found)
    site.extension.audience = " ".join(audiences(page.meta))
    site.extension.page, site.extension.sentences = own_page, build.sentences


def read_page(html: str, page: Page, site: SiteBuild, config: MkDocsConfig) -> None:
    """Read the tips and the worksheets of the page, and keep what it was read into for the steps that follow."""
    build = site.current(config)
    uri = page.file.src_uri
    found = build.pages[uri]
    lost = list(site.extension.lost(build.path(uri)))
    found.report(lost)
    found.is_read = found.is_read and not lost
    build.problems += lost
    content = build.contents[uri] = read_content(html)
    found.tips = list(read_tips(content, uri, page.url))
    found.worksheets = list(read_worksheets(content, uri, page.url, audiences(page.meta)))
    found.modules = list(read_modules(content, uri, page.url))
    build.add_content(uri)
