"""Lines that don't keep the form of keys and values: indented wrongly, without colon or comma, with hard spaces.

YAML's own complaints of them speak of something else. What a line should be is told by the lines above it and by the
keys that the format has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plangen.dataclass import replace
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, words
from plangen.readers.yaml_trap import Extent, Trap, commented, lead, replaced

_KEYED = re.compile(
    r"(?P<lead> *)(?P<dashes>(?:- +)*)(?P<key>[^\s\"'#:\[\]{}-][^:#\[\]{}]*|\"[^\"]*\"):(?P<value>\s.*|$)"
)
_HARD = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_STRUCTURE = re.compile(r"\s*(?:-\s+)*(?:[^\s:#\"'\[\]{}][^:#\"'\[\]{}]*:(?:\s+|$))?")
_BLOCK = re.compile(r".*[:-] +[|>][-+0-9]*\s*$")
_UNSPACED = re.compile(r"([{,]\s*[^\W\d_][^:,{}\[\]\"']*:)(?=[^\s:/])")
_CLOSING = {"[": "]", "{": "}"}


def misindented(lines: Sequence[str], number: int) -> Trap | None:
    """A line with a key that stands neither in line with those above it nor below one that has no value yet."""
    found, before = _KEYED.match(lines[number]), _above(lines, number)
    if not found or found["dashes"] or before is None:
        return None
    own, above = len(found["lead"]), _KEYED.match(lines[before])
    if above and above["value"].strip() and not above["dashes"] and own > len(above["lead"]):
        opening = _above(lines, before)
        opener = _KEYED.match(lines[opening]) if opening is not None else None
        if opener and not opener["value"].strip() and opener.start("key") == above.start("key"):
            return _indented(lines, before, own)
    levels = [at for at, dashed in _levels(lines, number) if not dashed]
    if not levels or own in levels:
        return None
    return _indented(lines, number, min(levels, key=lambda level: (abs(level - own), -level)))


def without_colon(lines: Sequence[str], number: int) -> Trap | None:
    """A line that begins with a key but has no colon after it, or that is the value of the key above it."""
    line, begin = lines[number].strip(), len(lead(lines[number]))
    if not line or ":" in line or line[0] in "#[{":
        return None
    dashes = re.match(r"(?:- +)*", line)
    text = line[dashes.end() :] if dashes else line
    key = next((each for each in _keys() if re.match(rf"{re.escape(each)}(?:\s|=|$)", text)), "")
    if key:
        begin += len(line) - len(text)
        value = text[len(key) :].lstrip(" \t=;–-")
        corrected = f"{lines[number][:begin]}{key}: {value}".rstrip()
        return replaced(lines, number, "yaml-colon-missing", corrected, (begin, begin + len(key)))
    before = _above(lines, number)
    above = _KEYED.match(lines[before]) if before is not None else None
    if before is None or not above or above["value"].strip() or line.startswith("- "):
        return None
    joined = f"{lines[before].rstrip()} {line}"
    trap = replaced(lines, number, "yaml-value-apart", joined, (begin, len(lines[number].rstrip())))
    mended = "\n".join([*lines[:before], joined, *lines[before + 1 : number], "", *lines[number + 1 :]])
    return replace(trap, mended=mended, parameters=(("corrected", joined.strip()),))


def in_brackets(lines: Sequence[str], number: int, column: int) -> Trap | None:
    """A list or mapping in brackets that lacks its end, or a comma before a key."""
    whole, comment = commented(lines[number])
    opening, source = whole[column : column + 1], whole[column:]
    closing = _CLOSING.get(opening, "")
    if not closing:
        return None
    if source.count(opening) == source.count(closing) + 1 and not re.search(r"[\"']", source):
        trap = replaced(lines, number, "yaml-bracket-open", whole.rstrip(",") + closing + comment, (column, column + 1))
        rest = lines[number + 1].strip() if number + 1 < len(lines) else ""
        return trap if not rest.startswith((closing, "]", "}")) else None
    with_commas = _without_comma().sub(_with_comma, source)
    if with_commas == source:
        return None
    return replaced(lines, number, "yaml-comma-missing", whole[:column] + with_commas + comment, (column, len(whole)))


def unspaced_in_braces(lines: Sequence[str], extent: Extent) -> Trap | None:
    """A mapping in braces, on one line, with a key whose colon has no space after it, which makes it no key."""
    line, column, last, end = extent
    source = lines[line][column:end] if line == last else ""
    found = _UNSPACED.search(source) if source.startswith("{") else None
    if not found:
        return None
    corrected = lines[line][:column] + _UNSPACED.sub(r"\1 ", source) + lines[line][end:]
    at = column + found.end() - 1
    return replace(replaced(lines, line, "yaml-colon-space", corrected, (at, at + 1)), moved=(at + 2, 1))


def hard_spaces(text: str) -> Iterator[Trap]:
    """Spaces that look like spaces and are none to YAML, before a key or value; each trap has all of a line mended."""
    lines, deeper = text.split("\n"), -1
    for number, line in enumerate(lines):
        if deeper >= 0 and (not line.strip() or len(lead(line)) > deeper):
            continue  # a text that stands as it is
        deeper = len(lead(line)) if _BLOCK.match(line) else -1
        structure = _STRUCTURE.match(line)
        found = tuple(_HARD.finditer(structure.group())) if structure else ()
        if structure and found:
            lines[number] = _HARD.sub(" ", structure.group()) + line[structure.end() :]
            marked = found[-1].end() - found[0].start()
            given = (("number", str(len(found))), ("marked", str(marked)), ("written", lines[number]))
            yield Trap("yaml-hard-space", number, found[0].start(), marked, given, "\n".join(lines))


def level_meant(lines: Sequence[str], number: int) -> int:
    """The spaces that a line should begin with that is indented with tabs: the nearest that go with what is above."""
    line, before = lines[number], _above(lines, number)
    meant = len(lead(line).replace("\t", "  "))
    item = line.lstrip().startswith("- ")
    levels = [at for at, dashed in _levels(lines, number) if dashed == item]
    above = _KEYED.match(lines[before]) if before is not None else None
    if above and not above["value"].strip():
        levels.insert(0, above.start("key") + 2)
    return min(levels, key=lambda at: abs(at - meant), default=meant)


def _with_comma(found: re.Match[str]) -> str:
    """A key with a comma before it, where a value stands there and no other part of the key."""
    before = re.split(r"[,{]", found.string[: found.start()])[-1]
    return f", {found['key']}: " if ":" in before else found.group()


def _above(lines: Sequence[str], number: int) -> int | None:
    """The line above that says something."""
    return next((at for at in range(number - 1, -1, -1) if lines[at].strip() and lines[at].strip()[0] != "#"), None)


def _levels(lines: Sequence[str], number: int) -> Iterator[tuple[int, bool]]:
    """The columns at which a line could go on with what is above it, and whether as an item with a hyphen."""
    limit = None
    for line in reversed(lines[:number]):
        found = _KEYED.match(line)
        item = re.match(r"(?P<lead> *)- ", line)
        if found and (limit is None or found.start("key") < limit):
            limit = found.start("key")
            yield limit, False
        if item and (limit is None or len(item["lead"]) <= limit):
            limit = len(item["lead"])
            yield limit, True


def _indented(lines: Sequence[str], number: int, level: int) -> Trap:
    line = lines[number]
    own, key = len(lead(line)), _KEYED.match(line)
    length = len(key["key"]) if key else 1
    begin = key.start("key") if key else own
    corrected = " " * level + line.lstrip()
    trap = replaced(lines, number, "yaml-indent", corrected, (begin, begin + length))
    parameters = (*trap.parameters, ("own", str(own)), ("right", str(level)))
    return replace(trap, parameters=parameters, moved=(level, level - own))


@cache
def _keys() -> tuple[str, ...]:
    """Every key of the format in every language, the longest first."""
    found = {key for language in LANGUAGES for key in words(KEYS, language)}
    return tuple(sorted(found, key=lambda key: (-len(key), key)))


@cache
def _without_comma() -> re.Pattern[str]:
    keys = "|".join(re.escape(key) for key in _keys())
    return re.compile(rf"(?<=[^\s,{{])\s+(?P<key>{keys}):\s")
