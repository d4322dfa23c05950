"""The brand's texts for the head and foot of pages, in place of the outline's, filled with what the plan says.

Page numbers are left to the writers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from plangen.brand.brand import Running
from plangen.compose.expressions import Evaluator
from plangen.dataclass import replace
from plangen.document.document import Metadata
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_date
from plangen.model.plan import Plan

PAGE_FIELDS = frozenset({"page", "pages"})
_FIELD = re.compile(r"(?P<before>[\s·•–—|/,;:-]*)\{(?P<name>\w+)\}")
"""A field, with the space and signs that part it from what stands before."""
_PARTING = " ·•–—|/,;:-"


def branded(metadata: Metadata, plan: Plan, running: Running, words: Catalogue) -> Metadata:
    """The metadata with the brand's header and footer where it has them."""
    if running.header is None and running.footer is None:
        return metadata
    values = _values(plan, words)
    return replace(
        metadata,
        header=metadata.header if running.header is None else _filled(running.header, values),
        footer=metadata.footer if running.footer is None else _filled(running.footer, values),
    )


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with each field's value; one that the plan doesn't have goes with the signs before it."""

    def value(field: re.Match[str]) -> str:
        if field["name"] in PAGE_FIELDS:
            return field[0]
        given = values[field["name"]]
        return field["before"] + given if given else ""

    return _FIELD.sub(value, text).lstrip(_PARTING).rstrip()


def _values(plan: Plan, words: Catalogue) -> dict[str, str]:
    plain = Evaluator(plan, words).plain
    decision = plan.decision
    day = decision.date if decision else None
    return {
        "title": plain(plan.title),
        "organisation": plain(plan.organisation),
        "body": plain(plan.body),
        "year": str(plan.year),
        "status": words.statuses[plan.status],
        "version": plan.version,
        "case_number": decision.case_number if decision else "",
        "date": print_date(day, words.babel) if day else "",
    }
