"""YAML text to values with places.

Every scalar is kept as the text that its author wrote: no `ja` becomes true, no `2025-06-11` a date, no `33,5` a list,
since the model says what a value is (YAML 1.2.2, failsafe schema, with `~`, `null` and nothing as null). Values know
their places, so that any later stage can point at them. Anchors, aliases, tags and duplicate keys are faults.

After a fault of form the reader mends the line in memory where it knows the trap (`plangen.readers.yaml_traps`) and
reads on, so that one run finds them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from itertools import pairwise

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.document.document import LONGEST_TEXT
from plangen.readers import yaml_keys, yaml_traps
from plangen.readers.characters import forbidden, permitted
from plangen.readers.place import Place
from plangen.readers.yaml_nodes import compose
from plangen.readers.yaml_trap import Extent, Trap
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
DEEPEST = 40
MOST_REPAIRS = 100
MOST_BRACKETS = 400
MOST_REREAD = 100_000
"""Characters that are read anew in all, after lines have been mended."""
MOST_CHARACTERS = 200_000
MOST_MARKS = 10_000
"""Line ends and characters that part values, or may be marks of Markdown in them."""
_MARKS = re.compile(r"[\n,:*_`\[\]|<&{\\!]")
_CURLY = re.compile("[”“„»][^”“„»«]+[”“«]")
CORE_TAG = "tag:yaml.org,2002:"


def read_yaml(text: str, file: str, first_line: int = 1) -> tuple[PlacedValue, tuple[Diagnostic, ...]]:
    """The value of a YAML document that starts at `first_line` of a file, and every fault of its form."""
    place = Place.of_text(text, Location(file, first_line))
    found = [error("character-forbidden", place.at(offset), character=name) for offset, name in forbidden(text)]
    text = permitted(text)
    deep = _too_deep(text)
    if deep is not None:
        return None, (*found, error("yaml-too-deep", place.at(deep), depth=DEEPEST))
    if len(text) > MOST_CHARACTERS or len(_MARKS.findall(text)) > MOST_MARKS:
        return None, (*found, error("yaml-too-much", Location(file, first_line)))
    faults = _Faults(file, first_line, found)
    for hard in yaml_keys.hard_spaces(text):
        faults.add(hard)
        text = hard.mended or text
    reread, most_characters = 0, 2 * len(text) + 100  # what is put in quotation marks again and again only grows
    for _ in range(MOST_REPAIRS):
        try:
            node = compose(text)
        except MarkedYAMLError as fault:
            trap: Trap | None = yaml_traps.explain(text, fault)
            read = fault.problem_mark.index if fault.problem_mark else len(text)
        except (YAMLError, RecursionError, ValueError, OverflowError) as fault:
            reason = (str(fault) or type(fault).__name__).splitlines()[0]
            found.append(error("yaml-unreadable", Location(file, first_line), reason=reason))
            return None, tuple(found)
        else:
            trap, read = None if node is None else _silent_trap(node, text.split("\n")), len(text)
            if trap is None:
                walk = _Walk([*text.split("\n"), ""], faults)
                return (None if node is None else walk.value(node, 0)), tuple(found)
        assert trap is not None
        faults.add(trap)
        reread += read
        if trap.mended is None or reread > MOST_REREAD or len(trap.mended) > most_characters:
            break
        text = trap.mended
    return None, tuple(found)


def _too_deep(text: str) -> int | None:
    """Where brackets are opened without end, over which the parser would take very long."""
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > MOST_BRACKETS:
            return bracket.start()
    return None


def _silent_trap(node: Node, lines: list[str]) -> Trap | None:
    """The first place where YAML reads something else than the author meant, and has no complaint."""
    if node.anchor is not None:
        return None  # an alias may lead back here, or a billion times to the same node
    if isinstance(node, ScalarNode):
        if node.style is not None:
            return None
        return yaml_traps.item_in_text(lines, _extent(node)) or yaml_traps.quote_missing(lines, _extent(node))
    assert isinstance(node, MappingNode | SequenceNode)
    if node.flow_style:
        extent = _extent(node)
        trap = yaml_traps.text_in_brackets(lines, extent) or yaml_keys.unspaced_in_braces(lines, extent)
        if trap:
            return trap
    inner = node.value if isinstance(node, SequenceNode) else [each for pair in node.value for each in pair]
    return next((trap for each in inner if (trap := _silent_trap(each, lines))), None)


@dataclass(slots=True)
class _Faults:
    """What was found so far, and how the text of mended lines has moved."""

    file: str
    first_line: int
    found: list[Diagnostic]
    moved: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, trap: Trap) -> None:
        """Adds a fault of form, but for one that only comes of a line's having been mended."""
        if trap.code not in ("yaml-form", "yaml-indent") or trap.line not in self.moved:
            place = self.location(trap.line, trap.column, trap.length)
            self.found.append((error if trap.sure else warning)(trap.code, place, **dict(trap.parameters)))
        self.moved.setdefault(trap.line, []).append(trap.moved)

    def location(self, line: int, column: int, length: int = 0) -> Location:
        """The place in the author's file of a line and column, counted from 0, of the text as it is mended."""
        for begin, by in reversed(self.moved.get(line, [])):
            column -= by if column >= begin else 0
        return Location(self.file, line + self.first_line, max(0, column) + 1, length)


