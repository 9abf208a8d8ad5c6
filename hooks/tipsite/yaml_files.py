"""Reads YAML with the fast reader, where PyYAML has it: the pure one takes a good part of a build."""

from __future__ import annotations

from typing import Any

import yaml

_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_FastLoader):
    """Leaves a date that does not exist as text, so that whoever reads it can say where it stands."""

    def construct_date(self, node: yaml.ScalarNode) -> Any:
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_date)


def read_yaml(text: str) -> Any:
    """Gives what a YAML text says.

    Raises:
        yaml.YAMLError: It cannot be read; `problem_mark` says where.
    """
    return yaml.load(text, Loader=_Loader)


def read_yaml_tree(text: str) -> yaml.Node | None:
    """Gives a YAML text as nodes, which know their lines; None for an empty text.

    Raises:
        yaml.YAMLError: It cannot be read; `problem_mark` says where.
    """
    tree: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return tree
