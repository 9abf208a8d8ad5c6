"""WebKit as Debian ships it (WebKitGTK's own small browser), driven through WebDriver on a screen that nobody sees."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from other_browser import MAX_WAIT, WINDOW, OtherBrowser
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.command import Command
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service


def mini_browser() -> str:
    """Where WebKitGTK's own browser is: below a folder that is named after the machine's architecture."""
    found = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    assert found, "MiniBrowser of WebKitGTK is not there: tests/install-tools installs it"
    return str(found[0])


@contextmanager
def unseen_screen() -> Iterator[str]:
    """A screen that nobody sees, by its name."""
    reading, writing = os.pipe()
    # Without keys that repeat, since a busy machine holds each for long.
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-r"]
    process = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    assert number, "Xvfb did not start"
    try:
        yield f":{number}"
    finally:
        process.terminate()
        process.wait(MAX_WAIT)


def own_folders(folder: Path, screen: str) -> dict[str, str]:
    """The environment in which WebKit keeps everything in one folder."""
    kinds = {"XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "HOME": "home"}
    for name in kinds.values():
        (folder / name).mkdir(parents=True, exist_ok=True)
    return {
        **os.environ,
        **{variable: str(folder / name) for variable, name in kinds.items()},
        "DISPLAY": screen,
        "LC_ALL": "C.UTF-8",
        # No bus of the desktop and no graphics card: there is none here.
        "GSETTINGS_BACKEND": "memory",
        "NO_AT_BRIDGE": "1",
        "GDK_BACKEND": "x11",
        "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    }


class WebKitBrowser(OtherBrowser):
    """WebKit in its mode for automation: everything works, and nothing is written to disk but what is downloaded.

    Args:
        folder: The folder that stands for the reader's own.
        screen: The name of a screen, see `unseen_screen`.
    """

    name = "WebKit"

    def __init__(self, folder: Path, screen: str) -> None:
        super().__init__(folder)
        environment = own_folders(folder, screen)
        places = folder / "config/user-dirs.dirs"
        places.write_text(f'XDG_DOWNLOAD_DIR="{self.downloads}"\n', "utf-8")
        options = Options()
        options.binary_location = mini_browser()
        options.add_argument("--automation")
        options.unhandled_prompt_behavior = "accept"
        service = Service(shutil.which("WebKitWebDriver"), env=environment)
        self.driver = webdriver.WebKitGTK(options=options, service=service)
        self.driver.set_window_size(*WINDOW)
        self.driver.set_page_load_timeout(MAX_WAIT)
        self._service = service

    def goto(self, address: str) -> None:
        self.driver.get(address)

    def run(self, function: str, *arguments: object) -> Any:
        return self.driver.execute_script(f"return ({function})(...arguments)", *arguments)

    def element(self, selector: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def actions(self, *sequences: dict[str, Any]) -> None:
        self.driver.execute(Command.W3C_ACTIONS, {"actions": list(sequences)})

    def back(self) -> None:
        self.driver.back()

    def reload(self) -> None:
        self.driver.refresh()

    @property
    def address(self) -> str:
        return str(self.driver.current_url)

    def fresh_tab(self) -> None:
        old = self.driver.window_handles
        # In a window of its own: each download leaves a bar in the old one, until no page is to be seen there.
        self.driver.switch_to.new_window("window")
        fresh = self.driver.current_window_handle
        for handle in old:
            self.driver.switch_to.window(handle)
            self.driver.close()
        self.driver.switch_to.window(fresh)
        self.driver.set_window_size(*WINDOW)

    def close_tab(self) -> None:
        closed = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        fresh = self.driver.current_window_handle
        self.driver.switch_to.window(closed)
        self.driver.close()
        self.driver.switch_to.window(fresh)

    def close(self) -> None:
        self.driver.quit()

    def kill(self) -> None:
        os.kill(self._service.process.pid, signal.SIGKILL)
