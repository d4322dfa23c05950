"""Governing documents: which version is meant, and that it still holds in the plan's year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plangen.diagnostics import Diagnostic, warning
from plangen.model.plan import GoverningDocument, every_section
from plangen.model.rules.passages import text_of
from plangen.model.rules.places import SIGN
from plangen.model.rules.reviewed import Reviewed, is_expected

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[–−-]\s*((?:19|20)\d{2})(?!\d)")


def document_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What is missing or out of date in the lists of governing documents."""
    for section in every_section(reviewed.plan):
        yield from _undated(section.governing_documents)
        for document in section.governing_documents:
            yield from _outdated(document, reviewed)


def _undated(documents: Sequence[GoverningDocument]) -> Iterator[Diagnostic]:
    without = [each for each in documents if not (each.number or {"date", "number"} & each.places.keys())]
    if is_expected(len(documents) - len(without), len(documents)):
        for document in without:
            yield warning("document-undated", document.place("name"), document=document.name)


def _outdated(document: GoverningDocument, reviewed: Reviewed) -> Iterator[Diagnostic]:
    """The last year in the document's name is before the plan's, and nothing is said of a new one.

    One year alone is mostly that of the decision; it is the document's last only in the name of a yearly one.
    """
    name = text_of(document.name.inlines).replace(SIGN, "")
    year = reviewed.plan.year
    lasts = [found[2] for found in _YEARS.finditer(name)]
    lasts += [found[1] for found in _yearly(reviewed.wording.yearly).finditer(name)]
    for last in lasts:
        if year and int(last) < year and not document.remark.inlines:
            yield warning("document-outdated", document.place("name"), document=document.name, last=last, year=year)


@cache
def _yearly(words: tuple[str, ...]) -> re.Pattern[str]:
    """The name of a document of one year: "Mål och budget 2026"."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))}) ((?:19|20)\d{{2}})$" if words else r"(?!)", re.I)
