"""Puts a Content-Security-Policy into every page, and writes the same as headers for hosts."""

from __future__ import annotations

import logging
from pathlib import Path

from houvast.data.problem import Problem
from houvast.data.site_address import names_of_path
from houvast.output.asset_names import unnamed_files
from houvast.output.content_policy import has_policy, inline_code, policy, violations, with_policy
from lxml.html import HtmlElement
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from steps.folders import docs_in_messages
from steps.site_state import SiteBuild

log = logging.getLogger("mkdocs.hooks.security")

# Hosts look for this file in the site itself; the rules for servers are written beside it, by `make site`.
HEADERS = "_headers"

# Of pages that have all lost it to the same template, a few tell enough.
_MAX_SHOWN = 3


def secure_page(output: str, tree: HtmlElement, page: Page, site: SiteBuild, config: MkDocsConfig) -> str:
    """Give the page its policy."""
    root = docs_in_messages(config)
    return _secured(output, tree, site, f"{root}/{page.file.src_uri}")


def secure_template(output: str, tree: HtmlElement, template_name: str, site: SiteBuild) -> str:
    """Give a page that is no text its policy."""
    return _secured(output, tree, site, f"overrides/{template_name}")


def is_page(path: str) -> bool:
    """Whether a file is a page, by its name."""
    return path.lower().endswith((".html", ".htm"))


def _secured(output: str, page: HtmlElement, site: SiteBuild, path: str) -> str:
    for what in violations(page):
        remedy = "Use a class, a script in overrides/scripts or a file of this site instead."
        log.warning("%s", Problem(path, 1, f"the page would break its own policy: {what}.", remedy))
    code = inline_code(page)
    site.codes.add(code)
    return with_policy(output, policy([code])) or output


def write_headers(site: SiteBuild, config: MkDocsConfig) -> None:
    """Look at every page, and write the headers for hosts."""
    env = config.theme.get_env()
    folder = Path(config.site_dir)
    _check_policies(folder)
    known = {
        "policy": policy(site.codes, for_header=True),
        "unnamed": unnamed_files(folder),
        **names_of_path(config.site_url or ""),
    }
    (folder / HEADERS).write_text(env.get_template("servers/headers").render(known) + "\n", "utf-8")


def _check_policies(site: Path) -> None:
    """Report pages without a policy, wherever they come from."""
    pages = [file for file in sorted(site.rglob("*")) if is_page(file.name)]
    bare = [page for page in pages if not has_policy(page.read_text("utf-8", errors="replace"))]
    if bare:
        shown = ", ".join(page.relative_to(site).as_posix() for page in bare[:_MAX_SHOWN])
        what = f"pages of the site would be without their policy, {len(bare)} in all: {shown}."
        remedy = "Begin a page with <!doctype html>, <html …> and <head …>, and let a template or a text make it."
        log.warning("%s", Problem("overrides/base.html", 1, what, remedy))
