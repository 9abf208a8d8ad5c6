"""Tips, lists and worksheets: reads them from the pages, checks them, and fills in forms, numbers and origins.

Answers these events of MkDocs, once for each language, since static-i18n builds the languages one after another:
  on_config          adds the Markdown extension with the blocks
  on_pre_build       forgets the tips of the language before
  on_nav             remembers the menu: its order is the order of the tips
  on_page_markdown   looks for mistakes in the source, with their lines
  on_page_content    reads the tips and worksheets out of the rendered page
  on_env             when every page is rendered: fills the forms in, and reports every mistake
  on_post_page       (before hooks/security.py) looks for numbers and links on the finished page
  on_post_template   the same for the page "not found"
"""

from __future__ import annotations

import logging
import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from babel.dates import format_date
from houvast.authoring import page_links, translated_marks
from houvast.authoring.blocks import HouvastExtension
from houvast.authoring.front_matter import (
    audiences,
    check_front_matter,
    first_text_line,
    front_matter_of,
    line_of_key,
    without_wrong_values,
)
from houvast.authoring.source_files import files_that_end_in
from houvast.authoring.source_lines import check_fences
from houvast.authoring.source_scan import scan_blocks
from houvast.authoring.standing_sentences import check_use, compare_sentences, fill_in, load_sentences, named_sentences
from houvast.authoring.training_blocks import TRAINING_BLOCKS
from houvast.authoring.translated_units import read_texts
from houvast.checks import answer_moulds, country_words, emergency_words, internal_links
from houvast.checks.answer_cues import check_cues
from houvast.checks.answer_limits import LONGEST_TEXT
from houvast.checks.country_words import check_countries, load_countries
from houvast.checks.coverage import missing_points
from houvast.checks.emergency_words import check_emergency_words, load_emergency_words
from houvast.checks.kept_parts import check_kept_parts
from houvast.checks.language_build import LanguageBuild
from houvast.checks.language_checks import check_language
from houvast.checks.language_comparison import compare_with_first
from houvast.checks.outward_links import check_outward_links
from houvast.checks.paper_refusal import check_paper, check_ways_to, is_for_home, refuses_paper
from houvast.checks.phone_numbers import check_phone_numbers
from houvast.checks.published_text import KnownPlaces, check_published, place_in_sources
from houvast.checks.translated_due import due
from houvast.checks.translated_facts import compare_facts
from houvast.data import helplines, passphrase_words
from houvast.data.browser_traces import BROWSERS, Trace, load_traces
from houvast.data.form_names import NameRegistry, check_names, load_names
from houvast.data.problem import Problem, root_in_messages
from houvast.data.review_dates import Check, build_day, overdue_message, read_check
from houvast.data.settings import read_settings
from houvast.data.situations import Situation, check_situations, load_situations
from houvast.data.source_points import Source, SourcePoint, load_sources
from houvast.data.source_text import read_text
from houvast.data.ui_strings import load_words
from houvast.model.catalogue import read_tips
from houvast.model.course_document import chapter_name
from houvast.model.training import FORM, read_modules
from houvast.model.translations import Translation, translations
from houvast.model.worksheets import read_worksheets
from houvast.rendering.filling import PageFiller, Render
from houvast.rendering.training_filling import FilledPage, Training, fill_document, fill_training
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

log = logging.getLogger("mkdocs.hooks.content")


