"""What no tracked change says (a plan came or went, a side has faults) -> a comment in Word on the first paragraph.

It is no part of the text, so that accepting or rejecting the tracked changes leaves nothing but the plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from plangen.document.diff.incomplete import told
from plangen.document.document import Comparison
from plangen.locale.catalogue import Catalogue
from plangen.writers.docx.runs import PLAIN, run, text_run
from plangen.writers.docx.xml import Element, w


def remark(word: WordDocument, comparison: Comparison, words: Catalogue) -> None:
    """Adds the comment where there is something to say; by whom and when the changes are said to be by."""
    first = next(cast("Iterator[Element]", word.element.body.iter(qn("w:p"))), None)
    lines = tuple(_lines(comparison, words))
    if not lines or first is None:
        return
    added = word.comments.add_comment(author=comparison.author, initials="")
    element = cast(Element, added.paragraphs[0]._p.getparent())
    element[:] = [w("p", *text_run(line, PLAIN)) for line in lines]
    del element.attrib[qn("w:date")]
    if comparison.date:
        element.set(qn("w:date"), comparison.date)
    number = added.comment_id
    first.insert(0 if first.find(qn("w:pPr")) is None else 1, w("commentRangeStart", id=number))
    first.append(w("commentRangeEnd", id=number))
    first.append(run(PLAIN, w("commentReference", id=number)))


def _lines(comparison: Comparison, words: Catalogue) -> Iterator[str]:
    for difference in comparison.differences:
        if difference.what == "plan":
            yield words.labels[f"diff-plan-{difference.kind}"]
    if comparison.faults:
        yield words.labels["diff-incomplete"]
    for each in told(comparison.faults, words):
        yield each.sentence
        yield from each.faults
