"""Whom pages are for."""

from __future__ import annotations

AUDIENCES = ("professionals", "network", "families")
