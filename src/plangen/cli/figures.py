"""What `plangen figures` does: every figure and field that the texts have from the plan, and what it is made of."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

from plangen.build import Examined, examine
from plangen.cli.orders import Order, folders
from plangen.cli.report import printable
from plangen.diagnostics import Location, Severity
from plangen.document.figures import LinkedFigure, Operation, Term
from plangen.document.plain import figure_values
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.source.source import Folder

FORMAT = 1
"""Raised when a reader of the JSON would have to be changed."""

STEP = "    "


def list_figures(order: Order, form: str) -> int:
    """Lists them as "text" or "json". The exit code: 1 where a plan has faults, so that some may be missing."""
    source = Folder(order.root)
    plans = {folder: examine(source, folder) for folder in folders(order, source)}
    if form == "json":
        told = [{"plan": folder, "figures": list(map(figure_values, _figures(plans[folder])))} for folder in plans]
        print(json.dumps({"format": FORMAT, "plans": told}, ensure_ascii=False, indent=2))
    else:
        for folder, examined in plans.items():
            _print(folder, examined, _words(order, examined))
    faulty = [folder for folder, examined in plans.items() if _has_faults(examined)]
    for folder in faulty:
        words = _words(order, plans[folder])
        print(words.report["figures-faults"].format(plan=folder), file=sys.stderr)
    return 1 if faulty else 0


def _print(folder: str, examined: Examined, words: Catalogue) -> None:
    figures = _figures(examined)
    for figure in figures:
        print("\n".join(map(printable, _lines(figure))))
    key = "figures-none" if not figures else "figures-one" if len(figures) == 1 else "figures-count"
    print(words.report[key].format(plan=folder, count=len(figures)))


def _lines(figure: LinkedFigure) -> Iterator[str]:
    yield f"{_place(figure.location)}: {figure.text}"
    yield f"{STEP}{{{{ {figure.expression} }}}}"
    for term in figure.terms:
        yield from _term_lines(term, figure.operation, STEP)


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
