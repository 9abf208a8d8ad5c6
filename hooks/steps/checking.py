"""Checks a language whose pages are filled in, and reports what is wrong with it."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from houvast.authoring import translated_marks
from houvast.authoring.front_matter import line_of_key
from houvast.authoring.standing_sentences import compare_sentences
from houvast.authoring.translated_units import Texts, read_texts
from houvast.checks import answer_moulds, internal_links
from houvast.checks.answer_cues import check_cues
from houvast.checks.coverage import missing_points
from houvast.checks.language_build import LanguageBuild
from houvast.checks.language_checks import check_language
from houvast.checks.language_comparison import compare_with_first
from houvast.checks.language_part import check_part, is_there
from houvast.checks.paper_refusal import check_ways_to
from houvast.checks.translated_due import due
from houvast.checks.translated_facts import compare_facts
from houvast.checks.untranslated import find_untranslated
from houvast.data import helplines, passphrase_words
from houvast.data.data_folder import language_file, shared_file
from houvast.data.form_names import check_names
from houvast.data.languages import FILE as LANGUAGE
from houvast.data.problem import Problem
from houvast.data.review_dates import Check, build_day, overdue_message
from houvast.data.search_words import FILE as SEARCH_WORDS
from houvast.data.settings import read_settings
from houvast.data.situations import check_situations
from houvast.data.source_text import read_text
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from steps.filling import Filling
from steps.folders import data_folder, docs_folder, project_root
from steps.reading import sentences_file
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages

log = logging.getLogger("mkdocs.hooks.checking")


def check_filled(filling: Filling, site: SiteBuild, files: Files) -> None:
    """Remember what is wrong in a language whose pages are filled in, and between it and the first one."""
    config, build = filling.config, filling.build
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    uris = [page.file.src_uri for page in pages]
    between = build.problems_between_pages
    between += check_language(build, uris, filling.in_menu, filling.points, filling.countries)
    first, has = site.first(config), filling.language.has
    between += check_part(filling.language, first, build.root, read_settings(config.extra).using_page)
    broken_links = list(_link_problems(filling, pages, files, first))
    build.problems += broken_links
    build.broken = {problem.path.removeprefix(build.path(f"{build.language}/")) for problem in broken_links}
    between += _paper_problems(build)
    tips = {uri: build.tips_on(uri) for uri in uris}
    between += check_situations(filling.situations, build.language, tips, shared_file("situations.yml"), build.root)
    if not filling.language.part:
        between += missing_points(filling.sources, build.catalogue, build.language, shared_file("sources.yml"))
    drawn = passphrase_words.load_words(data_folder(config) / build.language)
    build.problems += passphrase_words.check_words(drawn, language_file(build.language, passphrase_words.FILE))
    texts, unread = read_texts(docs_folder(config), data_folder(config), build.language, build.root, build.scans)
    # What keeps a file from being read is told where it is used.
    build.texts = None if unread else texts
    between += _cue_problems(config, build, first)
    if build is not first:
        part = first.only(has) if filling.language.part else first
        between += compare_with_first(build, part)
        if build.texts and part.texts:
            between += _fact_problems(build, build.texts, first, part.texts, site.extension.numbers)
            others = [other.texts for other in site.languages.values() if other is not build and other.texts]
            between += find_untranslated(build.texts, others, site.foreign_words)
        files_of_both = (sentences_file(first.language), sentences_file(build.language))
        build.problems += compare_sentences(build.sentences, first.sentences, files_of_both)
        return
    registry_file = shared_file("form-names.yml")
    between += check_names(filling.registry, build.form_names, registry_file, build.place_of_name)


def _fact_problems(
    build: LanguageBuild, texts: Texts, first: LanguageBuild, first_texts: Texts, numbers: Collection[str]
) -> Iterator[Problem]:
    """Compare what has to be equal in translations, but for pages whose links are to be mended first."""
    for problem in compare_facts(first_texts, texts, numbers):
        if problem.path.removeprefix(build.path(f"{build.language}/")) not in first.broken | build.broken:
            yield problem


def _link_problems(filling: Filling, pages: Sequence[Page], files: Files, first: LanguageBuild) -> Iterator[Problem]:
    """Look for links that lead nowhere, but for pages that are elsewhere, and places on pages that cannot be read."""
    build = filling.build
    anchors = {page.file.src_uri: page.present_anchor_ids or set() for page in pages}
    other_files = {file.src_uri for file in files if not file.is_documentation_page()}
    urls = {page.file.src_uri: page.url for page in pages}
    unread = {uri for uri, found in build.pages.items() if not found.is_read}
    links, in_sentences = (
        [
            link
            for link in found
            if is_there(link.target, filling.language, first) and (link.target not in unread or not link.anchor)
        ]
        for found in (build.links, build.sentence_links)
    )
    yield from internal_links.check_links(links, anchors, other_files, build.root, urls)
    for problem in internal_links.check_links(in_sentences, anchors, other_files, build.root, urls):
        yield replace(problem, path=sentences_file(build.language))


def report_language(filling: Filling, site: SiteBuild, files: Files) -> None:
    """Report what is wrong in a language, and list what is due, overdue or not used."""
    config, build = filling.config, filling.build
    # First what keeps pages from being read, then what is wrong between them.
    told = _in_order(build.problems)
    if build.is_read_whole and site.first(config).is_read_whole:
        told += [problem for problem in _in_order(build.problems_between_pages) if problem not in told]
    for problem in told:
        log.warning("%s", problem)
    if build.is_read_whole and site.first(config).is_read_whole:
        _report_due(site, config, build)
    else:
        log.info("What pages say of each other is looked at once they can all be read.")
    _report_overdue(config, build, filling.countries, files)
    _report_unused(build)
    _report_unchecked(filling)
    _report_no_search_words(filling)


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems), key=lambda problem: (problem.path, problem.line))


def _paper_problems(build: LanguageBuild) -> Iterator[Problem]:
    refusing = {uri: build.tips_on(uri) for uri in build.refusing}
    return check_ways_to(refusing, build.for_home, build.called_links, build.scans, build.root)


def _cue_problems(config: MkDocsConfig, build: LanguageBuild, first: LanguageBuild) -> Iterator[Problem]:
    """Read the moulds of a language, and look for what gives the answers of its training away."""
    file = language_file(build.language, answer_moulds.FILE)
    if not build.modules and not (project_root(config) / file).exists():
        return
    build.moulds, problems = answer_moulds.load_moulds(project_root(config) / file, project_root(config))
    yield from problems
    if not build.modules or not build.is_read_whole:
        return
    files = (language_file(first.language, answer_moulds.FILE), file)
    yield from answer_moulds.compare_moulds(build.moulds, first.moulds, files)
    yield from check_cues(build.scans, build.root)
    yield from answer_moulds.check_moulds(build.scans, build.moulds, build.root, file)


def _report_due(site: SiteBuild, config: MkDocsConfig, build: LanguageBuild) -> None:
    """List translations of texts that changed: plainly while somebody writes, and as a mistake in a strict build."""
    first, file = site.first(config), language_file(build.language, translated_marks.FILE)
    if build is first or build.texts is None or first.texts is None:
        return
    marks, problems = translated_marks.load_marks(project_root(config) / file, file)
    for problem in problems or due(first.texts, build.texts, marks):
        log.log(logging.WARNING if config.strict else logging.INFO, "%s", problem)


def _report_unchecked(filling: Filling) -> None:
    """List what no speaker of the language has checked yet: no warning, or nobody could see it to check it."""
    build, language = filling.build, filling.language
    for uri in build.scans:
        if language.is_unchecked(uri):
            file = language_file(language.code, LANGUAGE)
            what = "no speaker of the language has checked this page yet."
            log.info("%s", Problem(build.path(uri), 1, what, f"When one has, take it out of `unchecked` in {file}."))


def _report_no_search_words(filling: Filling) -> None:
    """Say that nobody wrote yet what people type: the search works without, but for those who cry for help."""
    file = language_file(filling.language.code, SEARCH_WORDS)
    if not (project_root(filling.config) / file).exists():
        what = "the search finds only words that pages have, and gives no help number to who types that they need help."
        first = site_languages(filling.config).first
        remedy = f"Write what people type in this language, as in {language_file(first, SEARCH_WORDS)}."
        log.info("%s", Problem(file, 1, what, remedy))


def _report_unused(build: LanguageBuild) -> None:
    """List standing sentences that no page calls: no warning, as an editor may write them before the pages."""
    for name, sentence in build.sentences.items():
        if name not in build.called_sentences:
            place = f"{sentences_file(build.language)}:{sentence.line}"
            log.info("%s: no page uses the standing sentence '%s'. Use it, or remove it.", place, name)


def _report_overdue(
    config: MkDocsConfig, build: LanguageBuild, countries: dict[str, helplines.Country], files: Files
) -> None:
    """List what is overdue for a check, the longest overdue first: no warning, or a build would fail with time."""
    today = build_day(os.environ)
    found: list[tuple[Check, str, int, str]] = []
    for uri, check in build.checks.items():
        if check.is_overdue(today):
            file = files.get_file_from_path(uri)
            assert file is not None
            found.append(
                (check, build.path(uri), line_of_key("checked", read_text(Path(str(file.abs_src_path)))), "the page")
            )
    # The help numbers are the same in every language.
    if site_languages(config).current == site_languages(config).first:
        path = shared_file("helplines.yml")
        lines = [line for country in countries.values() for line in country.lines]
        found += [
            (line.check, path, line.line, f"the help number '{line.id}'")
            for line in lines
            if line.check and line.check.is_overdue(today)
        ]
    for check, path, line, thing in sorted(found, key=lambda entry: (entry[0].due, *entry[1:3])):
        log.info(overdue_message(path, line, thing, check))
