"""The site is published anew while a page of it is open: the page says so, and what was filled in stays."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filled_form import FilledForm, said, turn_to_form
from forked_build import forked_build
from houvast.data.ui_strings import load_words
from playwright.sync_api import Locator, Page, Route, expect
from project_root import ROOT
from site_server import SiteServer
from small_project import SmallProject

SHEET = "blad/"
LIST = "lijst/"


def words(language: str, group: str, key: str) -> str:
    return str(load_words(ROOT / f"data/{language}/words.yml")[group][key])


@dataclass(frozen=True)
class Builds:
    """Two builds of one site.

    Attributes:
        before: The first.
        after: The second: scripts of forms, search and all pages are others.
    """

    before: Path
    after: Path


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    folder = tmp_path_factory.mktemp("builds")
    project = SmallProject.create(ROOT, folder / "project", forked_build)
    for name in ("before", "after"):
        result = project.build()
        assert result.returncode == 0, result.stderr
        shutil.copytree(project.site, folder / name)
        # A module that all scripts have.
        module = "overrides/scripts/exit/leaving-signal.js"
        project.write(module, (project.folder / module).read_text("utf-8") + "void 0;\n")
    return Builds(folder / "before", folder / "after")


@dataclass(frozen=True)
class Published:
    """A site at an address, which can be published anew there.

    Attributes:
        url: The address.
        place: What the server serves.
        builds: Both builds.
    """

    url: str
    place: Path
    builds: Builds

    def publish_anew(self) -> None:
        self.place.unlink()
        self.place.symlink_to(self.builds.after)


@pytest.fixture
def published(builds: Builds, tmp_path: Path) -> Iterator[Published]:
    """The first build at an address."""
    place = tmp_path / "published"
    place.symlink_to(builds.before)
    with SiteServer(place) as running:
        yield Published(running.url, place, builds)


def first_answer(page: Page) -> Locator:
    return page.locator(".part textarea, [data-item] textarea").first


def expect_said(page: Page, text: str) -> None:
    """At the top, where it is in view wherever the reader is, and where the form says what it did."""
    expect(page.locator("[data-page-message]")).to_have_text(text)
    expect(page.locator("[data-page-message]")).to_be_in_viewport()
    for message in page.locator("[data-form] [data-message]").all():
        expect(message).to_have_text(text)


@pytest.mark.parametrize(("language", "address"), [("nl", SHEET), ("en", "en/sheet/")])
def test_the_language_does_not_change_to_a_page_of_another_build(
    page: Page, published: Published, tmp_path: Path, language: str, address: str
) -> None:
    page.goto(published.url + address)
    sheet = FilledForm(page, tmp_path)
    sheet.fill()
    filled = sheet.state()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    published.publish_anew()
    page.locator(".language-switch a").first.click()
    expect_said(page, said(language, "renewed"))
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert sheet.state() == filled
    # What it says to do can be done: the answers are kept, and the page that comes then can open them.
    kept = sheet.save()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    FilledForm(page, tmp_path).open(kept)
    expect(sheet.message).to_have_text(said(language, "opened"))
    assert sheet.state() == filled
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", {"nl": "en", "en": "nl"}[language])
    assert sheet.state() == filled
    expect(page.locator("[data-page-message]")).to_be_empty()


def test_no_second_language_of_another_build_comes_on_paper(page: Page, published: Published, tmp_path: Path) -> None:
    page.goto(published.url + SHEET)
    sheet = FilledForm(page, tmp_path)
    first_answer(page).fill("blijft staan")
    sheet.show_files()
    page.evaluate("() => { window.print = () => document.body.setAttribute('data-printed', ''); }")
    published.publish_anew()
    page.locator("[data-paper-languages]").select_option("en below")
    expect(page.locator("[data-message]")).to_have_text(said("nl", "renewed"))
    page.locator('[data-action="print-filled"]').click()
    expect(page.locator("[data-message]")).to_have_text(said("nl", "renewed"))
    expect(page.locator("[data-printed]")).to_have_count(0)
    # In one language it can be printed.
    page.locator("[data-paper-languages]").select_option("")
    page.locator('[data-action="print-filled"]').click()
    expect(page.locator("[data-printed]")).to_have_count(1)
    expect(first_answer(page)).to_have_value("blijft staan")


@pytest.mark.parametrize(("language", "address"), [("nl", SHEET), ("nl", LIST), ("en", "en/sheet/")])
def test_a_form_whose_script_is_gone_says_so_and_keeps_what_is_typed(
    page: Page, published: Published, language: str, address: str
) -> None:
    page.goto(published.url + address)
    published.publish_anew()
    answer = first_answer(page)
    answer.fill("blijft staan")
    expect_said(page, words(language, "form", "renewed"))
    expect(answer).to_have_value("blijft staan")
    page.reload()
    turn_to_form(page)
    expect(page.locator("[data-page-message]")).to_be_empty()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("language", "address"), [("nl", ""), ("en", "en/asking/")])
def test_a_search_whose_script_is_gone_says_so(
    page: Page, published: Published, language: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(published.url + address)
    published.publish_anew()
    open_search(page, width)
    expect_said(page, words(language, "trouble", "renewed"))
    page.reload()
    open_search(page, width)
    page.keyboard.type("112")
    expect(page.locator(".search-results__list a").first).to_be_visible()
    expect(page.locator("[data-page-message]")).to_be_empty()


def open_search(page: Page, width: int) -> None:
    if width < 1000:
        page.locator("[data-toggles=__search]").click()
    else:
        page.locator(".md-search__input").click()


def test_a_search_of_which_a_part_is_gone_says_so(page: Page, published: Published) -> None:
    page.route("**/search-nl.*.js", lambda route: route.abort())
    page.goto(published.url)
    page.locator(".md-search__input").click()
    expect_said(page, words("nl", "trouble", "not_loaded"))


def test_a_page_that_is_gone_with_the_new_build_says_so(page: Page, published: Published) -> None:
    page.goto(published.url + LIST)
    page.route("**/forms.*.js", lambda route: route.fulfill(status=404))
    page.route(f"**/{LIST}", lambda route: route.fulfill(status=404, body="Not found"))
    first_answer(page).fill("blijft staan")
    expect_said(page, words("nl", "form", "renewed"))


@pytest.mark.parametrize(
    "answer",
    [
        lambda route: route.abort(),
        lambda route: route.fulfill(status=503, body="Busy"),
        lambda route: route.continue_(),
    ],
    ids=["without a connection", "with a server in trouble", "where the page is the same"],
)
def test_what_only_does_not_come_is_not_taken_for_a_new_build(
    page: Page, published: Published, answer: Callable[[Route], None]
) -> None:
    page.goto(published.url + LIST)
    page.route("**/forms.*.js", lambda route: route.abort())
    page.route(f"**/{LIST}", answer)
    first_answer(page).fill("blijft staan")
    expect_said(page, words("nl", "form", "not_loaded"))
    page.unroute("**/forms.*.js")
    page.locator('[data-action="clear"]').click()
    expect(page.locator("[data-message]")).to_have_text(said("nl", "cleared"))
    expect(page.locator("[data-page-message]")).to_be_empty()


def test_a_page_with_buttons_and_no_form_says_it_too(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "leren/druk/rol/")
    page.route("**/training.*.js", lambda route: route.abort())
    page.locator("[data-group-tools] button").first.hover()
    expect_said(page, words("nl", "form", "not_loaded"))


def test_a_page_asks_which_build_there_is_only_when_something_failed(page: Page, published: Published) -> None:
    page.goto(published.url + SHEET, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    turn_to_form(page)
    first_answer(page).fill("blijft staan")
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert published.url + SHEET not in asked
    assert published.url + "en/sheet/" in asked


def test_nothing_is_said_to_whoever_left_meanwhile(page: Page, published: Published) -> None:
    page.goto(published.url + LIST)
    waiting: list[Route] = []
    page.route("**/forms.*.js", lambda route: route.abort())
    page.route(f"**/{LIST}", lambda route: waiting.append(route))
    with page.expect_request(f"**/{LIST}"):
        first_answer(page).fill("weg ermee")
    # Without a connection the cover stays, so that the page can be asked how it is.
    page.context.set_offline(True)
    page.locator("[data-leave]").click()
    waiting[0].abort()
    page.evaluate("new Promise(requestAnimationFrame)")
    expect(page.locator("[data-page-message]")).to_be_empty()
    expect(page.locator("[data-message]")).to_be_empty()