@dataclass(slots=True)
class _Walk:
    """Composed nodes to values, gathering faults on the way. `lines` ends with an empty one, where the end mark is."""

    lines: list[str]
    faults: _Faults

    @property
    def found(self) -> list[Diagnostic]:
        return self.faults.found

    def value(self, node: Node, depth: int) -> PlacedValue:
        place = self.place(node)
        if node.anchor is not None:
            self.found.append(error("yaml-anchor", place))
            return None
        if depth > DEEPEST:
            self.found.append(error("yaml-too-deep", place, depth=DEEPEST))
            return None
        if _tagged(node, self.lines[node.start_mark.line][node.start_mark.column :]):
            self.found.append(error("yaml-tag", place, tag=str(node.tag)))
        if isinstance(node, MappingNode | SequenceNode) and node.flow_style:
            self.trap(yaml_traps.split_by_commas(self.lines, _extent(node)))
        if isinstance(node, MappingNode):
            return self.mapping(node, place, depth)
        if isinstance(node, SequenceNode):
            items = [part for item in node.value for part in self.undashed(item)]
            values, places = [self.value(each, depth + 1) for each in items], [self.place(each) for each in items]
            return PlacedList(place, values, places, self.source(node))
        assert isinstance(node, ScalarNode)
        if node.style is None and node.value:
            self.trap(yaml_traps.cut_by_comment(self.lines, _extent(node)))
            if _CURLY.fullmatch(node.value):
                self.found.append(warning("quotes-curly", place, instead='"' + node.value[1:-1] + '"'))
        return None if node.style is None and node.value in NULLS else self.text(node, place)

    def undashed(self, node: Node) -> Iterator[Node]:
        """An item of a list; where its first key comes again, a new item begins there that has no hyphen."""
        if not isinstance(node, MappingNode) or node.flow_style or node.anchor is not None:
            yield node
            return
        keys = [key.value if isinstance(key, ScalarNode) else "" for key, _ in node.value]
        starts = [index for index, key in enumerate(keys) if key and key == keys[0]]
        for begin, end in pairwise((*starts, len(keys))):
            pairs = node.value[begin:end]
            if begin:
                key = pairs[0][0]
                self.found.append(error("dash-missing", self.place(key), lead=self.dashed(node)))
            yield MappingNode(node.tag, pairs, pairs[0][0].start_mark, pairs[-1][1].end_mark, node.flow_style)
        if not starts:
            yield node

    def dashed(self, item: Node) -> str:
        """What stands before an item of a list on its line: spaces, hyphen and space."""
        before = self.lines[item.start_mark.line][: item.start_mark.column]
        return before if before.strip() == "-" else " " * (len(before) - len("- ")) + "- "

    def mapping(self, node: MappingNode, place: Location, depth: int) -> PlacedMapping:
        mapping = PlacedMapping(place, source=self.source(node))
        for key_node, value_node in node.value:
            key_place = self.place(key_node)
            if not isinstance(key_node, ScalarNode):
                self.found.append(error("yaml-key-not-text", key_place))
                continue
            if key_node.anchor is not None:
                self.found.append(error("yaml-anchor", key_place))
            key = self.text(key_node, key_place).text
            if key in mapping.items:
                self.found.append(error("duplicate-key", key_place, key=key, line=mapping.keys[key].line))
                continue
            mapping.items[key] = self.value(value_node, depth + 1)
            mapping.keys[key] = key_place
            empty = value_node.start_mark.index == value_node.end_mark.index
            mapping.places[key] = key_place if empty else self.place(value_node)
            if empty:
                self.trap(yaml_traps.cut_by_comment(self.lines, self.after_colon(key_node)))
        return mapping

    def after_colon(self, key: Node) -> Extent:
        """Where the value of a key would stand on its line."""
        line = key.end_mark.line
        column = self.lines[line].find(":", key.end_mark.column) + 1
        return line, column, line, column

    def text(self, node: ScalarNode, place: Location) -> PlacedText:
        """A scalar. Escapes in quotation marks can write characters that the file itself may not hold."""
        for _, name in forbidden(node.value):
            self.found.append(error("character-forbidden", place, character=name))
        if len(node.value) > LONGEST_TEXT:
            self.found.append(error("text-too-long", place, most=LONGEST_TEXT))
        text = permitted(node.value)
        return PlacedText(text, place, self.starts(node, text))

    def starts(self, node: ScalarNode, text: str) -> tuple[tuple[int, Location], ...]:
        """Where the pieces of a text stand: every line of a literal, and what was folded as far as it is found."""
        line, column, last, end = _extent(node)
        quoted = 1 if node.style in ("'", '"') else 0
        if node.style == "|":
            indent = next((len(each) - len(each.lstrip()) for each in self.lines[line + 1 :] if each.strip()), 0)
            return tuple(Place.of_text(text, self.faults.location(line + 1, indent)).starts)
        if line == last and text == text.strip() == self.lines[line][column + quoted : end - quoted]:
            return ((0, self.faults.location(line, column + quoted)),)
        starts: list[tuple[int, Location]] = []
        cursor = 0
        for number in range(line + (node.style == ">"), last + 1):
            begin = column + quoted if number == line else 0
            piece = self.lines[number][begin : end - quoted if number == last else None]
            found = text.find(piece.strip(), cursor) if piece.strip() else -1
            if found >= 0:
                lead = begin + len(piece) - len(piece.lstrip())
                starts.append((found, self.faults.location(number, lead)))
                cursor = found + len(piece.strip())
        if not starts or starts[0][0] > 0:
            starts.insert(0, (0, self.faults.location(line, column + quoted)))
        return tuple(starts)

    def source(self, node: MappingNode | SequenceNode) -> str:
        """What stands there of a list or mapping in brackets; "" for others."""
        if not node.flow_style:
            return ""
        line, column, last, end = _extent(node)
        rows = [*self.lines[line:last], self.lines[last][:end]]
        return "\n".join((rows[0][column:], *rows[1:]))

    def trap(self, trap: Trap | None) -> None:
        if trap is not None:
            self.faults.add(trap)

    def place(self, node: Node) -> Location:
        line, column, last, end = _extent(node)
        length = end - column if line == last else len(self.lines[line].rstrip()) - column
        return self.faults.location(line, column, max(length, 1))


def _extent(node: Node) -> Extent:
    start, end = node.start_mark, node.end_mark
    return start.line, start.column, end.line, end.column


def _tagged(node: Node, source: str) -> bool:
    """Whether the author wrote a tag, as the source of the node starts."""
    tag = str(node.tag)
    return source.startswith("!") or not tag.startswith(CORE_TAG)
