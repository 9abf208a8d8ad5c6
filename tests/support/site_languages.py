"""The languages that the site is built in, as its settings and data say: tests count on no others, and on no number."""

from __future__ import annotations

import yaml
from houvast.data.languages import load_language, load_neutral_words
from project_root import ROOT

_SETTINGS = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
_ENTRIES = sorted(_SETTINGS["plugins"]["i18n"]["languages"], key=lambda entry: not entry.get("default"))

FIRST = str(_ENTRIES[0]["locale"])
# Each language with the folder of the site in which it lies.
LANGUAGES = {entry["locale"]: "" if entry.get("default") else f"{entry['locale']}/" for entry in _ENTRIES}
NAMES = {entry["locale"]: entry["name"] for entry in _ENTRIES}
FACTS = {language: load_language(ROOT / "data", language) for language in LANGUAGES}
# Those that have all of the site, and not a part of it.
WHOLE = [language for language, facts in FACTS.items() if not facts.part]
NEUTRAL_WORDS = load_neutral_words(ROOT / "data")
