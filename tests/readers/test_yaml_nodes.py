from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import Node, ScalarNode

from plangen.readers.yaml_nodes import compose

CONTENT = Path(__file__).parents[2] / "content"


def shape(node: Node | list[object] | tuple[object, ...] | str | None) -> object:
    """A node with all that it holds, and where each stands."""
    if isinstance(node, list | tuple):
        return [shape(each) for each in node]
    if not isinstance(node, Node):
        return node
    marks = [(mark.line, mark.column, mark.index) for mark in (node.start_mark, node.end_mark)]
    style = node.style if isinstance(node, ScalarNode) else node.flow_style
    return type(node).__name__, shape(node.value), marks, style, node.anchor


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.name)
def test_nodes_are_those_of_the_library(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert shape(compose(text)) == shape(YAML(typ="safe", pure=True).compose(text))


@pytest.mark.parametrize("value", ["1", "ja", "true", "2026-01-01", "1.5", "~", "<<", "0x1F"])
def test_every_scalar_is_text(value: str) -> None:
    node = compose(f"nyckel: {value}\n")
    assert node is not None
    ((_, scalar),) = node.value
    assert (scalar.value, str(scalar.tag)) == (value, "tag:yaml.org,2002:str")


def test_an_empty_text_has_no_node() -> None:
    assert compose("# bara en kommentar\n") is None


@pytest.mark.parametrize("text", ["a: b: c\n", "a: [1\n", "a: *b\n", "\ta: 1\n", "a: 'b\n"])
def test_what_cannot_be_read_is_told_as_the_library_tells_it(text: str) -> None:
    with pytest.raises(MarkedYAMLError) as ours:
        compose(text)
    with pytest.raises(MarkedYAMLError) as theirs:
        YAML(typ="safe", pure=True).compose(text)
    assert str(ours.value) == str(theirs.value)


def read(compose_text: Callable[[str], Node | None], text: str) -> object:
    """What is made of a text, or what is said of it."""
    try:
        node = compose_text(text)
    except YAMLError as fault:
        return str(fault)
    return None if node is None else shape(node)


PIECES = (
    "a",
    "ö b",
    "- ",
    "  ",
    "    ",
    "\n",
    "\n  ",
    ": ",
    ":",
    "#",
    " # c",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "'",
    '"',
)
RARE = (
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "!t ",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "\t",
    "\r\n",
    "\r",
    "\u2028",
    "\x85",
    "\\",
    "1024" * 99,
)


def test_whatever_stands_in_a_text_the_library_reads_it_alike() -> None:
    chance = Random(19)
    for _ in range(1500):
        pieces = chance.choices(PIECES + RARE, [6] * len(PIECES) + [1] * len(RARE), k=chance.randrange(1, 25))
        text = "".join(pieces)
        assert read(compose, text) == read(YAML(typ="safe", pure=True).compose, text), text
