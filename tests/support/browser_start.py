"""The browser in which everything is tried and measured."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright


def start_browser(playwright: Playwright) -> Browser:
    """Start a headless Chromium: the distribution's, in its light form if there is one, or else Playwright's own."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
        args=["--no-sandbox", "--disable-background-networking"],
    )
