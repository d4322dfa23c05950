"""Parity can fail: a file altered in one place no longer says what the others say."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest

from plangen.writers.formats import FORMATS

from . import mutants_docx, mutants_html, mutants_pdf
from .files import NASTY, REAL, built, said, told

MUTANTS: dict[str, ModuleType] = {"docx": mutants_docx, "html": mutants_html, "pdf": mutants_pdf}

ALTERATIONS = {
    "a cell": (REAL, "other_text", ("343\u00a0595", "343\u00a0593"), {"cell"}),
    "a heading's number": (
        REAL,
        "other_number",
        ("6.4.1 Resultatmål: Ekonomi i balans", "6.4.4"),
        {"heading", "contents entry", "reference"},
    ),
    "the order of two blocks": (REAL, "swapped", ("1 Inledning",), set()),
    "a table's note": (REAL, "other_text", ("omräknade heltider", "omräknade heltiden"), {"table note", "reference"}),
    "a footnote": (NASTY, "other_text", ("Första noten", "Första notet"), {"note", "reference"}),
    "a dropped paragraph": (REAL, "dropped", ("1 Inledning",), {"paragraph"}),
    "a line of the contents list": (REAL, "led_astray", ("2 Nämndens uppdrag", "1 Inledning"), {"contents entry"}),
}

every_format = pytest.mark.parametrize("form", FORMATS)


@every_format
@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_parity_fails_for_a_file_that_is_altered_in(alteration: str, form: str) -> None:
    plan, function, arguments, kinds = ALTERATIONS[alteration]
    mutants = MUTANTS[form]
    mutant: bytes = getattr(mutants, function)(built(plan)[form], *arguments)
    assert mutant != mutants.rewritten(built(plan)[form])
    items = said(mutant, form)
    for other in set(FORMATS) - {form}:
        assert items != told(plan, other)
    lost = Counter(told(plan, form)) - Counter(items)
    assert {item.kind for item in lost} == kinds


HIDDEN = {
    "docx": (REAL, "<w:r><w:t>1\u00a0501\u00a0107", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>1\u00a0501\u00a0107"),
    "struck docx": (REAL, "<w:r><w:t>1\u00a0501\u00a0107", "<w:r><w:rPr><w:strike/></w:rPr><w:t>1\u00a0501\u00a0107"),
    "html": (REAL, '<p id="uppdrag.p-1"', '<p hidden id="uppdrag.p-1"'),
    "out of sight html": (REAL, '<p id="uppdrag.p-1"', '<p style="display: none" id="uppdrag.p-1"'),
    "struck html": (REAL, ">1\u00a0501\u00a0107<", "><s>1\u00a0501\u00a0107</s><"),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_what_is_hidden_or_struck_out_is_not_said(way: str) -> None:
    plan, shown, hidden = HIDDEN[way]
    form = way.rpartition(" ")[2]
    rewritten = MUTANTS[form].edited(built(plan)[form], shown, hidden)
    assert said(rewritten, form) != told(plan, form)


@every_format
def test_a_file_that_is_only_written_anew_says_the_same(form: str) -> None:
    assert said(MUTANTS[form].rewritten(built(REAL)[form]), form) == told(REAL, form)
