from __future__ import annotations

from plangen.locale.catalogue import catalogue
from plangen.writers.html.context import Context
from plangen.writers.html.formats import formats


def context(*names: str) -> Context:
    return Context(catalogue("sv").labels, 10, beside={name.rpartition(".")[2]: name for name in names})


def test_the_files_that_people_read_are_linked_to_in_their_order() -> None:
    line = formats(context("årsplan.docx", "årsplan.html", "årsplan.json", "årsplan.pdf"))
    pdf, word = '<a href="./%C3%A5rsplan.pdf">PDF</a>', '<a href="./%C3%A5rsplan.docx">Word</a>'
    assert line == f'<p class="formats">Hämta dokumentet som {pdf} · {word}</p>'


def test_a_page_that_stands_alone_has_no_such_line() -> None:
    assert formats(context("plan.html")) == formats(context()) == ""
