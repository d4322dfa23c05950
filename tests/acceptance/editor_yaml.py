"""YAML as editors read it, by the core schema of YAML 1.2: `27` is a number, `ja` is text, nothing is null."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

NULL = re.compile(r"|~|null|Null|NULL")
TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
WHOLE = re.compile(r"[-+]?[0-9]+")
DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def editor_value(text: str) -> Any:
    """The value of a document."""
    parser = YAML(typ="safe", pure=True)
    node = parser.compose(text)
    return None if node is None else value_of(node)


def value_of(node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {str(key.value): value_of(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [value_of(each) for each in node.value]
    assert isinstance(node, ScalarNode)
    return node.value if node.style else scalar(node.value)


def scalar(text: str) -> Any:
    """A scalar without quotation marks."""
    if NULL.fullmatch(text):
        return None
    if TRUTH.fullmatch(text):
        return text.lower() == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
