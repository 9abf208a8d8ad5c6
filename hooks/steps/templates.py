"""Takes the templates as they are for the length of a build."""

from __future__ import annotations

from jinja2 import Environment


def read_once(env: Environment) -> None:
    """Read each template once, and not look it up on disk again for every page; each build begins with new ones."""
    env.auto_reload = False
