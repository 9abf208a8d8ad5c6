"""A reader leaves at once, from any page, by a control or by Shift, and Back does not show where they were."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from built_site import BuiltSite
from filled_form import turn_to_form
from playwright.sync_api import Browser, Dialog, Page, Playwright, Route, expect
from profile_on_disk import open_profile
from project_root import ROOT
from shown_page import wait_until_shown
from site_languages import FACTS, LANGUAGES
from site_server import SiteServer
from small_project import SmallProject

LEAVE = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))["extra"]["leave"]
ELSEWHERE, NEUTRAL_TITLE = LEAVE["to"], LEAVE["title"]
LIST = "werk/lijsten/zes-vragen/"
WORDS = {
    language: yaml.safe_load((ROOT / f"data/{language}/words.yml").read_text("utf-8"))["leave"]
    for language in LANGUAGES
}


def presses(language: str, number: int) -> str:
    """What the page says while so many presses are left."""
    return FACTS[language].counted(WORDS[language]["presses"], number)


@pytest.fixture
def page(page: Page) -> Page:
    """A page for which the neutral site is there, without asking another host."""
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weer</title><h1>Weer</h1>"))
    return page


def leave(page: Page) -> None:
    page.locator("[data-leave]").click()


def entries(page: Page) -> list[str]:
    """The addresses in the tab's history."""
    session = page.context.new_cdp_session(page)
    return [entry["url"] for entry in session.send("Page.getNavigationHistory")["entries"]]


def test_the_control_comes_before_anything_else_on_every_page(site: BuiltSite) -> None:
    for address in site.addresses:
        body = site.tree(address).find("body")
        first = body.xpath(".//a | .//button | .//textarea | .//select | .//*[@tabindex]")[0]
        assert first.get("data-leave") is not None, address
        assert body.xpath("normalize-space(string(.//text()[normalize-space()][1]))") == first.text_content().strip()
        assert first.get("href") == ELSEWHERE
        assert first.get("referrerpolicy") == "no-referrer"
        assert "noreferrer" in first.get("rel")


@pytest.mark.parametrize("way", ["control", "Shift"])
@pytest.mark.parametrize("language", WORDS)
def test_the_page_not_found_has_it_too(page: Page, server: SiteServer, language: str, way: str) -> None:
    address = f"{server.url}nothing/here/"
    page.goto("about:blank")
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator("[data-leave]").first).to_be_focused()
    if way == "control":
        page.get_by_role("link", name=WORDS[language]["leave"]).click()
    else:
        press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)
    assert entries(page) == ["about:blank", ELSEWHERE]


