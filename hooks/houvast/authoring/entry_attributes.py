"""Fields, choices and answers as attributes of HTML: whoever reads a rendered page need not parse them again."""

from __future__ import annotations

import json
from dataclasses import asdict

from houvast.authoring.training_entries import Entry
from houvast.authoring.worksheet_fields import Choice, Field

ATTRIBUTE = "data-entry"


def as_attribute(entry: Field | Entry) -> str:
    """Give what an attribute says of a field, a choice or an answer."""
    return json.dumps(asdict(entry), ensure_ascii=False)


def field_of(attribute: str) -> Field:
    """Give the field that an attribute was made of."""
    said = json.loads(attribute)
    choices = tuple(Choice(**choice) for choice in said["choices"])
    return Field(**{**said, "choices": choices, "ends": tuple(said["ends"])})


def entry_of(attribute: str) -> Entry:
    """Give the choice or answer that an attribute was made of."""
    said = json.loads(attribute)
    return Entry(**{**said, "tips": tuple(said["tips"])})