@dataclass(frozen=True)
class Filling:
    """What the pages of one language are filled in with.

    Attributes:
        env: The templates.
        config: The settings.
        build: What is known of the language.
        words: The words of the interface.
        countries: The help numbers, by country.
        sources: The source documents.
        points: Their points with their source, by address.
        origins_page: The page of the sources, where there is one.
        situations: What readers may be in.
        registry: The promised names of forms and fields.
        training: The training.
        pages: Every page, as a document names it.
    """

    env: jinja2.Environment
    config: MkDocsConfig
    build: LanguageBuild
    words: dict[str, Any]
    countries: dict[str, helplines.Country]
    traces: list[Trace]
    sources: list[Source]
    points: dict[str, tuple[Source, SourcePoint]]
    origins_page: Page | None
    situations: list[Situation]
    registry: NameRegistry
    training: Training
    pages: dict[str, Page]

    def page_of_situation(self, situation: Situation) -> Page | None:
        """The page that answers a situation."""
        return self.pages.get(chapter_name(f"{self.build.language}/{situation.page}"))

    def render_on(self, page: Page) -> Render:
        """Give what renders a fragment as a part of a page: its links lead from there."""

        def render(fragment: str, **variables: object) -> str:
            base_url = get_relative_url(".", page.url)
            template = self.env.get_template(f"fragments/{fragment}.html")
            return template.render(config=self.config, page=page, base_url=base_url, **variables)

        return render

    def chapter(self, name: str) -> FilledPage | None:
        """A page as a chapter of a document, by the name that the document gives it."""
        if (page := self.pages.get(name)) is None:
            return None
        return FilledPage(page.file.src_uri, page.url, page.content or "", self.render_on(page))


_extension: HouvastExtension | None = None
_languages: dict[str, LanguageBuild] = {}
_menus: dict[str, Navigation] = {}


def _language(config: MkDocsConfig) -> str:
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language)


def _first_language(config: MkDocsConfig) -> str:
    i18n: Any = config.plugins["i18n"]
    return str(i18n.default_language)


def _page(files: Files, path: str) -> Page | None:
    file = files.get_file_from_path(path)
    return file.page if file else None


def _translations(page: Page, config: MkDocsConfig) -> list[Translation]:
    i18n: Any = config.plugins["i18n"]
    alternates = page.file.alternates  # type: ignore[attr-defined]
    return translations(i18n.current_language, i18n.config.languages, alternates)


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.docs_dir)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).absolute().parent


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the blocks to Markdown, once."""
    global _extension
    if not any(isinstance(extension, HouvastExtension) for extension in config.markdown_extensions):
        numbers = helplines.known_numbers(_folder(config) / "data/helplines.yml")
        _extension = HouvastExtension(numbers, TRAINING_BLOCKS)
        config.markdown_extensions.append(_extension)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Start a language; the first language starts a new build, so that live reload forgets the last one."""
    if _language(config) == _first_language(config):
        _languages.clear()
    root = root_in_messages(config.docs_dir, config.config_file_path)
    _languages[_language(config)] = LanguageBuild(_language(config), root)
    _load_words(config, _languages[_language(config)])
    _load_sentences(config, _languages[_language(config)])
    words = load_words(_folder(config) / _language(config) / "data/words.yml")
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words["tip"]["permalink"]


def _sentences_file(language: str) -> str:
    return f"{language}/data/standing.yml"


def _load_words(config: MkDocsConfig, build: LanguageBuild) -> None:
    """Read the words of the countries, and those that do not stand beside an emergency number."""
    folder, root = _folder(config), _root(config)
    numbers = helplines.numbers_by_country(folder / "data/helplines.yml")
    build.countries, country_problems = load_countries(folder / country_words.FILE, build.language, numbers, root)
    build.problems += country_problems
    build.emergencies = load_emergency_words(folder / emergency_words.FILE, build.language)


