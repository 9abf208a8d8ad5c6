"""What tests can do with a browser that is not Chromium: the same few actions in Firefox and in WebKit."""

from __future__ import annotations

import itertools
import json
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

# Keys by the names that Playwright has for them, as WebDriver sends them (w3.org/TR/webdriver2, "keyboard actions").
KEYS = {
    "Backspace": "\ue003",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    " ": " ",
}
MAX_WAIT = 40.0
WINDOW = (1280, 1000)
MIDDLE = """(selector) => {
  const element = document.querySelector(selector);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getBoundingClientRect();
  if (!element.checkVisibility() || box.width === 0) throw new Error(`${selector} is not to be seen`);
  return [box.left, box.top, box.width, box.height];
}"""


# How many looks in a row have to find an element where it was: on a busy machine a page goes on moving for a while.
STEADY = 4


class NothingCameError(AssertionError):
    """Something that a test waits for did not come."""


class OtherBrowser(ABC):
    """A browser with its own folder on disk, which a test drives as a reader does.

    Args:
        folder: Where the browser keeps everything; it is made if it is not there.
    """

    name: str

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.downloads = folder.parent / f"{folder.name}-downloads"
        self.downloads.mkdir(parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True)
        self._numbers = itertools.count()

    @abstractmethod
    def goto(self, address: str) -> None:
        """Open an address as if it were typed into the address bar, and wait until it is there."""

    @abstractmethod
    def run(self, function: str, *arguments: object) -> Any:
        """Call a function of JavaScript in the page, and give what it returns."""

    @abstractmethod
    def element(self, selector: str) -> Any:
        """The first element that a selector finds, as the driver knows it."""

    @abstractmethod
    def actions(self, *sequences: dict[str, Any]) -> None:
        """Presses keys and moves the pointer, written as WebDriver has it."""

    @abstractmethod
    def back(self) -> None:
        """Presses Back."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @property
    @abstractmethod
    def address(self) -> str:
        """The address of the page."""

    @abstractmethod
    def fresh_tab(self) -> None:
        """Open a tab and close all others."""

    @abstractmethod
    def close_tab(self) -> None:
        """Close the tab with what is on it, and go on in another."""

    @abstractmethod
    def close(self) -> None:
        """Close the browser as a reader does; what it writes is on disk afterwards."""

    @abstractmethod
    def kill(self) -> None:
        """End the browser without giving it the time to tidy up."""

    def choose_file(self, selector: str, path: Path) -> None:
        """Chooses a file in a field for one."""
        self.element(selector).send_keys(str(path))

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so outside of the page, such as on disk."""
        until = time.monotonic() + MAX_WAIT
        while not is_so():
            if time.monotonic() > until:
                raise NothingCameError(self.name)
            time.sleep(0.1)

    def wait(self, function: str, *arguments: object, longest: float = MAX_WAIT) -> Any:
        """Wait until a function of JavaScript gives something that is true, and give that.

        While a page is on its way to another one, the driver cannot ask it: that counts as not yet.
        """
        until = time.monotonic() + longest
        last: object = None
        while time.monotonic() < until:
            try:
                last = self.run(function, *arguments)
            except Exception as error:
                last = error
            else:
                if last:
                    return last
            time.sleep(0.02)
        raise NothingCameError(f"{self.name}: {function} with {arguments} at {self.address}: {last!r}")

    def wait_for_address(self, address: str, longest: float = MAX_WAIT) -> None:
        """Wait until the page of an address is there."""
        self.wait(
            "(address) => location.href === address && document.readyState === 'complete'", address, longest=longest
        )

    def wait_for_text(self, selector: str, text: str) -> None:
        """Wait until an element says exactly this."""
        self.wait("(selector, text) => document.querySelector(selector)?.textContent.trim() === text", selector, text)

    def texts(self, selector: str) -> list[str]:
        """What each element says."""
        return list(
            self.run("(selector) => [...document.querySelectorAll(selector)].map((one) => one.innerText)", selector)
        )

    def click(self, selector: str) -> None:
        """Brings an element into the middle of the view and clicks it."""
        self._point(selector, [(0, 0)])

    def press(self, *keys: str) -> None:
        """Presses keys one after another; `Shift+A` presses both together."""
        steps: list[dict[str, Any]] = []
        for key in keys:
            parts = key.split("+") if len(key) > 1 else [key]
            values = [KEYS.get(part, part) for part in parts]
            steps += [{"type": "keyDown", "value": value} for value in values]
            steps += [{"type": "keyUp", "value": value} for value in reversed(values)]
        self.actions({"type": "key", "id": "keys", "actions": steps})

    def type(self, text: str, into: str | None = None) -> None:
        """Types a text key by key, into a field or where the focus is."""
        if into is not None:
            self.run("(selector) => document.querySelector(selector).focus()", into)
        self.press(*text)
        if into is not None:
            # Keys come by another way than scripts, which would be there first on a busy machine.
            self.wait("(selector, text) => document.querySelector(selector).value.includes(text)", into, text)

    def draw(self, selector: str, places: Sequence[tuple[float, float]]) -> None:
        """Draws a line over an element with the button held; places are counted from its middle."""
        self._point(selector, places)

    def _middle(self, selector: str) -> tuple[float, float]:
        """The middle of an element, once it stays where it is."""
        box, same = self.run(MIDDLE, selector), 0
        while same < STEADY:
            time.sleep(0.05)
            box, before = self.run(MIDDLE, selector), box
            same = same + 1 if box == before else 0
        left, top, width, height = box
        return left + width / 2, top + height / 2

    def _point(self, selector: str, places: Sequence[tuple[float, float]]) -> None:
        until = time.monotonic() + MAX_WAIT
        while True:
            left, top = self._middle(selector)
            along = [(left + x, top + y) for x, y in places]
            try:
                self._press_along(along)
                return
            except Exception as error:
                # The page moved after all, and the pointer has not pressed anything yet.
                if "OutOfBounds" not in type(error).__name__:
                    raise
                if time.monotonic() > until:
                    size = self.run("() => [innerWidth, innerHeight]")
                    raise NothingCameError(f"{self.name}: {selector} at {along} is not in a view of {size}") from error

    def _press_along(self, places: list[tuple[float, float]]) -> None:
        moves = [
            {"type": "pointerMove", "duration": 0, "origin": "viewport", "x": int(x), "y": int(y)} for x, y in places
        ]
        down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
        steps = [moves[0], down, *moves[1:], up]
        self.actions({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps})

    def download(self, start: Callable[[], None]) -> Path:
        """Do what starts a download, waits until it is complete, and give a copy of its file.

        The folder is empty before: browsers differ in what they do where a name is taken.
        """
        for path in self.downloads.iterdir():
            path.unlink()
        start()
        self.wait_until(lambda: [_is_whole(path) for path in self.downloads.iterdir()] == [True])
        (path,) = self.downloads.iterdir()
        return Path(shutil.copy(path, self.folder.parent / f"kept-{next(self._numbers)}-{path.name}"))


def _is_whole(path: Path) -> bool:
    """Whether a file of this site is there to its end: the browser may be writing it still, beside or in it."""
    try:
        json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return True
