"""A learning system on this machine, as small as can be: it opens a package with the runtime scorm-again, writes down
every call and every commit, and knows at the next opening what was committed."""

from __future__ import annotations

import fcntl
import http.server
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from project_root import ROOT
from running_server import RunningServer

FOLDER = ROOT / "tests/learning_systems"
RUNTIMES = {"1.2": "scorm12", "2004": "scorm2004"}
# What the runtime is called, and where the page in the frame looks for it.
NAMES = {"1.2": ("Scorm12API", "API"), "2004": ("Scorm2004API", "API_1484_11")}
PLAYER = """<!doctype html><html lang="en"><title>Courses</title>
<script src="/runtime.js"></script>
<script>
const kept = KEPT;
const api = new CLASS({ lmsCommitUrl: location.origin + "/commit", logLevel: 5 });
if (kept) api.loadFromJSON(kept);
let count = 0;
window.OFFERED = new Proxy(api, {
  get: (target, name) => typeof target[name] !== "function" ? target[name] : (...told) => {
    const answer = String(target[name](...told));
    navigator.sendBeacon("/called/OPENING", JSON.stringify([(count += 1), name, ...told, answer]));
    return answer;
  },
});
</script>
<h1>Courses</h1>
"""
FRAME = '<iframe AROUND src="/content/START" title="Module" width="1000" height="700"></iframe>'
WINDOW = '<a href="/content/START" target="module" rel="opener">Open</a>'


def npm_package(name: str) -> Path:
    """The folder of a package from npm, installed at the version that package-lock.json names."""
    lock, installed = FOLDER / "package-lock.json", FOLDER / "node_modules/.installed-lock.json"
    with (FOLDER / "package.json").open() as waits:
        fcntl.flock(waits, fcntl.LOCK_EX)
        if not installed.exists() or installed.read_bytes() != lock.read_bytes():
            command = ["npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"]
            subprocess.run(command, cwd=FOLDER, check=True)
            shutil.copyfile(lock, installed)
    return FOLDER / "node_modules" / name


class LearningSystem(RunningServer):
    """Opens one package, at `url`.

    Args:
        package: The zip.
        standard: The edition of SCORM: `1.2` or `2004`.
        folder: An empty folder to unpack it in.
        start: What it opens of the package.
        in_window: Whether it opens the package in a window of its own, by a link, and not in a frame.
        around: Further attributes of the frame.
    """

    def __init__(
        self,
        package: Path,
        standard: str,
        folder: Path,
        start: str = "start.html",
        *,
        in_window: bool = False,
        around: str = "",
    ) -> None:
        self.openings: list[list[Any]] = []
        self.commits: list[dict[str, Any]] = []
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder / "content")
        runtime = npm_package("scorm-again") / f"dist/{RUNTIMES[standard]}.min.js"
        shutil.copyfile(runtime, folder / "runtime.js")
        made, offered = NAMES[standard]
        player = PLAYER.replace("CLASS", made).replace("OFFERED", offered)
        player += (WINDOW if in_window else FRAME).replace("START", start).replace("AROUND", around)
        system = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments: object) -> None:
                super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

            def do_GET(self) -> None:
                if urlsplit(self.path).path != "/":
                    return super().do_GET()
                known = player.replace("KEPT", json.dumps(system.kept)).replace("OPENING", str(len(system.openings)))
                system.openings.append([])
                return self.answer("text/html", known)

            def do_POST(self) -> None:
                told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                _, kind, *opening = self.path.split("/")
                (system.openings[int(opening[0])] if kind == "called" else system.commits).append(told)
                self.answer("application/json", '{"result": true, "errorCode": 0}')

            def answer(self, kind: str, text: str) -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *arguments: object) -> None:
                pass

        super().__init__(Handler)
        self.url = f"{self.origin}/"

    @property
    def kept(self) -> dict[str, Any] | None:
        """What the next opening knows: all of the last one, if the module asked for that."""
        if not self.commits:
            return None
        data = self.commits[-1]["cmi"]
        leaving = data.get("core", data)
        return data if leaving.pop("exit", "suspend") == "suspend" else None

    def called(self) -> list[tuple[str, ...]]:
        """What the module called since it was opened last, in order: the name, and what it told or asked for."""
        # Each call has its number before it, and the runtime's answer after it.
        return [tuple(call[1:-1]) for call in sorted(self.openings[-1])]

    def answers(self) -> set[str]:
        """What the runtime answered to what was told since the module was opened last."""
        return {call[-1] for call in self.openings[-1] if "Get" not in call[1]}