def _load_sentences(config: MkDocsConfig, build: LanguageBuild) -> None:
    """Read the standing sentences of a language, and check in them what is checked on pages."""
    assert _extension is not None
    file = _sentences_file(build.language)
    build.sentences, problems = load_sentences(_folder(config) / file, _root(config))
    build.problems += problems
    for sentence in build.sentences.values():
        build.problems += check_phone_numbers(sentence.text, build.path(file), sentence.line, _extension.numbers)
        allowed = read_settings(config.extra).outward_links
        build.problems += check_outward_links(sentence.text, build.path(file), sentence.line, allowed)
        if build.countries:
            build.problems += check_countries(sentence.text, build.path(file), sentence.line, build.countries)
        if build.emergencies:
            found = list(check_emergency_words(sentence.text, build.path(file), sentence.line, build.emergencies))
            build.problems += found
            build.unsound_sentences |= {sentence.name} if found else set()
        links = page_links.find_links(sentence.text, f"{build.language}/index.md", sentence.line)
        build.links += [replace(link, page=file) for link in links]


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remembers the menu."""
    _menus[_language(config)] = nav
    return nav


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Look for mistakes in the source before anything changes it, and tell the tips whose page they stand on."""
    build = _languages[_language(config)]
    source, uri = read_text(Path(str(page.file.abs_src_path))), page.file.src_uri
    path = build.path(uri)
    first_line = first_text_line(source, markdown)
    # What is put in keeps the lines, so what is wrong with it is told at the line that calls it.
    build.problems += check_use(
        markdown, path, first_line, build.sentences, build.path(_sentences_file(build.language))
    )
    build.called_sentences |= {name for name, _ in named_sentences(markdown, first_line)}
    own_page = uri.removeprefix(f"{build.language}/")
    filled = fill_in(markdown, build.sentences, own_page)
    scan = scan_blocks(filled, path, first_line)
    build.scans[uri] = scan
    build.problems += scan.problems
    said = front_matter_of(source, page.meta)
    build.problems += check_front_matter(source, said, scan.blocks, path)
    page.meta = without_wrong_values(source, page.meta)
    build.problems += check_paper(source, said, scan, path)
    build.problems += check_kept_parts(said, scan, path)
    if refuses_paper(page.meta):
        build.refusing.add(uri)
    if is_for_home(page.meta):
        build.for_home.add(uri)

    def report(key: str, what: str, remedy: str) -> None:
        build.problems.append(Problem(path, line_of_key(key, source), what, remedy))

    if said and (check := read_check(said, read_settings(config.extra).months_of_pages, build_day(os.environ), report)):
        build.checks[uri] = check
    assert _extension is not None
    build.problems += check_fences(markdown, path, first_line)
    build.problems += check_phone_numbers(markdown, path, first_line, _extension.numbers)
    build.problems += check_outward_links(markdown, path, first_line, read_settings(config.extra).outward_links)
    if build.countries:
        build.problems += check_countries(markdown, path, first_line, build.countries, scan.blocks)
    if build.emergencies:
        # What is wrong with a sentence by itself is told where it is written.
        sound = {name: text for name, text in build.sentences.items() if name not in build.unsound_sentences}
        build.problems += check_emergency_words(fill_in(markdown, sound, own_page), path, first_line, build.emergencies)
    build.links += page_links.find_links(markdown, uri, first_line)
    build.called_links += page_links.find_links(filled, uri, first_line)
    _extension.audience = " ".join(audiences(page.meta))
    _extension.page, _extension.sentences = own_page, build.sentences


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read the tips and the worksheets of the page."""
    build = _languages[_language(config)]
    uri = page.file.src_uri
    for tip in read_tips(html, uri, page.url):
        build.add_tip(tip)
    for worksheet in read_worksheets(html, uri, page.url, audiences(page.meta)):
        build.catalogue.worksheets.setdefault(worksheet.id, worksheet)
    for module in read_modules(html, uri, page.url):
        build.modules.setdefault(module.id, module)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Fill in what the pages left open, then report what is wrong."""
    build, menu = _languages[_language(config)], _menus[_language(config)]
    in_menu = {page.file.src_uri: index for index, page in enumerate(menu.pages)}
    build.catalogue.sort_by_pages(list(in_menu))
    _name_sections(menu.items)
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    filling = _load_filling(env, config, build, pages, in_menu)
    _prepare_templates(filling, menu, files)
    # What is put together from other pages comes last.
    for page in sorted(pages, key=lambda page: "data-document" in (page.content or "")):
        _fill(page, filling)
    _check(filling, pages, in_menu, files)
    for problem in sorted(set(build.problems), key=lambda problem: (problem.path, problem.line)):
        log.warning("%s", problem)
    _report_due(config, build)
    _report_overdue(config, build, filling.countries, files)
    _report_unused(build)
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Look for what the checks of the sources could not see."""
    path = _languages[_language(config)].path(page.file.src_uri)
    _report_published(output, path, config, has_samples=not audiences(page.meta))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> None:
    """Do the same for the page "not found"."""
    if template_name == "404.html":
        _report_published(output_content, f"overrides/{template_name}", config, has_samples=False)


def _report_published(output: str, path: str, config: MkDocsConfig, *, has_samples: bool) -> None:
    """Report numbers and links of a page, but for those that are told already: with the place to mend them."""
    assert _extension is not None
    build, extra = _languages[_language(config)], config.extra
    addresses = [*extra.get("outward_links", []), extra.get("leave", {}).get("to", "")]
    known = KnownPlaces(_extension.numbers, addresses, config.site_url or "")
    told = {problem.what for problem in build.problems}
    for what, text in check_published(output, known, has_samples=has_samples).items():
        if what not in told:
            place = place_in_sources(text, _sources_of(path, config)) or (path, 1)
            remedy = "It is published: take it out of the text, its title or samples, or of the data or template."
            build.problems.append(Problem(*place, what, remedy))
            log.warning("%s", build.problems[-1])


def _sources_of(path: str, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The file that a page is made of, then the pages and data of its language, then the data of all."""
    root, language = _root(config), _language(config)
    yield path, read_text(root / path)
    for folder, endings in ((_folder(config) / language, (".md", ".yml")), (_folder(config) / "data", (".yml",))):
        for ending in endings:
            for file in files_that_end_in(ending, folder):
                yield file.relative_to(root).as_posix(), read_text(file)


