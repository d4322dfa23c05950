"""YAML's traps: what a fault of form most likely is, and the line as it should be.

People who write plans type `målvärde: *` or `>= 80 %`, which YAML takes for an alias or a folded text. Each trap is
named by its own code and carries the corrected line for the hint. `mended` is the text with that line put right, so
that reading can go on and find the next fault. Lines and columns here count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ruamel.yaml.error import MarkedYAMLError

_ENTRY = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:(?:\"[^\"]*\"|'[^']*'|[^\s\"'#:\[\]{}][^:#\[\]{}]*?):(?= ) *)?)(?P<value>\S.*?)\s*$"
)
_MARKS = re.compile(r"[*&!%@`>|,\]}]|[?-] |\{\{|\[\^|\[[^\[\]]*\]\(")
_UNSPACED = re.compile(r"(?P<key>\s*(?:- +)*[^\W\d_][^:#\"'\[\]{}]*):(?!(?<=\d:)\d)(?P<rest>[^\s:/].*)$")
_VALUE = re.compile(r"(?P<before>: +)(?P<number>-?\d[\d ]*,\d+)(?=[ ,}])")
_CUT = re.compile(r"\s+#[^\s#].*$")

Extent = tuple[int, int, int, int]
"""The line and column of a node's start and of its end."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A fault of form: code, place, parameters for its message, and the text put right (None where nobody can know).

    `moved`: from which column on the mended line stands how far to the right of the author's.
    """

    code: str
    line: int
    column: int
    length: int
    parameters: tuple[tuple[str, str], ...] = ()
    mended: str | None = None
    moved: tuple[int, int] = (0, 0)


def explain(text: str, fault: MarkedYAMLError) -> Trap:
    """What the parser's complaint comes from."""
    return next(trap for trap in _explanations(text.split("\n"), fault) if trap)


def _explanations(lines: list[str], fault: MarkedYAMLError) -> Iterator[Trap | None]:
    """What it may come from, the surest first."""
    problem, context, start = fault.problem or "", fault.context or "", fault.context_mark
    mark = start if start and "simple key" in context else fault.problem_mark or start
    number, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    if "\t" in _lead(lines[number]):
        yield _untabbed(lines, number)
    if start and "quoted scalar" in context:
        yield _backslash(lines, start.line, start.column) if "escape" in problem else None
        yield _unclosed(lines, start.line, start.column)
    if start and "flow" in context:
        yield _needs_quotes(lines, start.line, start.column)
        yield Trap("yaml-bracket-open", start.line, start.column, 1, mended=_blanked(lines, start.line))
    yield _item_mark(lines, number)
    yield _unspaced(lines, number)
    if "mapping values" in problem and number:
        yield _unspaced(lines, number - 1)
        yield _without_colon(lines, number - 1, problem)
    yield _needs_quotes(lines, number, column)
    yield _ended_early(lines, number, column)
    if "<block end>" in problem and lines[number].lstrip().startswith("- "):
        yield _misplaced(lines, number)
    length = max(1, len(lines[number].rstrip()) - column)
    yield Trap("yaml-form", number, column, length, (("reason", problem),), _blanked(lines, number))


def cut_by_comment(lines: Sequence[str], extent: Extent) -> Trap | None:
    """A plain value that YAML ends at `#`, though the author went on."""
    line, column, last, end = extent
    whole = lines[line]
    cut = _CUT.match(whole, end) if line == last else None
    if not cut:
        return None
    value = whole[column:].strip()
    corrected = (whole[:column].rstrip() + " " + _quoted(value)).strip()
    begin = cut.end() - len(cut.group().lstrip())
    return Trap("yaml-comment-cuts", line, begin, len(whole.rstrip()) - begin, (("corrected", corrected),))


def split_by_commas(lines: Sequence[str], extent: Extent) -> Trap | None:
    """A list or mapping in brackets, on one line, in which a decimal comma ends a number too early.

    In a list that shows where other commas have a space after them.
    """
    line, column, last, end = extent
    whole = lines[line]
    source = whole[column:end] if line == last else ""
    if source.startswith("{"):
        mended = _VALUE.sub(r'\g<before>"\g<number>"', source)
    elif re.search(r"[\"'{]|.\[", source) or not re.search(r"\d,\d", source) or not re.search(r",\s", source):
        return None
    else:
        items = (item.strip() for item in re.split(r",\s+", source[1:-1]))
        mended = "[" + ", ".join(f'"{item}"' for item in items if item) + "]"
    if mended == source:
        return None
    corrected = (whole[:column] + mended + whole[end:]).strip()
    return Trap("yaml-comma-splits", line, column, end - column, (("corrected", corrected),))


def item_in_text(lines: list[str], extent: Extent) -> Trap | None:
    """A list item indented so that YAML takes it for the next line of the text above."""
    first, _, last, _ = extent
    items = (number for number in range(first + 1, last + 1) if lines[number].lstrip().startswith("- "))
    return next((_misplaced(lines, number) for number in items), None)


def text_in_brackets(lines: list[str], extent: Extent) -> Trap | None:
    """An expression or the mark of a note, which YAML takes for a mapping or a list."""
    line, column, _, _ = extent
    return _needs_quotes(lines, line, column) if lines[line].startswith(("{{", "[^"), column) else None


