"""A web server on this machine that sends what can be made smaller in brotli, and remembers what it sent."""

from __future__ import annotations

import contextlib
import http.server
import urllib.parse
from pathlib import Path

import cramjam
from running_server import RunningServer

# What servers do not make smaller: it is already.
_COMPRESSED_ALREADY = {".png", ".jpg", ".webp", ".woff2", ".gz", ".zip", ".pagefind", ".pf_fragment", ".pf_index"}


class BrotliServer(RunningServer):
    """Serves a folder on a free port of the loopback address.

    Args:
        folder: What to serve.

    Attributes:
        sent: The path and the bytes of each answer since the list was last emptied, headers left out.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sent: list[tuple[str, int]] = []
        self._bodies: dict[Path, bytes] = {}
        outer = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = urllib.parse.urlsplit(self.path).path
                file = outer.file(path)
                if not file.is_file():
                    self.send_error(404)
                    return
                body = outer.body(file)
                outer.sent.append((path, len(body)))
                self.send_response(200)
                self.send_header("Content-Type", self.guess_type(str(file)))
                if file.suffix not in _COMPRESSED_ALREADY:
                    self.send_header("Content-Encoding", "br")
                self.send_header("Content-Length", str(len(body)))
                # A browser that is closed takes no more.
                with contextlib.suppress(ConnectionError):
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *arguments: object) -> None:
                pass

        Handler.extensions_map = {
            **Handler.extensions_map,
            ".html": "text/html; charset=utf-8",
            ".wasm": "application/wasm",
        }
        super().__init__(Handler)
        self.url = f"{self.origin}/"

    def file(self, path: str) -> Path:
        """The file behind a path of an address."""
        file = self.folder / urllib.parse.unquote(path).lstrip("/")
        return file / "index.html" if file.is_dir() else file

    def body(self, file: Path) -> bytes:
        """A file as it is sent."""
        if file not in self._bodies:
            content = file.read_bytes()
            small = file.suffix in _COMPRESSED_ALREADY
            self._bodies[file] = content if small else bytes(cramjam.brotli.compress(content, level=11))
        return self._bodies[file]
