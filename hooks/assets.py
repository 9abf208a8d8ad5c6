"""Assets: joins the parts of the stylesheet and of the script into one file each.

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
from tipsite.joined_files import JoinError, join_modules

STYLES = ("colours", "leave", "page", "tips", "forms", "worksheets", "drawing", "print", "worksheets-print", "training")


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds assets/site.css and assets/site.js."""
    i18n: Any = config.plugins["i18n"]
    if i18n.current_language != i18n.default_language:
        return files
    assets = Path(config.docs_dir) / "assets"
    styles = "\n".join((assets / "styles" / f"{name}.css").read_text("utf-8") for name in STYLES)
    script = _script(config, "main.js")
    files.append(File.generated(config, "assets/site.css", content=styles))
    files.append(File.generated(config, "assets/site.js", content=script))
    return files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Gives the page "not found" its script."""
    if template_name == "404.html":
        context["way_out_script"] = _script(config, "not-found.js")
    return context


def _script(config: MkDocsConfig, entry: str) -> str:
    folder = Path(config.docs_dir) / "assets/scripts"
    try:
        return join_modules({file.name: file.read_text("utf-8") for file in folder.glob("*.js")}, entry)
    except JoinError as error:
        raise PluginError(f"docs/assets/scripts: {error}") from error
