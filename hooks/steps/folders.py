"""The folders of the project, from the settings."""

from __future__ import annotations

from pathlib import Path

from houvast.data.data_folder import FOLDER
from houvast.data.problem import root_in_messages
from mkdocs.config.defaults import MkDocsConfig


def docs_folder(config: MkDocsConfig) -> Path:
    """The folder with the pages."""
    return Path(config.docs_dir)


def project_root(config: MkDocsConfig) -> Path:
    """The project's folder, from which paths in messages start."""
    return Path(config.config_file_path).absolute().parent


def data_folder(config: MkDocsConfig) -> Path:
    """The folder with the data."""
    return project_root(config) / FOLDER


def templates_folder(config: MkDocsConfig) -> Path:
    """The folder with the templates, styles and scripts; in the settings relative to where the build runs."""
    return Path(str(config.theme.custom_dir)).absolute()


def docs_in_messages(config: MkDocsConfig) -> str:
    """The folder with the pages as messages write it."""
    return root_in_messages(config.docs_dir, config.config_file_path)
