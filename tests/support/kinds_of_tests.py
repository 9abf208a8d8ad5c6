"""Which kind a test is of, so that `make check` can run what is quick: `unit`, `build` or `browser`.

The fixtures that a test takes tell it. A test that starts a program by itself says its kind by a marker; a unit test
that starts one fails, so that none becomes slow, or needs what is not installed, without anybody noticing.
"""

from __future__ import annotations

import sys
from collections.abc import Collection

import pytest

KINDS = ("unit", "build", "browser")
STARTS_A_BROWSER = {"playwright", "shared_firefox", "shared_webkit", "other", "screen"}
BUILDS_A_SITE = {"site", "small_project"}
# What Python reports before another program starts (https://docs.python.org/3/library/audit_events.html).
STARTS_A_PROGRAM = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"}

_running: str | None = None


def kind_of(marked: Collection[str], fixtures: Collection[str]) -> str:
    """The kind of a test.

    Args:
        marked: The names of the test's own markers.
        fixtures: The names of all fixtures that it takes, also by way of others.
    """
    for kind in KINDS:
        if kind in marked:
            return kind
    if STARTS_A_BROWSER.intersection(fixtures):
        return "browser"
    return "build" if BUILDS_A_SITE.intersection(fixtures) else "unit"


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the test with its kind, before any is chosen with `-m`."""
    item.add_marker(kind_of({mark.name for mark in item.iter_markers()}, getattr(item, "fixturenames", ())))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> object:
    """Keep the name of the unit test that runs, for as long as it does."""
    global _running
    _running = item.nodeid if item.get_closest_marker("unit") else None
    try:
        return (yield)
    finally:
        _running = None


def _refuse_programs(event: str, arguments: tuple[object, ...]) -> None:
    if _running and event in STARTS_A_PROGRAM:
        raise RuntimeError(f"{_running} starts a program: mark it `build` or `browser`.")


sys.addaudithook(_refuse_programs)
