"""Shows at once what somebody writes: watches the files, builds what changed, lets in the script that reloads pages."""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from houvast.authoring.source_files import source_files
from houvast.output.content_policy import with_allowed_script
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from steps.folders import data_folder, docs_folder, project_root, templates_folder
from steps.page_rebuild import NeedsFullBuildError, rebuild_pages
from steps.site_state import SiteBuild

log = logging.getLogger("mkdocs.hooks.serving")

# What the server puts at the end of each page while it sends it; the numbers in it are others each time.
_RELOADING = re.compile(r"<script>(?P<script>\s*var livereload = .*?)</script>", re.DOTALL)

Answer = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def prepare_server(
    server: LiveReloadServer, site: SiteBuild, config: MkDocsConfig, build_all: Callable[[], None]
) -> LiveReloadServer:
    """Let a server watch all that the site is made of, build what changed only, and send pages that reload.

    Args:
        server: The server, before it begins.
        site: What the first build knows.
        config: Its settings.
        build_all: Builds the whole site.
    """
    hooks = project_root(config) / "hooks"
    for folder in (data_folder(config), templates_folder(config), hooks):
        server.watch(str(folder))
    server.builder = _Builder(site, config, hooks, build_all).build
    server.set_app(_with_allowed_reload(server.serve_request))
    return server


class _Builder:
    """Builds what changed since the build before."""

    def __init__(self, site: SiteBuild, config: MkDocsConfig, hooks: Path, build_all: Callable[[], None]) -> None:
        self._site = site
        self._hooks = hooks
        self._site_folder = config.site_dir
        self._settings = Path(config.config_file_path)
        self._folders = (docs_folder(config), data_folder(config), templates_folder(config), hooks)
        self._build_all = build_all
        self._stamps = self._read_stamps()

    def build(self) -> None:
        before, self._stamps = self._stamps, self._read_stamps()
        both = sorted(before.keys() | self._stamps.keys())
        changed = [path for path in both if before.get(path) != self._stamps.get(path)]
        if any(path.is_relative_to(self._hooks) for path in changed):
            self._begin_again()
        try:
            rebuild_pages(changed, self._site)
        except NeedsFullBuildError as reason:
            log.info("The whole site is built: %s", reason)
            self._build_all()

    def _read_stamps(self) -> dict[Path, tuple[int, int]]:
        files = [self._settings, *(file for folder in self._folders for file in source_files(folder))]
        found = {file: file.stat() for file in files if file.is_file()}
        return {file.absolute(): (stat.st_mtime_ns, stat.st_size) for file, stat in found.items()}

    def _begin_again(self) -> None:
        """Begin as a new program: Python has read the old hooks."""
        log.info("The hooks changed: beginning again")
        shutil.rmtree(self._site_folder)
        os.execv(sys.executable, sys.orig_argv)


def _with_allowed_reload(answer: Answer) -> Answer:
    """Let the policy of each page that is sent allow the one script that the server puts into it; no file has that."""

    def allowed(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        sent = answer(environ, lambda status, headers: begun.append((status, headers)))
        ((status, headers),) = begun
        if dict(headers).get("Content-Type") == "text/html":
            page = b"".join(sent).decode()
            if found := _RELOADING.search(page):
                page = with_allowed_script(page, found["script"])
            sent = [page.encode()]
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers.append(("Content-Length", str(len(sent[0]))))
        start_response(status, headers)
        return sent

    return allowed
