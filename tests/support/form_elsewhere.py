"""A form as a reader fills it in, saves it and opens it again, in a browser that is not Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from filled_form import FILL, PASSPHRASE, STATE
from other_browser import OtherBrowser

TURN_TO = """() => document.querySelector("[data-form]").dispatchEvent(new Event("pointerover", { bubbles: true }))"""
IS_THERE = "() => document.readyState === 'complete' && !document.querySelector('body[data-form-script]')"
SHOW_FILES = "() => { document.querySelector('details.form__more').open = true; }"


class FormElsewhere:
    """The form on a page.

    Args:
        browser: The browser, with the page open.
    """

    def __init__(self, browser: OtherBrowser) -> None:
        self.browser = browser
        self.turn_to()

    def turn_to(self) -> None:
        """Touches the form, and waits until what makes it work is there."""
        self.browser.run(TURN_TO)
        self.browser.wait(IS_THERE)

    def fill(self) -> dict[str, Any]:
        """Fill in every field, adds rows, draws in every drawing; gives the words that were typed, by field."""
        words: dict[str, Any] = self.browser.run(FILL, 1)["words"]
        names = self.browser.run(
            "() => [...document.querySelectorAll('.field--drawing')].map((drawing) => drawing.dataset.field)"
        )
        for name in names:
            drawing = f'[data-field="{name}"]'
            self.browser.click(f"{drawing} [data-draw-toggle]")
            self.browser.wait("(on) => document.querySelector(on)", f"{drawing} [data-draw-toggle][aria-pressed=true]")
            self.browser.draw(f"{drawing} [data-draw-surface]", [(20 * step, 10 * step) for step in range(5)])
            self.browser.wait("(line) => document.querySelector(line)", f"{drawing} .drawing__stroke")
        return words

    def state(self) -> dict[str, Any]:
        """Everything that was put in, by name."""
        state: dict[str, Any] = self.browser.run(STATE)
        return state

    @property
    def offers_readable_file(self) -> bool:
        """Whether the form can be kept in a file without a lock."""
        return bool(self.browser.run("() => document.querySelector('[data-action=save]') !== null"))

    def press(self, action: str) -> None:
        """Presses one of the form's buttons."""
        self.browser.click(f'[data-action="{action}"]')

    def save(self, locked: bool) -> Path:
        """Keep the form in a file, with a lock or without."""
        self.browser.run(SHOW_FILES)
        if locked:
            self.browser.type(PASSPHRASE, "[data-passphrase]")
            self.browser.type(PASSPHRASE, "[name=passphrase-again]")
        return self.browser.download(lambda: self.press("save-locked" if locked else "save"))

    def open(self, file: Path, locked: bool) -> None:
        """Open a file that was kept."""
        self.browser.run(SHOW_FILES)
        self.browser.choose_file("[data-open-file]", file)
        if locked:
            self.browser.wait("() => document.querySelector('[data-unlock]').checkVisibility()")
            self.browser.type(PASSPHRASE, "[data-unlock-passphrase]")
            self.press("unlock")

    @property
    def message(self) -> str:
        """What the form says about files."""
        return str(self.browser.run("() => document.querySelector('[data-file-message]').textContent"))
