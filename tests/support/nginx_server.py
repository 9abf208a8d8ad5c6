"""A site behind the real nginx."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from listening_program import free_port, listening

SETTINGS = """
worker_processes 1; daemon off; pid FOLDER/nginx.pid; error_log stderr;
events { }
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log FOLDER/access.log;
  client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy; fastcgi_temp_path FOLDER/fastcgi;
  uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
  SERVER
}
"""
# Where nginx listens and what it serves in a container; here it is a free port and a copy.
CONTAINER_PORT = "listen 80;"
CONTAINER_FOLDER = "/usr/share/nginx/html"


def server_block(rules: Path) -> str:
    """Give a server of somebody's own that takes in the rules that `make site` made."""
    return f'server {{ {CONTAINER_PORT} root {CONTAINER_FOLDER}; add_header Own "yes" always; include {rules}; }}'


@contextmanager
def nginx_server(site: Path, server: str, folder: Path, below: str = "/") -> Iterator[str]:
    """Serve a site with nginx, and give the address of the server.

    Args:
        site: The folder that the build wrote.
        server: The `server` block as in a container: at port 80, with nginx' own folder.
        folder: Where nginx can write: what it logs goes into `access.log`.
        below: Where in nginx' own folder the site lies.
    """
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    port = free_port()
    # nginx reads as another user, who may not see into this user's temporary folder.
    served = Path(f"/tmp/houvast-nginx-{port}")
    shutil.copytree(site, served / below.strip("/"))
    served.chmod(0o755)
    assert CONTAINER_PORT in server
    assert CONTAINER_FOLDER in server
    server = server.replace(CONTAINER_PORT, f"listen 127.0.0.1:{port};").replace(CONTAINER_FOLDER, str(served))
    settings = folder / "nginx.conf"
    settings.write_text(SETTINGS.replace("FOLDER", str(folder)).replace("SERVER", server), "utf-8")
    try:
        with listening([program, "-c", str(settings)], port):
            yield f"http://127.0.0.1:{port}/"
    finally:
        shutil.rmtree(served)
