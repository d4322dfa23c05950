from __future__ import annotations

import pytest

from plangen.compose.frame_line import filled, frame_line
from plangen.document.inlines import Emphasis, Text
from plangen.document.walk import plain_text
from plangen.source.source import Memory

from .plans import SWEDISH, edited, memory, plan


def line(source: Memory | None = None) -> str:
    read = plan(source)
    assert read.frame is not None
    return plain_text(frame_line(read.frame, read.tables[0], SWEDISH).inlines).replace("\u00a0", " ")


def test_the_decided_amount_stands_beside_the_computed_sum() -> None:
    assert line() == "Ram 2026: 2 995 tkr (beslut RF 11 juni 2025). Summa i tabellen: 2 995 tkr."


@pytest.mark.parametrize(
    ("gone", "start"),
    [
        (" beslutad av: RF,", "Ram 2026: 2 995 tkr (beslut 11 juni 2025). Summa"),
        (" datum: 2025-06-11,", "Ram 2026: 2 995 tkr (beslut RF). Summa"),
        (" beslutad av: RF, datum: 2025-06-11,", "Ram 2026: 2 995 tkr. Summa"),
    ],
)
def test_what_is_not_known_is_left_out(gone: str, start: str) -> None:
    assert line(edited(memory(), "plan.yaml", gone, "")).startswith(start)


def test_the_sum_is_told_in_the_frames_unit() -> None:
    source = edited(memory(), "plan.yaml", "belopp: 2 995, enhet: tkr", "belopp: 2 995 000, enhet: kr")
    assert line(source).endswith("Summa i tabellen: 2 995 000 kr.")


def test_the_nodes_of_the_title_and_of_who_decided_are_kept() -> None:
    read = plan(edited(memory(), "plan.yaml", "beslutad av: RF", "beslutad av: '*RF*'"))
    assert read.frame is not None
    assert Emphasis((Text("RF"),)) in frame_line(read.frame, read.tables[0], SWEDISH).inlines


def test_a_pattern_is_filled_with_inlines() -> None:
    parts = {"a": (Text("x"), Emphasis((Text("y"),))), "b": ()}
    assert filled("A {a} – {b}.", parts) == (Text("A x"), Emphasis((Text("y"),)), Text(" – ."))
