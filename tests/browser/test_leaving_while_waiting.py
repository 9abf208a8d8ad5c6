"""Whatever takes time on a form ends with leaving: no file, no answer, no message comes behind the cover."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filled_form import PASSPHRASE, FilledForm, turn_to_form
from hostile_files import readable_file, signed
from locked_file import lock_file
from playwright.sync_api import Download, Page, Route, expect
from site_server import SiteServer
from test_leaving import leave

PLAN = "werk/bladen/veiligheidsplan/"
SECRET = "geheimantwoord"
KEPT = signed(readable_file({"why/leads": SECRET}, form="safety-plan"))

# Holds back what one of these gives until the test lets go, and counts what is under way; keeps the addresses of files
# that were made to be downloaded.
HOLD = """(name) => {
  const waiting = [], asked = [], files = new Set();
  let underWay = 0;
  const tell = () => asked.splice(0).forEach((look) => look());
  const until = (isSo) => new Promise((resume) => {
    const look = () => (isSo() ? setTimeout(resume) : asked.push(look));
    look();
  });
  const through = (owner, name, isHeld) => {
    const own = owner[name];
    owner[name] = async function (...given) {
      underWay += 1;
      try {
        if (isHeld) await new Promise((go) => { waiting.push(go); tell(); });
        return await own.apply(this, given);
      } finally {
        underWay -= 1;
        // After what follows at once, which may be under way then.
        setTimeout(tell);
      }
    };
  };
  through(Blob.prototype, "arrayBuffer", name === "arrayBuffer");
  through(Clipboard.prototype, "writeText", name === "writeText");
  for (const step of ["deriveKey", "encrypt", "decrypt"]) through(SubtleCrypto.prototype, step, name === step);
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (content) => {
    const address = createObjectURL.call(URL, content);
    files.add(address);
    return address;
  };
  URL.revokeObjectURL = (address) => {
    files.delete(address);
    revokeObjectURL.call(URL, address);
  };
  window.held = {
    waits: () => until(() => waiting.length > 0),
    letGo: () => waiting.splice(0).forEach((go) => go()),
    isDone: () => until(() => underWay === 0),
    files: () => files.size,
  };
}"""

STATE = """() => ({
  fields: [...document.querySelectorAll("textarea, input, select")].map((field) => field.value).join("|"),
  html: document.documentElement.outerHTML,
  said: [...document.querySelectorAll("[role=status]")].map((place) => place.textContent.trim()).join(""),
})"""


class HeldPage:
    """A form on which something takes its time.

    Args:
        page: A fresh page.
        address: Of the form.
        downloads: A folder for what the reader saves.
        held: What is held back, as JavaScript calls it.
    """

    def __init__(self, page: Page, address: str, downloads: Path, held: str) -> None:
        self.page = page
        self.downloaded: list[Download] = []
        page.on("download", lambda download: self.downloaded.append(download))
        page.on("dialog", lambda dialog: dialog.accept())
        page.add_init_script(f"({HOLD})({json.dumps(held)})")
        page.goto(address)
        turn_to_form(page)
        self.form = FilledForm(page, downloads)
        self.form.show_files()

    def press(self, action: str) -> None:
        self.page.locator(f'[data-action="{action}"]:visible').click()

    def fill(self) -> None:
        self.page.locator("[name='why/leads']").fill(SECRET)

    def choose(self, content: bytes) -> None:
        self.form.choose_file({"name": "notities.json", "mimeType": "application/json", "buffer": content})

    def wait(self) -> None:
        """Until something is held back."""
        self.page.evaluate("held.waits()")

    def let_go(self) -> None:
        """Until everything that follows from what was held back is done."""
        self.page.evaluate("held.letGo()")
        self.page.evaluate("held.isDone()")

    def leave(self) -> None:
        """Leaves where the browser says that it is offline: the cover stays, and can be asked what is behind it."""
        self.page.evaluate("Object.defineProperty(navigator, 'onLine', { value: false })")
        leave(self.page)
        expect(self.page.locator("html")).to_have_class(re.compile(r"\bleft\b"))

    def state(self) -> dict[str, Any]:
        state: dict[str, Any] = self.page.evaluate(STATE)
        return state


def save_locked(held: HeldPage) -> None:
    held.fill()
    for field in held.page.locator("[data-lock] input").all():
        field.fill(PASSPHRASE)
    held.press("save-locked")


def choose_file(held: HeldPage) -> None:
    held.choose(KEPT)


def unlock(held: HeldPage) -> None:
    held.choose(lock_file(KEPT, PASSPHRASE))
    held.page.locator("[data-unlock-passphrase]").fill(PASSPHRASE)
    held.press("unlock")


def copy(held: HeldPage) -> None:
    held.fill()
    held.press("copy")


WAITS: dict[str, tuple[str, Callable[[HeldPage], None]]] = {
    "a file that is being locked": ("deriveKey", save_locked),
    "a file that is nearly locked": ("encrypt", save_locked),
    "a file that is being read": ("arrayBuffer", choose_file),
    "a file that is being unlocked": ("deriveKey", unlock),
    "a file that is nearly unlocked": ("decrypt", unlock),
    "a text that is being copied": ("writeText", copy),
}


@pytest.mark.parametrize("wait", WAITS)
def test_what_waits_comes_to_nothing_when_the_reader_leaves(
    page: Page, server: SiteServer, tmp_path: Path, wait: str
) -> None:
    name, begin = WAITS[wait]
    held = HeldPage(page, server.url + PLAN, tmp_path, name)
    begin(held)
    held.wait()
    held.leave()
    held.let_go()
    after = held.state()
    assert SECRET not in after["html"] + after["fields"]
    assert PASSPHRASE not in after["html"] + after["fields"]
    assert after["said"] == ""
    assert page.evaluate("held.files()") == 0
    assert held.downloaded == []


@pytest.mark.parametrize("wait", WAITS)
def test_for_who_stays_it_goes_on(page: Page, server: SiteServer, tmp_path: Path, wait: str) -> None:
    # So what is held back above would really have come.
    name, begin = WAITS[wait]
    held = HeldPage(page, server.url + PLAN, tmp_path, name)
    begin(held)
    held.wait()
    held.let_go()
    assert SECRET in held.state()["fields"]
    assert held.state()["said"] != ""
    assert page.evaluate("held.files()") == int(begin is save_locked)


def test_a_copy_that_fails_after_leaving_is_not_shown(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.add_init_script("Clipboard.prototype.writeText = async () => { throw new Error('refused'); }")
    held = HeldPage(page, server.url + PLAN, tmp_path, "writeText")
    copy(held)
    held.wait()
    held.leave()
    held.let_go()
    assert SECRET not in held.state()["fields"]
    assert held.state()["said"] == ""


@pytest.mark.parametrize("action", ["save", "document"])
def test_what_was_saved_before_is_let_go_of_when_the_reader_leaves(
    page: Page, server: SiteServer, tmp_path: Path, action: str
) -> None:
    held = HeldPage(page, server.url + PLAN, tmp_path, "nothing")
    held.fill()
    saved = held.form.save(action)
    assert SECRET in saved.read_text("utf-8")
    assert page.evaluate("held.files()") == 1
    held.leave()
    assert page.evaluate("held.files()") == 0


def test_words_that_are_asked_for_do_not_come_after_leaving(page: Page, server: SiteServer, tmp_path: Path) -> None:
    held = HeldPage(page, server.url + PLAN, tmp_path, "nothing")
    page.evaluate(
        "() => { window.loaded = new Promise((go) => document.addEventListener('load', () => go(true), true)); }"
    )
    asked: list[Route] = []
    page.route("**/words*.js", lambda route: asked.append(route))
    before = held.state()["fields"]
    with page.expect_request("**/words*.js"):
        held.press("propose")
    words = page.request.get(asked[0].request.url).text()
    held.leave()
    asked[0].fulfill(body=words, content_type="text/javascript")
    assert page.evaluate("window.loaded")
    held.let_go()
    assert held.state()["said"] == ""
    assert held.state()["fields"] == before


@pytest.mark.parametrize("wait", ["a file that is being read", "a file that is being unlocked"])
def test_a_file_that_is_being_opened_does_not_fill_a_form_that_was_cleared_meanwhile(
    page: Page, server: SiteServer, tmp_path: Path, wait: str
) -> None:
    name, begin = WAITS[wait]
    held = HeldPage(page, server.url + PLAN, tmp_path, name)
    page.locator("[name='why/leads']").fill("eerst dit")
    begin(held)
    held.wait()
    held.press("clear")
    held.let_go()
    assert SECRET not in held.state()["fields"]
    expect(page.locator("[data-replace]")).to_be_hidden()
