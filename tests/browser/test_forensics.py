"""Nothing that was typed is in the browser's profile on disk, however the reader goes."""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest
from browser_traces import check_trace, measures
from built_site import BuiltSite
from filled_form import PASSPHRASE, FilledForm
from playwright.sync_api import BrowserContext, Error, Page, Playwright, expect
from profile_on_disk import files_by_marker, files_holding, open_profile
from shown_page import wait_until_shown
from site_server import SiteServer
from test_leaving import ELSEWHERE, leave, press_shift

TYPED = "form[data-form] :is(textarea, input[type=text])"


def type_everywhere(page: Page, marker: str) -> None:
    """Put the marker into every field, the first and the last ones key by key as a reader does, and tick boxes."""
    page.locator("details.form__more").evaluate("details => { details.open = true; }")
    fields = page.locator(f"{TYPED}:visible")
    page.evaluate(
        """([selector, marker]) => document.querySelectorAll(selector).forEach((field) => {
          field.value = marker;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        })""",
        [TYPED, marker],
    )
    count = fields.count()
    for index in sorted({0, count - 1} & set(range(count))):
        fields.nth(index).fill("")
        fields.nth(index).press_sequentially(marker)


def by_control(page: Page) -> None:
    leave(page)
    page.wait_for_url(ELSEWHERE)


def by_shift(page: Page) -> None:
    page.locator(f"{TYPED}:visible").last.focus()
    press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)


def by_back(page: Page) -> None:
    page.go_back()


def by_link(page: Page) -> None:
    link = page.locator(".site-footer__doors a").last
    target = link.evaluate("link => link.href")
    link.evaluate("link => link.click()")
    wait_until_shown(page, target)


def by_closing(page: Page) -> None:
    """The browser is closed with the page as it is."""


WAYS: list[Callable[[Page], None]] = [by_control, by_shift, by_back, by_link, by_closing]


