"""Builds a project from nothing, and says how long that took."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contender import Contender

_SETTINGS = {"NO_MKDOCS_2_WARNING": "1", "ASTRO_TELEMETRY_DISABLED": "1"}


@dataclass(frozen=True)
class BuildTime:
    """How long a build took, in seconds: by the clock, and of the processor, which what else runs hardly changes."""

    clock: float
    processor: float


def timed_build(contender: Contender, project: Path) -> BuildTime:
    """Build a project as if for the first time.

    Args:
        contender: How.
        project: The project's folder.

    Raises:
        RuntimeError: If it cannot be built.
    """
    contender.clear(project)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    run_build(contender.command, project)
    clock, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return BuildTime(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def run_build(command: Sequence[str], project: Path) -> None:
    """Run a command that builds.

    Raises:
        RuntimeError: If it fails; it says what the command printed.
    """
    result = subprocess.run(
        command, cwd=project, env={**os.environ, **_SETTINGS}, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise RuntimeError(f"{' '.join(command)} failed in {project}:\n{result.stdout}{result.stderr}")