def _load_filling(
    env: jinja2.Environment, config: MkDocsConfig, build: LanguageBuild, pages: list[Page], in_menu: dict[str, int]
) -> Filling:
    """Read the data that pages are filled in with, and remember what is wrong with it."""
    data, own_data, root = _folder(config) / "data", _folder(config) / build.language / "data", _root(config)
    sources, source_problems = load_sources(data / "sources.yml", own_data / "sources.yml", root)
    countries, line_problems = helplines.load_helplines(
        data / "helplines.yml",
        own_data / "helplines.yml",
        root,
        read_settings(config.extra).months_of_help_numbers,
        build_day(os.environ),
    )
    situations, situation_problems = load_situations(data / "situations.yml", own_data / "situations.yml", root)
    # What is wrong with the data itself is told once, not in every language.
    is_first, numbers = build.language == _first_language(config), build.path("data/helplines.yml")
    build.problems += source_problems + [entry for entry in line_problems if is_first or entry.path != numbers]
    build.problems += situation_problems
    by_name = {chapter_name(page.file.src_uri): page for page in pages}
    return Filling(
        env=env,
        config=config,
        build=build,
        words=load_words(own_data / "words.yml"),
        countries=countries,
        traces=load_traces(data / "browser-traces.yml"),
        sources=sources,
        points={point.address: (source, point) for source in sources for point in source.points},
        origins_page=_page_that_has("data-origins", pages),
        situations=situations,
        registry=load_names(data / "form-names.yml"),
        training=Training(
            modules=sorted(build.modules.values(), key=lambda module: in_menu.get(module.page, 0)),
            catalogue=build.catalogue,
            families_page=_page_that_has("data-family-place", pages),
            proof_page=_page_that_has("data-proof", pages),
            pages=by_name,
        ),
        pages=by_name,
    )


def _page_that_has(attribute: str, pages: list[Page]) -> Page | None:
    return next((page for page in pages if attribute in (page.content or "")), None)


def _prepare_templates(filling: Filling, menu: Navigation, files: Files) -> None:
    """Give all templates what every page needs."""
    env, config, words = filling.env, filling.config, filling.words
    settings = read_settings(config.extra)
    using_page, files_page = (_page(files, path) for path in (settings.using_page, settings.files_page))
    # Where families' pages lie: no link leads there by a navigation. What lies below another needs no mention.
    families = [page for page in menu.pages if page.is_index and page.meta.get("audience") == "families"]
    families = [page for page in families if not any(page.url.startswith(up.url) for up in families if up is not page)]
    env.globals.update(
        words=words,
        countries=filling.countries,
        checks=filling.build.checks,
        using_page=using_page,
        files_page=files_page,
        discreet_roots=[page.url for page in (*families, using_page) if page],
        longest_text=LONGEST_TEXT,
    )
    locale = words["said"]["date_locale"].replace("-", "_")
    env.filters["audiences"] = audiences
    env.filters["long_date"] = partial(format_date, format="long", locale=locale)