def visit(
    context: BrowserContext, address: str, marker: str, go: Callable[[Page], None], searches: bool = True
) -> None:
    """Open a page in a tab of its own, fills it in, perhaps searches, and go."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("about:blank")
    page.goto(address)
    type_everywhere(page, marker)
    if searches:
        page.locator(".md-search__input").press_sequentially(marker)
    go(page)
    # A page that is to be closed with the browser stays open until then.
    if go is not by_closing:
        page.close()


@contextmanager
def reader(playwright: Playwright, folder: Path) -> Iterator[BrowserContext]:
    """A browser with its profile in a folder; the site that the way out leads to is near."""
    with open_profile(playwright, folder) as context:
        context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weer</title>"))
        yield context


@measures("chromium", "typed")
@pytest.mark.parametrize("way", WAYS)
def test_no_field_leaves_anything_on_disk(
    playwright: Playwright, server: SiteServer, site: BuiltSite, tmp_path: Path, way: Callable[[Page], None]
) -> None:
    # Each form is opened in one of both languages, and each way of going is taken on some; a marker each tells which
    # one leaks.
    pages = [address for address in site.in_one_language() if site.tree(address).xpath("//form[@data-form]")]
    markers = {address: f"m{uuid.uuid4().hex[:8]}" for address in pages[WAYS.index(way) :: len(WAYS)]}
    with reader(playwright, tmp_path) as context:
        for number, (address, marker) in enumerate(markers.items()):
            # The search is the same on every page, and slow to begin.
            visit(context, server.url + address, marker, way, searches=number == 0)
    found = files_by_marker(tmp_path, markers.values())
    leaks = {address: found[marker] for address, marker in markers.items()}
    check_trace("chromium", "typed", list(leaks), [address for address, files in leaks.items() if files])


def kill(profile: Path) -> int:
    """End a browser as a crash or a pulled plug does, and give how many processes that were."""
    own = [
        process
        for process in psutil.process_iter(["cmdline"])
        if f"--user-data-dir={profile}" in (process.info["cmdline"] or [])
    ]
    for process in own:
        process.kill()
    return len(own)


def test_a_browser_that_was_killed_has_kept_nothing_of_what_was_typed(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    marker, address = f"m{uuid.uuid4().hex[:8]}", f"{server.url}thuis/lijst-rustig-thuis/"
    # What is gone cannot be closed any more, or is just being missed.
    with suppress(Error), reader(playwright, tmp_path) as context:
        visit(context, address, marker, by_closing)
        killed = kill(tmp_path)
    assert killed >= 1
    assert files_holding(tmp_path, marker) == []
    with open_profile(playwright, tmp_path) as context:
        page = context.pages[0]
        page.goto(address)
        assert [field.input_value() for field in page.locator(f"{TYPED}:visible").all() if field.input_value()] == []
    assert files_holding(tmp_path, marker) == []


def test_a_file_that_the_reader_keeps_is_the_only_thing_on_disk(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    marker, profile, downloads = f"m{uuid.uuid4().hex[:8]}", tmp_path / "profile", tmp_path / "downloads"
    downloads.mkdir()
    with reader(playwright, profile) as context:
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(server.url + "werk/bladen/spanning-en-rust/")
        plan = FilledForm(page, downloads)
        page.locator(".part textarea").first.press_sequentially(marker)
        kept = {action: plan.save(action) for action in ("save", "save-locked")}
        page.reload()
        plan.open(kept["save-locked"], PASSPHRASE)
        expect(page.locator(".part textarea").first).to_have_value(marker)
    assert marker.encode() in kept["save"].read_bytes()
    assert marker.encode() not in kept["save-locked"].read_bytes()
    assert files_holding(profile, marker) == []
    assert files_holding(profile, PASSPHRASE) == []


def test_one_field_that_is_opened_up_is_found(playwright: Playwright, site: BuiltSite, tmp_path: Path) -> None:
    # So the search is known to work. Without the script, so that nothing but autocomplete guards the field.
    opened = tmp_path / "site"
    shutil.copytree(site.folder, opened)
    page = opened / "werk/lijsten/zes-vragen/index.html"
    text = page.read_text("utf-8").replace(' method="dialog" autocomplete="off"', ' method="dialog"')
    text, fields = re.subn(r'(<textarea name="[^"]*/answer"[^>]*?) autocomplete="off"', r"\1", text, count=1)
    text, scripts = re.subn(r"<script [^>]*site[^>]*></script>", "", text)
    assert (fields, scripts) == (1, 1)
    page.write_text(text, "utf-8")
    marker = f"m{uuid.uuid4().hex[:8]}"
    with SiteServer(opened) as server, reader(playwright, tmp_path / "profile") as context:
        visit(context, f"{server.url}werk/lijsten/zes-vragen/", marker, by_back)
    assert any("Sessions" in file for file in files_holding(tmp_path / "profile", marker))


def test_packed_text_is_found(tmp_path: Path) -> None:
    # A table as LevelDB writes it, made by the browser itself: local storage that is packed when it is large.
    import cramjam

    block = b"\x00\x01\x05a" + b"merk0" + b"\x00\x00\x00\x00\x01\x00\x00\x00"
    packed = bytes(cramjam.snappy.compress_raw(block)) + b"\x01" + b"\x00" * 4
    index = b"\x00\x01" + bytes([2]) + b"b" + bytes([0, len(packed) - 5]) + b"\x00\x00\x00\x00\x01\x00\x00\x00"
    table = packed + index + b"\x00" + b"\x00" * 4
    handles = bytes([0, 0]) + bytes([len(packed), len(index)])
    (tmp_path / "000005.ldb").write_bytes(table + handles.ljust(40, b"\x00") + bytes.fromhex("57fb808b247547db"))
    assert files_holding(tmp_path, "merk0") == ["000005.ldb"]
    assert files_holding(tmp_path, "merk1") == []


def test_text_that_firefox_packed_is_found(tmp_path: Path) -> None:
    # As it writes its session; what comes again stands there as a place and a length.
    import cramjam

    text = b"merk0 " * 50
    packed = bytes(cramjam.lz4.compress_block(text, store_size=False))
    assert b"merk0 merk0" not in packed
    (tmp_path / "recovery.jsonlz4").write_bytes(b"mozLz40\0" + len(text).to_bytes(4, "little") + packed)
    assert files_holding(tmp_path, "merk0 merk0") == ["recovery.jsonlz4"]
    assert files_holding(tmp_path, "merk1") == []
