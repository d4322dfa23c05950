"""What is raised over an expression of content -> what is wrong with it, at the name or unit that it is wrong in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import UndefinedError

from plangen.compose.figures import NotFigureError, PercentError
from plangen.compose.sandbox import UnknownNameError
from plangen.compose.views import View
from plangen.dataclass import replace
from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.document.inlines import Expression
from plangen.locale.numbers import parse_number
from plangen.locale.units import money_units
from plangen.locale.vocabulary import terms
from plangen.model.amount import MOST_DECIMALS, UnitError, unit_meant

MOST_NAMES = 20
"""Names that a fault tells of, where one was unknown."""

LONGEST_SHOWN = 80
"""Characters of an expression that a fault shows."""

BRACES = len("{{}}")


class NoValueError(TypeError):
    """Something with names below it, where one value should be."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.names = tuple(view.names())


class DecimalsError(ValueError):
    """A number of decimals that no figure is printed with."""


def expression_fault(
    expression: Expression, fault: Exception, names: Mapping[str, object], language: str
) -> Diagnostic:
    """What is wrong with an expression over which something was raised; `names` are those that it may use."""
    place, source = expression.location, shown(expression.source)
    match fault:
        case UnknownNameError():
            near = nearest(fault.name, fault.names)
            return _unknown(expression, fault.name, near, fault.names)
        case UndefinedError():
            quoted = re.fullmatch(r"'(.*)' is undefined", fault.message or "")
            return (
                _unknown_first(expression, quoted[1], names)
                if quoted
                else error("expression-fault", place, source=source)
            )
        case TemplateSyntaxError():
            filtered = re.match(r"No filter named '([^']*)'", fault.message or "")
            if not filtered:
                return error("expression-syntax", place, source=source, **_meant(_written(expression.source, names)))
            functions = terms("filter", language).values()
            unit, allowed = filtered[1], ", ".join((*money_units(), *functions))
            near = unit_meant(unit, language) or nearest(unit, functions)
            return error("expression-filter", within(expression, unit), name=unit, near=near, allowed=allowed)
        case UnitError():
            where = within(expression, fault.to)
            return error("expression-unit", where, source=source, unit=fault.unit, to=fault.to)
        case NotFigureError():
            return error("expression-not-figure", place, source=source, value=shown(str(fault)))
        case DecimalsError():
            return error("expression-decimals", place, source=source, decimals=str(fault), most=MOST_DECIMALS)
        case PercentError():
            return error("expression-percent", place, source=source)
        case NoValueError():
            allowed = ", ".join(fault.names[:MOST_NAMES])
            return error("expression-no-value", place, source=source, allowed=allowed)
        case _:
            below = re.match(r"access to attribute '(\w+)' of", str(fault))
            return error("expression-fault", place, source=source, **_meant(_without(expression.source, below)))


def _meant(near: str) -> Mapping[str, str]:
    """What should stand in the place of an expression, nothing where that isn't known."""
    return {"near": near, "instead": near} if near else {}


def _without(source: str, below: re.Match[str] | None) -> str:
    """An expression without the name that it asks a value for, which has none below it."""
    path, bar, filtered = source.strip().partition("|")
    if not below or not path.rstrip().endswith(f".{below[1]}"):
        return ""
    return f"{{{{ {path.rstrip().removesuffix(f'.{below[1]}')}{f' | {filtered.strip()}' if bar else ''} }}}}"


def _written(source: str, names: Mapping[str, object]) -> str:
    """What an expression that can't be read is most likely meant as: a plain number, or a path with a heading in it."""
    path, bar, filtered = source.strip().partition("|")
    if parse_number(path.strip()) is not None:
        return path.strip()
    joined = re.sub(r"\s*\.\s*", ".", path.strip().lower())
    value: object = names
    for name in (parts := re.sub(r"\s+", "_", joined).split(".")):
        value = value[name] if isinstance(value, Mapping | View) and name in value else None
    return f"{{{{ {'.'.join(parts)}{f' | {filtered.strip()}' if bar else ''} }}}}" if value is not None else ""


def shown(source: str) -> str:
    """An expression in a message."""
    return source if len(source) <= LONGEST_SHOWN else source[:LONGEST_SHOWN] + "…"


def within(expression: Expression, name: str) -> Location:
    """Where a name stands in an expression; the whole of it, where its braces aren't set as people set them."""
    place, source = expression.location, expression.source
    around = place.length - BRACES - len(source)
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", source)] if name else []
    if not found or around not in (0, 2):
        return place
    return replace(place, column=place.column + (BRACES + around) // 2 + found[-1], length=len(name))


def _unknown_first(expression: Expression, name: str, names: Mapping[str, object]) -> Diagnostic:
    """An unknown name at the start of a path: one of those below, or a part of one that was written with hyphens."""
    hyphened = re.search(rf"[\w.]+(?:-\w+)*-{re.escape(name)}(?:-\w+)*", expression.source)
    if hyphened:
        name = hyphened.group().rpartition(".")[2]
        return _unknown(expression, name, name.replace("-", "_"), _listed(names))
    below = {
        inner: f"{outer}.{inner}" for outer, view in names.items() if isinstance(view, View) for inner in view.names()
    }
    near, known = nearest(name, names), _listed(names)
    if not near:
        near = below.get(nearest(name, below).split(", ")[0], "")
    return _unknown(expression, name, near, known)


def _listed(names: Mapping[str, object]) -> tuple[str, ...]:
    """The names that a fault tells of, each thing by its first."""
    first: dict[int, str] = {}
    for name, value in names.items():
        first.setdefault(id(value), name)
    return tuple(first.values())


def _unknown(expression: Expression, name: str, near: str, known: tuple[str, ...]) -> Diagnostic:
    allowed, source = ", ".join(known[:MOST_NAMES]), expression.source
    place = within(expression, name)
    code = "expression-unknown" if known else "expression-nothing"
    return error(code, place, name=name, near=near, allowed=allowed, source=source)
