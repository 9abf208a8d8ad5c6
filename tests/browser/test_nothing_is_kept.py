"""What is typed stays in the page's memory; a visit asks one host only, and leaves nothing in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import BuiltSite
from filled_form import FilledForm
from lxml import html
from playwright.sync_api import Page, expect
from site_server import SiteServer

STORED = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: (await indexedDB.databases()).map(found => found.name),
  caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length, name: window.name,
})"""
NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": [], "workers": 0, "name": ""}


def test_a_visit_to_every_page_asks_one_host_and_stores_nothing(
    page: Page, server: SiteServer, site: BuiltSite
) -> None:
    asked, failed, said = [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for number, address in enumerate(site.in_one_language()):
        # What a page asks for later than the others of its kind would show on every twentieth page too.
        page.goto(server.url + address, wait_until="load" if number % 20 else "networkidle")
    assert {url for url in asked if not url.startswith((server.url, "data:"))} == set()
    assert failed == []
    assert said == []
    # One letter that says nothing may be in the tab's name: the mark of discreet browsing.
    assert page.evaluate(STORED) | {"name": ""} == NOTHING
    assert page.evaluate("window.name.length") <= 1
    assert page.context.cookies() == []


@pytest.mark.parametrize("address", ["werk/lijsten/voor-je-belt/", "en/home/list-calm-at-home/"])
def test_a_filled_list_is_nowhere_but_in_the_page(page: Page, server: SiteServer, address: str) -> None:
    page.goto(server.url + address)
    before = page.url
    for area in page.locator("[data-item] textarea").all():
        area.fill("geheim")
    for box in page.locator("[data-item] input").all():
        box.check()
    page.locator('[data-action="clear"]').click()
    page.locator('[data-action="undo"]').click()
    assert page.url == before
    assert page.evaluate(STORED) | {"name": ""} == NOTHING
    assert page.context.cookies() == []
    page.reload()
    for area in page.locator("[data-item] textarea").all():
        expect(area).to_have_value("")
    assert page.locator("[data-item] input:checked").count() == 0


def test_what_cannot_be_kept_is_gone_once_it_is_cleared(
    page: Page, server: SiteServer, site: BuiltSite, tmp_path: Path
) -> None:
    forms = site.pages_with('//form[@data-keep="none"]')
    assert {address.startswith("en/") for address in forms} == {True, False}
    for address in forms:
        page.goto(server.url + address)
        form = FilledForm(page, tmp_path)
        form.fill()
        before = form.state()
        page.locator('[data-action="clear"]').first.click()
        expect(page.locator('[data-action="undo"]')).to_be_hidden()
        assert form.state() != before
        assert not any(value for value in form.state().values() if isinstance(value, str) and "woord" in value)


def test_every_form_and_field_is_closed_to_the_browsers_memory(site: BuiltSite) -> None:
    for address in site.pages_with("//form[@data-form]"):
        (form,) = site.tree(address).xpath("//form[@data-form]")
        assert form.get("autocomplete") == "off"
        assert form.get("method") == "dialog"
        assert form.get("action") is None
        for field in form.xpath('.//select | .//input[@type="date"]'):
            assert field.get("autocomplete") == "off", field.get("name")
        # There it is no valid HTML, and nothing is remembered of them that was not chosen again.
        for box in form.xpath('.//input[@type="checkbox" or @type="radio" or @type="file"]'):
            assert box.get("autocomplete") is None
        kinds = {field.get("type") for field in form.xpath(".//input")}
        assert kinds <= {"text", "date", "checkbox", "radio", "file"}


# What a browser may remember, send to a service that checks or suggests words, or write from the wrong side.
CLOSED = {"autocomplete": "off", "spellcheck": "false", "writingsuggestions": "false", "dir": "auto"}
# Not for words.
OTHER_TYPES = ("checkbox", "radio", "file", "date", "number")


def open_fields(text: str) -> list[str]:
    """What fields of a page for words are open to the browser, those of its templates included, with the attribute."""
    fields = html.fromstring(text).xpath("//textarea | //input")
    return [
        f"{field.get('name')}: {name}"
        for field in fields
        if field.get("type") not in OTHER_TYPES
        for name, value in CLOSED.items()
        if field.get(name) != value
    ]


def test_no_field_for_words_is_open_to_the_browser(site: BuiltSite) -> None:
    pages = sorted(site.folder.rglob("*.html"))
    assert {
        str(path.relative_to(site.folder)): found for path in pages if (found := open_fields(path.read_text()))
    } == {}


@pytest.mark.parametrize("name", CLOSED)
def test_a_field_that_is_open_is_found_also_in_a_row(site: BuiltSite, name: str) -> None:
    text = (site.folder / "werk/bladen/stappen-vastleggen/index.html").read_text("utf-8")
    assert open_fields(text) == []
    attribute = f' {name}="{CLOSED[name]}"'
    form = text.index("<form", text.index("<article"))
    row = text.index("<textarea", text.index('class="row__cells"'))
    for place in (text.index("<textarea", form), row, text.index('<input type="text"', form)):
        at = text.index(attribute, place)
        (found,) = open_fields(text[:at] + text[at + len(attribute) :])
        assert found.endswith(f": {name}")


def test_each_list_says_that_leaving_empties_it(site: BuiltSite) -> None:
    for address in site.pages_with("//form[@data-form]"):
        note = site.tree(address).xpath('string(//form[@data-form]/p[@class="form__note"])')
        assert any(word in note for word in ("leeg", "cleared", "emptied")), note
