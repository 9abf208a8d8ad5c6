"""Makes the two screenshots that the README shows: `make screenshots`.

They show this machine's own letters: the site loads none.
"""

from __future__ import annotations

import base64
import sys
from dataclasses import dataclass
from pathlib import Path

from browser_start import start_browser
from playwright.sync_api import Browser, sync_playwright
from project_root import ROOT
from site_server import SiteServer

FOLDER = ROOT / "tests/readme"
MAX_BYTES = 120_000


@dataclass(frozen=True)
class Shot:
    """One screenshot.

    Attributes:
        name: The name of its file, without ending.
        address: The page's address, relative to the site's root.
        size: Width and height of the screen, in CSS pixels.
        scheme: Light or dark, as the device asks for.
    """

    name: str
    address: str
    size: tuple[int, int]
    scheme: str


SHOTS = (
    Shot("desktop-light", "en/", (1280, 860), "light"),
    Shot("phone-dark", "en/home/time-out/", (400, 860), "dark"),
)


def take(browser: Browser, url: str, shot: Shot) -> bytes:
    """The screenshot, as WebP."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=shot.scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    response = page.goto(url + shot.address)
    if not response or not response.ok:
        raise SystemExit(f"{shot.address}: there is no such page. Change its address in {Path(__file__).name}.")
    session = context.new_cdp_session(page)
    taken = session.send("Page.captureScreenshot", {"format": "webp", "quality": 85})
    context.close()
    return base64.b64decode(taken["data"])


def main(site: Path) -> int:
    """Write the screenshots of a built site; says what is too heavy for a README."""
    FOLDER.mkdir(exist_ok=True)
    heavy = []
    with SiteServer(site) as server, sync_playwright() as driver:
        browser = start_browser(driver)
        for shot in SHOTS:
            picture = take(browser, server.url, shot)
            (FOLDER / f"{shot.name}.webp").write_bytes(picture)
            if len(picture) > MAX_BYTES:
                heavy.append(f"{shot.name}: {len(picture)} bytes, at most {MAX_BYTES}")
        browser.close()
    print("\n".join(heavy), file=sys.stderr, end="\n" if heavy else "")
    return bool(heavy)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
