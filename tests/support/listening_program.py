"""A server program that runs on this machine for as long as a test is in its block."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager


def free_port() -> int:
    """A port of the loopback address at which nothing listens yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def listening(
    command: Sequence[str], port: int, environment: Mapping[str, str] | None = None, seconds: int = 10
) -> Iterator[None]:
    """Run a server, and wait until it listens.

    Args:
        command: The program with its arguments; it may not go to the background.
        port: Where it will listen.
        environment: All of its variables; without, those of this process.
        seconds: How long it may take to begin.

    Raises:
        AssertionError: It ended; the message is what it said.
    """
    running = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment)
    try:
        for _ in range(20 * seconds):
            assert running.poll() is None, running.stderr and running.stderr.read().decode()
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield
    finally:
        running.terminate()
        running.communicate()
