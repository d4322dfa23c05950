"""What Jinja and Python raise over an outline -> what is wrong with it, at its line.

Their reasons are English and speak of Python. Those that an outline's author meets are told by codes of their own, from
the texts that Jinja 3 and Python 3 have for them; any other reason is passed on as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError

from plangen.compose.chart import ChartError
from plangen.compose.placed import RepeatedError
from plangen.compose.sandbox import MOST_OUTPUT, ExhaustedError, UnknownNameError
from plangen.dataclass import replace
from plangen.diagnostics import Diagnostic, Location, error, nearest

MOST_NAMES = 40
"""Names that a fault tells of, where one was unknown."""

BLOCKS = frozenset({"if", "for", "macro"})
_TAG = re.compile(r"<!--(?:.*?-->|.*)|\{%-?\s*(?P<tag>\w+).*?%\}", re.DOTALL)
_SYNTAX = (
    ("outline-unclosed", r"Unexpected end of template\..*(?:needs to be closed is|closed is) '(?P<tag>\w+)'"),
    ("outline-end-alone", r"Encountered unknown tag '(?P<tag>end\w+|else|elif)'"),
    ("outline-unknown-tag", r"Encountered unknown tag '(?P<tag>\w+)'"),
    ("outline-filter", r"No (?:filter|test) named '(?P<name>[^']*)'"),
    ("outline-comment-open", r"Missing end of comment tag"),
    ("outline-unexpected", r"(?:unexpected(?: char)?|Expected an expression, got) '(?P<got>[^']*)'"),
    ("outline-unexpected", r'unexpected(?: char)? "(?P<got>[^"]*)"'),
    ("outline-print-end", r"expected token 'end of (?:print statement|statement block)', got '?(?P<got>.*?)'?$"),
    ("outline-expected", r"expected token '(?P<expected>.*?)', got '(?P<got>.*?)'"),
)
_MISUSE = (
    ("outline-argument-missing", r"(?:_Functions\.)?(?P<function>\w+)\(\) missing \d+ required .*?'(?P<argument>\w+)'"),
    ("outline-arguments-many", r"(?:_Functions\.)?(?P<function>\w+)\(\) takes (?:from )?\d+.* positional"),
    ("outline-arguments-many", r"macro '(?P<function>\w+)' takes not more than"),
    ("outline-argument-unknown", r"(?:_Functions\.)?(?P<function>\w+)\(\) got .*keyword argument '(?P<argument>\w+)'"),
    ("outline-argument-unknown", r"macro '(?P<function>\w+)' takes no keyword argument '(?P<argument>\w+)'"),
    ("outline-not-text", r"\w+ is not text"),
    ("outline-not-number", r"\w+ is not a number"),
    ("outline-not-name", r"\w+ is not a name"),
    ("outline-not-goal", r".*(?:not a Goal|no list of goals)"),
    ("outline-not-table", r".*not a BudgetTable"),
    ("outline-filter", r"No (?:filter|test) named '(?P<name>[^']*)'"),
    ("outline-include", r"no loader for this environment"),
    ("outline-not-list", r"'\w+' object is not iterable"),
    ("outline-not-function", r"'\w+' object is not callable"),
    ("outline-taken-apart", r"placed content can't be taken apart"),
)
_FORBIDDEN = (
    ("outline-of-text", r"access to attribute '(?P<name>\w+)' of"),
    ("outline-arithmetic", r"(?P<operator>[-+*/%]+)"),
    ("character-forbidden", r"(?P<character>U\+[0-9A-F]+)"),
)


def outline_fault(file: str, text: str, fault: Exception, names: Mapping[str, object]) -> Diagnostic:
    """What is wrong with an outline over which something was raised; `names` are those that it may use."""
    place, reason = _line(file, fault), str(fault)
    match fault:
        case TemplateSyntaxError():
            place, reason = Location(file, fault.lineno), fault.message or ""
            told = _told(_SYNTAX, place, reason) or error("outline-syntax", place, reason=reason)
            given = dict(told.parameters)
            open_block = _open_block(text, place, given.get("tag", ""))
            if open_block and told.code in ("outline-unclosed", "outline-end-alone"):
                return error("outline-unclosed", open_block[1], tag=open_block[0])
            return replace(
                told, location=_at(text, given.get("tag") or given.get("name") or given.get("got", ""), place)
            )
        case UnknownNameError():
            return _unknown(text, place, fault.name, fault.names)
        case UndefinedError():
            quoted = re.fullmatch(r"'(.*)' is undefined", fault.message or "")
            return _unknown(text, place, quoted[1] if quoted else fault.message or "", tuple(names))
        case RepeatedError():
            return error("outline-repeats", place, most=reason)
        case ExhaustedError():
            return error("outline-output", place, most=MOST_OUTPUT)
        case ChartError():
            return error(fault.code, place, **fault.told)
        case SecurityError():
            return _told(_FORBIDDEN, place, reason) or error("outline-fault", place, reason=reason)
        case _:
            return _told(_MISUSE, place, reason) or error("outline-fault", place, reason=reason)


def _told(known: tuple[tuple[str, str], ...], place: Location, reason: str) -> Diagnostic | None:
    for code, pattern in known:
        found = re.match(pattern, reason, re.DOTALL)
        if found:
            return error(code, place, **found.groupdict())
    return None


def _unknown(text: str, place: Location, name: str, known: Sequence[str]) -> Diagnostic:
    allowed = ", ".join(sorted(known)[:MOST_NAMES])
    return error("outline-unknown", _at(text, name, place), name=name, near=nearest(name, known), allowed=allowed)


def _at(text: str, word: str, place: Location) -> Location:
    """Where a word stands on a line; the line as it is, where it doesn't, or more than once."""
    lines = text.split("\n")
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    around = (r"(?<!\w)", r"(?!\w)") if re.fullmatch(r"\w+", word) else ("", "")
    found = [match.start() for match in re.finditer(around[0] + re.escape(word) + around[1], line)] if word else []
    return replace(place, column=found[0] + 1, length=len(word)) if len(found) == 1 else place


def _open_block(text: str, place: Location, end: str) -> tuple[str, Location] | None:
    """The block that is still open where another ends, or where the outline does, and where it begins.

    None where an end belongs to nothing that has begun.
    """
    opened: list[tuple[str, Location]] = []
    for found in _TAG.finditer(text):
        name, line = found["tag"] or "", text.count("\n", 0, found.start()) + 1
        if name in BLOCKS:
            column = found.start() - text.rfind("\n", 0, found.start())
            opened.append((name, Location(place.file, line, column, len(found.group()))))
            continue
        closed = name.removeprefix("end")
        if closed not in BLOCKS or closed == name:
            continue
        if not opened or opened[-1][0] != closed:
            return opened[-1] if any(each == closed for each, _ in opened) else None
        opened.pop()
    return opened[-1] if opened and not end.startswith("end") else None


def _line(file: str, fault: BaseException) -> Location:
    """The template's line on which a fault was raised, as Jinja rewrites its traceback to the template's own lines."""
    line, trace = 0, fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return Location(file, line)
