"""A project behind `mkdocs serve`, as `make serve` starts it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from listening_program import free_port, listening


@contextmanager
def served(project: Path) -> Iterator[str]:
    """Serve a project, and give its address.

    Args:
        project: The project's folder.
    """
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--config-file", str(project / "mkdocs.yml")]
    command += ["--dev-addr", f"127.0.0.1:{port}"]
    # It listens once the first build is there.
    with listening(command, port, {**os.environ, "NO_MKDOCS_2_WARNING": "1"}, seconds=120):
        yield f"http://127.0.0.1:{port}/"
