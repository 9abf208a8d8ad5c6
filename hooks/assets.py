"""Assets: joins the parts of the stylesheets and of the scripts, so that a page asks for what it needs and no more.

Answers these events of MkDocs; live reload sees a change in a part, since the parts lie in the docs folder:
  on_files              after static-i18n has made its file tree (priority -100), for the first language only: the
                        other languages use the same files
  on_template_context   the page "not found" stands alone, so it holds its script itself
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from rcssmin import cssmin
from rjsmin import jsmin
from tipsite.joined_files import JoinError, join_modules

_FORM_STYLES = ("forms", "worksheets", "drawing", "forms-print", "worksheets-print")
# What every page has, what pages with a form have besides, and what those of the training have in its place.
STYLES = {
    "site": ("colours", "leave", "page", "tips", "print"),
    "forms": _FORM_STYLES,
    "training": (*_FORM_STYLES, "training"),
}
SCRIPTS = {"site": "main.js", "forms": "forms-main.js", "training": "training-main.js"}


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the stylesheets and scripts, made small."""
    i18n: Any = config.plugins["i18n"]
    if i18n.current_language != i18n.default_language:
        return files
    assets = Path(config.docs_dir) / "assets"
    for name, parts in STYLES.items():
        text = "\n".join((assets / "styles" / f"{part}.css").read_text("utf-8") for part in parts)
        files.append(File.generated(config, f"assets/{name}.css", content=cssmin(text)))
    for name, entry in SCRIPTS.items():
        files.append(File.generated(config, f"assets/{name}.js", content=_script(config, entry)))
    return files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Gives the page "not found" its script."""
    if template_name == "404.html":
        context["way_out_script"] = _script(config, "not-found.js")
    return context


def _script(config: MkDocsConfig, entry: str) -> str:
    folder = Path(config.docs_dir) / "assets/scripts"
    try:
        return str(jsmin(join_modules({file.name: file.read_text("utf-8") for file in folder.glob("*.js")}, entry)))
    except JoinError as error:
        raise PluginError(f"docs/assets/scripts: {error}") from error
