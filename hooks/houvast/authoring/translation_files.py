"""Says to po4a and yaml2po which texts go out to translators, and where what comes back is written: `make translate`.

    python -m houvast.authoring.translation_files SETTINGS LANGUAGE [FROM]

What is written anew for each language is not among them: what is known of it, passphrase words and moulds of answers.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from houvast.authoring.source_files import files_that_end_in
from houvast.authoring.translated_units import OWN_FILES
from houvast.data.data_folder import FOLDER
from houvast.data.languages import LanguageFacts, has_plurals, load_language
from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_settings_file, read_yaml

FOLDER_OF_TRANSLATIONS = "translations"
# One line for a paragraph, as it is written; of what stands above a page its title and description are texts.
_PAGE = "-o markdown -o neverwrap -o nobullets -o yfm_keys=title,description -o yfm_lenient"


def main(arguments: Sequence[str]) -> int:
    """Write what po4a and yaml2po read; gives the exit status."""
    settings, language = Path(arguments[0]), arguments[1]
    folder = settings.parent / FOLDER_OF_TRANSLATIONS / language
    try:
        pages, data = translation_files(settings, language, *arguments[2:3])
    except FileNotFoundError as error:
        print(f"{error.filename} is not there. Write it first: docs/en/over/vertalen.md says how.", file=sys.stderr)
        return 1
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "pages.cfg").write_text(pages, "utf-8")
    for name, text in data.items():
        (folder / "data" / name).write_text(text, "utf-8")
    return 0


def translation_files(settings: Path, language: str, source: str = "") -> tuple[str, dict[str, str]]:
    """Give the file for po4a, and the data that is translated, by file name, with the plurals of the language.

    Args:
        settings: The site's settings, mkdocs.yml.
        language: The language to translate into.
        source: The language to translate from; the site's first one where it is empty.

    Raises:
        FileNotFoundError: Nothing is said of the language yet.
    """
    said = read_settings_file(read_text(settings))
    languages = sorted(said["plugins"]["i18n"]["languages"], key=lambda entry: not entry.get("default"))
    source = source or languages[0]["locale"]
    root, docs = settings.parent, said["docs_dir"]
    facts = load_language(root / FOLDER, language)
    out = f"{FOLDER_OF_TRANSLATIONS}/{language}/pages"
    lines = [
        f"[po4a_langs] {language}",
        f"[po4a_paths] {out}.pot {language}:{out}.po",
        '[options] opt:"--master-charset UTF-8 --localized-charset UTF-8 --keep 0 --wrap-po newlines"',
        f'[po4a_alias:page] text opt:"{_PAGE}"',
    ]
    for path in files_that_end_in(".md", root / docs / source):
        file = path.relative_to(root / docs / source).as_posix()
        if facts.has(file):
            lines.append(f"[type: page] {docs}/{source}/{file} {language}:{docs}/{language}/{file}")
    data = {
        path.name: yaml.safe_dump(
            _prepared(read_yaml(read_text(path)), facts), allow_unicode=True, sort_keys=False, width=1000
        )
        for path in sorted((root / FOLDER / source).glob("*.yml"))
        if path.name not in OWN_FILES
    }
    return "\n".join([*lines, ""]), data


def _prepared(value: Any, facts: LanguageFacts) -> Any:
    """Data with each word beside a number in all forms that the language has, and nothing that po2yaml would drop."""
    if has_plurals(value):
        return {form: value.get(form, value["other"]) for form in facts.plurals}
    if isinstance(value, dict):
        return {key: _prepared(inner, facts) for key, inner in value.items()}
    return "" if value is None else value


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
