"""Fills in what the pages of a language left open: forms, help numbers, origins, doors, the training."""

from __future__ import annotations

import logging
import os
import posixpath
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from babel.dates import format_date
from houvast.authoring.front_matter import audiences
from houvast.checks.answer_limits import MAX_TEXT_LENGTH
from houvast.checks.language_build import LanguageBuild
from houvast.data import helplines, release
from houvast.data.browser_traces import BROWSERS, Trace, load_traces
from houvast.data.data_folder import shared_file
from houvast.data.form_names import NameRegistry, load_names
from houvast.data.languages import LanguageFacts, load_language
from houvast.data.problem import Problem
from houvast.data.publisher import Publisher
from houvast.data.review_dates import build_day
from houvast.data.settings import check_pages, read_settings
from houvast.data.situations import Situation, load_situations
from houvast.data.source_points import Source, SourcePoint, load_sources
from houvast.data.ui_strings import load_words
from houvast.model.course_document import chapter_name
from houvast.model.filled_form import FilledForm
from houvast.model.page_parts import PageParts
from houvast.model.training import FORM
from houvast.rendering.filling import PageFiller, Render
from houvast.rendering.training_filling import FilledPage, Training, fill_document, fill_training
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_relative_url

from steps.folders import data_folder, project_root
from steps.site_state import FilledContent, SiteBuild
from steps.static_i18n import page_translations, site_languages

log = logging.getLogger("mkdocs.hooks.filling")


