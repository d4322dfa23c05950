"""Python values -> Typst's own code: strings, lengths, arguments and sequences of content.

Everything of a document goes in as a string literal in code mode, where Typst reads no markup, so that no content can
be taken for code: a literal ends at a quotation mark and nothing else, and those are escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

PRECISION = 3
_BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', **dict.fromkeys(_BREAKS, " ")})


def string(text: str) -> str:
    """A string literal. What breaks lines becomes a space: a line ends at a `LineBreak` only."""
    return f'"{text.translate(_ESCAPES)}"'


def points(length: float) -> str:
    """A length in points."""
    return f"{round(length, PRECISION):g}pt" if abs(length) < 1e6 else f"{round(length)}pt"


def truth(value: bool) -> str:
    """A boolean."""
    return "true" if value else "false"


def sequence(parts: Iterable[str]) -> str:
    """Expressions, one after another, as one content."""
    kept = [part for part in parts if part]
    return kept[0] if len(kept) == 1 else "{" + ";".join(kept) + "}"


def call(function: str, *arguments: str, named: Mapping[str, str] | None = None) -> str:
    """A call, with the named arguments (those that have a value) before the others."""
    given = [f"{name}: {value}" for name, value in (named or {}).items() if value]
    return f"{function}({', '.join([*given, *arguments])})"


def dictionary(entries: Mapping[str, str]) -> str:
    """A dictionary with strings as keys."""
    return "(" + ", ".join(f"{string(key)}: {value}" for key, value in entries.items()) + ")" if entries else "(:)"


def array(items: Iterable[str]) -> str:
    """An array."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def labelled(element: str, name: str) -> str:
    """An element that others can link to by name."""
    return f"[#{element}#{call('label', string(name))}]"
