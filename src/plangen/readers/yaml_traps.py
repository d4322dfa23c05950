"""YAML's traps: what a fault of form most likely is, and the line as it should be.

People who write plans type `målvärde: *` or `>= 80 %`, which YAML takes for an alias or a folded text. Each trap is
named by its own code and carries the corrected line for the hint. `mended` is the text with that line put right, so
that reading can go on and find the next fault. Lines and columns here count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

_ENTRY = re.compile(
    r"^(?P<lead>\s*(?:- +)*(?:(?:\"[^\"]*\"|'[^']*'|[^\s\"'#:\[\]{}][^:#\[\]{}]*?):(?= ) *)?)(?P<value>\S.*?)\s*$"
)
_COMMENT_CUTS = re.compile(r"^\s*(?:- +)*[^\s#\"'][^\"'#]*?:\s+(?![\"'\[{|>])(?P<value>[^#]*?\S)(?P<cut>\s+#[^\s#].*)$")
_MIXED_COMMAS = re.compile(r"\[(?P<items>[^\[\]\"']*\d,\d[^\[\]\"']*)\]")


@dataclass(frozen=True, slots=True)
class Trap:
    """A fault of form: code, place, parameters for its message, and the text put right (None where nobody can know)."""

    code: str
    line: int
    column: int
    length: int
    parameters: tuple[tuple[str, str], ...] = ()
    mended: str | None = None


def explain(text: str, fault: MarkedYAMLError) -> Trap:
    """What the parser's complaint comes from."""
    lines = text.split("\n")
    mark = fault.problem_mark or fault.context_mark
    number = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    problem = fault.problem or ""
    if "\t" in _lead(lines[number]):
        return _replace(lines, number, "yaml-tab", lines[number].replace("\t", "  "), (0, len(_lead(lines[number]))))
    if fault.context and ("quoted scalar" in fault.context) and fault.context_mark:
        return _unclosed(lines, fault.context_mark.line, fault.context_mark.column)
    if fault.context and "flow" in fault.context and fault.context_mark:
        start = fault.context_mark
        return Trap("yaml-bracket-open", start.line, start.column, 1, mended=_blanked(lines, start.line))
    quoted = _needs_quotes(lines, number, column)
    if quoted:
        return quoted
    if "<block end>" in problem and "'-'" not in problem and "sequence" in problem:
        return Trap(
            "yaml-item-misplaced", number, column, max(1, len(lines[number].strip())), mended=_blanked(lines, number)
        )
    end = len(lines[number].rstrip())
    return Trap("yaml-form", number, column, max(1, end - column), (("reason", problem),), _blanked(lines, number))


def silent_traps(text: str) -> Iterator[Trap]:
    """What YAML accepts and the author did not mean: a value cut by `#`, numbers cut by their decimal comma."""
    for number, line in enumerate(text.split("\n")):
        cut = _COMMENT_CUTS.match(line)
        if cut:
            whole = cut["value"] + cut["cut"]
            corrected = line[: cut.start("value")] + f'"{whole}"'
            begin, end = cut.start("cut") + 1, cut.end("cut")
            yield Trap("yaml-comment-cuts", number, begin, end - begin, (("corrected", corrected.strip()),))
        mixed = _MIXED_COMMAS.search(line)
        if mixed and re.search(r",\s", mixed["items"]):
            items = re.split(r",\s+", mixed["items"])
            corrected = line[: mixed.start()] + "[" + ", ".join(f'"{item.strip()}"' for item in items) + "]"
            length = mixed.end() - mixed.start()
            yield Trap("yaml-comma-splits", number, mixed.start(), length, (("corrected", corrected.strip()),))


def _needs_quotes(lines: list[str], number: int, column: int) -> Trap | None:
    """A value that starts with a mark of YAML's own, or that holds a colon and space."""
    entry = _ENTRY.match(lines[number])
    if not entry or entry["value"][0] in "\"'#":
        return None
    value = entry["value"]
    starts = value[0] in "*&!%@`>|" or value[:2] == "? "
    inner = ": " in value or value.endswith(":")
    if not starts and not (inner and entry["lead"].rstrip().endswith(":")):
        return None
    mark = "'" if '"' in value or "\\" in value else '"'
    inside = value.replace("'", "''") if mark == "'" else value
    corrected = f"{entry['lead']}{mark}{inside}{mark}"
    code = "yaml-quote-mark" if starts else "yaml-quote-colon"
    return _replace(lines, number, code, corrected, (entry.start("value"), entry.end("value")))


def _unclosed(lines: list[str], number: int, column: int) -> Trap:
    mark = lines[number][column]
    corrected = lines[number].rstrip() + mark
    return _replace(lines, number, "yaml-quote-open", corrected, (column, len(lines[number].rstrip())))


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
