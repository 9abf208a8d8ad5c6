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
from firefox_browser import FirefoxBrowser
from forked_build import forked_build
from near_exit import copy_with_near_exit, write_elsewhere
from other_browser import OtherBrowser
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from project_root import ROOT
from site_server import SiteServer
from small_project import SmallProject
from webkit_browser import WebKitBrowser, unseen_screen

# Machines are busy: how long a page takes says nothing about whether it is right.
expect.set_options(timeout=30_000)


pytest_plugins = ["kinds_of_tests"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what needs no site in the middle: there a second process begins while the first one builds the site."""
    others = [item for item in items if "site" not in item.fixturenames]  # type: ignore[attr-defined]
    rest = [item for item in items if "site" in item.fixturenames]  # type: ignore[attr-defined]
    half = len(items) // 2
    items[:] = rest[:half] + others + rest[half:]


def build(project: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a real strict build from the command line and give what it printed."""
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


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """The neutral site that the way out leads to, on this machine."""
    folder = tmp_path_factory.mktemp("elsewhere") / "site"
    write_elsewhere(folder)
    with SiteServer(folder) as running:
        yield running


@pytest.fixture(scope="session")
def near_site(site: BuiltSite, elsewhere: SiteServer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site whose way out leads to `elsewhere`."""
    folder = tmp_path_factory.mktemp("near") / "site"
    copy_with_near_exit(site.folder, folder, elsewhere.url)
    return folder


@pytest.fixture(scope="session")
def near_server(near_site: Path) -> Iterator[SiteServer]:
    """That site behind a server."""
    with SiteServer(near_site) as running:
        yield running


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen that nobody sees, for one browser: two would be in each other's way."""
    with unseen_screen() as name:
        yield name


@pytest.fixture(scope="session")
def shared_firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirefoxBrowser]:
    """One Firefox for all tests that do not look at its profile."""
    browser = FirefoxBrowser(tmp_path_factory.mktemp("firefox") / "profile")
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def shared_webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitBrowser]:
    """One WebKit for all tests that do not look at what it keeps."""
    with unseen_screen() as screen:
        browser = WebKitBrowser(tmp_path_factory.mktemp("webkit") / "folder", screen)
        yield browser
        browser.close()


@pytest.fixture
def firefox(shared_firefox: FirefoxBrowser) -> FirefoxBrowser:
    """Firefox with a fresh tab."""
    shared_firefox.fresh_tab()
    return shared_firefox


@pytest.fixture
def webkit(shared_webkit: WebKitBrowser) -> WebKitBrowser:
    """WebKit with a fresh tab."""
    shared_webkit.fresh_tab()
    return shared_webkit


@pytest.fixture(params=["firefox", "webkit"])
def other(request: pytest.FixtureRequest) -> OtherBrowser:
    """Each browser that is not Chromium, with a fresh tab."""
    browser: OtherBrowser = request.getfixturevalue(request.param)
    return browser


@pytest.fixture
def small_project(tmp_path: Path) -> SmallProject:
    """A project with the site's own build and just a few pages, to make mistakes in."""
    return SmallProject.create(ROOT, tmp_path / "project", forked_build)
