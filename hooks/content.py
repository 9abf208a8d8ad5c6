"""Tips, lists and worksheets: reads them from the pages, checks them, and fills in forms, numbers and origins.

Answers these events of MkDocs, once for each language, since static-i18n builds the languages one after another:
  on_config          adds the Markdown extension with the blocks
  on_pre_build       forgets the tips of the language before
  on_nav             remembers the menu: its order is the order of the tips
  on_page_markdown   looks for mistakes in the source, with their lines
  on_page_content    reads the tips and worksheets out of the rendered page
  on_env             when every page is rendered: fills the forms in, and reports every mistake
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2
from babel.dates import format_date
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url
from tipsite import helplines, internal_links
from tipsite.answer_limits import LONGEST_TEXT
from tipsite.blocks import TipSiteExtension
from tipsite.catalogue import Catalogue, read_tips
from tipsite.coverage import missing_points
from tipsite.filling import PageFiller, Render
from tipsite.form_names import NameRegistry, check_names, load_names
from tipsite.front_matter import audiences, check_front_matter, first_text_line, line_of_key, said_above
from tipsite.interface_words import compare_words, load_words
from tipsite.lost_parts import lost_parts
from tipsite.outward_links import check_outward_links
from tipsite.page_checks import Check, build_day, check_months, overdue_message, read_check
from tipsite.parity import compare_languages, compare_worksheets
from tipsite.phone_numbers import check_phone_numbers
from tipsite.problem import Problem
from tipsite.source_blocks import Scan
from tipsite.source_points import Source, SourcePoint, load_sources
from tipsite.source_scan import scan_blocks
from tipsite.training import FORM, Module, read_modules
from tipsite.training_blocks import TRAINING_BLOCKS
from tipsite.training_checks import check_references, compare_training, lost_entries, unused_tips
from tipsite.training_filling import FilledPage, Training, fill_document, fill_training
from tipsite.translations import Translation, translations
from tipsite.worksheets import Worksheet, read_worksheets

log = logging.getLogger("mkdocs.hooks.content")


class LanguageBuild:
    """What is known of one language while its pages are built."""

    def __init__(self) -> None:
        self.catalogue = Catalogue()
        self.modules: dict[str, Module] = {}
        self.scans: dict[str, Scan] = {}
        self.links: list[internal_links.PageLink] = []
        self.form_names: dict[str, dict[str, None]] = {}
        self.checks: dict[str, Check] = {}
        self.problems: list[Problem] = []
        self.nav: Navigation | None = None

    @property
    def is_read_whole(self) -> bool:
        """Whether every page could be read: what is missing otherwise says nothing about names or translations."""
        return not any(scan.problems for scan in self.scans.values())

    def line_of_tip(self, page: str, tip: str) -> int:
        """The line at which a tip begins; 1 where it is not known."""
        block = self.scans[page].block("tip", tip) if page in self.scans else None
        return block.line if block else 1

    def line_of_part(self, worksheet: Worksheet, part: str) -> int:
        """The line at which a part of a worksheet begins; 1 where it is not known."""
        block = self.scans[worksheet.page].block("part", part) if worksheet.page in self.scans else None
        return block.line if block else 1

    def form(self, form: str) -> tuple[str, int]:
        """The source file and the line of a list or worksheet; of the training those of its first module or proof."""
        kinds = ("module", "proof") if form == FORM else ("list", "worksheet")
        blocks = [(page, block) for page, scan in self.scans.items() for block in scan.blocks if block.kind in kinds]
        for page, block in sorted(blocks, key=lambda entry: kinds.index(entry[1].kind)):
            if form == FORM or block.options.get("id") == form:
                return page, block.line
        return "", 1


@dataclass(frozen=True)
class Filling:
    """What the pages of one language are filled in with.

    Attributes:
        countries: The help numbers, by country.
        sources: The source documents.
        points: Their points with their source, by address.
        origins_page: The page of the sources, where there is one.
        registry: The promised names of forms and fields.
        training: The training.
        pages: Every page, as a document names it.
    """

    countries: dict[str, helplines.Country]
    sources: list[Source]
    points: dict[str, tuple[Source, SourcePoint]]
    origins_page: Page | None
    registry: NameRegistry
    training: Training
    pages: dict[str, Page]


_extension: TipSiteExtension | None = None
_languages: dict[str, LanguageBuild] = {}


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


def _shown(config: MkDocsConfig, file: str = "") -> str:
    """A path below the docs folder as messages show it."""
    folder = _shown_folder(config.docs_dir, config.config_file_path)
    return f"{folder}/{file}" if file else folder


@cache
def _shown_folder(docs_folder: str, settings: str) -> str:
    return Path(docs_folder).relative_to(Path(settings).absolute().parent).as_posix()


def _months(config: MkDocsConfig) -> dict[str, int]:
    return check_months(config.extra.get("check_after_months"), "mkdocs.yml")[0]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Adds the blocks to Markdown, once."""
    global _extension
    if not any(isinstance(extension, TipSiteExtension) for extension in config.markdown_extensions):
        numbers = helplines.known_numbers(_folder(config) / "data/helplines.yml")
        _extension = TipSiteExtension(numbers, TRAINING_BLOCKS)
        config.markdown_extensions.append(_extension)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Starts a language; the first language starts a new build, so that live reload forgets the last one."""
    if _language(config) == _first_language(config):
        _languages.clear()
    _languages[_language(config)] = LanguageBuild()
    words = load_words(_folder(config) / _language(config) / "data/words.yml")
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words.get("tip", {}).get("permalink", "")


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remembers the menu."""
    _languages[_language(config)].nav = nav
    return nav


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Looks for mistakes in the source before anything changes it, and tells the tips whose page they stand on."""
    build = _languages[_language(config)]
    source, uri = page.file.content_string, page.file.src_uri
    path = _shown(config, uri)
    first_line = first_text_line(source, markdown)
    scan = scan_blocks(markdown, path, first_line)
    build.scans[uri] = scan
    build.problems += scan.problems
    said = said_above(source, page.meta)
    build.problems += check_front_matter(source, said, scan.blocks, path)

    def report(key: str, what: str, remedy: str) -> None:
        build.problems.append(Problem(path, line_of_key(key, source), what, remedy))

    if said and (check := read_check(said, _months(config)["pages"], build_day(os.environ), report)):
        build.checks[uri] = check
    assert _extension is not None
    build.problems += check_phone_numbers(markdown, path, first_line, _extension.numbers)
    build.problems += check_outward_links(markdown, path, first_line, config.extra.get("outward_links", []))
    build.links += internal_links.find_links(markdown, uri, first_line)
    _extension.audience = " ".join(audiences(page.meta))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Reads the tips and the worksheets of the page."""
    build = _languages[_language(config)]
    uri = page.file.src_uri
    for tip in read_tips(html, uri, page.url):
        if (other := build.catalogue.tips.get(tip.id)) is not None:
            line = build.line_of_tip(uri, tip.id)
            if other.page == uri:
                line = [b.line for b in build.scans[uri].blocks if b.options.get("id") == tip.id][-1]
            there = f"{_shown(config, other.page)}:{build.line_of_tip(other.page, tip.id)}"
            build.problems.append(
                Problem(
                    _shown(config, uri),
                    line,
                    f"the id '{tip.id}' is used twice, also in {there}.",
                    "Give one of them another id.",
                )
            )
            continue
        build.catalogue.tips[tip.id] = tip
    for worksheet in read_worksheets(html, uri, page.url, audiences(page.meta)):
        build.catalogue.worksheets.setdefault(worksheet.id, worksheet)
    for module in read_modules(html, uri, page.url):
        build.modules.setdefault(module.id, module)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Fills in what the pages left open, then reports what is wrong."""
    language = _language(config)
    build = _languages[language]
    data, own_data = _folder(config) / "data", _folder(config) / language / "data"
    words = load_words(own_data / "words.yml")
    sources, source_problems = load_sources(data / "sources.yml", own_data / "sources.yml", _root(config))
    countries, line_problems = helplines.load_helplines(
        data / "helplines.yml",
        own_data / "helplines.yml",
        _root(config),
        _months(config)["help_numbers"],
        build_day(os.environ),
    )
    # What is wrong with the numbers themselves is told once, not in every language.
    is_first, numbers = language == _first_language(config), _shown(config, "data/helplines.yml")
    build.problems += source_problems + [entry for entry in line_problems if is_first or entry.path != numbers]
    assert build.nav is not None
    build.catalogue.sort_by_pages([page.file.src_uri for page in build.nav.pages])
    _name_sections(build.nav.items)
    using_page, files_page = (_page(files, config.extra.get(name, "")) for name in ("using_page", "files_page"))
    # Where families' pages lie: no link leads there without replacing the history entry.
    families = [page for page in build.nav.pages if page.is_index and page.meta.get("audience") == "families"]
    env.filters["audiences"] = audiences
    env.globals.update(
        words=words,
        countries=countries,
        checks=build.checks,
        using_page=using_page,
        files_page=files_page,
        discreet_roots=[page.url for page in (*families, using_page) if page],
        longest_text=LONGEST_TEXT,
    )
    locale = words["said"]["date_locale"].replace("-", "_")
    env.filters["long_date"] = partial(format_date, format="long", locale=locale)

    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    origins_page = next((page for page in pages if "data-origins" in (page.content or "")), None)
    registry = load_names(data / "form-names.yml")
    training = _training(build, pages)
    filling = Filling(
        countries,
        sources,
        {point.address: (source, point) for source in sources for point in source.points},
        origins_page,
        registry,
        training,
        {_chapter_name(page): page for page in pages},
    )
    # What is put together from other pages comes last.
    for page in sorted(pages, key=lambda page: "data-document" in (page.content or "")):
        _fill(page, env, config, build, filling)

    _check_language(config, build, pages, files, sources, language)
    if is_first:
        build.problems += check_months(config.extra.get("check_after_months"), "mkdocs.yml")[1]
        if build.is_read_whole:
            build.problems += check_names(
                registry,
                build.form_names,
                _shown(config, "data/form-names.yml"),
                lambda form: (_shown(config, build.form(form)[0]), build.form(form)[1]),
            )
    else:
        model = load_words(_folder(config) / _first_language(config) / "data/words.yml")
        build.problems += compare_words(words, model, own_data / "words.yml", _root(config))
        build.problems += _compare_with_first(config, language)
    for problem in sorted(set(build.problems), key=lambda problem: (problem.path, problem.line)):
        log.warning("%s", problem)
    _report_overdue(config, build, countries, files)
    return env


def _report_overdue(
    config: MkDocsConfig, build: LanguageBuild, countries: dict[str, helplines.Country], files: Files
) -> None:
    """Lists what is overdue for a check, the longest overdue first: no warning, or a build would fail with time."""
    today = build_day(os.environ)
    found: list[tuple[Check, str, int, str]] = []
    for uri, check in build.checks.items():
        if check.is_overdue(today):
            file = files.get_file_from_path(uri)
            assert file is not None
            found.append((check, _shown(config, uri), line_of_key("checked", file.content_string), "the page"))
    # The help numbers are the same in every language.
    if _language(config) == _first_language(config):
        path = _shown(config, "data/helplines.yml")
        lines = [line for country in countries.values() for line in country.lines]
        found += [
            (line.check, path, line.line, f"the help number '{line.id}'")
            for line in lines
            if line.check and line.check.is_overdue(today)
        ]
    for check, path, line, thing in sorted(found, key=lambda entry: (entry[0].due, *entry[1:3])):
        log.info(overdue_message(path, line, thing, check))


def _training(build: LanguageBuild, pages: list[Page]) -> Training:
    assert build.nav is not None
    order = {page.file.src_uri: index for index, page in enumerate(build.nav.pages)}
    modules = sorted(build.modules.values(), key=lambda module: order.get(module.page, 0))
    families = next((page for page in pages if "data-family-place" in (page.content or "")), None)
    proof = next((page for page in pages if "data-proof" in (page.content or "")), None)
    return Training(modules, build.catalogue, families, proof)


def _name_sections(items: list[Any]) -> None:
    for item in items:
        if item.is_section:
            index = next((child for child in item.children if child.is_page and child.is_index), None)
            if index is not None:
                item.title = index.title
            _name_sections(item.children)


def _renderer(page: Page, env: jinja2.Environment, config: MkDocsConfig) -> Render:
    """Gives what renders a fragment as a part of a page: its links lead from there."""

    def render(fragment: str, **variables: object) -> str:
        base_url = get_relative_url(".", page.url)
        template = env.get_template(f"fragments/{fragment}.html")
        return template.render(config=config, page=page, base_url=base_url, **variables)

    return render


def _fill(
    page: Page,
    env: jinja2.Environment,
    config: MkDocsConfig,
    build: LanguageBuild,
    filling: Filling,
) -> None:
    path, scan = _shown(config, page.file.src_uri), build.scans[page.file.src_uri]

    render = _renderer(page, env, config)

    def report(list_id: str, what: str, remedy: str) -> None:
        block = scan.block("list", list_id)
        build.problems.append(Problem(path, block.line if block else 1, what, remedy))

    for block in scan.blocks:
        if block.kind == "helplines" and block.options.get("country") not in filling.countries:
            what = f"there is no country '{block.options.get('country')}' with help numbers."
            remedy = f"Use one of: {', '.join(filling.countries)}."
            build.problems.append(Problem(path, block.line_of("country"), what, remedy))

    filler = PageFiller(page.content or "", page.url, render)
    filler.drop_heading_anchor()
    forms = [
        FORM if block.kind in ("module", "proof") else block.options.get("id")
        for block in scan.blocks
        if block.kind in ("list", "worksheet", "module", "proof")
    ]
    form: dict[str, Any] = {"audience": list(audiences(page.meta)), "languages": _translations(page, config)}
    form["names"] = filling.registry.earlier_names(str(forms[0]), _language(config)) if forms else None
    filled = filler.fill_lists(build.catalogue, report, **form) + filler.fill_worksheets(build.catalogue, **form)
    filled += fill_training(filler, filling.training, render, **form)
    for entry in filled:
        build.form_names.setdefault(entry.id, {}).update(dict.fromkeys(entry.names))
    if any(block.kind == "document" for block in scan.blocks):

        def chapter(name: str) -> FilledPage | None:
            if (other := filling.pages.get(name)) is None:
                return None
            return FilledPage(other.file.src_uri, other.url, other.content or "", _renderer(other, env, config))

        fill_document(filler, filling.training, chapter, page.url, render)
    filler.fill_helplines(filling.countries)
    filler.fill_discreet_switch()
    if page is filling.origins_page:
        filler.fill_origins(
            sources=filling.sources,
            tips=build.catalogue.tips_by_point(),
            worksheets=build.catalogue.worksheets_by_point(),
        )
        page.present_anchor_ids = (page.present_anchor_ids or set()) | filler.ids
    # Only professionals see where a tip comes from: the sources' titles would stand in a family's history.
    if audiences(page.meta) == ("professionals",) and filling.origins_page is not None:
        filler.add_tip_origins(origins=filling.origins_page, known_points=filling.points)
    if any(block.kind in ("module", "proof", "role-play", "document") for block in scan.blocks):
        page.toc.items = [AnchorLink(title, identifier, 2) for identifier, title in filler.headings]
        page.present_anchor_ids = (page.present_anchor_ids or set()) | filler.ids
    filler.label_texts()
    filler.move_tip_links()
    filler.name_notes()
    page.content = filler.content


def _chapter_name(page: Page) -> str:
    """How a document names a page: its file, without language and ending."""
    return str(page.file.src_uri).partition("/")[2].removesuffix(".md")


def _check_language(
    config: MkDocsConfig, build: LanguageBuild, pages: list[Page], files: Files, sources: list[Any], language: str
) -> None:
    assert build.nav is not None
    in_menu = {page.file.src_uri for page in build.nav.pages}
    known = {point.address for source in sources for point in source.points}
    forms: dict[str, str] = {}
    families = [
        str(block.options.get("id")) for scan in build.scans.values() for block in scan.blocks if block.kind == "family"
    ]
    chapters = {_chapter_name(page): page for page in pages}
    for page in pages:
        uri, path = page.file.src_uri, _shown(config, page.file.src_uri)
        scan = build.scans[uri]
        if uri not in in_menu:
            build.problems.append(Problem(path, 1, "the page is not in the menu.", "Add it to `nav` in mkdocs.yml."))
        for block in scan.blocks:
            if block.kind in ("tip", "part") and isinstance(block.options.get("sources"), list):
                for point in block.options["sources"]:
                    if point not in known:
                        what = f"there is no source point '{point}'."
                        remedy = "Use a point of docs/data/sources.yml, as `source/point`."
                        build.problems.append(Problem(path, block.line_of("sources"), what, remedy))
            if block.kind in ("list", "worksheet", "module") and (form := block.options.get("id")):
                if is_second := form in forms:
                    what = f"the {block.kind} '{form}' is there twice, also in {forms[form]}."
                    build.problems.append(Problem(path, block.line_of("id"), what, "Give one of them another id."))
                forms[form] = f"{path}:{block.line_of('id')}"
            if block.kind == "worksheet" and not scan.problems and not is_second:
                build.problems += lost_parts(scan, build.catalogue.worksheets.get(str(block.options.get("id"))), path)
            if block.kind == "module" and not scan.problems and not is_second:
                build.problems += lost_entries(scan, build.modules.get(str(block.options.get("id"))), path)
            if block.kind == "tip" and not scan.problems and block.options.get("id") not in build.catalogue.tips:
                what = f"the tip '{block.options.get('id')}' did not become a tip on the page."
                remedy = "Begin its first line at the margin, with an empty line above it."
                build.problems.append(Problem(path, block.line, what, remedy))
        build.problems += check_references(scan, path, build.catalogue, families, chapters)
    for tip in unused_tips(build.catalogue, build.modules.values()) if build.is_read_whole else ():
        page_of_tip = build.catalogue.tips[tip].page
        what = f"no module of the training uses the tip '{tip}'."
        remedy = "Name it in the `tips` of a module, or in a choice or an answer."
        build.problems.append(Problem(_shown(config, page_of_tip), build.line_of_tip(page_of_tip, tip), what, remedy))
    anchors = {page.file.src_uri: page.present_anchor_ids or set() for page in pages}
    other_files = {file.src_uri for file in files if not file.is_documentation_page()}
    build.problems += internal_links.check_links(build.links, anchors, other_files, _shown(config))
    build.problems += missing_points(sources, build.catalogue, language, _shown(config, "data/sources.yml"))


def _scans_in_both(here: LanguageBuild, first: str, there: LanguageBuild) -> Iterator[tuple[str, Scan]]:
    """The pages that both languages have, by their files without the language, with their scans in this one."""
    for uri, scan in here.scans.items():
        file = uri.partition("/")[2]
        if f"{first}/{file}" in there.scans:
            yield file, scan


def _compare_with_first(config: MkDocsConfig, language: str) -> list[Problem]:
    first = _first_language(config)
    here, there = _languages[language], _languages[first]

    def line_of(page: str, tip: str) -> int:
        return _languages[page.partition("/")[0]].line_of_tip(page, tip)

    problems = compare_languages({first: there.catalogue, language: here.catalogue}, _shown(config), line_of)
    are_read = here.is_read_whole and there.is_read_whole
    for worksheet in there.catalogue.worksheets.values() if are_read else ():
        if (other := here.catalogue.worksheets.get(worksheet.id)) is not None:
            problems += compare_worksheets(worksheet, other, first, _shown(config), here.line_of_part)
        else:
            path, line = _shown(config, worksheet.page), there.form(worksheet.id)[1]
            what = f"the worksheet '{worksheet.id}' is there in '{first}' but not in '{language}'."
            problems.append(Problem(path, line, what, "Translate it, or give both the same id."))
    for uri, scan in _scans_in_both(here, first, there) if are_read else ():
        problems += compare_training(there.scans[f"{first}/{uri}"], scan, first, _shown(config, f"{language}/{uri}"))
    ours, theirs = ({uri.partition("/")[2] for uri in build.scans} for build in (here, there))
    for missing, has in ((theirs - ours, first), (ours - theirs, language)):
        lacks = language if has == first else first
        problems += [
            Problem(
                _shown(config, f"{has}/{page}"),
                1,
                f"the page is there in '{has}' but not in '{lacks}'.",
                f"Write {_shown(config, f'{lacks}/{page}')}, with the same tips.",
            )
            for page in missing
        ]
    return problems
