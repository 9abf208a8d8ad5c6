"""What a part of a worksheet can be printed on."""

from __future__ import annotations

# Those apart are printed on their own, never with another part.
PAPERS_APART = ("card", "poster")
PAPERS = ("sheet", "own-sheet", "professional", *PAPERS_APART)