def _check(filling: Filling, pages: list[Page], in_menu: dict[str, int], files: Files) -> None:
    """Remembers what is wrong in a language whose pages are filled in, and between it and the first one."""
    config, build = filling.config, filling.build
    uris = [page.file.src_uri for page in pages]
    build.problems += check_language(build, uris, in_menu, filling.points, filling.countries)
    anchors = {page.file.src_uri: page.present_anchor_ids or set() for page in pages}
    other_files = {file.src_uri for file in files if not file.is_documentation_page()}
    build.problems += internal_links.check_links(build.links, anchors, other_files, build.root)
    build.problems += _paper_problems(build)
    tips = {uri: build.tips_on(uri) for uri in uris}
    data_file = build.path("data/situations.yml")
    build.problems += check_situations(filling.situations, build.language, tips, data_file, build.root)
    build.problems += missing_points(filling.sources, build.catalogue, build.language, build.path("data/sources.yml"))
    drawn = passphrase_words.load_words(_folder(config) / build.language)
    build.problems += passphrase_words.check_words(drawn, build.path(f"{build.language}/{passphrase_words.FILE}"))
    texts, unread = read_texts(_folder(config), build.language, build.root, build.scans)
    # What keeps a file from being read is told where it is used.
    build.texts = None if unread else texts
    first = _languages[_first_language(config)]
    build.problems += _cue_problems(config, build, first)
    if build is not first:
        build.problems += compare_with_first(build, first)
        assert _extension is not None
        if build.texts and first.texts:
            build.problems += compare_facts(first.texts, build.texts, _extension.numbers)
        files_of_both = (build.path(_sentences_file(first.language)), build.path(_sentences_file(build.language)))
        build.problems += compare_sentences(build.sentences, first.sentences, files_of_both)
        return
    if build.is_read_whole:
        registry_file = build.path("data/form-names.yml")
        build.problems += check_names(filling.registry, build.form_names, registry_file, build.place_of_form)


def _paper_problems(build: LanguageBuild) -> Iterator[Problem]:
    refusing = {uri: build.tips_on(uri) for uri in build.refusing}
    return check_ways_to(refusing, build.for_home, build.called_links, build.scans, build.root)


def _cue_problems(config: MkDocsConfig, build: LanguageBuild, first: LanguageBuild) -> Iterator[Problem]:
    """Read the moulds of a language, and look for what gives the answers of its training away."""
    file = f"{build.language}/{answer_moulds.FILE}"
    build.moulds, problems = answer_moulds.load_moulds(_folder(config) / file, _root(config))
    yield from problems
    if not build.modules or not build.is_read_whole:
        return
    files = (build.path(f"{first.language}/{answer_moulds.FILE}"), build.path(file))
    yield from answer_moulds.compare_moulds(build.moulds, first.moulds, files)
    yield from check_cues(build.scans, build.root)
    yield from answer_moulds.check_moulds(build.scans, build.moulds, build.root, build.path(file))


def _report_due(config: MkDocsConfig, build: LanguageBuild) -> None:
    """List translations of texts that changed: plainly while somebody writes, and as a mistake in a strict build."""
    first, file = _languages[_first_language(config)], f"{build.language}/{translated_marks.FILE}"
    if build is first or build.texts is None or first.texts is None:
        return
    marks, problems = translated_marks.load_marks(_folder(config) / file, build.path(file))
    for problem in problems or due(first.texts, build.texts, marks):
        log.log(logging.WARNING if config.strict else logging.INFO, "%s", problem)


def _report_unused(build: LanguageBuild) -> None:
    """List standing sentences that no page calls: no warning, as an editor may write them before the pages."""
    for name, sentence in build.sentences.items():
        if name not in build.called_sentences:
            place = f"{build.path(_sentences_file(build.language))}:{sentence.line}"
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
    if _language(config) == _first_language(config):
        path = build.path("data/helplines.yml")
        lines = [line for country in countries.values() for line in country.lines]
        found += [
            (line.check, path, line.line, f"the help number '{line.id}'")
            for line in lines
            if line.check and line.check.is_overdue(today)
        ]
    for check, path, line, thing in sorted(found, key=lambda entry: (entry[0].due, *entry[1:3])):
        log.info(overdue_message(path, line, thing, check))


