"""Builds the pages anew whose text changed while somebody writes, and what depends on them.

What a full build knows stays: settings, data, templates, menu, and what was read in pages that did not change. So all
checks of sources see the whole site each time, and only what is new is rendered. Where more changed than the text of
pages, everything is built.
"""

from __future__ import annotations

import logging
import posixpath
import time
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from houvast.authoring.front_matter import text_below
from houvast.checks.language_build import LanguageBuild
from houvast.checks.page_findings import PageFindings
from houvast.data.source_text import read_text
from houvast.model.course_document import chapter_name
from houvast.model.page_tree import read_content
from houvast.output.asset_names import AssetError, NamedAssets
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from steps import search, sources, tips_file
from steps.folders import docs_folder
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages, use_language

log = logging.getLogger("mkdocs.hooks.page_rebuild")

# What is put together from tips, worksheets and modules of other pages.
_DEPENDENT = {"list", "origins", "family", "module", "modules", "proof", "role-play", "tips-by-module"}


class NeedsFullBuildError(Exception):
    """More changed than the text of pages."""


def rebuild_pages(changed: Collection[Path], site: SiteBuild) -> None:
    """Build the pages anew whose text changed, and those that show something of it.

    Args:
        changed: The files that changed, came or went since the build before.
        site: What the build before knows.

    Raises:
        NeedsFullBuildError: A file changed that is no page, or of a page more than its text, or the build before ended
            in a mistake.
    """
    begun, config, named = time.monotonic(), site.config, site.named_assets
    # What goes wrong meanwhile leaves things half done: then the next build is a full one.
    site.named_assets = None
    if config is None or named is None:
        raise NeedsFullBuildError("The build before was not finished.")
    languages = site_languages(config)
    pages = _changed_pages(changed, site, config)
    built: list[str] = []
    for language in languages.built:
        # Further languages are compared with the first one.
        if pages.get(language) or pages.get(languages.first):
            built += _rebuild_language(language, pages.get(language, set()), site, config, named)
    search.write_search(site, config)
    tips_file.write_tips(site, config)
    site.named_assets = named
    log.info("Built anew in %.1f seconds: %s", time.monotonic() - begun, ", ".join(built))


def _changed_pages(changed: Collection[Path], site: SiteBuild, config: MkDocsConfig) -> dict[str, set[str]]:
    """The source files of the pages whose text changed, by language."""
    pages: dict[str, set[str]] = {}
    docs = docs_folder(config).absolute()
    for file in changed:
        uri = file.relative_to(docs).as_posix() if file.is_relative_to(docs) else ""
        language = uri.partition("/")[0]
        build = site.languages.get(language)
        if build is None or uri not in build.pages or not file.is_file():
            raise NeedsFullBuildError(f"{file} is no page that was there.")
        if _front_matter(read_text(file)) != _front_matter(build.pages[uri].source):
            raise NeedsFullBuildError(f"{uri} says something else of itself.")
        sources.report_page(file, config)
        pages.setdefault(language, set()).add(uri)
    return pages


def _front_matter(source: str) -> str:
    text, _ = text_below(source)
    return source.removesuffix(text)


def _rebuild_language(
    language: str, changed: set[str], site: SiteBuild, config: MkDocsConfig, named: NamedAssets
) -> list[str]:
    """Read and check a language anew, build the pages that are not as they were, and give their source files."""
    use_language(language, config)
    before, files = site.languages[language], site.files[language]
    shown = {uri: site.filled[uri].content for uri in before.pages}
    config.plugins.on_pre_build(config=config)
    build = site.languages[language]
    for uri, found in before.pages.items():
        page = _page(uri, files)
        if uri in changed:
            _read_page(page, config, files)
            if _kinds(build.pages[uri]) != _kinds(found):
                raise NeedsFullBuildError(f"{uri} has other blocks than before.")
        else:
            build.add_source(uri, found)
            build.add_content(uri)
    for uri in changed | _dependent_pages(changed, before, build):
        kept = site.filled.pop(uri)
        site.search_entries.pop(uri, None)
        if uri not in changed:
            page = _page(uri, files)
            page.content, page.present_anchor_ids = kept.rendered, set(kept.anchors)
            build.contents[uri] = read_content(kept.rendered)
    config.plugins.on_env(site.templates[language], config=config, files=files)
    built = sorted(uri for uri in before.pages if uri in changed or site.filled[uri].content != shown[uri])
    for uri in built:
        _build_page(_page(uri, files), site, config, named)
    return built


def _dependent_pages(changed: set[str], before: LanguageBuild, build: LanguageBuild) -> set[str]:
    """The pages that did not change and may show something of those that did."""
    found: set[str] = set()
    if any(_stands_on(before.pages[uri]) != _stands_on(build.pages[uri]) for uri in changed):
        found = {uri for uri, page in build.pages.items() if _kinds(page) & _DEPENDENT}
    chapters = {chapter_name(uri) for uri in changed | found}
    for uri, page in build.pages.items():
        for block in page.scan.blocks:
            if block.kind == "document" and not chapters.isdisjoint(map(str, block.options.get("select", ()))):
                found.add(uri)
    return found - changed


def _kinds(page: PageFindings) -> set[str]:
    return {block.kind for block in page.scan.blocks}


def _stands_on(page: PageFindings) -> tuple[object, ...]:
    # Other pages show a tip's title, items and warnings, and not what else it says.
    return [replace(tip, text=()) for tip in page.tips], page.worksheets, page.modules


def _page(uri: str, files: Files) -> Page:
    file = files.get_file_from_path(uri)
    assert file is not None
    assert file.page is not None
    return file.page


def _read_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Do with a page what MkDocs does before it has read them all."""
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def _build_page(page: Page, site: SiteBuild, config: MkDocsConfig, named: NamedAssets) -> None:
    """Do with a page what MkDocs does once it has read them all."""
    language = site_languages(config).current
    menu, files, templates = site.menus[language], site.files[language], site.templates[language]
    page.active = True
    context = get_context(menu, files.documentation_pages(), config, page)
    template = templates.get_template(page.meta.get("template", "main.html"))
    context = config.plugins.on_page_context(context, page=page, config=config, nav=menu)
    output = config.plugins.on_post_page(template.render(context), page=page, config=config)
    page.active = False
    try:
        output = named.in_page(output, posixpath.dirname(page.file.dest_uri))
    except AssetError as error:
        raise NeedsFullBuildError(str(error)) from error
    write_file(output.encode(), page.file.abs_dest_path)
