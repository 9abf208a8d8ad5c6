"""WebKit's small browser as a reader has it: what it keeps is on disk, and it is driven by real keys.

In its mode for automation it writes nothing to disk, so a search there would find nothing whatever the site did. Here
it runs without that mode. Keys and the mouse are those of the screen (xdotool); scripts are run through the inspector.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import websocket
from near_exit import dead_host
from other_browser import MAX_WAIT, NothingCameError, OtherBrowser
from webkit_browser import mini_browser, own_folders

# Keys as WebDriver writes them, by the names that X has for them.
NAMES = {
    "\ue003": "BackSpace",
    "\ue004": "Tab",
    "\ue007": "Return",
    "\ue008": "Shift_L",
    "\ue009": "Control_L",
    "\ue00c": "Escape",
    " ": "space",
}


class WebKitProfile(OtherBrowser):
    """WebKit with a folder on disk; see `OtherBrowser`.

    Args:
        folder: The folder that stands for the reader's own, new or of an earlier run.
        screen: The name of a screen, see `unseen_screen`.
        settings: Settings of WebKit by their names with underscores, such as `enable_javascript`.
    """

    name = "WebKit"

    def __init__(self, folder: Path, screen: str, **settings: bool) -> None:
        super().__init__(folder)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._inspector = f"127.0.0.1:{port}"
        self._environment = {**own_folders(folder, screen), "WEBKIT_INSPECTOR_HTTP_SERVER": self._inspector}
        self._said = folder.parent / f"{folder.name}-said.txt"
        self._runs_scripts = settings.get("enable_javascript", True)
        chosen = {"enable_write_console_messages_to_stdout": True, **settings}
        options = [f"--{name.replace('_', '-')}={str(value).lower()}" for name, value in chosen.items()]
        # It begins with a page of its maker: nothing goes out while tests run.
        options += [f"--proxy={dead_host()}", "--ignore-host=127.0.0.1"]
        with self._said.open("a") as said:
            self._process = subprocess.Popen(
                ["stdbuf", "--output=L", mini_browser(), *options, f"--session-file={folder / 'session'}"],
                env=self._environment,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._socket: websocket.WebSocket | None = None
        self._place = self._target = ""
        self._number = 0
        self._read = len(self._log())
        self.wait("() => true")
        windows = self._keys("search", "--sync", "--onlyvisible", "--class", "MiniBrowser").split()
        self._window = windows[-1]
        self._keys("windowfocus", "--sync", self._window, "windowsize", "--sync", self._window, "1280", "1000")

    def goto(self, address: str) -> None:
        self._arrive(address)
        # The focus goes to the page by its margin; the first keys in a new window come to no page.
        self._keys("mousemove", "2", "600", "click", "1")
        self.wait("() => document.hasFocus()")
        if not self._runs_scripts:
            return
        self.run("() => addEventListener('keyup', () => { window.keysCome = true; }, { once: true })")
        self.wait_until(lambda: bool(self._keys("key", "Pause") or self.run("() => window.keysCome === true")))
        self.run("() => delete window.keysCome")

    def _arrive(self, address: str) -> None:
        """Asks for an address again and again: the page of its maker, which cannot come, may end the way to it."""
        for asks_left in (3, 2, 1, 0):
            self.wait("(address) => { location.href = address; return true; }", address)
            try:
                self.wait_for_address(address, longest=MAX_WAIT / 2)
                return
            except NothingCameError:
                if asks_left == 0:
                    raise

    def run(self, function: str, *arguments: object) -> Any:
        call = f"({function})(...{json.dumps(arguments)})"
        answer = self._ask("Runtime.evaluate", {"expression": call, "returnByValue": True})
        if answer.get("wasThrown"):
            raise ValueError(answer["result"])
        return answer["result"].get("value")

    def element(self, selector: str) -> Any:
        raise NotImplementedError("only a driver knows elements")

    def actions(self, *sequences: dict[str, Any]) -> None:
        top = self.run("() => outerHeight - innerHeight")
        words: list[str] = []
        for step in [step for sequence in sequences for step in sequence["actions"]]:
            kind = step["type"]
            if kind == "pointerMove":
                words += ["mousemove", str(step["x"]), str(step["y"] + top)]
            elif kind in {"pointerDown", "pointerUp"}:
                words += [kind.replace("pointer", "mouse").lower(), "1"]
            else:
                value = str(step["value"])
                plain = value if value.isascii() and value.isalnum() else f"U{ord(value):04X}"
                words += [kind.lower(), NAMES.get(value, plain)]
        self._keys(*words)

    def back(self) -> None:
        # The first button of the bar.
        self._keys("mousemove", "20", "19", "click", "1")

    def reload(self) -> None:
        self._keys("key", "F5")

    @property
    def address(self) -> str:
        return str(self.run("() => location.href"))

    def fresh_tab(self) -> None:
        raise NotImplementedError("each test has a browser of its own here")

    def close_tab(self) -> None:
        # The tabs have a row of their own, below the bar, once there are two.
        self._keys("key", "ctrl+t", "mousemove", "100", "52", "click", "1", "key", "ctrl+w")
        self._disconnect()
        # A new tab has no page yet that could be looked into.
        self._keys("key", "ctrl+l", "type", "--delay", "0", "about:blank")
        self._keys("key", "Return")
        self.wait_for_address("about:blank")

    def problems(self) -> list[str]:
        """What pages wrote to the console since this was last asked: errors, warnings, refusals by a policy."""
        said = self._log()
        heard = re.findall(r"^.*: CONSOLE .*$", said[self._read :], re.MULTILINE)
        self._read = len(said)
        return heard

    def close(self) -> None:
        if self._process.poll() is None:
            self._keys("key", "ctrl+q")
        self._process.wait(MAX_WAIT)

    def kill(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(MAX_WAIT)

    def _keys(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment, capture_output=True, text=True, check=True)
        return done.stdout

    def _log(self) -> str:
        return self._said.read_text("utf-8", "replace") if self._said.exists() else ""

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        """Asks the page of the tab that is in front; begins anew where a page has come in another process."""
        if self._socket is None:
            self._connect()
        assert self._socket is not None
        self._number += 1
        message = json.dumps({"id": self._number, "method": method, "params": parameters})
        self._send("Target.sendMessageToTarget", {"targetId": self._target, "message": message})
        while True:
            try:
                said = json.loads(self._socket.recv())
            except websocket.WebSocketTimeoutException:
                # A page that asks before it is left says nothing until then: the reader answers "leave".
                self._keys("key", "Return")
                raise NothingCameError("a page that is busy, or a question") from None
            except websocket.WebSocketException:
                self._disconnect()
                raise
            if said.get("method") == "Target.didCommitProvisionalTarget":
                self._target = said["params"]["newTargetId"]
                raise NothingCameError("another page has come")
            if said.get("method") == "Target.dispatchMessageFromTarget":
                answer = json.loads(said["params"]["message"])
                if answer.get("id") == self._number:
                    if "error" in answer:
                        raise ValueError(answer["error"])
                    return answer["result"]
            if "error" in said:
                self._disconnect()
                raise ValueError(said["error"])

    def _disconnect(self) -> None:
        if self._socket is not None:
            self._socket.close()
        self._socket = None

    def _connect(self) -> None:
        with urllib.request.urlopen(f"http://{self._inspector}/") as page:
            places = re.findall(r"/(socket/\d+/\d+/WebPage)", page.read().decode())
        if not places:
            raise NothingCameError("no page to look into yet")
        self._socket = websocket.create_connection(f"ws://{self._inspector}/{places[-1]}", timeout=2)
        said = json.loads(self._socket.recv())
        self._target = said["params"]["targetInfo"]["targetId"]

    def _send(self, method: str, parameters: dict[str, Any]) -> None:
        assert self._socket is not None
        self._socket.send(json.dumps({"id": -self._number, "method": method, "params": parameters}))
