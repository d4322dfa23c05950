"""numbering.xml -> the number that each paragraph shows (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml.etree import _Element as Xml


def roman(number: int) -> str:
    """A number below 40 in Roman numerals."""
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": lambda number: chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1),
    "upperLetter": lambda number: chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1),
    "upperRoman": roman,
    "none": lambda number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """What a level of a numbering says: its start, its form, and the level whose use starts it anew (0 for none)."""

    start: int
    form: str
    text: str
    restart: int


@dataclass(slots=True)
class Numbering:
    """Counts paragraphs in the order in which they are asked for. Numberings of one abstract numbering count together.

    `counts` by abstract numbering and level, `begun` the numberings and levels whose own start has been used.
    """

    root: Xml
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def number(self, numbering: str, level: int) -> str:
        """The number of the next paragraph of a numbering at a level, 0 the outermost."""
        of = _one(self.root, "num", "numId", numbering)
        abstract = _value(of, "abstractNumId")
        counts = self.counts.setdefault(abstract, {})
        own = self._own_start(of, numbering, level)
        start = own if own is not None else self._level(of, level).start
        counts[level] = start if own is not None else counts.get(level, start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            restart = self._level(of, deeper).restart
            if restart and level < restart:
                del counts[deeper]
        this = self._level(of, level)
        if this.form == "bullet":
            return this.text

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            upper = self._level(of, at)
            return FORMATS[upper.form](counts.get(at, upper.start))

        return re.sub(r"%(\d)", shown, this.text).replace("%\N{WORD JOINER}", "%")

    def level_of_style(self, numbering: str, style: str) -> int:
        """The level that a style is bound to (17.9.23), the outermost if none."""
        of = _one(self.root, "num", "numId", numbering)
        for level in self._abstract(of).iterfind(qn("w:lvl")):
            if _value(level, "pStyle") == style:
                return int(level.get(qn("w:ilvl"), "0"))
        return 0

    def _own_start(self, of: Xml, numbering: str, level: int) -> int | None:
        """The start that a numbering sets for itself, the first time that the level is used (17.9.26)."""
        if (numbering, level) in self.begun:
            return None
        self.begun.add((numbering, level))
        for override in of.iterfind(qn("w:lvlOverride")):
            if override.get(qn("w:ilvl")) == str(level) and (start := _value(override, "startOverride")):
                return int(start)
        return None

    def _abstract(self, of: Xml) -> Xml:
        return _one(self.root, "abstractNum", "abstractNumId", _value(of, "abstractNumId"))

    def _level(self, of: Xml, level: int) -> Level:
        found = _one(self._abstract(of), "lvl", "ilvl", str(level))
        for override in of.iterfind(qn("w:lvlOverride")):
            own = override.find(qn("w:lvl"))
            if override.get(qn("w:ilvl")) == str(level) and own is not None:
                found = own
        restart = _value(found, "lvlRestart")
        return Level(
            start=int(_value(found, "start") or 0),
            form=_value(found, "numFmt") or "decimal",
            text=_value(found, "lvlText"),
            restart=int(restart) if restart else level,
        )


def _one(parent: Xml, tag: str, name: str, value: str) -> Xml:
    return next(each for each in parent.iterfind(qn(f"w:{tag}")) if each.get(qn(f"w:{name}")) == value)


def _value(parent: Xml, tag: str) -> str:
    found = parent.find(qn(f"w:{tag}"))
    return "" if found is None else found.get(qn("w:val"), "")
