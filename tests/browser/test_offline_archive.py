"""The zip of the site: unpacked on a USB stick, all of it works by a double click, with no server and no network."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from built_site import BuiltSite
from filled_form import PASSPHRASE, FilledForm, said
from houvast.checks.revealing_words import revealing_words_in
from houvast.output.offline_archive import files_for_a_stick, named_file, with_named_files, write_zip
from lxml import html
from playwright.sync_api import Browser, Page, expect
from site_languages import NEUTRAL_WORDS
from test_leaving import NEUTRAL_TITLE


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("", "index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../werk/", "../werk/index.html"),
        ("assets/icon.svg", "assets/icon.svg"),
    ],
)
def test_a_path_to_a_page_names_its_file(path: str, named: str) -> None:
    assert named_file(path) == named


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a class="a > b" hidden href="a/#b/">', '<a class="a > b" hidden href="a/index.html#b/">'),
        ('<a href="#b/">', '<a href="#b/">'),
        ('<a href="https://1712.be/">', '<a href="https://1712.be/">'),
        ('<a href="tel:112">', '<a href="tel:112">'),
        ('<link href="a/">', '<link href="a/">'),
        ('<code>&lt;a href="a/"&gt;</code>', '<code>&lt;a href="a/"&gt;</code>'),
    ],
)
def test_only_links_to_pages_of_the_site_change(link: str, named: str) -> None:
    assert with_named_files(link) == named


def test_the_same_files_always_give_the_same_zip(tmp_path: Path) -> None:
    for folder, files in (("one", {"b": b"2", "a/c": b"1"}), ("two", {"a/c": b"1", "b": b"2"})):
        (tmp_path / folder).mkdir()
        write_zip(files, tmp_path / folder / "site.zip")
    assert (tmp_path / "one/site.zip").read_bytes() == (tmp_path / "two/site.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one/site.zip") as archive:
        assert archive.namelist() == ["site/a/c", "site/b"]


@pytest.fixture(scope="module")
def stick(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader gets who unpacks the zip, in a place with a name that is no plain word."""
    place = tmp_path_factory.mktemp("stick") / "somebody's stick é #1"
    place.mkdir()
    write_zip(files_for_a_stick(site.folder), place / "site.zip")
    with zipfile.ZipFile(place / "site.zip") as archive:
        archive.extractall(place)
    return place / "site"


def test_what_is_on_the_stick_is_neutral_and_for_readers(stick: Path) -> None:
    paths = [path.relative_to(stick.parent).as_posix() for path in stick.rglob("*")]
    assert [path for path in paths if revealing_words_in(path, NEUTRAL_WORDS)] == []
    assert [path for path in paths if re.search(r"404|_headers|sitemap|servers|\.map$", path)] == []
    assert sorted(path.name for path in stick.iterdir() if path.is_file()) == ["index.html"]


