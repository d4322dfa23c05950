"""Numbers with points in Swedish text: between thousands ("48.200 tkr"), and before decimals ("48.2 mnkr")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, warning
from plangen.model.rules.passages import Passage
from plangen.model.rules.reviewed import Reviewed
from plangen.model.rules.written_amounts import written_amounts

_GROUPED = re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![\w.,])")

_DECIMAL = re.compile(
    r"(?<![\w.,§])([0-9]+\.[0-9]{1,2})[ \u00a0]?"
    r"(?:%|procent|kr|tkr|mnkr|mdkr|kronor|miljon(?:er)? kronor|miljard(?:er)? kronor)(?![\w-])"
)
_POINT = re.compile(r"[0-9]\.[0-9]")


def amount_points(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Each amount in Swedish text that a reader may take for thousands, or for decimals, and each decimal point."""
    if reviewed.plan.language != "sv":
        return
    for passage in reviewed.passages:
        if not _POINT.search(passage.text):
            continue
        spaced = _GROUPED.sub(lambda found: found[0].replace(".", "\u00a0"), passage.text)
        for amount in written_amounts(spaced, "sv") if spaced != passage.text else ():
            given = passage.text[amount.start : amount.end]
            right = spaced[amount.start : amount.end]
            if given != right:
                place = passage.place(amount.start, amount.end, reviewed.lines)
                comma = given.replace(".", ",") if given.count(".") == 1 else ""
                yield warning("amount-points", place, amount=given, right=right, decimals=comma or right)
        yield from _decimals(passage, reviewed)


def _decimals(passage: Passage, reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Each number with a decimal point that money or per cent is counted in, which no one can take for thousands."""
    for found in _DECIMAL.finditer(passage.text) if "." in passage.text else ():
        place = passage.place(found.start(1), found.end(1), reviewed.lines)
        right = found[1].replace(".", ",")
        row = {"instead": right} if reviewed.stands(place) == found[1] else {}
        yield warning("decimal-point", place, text=found[0], right=found[0].replace(".", ","), **row)
