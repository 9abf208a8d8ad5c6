"""What the site says that it leaves in browsers, for the tests that measure it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from houvast.data.browser_traces import load_traces
from project_root import ROOT

TRACES = {trace.id: trace for trace in load_traces(ROOT / "data/browser-traces.yml")}


def measures(browser: str, *traces: str) -> pytest.MarkDecorator:
    """Mark a test as the one that measured traces in a browser; it compares what it finds by `check_trace`."""
    return pytest.mark.measures(browser, *traces)


def check_trace(browser: str, trace: str, visited: list[str], found: Iterable[str]) -> None:
    """Compare what was found of a visit with what the page on safe use says.

    Args:
        browser: The browser in which it was found.
        trace: What was looked for.
        visited: What was visited, in order.
        found: What of it was found.
    """
    stated = TRACES[trace].measured[browser].left
    left = {"nothing": [], "first-page": visited[:1], "last-page": visited[-1:], "every-page": visited}[stated]
    assert set(found) & set(visited) == set(left), f"data/browser-traces.yml says {stated} of {trace} in {browser}"
