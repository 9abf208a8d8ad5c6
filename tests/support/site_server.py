"""A plain web server on this machine, which remembers what was asked of it."""

from __future__ import annotations

import http.server
from pathlib import Path

from running_server import RunningServer


class SiteServer(RunningServer):
    """Serves a folder on a free port of the loopback address, below a path if need be.

    Args:
        folder: What to serve.
        below: The path at which the site lies, e.g. `/some/folder`.
    """

    def __init__(self, folder: Path, below: str = "") -> None:
        class Handler(http.server.SimpleHTTPRequestHandler):
            def __init__(self, *arguments: object) -> None:
                super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

            def do_GET(self) -> None:
                if not self.path.startswith(f"{below}/"):
                    self.send_error(404)
                    return
                self.path = self.path.removeprefix(below)
                super().do_GET()

            def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
                not_found = folder / "404.html"
                if code != 404 or not not_found.exists():
                    return super().send_error(code, message, explain)
                self.send_response(404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(not_found.read_bytes())
                return None

            def log_message(self, *arguments: object) -> None:
                pass

        super().__init__(Handler)
        self.url = f"{self.origin}{below}/"
