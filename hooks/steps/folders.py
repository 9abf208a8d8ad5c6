"""The folders of the project, from the settings."""

from __future__ import annotations

from pathlib import Path

from houvast.data.problem import root_in_messages
from mkdocs.config.defaults import MkDocsConfig


def docs_folder(config: MkDocsConfig) -> Path:
    """The folder with the pages and data."""
    return Path(config.docs_dir)


def project_root(config: MkDocsConfig) -> Path:
    """The project's folder, from which paths in messages start."""
    return Path(config.config_file_path).absolute().parent


def docs_in_messages(config: MkDocsConfig) -> str:
    """The folder with the pages and data as messages write it."""
    return root_in_messages(config.docs_dir, config.config_file_path)
