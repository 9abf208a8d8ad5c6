"""Who publishes the site, as the publisher fills it in: what is not filled in is empty, and pages say so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from houvast.data.source_text import read_text
from houvast.data.yaml_files import read_yaml
from houvast.data.yaml_shapes import Fields, Flag, ListOf, OrEmpty, Shape, Text, Whole

FILE = "publisher.yml"
PARTS = ("contact", "host", "privacy", "accessibility", "security", "version")
"""What a page can ask for, each with a fragment of its name."""

STATUSES = ("full", "partial", "first-steps", "none", "not-audited")
"""The statuses of accessibility, as statements of public bodies have them."""

_EMAIL = Text(like=re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), example="info@example.org")
_WEB = Text(like=re.compile(r"https://[\w.-]+(/\S*)?"), example="https://example.org/contact")
_CONTACT = Text(like=re.compile(r"(mailto:[^\s@]+@|https://)[\w.-]+(/\S*)?"), example="mailto:info@example.org")
_SAID: Mapping[str, Shape] = {
    "name": Text(),
    "address": ListOf(),
    "email": _EMAIL,
    "phone": Text(like=re.compile(r"\+?[\d() -]+"), example='"14 024"'),
    "form": _WEB,
    "website": _WEB,
    "host": Text(),
    "keeps_logs": Flag(),
    "logs_days": Whole(1, 3650),
    "privacy_contact": _EMAIL,
    "supervisor": Text(),
    "status": Text(one_of=STATUSES),
    "register": _WEB,
    "security_contact": _CONTACT,
    "security_key": _WEB,
    "security_days": Whole(1, 60),
}
SHAPE = Fields(required={name: OrEmpty(shape) for name, shape in _SAID.items()})
"""What the file for all languages may say."""

SHAPE_OF_A_LANGUAGE = Fields(required=dict.fromkeys(("about", "privacy", "accessibility"), OrEmpty(Text())))
"""What the file of each language may say."""


@dataclass(frozen=True)
class Publisher:
    """Who publishes the site.

    Attributes:
        said: What is filled in, by the names of the file; empty, or None, for the rest.
        words: What is said in the language asked for, likewise.
    """

    said: Mapping[str, Any]
    words: Mapping[str, str | None]

    @property
    def can_be_reached(self) -> bool:
        """Whether there is any way to reach them."""
        return any(self.said[name] for name in ("email", "phone", "form", "address"))

    @property
    def numbers(self) -> list[str]:
        """What has digits and is no help number: the phone number, and each line of the address."""
        return [*filter(None, (self.said["phone"],)), *(self.said["address"] or ())]

    @property
    def links(self) -> list[str]:
        """The addresses that pages lead to."""
        said = self.said
        mails = [f"mailto:{said[name]}" for name in ("email", "privacy_contact") if said[name]]
        names = ("form", "website", "register", "security_contact", "security_key")
        return mails + [said[name] for name in names if said[name]]


def load_publisher(shared: Path, texts: Path) -> Publisher:
    """Read who publishes the site.

    Args:
        shared: The data file for all languages.
        texts: The data file with words in one language.
    """
    return Publisher(read_yaml(read_text(shared)), read_yaml(read_text(texts)))
