"""What the site promises, in Firefox and in WebKit: forms, languages, search, paper, a USB stick, no script."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from filled_form import said
from firefox_browser import FirefoxBrowser
from form_elsewhere import FormElsewhere
from houvast.output.offline_archive import files_for_a_stick, write_zip
from other_browser import OtherBrowser
from page_kinds import KINDS
from printed_sheets import PrintedSheets
from site_server import SiteServer
from webkit_browser import unseen_screen
from webkit_profile import WebKitProfile

# A page for each kind of field; home pages offer the locked file alone.
FORMS = {
    "a list": "werk/lijsten/zes-vragen/",
    "a table": "werk/bladen/stappen-vastleggen/",
    "sentences": "en/work/sheets/conversation-sentences/",
    "a choice": "en/work/sheets/stress-and-calm/",
    "dates": "werk/bladen/contactschema/",
    "drawings": "en/work/sheets/network-circle/",
    "a part that the professional keeps": "en/work/sheets/three-houses/",
    "a module": "leren/rol/",
}
# The fields that no readable file holds, and the last text that a reader can get at without unfolding anything.
KEPT = """() => [...document.querySelectorAll('.part[data-paper="professional"] [name]')].map((field) => field.name)"""
LAST_SHOWN = "(names) => names.findLast((name) => document.getElementsByName(name)[0]?.checkVisibility())"
DONE = r"() => Number(document.querySelector('[data-progress]')?.textContent.match(/\d+/)?.[0] ?? 0)"


def check_form(browser: OtherBrowser, address: str) -> None:
    """Fill in a form, clears it, puts it back, keeps it in each way and open it again."""
    browser.goto(address)
    form = FormElsewhere(browser)
    empty, none_done = form.state(), browser.run(DONE)
    words = form.fill()
    kept_apart = set(browser.run(KEPT))
    if words:
        # The last text is typed as a reader does, so that the browser knows it for typed.
        name = browser.run(LAST_SHOWN, list(words))
        browser.type("Zó, é ✓", f'[name="{name}"]')
        assert "Zó, é ✓" in form.state()[name]
    filled, done = form.state(), browser.run(DONE)
    assert filled != empty
    form.press("clear")
    assert form.state() == empty
    assert browser.run(DONE) == none_done
    form.press("undo")
    assert form.state() == filled
    assert browser.run(DONE) == done
    # What the professional keeps is gone from the form once a readable file was opened.
    for locked in [True, False] if form.offers_readable_file else [True]:
        kept = form.save(locked)
        text = kept.read_text("utf-8")
        readable = [] if locked else [word for name, word in words.items() if name not in kept_apart]
        assert [word for word in words.values() if word in text] == readable
        browser.reload()
        form.turn_to()
        assert form.state() == empty
        assert browser.run(DONE) == none_done
        form.open(kept, locked)
        language = browser.run("() => document.documentElement.lang")
        browser.wait_for_text("[data-file-message]", said(language, "opened"))
        left_out = set() if locked else kept_apart
        there = {name: value for name, value in filled.items() if name not in left_out}
        assert form.state() == there | {name: value for name, value in empty.items() if name in left_out}
        assert browser.run(DONE) == done


@pytest.mark.parametrize("kind", FORMS)
def test_a_form_is_filled_cleared_kept_and_opened(other: OtherBrowser, near_server: SiteServer, kind: str) -> None:
    check_form(other, near_server.url + FORMS[kind])


def check_language(browser: OtherBrowser, address: str) -> None:
    """Change the language of a page with an answer on it, and back."""
    browser.goto(address)
    browser.type("blijft staan", ".part textarea")
    heading = browser.texts("article h1")
    for language in ("en", "nl"):
        browser.click(".language-switch a")
        browser.wait("(language) => document.documentElement.lang === language", language)
        assert browser.run("() => document.querySelector('.part textarea').value") == "blijft staan"
        assert (browser.texts("article h1") == heading) == (language == "nl")
    assert browser.address == address
    assert browser.run("() => [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_answers_stay_when_the_language_changes(other: OtherBrowser, near_server: SiteServer) -> None:
    check_language(other, near_server.url + "werk/bladen/veiligheidsplan/")


def check_search(browser: OtherBrowser, address: str, word: str, found: str) -> None:
    """Search for a word and follow what is found."""
    browser.goto(address)
    browser.click(".md-search__input")
    browser.type(word)
    link = f".search-results__list a[href$='{found}']"
    browser.wait("(link) => document.querySelector(link)?.checkVisibility()", link)
    browser.click(link)
    browser.wait("(found) => location.href.endsWith(found)", found)


def test_the_search_finds(other: OtherBrowser, near_server: SiteServer) -> None:
    check_search(other, near_server.url, "codewoord", "werk/netwerk/#code-word")


def turn_to_all(browser: OtherBrowser, kind: str) -> None:
    """Touches what is loaded when a reader turns to it: the form, and the search, which is the same on every page."""
    if browser.run("() => document.querySelector('body[data-form-script] [data-form]') !== null"):
        FormElsewhere(browser)
    if kind in {"home page", "list"}:
        browser.type("plan", ".md-search__input")
        browser.wait("() => document.querySelector('.search-results__list a') !== null")
        browser.press("Escape")


def test_no_page_says_anything_to_the_console_of_firefox(firefox: FirefoxBrowser, near_server: SiteServer) -> None:
    for kind, address in KINDS.items():
        firefox.goto(near_server.url + address)
        turn_to_all(firefox, kind)
        assert firefox.problems() == [], kind


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitProfile]:
    """WebKit as a reader has it: in its mode for automation it says nothing."""
    with unseen_screen() as screen:
        browser = WebKitProfile(tmp_path_factory.mktemp("console") / "folder", screen)
        yield browser
        browser.kill()


@pytest.mark.browser
def test_no_page_says_anything_to_the_console_of_webkit(reader: WebKitProfile, near_server: SiteServer) -> None:
    for kind, address in KINDS.items():
        reader.goto(near_server.url + address)
        turn_to_all(reader, kind)
        assert reader.problems() == [], kind


FAULTS = {
    "index.html": """<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<body style="color: red"><script src="faults.js"></script>""",
    "faults.js": "console.error('written'); setTimeout(() => { document.title = 'done'; nonsense(); });",
}


def test_what_a_page_says_to_the_console_is_heard(
    firefox: FirefoxBrowser, reader: WebKitProfile, tmp_path: Path
) -> None:
    # So the tests above are known to hear.
    for name, text in FAULTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    with SiteServer(tmp_path) as server:
        for browser in (firefox, reader):
            browser.goto(server.url)
            browser.wait("() => document.title === 'done'")
            heard = "\n".join(browser.problems())
            assert "written" in heard
            assert "nonsense" in heard
            assert "style" in heard


def test_firefox_prints_what_is_filled_in(firefox: FirefoxBrowser, near_server: SiteServer, tmp_path: Path) -> None:
    # WebKit's driver has no command to print.
    firefox.goto(near_server.url + FORMS["dates"])
    words = FormElsewhere(firefox).fill()
    (tmp_path / "print.pdf").write_bytes(firefox.print_page())
    printed = "".join(PrintedSheets(tmp_path / "print.pdf").text.split())
    assert [word for word in words.values() if word not in printed] == []
    assert "".join(firefox.texts("article h1")[0].split()) in printed
    assert firefox.texts("[data-leave]")[0].replace(" ", "") not in printed


@pytest.fixture(params=["Firefox", "WebKit"])
def without_script(
    request: pytest.FixtureRequest, tmp_path: Path, screen: str
) -> Iterator[FirefoxBrowser | WebKitProfile]:
    """A browser that runs no scripts of pages."""
    if request.param == "Firefox":
        firefox: FirefoxBrowser = request.getfixturevalue("firefox")
        firefox.set_scripts(False)
        yield firefox
        firefox.set_scripts(True)
    else:
        webkit = WebKitProfile(tmp_path / "folder", screen, enable_javascript=False)
        yield webkit
        webkit.kill()


def test_everything_is_read_and_left_without_script(
    without_script: FirefoxBrowser | WebKitProfile, near_server: SiteServer, elsewhere: SiteServer
) -> None:
    browser = without_script
    browser.goto(near_server.url)
    browser.click(".doors a[href='werk/']")
    browser.wait_for_address(near_server.url + "werk/")
    browser.goto(near_server.url + FORMS["a list"])
    assert browser.run("() => document.documentElement.className") == "no-js"
    assert "JavaScript" in browser.texts("article noscript p")[0]
    assert browser.run(
        "() => [...document.querySelectorAll('[data-form] button')].every((one) => !one.checkVisibility())"
    )
    assert browser.run("() => document.querySelector('[data-item]').checkVisibility()")
    browser.click("[data-leave]")
    browser.wait_for_address(elsewhere.url)


@pytest.fixture(scope="module")
def stick(near_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a reader gets who unpacks the zip, in a place with a name that is no plain word."""
    place = tmp_path_factory.mktemp("stick") / "somebody's stick é #1"
    place.mkdir()
    write_zip(files_for_a_stick(near_site), place / "site.zip")
    with zipfile.ZipFile(place / "site.zip") as archive:
        archive.extractall(place)
    return place / "site"


@pytest.mark.parametrize("kind", ["a list", "drawings"])
def test_a_form_works_from_a_file_address(other: OtherBrowser, stick: Path, kind: str) -> None:
    check_form(other, (stick / FORMS[kind] / "index.html").as_uri())


def test_languages_and_search_work_from_a_file_address(other: OtherBrowser, stick: Path) -> None:
    check_language(other, (stick / FORMS["dates"] / "index.html").as_uri())
    check_search(other, (stick / "index.html").as_uri(), "codewoord", "werk/netwerk/index.html#code-word")


def test_leaving_works_from_a_file_address(other: OtherBrowser, stick: Path, elsewhere: SiteServer) -> None:
    other.goto((stick / "thuis/pauze/index.html").as_uri())
    other.click("[data-leave]")
    other.wait_for_address(elsewhere.url)