def test_every_link_on_the_stick_names_a_file(stick: Path) -> None:
    broken = []
    for file in stick.rglob("*.html"):
        tree = html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()
        pages = [("", tree), *((template.get("data-page-address"), template) for template in tree.iter("template"))]
        for _, template in pages[1:]:
            template.drop_tree()
        for address, page in pages:
            folder = posixpath.join(file.parent.as_posix(), address or "")
            for link in page.xpath(".//a/@href | .//link/@href | .//script/@src | .//img/@src"):
                path = urldefrag(link)[0]
                if path and not re.match(r"[a-z]+:", path) and not Path(posixpath.join(folder, path)).is_file():
                    broken.append(f"{file.relative_to(stick)}: {link}")
    assert broken == []


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    """A page in a browser without a network; fails if it asked any host for anything, or met an error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL", offline=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert wrong == []


def test_links_and_the_switch_of_language_lead_on(offline: Page, stick: Path) -> None:
    offline.goto((stick / "index.html").as_uri())
    offline.locator("article a[href*='voor-je-belt']").first.click()
    expect(offline.locator("form[data-form]")).to_be_visible()
    assert offline.url == (stick / "werk/lijsten/voor-je-belt/index.html").as_uri()
    offline.locator(".language-switch a").first.click()
    expect(offline.locator("html")).to_have_attribute("lang", "en")
    assert offline.url == (stick / "en/work/lists/before-a-call/index.html").as_uri()
    offline.locator(".md-logo").first.click()
    expect(offline.locator("article h1")).to_be_visible()
    assert offline.url == (stick / "en/index.html").as_uri()


@pytest.mark.parametrize(
    ("home", "word", "found"),
    [
        ("index.html", "codewoord", "werk/netwerk/index.html#code-word"),
        ("en/home/index.html", "buddies", "en/work/network/index.html#buddies"),
    ],
)
def test_the_search_finds_in_each_language(offline: Page, stick: Path, home: str, word: str, found: str) -> None:
    offline.goto((stick / home).as_uri())
    offline.locator(".md-search__input").press_sequentially(word)
    path, _, anchor = found.partition("#")
    result = offline.locator(f'.search-results__list a[href="{(stick / path).as_uri()}#{anchor}"]')
    expect(result).to_be_visible()
    english = (stick / "en").as_uri()
    links = offline.locator(".search-results__list a").evaluate_all("links => links.map((link) => link.href)")
    assert {link.startswith(english) for link in links} == {home.startswith("en/")}
    result.click()
    expect(offline.locator(f"#{anchor}")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("address", "action", "passphrase"),
    [("werk/bladen/spanning-en-rust", "save", None), ("en/home/sheets/time-out-sheet", "save-locked", PASSPHRASE)],
)
def test_a_form_is_filled_in_saved_and_opened(
    offline: Page, stick: Path, tmp_path: Path, address: str, action: str, passphrase: str | None
) -> None:
    offline.goto((stick / address / "index.html").as_uri())
    form = FilledForm(offline, tmp_path)
    form.fill()
    filled = form.state()
    kept = form.save(action)
    offline.on("dialog", lambda dialog: dialog.accept())
    offline.reload()
    assert form.state() != filled
    form.open(kept, passphrase)
    expect(form.message).to_have_text(said("en" if address.startswith("en/") else "nl", "opened"))
    assert form.state() == filled


def test_words_for_a_passphrase_are_proposed(offline: Page, stick: Path, tmp_path: Path) -> None:
    offline.goto((stick / "thuis/bladen/pauze/index.html").as_uri())
    FilledForm(offline, tmp_path).show_files()
    offline.locator('[data-action="propose"]').click()
    expect(offline.locator("[data-passphrase]")).to_have_value(re.compile(r"^[a-z]+( [a-z]+){4}$"))


def test_the_answers_stay_when_the_language_changes(offline: Page, stick: Path, tmp_path: Path) -> None:
    offline.goto((stick / "werk/bladen/veiligheidsplan/index.html").as_uri())
    form = FilledForm(offline, tmp_path)
    offline.locator(".md-search__input").press_sequentially("codewoord")
    expect(offline.locator(".search-results__list a").first).to_be_visible()
    offline.locator(".md-search__input").press("Escape")
    offline.locator(".part textarea").first.fill("van de stick")
    filled = form.state()
    offline.locator(".language-switch a").first.click()
    expect(offline.locator("article h1")).to_have_text("Our plan for home")
    assert form.state() == filled
    # The search too, which was there before.
    offline.locator(".md-search__input").press_sequentially("buddies")
    expect(offline.locator(f'.search-results__list a[href^="{(stick / "en").as_uri()}"]').first).to_be_visible()
    offline.locator(".md-search__input").press("Escape")
    offline.on("dialog", lambda dialog: dialog.accept())
    offline.locator(".md-tabs a").last.click()
    expect(offline.locator("article h1")).to_have_text("About this site")


def test_pages_for_home_stay_out_of_the_history(offline: Page, stick: Path) -> None:
    offline.goto((stick / "index.html").as_uri())
    entries = offline.evaluate("history.length")
    offline.locator(".md-tabs a[href='thuis/index.html']").click()
    offline.wait_for_url("**/thuis/index.html")
    assert offline.evaluate("history.length") == entries


def test_leaving_covers_the_page(offline: Page, stick: Path) -> None:
    offline.goto((stick / "thuis/pauze/index.html").as_uri())
    offline.locator("[data-leave]").click()
    expect(offline.locator("article")).to_be_hidden()
    expect(offline).to_have_title(NEUTRAL_TITLE)
