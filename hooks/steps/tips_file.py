"""Writes the tips of all languages as data, once all pages are read."""

from __future__ import annotations

from pathlib import Path

from houvast.data import release
from houvast.data.data_folder import shared_file
from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml
from houvast.output.tips_file import FILE, tips_as_data, written
from mkdocs.config.defaults import MkDocsConfig

from steps.folders import project_root
from steps.site_state import SiteBuild


def write_tips(site: SiteBuild, config: MkDocsConfig) -> None:
    """Write the file."""
    root = project_root(config)
    newest = release.read_release(root / release.FILE)
    data = tips_as_data(
        {language: build.catalogue for language, build in site.languages.items()},
        {page for build in site.languages.values() for page in build.refusing},
        {name: said["title"] for name, said in read_yaml(read_text(root / shared_file("sources.yml"))).items()},
        {"site": config.site_name, "address": config.site_url or "", "release": newest.number if newest else ""},
    )
    (Path(config.site_dir) / FILE).write_text(written(data), "utf-8")
