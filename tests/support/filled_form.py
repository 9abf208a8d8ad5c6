"""A form as a reader fills it in, saves it and opens it again, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from houvast.data.ui_strings import load_words
from playwright.sync_api import Page, expect
from project_root import ROOT

PASSPHRASE = "fiets regen appel trein"

# Fills every field with words of its own, and adds rows; gives the words per field, and per row of the
# tables that are on everybody's paper.
FILL = """(rows) => {
  const form = document.querySelector("form[data-form]");
  const words = {}, tables = [];
  let number = 0;
  for (const add of form.querySelectorAll("[data-add-row]")) {
    for (let row = 0; row < rows; row += 1) add.click();
  }
  const kinds = ["input", "textarea", "select"].flatMap((kind) => [`.part ${kind}`, `.form-item ${kind}`]);
  const fields = [...form.querySelectorAll(kinds.join())];
  for (const field of fields) {
    if (/\\/(left-out|pen|not-applicable)$/.test(field.name) || field.closest("template")) continue;
    if (field.type === "checkbox") field.checked = true;
    else if (field.type === "radio") field.checked = field.value === [...form.elements[field.name]].at(-1).value;
    else if (field.tagName === "SELECT") field.selectedIndex = field.options.length - 1;
    else if (field.type === "date") field.value = "2031-05-17";
    else {
      number += 1;
      words[field.name] = `woord${number}x`;
      const long = "Zorgvuldigheidsoverwegingen".repeat(3);
      const more = field.tagName === "TEXTAREA" ? `\\ntweede regel ${number}y` : "";
      field.value = `woord${number}x <b>é ✓ ’quote</b> ${long}${more}`;
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const table of form.querySelectorAll(".part:not([data-paper=professional]) .field--table")) {
    tables.push([...table.querySelectorAll(".row")].map((row) =>
      [...row.querySelectorAll("[data-column]")].map((cell) => words[cell.name]).filter(Boolean)));
  }
  return { words, tables };
}"""

# Everything that a reader put in, by the names of the fields, and what they drew.
STATE = """() => {
  const form = document.querySelector("form[data-form]");
  const state = {};
  for (const field of form.querySelectorAll(".part [name], .form-item [name], [name=short-version]")) {
    if (field.name.endsWith("/pen") || field.type === "radio" && !field.checked) continue;
    state[field.name] = field.type === "checkbox" ? field.checked : field.value;
  }
  for (const drawing of form.querySelectorAll(".field--drawing")) {
    state[`${drawing.dataset.field}#strokes`] = [...drawing.querySelectorAll(".drawing__stroke")].map(
      (stroke) => [stroke.getAttribute("class"), stroke.getAttribute("points") ?? stroke.getAttribute("d")]);
  }
  return state;
}"""


def said(language: str, key: str) -> str:
    """What the scripts of forms say in a language, by its name in data/*/words.yml."""
    words = load_words(ROOT / f"data/{language}/words.yml")
    return str({**words["said"], **words["training_said"]}[key])


def turn_to_form(page: Page) -> None:
    """Touches what needs the script of forms, and waits until it is there: it is loaded when a reader turns to it."""
    if page.locator(".js body[data-form-script]").count():
        page.locator("[data-form], [data-prints-set], [data-group-tools]").first.dispatch_event("pointerover")
        expect(page.locator("body[data-form-script]")).to_have_count(0)


def come_back(page: Page) -> None:
    """The reader's next act on the page after printing."""
    page.locator("h1").dispatch_event("pointerdown")


class FilledForm:
    """The form on a page.

    Args:
        page: The page, already open.
        downloads: A folder for what the reader saves.
    """

    def __init__(self, page: Page, downloads: Path) -> None:
        self.page = page
        self.downloads = downloads
        self.form = page.locator("form[data-form]")
        self.message = page.locator("[data-file-message]")
        turn_to_form(page)

    def fill(self, rows: int = 2) -> dict[str, Any]:
        """Fill in every field, with some rows more in every table that can have them, and draw in every drawing."""
        filled: dict[str, Any] = self.page.evaluate(FILL, rows)
        for drawing in self.form.locator(".field--drawing").all():
            drawing.locator("[data-draw-toggle]").click()
            surface = drawing.locator("[data-draw-surface]")
            surface.scroll_into_view_if_needed()
            box = surface.bounding_box()
            assert box is not None
            self.page.mouse.move(box["x"] + 40, box["y"] + 40)
            self.page.mouse.down()
            for step in range(1, 5):
                self.page.mouse.move(box["x"] + 40 + 20 * step, box["y"] + 40 + 10 * step)
            self.page.mouse.up()
            expect(drawing.locator(".drawing__stroke")).to_have_count(1)
        return filled

    def state(self) -> dict[str, Any]:
        """Everything that was put in, by name."""
        state: dict[str, Any] = self.page.evaluate(STATE)
        return state

    def show_files(self) -> None:
        """Folds out what has to do with files."""
        self.page.evaluate("document.querySelector('details.form__more').open = true")

    def save(self, action: str = "save") -> Path:
        """Presses a button that saves, and gives the file."""
        self.show_files()
        if action == "save-locked":
            for field in self.page.locator("[data-lock] input").all():
                field.fill(PASSPHRASE)
        with self.page.expect_download() as saved:
            self.page.locator(f'[data-action="{action}"]').click()
        path = self.downloads / f"{len(list(self.downloads.iterdir()))}-{saved.value.suggested_filename}"
        saved.value.save_as(path)
        return path

    def choose_file(self, file: Path | dict[str, Any]) -> None:
        """Chooses a file to open."""
        self.show_files()
        self.page.locator("[data-open-file]").set_input_files(file)  # type: ignore[arg-type]

    def open(self, file: Path, passphrase: str | None = None) -> None:
        """Open a file, with its passphrase where it is locked."""
        self.choose_file(file)
        if passphrase is not None:
            self.page.locator("[data-unlock-passphrase]").fill(passphrase)
            self.page.locator('[data-action="unlock"]').click()
