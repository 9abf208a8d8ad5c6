"""Looks at finished pages for what the checks of the sources could not see."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from houvast.authoring.front_matter import audiences
from houvast.authoring.source_files import files_that_end_in
from houvast.checks.published_text import KnownPlaces, check_published, place_in_sources
from houvast.data.problem import Problem
from houvast.data.settings import read_settings
from houvast.data.source_text import read_text
from lxml.html import HtmlElement
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from steps.folders import data_folder, docs_folder, project_root
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages

log = logging.getLogger("mkdocs.hooks.published")


def check_published_page(output: HtmlElement, page: Page, site: SiteBuild, config: MkDocsConfig) -> None:
    """Look for what the checks of the sources could not see."""
    path = site.current(config).path(page.file.src_uri)
    _report_published(output, path, site, config, has_samples=not audiences(page.meta))


def check_published_template(output: HtmlElement, template_name: str, site: SiteBuild, config: MkDocsConfig) -> None:
    """Do the same for the page "not found"."""
    _report_published(output, f"overrides/{template_name}", site, config, has_samples=False)


def _report_published(
    output: HtmlElement, path: str, site: SiteBuild, config: MkDocsConfig, *, has_samples: bool
) -> None:
    """Report numbers and links of a page, but for those that are told already: with the place to mend them."""
    build, settings = site.current(config), read_settings(config.extra)
    own = site.publishers[site_languages(config).current]
    addresses = [*settings.outward_links, settings.leave_to, *own.links]
    known = KnownPlaces([*site.extension.numbers, *own.numbers], addresses, config.site_url or "")
    told = {problem.what for problem in build.problems}
    told_here = [problem.what for problem in build.problems if problem.path == path]
    for what, text in check_published(output, known, has_samples=has_samples).items():
        if what not in told and not any(text in said for said in told_here):
            place = place_in_sources(text, _sources_of(path, config)) or (path, 1)
            remedy = "It is published: take it out of the text, its title or samples, or of the data or template."
            build.problems.append(Problem(*place, what, remedy))
            log.warning("%s", build.problems[-1])


def _sources_of(path: str, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The file that a page is made of, then the pages and data of its language, then the data of all."""
    root, language = project_root(config), site_languages(config).current
    yield path, read_text(root / path)
    for folder, endings in (
        (docs_folder(config) / language, (".md",)),
        (data_folder(config) / language, (".yml",)),
        (data_folder(config), (".yml",)),
    ):
        for ending in endings:
            for file in files_that_end_in(ending, folder):
                yield file.relative_to(root).as_posix(), read_text(file)
