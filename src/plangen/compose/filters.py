"""The filters of expressions: `| mnkr`, `| mnkr(1)`, `| decimaler(0)`, `b | förändring(a)`, `a | andel(b)`.

A unit of money converts a figure and prints it with the unit, rounded only where a number of decimals is given. Filters
have the words of the plan's language, and those of the model beside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping

from plangen.compose.expression_faults import DecimalsError, NoValueError
from plangen.compose.figures import FigureValue, NotFigureError, Printed
from plangen.compose.views import View
from plangen.locale.catalogue import Catalogue
from plangen.locale.units import MoneyUnit, money_units
from plangen.locale.vocabulary import terms
from plangen.model.amount import MOST_DECIMALS

Filter = Callable[..., Printed]

_LAST = re.compile(r"(?P<value>.*)\|\s*(?P<filter>[^\W\d]\w*)\s*(?P<given>\([^|]*\))?\s*", re.DOTALL)


def filters(words: Catalogue, language: str) -> Mapping[str, Filter]:
    """Every filter by its names."""
    own = {"decimals": _decimals, "change": _change(words), "share": _share(words)}
    named = {name: each for term, each in own.items() for name in (term, terms("filter", language)[term])}
    return {unit.key: _money(unit, words) for unit in money_units().values()} | named


def whole_converted(source: str, known: Container[str]) -> str:
    """`a + b | tkr` converts the sum, as an author reads it; to Jinja a filter binds harder than `+`."""
    last = _LAST.fullmatch(source)
    if not last or last["filter"] not in known:
        return source
    return f"({last['value']}) | {last['filter']}{last['given'] or ''}"


def _money(unit: MoneyUnit, words: Catalogue) -> Filter:
    def money(value: object, decimals: object = None) -> Printed:
        figure = _figure(value)
        return Printed(figure, figure.in_unit(unit, words, _count(decimals)))

    return money


def _decimals(value: object, decimals: object) -> Printed:
    figure, count = _figure(value), _count(decimals)
    if count is None:
        raise TypeError("no number of decimals")
    return Printed(figure, figure.with_decimals(count))


def _change(words: Catalogue) -> Filter:
    def change(value: object, before: object, decimals: object = None) -> Printed:
        figure = _figure(value).change_from(_figure(before), _count(decimals))
        return Printed(figure, figure.with_unit(words))

    return change


def _share(words: Catalogue) -> Filter:
    def share(value: object, whole: object, decimals: object = None) -> Printed:
        figure = _figure(value).share_of(_figure(whole), _count(decimals))
        return Printed(figure, figure.with_unit(words))

    return share


def _figure(value: object) -> FigureValue:
    if isinstance(value, View):
        raise NoValueError(value)
    if not isinstance(value, FigureValue):
        raise (NotFigureError if isinstance(value, str | int | Printed) else TypeError)(str(value))
    return value


def _count(decimals: object) -> int | None:
    """A number of decimals, or None where none is given."""
    if decimals is None:
        return None
    if isinstance(decimals, bool) or not isinstance(decimals, int) or not 0 <= decimals <= MOST_DECIMALS:
        raise DecimalsError(str(decimals))
    return decimals
