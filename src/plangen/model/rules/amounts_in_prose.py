"""Amounts in running text against the figures of the plan: a warning where one is nearly a figure, but isn't.

An amount that an expression makes is a figure of the plan. Of the others most are none (a national grant, a price, a
part of what a row holds), and to tell of each would drown what matters. So an amount that neither is a figure, nor
rounds one, nor is the sum or difference of two that its sentence speaks of, is told of only where one is likely meant;
`meant_figures.py` says where. A range and an amount with "about" before it are only told of where the unit is wrong.
Amounts of lists are summed in `amount_lists`; those of headings, of tables in the text and of fields are told of where
the heading, the cell or the field itself names a row or the frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.diagnostics import Diagnostic, warning
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import print_number
from plangen.model.plan import Plan
from plangen.model.rules.amount_sentences import AmountSentence
from plangen.model.rules.known_figures import Combination, KnownFigure, KnownValues, combined
from plangen.model.rules.meant_figures import Meant, NamedFigures, meant_figure
from plangen.model.rules.passages import Passage
from plangen.model.rules.reviewed import Reviewed
from plangen.model.rules.written_amounts import WrittenAmount


def amounts_in_prose(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What differs a little from what it seems to be meant as."""
    plan = reviewed.plan
    figures, names = reviewed.figures, reviewed.named
    values = KnownValues(figures)
    for passage, amount, sentence in reviewed.stated:
        known = amount in values
        if (known and not sentence.plain) or not _may_mean(passage, sentence):
            continue
        meant = meant_figure(amount, sentence, figures, names, plan)
        if meant and not (known and not meant.surely) and not combination_of(amount, sentence, figures, names):
            yield _told(passage, amount, meant, reviewed)


def _may_mean(passage: Passage, sentence: AmountSentence) -> bool:
    """Whether an amount may be of the plan: in a heading, a cell or a field only where that names what it is of."""
    return passage.kind == "prose" or bool(sentence.names) or sentence.whole


def _told(passage: Passage, amount: WrittenAmount, meant: Meant, reviewed: Reviewed) -> Diagnostic:
    words = catalogue(reviewed.plan.language)
    figure, frame = meant.figure, meant.figure.table is None
    place = passage.place(amount.start, amount.end, reviewed.lines)
    said = {"amount": passage.text[amount.start : amount.end], "figure": figure.printed(words)}
    if meant.times:
        code = "amount-unit-slip-frame" if frame else "amount-unit-slip"
        return warning(
            code, place, **said, times=print_number(meant.times, words.babel), **where(figure, reviewed.plan)
        )
    code = "amount-differs-frame" if frame else "amount-differs"
    difference = figure.differs_from(amount, words)
    return warning(code, place, **said, difference=difference, **where(figure, reviewed.plan))


def where(figure: KnownFigure, plan: Plan) -> dict[str, object]:
    """The table, row and column of a figure, as messages name them; of the frame its title."""
    if figure.table is None or figure.row is None or figure.column is None:
        return {"row": plan.frame.title if plan.frame else ""}
    return {"table": figure.table.id, "row": figure.row.name, "column": figure.column}


def combination_of(
    amount: WrittenAmount, sentence: AmountSentence, figures: Sequence[KnownFigure], names: NamedFigures
) -> Combination | None:
    """The two figures that an amount is the sum or the difference of, which its sentence speaks of: of rows, of wholes.

    What one row has in two columns is added or taken away only where the sentence says so, or names two years.
    """
    named = {id(each) for name in sentence.names for each in names[name]}
    combines = sentence.changes or sentence.sums
    wholes = (combines or sentence.whole) and not (named and sentence.plain and not sentence.sums)
    spoken = [each for each in figures if id(each) in named or (each.whole and wholes)]
    return combined(amount, spoken, within_rows=combines or len(sentence.years | sentence.since) > 1)
