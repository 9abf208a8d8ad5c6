"""Assets: joins the parts of the stylesheet and of the script into one file each.

Answers on_files, after static-i18n has made its file tree (priority -100), for the first language only: the other
languages use the same files. Live reload sees a change in a part, since the parts lie in the docs folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from tipsite.joined_files import JoinError, join_modules

STYLES = ("colours", "leave", "page", "tips", "forms", "print")


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds assets/site.css and assets/site.js."""
    i18n: Any = config.plugins["i18n"]
    if i18n.current_language != i18n.default_language:
        return files
    assets = Path(config.docs_dir) / "assets"
    styles = "\n".join((assets / "styles" / f"{name}.css").read_text("utf-8") for name in STYLES)
    modules = {file.name: file.read_text("utf-8") for file in (assets / "scripts").glob("*.js")}
    try:
        script = join_modules(modules, "main.js")
    except JoinError as error:
        raise PluginError(f"docs/assets/scripts: {error}") from error
    files.append(File.generated(config, "assets/site.css", content=styles))
    files.append(File.generated(config, "assets/site.js", content=script))
    return files
