"""What the columns and rows of a budget table may be."""

from __future__ import annotations

from typing import Literal

ColumnRole = Literal["amount", "opening", "change", "closing", "whereof", "total", "percentage_change", "share", "text"]
RowRole = Literal["item", "group", "subtotal", "total", "whereof", "key_figure"]
ColumnKind = Literal["outcome", "forecast", "budget", "plan"]
RowKind = Literal["income", "cost"]
Sign = Literal["plus", "minus"]
Carried = Literal["positive", "negative"]
"""The sign that figures of a kind carry in a table."""

SUM_ROWS = frozenset({"subtotal", "total"})
PERCENT_COLUMNS = frozenset({"percentage_change", "share"})
PERCENT = "%"
"""The unit of figures that can't be added."""
