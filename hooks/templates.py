"""Templates: each is read once in a build, not looked up on disk again for every page that includes it.

Answers this event of MkDocs; each build, also one of live reload, begins with templates that are read anew:
  on_env   once the templates are there
"""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Take the templates as they are for the rest of the build."""
    env.auto_reload = False
    return env
