"""Amounts with points between thousands ("48.200 tkr"): no numbers in Swedish, and not held to any figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, warning
from plangen.model.rules.reviewed import Reviewed
from plangen.model.rules.written_amounts import written_amounts

_GROUPED = re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![\w.,])")


def amount_points(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Each amount in Swedish text that a reader may take for thousands, or for decimals."""
    if reviewed.plan.language != "sv":
        return
    for passage in reviewed.passages:
        spaced = _GROUPED.sub(lambda found: found[0].replace(".", "\u00a0"), passage.text)
        for amount in written_amounts(spaced, "sv") if spaced != passage.text else ():
            given = passage.text[amount.start : amount.end]
            right = spaced[amount.start : amount.end]
            if given != right:
                place = passage.place(amount.start, amount.end, reviewed.lines)
                comma = given.replace(".", ",") if given.count(".") == 1 else ""
                yield warning("amount-points", place, amount=given, right=right, decimals=comma or right)