def _item_mark(lines: list[str], number: int) -> Trap | None:
    """A list item that begins with another mark than a hyphen and a space."""
    item = re.match(r"(?P<lead>\s*)(?:[*–—•·]\s+|-(?=[^\s-]))(?P<text>\S.*?)\s*$", lines[number])
    if not item:
        return None
    end = len(lines[number].rstrip())
    return _replace(lines, number, "yaml-item-mark", f"{item['lead']}- {item['text']}", (len(item["lead"]), end))


def _misplaced(lines: list[str], number: int) -> Trap | None:
    """A list item that is to stand in line with the item before it."""
    lead, item = _lead(lines[number]), lines[number].strip()
    before = next((_lead(line) for line in reversed(lines[:number]) if line.lstrip().startswith("- ")), lead)
    if before == lead:
        return None
    mended = "\n".join([*lines[:number], before + item, *lines[number + 1 :]])
    moved = (len(before), len(before) - len(lead))
    return Trap("yaml-item-misplaced", number, len(lead), len(item), mended=mended, moved=moved)


def _untabbed(lines: list[str], number: int) -> Trap:
    lead, corrected = _lead(lines[number]), lines[number].replace("\t", "  ")
    moved = (len(_lead(corrected)), len(_lead(corrected)) - len(lead))
    return replace(_replace(lines, number, "yaml-tab", corrected, (0, len(lead))), moved=moved)


def _needs_quotes(lines: list[str], number: int, column: int) -> Trap | None:
    """A value that starts with a mark of YAML's own, or that holds a colon and space."""
    entry = _ENTRY.match(lines[number])
    if not entry or entry["value"][0] in "\"'#" or entry.start("value") > column:
        return None
    value = entry["value"]
    starts = _MARKS.match(value)
    inner = ": " in value or value.endswith(":")
    if not starts and not (inner and value[0] not in "[{" and entry["lead"].rstrip().endswith(":")):
        return None
    code = "yaml-quote-mark" if starts else "yaml-quote-colon"
    return _requoted(lines, number, code, (entry, value, 1))


def _ended_early(lines: list[str], number: int, column: int) -> Trap | None:
    """A value that goes on after its quotation mark has been closed."""
    entry = _ENTRY.match(lines[number])
    if not entry or entry["value"][0] not in "\"'" or entry.start("value") >= column:
        return None
    value = entry["value"]
    around = len(value) > 1 and value[0] == value[-1]
    return _requoted(lines, number, "yaml-quote-ends", (entry, value[1:-1] if around else value, 0 if around else 1))


def _requoted(lines: list[str], number: int, code: str, found: tuple[re.Match[str], str, int]) -> Trap:
    """A line with its value in quotation marks, by which its text moves so many columns."""
    entry, value, moved = found
    trap = _replace(lines, number, code, entry["lead"] + _quoted(value), entry.span("value"))
    return replace(trap, moved=(entry.start("value") + 1, moved))


def _backslash(lines: list[str], number: int, column: int) -> Trap | None:
    """A path or the like in double quotation marks, in which a backslash is an escape."""
    closed = re.compile(r'"((?:[^"\\]|\\.)*)"').match(lines[number], column)
    if not closed:
        return None
    corrected = lines[number][:column] + _quoted(closed[1]) + lines[number][closed.end() :]
    return _replace(lines, number, "yaml-backslash", corrected, closed.span())


def _unspaced(lines: list[str], number: int) -> Trap | None:
    """A key whose colon has no space after it."""
    found = _UNSPACED.match(lines[number])
    if not found:
        return None
    begin = found.start("rest")
    trap = _replace(lines, number, "yaml-colon-space", f"{found['key']}: {found['rest']}", (begin - 1, begin))
    return replace(trap, moved=(begin + 1, 1))


def _quoted(value: str) -> str:
    mark = "'" if '"' in value or "\\" in value else '"'
    return mark + (value.replace("'", "''") if mark == "'" else value) + mark


def _unclosed(lines: list[str], number: int, column: int) -> Trap:
    mark = lines[number][column]
    corrected = lines[number].rstrip() + mark
    return _replace(lines, number, "yaml-quote-open", corrected, (column, len(lines[number].rstrip())))


def _without_colon(lines: list[str], number: int, problem: str) -> Trap | None:
    """A line that should be a key with a value as the next one is, but has no colon."""
    line, lead = lines[number].strip(), _lead(lines[number])
    if not line or ":" in line or lead != _lead(lines[number + 1]):
        return None
    return Trap("yaml-form", number, len(lead), len(line), (("reason", problem),), _blanked(lines, number))


def _replace(lines: list[str], number: int, code: str, corrected: str, extent: tuple[int, int]) -> Trap:
    mended = "\n".join([*lines[:number], corrected, *lines[number + 1 :]])
    begin, end = extent
    same = corrected == lines[number]
    parameters = (("corrected", corrected.strip()),)
    return Trap(code, number, begin, max(1, end - begin), parameters, None if same else mended)


def _blanked(lines: list[str], number: int) -> str | None:
    if not lines[number].strip():
        return None
    return "\n".join([*lines[:number], "", *lines[number + 1 :]])


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