@dataclass(frozen=True)
class Filling:
    """What the pages of one language are filled in with.

    Attributes:
        env: The templates.
        config: The settings.
        build: What is known of the language.
        in_menu: The source files of the pages in the menu, with their place in it.
        words: The words of the interface.
        language: What is known of the language.
        countries: The help numbers, by country.
        publisher: Who publishes the site.
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
    in_menu: dict[str, int]
    words: dict[str, Any]
    language: LanguageFacts
    countries: dict[str, helplines.Country]
    traces: list[Trace]
    publisher: Publisher
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


def fill_pages(env: jinja2.Environment, site: SiteBuild, config: MkDocsConfig, files: Files) -> Filling:
    """Fill in what the pages of a language left open, and give what they were filled in with."""
    build, menu = site.current(config), site.menus[site_languages(config).current]
    in_menu = {page.file.src_uri: index for index, page in enumerate(menu.pages)}
    build.catalogue.sort_by_pages(list(in_menu))
    _name_sections(menu.items)
    pages = [file.page for file in files.documentation_pages() if file.page is not None]
    filling = _load_filling(env, config, site, pages, in_menu)
    _prepare_templates(filling, menu, files)
    # What is put together from other pages comes last.
    for page in sorted(pages, key=lambda page: "document" in build.kinds_on(page.file.src_uri)):
        _fill_or_take(page, filling, site)
    return filling


def _fill_or_take(page: Page, filling: Filling, site: SiteBuild) -> None:
    """Fill a page in, or take it as it was filled in before, where that still holds."""
    build, uri = filling.build, page.file.src_uri
    if (kept := site.filled.get(uri)) is not None:
        page.content = kept.content
        build.problems_between_pages += kept.problems
        build.add_forms(kept.forms)
        build.parts[uri] = kept.parts
        return
    rendered, anchors = page.content or "", frozenset(page.present_anchor_ids or ())
    earlier = len(build.problems_between_pages)
    forms = _fill(page, filling)
    build.add_forms(forms)
    problems = tuple(build.problems_between_pages[earlier:])
    site.filled[uri] = FilledContent(rendered, anchors, page.content or "", problems, tuple(forms), build.parts[uri])


def _load_filling(
    env: jinja2.Environment, config: MkDocsConfig, site: SiteBuild, pages: list[Page], in_menu: dict[str, int]
) -> Filling:
    """Read the data that pages are filled in with, and remember what is wrong with it."""
    build, data, root = site.current(config), data_folder(config), project_root(config)
    own_data = data / build.language
    source_texts = own_data / "sources.yml"
    if not source_texts.exists():
        # A language with a part of the site has no page that names them.
        source_texts = data / site_languages(config).first / "sources.yml"
    sources, source_problems = load_sources(data / "sources.yml", source_texts, root)
    countries, line_problems = helplines.load_helplines(
        data / "helplines.yml",
        own_data / "helplines.yml",
        root,
        read_settings(config.extra).months_of_help_numbers,
        build_day(os.environ),
    )
    situations, situation_problems = load_situations(data / "situations.yml", own_data / "situations.yml", root)
    language = load_language(data, build.language)
    situations = [situation for situation in situations if language.has(situation.page)]
    # What is wrong with the data itself is told once, not in every language.
    is_first, numbers = build.language == site_languages(config).first, shared_file("helplines.yml")
    build.problems += source_problems + [entry for entry in line_problems if is_first or entry.path != numbers]
    build.problems += situation_problems
    by_name = {chapter_name(page.file.src_uri): page for page in pages}
    if is_first:
        build.problems += check_pages(Path(config.config_file_path), [f"{name}.md" for name in by_name])
    return Filling(
        env=env,
        config=config,
        build=build,
        in_menu=in_menu,
        words=load_words(own_data / "words.yml"),
        language=language,
        countries=countries,
        traces=load_traces(data / "browser-traces.yml"),
        publisher=site.publishers[build.language],
        sources=sources,
        points={point.address: (source, point) for source in sources for point in source.points},
        origins_page=_page_that_has("origins", pages, build),
        situations=situations,
        registry=load_names(data / "form-names.yml"),
        training=Training(
            modules=sorted(build.modules.values(), key=lambda module: in_menu.get(module.page, 0)),
            catalogue=build.catalogue,
            families_page=_page_that_has("family", pages, build),
            proof_page=_page_that_has("proof", pages, build),
            pages=by_name,
        ),
        pages=by_name,
    )


def _page_of(files: Files, path: str) -> Page | None:
    file = files.get_file_from_path(path)
    return file.page if file else None


def _page_that_has(kind: str, pages: list[Page], build: LanguageBuild) -> Page | None:
    """The first page with a block of a kind."""
    return next((page for page in pages if kind in build.kinds_on(page.file.src_uri)), None)


def _prepare_templates(filling: Filling, menu: Navigation, files: Files) -> None:
    """Give all templates what every page needs."""
    env, config, words = filling.env, filling.config, filling.words
    settings = read_settings(config.extra)
    paths = (settings.using_page, settings.files_page, settings.pages_page)
    using_page, files_page, pages_page = (_page_of(files, path) for path in paths)
    # Where families' pages lie: no link leads there by a navigation. What lies below another needs no mention.
    families = [page for page in menu.pages if page.is_index and page.meta.get("audience") == "families"]
    families = [page for page in families if not any(page.url.startswith(up.url) for up in families if up is not page)]
    env.globals.update(
        words=words,
        own_language=filling.language,
        countries=filling.countries,
        checks=filling.build.checks,
        parts=filling.build.parts,
        using_page=using_page,
        files_page=files_page,
        pages_page=pages_page,
        discreet_roots=[page.url for page in (*families, using_page) if page],
        max_text_length=MAX_TEXT_LENGTH,
        release=release.read_release(project_root(config) / release.FILE),
    )
    env.filters["audiences"] = audiences
    env.filters["as_dialled"] = helplines.as_dialled
    env.filters["long_date"] = partial(format_date, format="long", locale=filling.language.locale)


def _name_sections(items: list[Any]) -> None:
    for item in items:
        if item.is_section:
            index = next((child for child in item.children if child.is_page and child.is_index), None)
            if index is not None:
                item.title = index.title
            _name_sections(item.children)


def _fill(page: Page, filling: Filling) -> list[FilledForm]:
    """Fill in the places that the blocks of a page left, and give the forms that are on it now."""
    build, uri = filling.build, page.file.src_uri
    kinds = build.kinds_on(uri)
    render = filling.render_on(page)
    filler = PageFiller(build.contents[uri], page.url, render)
    filler.drop_heading_anchor()
    forms = _fill_forms(page, filler, render, filling)
    if "document" in kinds:
        fill_document(filler, filling.training, filling.chapter, page.url, render)
    filler.fill_helplines(filling.countries)
    filler.fill_discreet_switch()
    filler.fill_publisher(publisher=filling.publisher)
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
    build.parts[uri] = PageParts(
        kinds=kinds,
        worksheets=tuple(sheet for sheet in build.catalogue.worksheets.values() if sheet.page == uri),
        modules=tuple(module for module in build.modules.values() if module.page == uri),
        has_code_or_table=filler.has_code_or_table,
        has_template="template" in page.meta,
        refuses_paper=uri in build.refusing,
    )
    return forms


def _fill_doors(page: Page, filler: PageFiller, filling: Filling) -> None:
    """Render doors, each with the page that it leads to, and remember those that lead nowhere."""
    build, uri = filling.build, page.file.src_uri
    by_url = {other.url: other for other in filling.pages.values()}

    def target(href: str) -> Page | None:
        # Addresses within the site, as the start page's is empty.
        url = posixpath.normpath(posixpath.join("/", page.url, href)).strip("/")
        return next((other for own, other in by_url.items() if own.strip("/") == url), None)

    for door in filler.fill_doors(target):
        if door.page is None and not door.is_elsewhere:
            (block, *_) = [block for block in build.scans[uri].blocks if block.kind == "doors"]
            remedy = "Write each as `- [What a reader would say](page.md)`, with a few words behind it if need be."
            what = f"the door '{door.text}' leads to no page."
            build.problems_between_pages.append(Problem(build.path(uri), block.line, what, remedy))


def _fill_forms(page: Page, filler: PageFiller, render: Render, filling: Filling) -> list[FilledForm]:
    """Fill in the lists, worksheets and pieces of the training of a page."""
    build, uri = filling.build, page.file.src_uri
    scan = build.scans[uri]

    def report(list_id: str, what: str, remedy: str) -> None:
        block = scan.block("list", list_id)
        build.problems_between_pages.append(Problem(build.path(uri), block.line if block else 1, what, remedy))

    forms = [
        FORM if block.kind in ("module", "proof") else block.options.get("id")
        for block in scan.blocks
        if block.kind in ("list", "worksheet", "module", "proof")
    ]
    names = filling.registry.earlier_names(str(forms[0]), build.language) if forms else None
    other_modules = [module.id for module in build.modules.values() if module.page != uri]
    form: dict[str, Any] = {
        "audience": list(audiences(page.meta)),
        "languages": page_translations(page, filling.config),
        "names": names.without_parts(other_modules) if names and forms[0] == FORM else names,
    }
    return [
        *filler.fill_lists(build.catalogue, report, **form),
        *filler.fill_worksheets(build.catalogue, **form),
        *fill_training(filler, filling.training, render, **form),
    ]
