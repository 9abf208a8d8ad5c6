"""What a name of a tip, list, worksheet, item or field looks like."""

from __future__ import annotations

import re

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
