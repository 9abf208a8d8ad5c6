"""A field to draw in: with a mouse, a finger or the keys, on screen and on paper, in a real browser."""

from __future__ import annotations

import functools
import itertools
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import material
import pytest
from axe_playwright_python.sync_playwright import Axe
from houvast.checks.answer_limits import MAX_TEXT_LENGTH
from houvast.output.script_bundle import bundle_modules, read_modules
from lxml import html
from playwright.sync_api import Browser, Locator, Page, expect
from printed_sheets import PrintedSheets
from project_root import ROOT
from site_server import SiteServer

OVERRIDES = ROOT / "overrides"
WORDS = {
    "drawing": {
        "toggle": "Teken met vinger, pen of muis",
        "picture": "Tekening: {label}",
        "pens": "Kleur",
        "black": "Potlood",
        "blue": "Blauw",
        "green": "Groen",
        "red": "Rood",
        "undo_button": "Laatste lijn weg",
        "clear_button": "Tekening wissen",
        "text": "Of schrijf het op",
    }
}
HEIGHTS = {"": 620, "house": 900, "house-sun": 900, "circles": 1000, "panel": 420}
# Room below, so that there is something to scroll to; no lines on paper but those of the drawing.
OWN_STYLES = """
@media screen { .rest { height: 2000px; } }
.md-typeset fieldset.part { border: 0 !important; }
"""
LABEL = 'Wat gaat er goed? <"Vertel">'
ENTRY = """import { DrawingField } from "./fields/drawing-field.js";

window.fields = [...document.querySelectorAll('[data-kind="drawing"]')].map((element) => new DrawingField(element));
window.inputs = 0;
document.querySelector("form").addEventListener("input", () => {
  window.inputs += 1;
  window.fields.forEach((field) => field.render());
});
"""