def test_the_first_tab_reaches_it(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/pauze/")
    page.keyboard.press("Tab")
    expect(page.locator("[data-leave]")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(ELSEWHERE)


ON_TOP = """() => {
  const box = document.querySelector("[data-leave]").getBoundingClientRect(), view = visualViewport;
  const shares = [[0.02, 0.1], [0.5, 0.5], [0.98, 0.9]];
  const points = shares.map(([x, y]) => [box.x + box.width * x, box.y + box.height * y]);
  return {
    width: box.width, height: box.height,
    reached: points.every(([x, y]) => document.elementFromPoint(x, y)?.closest("[data-leave]") !== null),
    inView: box.left >= view.offsetLeft && box.top >= view.offsetTop
      && box.right <= view.offsetLeft + view.width + 1 && box.bottom <= view.offsetTop + view.height + 1,
  };
}"""


def check_on_top(page: Page) -> None:
    found = page.evaluate(ON_TOP)
    assert found["width"] >= 44, found
    assert found["height"] >= 44, found
    assert found["reached"], found
    assert found["inView"], found


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", ["", LIST, "en/home/time-out/"])
def test_it_is_large_in_view_and_never_covered(page: Page, server: SiteServer, width: int, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url + address)
    check_on_top(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    check_on_top(page)
    page.evaluate("scrollTo(0, 0)")
    if width == 320:
        for toggle in ("__drawer", "__search"):
            page.locator(f"[data-toggles={toggle}]").click()
            check_on_top(page)
            page.keyboard.press("Escape")
    else:
        page.locator(".md-search__input").click()
        check_on_top(page)


def test_it_stays_in_view_where_only_a_part_of_the_page_is_seen(page: Page, server: SiteServer) -> None:
    # A keyboard on a phone, or two fingers, leave a part of the page in view: Chromium calls both the visual viewport.
    page.set_viewport_size({"width": 390, "height": 740})
    page.goto(server.url + LIST)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    session.send(
        "Input.synthesizeScrollGesture", {"x": 100, "y": 300, "xDistance": -120, "yDistance": -900, "speed": 4000}
    )
    page.wait_for_function("visualViewport.offsetTop > 0 || visualViewport.offsetLeft > 0")
    page.wait_for_function(f"({ON_TOP})().inView")
    check_on_top(page)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, with a finger as pointer."""
    context = browser.new_context(viewport={"width": 390, "height": 664}, has_touch=True, is_mobile=True)
    context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weer</title><h1>Weer</h1>"))
    yield context.new_page()
    context.close()


AT_FOOT = """() => {
  const box = document.querySelector("[data-leave]").getBoundingClientRect(), view = visualViewport;
  return view.offsetTop + view.height - box.bottom;
}"""


@pytest.mark.parametrize("address", ["", LIST, "en/home/time-out/"])
def test_on_a_phone_a_thumb_reaches_it(phone: Page, server: SiteServer, address: str) -> None:
    phone.goto(server.url + address)
    check_on_top(phone)
    assert -1 <= phone.evaluate(AT_FOOT) <= 4
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    check_on_top(phone)
    # The last words of the page are not below it.
    last = phone.locator(".site-footer__doors li").last
    box, bar = last.bounding_box(), phone.locator("[data-leave-bar]").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] + box["height"] <= bar["y"]
    phone.evaluate("scrollTo(0, 0)")
    for toggle in ("__drawer", "__search"):
        phone.locator(f"[data-toggles={toggle}]").tap()
        check_on_top(phone)
        phone.keyboard.press("Escape")
    phone.locator("[data-leave]").tap()
    phone.wait_for_url(ELSEWHERE)


def test_on_a_phone_that_lies_on_its_side_a_thumb_reaches_it(phone: Page, server: SiteServer) -> None:
    phone.set_viewport_size({"width": 844, "height": 390})
    phone.goto(server.url + LIST)
    check_on_top(phone)
    assert -1 <= phone.evaluate(AT_FOOT) <= 4


# Chromium without a screen shows no keyboard: what a page sees of one is a lower visual viewport.
KEYBOARD = """() => {
  const real = window.visualViewport;
  let covered = 0;
  const view = new Proxy(real, { get: (target, name) => name === "height" ? target.height - covered
    : typeof target[name] === "function" ? target[name].bind(target) : target[name] });
  Object.defineProperty(window, "visualViewport", { get: () => view });
  window.coverByKeyboard = (pixels) => { covered = pixels; real.dispatchEvent(new Event("resize")); };
}"""


def test_it_stays_above_the_keyboard_of_a_phone(phone: Page, server: SiteServer) -> None:
    phone.add_init_script(f"({KEYBOARD})()")
    phone.goto(server.url + LIST)
    area = phone.locator("[data-item] textarea").first
    area.focus()
    phone.evaluate("coverByKeyboard(300)")
    check_on_top(phone)
    assert -1 <= phone.evaluate(AT_FOOT) <= 4
    # With that keyboard open, Shift is for capitals.
    press_shift(phone, 4)
    assert phone.locator("html.left").count() == 0
    phone.evaluate("coverByKeyboard(0)")
    check_on_top(phone)
    press_shift(phone, 3)
    phone.wait_for_url(ELSEWHERE)


def test_it_is_not_printed(page: Page, server: SiteServer) -> None:
    page.goto(server.url + LIST)
    page.emulate_media(media="print")
    expect(page.locator("[data-leave]")).to_be_hidden()


@pytest.fixture
def held(page: Page) -> Iterator[list[Route]]:
    """A neutral site that takes its time: the requests that wait for an answer."""
    waiting: list[Route] = []
    page.context.unroute(ELSEWHERE)
    page.context.route(ELSEWHERE, lambda route: waiting.append(route))
    yield waiting
    for route in waiting:
        route.abort()


# Said by the page itself as soon as its own handlers are done: the driver cannot ask a page on its way elsewhere.
SAY_STATE = """addEventListener("click", event => event.target.closest("[data-leave]") && setTimeout(() => {
  console.log("state " + JSON.stringify({
    seen: [...document.body.children].filter(part => part.checkVisibility()).length,
    title: document.title, icon: document.querySelector("link[rel=icon]").href, name: window.name,
    texts: [...document.querySelectorAll("textarea, input[type=text]")].map(field => field.value).join(""),
    ticked: document.querySelectorAll("[data-item] input:checked").length,
    printed: [...document.querySelectorAll(".form-item__printed")].map(place => place.textContent).join(""),
    background: getComputedStyle(document.documentElement).backgroundColor,
  }));
}), true)"""


def test_the_page_is_covered_and_emptied_before_the_next_one_answers(
    page: Page, server: SiteServer, held: list[Route]
) -> None:
    page.add_init_script(SAY_STATE)
    page.goto(server.url + LIST)
    page.locator("[data-item] textarea").first.fill("geheim")
    page.locator("[data-item] input").nth(2).check()
    page.locator(".md-search__input").fill("geheim")
    with page.expect_console_message(lambda message: message.text.startswith("state ")) as said:
        page.locator("[data-leave]").dispatch_event("click")
    assert json.loads(said.value.text.removeprefix("state ")) == {
        "seen": 0,
        "title": NEUTRAL_TITLE,
        "icon": "data:,",
        "name": "",
        "texts": "",
        "ticked": 0,
        "printed": "",
        "background": "rgb(255, 255, 255)",
    }
    assert len(held) <= 1, "one request at the most, and no answer to it yet"


def test_leaving_replaces_the_page_in_the_history(page: Page, server: SiteServer) -> None:
    page.goto("about:blank")
    page.goto(server.url + LIST)
    leave(page)
    page.wait_for_url(ELSEWHERE)
    assert entries(page) == ["about:blank", ELSEWHERE]
    page.go_back()
    assert page.url == "about:blank"


def test_a_dead_network_shows_nothing_of_the_page(page: Page, server: SiteServer) -> None:
    page.context.unroute(ELSEWHERE)
    page.context.route(ELSEWHERE, lambda route: route.abort("connectionfailed"))
    page.goto(server.url + LIST)
    heading = page.locator("h1").inner_text()
    with page.expect_event("requestfailed"):
        page.locator("[data-leave]").click(no_wait_after=True)
    page.wait_for_function(f"!document.body?.checkVisibility() || !document.body.innerText.includes({heading!r})")
    assert server.url + LIST not in entries(page) or page.evaluate("document.documentElement.className").count("left")


def test_without_a_connection_the_cover_stays_until_there_is_one(page: Page, server: SiteServer) -> None:
    page.goto(server.url + LIST)
    page.context.set_offline(True)
    leave(page)
    expect(page.locator("html")).to_have_class(re.compile(r"\bleft\b"))
    expect(page.locator(".md-header")).to_be_hidden()
    assert page.url == server.url + LIST
    assert page.title() == NEUTRAL_TITLE
    page.context.set_offline(False)
    page.wait_for_url(ELSEWHERE)


def press_shift(page: Page, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


@pytest.mark.parametrize(("language", "address"), [("nl", LIST), ("en", "en/home/time-out/")])
def test_shift_three_times_leaves_and_says_how_many_are_left(
    page: Page, server: SiteServer, language: str, address: str
) -> None:
    page.goto(server.url + address)
    status = page.locator("[data-leave-status]")
    assert status.get_attribute("role") == "status"
    press_shift(page)
    expect(status).to_have_text(presses(language, 2))
    press_shift(page)
    expect(status).to_have_text(presses(language, 1))
    press_shift(page)
    page.wait_for_url(ELSEWHERE)


def test_shift_leaves_from_within_a_field(page: Page, server: SiteServer) -> None:
    page.goto(server.url + LIST)
    page.locator("[data-item] textarea").first.focus()
    press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)


INTERRUPTIONS: dict[str, Callable[[Page], None]] = {
    "another key": lambda page: page.keyboard.press("a"),
    "Shift for a capital": lambda page: page.keyboard.press("Shift+A"),
    "Shift with Control": lambda page: page.keyboard.press("Control+Shift"),
    "more than five seconds": lambda page: page.clock.run_for(5100),
    "a click": lambda page: page.mouse.click(600, 300),
    "the wheel": lambda page: page.mouse.wheel(0, 40),
    "a field that changes": lambda page: page.locator("[data-item] textarea").first.fill("x"),
}


@pytest.mark.parametrize("interruption", INTERRUPTIONS)
def test_the_count_starts_again_after(page: Page, server: SiteServer, interruption: str) -> None:
    page.clock.install()
    page.goto(server.url + LIST)
    # What comes for a form only now would end a count as well.
    turn_to_form(page)
    press_shift(page, 2)
    INTERRUPTIONS[interruption](page)
    expect(page.locator("[data-leave-status]")).to_have_text(WORDS["nl"]["stopped"])
    press_shift(page, 2)
    expect(page.locator("[data-leave-status]")).to_have_text(presses("nl", 1))
    assert page.url == server.url + LIST


def test_capitals_in_an_answer_do_not_leave(page: Page, server: SiteServer) -> None:
    page.goto(server.url + LIST)
    area = page.locator("[data-item] textarea").first
    area.focus()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    expect(area).to_have_value("ABCD")
    assert page.url == server.url + LIST


SHIFT_HELD: dict[str, Callable[[Page], None]] = {
    "clicking": lambda page: page.mouse.click(600, 300),
    "dragging": lambda page: (page.mouse.down(), page.mouse.move(700, 400), page.mouse.up())[0],
    "turning the wheel": lambda page: page.mouse.wheel(0, 40),
    "ticking": lambda page: page.locator("[data-item] input").first.click(),
}


@pytest.mark.parametrize("act", SHIFT_HELD)
def test_shift_held_while_doing_something_else_does_not_leave(page: Page, server: SiteServer, act: str) -> None:
    page.goto(server.url + LIST)
    page.mouse.move(600, 300)
    for _ in range(4):
        page.keyboard.down("Shift")
        SHIFT_HELD[act](page)
        page.keyboard.up("Shift")
    assert page.url == server.url + LIST
    assert page.locator("html.left").count() == 0
    press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)


def test_left_and_right_shift_that_overlap_leave_after_three(page: Page, server: SiteServer) -> None:
    page.goto(server.url + LIST)
    page.keyboard.down("ShiftLeft")
    page.keyboard.down("ShiftRight")
    page.keyboard.up("ShiftLeft")
    page.keyboard.down("ShiftLeft")
    page.keyboard.up("ShiftRight")
    assert page.locator("html.left").count() == 0
    page.keyboard.up("ShiftLeft")
    page.wait_for_url(ELSEWHERE)


# As keyboards on screens report it: without the name of a key, or while a word is being composed.
SHIFT_OF_A_SCREEN = {
    "no key": {"key": "Shift", "code": ""},
    "another key": {"key": "Shift", "code": "Unidentified"},
    "composing": {"key": "Shift", "code": "ShiftLeft", "isComposing": True},
}


@pytest.mark.parametrize("kind", SHIFT_OF_A_SCREEN)
def test_shift_on_a_keyboard_on_the_screen_does_not_leave(page: Page, server: SiteServer, kind: str) -> None:
    page.goto(server.url + LIST)
    field = page.locator("[data-item] textarea").first
    for _ in range(4):
        for event in ("keydown", "keyup"):
            field.dispatch_event(event, SHIFT_OF_A_SCREEN[kind])
    expect(page.locator("[data-leave-status]")).to_be_empty()
    assert page.locator("html.left").count() == 0


def test_four_seconds_between_presses_are_soon_enough(page: Page, server: SiteServer) -> None:
    page.clock.install()
    page.goto(server.url + LIST)
    press_shift(page)
    page.clock.run_for(4000)
    press_shift(page)
    page.clock.run_for(4000)
    press_shift(page)
    page.wait_for_url(ELSEWHERE)


@pytest.mark.parametrize("way", ["control", "Shift"])
def test_no_question_stands_in_the_way_of_a_filled_list(page: Page, server: SiteServer, way: str) -> None:
    asked: list[Dialog] = []
    page.on("dialog", lambda dialog: asked.append(dialog))
    page.goto(server.url + LIST)
    page.locator("[data-item] textarea").first.press_sequentially("half ingevuld")
    if way == "control":
        leave(page)
    else:
        press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)
    assert asked == []


@pytest.mark.parametrize(
    ("address", "asks"),
    [(LIST, True), ("omgeving/lijst-deze-week/", False), ("thuis/lijst-rustig-thuis/", False)],
)
def test_only_professionals_are_asked_before_a_filled_list_is_lost(
    page: Page, server: SiteServer, address: str, asks: bool
) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto(server.url + address)
    page.locator("[data-item] textarea").first.press_sequentially("half ingevuld")
    page.locator(".site-footer__doors a").last.click()
    wait_until_shown(page, f"{server.url}over/")
    assert asked == (["beforeunload"] if asks else [])


def test_an_emergency_call_from_a_filled_list_asks_nothing(page: Page, server: SiteServer) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto(server.url + LIST)
    page.locator("[data-item] textarea").first.press_sequentially("half ingevuld")
    turn_to_form(page)
    for protocol in ("tel:112", "sms:+31600000000", "mailto:x@example.org"):
        page.locator(".site-footer a[href^='tel:']").first.evaluate("(link, to) => { link.href = to; }", protocol)
        page.locator(f".site-footer a[href='{protocol}']").click()
    assert asked == []
    expect(page.locator("[data-item] textarea").first).to_have_value("half ingevuld")
    # Whoever goes to another page a while after the call is asked.
    page.evaluate("window.called = performance.now()")
    page.wait_for_function("() => performance.now() > window.called + 1000")
    page.locator(".site-footer__doors a").last.click()
    page.wait_for_url("**/over/")
    assert asked == ["beforeunload"]


def test_after_a_call_discreet_browsing_goes_on(page: Page, server: SiteServer) -> None:
    page.goto(server.url + "thuis/pauze/")
    page.locator("h1").click()
    assert page.evaluate("window.name") != ""
    page.locator(".site-footer a[href='tel:112']").evaluate("link => link.click()")
    # No key and no pointer has touched the page since: the name is as the call left it.
    page.evaluate("new Promise((done) => setTimeout(done))")
    assert page.evaluate("window.name") != ""


def test_an_empty_list_asks_nothing(page: Page, server: SiteServer) -> None:
    asked: list[Dialog] = []
    page.on("dialog", lambda dialog: asked.append(dialog))
    page.goto(server.url + LIST)
    area = page.locator("[data-item] textarea").first
    area.press_sequentially("x")
    area.press("Backspace")
    page.locator(".language-switch a").first.click()
    page.wait_for_url("**/en/**")
    assert asked == []


RECORD = "addEventListener('pageshow', event => { window.cameFromCache = event.persisted; });"


def test_back_out_of_the_cache_leaves_again(playwright: Playwright, server: SiteServer, tmp_path: Path) -> None:
    with open_profile(playwright, tmp_path / "profile") as context:
        waiting: list[Route] = []
        context.route(ELSEWHERE, lambda route: waiting.append(route))
        context.add_init_script("addEventListener('pageshow', event => event.persisted && console.log('from cache'));")
        page = context.pages[0]
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(server.url + "werk/openen/")
        # The neutral site does not answer, and the reader goes elsewhere: the covered page goes into the cache.
        with page.expect_request(ELSEWHERE):
            page.locator("[data-leave]").click(no_wait_after=True)
        page.goto(server.url + "404.html")
        context.unroute(ELSEWHERE)
        context.route(ELSEWHERE, lambda route: route.fulfill(body="<h1>Weer</h1>"))
        page.evaluate("history.back()")
        page.wait_for_url(ELSEWHERE)
        assert said.count("from cache") == 1, (
            "Chromium did not take the page into its cache, so this would show nothing"
        )
        assert server.url + "werk/openen/" not in entries(page)


def test_back_out_of_the_cache_shows_nothing_that_was_typed(
    playwright: Playwright, server: SiteServer, tmp_path: Path
) -> None:
    with open_profile(playwright, tmp_path / "profile") as context:
        context.add_init_script(RECORD)
        page = context.pages[0]
        page.goto(server.url + "thuis/lijst-rustig-thuis/")
        page.locator("[data-item] textarea").first.fill("geheim")
        page.locator("[data-item] input").nth(3).check()
        page.goto(server.url + "404.html")
        page.evaluate("history.back()")
        page.wait_for_url("**/thuis/lijst-rustig-thuis/", wait_until="commit")
        page.wait_for_function("window.cameFromCache === true")
        assert page.locator("[data-item] textarea").first.input_value() == ""
        assert page.locator("[data-item] input:checked").count() == 0
        assert "geheim" not in page.locator("body").evaluate("body => body.textContent")


@pytest.mark.parametrize("address", [LIST, "en/home/time-out/"])
def test_without_javascript_it_is_a_plain_link_and_says_what_back_does(
    browser: Browser, server: SiteServer, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    referrers: list[str | None] = []

    def answer(route: Route) -> None:
        referrers.append(route.request.headers.get("referer"))
        route.fulfill(body="<h1>Weer</h1>")

    context.route(ELSEWHERE, answer)
    page = context.new_page()
    page.goto(server.url + address)
    language = "en" if address.startswith("en/") else "nl"
    expect(page.locator(".leave-bar__no-script")).to_have_text(WORDS[language]["no_script"])
    leave(page)
    page.wait_for_url(ELSEWHERE)
    assert referrers == [None]
    context.close()


def test_the_neutral_site_is_set_in_one_place(small_project: SmallProject) -> None:
    small_project.change("mkdocs.yml", f"to: {ELSEWHERE}", "to: https://example.org/elsewhere")
    assert small_project.build().returncode == 0
    for page in small_project.site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert "https://example.org/elsewhere" in text
        assert ELSEWHERE not in text


def test_a_list_for_several_audiences_follows_the_strictest(page: Page, small_project: SmallProject) -> None:
    for language in ("nl", "en"):
        small_project.change(
            f"docs/{language}/lijst.md", "audience: professionals", "audience: [professionals, families]"
        )
    result = small_project.build()
    assert result.returncode == 0, result.stderr
    asked: list[Dialog] = []
    page.on("dialog", lambda dialog: asked.append(dialog))
    with SiteServer(small_project.site) as running:
        page.goto("about:blank")
        page.goto(f"{running.url}lijst/")
        page.locator("[data-item] textarea").first.press_sequentially("half ingevuld")
        page.locator(".site-footer__doors a").first.click()
        wait_until_shown(page, running.url)
        assert asked == []
        assert entries(page) == ["about:blank", f"{running.url}lijst/"]
