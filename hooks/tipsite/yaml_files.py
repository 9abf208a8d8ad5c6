"""Reads YAML with the fast reader, where PyYAML has it: the pure one takes a good part of a build."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tipsite.problem import Problem

_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_FastLoader):
    """Leaves a date that does not exist as text, so that whoever reads it can say where it stands."""

    def construct_date(self, node: yaml.ScalarNode) -> Any:
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_date)


class _SettingsLoader(_Loader):
    """Knows no tags of MkDocs, such as !ENV: what they give is not there."""


_SettingsLoader.add_multi_constructor("!", lambda loader, suffix, node: None)


def read_yaml(text: str) -> Any:
    """Gives what a YAML text says.

    Raises:
        yaml.YAMLError: It cannot be read; see `line_of_error`.
    """
    return yaml.load(text, Loader=_Loader)


def read_settings(text: str) -> Any:
    """Gives what the settings of the site say, for what runs without MkDocs; None for a value with a tag.

    Raises:
        yaml.YAMLError: They cannot be read; see `line_of_error`.
    """
    return yaml.load(text, Loader=_SettingsLoader)


def read_yaml_tree(text: str) -> yaml.Node | None:
    """Gives a YAML text as nodes, which know their lines; None for an empty text.

    Raises:
        yaml.YAMLError: It cannot be read; see `line_of_error`.
    """
    tree: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return tree


def line_of_error(error: yaml.YAMLError) -> int:
    """Gives the line at which a YAML text cannot be read, counted from 1; 1 where the error does not say."""
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def read_required(path: Path, root: Path, called: str, remedy: str) -> tuple[dict[str, Any], list[Problem]]:
    """Reads a data file on which a check rests: without the file the check would be switched off in silence.

    Args:
        path: The file.
        root: The project's folder, for the path in messages.
        called: What it holds, as in "the words of the countries".
        remedy: What to do where it cannot be read.

    Returns:
        What it says, and nothing with a problem where it is not there, cannot be read or has no names.
    """
    place = path.relative_to(root).as_posix()
    try:
        said = read_yaml(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}, [Problem(place, 1, f"{called} are not there, and nothing is checked without them.", "Put it back.")]
    except yaml.YAMLError as error:
        return {}, [Problem(place, line_of_error(error), f"{called} cannot be read.", remedy)]
    if not isinstance(said, dict):
        return {}, [Problem(place, 1, f"{called} have no names, and nothing is checked without them.", remedy)]
    return said, []
