"""Every field of every worksheet is reached and filled in with the keyboard alone, in the order of the page."""

from __future__ import annotations

import pytest
from filled_form import turn_to_form
from playwright.sync_api import Page
from site_languages import WHOLE
from site_server import SiteServer
from test_worksheets import FORMS, addresses

__all__ = ["addresses"]

# What has the focus, and whether it can be seen there.
FOCUSED = """() => {
  const element = document.activeElement;
  const form = document.querySelector("form[data-form]");
  const box = element.getBoundingClientRect();
  return {
    name: element.name ?? "", kind: element.type ?? "", inPart: Boolean(element.closest(".part")),
    inForm: form.contains(element), top: box.top + scrollY, seen: box.width > 0 && box.height > 0,
    ring: getComputedStyle(element).outlineStyle !== "none",
    folded: element.matches("details.row:not([open]) > summary"), add: element.hasAttribute("data-add-row"),
  };
}"""
EMPTY = """() => [...document.querySelectorAll("form[data-form] .part [name]")]
  .filter((field) => field.type === "checkbox" ? !field.checked
    : field.type === "radio" ? !field.form.elements[field.name].value : !field.value)
  .map((field) => field.name).filter((name) => !/left-out$|\\/pen$/.test(name))"""


# Every worksheet has the same fields in every language (test_language_parity.py), so each is walked through in one.
WALKS = [(form, WHOLE[number % len(WHOLE)]) for number, form in enumerate(FORMS)]


@pytest.mark.parametrize(("form", "language"), WALKS)
def test_every_field_is_filled_in_with_keys(
    page: Page, server: SiteServer, form: str, language: str, addresses: dict[str, str]
) -> None:
    page.goto(server.url + addresses[language])
    turn_to_form(page)
    page.locator("form .form__more > summary").focus()
    keys, top, added, goes_on = page.keyboard, 0.0, 0, True
    for _ in range(1000):
        if goes_on:
            keys.press("Tab")
        goes_on = True
        focus = page.evaluate(FOCUSED)
        if not focus["inForm"]:
            break
        if not focus["inPart"]:
            continue
        assert focus["seen"], f"{focus} has the focus and cannot be seen"
        assert focus["ring"], f"{focus} does not show that it has the focus"
        assert focus["top"] >= top - 700, f"{focus} comes back to the top"
        top = max(top, focus["top"])
        if focus["add"] and added == 0:
            # The new row has the focus then.
            keys.press("Enter")
            added += 1
            goes_on = False
        elif focus["folded"]:
            keys.press("Enter")
        elif focus["kind"] in ("text", "textarea"):
            keys.type("x")
        elif focus["kind"] == "date":
            keys.type("05172031" if language == "en" else "17052031")
        elif focus["kind"] == "select-one":
            keys.press("ArrowDown")
        elif focus["kind"] == "radio" or (focus["kind"] == "checkbox" and not focus["name"].endswith("left-out")):
            keys.press("Space")
    assert page.evaluate(EMPTY) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_rows_are_added_and_removed_with_keys_and_it_is_said(page: Page, server: SiteServer, language: str) -> None:
    page.goto(server.url + {"nl": "werk/bladen/plan-controle/", "en": "en/work/sheets/plan-check/"}[language])
    turn_to_form(page)
    table = page.locator(".field--table:has([data-add-row])").first
    rows = table.locator(".row")
    count = rows.count()
    table.locator("[data-add-row]").press("Enter")
    assert rows.count() == count + 1
    assert rows.nth(count).locator("[data-column]").first.evaluate("cell => cell === document.activeElement")
    message = page.locator("[data-message]")
    assert str(count + 1) in message.inner_text()
    page.keyboard.type("gaat weg")
    rows.nth(count).locator("[data-remove-row]").press("Enter")
    assert rows.count() == count
    assert page.evaluate("document.activeElement.closest('.row') !== null")
    assert str(count + 1) in message.inner_text()
    page.locator('[data-action="undo"]').press("Enter")
    assert rows.count() == count + 1
    assert rows.nth(count).locator("[data-column]").first.input_value() == "gaat weg"
    # The last row stays: a table without rows could not be filled in any more.
    for _ in range(count + 1):
        rows.first.locator("[data-remove-row]").press("Enter")
    assert rows.count() == 1
    assert rows.first.locator("legend").inner_text().endswith("1")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_choice_can_be_taken_back_with_keys(page: Page, server: SiteServer, language: str) -> None:
    page.goto(server.url + {"nl": "thuis/bladen/codewoord/", "en": "en/home/sheets/code-word-cards/"}[language])
    turn_to_form(page)
    choice = page.locator(".field--choice").first
    choice.locator("input").first.press("Space")
    assert choice.locator("input:checked").count() == 1
    choice.locator("[data-unchoose]").press("Enter")
    assert choice.locator("input:checked").count() == 0
    assert choice.locator("input").first.evaluate("input => input === document.activeElement")
