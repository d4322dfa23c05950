"""YAML's traps: what a fault of form most likely is, and the line as it should be.

People who write plans type `målvärde: *` or `>= 80 %`, which YAML takes for an alias or a folded text. Each trap is
named by its own code and carries the corrected line for the hint. `mended` is the text with that line put right, so
that reading can go on and find the next fault. Lines and columns here count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ruamel.yaml.error import MarkedYAMLError

from plangen.dataclass import replace
from plangen.readers import yaml_keys
from plangen.readers.yaml_items import first_undashed, misplaced, misplaced_above, misplaced_in_text
from plangen.readers.yaml_trap import Extent, Trap, blanked, commented, lead, replaced

_ENTRY = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:(?:\"[^\"]*\"|'[^']*'|[^\s\"'#:\[\]{}][^:#\[\]{}]*?):(?= ) *)?)"
    r"(?P<value>\S.*?)(?P<after>\s+#\s.*|\s*)$"
)
_MARKS = re.compile(r"[*&!%@`>|,\]}]|[?-] |\{\{|\[\^|\[[^\[\]]*\](?:\(|\s*[^\s#,\]}])")
_UNSPACED = re.compile(r"(?P<key>\s*(?:- +)*[^\W\d_][^:#\"'\[\]{}]*):(?!(?<=\d:)\d)(?P<rest>[^\s:/].*)$")
_BULLET = re.compile(r"\s*(?P<mark>[•·–—])\s+(?P<text>\S.*?)\s*$")
_VALUE = re.compile(r"(?P<before>: +)(?P<number>-?\d[\d ]*,\d+)(?=[ ,}])")
_CUT = re.compile(r"\s+#[^\s#].*$")
_FIELDS = re.compile(r"[^:,{}\[\]\"']+(?:, *[^\W\d_][\w ]*: [^:,{}\[\]\"']+)+")
"""A value, and other fields after commas as they stand in braces."""

_NUMBERED = re.compile(r"(?<=[^\W\d_])\s+# \d{1,4}\s*$")
"""What may be a number as in "Mål # 3"; more words behind `# ` are a comment, as is a number beside another."""


def explain(text: str, fault: MarkedYAMLError) -> Trap:
    """What the parser's complaint comes from."""
    return next(trap for trap in _explanations(text.split("\n"), fault) if trap)


def _explanations(lines: list[str], fault: MarkedYAMLError) -> Iterator[Trap | None]:
    """What it may come from, the surest first."""
    problem, context, start = fault.problem or "", fault.context or "", fault.context_mark
    mark = start if start and "simple key" in context else fault.problem_mark or start
    number, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    if "\t" in lead(lines[number]):
        yield _untabbed(lines, number)
    if start and "quoted scalar" in context:
        yield _backslash(lines, start.line, start.column) if "escape" in problem else None
        yield _unclosed(lines, start.line, start.column)
    if start and "flow" in context:
        yield _needs_quotes(lines, start.line, start.column)
        yield yaml_keys.in_brackets(lines, start.line, start.column)
        value, comment = commented(lines[start.line])
        closing = "]" if value[start.column : start.column + 1] == "[" else "}"
        given = (("written", value + closing + comment),)
        yield Trap("yaml-bracket-open", start.line, start.column, 1, given, blanked(lines, start.line))
    yield _pasted_cells(lines, number)
    yield _item_mark(lines, number)
    yield _unspaced(lines, number)
    if "mapping values" in problem and number:
        yield _unspaced(lines, number - 1)
        yield _without_colon(lines, number - 1, problem)
    yield first_undashed(lines, number)
    yield _needs_quotes(lines, number, column)
    yield _ended_early(lines, number, column)
    yield yaml_keys.without_colon(lines, number)
    yield misplaced_above(lines, number)
    yield yaml_keys.misindented(lines, number)
    if "<block end>" in problem and lines[number].lstrip().startswith("- "):
        yield misplaced(lines, number)
    length = max(1, len(lines[number].rstrip()) - column)
    yield Trap("yaml-form", number, column, length, (("reason", problem),), blanked(lines, number))


def _pasted_cells(lines: list[str], number: int) -> Trap | None:
    """The row of a sheet, with tabs between its cells."""
    line = lines[number].strip()
    if "\t" not in line or not re.search(r"\t-?\d", line) or ":" in line.partition("\t")[0]:
        return None
    own = len(lead(lines[number]))
    return Trap("yaml-cells", number, own, len(line), mended=blanked(lines, number))


def cut_by_comment(lines: Sequence[str], extent: Extent) -> Trap | None:
    """A plain value that YAML ends at `#`, though the author went on."""
    line, column, last, end = extent
    whole = lines[line]
    cut = _CUT.match(whole, end) if line == last else None
    perhaps = None if cut or line != last else _NUMBERED.match(whole, end)
    found = cut or perhaps
    if not found:
        return None
    corrected = whole[:column].rstrip() + " " + _quoted(whole[column:].strip())
    marked = found.group().strip()
    given = (("written", corrected), ("cut", marked))
    code = "yaml-comment-perhaps" if perhaps else "yaml-comment-cuts"
    return Trap(code, line, found.end() - len(found.group().lstrip()), len(marked), given, sure=not perhaps)


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
    corrected = (whole[:column] + mended + whole[end:]).rstrip()
    return Trap("yaml-comma-splits", line, column, end - column, (("written", corrected),))


