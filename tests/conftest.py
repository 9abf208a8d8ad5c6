"""What the tests share: the built site, a server for it, a browser, and small projects to make mistakes in."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_start import start_browser
from built_site import BuiltSite
from forked_build import forked_build
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from site_server import SiteServer
from small_project import SmallProject

# Machines are busy: how long a page takes says nothing about whether it is right.
expect.set_options(timeout=30_000)

ROOT = Path(__file__).resolve().parent.parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts what needs no site in the middle: there a second process begins while the first one builds the site."""
    others = [item for item in items if "site" not in item.fixturenames]  # type: ignore[attr-defined]
    rest = [item for item in items if "site" in item.fixturenames]  # type: ignore[attr-defined]
    half = len(items) // 2
    items[:] = rest[:half] + others + rest[half:]


def build(project: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a real strict build from the command line and gives what it printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(project / "mkdocs.yml")]
    return subprocess.run(
        [*command, "--site-dir", str(site)],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuiltSite:
    """The site, built from this project; once, where tests run side by side."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "built-site"
    with (folder.parent / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            result = build(ROOT, folder.with_name("site-being-built"))
            assert result.returncode == 0, result.stderr
            folder.with_name("site-being-built").rename(folder)
    return BuiltSite(folder)


@pytest.fixture(scope="session")
def server(site: BuiltSite) -> Iterator[SiteServer]:
    """The site behind a plain web server on this machine."""
    with SiteServer(site.folder) as running:
        yield running


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of the browser."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for all tests; each has a context of its own."""
    started = start_browser(playwright)
    yield started
    started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in a fresh context, in Dutch, as wide as a desktop."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.fixture
def small_project(tmp_path: Path) -> SmallProject:
    """A project with the site's own build and just a few pages, to make mistakes in."""
    return SmallProject.create(ROOT, tmp_path / "project", forked_build)