def _name_sections(items: list[Any]) -> None:
    for item in items:
        if item.is_section:
            index = next((child for child in item.children if child.is_page and child.is_index), None)
            if index is not None:
                item.title = index.title
            _name_sections(item.children)


def _fill(page: Page, filling: Filling) -> None:
    """Fill in the places that the blocks of a page left."""
    build, kinds = filling.build, {block.kind for block in filling.build.scans[page.file.src_uri].blocks}
    render = filling.render_on(page)
    filler = PageFiller(page.content or "", page.url, render)
    filler.drop_heading_anchor()
    _fill_forms(page, filler, render, filling)
    if "document" in kinds:
        fill_document(filler, filling.training, filling.chapter, page.url, render)
    filler.fill_helplines(filling.countries)
    filler.fill_discreet_switch()
    filler.fill_traces(traces=filling.traces, browsers=BROWSERS)
    if "doors" in kinds:
        _fill_doors(page, filler, filling)
    if "situations" in kinds:
        filler.fill_situations(filling.situations, filling.page_of_situation, page.parent)
    if page is filling.origins_page:
        filler.fill_origins(
            sources=filling.sources,
            tips=build.catalogue.tips_by_point(without=build.refusing),
            worksheets=build.catalogue.worksheets_by_point(),
        )
    # Only professionals see where a tip comes from: the sources' titles would stand in a family's history.
    if audiences(page.meta) == ("professionals",) and filling.origins_page is not None:
        filler.add_tip_origins(origins=filling.origins_page, known_points=filling.points)
    has_new_headings = not kinds.isdisjoint(("module", "proof", "role-play", "document"))
    if has_new_headings:
        page.toc.items = [AnchorLink(title, identifier, 2) for identifier, title in filler.headings]
    if has_new_headings or page is filling.origins_page:
        page.present_anchor_ids = (page.present_anchor_ids or set()) | filler.ids
    filler.label_texts()
    filler.move_tip_links()
    filler.name_notes()
    page.content = filler.content


def _fill_doors(page: Page, filler: PageFiller, filling: Filling) -> None:
    """Render doors, each with the page that it leads to, and remember those that lead nowhere."""
    build, uri = filling.build, page.file.src_uri
    by_url = {other.url: other for other in filling.pages.values()}

    def target(href: str) -> Page | None:
        # Addresses within the site, as the start page's is empty.
        url = posixpath.normpath(posixpath.join("/", page.url, href)).strip("/")
        return next((other for own, other in by_url.items() if own.strip("/") == url), None)

    for door in filler.fill_doors(target):
        if door.page is None:
            (block, *_) = [block for block in build.scans[uri].blocks if block.kind == "doors"]
            remedy = "Write each as `- [What a reader would say](page.md)`, with a few words behind it if need be."
            what = f"the door '{door.text}' leads to no page."
            build.problems.append(Problem(build.path(uri), block.line, what, remedy))


def _fill_forms(page: Page, filler: PageFiller, render: Render, filling: Filling) -> None:
    """Fill in the lists, worksheets and pieces of the training of a page, and remember the names of their fields."""
    build, uri = filling.build, page.file.src_uri
    scan = build.scans[uri]

    def report(list_id: str, what: str, remedy: str) -> None:
        block = scan.block("list", list_id)
        build.problems.append(Problem(build.path(uri), block.line if block else 1, what, remedy))

    forms = [
        FORM if block.kind in ("module", "proof") else block.options.get("id")
        for block in scan.blocks
        if block.kind in ("list", "worksheet", "module", "proof")
    ]
    names = filling.registry.earlier_names(str(forms[0]), build.language) if forms else None
    other_modules = [module.id for module in build.modules.values() if module.page != uri]
    form: dict[str, Any] = {
        "audience": list(audiences(page.meta)),
        "languages": _translations(page, filling.config),
        "names": names.without_parts(other_modules) if names and forms[0] == FORM else names,
    }
    build.add_forms(filler.fill_lists(build.catalogue, report, **form))
    build.add_forms(filler.fill_worksheets(build.catalogue, **form))
    build.add_forms(fill_training(filler, filling.training, render, **form))
