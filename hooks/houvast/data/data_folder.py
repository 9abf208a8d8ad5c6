"""Where data files lie: in one folder of the project, and in it a folder for what is said in each language."""

from __future__ import annotations

FOLDER = "data"


def shared_file(name: str) -> str:
    """Give the path of what holds in every language, from the project's folder: so messages write it too."""
    return f"{FOLDER}/{name}"


def language_file(language: str, name: str) -> str:
    """Give the path of what is said in one language, from the project's folder: so messages write it too."""
    return f"{FOLDER}/{language}/{name}"
