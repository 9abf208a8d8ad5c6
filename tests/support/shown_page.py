"""Which page is shown: a page that is read discreetly is not the one in the address bar."""

from __future__ import annotations

from playwright.sync_api import Page

SHOWN = "document.documentElement?.dataset.address ?? location.href"


def wait_until_shown(page: Page, address: str) -> None:
    """Wait until a page is there and its script has run."""
    page.wait_for_function(f"address => ({SHOWN}) === address && document.readyState === 'complete'", arg=address)