def written_page(outlines: list[str]) -> str:
    """A page with one form, with a field for each outline, put together as the build does."""
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "overrides"))
    fragment = templates.get_template("fragments/fields/drawing.html")
    fields = [
        fragment.render(
            field={"label": LABEL, "outline": outline},
            field_name=f"part/field-{at}",
            field_id=f"sheet-part-field-{at}",
            words=WORDS,
            max_text_length=MAX_TEXT_LENGTH,
        )
        for at, outline in enumerate(outlines)
    ]
    filled = [html.tostring(html.fragment_fromstring(field), encoding="unicode") for field in fields]
    return f"""<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Blad</title><link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="site.css"></head>
<body data-md-color-scheme="default"><main class="md-grid"><form class="form md-typeset">
<h1>Blad</h1><fieldset class="part"><legend><h2>Deel</h2></legend>{"".join(filled)}</fieldset>
<div class="rest"></div></form></main><script src="site.js"></script></body></html>"""


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    """A server with a page for each outline, one with all of them, and one with four houses."""
    folder = tmp_path_factory.mktemp("sheets")
    pages = {outline or "plain": [outline] for outline in HEIGHTS}
    for name, outlines in {**pages, "all": list(HEIGHTS), "houses": ["house"] * 4}.items():
        (folder / f"{name}.html").write_text(written_page(outlines), "utf-8")
    modules = {**read_modules(OVERRIDES / "scripts"), "test.js": ENTRY}
    (folder / "site.js").write_text(bundle_modules(modules, "test.js"), "utf-8")
    theme = next((Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css"))
    (folder / "theme.css").write_text(theme.read_text("utf-8"), "utf-8")
    parts = ("forms", "worksheets", "drawing")
    styles = ("base/colours", "base/page", *(f"components/{part}" for part in parts))
    styles = (*styles, "print/paper", "print/forms", "print/worksheets")
    text = "\n".join((OVERRIDES / f"styles/{name}.css").read_text("utf-8") for name in styles)
    (folder / "site.css").write_text(text + OWN_STYLES, "utf-8")
    with SiteServer(folder) as running:
        yield running


@dataclass
class Sheet:
    """A page with fields to draw in; what is done is done to the first."""

    page: Page

    @property
    def field(self) -> Locator:
        return self.page.locator(".field--drawing").first

    @property
    def surface(self) -> Locator:
        return self.field.get_by_role("img")

    @property
    def strokes(self) -> Locator:
        return self.field.locator(".drawing__stroke")

    @property
    def text(self) -> Locator:
        return self.field.get_by_role("textbox", name=WORDS["drawing"]["text"], exact=True)

    def button(self, word: str) -> Locator:
        return self.field.get_by_role("button", name=WORDS["drawing"][word], exact=True)

    def pen(self, word: str) -> Locator:
        return self.field.get_by_role("radio", name=WORDS["drawing"][word], exact=True)

    def on(self) -> Sheet:
        """Presses the button that lets a pointer draw."""
        self.button("toggle").click()
        expect(self.button("toggle")).to_have_attribute("aria-pressed", "true")
        return self

    def place(self, x: int, y: int) -> tuple[float, float]:
        """Where a point of the drawing is on the screen."""
        self.surface.scroll_into_view_if_needed()
        box = self.surface.bounding_box()
        assert box
        return box["x"] + x * box["width"] / 1000, box["y"] + y * box["width"] / 1000

    def draw(self, *points: tuple[int, int]) -> None:
        """Draws a stroke with the mouse."""
        self.page.mouse.move(*self.place(*points[0]))
        self.page.mouse.down()
        for point in points[1:]:
            self.page.mouse.move(*self.place(*point), steps=5)
        self.page.mouse.up()

    def read(self) -> Any:
        return self.page.evaluate("fields[0].read()")

    def write(self, value: Any) -> None:
        self.page.evaluate("value => fields[0].write(value ?? undefined)", value)

    def accepts(self, value: Any) -> bool:
        return bool(self.page.evaluate("value => fields[0].accepts(value)", value))

    def inputs(self) -> int:
        """How often the form was told that something changed."""
        return int(self.page.evaluate("inputs"))


@pytest.fixture
def sheet(page: Page, sheets: SiteServer) -> Sheet:
    """A field with nothing to draw in."""
    page.goto(f"{sheets.url}plain.html")
    return Sheet(page)


@pytest.fixture
def phone(browser: Browser, sheets: SiteServer) -> Iterator[Sheet]:
    """The same on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{sheets.url}plain.html")
    yield Sheet(page)
    context.close()


def touch(sheet: Sheet, *points: tuple[int, int]) -> None:
    """Put a finger on the first point and lift it at the last; the browser scrolls by it unless it may not."""
    session = sheet.page.context.new_cdp_session(sheet.page)
    places = [dict(zip("xy", sheet.place(*point), strict=True)) for point in points]
    for kind, place in zip(["touchStart", *["touchMove"] * (len(points) - 1)], places, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [place]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_the_mouse_draws_where_it_goes(sheet: Sheet) -> None:
    sheet.on().draw((200, 100), (600, 100), (600, 400))
    expect(sheet.strokes).to_have_count(1)
    [stroke] = sheet.read()["strokes"]
    points = list(zip(stroke["points"][::2], stroke["points"][1::2], strict=True))
    assert stroke["pen"] == "black"
    assert len(points) > 8
    for wanted, found in (((200, 100), points[0]), ((600, 400), points[-1])):
        assert max(abs(a - b) for a, b in zip(wanted, found, strict=True)) <= 2
    assert all(type(number) is int for number in stroke["points"])
    drawn = sheet.strokes.evaluate(
        "path => { const box = path.getBBox(); return [box.x, box.y, box.width, box.height]; }"
    )
    assert [round(side, -1) for side in drawn] == [200, 100, 400, 300]
    assert sheet.inputs() == 1


def test_points_that_are_too_close_are_left_out(sheet: Sheet) -> None:
    sheet.on()
    x, y = sheet.place(300, 300)
    sheet.page.mouse.move(x, y)
    sheet.page.mouse.down()
    for step in range(1, 60):
        sheet.page.mouse.move(x + step / 4, y)
    sheet.page.mouse.up()
    [stroke] = sheet.read()["strokes"]
    across = stroke["points"][::2]
    assert all(after - before >= 2 for before, after in itertools.pairwise(across))
    assert 3 <= len(across) <= 15


def test_a_press_without_movement_leaves_a_dot(sheet: Sheet) -> None:
    sheet.on().surface.click(position={"x": 50, "y": 60})
    [stroke] = sheet.read()["strokes"]
    assert len(stroke["points"]) == 2
    expect(sheet.strokes).to_have_attribute("d", f"M{stroke['points'][0]} {stroke['points'][1]}h0")


def test_a_stroke_stays_on_the_drawing(sheet: Sheet) -> None:
    sheet.on().draw((900, 300), (1000, 300), (1100, 300), (1100, 700))
    numbers = sheet.read()["strokes"][0]["points"]
    assert max(numbers[::2]) == 1000
    assert max(numbers[1::2]) == HEIGHTS[""]
    assert sheet.accepts(sheet.read())


def test_other_mouse_buttons_do_not_draw(sheet: Sheet) -> None:
    sheet.on().surface.click(button="right")
    expect(sheet.strokes).to_have_count(0)
    assert sheet.read() is None


def test_pens_have_their_colours_and_are_no_answer(sheet: Sheet) -> None:
    sheet.on()
    for at, pen in enumerate(("black", "blue", "green", "red")):
        sheet.pen(pen).check()
        sheet.draw((100, 100 + 50 * at), (300, 100 + 50 * at))
    value = sheet.read()
    assert [stroke["pen"] for stroke in value["strokes"]] == ["black", "blue", "green", "red"]
    assert set(value) == {"strokes"}
    assert sheet.inputs() == 4
    colours = sheet.strokes.evaluate_all("all => all.map(path => getComputedStyle(path).stroke)")
    assert len(set(colours)) == 4


def test_without_the_button_nothing_is_drawn(sheet: Sheet) -> None:
    sheet.draw((200, 100), (600, 100))
    assert sheet.read() is None
    sheet.on().draw((200, 100), (600, 100))
    sheet.button("toggle").click()
    expect(sheet.button("toggle")).to_have_attribute("aria-pressed", "false")
    sheet.draw((200, 200), (600, 200))
    expect(sheet.strokes).to_have_count(1)


def test_escape_stops_drawing_and_keeps_the_focus(sheet: Sheet) -> None:
    sheet.on().pen("red").check()
    sheet.page.keyboard.press("Escape")
    expect(sheet.button("toggle")).to_have_attribute("aria-pressed", "false")
    expect(sheet.button("toggle")).to_be_focused()
    expect(sheet.pen("red")).to_be_hidden()
    sheet.draw((200, 100), (600, 100))
    assert sheet.read() is None


def test_escape_in_the_middle_of_a_stroke_ends_it(sheet: Sheet) -> None:
    sheet.on()
    sheet.page.mouse.move(*sheet.place(200, 100))
    sheet.page.mouse.down()
    sheet.page.mouse.move(*sheet.place(400, 100), steps=3)
    sheet.page.keyboard.press("Escape")
    sheet.page.mouse.move(*sheet.place(800, 100), steps=3)
    sheet.page.mouse.up()
    assert max(sheet.read()["strokes"][0]["points"][::2]) <= 402
    assert sheet.inputs() == 1


def test_emptying_in_the_middle_of_a_stroke_leaves_nothing(sheet: Sheet) -> None:
    sheet.on()
    sheet.page.mouse.move(*sheet.place(200, 100))
    sheet.page.mouse.down()
    sheet.page.mouse.move(*sheet.place(400, 100), steps=3)
    sheet.write(None)
    sheet.page.mouse.move(*sheet.place(800, 100), steps=3)
    sheet.page.mouse.up()
    assert sheet.read() is None
    expect(sheet.strokes).to_have_count(0)


def test_undo_and_clear(sheet: Sheet) -> None:
    sheet.on()
    undo, clear = sheet.button("undo_button"), sheet.button("clear_button")
    expect(undo).to_be_disabled()
    expect(clear).to_be_disabled()
    for y in (100, 200, 300):
        sheet.draw((200, y), (600, y))
    before = sheet.read()["strokes"]
    undo.click()
    expect(sheet.strokes).to_have_count(2)
    assert sheet.read()["strokes"] == before[:2]
    clear.click()
    expect(sheet.strokes).to_have_count(0)
    assert sheet.read() is None
    assert sheet.inputs() == 5
    expect(undo).to_be_disabled()
    expect(clear).to_be_disabled()
    # A button that is disabled loses the focus: it goes to the nearest that can be pressed.
    expect(sheet.button("toggle")).to_be_focused()


def test_a_finger_scrolls_until_the_reader_asks_to_draw(phone: Sheet) -> None:
    upwards = [(500, y) for y in range(600, 80, -40)]
    touch(phone, *upwards)
    phone.page.wait_for_function("scrollY > 100")
    assert phone.read() is None
    phone.page.goto(phone.page.url)
    phone.on()
    before = phone.page.evaluate("scrollY")
    touch(phone, *upwards)
    expect(phone.strokes).to_have_count(1)
    assert phone.read()["strokes"][0]["points"][1::2] == pytest.approx([y for _, y in upwards], abs=3)
    assert phone.page.evaluate("scrollY") == before


def test_a_finger_draws_lines_and_dots(phone: Sheet) -> None:
    phone.on()
    touch(phone, (100, 100), (200, 300), (400, 300))
    touch(phone, (700, 200))
    expect(phone.strokes).to_have_count(2)
    line, dot = (stroke["points"] for stroke in phone.read()["strokes"])
    assert len(line) == 6
    assert len(dot) == 2
    assert max(abs(a - b) for a, b in zip(line, (100, 100, 200, 300, 400, 300), strict=True)) <= 3


def test_a_second_finger_draws_nothing(phone: Sheet) -> None:
    phone.on()
    session = phone.page.context.new_cdp_session(phone.page)
    places = [dict(zip("xy", phone.place(*at), strict=True)) for at in ((100, 100), (800, 100), (300, 100))]
    first, second, moved = places
    for kind, fingers in (
        ("touchStart", [{**first, "id": 1}]),
        ("touchStart", [{**first, "id": 1}, {**second, "id": 2}]),
        ("touchMove", [{**moved, "id": 1}, {**second, "id": 2}]),
        ("touchEnd", []),
    ):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})
    expect(phone.strokes).to_have_count(1)
    assert max(phone.read()["strokes"][0]["points"][::2]) <= 303


def test_what_is_read_can_be_written_back(sheet: Sheet) -> None:
    sheet.on().pen("blue").check()
    sheet.draw((200, 100), (600, 100), (600, 400))
    sheet.surface.click(position={"x": 40, "y": 40})
    sheet.text.fill("regel een\nregel <b>twee</b> ")
    value, picture = sheet.read(), sheet.surface.inner_html()
    assert sheet.accepts(value)
    told = sheet.inputs()
    sheet.write(None)
    assert sheet.read() is None
    assert not sheet.page.evaluate("fields[0].isFilled")
    expect(sheet.text).to_have_value("")
    expect(sheet.button("undo_button")).to_be_disabled()
    sheet.write(value)
    assert sheet.read() == value
    assert sheet.page.evaluate("fields[0].isFilled")
    assert sheet.surface.inner_html() == picture
    expect(sheet.field.locator(".field__printed")).to_have_text("regel een\nregel <b>twee</b>")
    expect(sheet.button("undo_button")).to_be_enabled()
    assert sheet.inputs() == told


def test_a_field_of_spaces_is_kept_but_not_filled(sheet: Sheet) -> None:
    sheet.write({"text": " \n "})
    assert sheet.read() == {"text": " \n "}
    assert not sheet.page.evaluate("fields[0].isFilled")


def test_as_text_a_drawing_says_that_it_is_there(sheet: Sheet) -> None:
    outline = "fields[0].outline({ drawing: '[tekening]' })"
    assert sheet.page.evaluate(outline) == {"heading": "Deel", "text": LABEL, "answer": ""}
    sheet.write({"strokes": [stroke(1, 1)], "text": " een zon\n"})
    assert sheet.page.evaluate(outline) == {"heading": "Deel", "text": LABEL, "answer": "[tekening]\neen zon"}
    sheet.write({"text": "een zon"})
    assert sheet.page.evaluate(outline)["answer"] == "een zon"


def test_what_was_read_does_not_change_with_the_drawing(sheet: Sheet) -> None:
    same = sheet.page.evaluate(
        """() => {
          const value = { strokes: [{ pen: "red", points: [1, 2, 30, 40] }] };
          fields[0].write(value);
          value.strokes[0].points.push(9, 9);
          const read = fields[0].read();
          read.strokes[0].points.push(8, 8);
          return fields[0].read();
        }"""
    )
    assert same == {"strokes": [{"pen": "red", "points": [1, 2, 30, 40]}]}


def stroke(*points: Any, pen: Any = "black") -> dict[str, Any]:
    return {"pen": pen, "points": list(points)}


GOOD = {
    "a dot": {"strokes": [stroke(0, 0)]},
    "the far corner": {"strokes": [stroke(1000, 620)]},
    "every pen": {"strokes": [stroke(1, 2, 3, 4, pen=pen) for pen in ("black", "blue", "green", "red")]},
    "a text": {"text": "iets"},
    "a text of spaces": {"text": " \n "},
    "both": {"strokes": [stroke(5, 5)], "text": "iets"},
    "the longest text": {"text": "w" * 100_000},
    "as many strokes as there may be": {"strokes": [stroke(1, 1)] * 2000},
    "as many numbers as there may be": {"strokes": [stroke(*[7] * 50_000)] * 2},
}
WRONG = {
    "nothing": None,
    "a text alone": "iets",
    "a list": [stroke(1, 1)],
    "no members": {},
    "another member": {"text": "iets", "colour": "blue"},
    "no strokes": {"strokes": []},
    "strokes that are no list": {"strokes": {"0": stroke(1, 1)}},
    "a stroke that is no object": {"strokes": ["M1 1"]},
    "a stroke that is nothing": {"strokes": [None]},
    "a stroke without a pen": {"strokes": [{"points": [1, 1]}]},
    "a stroke without points": {"strokes": [{"pen": "blue"}]},
    "a stroke with another member": {"strokes": [{**stroke(1, 1), "width": 3}]},
    "an unknown pen": {"strokes": [stroke(1, 1, pen="purple")]},
    "a pen that is a list": {"strokes": [stroke(1, 1, pen=["black"])]},
    "a pen that breaks out of a class": {"strokes": [stroke(1, 1, pen='black" onload="x')]},
    "a stroke with empty points": {"strokes": [stroke()]},
    "half a point": {"strokes": [stroke(1, 1, 2)]},
    "points that are a text": {"strokes": [{"pen": "black", "points": "1 1"}]},
    "a number as a text": {"strokes": [stroke("1", 1)]},
    "a number that is not whole": {"strokes": [stroke(1.5, 1)]},
    "a number below zero": {"strokes": [stroke(1, -1)]},
    "a point right of the drawing": {"strokes": [stroke(1001, 1)]},
    "a point below the drawing": {"strokes": [stroke(1, 621)]},
    "one good stroke and one wrong": {"strokes": [stroke(1, 1), stroke(1, 700)]},
    "too many strokes": {"strokes": [stroke(1, 1)] * 2001},
    "too many numbers": {"strokes": [stroke(*[7] * 50_000), stroke(*[7] * 50_002)]},
    "a text that is empty": {"text": ""},
    "a text that is none": {"text": None},
    "a text that is a number": {"text": 3},
    "a text that is too long": {"text": "w" * 100_001},
    "a good text and wrong strokes": {"text": "iets", "strokes": None},
}


def test_good_values_from_a_file_are_accepted_and_stay_the_same(sheet: Sheet) -> None:
    for reason, value in GOOD.items():
        assert sheet.accepts(value), reason
        sheet.write(value)
        assert sheet.read() == value, reason


def test_wrong_values_from_a_file_are_refused(sheet: Sheet) -> None:
    assert [reason for reason, value in WRONG.items() if sheet.accepts(value)] == []
    assert not sheet.page.evaluate("""fields[0].accepts(JSON.parse('{"text": "iets", "__proto__": {}}'))""")
    assert not sheet.page.evaluate("fields[0].accepts(undefined)")


@pytest.mark.parametrize("outline", HEIGHTS)
def test_each_outline_has_a_height_of_its_own(page: Page, sheets: SiteServer, outline: str) -> None:
    page.goto(f"{sheets.url}{outline or 'plain'}.html")
    sheet = Sheet(page)
    expect(sheet.surface).to_have_attribute("viewBox", f"0 0 1000 {HEIGHTS[outline]}")
    assert sheet.accepts({"strokes": [stroke(0, HEIGHTS[outline])]})
    assert not sheet.accepts({"strokes": [stroke(0, HEIGHTS[outline] + 1)]})
    assert page.locator(".drawing__outline").count() == (1 if outline else 0)
    inside = page.evaluate(
        """() => [...document.querySelectorAll(".drawing__outline path")].every((path) => {
          const box = path.getBBox(), frame = path.ownerSVGElement.viewBox.baseVal;
          return box.x >= 4 && box.y >= 4 && box.x + box.width <= 996 && box.y + box.height <= frame.height - 4;
        })"""
    )
    assert inside


def test_a_full_drawing_takes_no_more(sheet: Sheet) -> None:
    full = {"strokes": [stroke(*[7] * 49_998), stroke(*[7] * 49_998)]}
    sheet.write(full)
    sheet.on().draw((100, 100), (900, 500))
    assert len(sheet.read()["strokes"][2]["points"]) == 4
    sheet.draw((100, 100), (900, 500))
    assert len(sheet.read()["strokes"]) == 3
    assert sheet.accepts(sheet.read())
    sheet.write(GOOD["as many strokes as there may be"])
    sheet.draw((100, 100), (900, 500))
    assert len(sheet.read()["strokes"]) == 2000


def test_by_keyboard_alone_the_text_does_the_same_job(sheet: Sheet) -> None:
    keys = sheet.page.keyboard
    keys.press("Tab")
    expect(sheet.button("toggle")).to_be_focused()
    keys.press("Tab")
    expect(sheet.text).to_be_focused()
    keys.type("wat er goed gaat")
    assert sheet.read() == {"text": "wat er goed gaat"}
    expect(sheet.field.locator(".field__printed")).to_have_text("wat er goed gaat")
    assert sheet.page.evaluate("fields[0].isFilled")


def test_the_tools_are_reached_and_used_by_keyboard(sheet: Sheet) -> None:
    keys = sheet.page.keyboard
    keys.press("Tab")
    keys.press("Enter")
    sheet.draw((100, 100), (400, 400))
    sheet.button("toggle").focus()
    keys.press("Tab")
    expect(sheet.pen("black")).to_be_focused()
    keys.press("ArrowRight")
    expect(sheet.pen("blue")).to_be_checked()
    keys.press("Tab")
    expect(sheet.button("undo_button")).to_be_focused()
    keys.press("Enter")
    expect(sheet.strokes).to_have_count(0)
    expect(sheet.button("toggle")).to_be_focused()


def test_everything_has_a_name_that_a_screen_reader_says(sheet: Sheet) -> None:
    expect(sheet.page.get_by_role("group", name=LABEL, exact=True)).to_have_count(1)
    expect(sheet.page.get_by_role("img", name=f"Tekening: {LABEL}", exact=True)).to_have_count(1)
    sheet.on()
    expect(sheet.page.get_by_role("radiogroup", name="Kleur", exact=True)).to_have_count(1)
    labels = sheet.page.locator("[data-label]")
    keys = labels.evaluate_all("all => all.map(label => label.dataset.label)")
    # What is on paper has a label in each language; the tools are for the screen.
    assert keys == ["part/field-0", "part/field-0/text"]
    assert set(sheet.page.locator("form [name]").evaluate_all("all => all.map(field => field.name)")) == {
        "part/field-0/pen",
        "part/field-0/text",
    }
    assert sheet.page.locator("[style]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_targets_are_large(page: Page, sheets: SiteServer, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{sheets.url}all.html")
    sheet = Sheet(page)
    for state in ("off", "on", "drawn"):
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
        assert Axe().run(page, options=rules).response["violations"] == [], state
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, state
        if state == "off":
            sheet.on()
        elif state == "on":
            sheet.draw((100, 100), (500, 300))
    for target in sheet.field.locator("button, .drawing__pen, textarea").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def lightness(colour: str) -> float:
    """The relative luminance of `rgb(…)`."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pen_can_be_seen(sheet: Sheet, scheme: Any) -> None:
    sheet.page.emulate_media(color_scheme=scheme)
    sheet.write(GOOD["every pen"])
    paper = lightness(
        sheet.field.locator(".drawing__frame").evaluate("frame => getComputedStyle(frame).backgroundColor")
    )
    for colour in sheet.strokes.evaluate_all("all => all.map(path => getComputedStyle(path).stroke)"):
        light, dark = sorted((paper, lightness(colour)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, colour


def test_without_a_script_there_are_no_tools(browser: Browser, sheets: SiteServer) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{sheets.url}plain.html")
    for control in page.locator("button, input").all():
        expect(control).to_be_hidden()
    expect(page.locator("textarea")).to_be_visible()
    expect(page.get_by_role("img")).to_be_visible()
    context.close()


class Hand:
    """A hand with a pen: pen and palm touch the screen at the same time, as a browser is told of it."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.session = sheet.page.context.new_cdp_session(sheet.page)

    def pen(self, kind: str, *points: tuple[int, int]) -> None:
        """Brings the pen down ("Pressed"), moves it or lifts it ("Released"); over the drawing while it is not down."""
        for x, y in (self.sheet.place(*point) for point in points):
            self.session.send(
                "Input.dispatchMouseEvent",
                {
                    "type": f"mouse{kind}",
                    "x": x,
                    "y": y,
                    "pointerType": "pen",
                    "button": "none" if kind == "Moved" else "left",
                    "buttons": int(self.is_down and kind != "Released"),
                    "clickCount": 1,
                },
            )

    is_down = False

    def press(self, *point: int) -> None:
        self.is_down = True
        self.pen("Pressed", (point[0], point[1]))

    def lift(self, *point: int) -> None:
        self.pen("Released", (point[0], point[1]))
        self.is_down = False

    def palm(self, *points: tuple[int, int], at: str = "Start") -> None:
        """Put these touches on the screen, moves them, or take all away ("End")."""
        places = [
            {"x": x, "y": y, "id": number} for number, (x, y) in enumerate(self.sheet.place(*point) for point in points)
        ]
        self.session.send("Input.dispatchTouchEvent", {"type": f"touch{at}", "touchPoints": places})

    def ends(self) -> list[tuple[int, int]]:
        """Where each stroke begins and ends, across the drawing."""
        strokes = (self.sheet.read() or {"strokes": []})["strokes"]
        return [(round(stroke["points"][0], -1), round(stroke["points"][-2], -1)) for stroke in strokes]


@pytest.fixture
def hand(phone: Sheet) -> Hand:
    return Hand(phone.on())


def test_a_palm_does_not_end_the_stroke_of_the_pen_beside_it(hand: Hand) -> None:
    hand.press(200, 100)
    hand.pen("Moved", (300, 100))
    hand.palm((700, 500))
    hand.palm((720, 520), at="Move")
    hand.pen("Moved", (400, 100))
    hand.palm(at="End")
    hand.pen("Moved", (500, 100))
    hand.lift(500, 100)
    assert hand.ends() == [(200, 500)]


def test_a_palm_that_lies_there_between_two_strokes_draws_nothing(hand: Hand) -> None:
    hand.press(200, 100)
    hand.pen("Moved", (400, 100))
    hand.lift(400, 100)
    hand.palm((700, 500))
    hand.palm((800, 500), at="Move")
    hand.palm(at="End")
    hand.press(200, 200)
    hand.pen("Moved", (400, 200))
    hand.lift(400, 200)
    assert hand.ends() == [(200, 400), (200, 400)]


def test_what_a_palm_drew_before_the_pen_came_is_taken_away(hand: Hand) -> None:
    hand.palm((700, 500))
    hand.palm((800, 500), at="Move")
    hand.pen("Moved", (200, 100))
    expect(hand.sheet.strokes).to_have_count(0)
    hand.press(200, 100)
    hand.pen("Moved", (400, 100))
    hand.palm((850, 500), at="Move")
    hand.palm(at="End")
    hand.lift(400, 100)
    assert hand.ends() == [(200, 400)]


def test_a_finger_draws_again_once_drawing_was_switched_off_and_on(hand: Hand) -> None:
    hand.press(200, 100)
    hand.lift(200, 100)
    touch(hand.sheet, (500, 300), (700, 300))
    assert len(hand.ends()) == 1
    hand.sheet.button("toggle").click()
    hand.sheet.on()
    touch(hand.sheet, (500, 300), (700, 300))
    assert hand.ends()[1:] == [(500, 700)]


def test_a_mouse_draws_also_where_a_pen_was_seen(hand: Hand) -> None:
    hand.press(200, 100)
    hand.lift(200, 100)
    hand.sheet.draw((500, 300), (700, 300))
    assert hand.ends()[1:] == [(500, 700)]


def test_a_second_finger_neither_draws_nor_ends_the_stroke_of_the_first(hand: Hand) -> None:
    hand.palm((200, 100))
    hand.palm((300, 100), (700, 500), at="Start")
    hand.palm((400, 100), (800, 500), at="Move")
    # The second one is lifted.
    hand.palm((500, 100), at="Move")
    hand.palm(at="End")
    assert hand.ends() == [(200, 500)]


def test_a_palm_below_the_drawing_does_not_scroll_it_away_from_under_the_pen(hand: Hand) -> None:
    below = [(500, y) for y in range(1000, 600, -40)]
    before = hand.sheet.page.evaluate("scrollY")
    hand.press(200, 100)
    hand.pen("Moved", (300, 100))
    # The drawing is out of reach: whatever the palm does, only the page could follow it.
    hand.palm(below[0])
    for point in below[1:]:
        hand.palm(point, at="Move")
    hand.pen("Moved", (400, 100))
    hand.palm(at="End")
    hand.lift(400, 100)
    assert hand.sheet.page.evaluate("scrollY") == before
    assert hand.ends() == [(200, 400)]
    # Without the pen it scrolls.
    hand.palm(below[0])
    for point in below[1:]:
        hand.palm(point, at="Move")
    hand.palm(at="End")
    hand.sheet.page.wait_for_function("before => scrollY > before", arg=before)


# Paper.

DOTS_PER_INCH = 144
MILLIMETRES = 25.4 / DOTS_PER_INCH
_IS_DARK = bytes(1 if value < 140 else 0 for value in range(256))


@dataclass
class Paper:
    """A printed sheet: its text, and its picture by the pixel."""

    text: str
    width: int
    pixels: bytes

    @functools.cached_property
    def rows(self) -> list[bytes]:
        """The rows of pixels, grey."""
        return [self.pixels[at : at + self.width] for at in range(0, len(self.pixels), self.width)]

    def ruled(self, millimetres: float) -> list[float]:
        """How far down, in millimetres, there are rows with more ink than so many millimetres."""
        enough = millimetres / MILLIMETRES
        return [at * MILLIMETRES for at, row in enumerate(self.rows) if row.translate(_IS_DARK).count(1) > enough]

    @property
    def ink(self) -> int:
        """How many pixels are dark."""
        return self.pixels.translate(_IS_DARK).count(1)


def printed(sheet: Sheet, folder: Path, way: str | None = None) -> list[Paper]:
    """The sheets that printing gives."""
    sheet.page.evaluate("way => { if (way) document.forms[0].dataset.print = way; }", way)
    path = folder / "print.pdf"
    sheet.page.pdf(path=path, prefer_css_page_size=True)
    sheet.page.evaluate("delete document.forms[0].dataset.print")
    for old in folder.glob("print-*"):
        old.unlink()
    subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), path, folder / "print"], check=True)
    papers = []
    for text, picture in zip(PrintedSheets(path).texts, sorted(folder.glob("print-*.pgm")), strict=True):
        kind, size, most, pixels = picture.read_bytes().split(b"\n", 3)
        assert (kind, most) == (b"P5", b"255")
        papers.append(Paper(" ".join(text.split()), int(size.split()[0]), pixels))
    return papers


DRAWN = {
    "strokes": [stroke(200, 500, 300, 300, 500, 350, 700, 200), stroke(600, 400, pen="red")],
    "text": "wat er in staat",
}


def test_paper_has_the_frame_the_drawing_and_the_text(sheet: Sheet, tmp_path: Path) -> None:
    [empty] = printed(sheet, tmp_path)
    lines = empty.ruled(170)
    assert lines[-1] - lines[0] == pytest.approx(0.62 * 180, abs=1)
    sheet.write(DRAWN)
    sheet.on()
    [filled] = printed(sheet, tmp_path)
    assert filled.ruled(170) == lines
    assert DRAWN["text"] in filled.text
    assert filled.ink > empty.ink + 1000
    assert LABEL in filled.text
    for word in set(WORDS["drawing"].values()):
        assert word not in filled.text


def test_a_dot_is_printed(sheet: Sheet, tmp_path: Path) -> None:
    [empty] = printed(sheet, tmp_path)
    sheet.write({"strokes": [stroke(500, 300)]})
    [dotted] = printed(sheet, tmp_path)
    assert dotted.ink - empty.ink > 30


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_blank_paper_has_nothing_of_the_reader(sheet: Sheet, tmp_path: Path, scheme: Any) -> None:
    sheet.page.emulate_media(color_scheme=scheme)
    [empty] = printed(sheet, tmp_path)
    sheet.write(DRAWN)
    sheet.on()
    [blank] = printed(sheet, tmp_path, "blank")
    assert blank.pixels == empty.pixels
    assert blank.text == empty.text
    assert sheet.read() == DRAWN


def test_strokes_on_paper_are_dark_on_a_dark_device(sheet: Sheet, tmp_path: Path) -> None:
    sheet.write(DRAWN)
    [light] = printed(sheet, tmp_path)
    sheet.page.emulate_media(color_scheme="dark")
    [dark] = printed(sheet, tmp_path)
    assert dark.pixels == light.pixels


@pytest.mark.parametrize(("outline", "height"), [("house", 162), ("circles", 150), ("panel", 72)])
def test_a_shape_leaves_room_on_the_sheet(
    page: Page, sheets: SiteServer, tmp_path: Path, outline: str, height: int
) -> None:
    page.goto(f"{sheets.url}{outline}.html")
    [paper] = printed(Sheet(page), tmp_path)
    # The frame of a panel is drawn by hand: its line spreads over some rows.
    lines = paper.ruled(50 if outline == "panel" else 140)
    assert lines[-1] - lines[0] == pytest.approx(height, abs=1)


def test_a_drawing_is_never_split(page: Page, sheets: SiteServer, tmp_path: Path) -> None:
    page.goto(f"{sheets.url}houses.html")
    papers = printed(Sheet(page), tmp_path)
    assert [paper.text.count(LABEL) for paper in papers] == [1, 1, 1, 1]
    for paper in papers:
        lines = paper.ruled(160)
        assert lines[-1] - lines[0] == pytest.approx(162, abs=1)


def test_a_long_text_is_printed_to_its_last_word(sheet: Sheet, tmp_path: Path) -> None:
    sheet.write({"text": "\n".join(f"regel-{number} " + "woord " * 12 for number in range(150))})
    text = " ".join(paper.text for paper in printed(sheet, tmp_path))
    assert [number for number in range(150) if f"regel-{number} " not in text] == []
