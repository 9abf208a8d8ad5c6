"""Reads YAML with the fast reader, where PyYAML has it: the pure one takes a good part of a build.

YAML allows a key twice and lets the last one win, so that a second number replaces the right one in silence: whoever
reads what an author wrote asks `keys_twice` too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from houvast.data.problem import Mistake

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
    """Knows one tag of MkDocs, !ENV: what the others give is not there."""


_SettingsLoader.add_constructor("!ENV", construct_env_tag)
_SettingsLoader.add_multi_constructor("!", lambda loader, suffix, node: None)


def read_yaml(text: str) -> Any:
    """Give what a YAML text says.

    Raises:
        yaml.YAMLError: It cannot be read; see `unreadable`.
    """
    try:
        return yaml.load(text, Loader=_Loader)
    except ValueError as error:
        # What says to be a number and is none, as `!!int many`.
        raise yaml.YAMLError(str(error)) from error


def read_settings_file(text: str) -> Any:
    """Give what the settings of the site say, for what runs without MkDocs; None for a value with a tag but !ENV.

    Raises:
        yaml.YAMLError: They cannot be read; see `line_of_error`.
    """
    return yaml.load(text, Loader=_SettingsLoader)


def read_yaml_tree(text: str) -> yaml.Node | None:
    """Give a YAML text as nodes, which know their lines; None for an empty text.

    Raises:
        yaml.YAMLError: It cannot be read; see `unreadable`.
    """
    tree: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return tree


def line_of(node: yaml.Node) -> int:
    """The line at which a node begins, counted from 1."""
    line: int = node.start_mark.line
    return line + 1


def entries(node: yaml.Node | None) -> Iterator[tuple[str, int, yaml.Node]]:
    """The entries of a mapping, those with the same key as well: their keys, lines and values."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        yield str(key.value), line_of(key), value


def lines_of_keys(node: yaml.Node | None, above: tuple[str, ...] = ()) -> dict[tuple[str, ...], int]:
    """The line of each key, by the keys above it and itself."""
    lines: dict[tuple[str, ...], int] = {}
    for key, line, value in entries(node):
        lines[(*above, key)] = line
        lines |= lines_of_keys(value, (*above, key))
    return lines


def texts_of(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Give each value that is no mapping or list, as it is written, with the line at which it begins."""
    if isinstance(node, yaml.ScalarNode):
        yield line_of(node), str(node.value)
    for inner in node.value if isinstance(node, yaml.SequenceNode) else [value for _, _, value in entries(node)]:
        yield from texts_of(inner)


def keys_twice(tree: yaml.Node | None, lines_above: int = 0) -> Iterator[Mistake]:
    """Find each key that a mapping has more than once, at any depth.

    Args:
        tree: The text as nodes.
        lines_above: How many lines of its file stand above the text.
    """
    waiting, seen = [tree] if tree else [], set()
    while waiting:
        node = waiting.pop()
        # An alias is the same node again, and may even stand in itself.
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        first_lines: dict[str, int] = {}
        for key, line_in_text, value in entries(node):
            waiting.append(value)
            line = line_in_text + lines_above
            if key in first_lines:
                what = f"'{key}' is there twice, also in line {first_lines[key]}, and only one of them would count."
                yield Mistake(line, what, "Keep one of them.")
            first_lines.setdefault(key, line)


def unreadable(error: yaml.YAMLError, text: str) -> Mistake:
    """Says where and why a YAML text cannot be read."""
    lines, line = text.splitlines(), line_of_error(error)
    written = lines[line - 1] if line <= len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return Mistake(line, "this line is indented with a tab, and YAML cannot be read so.", "Use spaces.")
    why = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    remedy = "Indent it like the others, close what is open, and put a text with a colon in quotes."
    return Mistake(line, f"this cannot be read as YAML: {why}.", remedy)


def line_of_error(error: yaml.YAMLError) -> int:
    """Give the line at which a YAML text cannot be read, counted from 1; 1 where the error does not say."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1
