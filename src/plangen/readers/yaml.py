"""YAML text to values with places.

Every scalar is kept as the text that its author wrote: no `ja` becomes true, no `2025-06-11` a date, no `33,5` a list,
since the model says what a value is (YAML 1.2.2, failsafe schema, with `~`, `null` and nothing as null). Values know
their places, so that any later stage can point at them. Anchors, aliases, tags and duplicate keys are faults.

After a fault of form the reader mends the line in memory where it knows the trap (`plangen.readers.yaml_traps`) and
reads on, so that one run finds them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plangen.diagnostics import Diagnostic, Location, error
from plangen.readers import yaml_traps
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
DEEPEST = 40
MOST_REPAIRS = 100
FOLD = "\a"
"""What ruamel.yaml leaves where a folded scalar was folded, for its own round trip."""


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[PlacedValue, tuple[Diagnostic, ...]]:
    """The value of a YAML document that starts at `first_line` of a file, and every fault of its form."""
    found: list[Diagnostic] = []
    forbidden = re.search("[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]", text)
    if forbidden:
        line = text.count("\n", 0, forbidden.start())
        column = forbidden.start() - (text.rfind("\n", 0, forbidden.start()) + 1)
        place = Location(file, first_line + line, column + 1, 1)
        return None, (error("character-forbidden", place, character=f"U+{ord(forbidden.group()):04X}"),)
    for _ in range(MOST_REPAIRS):
        try:
            node = YAML(typ="rt", pure=True).compose(text)
        except MarkedYAMLError as fault:
            trap = yaml_traps.explain(text, fault)
            found.append(error(trap.code, _shift(file, first_line, trap), **dict(trap.parameters)))
            if trap.mended is None:
                return None, tuple(found)
            text = trap.mended
        except (YAMLError, RecursionError, ValueError) as fault:
            found.append(error("yaml-unreadable", Location(file, first_line), reason=str(fault).splitlines()[0]))
            return None, tuple(found)
        else:
            found.extend(
                error(trap.code, _shift(file, first_line, trap), **dict(trap.parameters))
                for trap in yaml_traps.silent_traps(text)
            )
            walk = _Walk(file, first_line, text.split("\n"), found)
            return (None if node is None else walk.value(node, 0)), tuple(found)
    return None, tuple(found)


def _shift(file: str, first_line: int, trap: yaml_traps.Trap) -> Location:
    return Location(file, trap.line + first_line, trap.column + 1, trap.length)


@dataclass(slots=True)
class _Walk:
    """Composed nodes to values, gathering faults on the way."""

    file: str
    first_line: int
    lines: list[str]
    found: list[Diagnostic]

    def value(self, node: Node, depth: int) -> PlacedValue:
        place = self.place(node)
        if node.anchor is not None:
            self.found.append(error("yaml-anchor", place))
            return None
        if depth > DEEPEST:
            self.found.append(error("yaml-too-deep", place, depth=DEEPEST))
            return None
        if isinstance(node, MappingNode):
            return self.mapping(node, place, depth)
        if isinstance(node, SequenceNode):
            items = [self.value(item, depth + 1) for item in node.value]
            return PlacedList(place, items, [self.place(item) for item in node.value])
        assert isinstance(node, ScalarNode)
        tag = str(node.tag)
        if tag == "tag:yaml.org,2002:null" or (node.style is None and node.value in NULLS):
            return None
        if not tag.startswith("tag:yaml.org,2002:") or self.lines[node.start_mark.line][
            node.start_mark.column :
        ].startswith("!"):
            self.found.append(error("yaml-tag", place, tag=tag))
        text = node.value.replace(FOLD, "") if node.style == ">" else node.value
        return PlacedText(text, place, self.content(node, place))

    def mapping(self, node: MappingNode, place: Location, depth: int) -> PlacedMapping:
        mapping = PlacedMapping(place)
        for key_node, value_node in node.value:
            key_place = self.place(key_node)
            if not isinstance(key_node, ScalarNode):
                self.found.append(error("yaml-key-not-text", key_place))
                continue
            key = key_node.value
            if key in mapping.items:
                self.found.append(error("duplicate-key", key_place, key=key, line=mapping.keys[key].line))
                continue
            mapping.items[key] = self.value(value_node, depth + 1)
            mapping.keys[key] = key_place
            empty = value_node.start_mark.index == value_node.end_mark.index
            mapping.places[key] = key_place if empty else self.place(value_node)
        return mapping

    def content(self, node: ScalarNode, place: Location) -> Location:
        if node.style in ("|", ">"):
            line = node.start_mark.line + 1
            text = self.lines[line] if line < len(self.lines) else ""
            return Location(self.file, line + self.first_line, len(text) - len(text.lstrip()) + 1)
        quoted = 1 if node.style in ("'", '"') else 0
        return Location(self.file, place.line, place.column + quoted, max(place.length - 2 * quoted, 1))

    def place(self, node: Node) -> Location:
        start, end = node.start_mark, node.end_mark
        if start.line == end.line:
            length = end.column - start.column
        else:
            length = len(self.lines[start.line].rstrip()) - start.column if start.line < len(self.lines) else 0
        return Location(self.file, start.line + self.first_line, start.column + 1, max(length, 1))
