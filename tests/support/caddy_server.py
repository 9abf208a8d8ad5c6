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
	root * ROOT
	header Own "yes"
	log {
		output file FOLDER/access.log
	}
	import RULES
}
"""


@contextmanager
def caddy_server(site: Path, rules: Path, folder: Path, below: str = "/") -> Iterator[str]:
    """Serve a site with Caddy by the rules that `make site` made, and give the address of the server.

    Args:
        site: The folder that the build wrote.
        rules: The file with the rules.
        folder: Where Caddy can write: what it logs goes into `access.log`.
        below: Where in the server's root the site lies.
    """
    port = free_port()
    root = site
    if inner := below.strip("/"):
        root = folder / "root"
        (root / inner).parent.mkdir(parents=True)
        (root / inner).symlink_to(site)
    settings = folder / "Caddyfile"
    written = SETTINGS.replace("PORT", str(port)).replace("RULES", str(rules))
    settings.write_text(written.replace("ROOT", str(root)).replace("FOLDER", str(folder)), "utf-8")
    command = ["caddy", "run", "--config", str(settings), "--adapter", "caddyfile"]
    with listening(command, port, {**os.environ, "HOME": str(folder)}):
        yield f"http://127.0.0.1:{port}/"
