"""Joins the parts of the stylesheets and of the scripts, so that a page asks for what it needs and no more."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from houvast.data import passphrase_words
from houvast.data.languages import load_language
from houvast.data.settings import read_settings
from houvast.data.source_text import read_text
from houvast.data.ui_strings import load_words
from houvast.model.field_kinds import FORM_SCRIPTS, TRAINING_SCRIPTS, scripts_of_kinds
from houvast.output.colours import colours_of, with_colours
from houvast.output.libraries import MINISEARCH, LibraryError, library_module, library_text
from houvast.output.page_assets import form_script, stylesheets
from houvast.output.script_bundle import BundleError, bundle_modules, read_modules
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from steps.folders import data_folder, templates_folder
from steps.site_state import SiteBuild
from steps.static_i18n import site_languages

# Where the stylesheets say their colours.
_COLOURS = "styles/base/colours.css"
# What an address with data may hold as it is; spaces, double quotes and signs of HTML may not.
_PLAIN = "=:/,;()'"
_FORM_STYLES = ("components/forms", "components/worksheets", "print/forms", "print/worksheets")
_PART_STYLES = (*_FORM_STYLES, "components/parts", "print/parts")
_TABLE_STYLES = (*_FORM_STYLES, "components/parts", "components/tables", "print/parts", "print/tables")
# What every page has; the open search; pages with code or tables; pages that lead to others; lists, and in their place
# worksheets, those with tables (also of blocks), cards or posters, and the training; drawings; pages that refuse paper.
STYLES = {
    "site": ("base/colours", "components/leave", "base/page", "components/tips", "components/terms", "print/paper"),
    "search": ("components/search",),
    "reference": ("base/reference",),
    "overview": ("base/overview",),
    "forms": _FORM_STYLES,
    "worksheet": _PART_STYLES,
    "tables": _TABLE_STYLES,
    "blocks": (*_TABLE_STYLES, "print/blocks"),
    "cards": (*_FORM_STYLES, "components/parts", "print/cards"),
    "drawing": ("components/drawing",),
    "no-paper": ("components/no-paper",),
    "training": (*_FORM_STYLES, "components/training"),
}
SCRIPTS = {
    "site": "main.js",
    "site-with-forms": "main-with-forms.js",
    "site-without-copies": "main-without-copies.js",
    "discreet": "exit/discreet-main.js",
    "search": "search/search-main.js",
    "forms": "forms/forms-main.js",
    "training": "training/training-main.js",
    "words": "files/passphrase-words-main.js",
}
# A module that is made from the words of all languages: what scripts say, by language, under the names that
# data/*/words.yml gives it in these groups.
_WORDS_MODULE = "made/words.js"
_WORDS_GROUPS = ("said", "training_said")
# A module that is made from the words for passphrases of all languages: data/*/passphrase-words.txt.
_PASSPHRASE_MODULE = "made/passphrase-words.js"
# Modules that are made of the scripts of fields: those that every form has, and those of the training.
_FIELD_MODULES = {
    "made/field-kinds.js": ("FIELD_KINDS", FORM_SCRIPTS),
    "made/training-kinds.js": ("TRAINING_KINDS", TRAINING_SCRIPTS),
}
# A module that is made of the library that the search searches with.
_LIBRARY_MODULE = "made/minisearch.js"


def add_assets(files: Files, config: MkDocsConfig) -> None:
    """Add the stylesheets and scripts, made small; the further languages use those of the first one."""
    # Pages hold the icon, so nobody asks for it.
    if icon := files.get_file_from_path(read_settings(config.extra).icon):
        files.remove(icon)
    languages = site_languages(config)
    if languages.current != languages.first:
        return
    styles = templates_folder(config) / "styles"
    for name, parts in STYLES.items():
        text = "\n".join(_style(styles / f"{part}.css", config) for part in parts)
        files.append(File.generated(config, f"assets/{name}.css", content=_made_small("text/css", text)))
    folders = {language: data_folder(config) / language for language in languages.all}
    made = {
        _WORDS_MODULE: _words_module(folders),
        _PASSPHRASE_MODULE: _passphrase_module(folders),
        _LIBRARY_MODULE: _library_module(config),
        **{name: _kinds_module(templates_folder(config), *of) for name, of in _FIELD_MODULES.items()},
    }
    modules = _modules(config) | made
    for name, entry in SCRIPTS.items():
        files.append(File.generated(config, f"assets/{name}.js", content=_script(modules, entry)))


def give_icon(env: Environment, config: MkDocsConfig) -> None:
    """Give the templates the icon, which is the logo too, as an address and as an element."""
    icon = read_text(templates_folder(config) / read_settings(config.extra).icon).strip()
    in_address = quote(icon.replace('"', "'"), _PLAIN)
    env.globals["icon_address"] = f"data:image/svg+xml,{in_address}"
    env.globals["icon"] = icon


def give_assets_of_page(context: dict[str, Any], page: Page, site: SiteBuild, config: MkDocsConfig) -> None:
    """Say which stylesheets and which script the page asks for besides those of all pages."""
    parts = site.current(config).parts[page.file.src_uri]
    context["stylesheets"], context["form_script"] = stylesheets(parts), form_script(parts)


def give_script_of_its_own(context: dict[str, Any], config: MkDocsConfig) -> None:
    """Give the page "not found" its script and its colours: it stands alone."""
    context["colours"] = colours_of(_style(templates_folder(config) / _COLOURS, config))
    context["leave_bar_script"] = _script(_modules(config), "exit/not-found.js")


def _style(path: Path, config: MkDocsConfig) -> str:
    """A stylesheet, with the colours of the publisher where it says colours."""
    text = read_text(path)
    is_of_colours = path == templates_folder(config) / _COLOURS
    return with_colours(text, read_settings(config.extra).colours) if is_of_colours else text


def _words_module(folders: dict[str, Path]) -> str:
    said = {
        language: {
            "dateLocale": load_language(folder.parent, language).dates,
            **_said(load_words(folder / "words.yml")),
        }
        for language, folder in folders.items()
    }
    return f"export const WORDS = {json.dumps(said, ensure_ascii=False)};\n"


def _passphrase_module(folders: dict[str, Path]) -> str:
    words = {language: " ".join(passphrase_words.load_words(folder)) for language, folder in folders.items()}
    return f"export const PASSPHRASE_WORDS = {json.dumps(words, ensure_ascii=False)};\n"


def _kinds_module(templates: Path, name: str, folder: str) -> str:
    kinds = scripts_of_kinds(templates, folder)
    imports = [f'import {{ {one.class_name} }} from "../{folder}/{one.script_name}";\n' for one in kinds.values()]
    table = ", ".join(f'"{kind}": {one.class_name}' for kind, one in kinds.items())
    return f"{''.join(imports)}\nexport const {name} = {{ {table} }};\n"


def _library_module(config: MkDocsConfig) -> str:
    try:
        text = library_text(MINISEARCH, templates_folder(config) / "libraries")
    except LibraryError as error:
        raise PluginError(str(error)) from error
    return library_module(MINISEARCH, _made_small("text/javascript", text))


def _said(words: dict[str, Any]) -> dict[str, str]:
    groups = [words.get(group, {}) for group in _WORDS_GROUPS]
    return {_in_camel_case(key): text for group in groups for key, text in group.items()}


def _in_camel_case(key: str) -> str:
    return re.sub(r"_(\w)", lambda part: part[1].upper(), key)


def _modules(config: MkDocsConfig) -> dict[str, str]:
    return read_modules(templates_folder(config) / "scripts")


def _script(modules: Mapping[str, str], entry: str) -> str:
    try:
        return _made_small("text/javascript", bundle_modules(modules, entry))
    except BundleError as error:
        raise PluginError(f"overrides/scripts: {error}") from error


def _made_small(kind: str, text: str) -> str:
    # Its Go runtime starts when it is imported, and a process that branches off after that hangs in it.
    import minify

    return str(minify.string(kind, text))