def item_in_text(lines: list[str], extent: Extent) -> Trap | None:
    """A list item indented or marked so that YAML takes it for a text, or for the next line of the text above."""
    first, _, last, _ = extent
    if bulleted := _bulleted(lines, extent):
        return bulleted
    items = [number for number in range(first + 1, last + 1) if lines[number].lstrip().startswith("- ")]
    return misplaced_in_text(lines, first, items)


def text_in_brackets(lines: list[str], extent: Extent) -> Trap | None:
    """An expression or the mark of a note, which YAML takes for a mapping or a list."""
    line, column, _, _ = extent
    return _needs_quotes(lines, line, column) if lines[line].startswith(("{{", "[^"), column) else None


def quote_missing(lines: list[str], extent: Extent) -> Trap | None:
    """A plain value that ends with a quotation mark and has none before it."""
    line, column, last, end = extent
    value = lines[line][column:end] if line == last else ""
    if value.count('"') != 1 or not re.search(r"\D\"$", value):
        return None
    corrected = f'{lines[line][:column]}"{lines[line][column:]}'
    return replace(replaced(lines, line, "yaml-quote-missing", corrected, (column, end)), moved=(column + 1, 1))


def _item_mark(lines: list[str], number: int) -> Trap | None:
    """A list item that begins with another mark than a hyphen and a space."""
    item = re.match(r"(?P<lead>\s*)(?:[*–—•·]\s+|-(?=[^\s-]))(?P<text>\S.*?)\s*$", lines[number])
    if not item:
        return None
    end = len(lines[number].rstrip())
    return replaced(lines, number, "yaml-item-mark", f"{item['lead']}- {item['text']}", (len(item["lead"]), end))


def _bulleted(lines: list[str], extent: Extent) -> Trap | None:
    """A text on lines of its own that is a list with bullets, or the item of a list with bullets on the next lines."""
    first, column, last, _ = extent
    before = lines[first][:column]
    if before.strip() not in ("", "-"):
        return None
    begin = first + (before.strip() == "-")
    rows = {number: found for number in range(begin, last + 1) if (found := _BULLET.match(lines[number]))}
    dashes = [number for number, found in rows.items() if found["mark"] in "–—"]
    if not rows or min(rows) > first + 1 or (not before.strip() and first not in rows) or len(dashes) == 1:
        return None
    mended = list(lines)
    for number, found in rows.items():
        mended[number] = f"{lead(lines[first])}- {found['text']}"
    at, end = min(rows), min(rows)
    while end + 1 in rows:
        end += 1
    extent_of_first = (len(lead(lines[at])), len(lines[at].rstrip()))
    trap = replaced(lines, at, "yaml-item-mark", mended[at], extent_of_first)
    return replace(trap, parameters=(("written", "\n".join(mended[at : end + 1])),), mended="\n".join(mended))


def _untabbed(lines: list[str], number: int) -> Trap:
    """A line that a tab begins, with as many spaces as let it go on with what is above it."""
    own, level = lead(lines[number]), yaml_keys.level_meant(lines, number)
    corrected = " " * level + lines[number].lstrip().replace("\t", "  ")
    trap = replaced(lines, number, "yaml-tab", corrected, (0, len(own)))
    return replace(trap, parameters=(*trap.parameters, ("right", str(level))), moved=(level, level - len(own)))


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
    if not starts and _FIELDS.fullmatch(value) and re.fullmatch(r"\s*- +[^:]+: *", entry["lead"]):
        dash = entry["lead"].index("-") + len("- ")
        fields = f"{entry['lead'][:dash]}{{{entry['lead'][dash:].lstrip()}{value}}}{entry['after']}"
        if not lines[number + 1 : number + 2] or len(lead(lines[number + 1])) < dash:
            return replaced(lines, number, "yaml-fields-in-row", fields, entry.span("value"))
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
    corrected = entry["lead"] + _quoted(value) + entry["after"]
    trap = replaced(lines, number, code, corrected, entry.span("value"))
    return replace(trap, moved=(entry.start("value") + 1, moved))


def _backslash(lines: list[str], number: int, column: int) -> Trap | None:
    """A path or the like in double quotation marks, in which a backslash is an escape."""
    closed = re.compile(r'"((?:[^"\\]|\\.)*)"').match(lines[number], column)
    if not closed:
        return None
    corrected = lines[number][:column] + _quoted(closed[1]) + lines[number][closed.end() :]
    return replaced(lines, number, "yaml-backslash", corrected, closed.span())


def _unspaced(lines: list[str], number: int) -> Trap | None:
    """A key whose colon has no space after it."""
    found = _UNSPACED.match(lines[number])
    if not found:
        return None
    begin = found.start("rest")
    trap = replaced(lines, number, "yaml-colon-space", f"{found['key']}: {found['rest']}", (begin - 1, begin))
    return replace(trap, moved=(begin + 1, 1))


def _quoted(value: str) -> str:
    mark = "'" if '"' in value or "\\" in value else '"'
    return mark + (value.replace("'", "''") if mark == "'" else value) + mark


def _unclosed(lines: list[str], number: int, column: int) -> Trap:
    mark = lines[number][column]
    value, comment = commented(lines[number])
    return replaced(lines, number, "yaml-quote-open", value + mark + comment, (column, len(value)))


def _without_colon(lines: list[str], number: int, problem: str) -> Trap | None:
    """A line that should be a key with a value as the next one is, but has no colon."""
    line, own = lines[number].strip(), lead(lines[number])
    if not line or ":" in line or own != lead(lines[number + 1]):
        return None
    other = Trap("yaml-form", number, len(own), len(line), (("reason", problem),), blanked(lines, number))
    return yaml_keys.without_colon(lines, number) or other
