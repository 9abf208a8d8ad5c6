"""Loads a page as a slow phone does, and says what that took."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from browser_start import start_browser
from playwright.sync_api import Browser, Playwright, TimeoutError

from benchmarks.brotli_server import BrotliServer

# The phone and the network that Lighthouse takes for "mobile" (its constants.js, `mobileSlow4G` with devtools
# throttling): latency in milliseconds, bytes per second.
_PHONE: Any = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
_SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 184_320, "uploadThroughput": 84_375}
_SLOWER_PROCESSOR = {"rate": 4}
# How long a site has to ask for nothing before its first load is over, in milliseconds.
_QUIET = 1500

# A frame that takes long says which scripts ran in it; a long task says only how long it took.
_OBSERVE = """
window.seen = {};
for (const type of ["paint", "largest-contentful-paint", "longtask", "long-animation-frame", "layout-shift"]) {
  window.seen[type] = [];
  new PerformanceObserver((list) => window.seen[type].push(...list.getEntries())).observe({ type, buffered: true });
}
"""
_SEEN = """
() => ({
  firstPaint: window.seen.paint.find((entry) => entry.name === "first-contentful-paint").startTime,
  largestPaint: window.seen["largest-contentful-paint"].at(-1).startTime,
  moved: window.seen["layout-shift"].reduce((sum, entry) => sum + entry.value, 0),
  tasks: window.seen.longtask.map((task) => [task.startTime, task.duration]),
  scripts: window.seen["long-animation-frame"].flatMap((frame) => frame.scripts).map((script) =>
    `${script.invoker || script.sourceURL} ${Math.round(script.duration)} ms`),
  icons: [...document.querySelectorAll('link[rel~="icon"]')].map((link) => link.href),
})
"""
_TRIES = 4
# What a task may take before it counts as long (Long Tasks API), in milliseconds.
LONG_TASK = 50


@dataclass(frozen=True)
class PageLoad:
    """What the first load of a page took; times in milliseconds.

    Attributes:
        weight: Bytes sent, in brotli, without headers.
        files: The path of each file that was asked for, with its bytes.
        first_paint: First contentful paint.
        largest_paint: Largest contentful paint.
        blocked: Total blocking time: what long tasks after the first paint took beyond 50 ms.
        moved: Layout shift.
        long_tasks: The length of each task above 50 ms, from the very start.
        scripts: The scripts that ran in long frames, with their time.
    """

    weight: int
    files: list[tuple[str, int]]
    first_paint: float
    largest_paint: float
    blocked: float
    moved: float
    long_tasks: list[float]
    scripts: list[str]


@dataclass(frozen=True)
class SearchUse:
    """What a search took: the bytes that were loaded for it, in brotli, and the milliseconds to the first result."""

    weight: int
    first: float


class SlowPhone:
    """A browser that loads pages as a slow phone does. It hangs now and then while it slows its own processor down,
    whatever the page; then another takes its place."""

    def __init__(self, playwright: Playwright) -> None:
        """Take the driver of the browser."""
        self._playwright = playwright
        self._browser = start_browser(playwright)

    def __enter__(self) -> SlowPhone:
        return self

    def __exit__(self, *_: object) -> None:
        self._browser.close()

    def load(self, server: BrotliServer, address: str, *, slow_network: bool = True) -> PageLoad:
        """Load a page in a fresh context, until nothing happens any more.

        Args:
            server: The server of the site.
            address: The page's address, relative to the site's root.
            slow_network: Whether the network is as slow as the phone.

        Raises:
            TimeoutError: The page could not be loaded in any of several browsers.
        """
        for _ in range(_TRIES - 1):
            try:
                return _load(self._browser, server, address, slow_network=slow_network)
            except TimeoutError:
                self._browser.close()
                self._browser = start_browser(self._playwright)
        return _load(self._browser, server, address, slow_network=slow_network)

    def search(
        self, server: BrotliServer, address: str, query: str, ready: str, result: str, files: str, name: str
    ) -> SearchUse:
        """Turn to the search of a page, and type once it is there.

        Args:
            server: The server of the site.
            address: The page's address, relative to the site's root.
            query: What is typed.
            ready: Finds what is there once the search can be used.
            result: Finds a result.
            files: What the paths of the files have that are loaded for it, on the page's first load too.
            name: The search, for what is said of it.

        Raises:
            TimeoutError: The search could not be used in any of several browsers.
        """
        for _ in range(_TRIES - 1):
            try:
                return _search(self._browser, server, address, query, ready, result, files)
            except TimeoutError:
                self._browser.close()
                self._browser = start_browser(self._playwright)
        return _search(self._browser, server, address, query, ready, result, files)


# Both searches listen to one of these; the time ends with the frame in which a result is there.
_TYPE = """
([query, result]) => new Promise((resolve) => {
  const field = document.querySelector(".md-search__input");
  const begin = performance.now();
  const look = () => {
    if (document.querySelector(result)) {
      resolve(performance.now() - begin);
    } else {
      requestAnimationFrame(look);
    }
  };
  field.value = query;
  for (const kind of ["input", "keyup"]) {
    field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  look();
})
"""


def _search(
    browser: Browser, server: BrotliServer, address: str, query: str, ready: str, result: str, files: str
) -> SearchUse:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    server.sent.clear()
    page.goto(server.url + address, wait_until="networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", _SLOWER_PROCESSOR)
    page.locator(".md-search__input").click()
    page.locator(ready).first.wait_for(state="attached")
    asked = -1
    while asked < len(server.sent):
        asked = len(server.sent)
        page.wait_for_timeout(_QUIET)
    weight = sum(size for path, size in server.sent if re.search(files, path))
    first = page.evaluate(_TYPE, [query, result])
    context.close()
    return SearchUse(weight, first)


def _load(browser: Browser, server: BrotliServer, address: str, *, slow_network: bool) -> PageLoad:
    context = browser.new_context(**_PHONE)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", _SLOWER_PROCESSOR)
    if slow_network:
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", _SLOW_4G)
    page.add_init_script(_OBSERVE)
    server.sent.clear()
    page.goto(server.url + address, wait_until="networkidle")
    # What a worker asks for does not keep the page's own network from being idle.
    asked = -1
    while asked < len(server.sent):
        asked = len(server.sent)
        page.wait_for_timeout(_QUIET)
    # Other than to evaluate, to wait has an end when the page hangs.
    seen = page.wait_for_function(_SEEN).json_value()
    files = list(server.sent)
    context.close()
    # A headless browser does not ask for the icon; a reader's does.
    icons = {urlsplit(icon).path for icon in seen["icons"] if icon.startswith(server.url)}
    files += [(icon, len(server.body(server.file(icon)))) for icon in icons - {path for path, _ in files}]
    painted = seen["firstPaint"]
    after_paint = [start + duration - max(start, painted) for start, duration in seen["tasks"]]
    return PageLoad(
        weight=sum(size for _, size in files),
        files=files,
        first_paint=painted,
        largest_paint=seen["largestPaint"],
        blocked=sum(max(0, duration - LONG_TASK) for duration in after_paint),
        moved=seen["moved"],
        long_tasks=[duration for _, duration in seen["tasks"]],
        scripts=[script.replace(server.url, "/") for script in seen["scripts"]],
    )
