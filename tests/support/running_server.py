"""A web server that runs on this machine for as long as a test is in its block."""

from __future__ import annotations

import http.server
import threading
from types import TracebackType
from typing import Self


class RunningServer:
    """Listens on a free port of the loopback address, at `origin`.

    Args:
        handler: What answers requests.
    """

    def __init__(self, handler: type[http.server.BaseHTTPRequestHandler]) -> None:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
