r"""What values look like as text, as regular expressions of ECMA 262, which JSON Schema asks for.

They hold in Python too. Each says what a reader of the model reads, as far as a pattern can: that 30 February is no day
the reader knows. As there, space around a value doesn't count.
"""

from __future__ import annotations

from plangen.locale.numbers import MOST_DIGITS
from plangen.model.agenda import GOALS, targets

SOMETHING = r"\S"
"""A text that isn't blank."""

IDENTIFIER = r"^\s*[A-Za-z0-9](?:[A-Za-z0-9_]|-(?!-))*\s*$"
IDENTIFIER_OR_BLANK = rf"{IDENTIFIER}|^\s*$"
COLOUR = "^#[0-9A-Fa-f]{6}$"
YEAR = r"^\s*[1-9][0-9]{3}\s*$"
DAY = r"^\s*(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\s*$"
ADDRESS = r"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$"
LINK = r"^\s*(?:[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+\S*|[Mm][Aa][Ii][Ll][Tt][Oo]:[^\s@]+@\S+)?\s*$"

_SPACE = r"[ \u00a0\u2007\u2009\u202f]"
_MINUS = r"[-\u2212\u2013]"
_GROUPED = f"[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+"
_PLAIN = "[0-9]+"
_FRACTION = "(?:[.,](?:[0-9]{1,2}|[0-9]{4,}))?"
_ZERO = f"(?:0{{1,3}}(?:{_SPACE}000)+|0+)[.,][0-9]{{3}}"
_DIGITS = f"(?=(?:[^0-9]*[0-9]){{1,{MOST_DIGITS}}}[^0-9]*$)"
_MAGNITUDE = f"(?:(?:{_GROUPED}|{_PLAIN}){_FRACTION}|{_ZERO})"

NUMBER = rf"^{_DIGITS}\s*(?:{_MINUS}{_SPACE}*{_MAGNITUDE}|{_MAGNITUDE}{_SPACE}*{_MINUS}?)\s*$"
"""1 363 720, -570, 570-, 33,5. A point or comma before just three digits is neither of a group nor of a fraction."""

SIZE = rf"^{_DIGITS}\s*{_MAGNITUDE}\s*$"
"""A number without a sign."""


def agenda() -> str:
    """The number of a goal of Agenda 2030, or of one of its targets."""
    return f"^(?:{'|'.join(_of_goal(goal) for goal in range(1, GOALS + 1))})$"


def one_of(words: tuple[str, ...]) -> str:
    """One of some words, in small letters or capitals."""
    return f"^(?:{'|'.join(_any_case(word) for word in words)})$"


def _of_goal(goal: int) -> str:
    ends = "|".join(target.partition(".")[2] for target in reversed(tuple(targets(goal))))
    return rf"{goal}(?:\.(?:{ends}))?"


def _any_case(word: str) -> str:
    return "".join(f"[{each.lower()}{each.upper()}]" if each.lower() != each.upper() else each for each in word)
