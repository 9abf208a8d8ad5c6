"""A site behind the real Caddy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from listening_program import free_port, listening

SETTINGS = """{
	admin off
	auto_https off
}
http://127.0.0.1:PORT {
	root * SITE
	import SITE/servers/Caddyfile
}
"""


@contextmanager
def caddy_server(site: Path, folder: Path) -> Iterator[str]:
    """Serve a site with Caddy as the file in it tells, and give its address.

    Args:
        site: The folder that the build wrote.
        folder: Where Caddy can write.
    """
    port = free_port()
    settings = folder / "Caddyfile"
    settings.write_text(SETTINGS.replace("PORT", str(port)).replace("SITE", str(site)), "utf-8")
    command = ["caddy", "run", "--config", str(settings), "--adapter", "caddyfile"]
    with listening(command, port, {**os.environ, "HOME": str(folder)}):
        yield f"http://127.0.0.1:{port}/"
