"""Every event of MkDocs in its order, with the steps of the build that belong to it.

static-i18n builds the languages one after another, the further ones from within the build of the first, so each event
comes once for each language. It answers events with priority -100: what has to come after that says so here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jinja2
from houvast.data.site_address import site_path
from lxml.html import document_fromstring
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from steps import (
    addresses,
    asset_names,
    assets,
    checked_data,
    checking,
    direction,
    filling,
    foreign_words,
    language_parts,
    moved_pages,
    neutral_outside,
    notices,
    paper,
    published,
    reading,
    search,
    security,
    security_txt,
    serving,
    sources,
    static_i18n,
    styles,
    templates,
    terms,
    tips_file,
    told_links,
    whitespace,
)
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages

FIRST = 100
AFTER_I18N = -200

# MkDocs calls functions of this file, so what they know stands here.
site = SiteBuild()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether somebody writes, and looks at the pages meanwhile."""
    site.is_served = command == "serve"


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Build only what changed while somebody writes, and let the script in that shows it at once."""
    return serving.prepare_server(server, site, config, builder)


@event_priority(FIRST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Look at sources, settings and data before anything uses them."""
    if site_languages(config).is_outermost:
        site.begin()
        site.config = config
        told_links.pass_over_told_links(site)
        sources.report_sources(config)
        checked_data.check_data(config)
        foreign_words.read_foreign_words(site, config)
    reading.add_blocks(site, config)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Begin a language."""
    reading.start_language(site, config)
    checked_data.check_numbers(site, config)


def _before_i18n(files: Files, config: MkDocsConfig) -> Files:
    sources.leave_out_what_is_no_source(files, config)
    return files


@event_priority(AFTER_I18N)
def _after_i18n(files: Files, config: MkDocsConfig) -> Files:
    addresses.give_addresses(files, config)
    language_parts.begin_part(files, site, config)
    assets.add_assets(files, config)
    neutral_outside.check_file_names(files, config)
    return files


on_files = CombinedEvent(_before_i18n, _after_i18n)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the files, and the menu: its order is the order of the tips."""
    site.files[site_languages(config).current] = files
    site.menus[site_languages(config).current] = nav
    return nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Read a page without what nobody sees."""
    return sources.read_source(page)


@event_priority(FIRST)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Look for mistakes in a source before anything changes it."""
    reading.check_source(markdown, page, site, config)
    paper.remember_refusing(page, site)
    return language_parts.with_links_elsewhere(markdown, page, site, config)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read tips, worksheets and modules out of a rendered page."""
    reading.read_page(html, page, site, config)


@event_priority(AFTER_I18N)
def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Fill the pages of a language in, once all of them are rendered, and report every mistake."""
    templates.read_once(env)
    site.templates[site_languages(config).current] = env
    assets.give_icon(env, config)
    filled = filling.fill_pages(env, site, config, files)
    direction.remember_names(filled, site)
    search.read_search(env, filled, site, files)
    checking.check_filled(filled, site, files)
    checking.report_language(filled, site, files)
    language_parts.read_template(env, site)
    terms.read_terms(env, site, config)
    neutral_outside.check_pages_outside(files, site, config)
    return env


@event_priority(AFTER_I18N)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Explain terms, and give the page its translations, styles and script."""
    terms.explain_terms(page, site, config)
    assets.give_assets_of_page(context, page, site, config)
    static_i18n.take_alternates_away(context, page, config)
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page "not found" what it has of its own."""
    if template_name == "404.html":
        assets.give_script_of_its_own(context, config)
        static_i18n.give_words_of_all(context, config)
    context["site_path"] = site_path(config.site_url or "")
    return context


@event_priority(AFTER_I18N)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Look at a finished page, and make it as it is sent: its policy comes last, when all else is in it."""
    output = language_parts.offer_other_languages(output, page, site, config)
    output = foreign_words.mark_foreign_words(output, site, config)
    output = direction.isolate_numbers(output, site, config)
    output = whitespace.without_empty_lines(output)
    tree = document_fromstring(output)
    published.check_published_page(tree, page, site, config)
    paper.report_ways_to_refusing(tree, page, site, config)
    return security.secure_page(output, tree, page, site, config)


@event_priority(AFTER_I18N)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the page "not found"."""
    if not security.is_page(template_name):
        return output_content
    tree = document_fromstring(output_content)
    if template_name == "404.html":
        published.check_published_template(tree, template_name, site, config)
    return security.secure_template(output_content, tree, template_name, site)


@event_priority(AFTER_I18N)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what all pages share, once all languages are built."""
    if not site_languages(config).is_outermost:
        return
    search.write_search(site, config)
    moved_pages.write_moved_pages(site, config)
    styles.join_theme_styles(config, cut=not site.is_served)
    asset_names.name_by_contents(site, config)
    notices.write_notices(config)
    tips_file.write_tips(site, config)
    security.write_headers(site, config)
    security_txt.write_security_txt(site, config)
