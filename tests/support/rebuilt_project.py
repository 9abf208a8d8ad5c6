"""Builds a project as `make serve` does, changes pages, builds what changed, and builds it all elsewhere to compare.

Run as a program of its own, since a build sets up Python's log. Takes the project's folder and the two folders for the
sites, and reads a JSON object from its input: new texts by the paths of files, relative to the project's folder.

Prints `pages` where only pages were built anew, or `all`; then how long that took as a part of a whole build.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def build_as_served(project: Path, site: Path) -> float:
    """Build a project as `make serve` does, and give the seconds of this processor that it took."""
    begun = time.process_time()
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    return time.process_time() - begun


def main(project: Path, site: Path, other_site: Path, texts: dict[str, str]) -> None:
    """Do what the arguments say."""
    whole = build_as_served(project, site)
    for path, text in texts.items():
        (project / path).write_text(text, "utf-8")
    # The hooks are there as of now.
    from steps.page_rebuild import NeedsFullBuildError, rebuild_pages

    begun, built = time.process_time(), "pages"
    try:
        rebuild_pages([(project / path).absolute() for path in texts], sys.modules["hooks/site_build.py"].site)
    except NeedsFullBuildError:
        built = "all"
        build_as_served(project, site)
    part = time.process_time() - begun
    build_as_served(project, other_site)
    print(built, part / whole)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), json.load(sys.stdin))
