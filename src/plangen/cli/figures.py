"""What `plangen figures` does: every figure and field that the texts have from the plan, and what it is made of.

Below them are the amounts that the texts give in digits of their own, each with the figure that it is or is nearest to.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from plangen.build import Examined, examine
from plangen.cli.orders import Order, folders
from plangen.compose.stated_amounts import StatedAmount, stated_amounts
from plangen.diagnostics import Location, Severity
from plangen.document.figures import LinkedFigure, Operation, Term
from plangen.document.plain import figure_values
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.locale.messages import printable
from plangen.readers.text_file import read_lines
from plangen.source.source import Folder, Source

FORMAT = 1
"""Raised when a reader of the JSON would have to be changed."""

STEP = "    "


def list_figures(order: Order, form: str) -> int:
    """Lists them as "text" or "json". The exit code: 1 where a plan has faults, so that some may be missing."""
    source = Folder(order.root)
    plans = {folder: examine(source, folder) for folder in folders(order, source)}
    amounts = {folder: _amounts(source, examined, _words(order, examined)) for folder, examined in plans.items()}
    if form == "json":
        told = [_values(folder, examined, amounts[folder]) for folder, examined in plans.items()]
        print(json.dumps({"format": FORMAT, "plans": told}, ensure_ascii=False, indent=2))
    else:
        for folder, examined in plans.items():
            _print(folder, examined, amounts[folder], _words(order, examined))
    faulty = [folder for folder, examined in plans.items() if _has_faults(examined)]
    for folder in faulty:
        words = _words(order, plans[folder])
        print(words.report["figures-faults"].format(plan=folder), file=sys.stderr)
    return 1 if faulty else 0


def _amounts(source: Source, examined: Examined, words: Catalogue) -> Sequence[StatedAmount]:
    lines = cache(partial(read_lines, source))
    return stated_amounts(examined.plan, lines, words) if examined.plan else ()


def _values(folder: str, examined: Examined, amounts: Sequence[StatedAmount]) -> Mapping[str, object]:
    figures = list(map(figure_values, _figures(examined)))
    return {"plan": folder, "figures": figures, "amounts": [each.values for each in amounts]}


def _print(folder: str, examined: Examined, amounts: Sequence[StatedAmount], words: Catalogue) -> None:
    figures = _figures(examined)
    for figure in figures:
        print("\n".join(map(printable, _lines(figure))))
    key = "figures-none" if not figures else "figures-one" if len(figures) == 1 else "figures-count"
    print(words.report[key].format(plan=folder, count=len(figures)))
    if not amounts:
        return
    print()
    for each in amounts:
        print("\n".join(map(printable, _amount_lines(each, words))))
    linkable = sum(bool(each.expression) for each in amounts)
    print(words.report["amounts-count"].format(plan=folder, count=len(amounts), linkable=linkable))


def _lines(figure: LinkedFigure) -> Iterator[str]:
    yield f"{_place(figure.location)}: {figure.text}"
    yield f"{STEP}{{{{ {figure.expression} }}}}"
    for term in figure.terms:
        yield from _term_lines(term, figure.operation, STEP)


def _amount_lines(amount: StatedAmount, words: Catalogue) -> Iterator[str]:
    yield f"{_place(amount.location)}: {amount.text}"
    key = f"amount-{amount.standing}" if amount.figures else "amount-alone"
    figures = dict(zip(("figure", "second"), amount.figures, strict=False))
    yield STEP + words.report[key].format(**figures, difference=amount.difference)
    if amount.expression:
        yield STEP + words.report["amount-write"].format(expression=amount.expression)


def _term_lines(term: Term, operation: Operation, indent: str) -> Iterator[str]:
    """A term and those below it, each led by how it is counted."""
    text = term.counted_text if operation == "sum" else f"= {term.text}"
    yield f"{indent}{'  '.join(filter(None, (text, term.label, _place(term.location))))}"
    for inner in term.terms:
        yield from _term_lines(inner, term.operation, indent + STEP)


def _place(place: Location) -> str:
    return f"{place.file}:{place.line}:{place.column}" if place.line else place.file


def _figures(examined: Examined) -> Sequence[LinkedFigure]:
    return examined.document.figures if examined.document else ()


def _has_faults(examined: Examined) -> bool:
    return any(each.severity >= Severity.ERROR for each in examined.diagnostics)


def _words(order: Order, examined: Examined) -> Catalogue:
    return catalogue(examined.plan.language if examined.plan else order.language or DEFAULT_LANGUAGE)
