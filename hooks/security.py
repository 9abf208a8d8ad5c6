"""Security: a Content-Security-Policy in every page, and the same as headers for servers.

Answers these events of MkDocs, after everything else has changed a page (priority -500):
  on_config          starts a new build
  on_post_page       makes the policy from what the page holds; reports what would break it
  on_post_template   the same for pages that are no text, such as the page "not found"
  on_post_build      looks whether every page of the site has its policy, and writes the header files with the union of
                     all pages, once all languages are built
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from houvast.data.problem import Problem, root_in_messages
from houvast.output.asset_names import unnamed_files
from houvast.output.content_policy import InlineCode, has_policy, inline_code, policy, violations, with_policy
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.security")

# Where each file goes, below the site's folder; its template lies in overrides/servers.
HEADER_FILES = {"headers": "_headers", "nginx.conf": "servers/nginx.conf", "Caddyfile": "servers/Caddyfile"}

# Of pages that have all lost it to the same template, a few tell enough.
_MOST_SHOWN = 3

_codes: set[InlineCode] = set()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Forgets the pages of the last build; static-i18n's further languages belong to the same one."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        _codes.clear()
    return config


@event_priority(-500)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the page its policy."""
    root = root_in_messages(config.docs_dir, config.config_file_path)
    return _secured(output, f"{root}/{page.file.src_uri}")


@event_priority(-500)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Give a page that is no text its policy."""
    return _secured(output_content, f"overrides/{template_name}") if _is_page(template_name) else output_content


def _secured(output: str, path: str) -> str:
    page = html.document_fromstring(output)
    for what in violations(page):
        remedy = "Use a class, a script in docs/assets/scripts or a file of this site instead."
        log.warning("%s", Problem(path, 1, f"the page would break its own policy: {what}.", remedy))
    code = inline_code(page)
    _codes.add(code)
    return with_policy(output, policy([code])) or output


def _is_page(path: str) -> bool:
    return path.lower().endswith((".html", ".htm"))


@event_priority(-500)
def on_post_build(config: MkDocsConfig) -> None:
    """Look at every page, and write the header files."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    env = config.theme.get_env()
    site = Path(config.site_dir)
    _check_policies(site)
    known = {"policy": policy(_codes, for_header=True), "unnamed": unnamed_files(site)}
    for template, target in HEADER_FILES.items():
        text = env.get_template(f"servers/{template}").render(known)
        path = site / target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", "utf-8")


def _check_policies(site: Path) -> None:
    """Report pages without a policy, wherever they come from."""
    pages = [file for file in sorted(site.rglob("*")) if _is_page(file.name)]
    bare = [page for page in pages if not has_policy(page.read_text("utf-8", errors="replace"))]
    if bare:
        shown = ", ".join(page.relative_to(site).as_posix() for page in bare[:_MOST_SHOWN])
        what = f"pages of the site would be without their policy, {len(bare)} in all: {shown}."
        remedy = "Begin a page with <!doctype html>, <html …> and <head …>, and let a template or a text make it."
        log.warning("%s", Problem("overrides/base.html", 1, what, remedy))
