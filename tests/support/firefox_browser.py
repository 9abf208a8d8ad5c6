"""Firefox with a profile on disk, as Debian ships it to readers, driven through Marionette."""

from __future__ import annotations

import base64
import contextlib
import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from marionette_driver.marionette import Marionette
from other_browser import MAX_WAIT, WINDOW, NothingCameError, OtherBrowser

# Everything else is as readers have it: history, session, form history, passwords, translations, cache.
FORCED = {
    # What the driver needs: a port of its own, and none of the preferences that it sets by itself otherwise.
    "marionette.port": 0,
    "remote.prefs.recommended": False,
    # The driver hands files to fields inside the process of the page.
    "dom.file.createInChild": True,
    # No windows of a first start over the page.
    "termsofuse.bypassNotification": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.aboutwelcome.enabled": False,
    # Nothing goes out to the maker's servers while tests run.
    "app.normandy.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "browser.region.network.url": "",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
# Writes what the browser writes every fifteen seconds by itself.
SAVE_SESSION = """
const { SessionSaver } = ChromeUtils.importESModule("resource:///modules/sessionstore/SessionSaver.sys.mjs");
const { TabStateFlusher } = ChromeUtils.importESModule("resource:///modules/sessionstore/TabStateFlusher.sys.mjs");
const done = arguments[arguments.length - 1];
const flushed = TabStateFlusher.flushWindow(window).then(() => SessionSaver.run());
flushed.then(() => done(true), (error) => done(String(error)));
"""
# Messages of the browser's own parts have addresses of their own: chrome, resource, or none.
FROM_PAGES = """
return Services.console.getMessageArray().flatMap((message) => {
  if (!(message instanceof Ci.nsIScriptError) || !/^(https?|file|blob|data):/.test(message.sourceName)) return [];
  return [`${message.category}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`];
});
"""
SAID = """
const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
return storage.getEvents().filter((event) => !/^(chrome|resource|moz-extension):/.test(event.filename))
  .map((event) => `console.${event.level}: ${Array.from(event.arguments, String).join(" ")}`);
"""


class FirefoxBrowser(OtherBrowser):
    """Firefox, without a window; see `OtherBrowser`.

    Args:
        folder: The profile's folder, new or of an earlier run.
        preferences: What is to be otherwise than readers have it.
    """

    name = "Firefox"

    def __init__(self, folder: Path, **preferences: object) -> None:
        super().__init__(folder)
        own = {
            **FORCED,
            "browser.download.folderList": 2,
            "browser.download.dir": str(self.downloads),
            **{name.replace("__", "."): value for name, value in preferences.items()},
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in own.items()]
        (folder / "user.js").write_text("".join(lines), "utf-8")
        port = folder / "MarionetteActivePort"
        port.unlink(missing_ok=True)
        options = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access"]
        self._process = subprocess.Popen(
            [
                "firefox-esr",
                *options,
                f"--width={WINDOW[0]}",
                f"--height={WINDOW[1]}",
                "--profile",
                str(folder),
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + MAX_WAIT
        while not (port.exists() and port.read_text("utf-8")):
            if time.monotonic() > until or self._process.poll() is not None:
                raise NothingCameError("Firefox did not start")
            time.sleep(0.02)
        self.driver = Marionette(port=int(port.read_text("utf-8")))
        # A page that asks before it is left asks here too; a test that stands for the reader answers "leave".
        self.driver.start_session({"unhandledPromptBehavior": "accept"})
        self.driver.timeout.page_load = MAX_WAIT

    def goto(self, address: str) -> None:
        self.driver.navigate(address)

    def run(self, function: str, *arguments: object) -> Any:
        return self.driver.execute_script(f"return ({function})(...arguments)", list(arguments), sandbox=None)

    def element(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def actions(self, *sequences: dict[str, Any]) -> None:
        self._send("WebDriver:PerformActions", {"actions": list(sequences)})

    def back(self) -> None:
        self.driver.go_back()

    def reload(self) -> None:
        self.driver.refresh()

    @property
    def address(self) -> str:
        return str(self.driver.get_url())

    def fresh_tab(self) -> None:
        old = self.driver.window_handles
        fresh = self.driver.open(type="tab", focus=True)["handle"]
        for handle in old:
            self.driver.switch_to_window(handle)
            self.driver.close()
        self.driver.switch_to_window(fresh)
        self.problems()

    def new_tab(self) -> None:
        """Open a tab beside the others, and go on in it."""
        self.driver.switch_to_window(self.driver.open(type="tab", focus=True)["handle"])

    def close_tab(self) -> None:
        closed = self.driver.current_window_handle
        fresh = self.driver.open(type="tab")["handle"]
        self.driver.switch_to_window(closed)
        self.driver.close()
        self.driver.switch_to_window(fresh)

    def to_tab(self, address: str) -> None:
        """Wait for the tab with an address, such as one that comes back, and go on in it."""
        until = time.monotonic() + MAX_WAIT
        while time.monotonic() < until:
            for handle in self.driver.window_handles:
                self.driver.switch_to_window(handle)
                if self.address == address:
                    return
        raise NothingCameError(f"no tab with {address}")

    def problems(self) -> list[str]:
        """What pages wrote to the console since this was last asked: errors, warnings, refusals by a policy."""
        heard = [*self.in_browser(FROM_PAGES), *self._in_page(SAID)]
        self.in_browser("Services.console.reset()")
        self._in_page("Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).clearEvents()")
        return heard

    def close(self) -> None:
        if self._process.poll() is None:
            self.driver._send_message("Marionette:Quit", {"flags": ["eAttemptQuit"]})
            self._process.wait(MAX_WAIT)
        self._forget_session()

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(MAX_WAIT)
        self._forget_session()

    def save_session(self) -> None:
        """Lets the browser write its session now: by itself it does so every fifteen seconds."""
        with self.driver.using_context("chrome"):
            saved = self.driver.execute_async_script(SAVE_SESSION, sandbox="system")
        assert saved is True, saved

    def has_visited(self, address: str) -> bool:
        """Whether an address is in the history by now: it is written a moment after a page has come."""
        script = f"""
          const {{ PlacesUtils }} = ChromeUtils.importESModule("resource://gre/modules/PlacesUtils.sys.mjs");
          const done = arguments[arguments.length - 1];
          PlacesUtils.history.hasVisits({json.dumps(address)}).then(done, () => done(false));
        """
        with self.driver.using_context("chrome"):
            return bool(self.driver.execute_async_script(script, sandbox="system"))

    def set_offline(self, offline: bool) -> None:
        """Take the network away or give it back, as the menu item of old did."""
        self.in_browser(f"Services.io.offline = {json.dumps(offline)}")

    def set_scripts(self, allowed: bool) -> None:
        """Forbids pages to run scripts, or allows it again; those of the driver run all the same."""
        self.in_browser(f"Services.prefs.setBoolPref('javascript.enabled', {json.dumps(allowed)})")

    def print_page(self) -> bytes:
        """The page on paper, as a PDF."""
        return base64.b64decode(self._send("WebDriver:Print", {"background": True}))

    def in_browser(self, script: str) -> Any:
        """Run a script in the browser itself, outside every page."""
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(script, sandbox="system")

    def _in_page(self, script: str) -> Any:
        return self.driver.execute_script(script, sandbox="system")

    def _send(self, command: str, parameters: dict[str, Any]) -> Any:
        return self.driver._send_message(command, parameters, key="value")

    def _forget_session(self) -> None:
        # The driver would try to reach a browser that is gone.
        with contextlib.suppress(OSError):
            self.driver.client.close()
        self.driver.session, self.driver.cleanup_ran = None, True
