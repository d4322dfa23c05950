"""Amounts that the running text gives without an expression: which figure each is, rounds, or is nearest to.

What `check` tells of is only what is likely a slip; here is every amount, so that a writer can see what of the text
follows the tables, and the expression that would make it do so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from plangen.compose.budget_table import column_heading
from plangen.compose.facts import column_name
from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.plain import place_values
from plangen.document.walk import plain_text
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import decimals_of
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.plan import Plan
from plangen.model.rules.amount_sentences import AmountSentence, sentence_of
from plangen.model.rules.amounts_in_prose import combination_of
from plangen.model.rules.known_figures import KnownFigure, known_figures
from plangen.model.rules.meant_figures import NamedFigures, named_figures
from plangen.model.rules.passages import SAYING, Lines, every_passage
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts

Standing = Literal["equals", "rounds", "combines", "other"]
"""An amount is a figure of the plan, rounds one, is the sum or difference of two, or is none of these."""


@dataclass(frozen=True, slots=True)
class StatedAmount:
    """An amount of the text; of a range the last.

    `figures` are the one that it is, rounds or is nearest to, or the two that make it.
    `expression`: what to write in its stead, "" for what is no figure. `difference`: from the nearest, with its unit.
    """

    text: str
    location: Location
    standing: Standing
    figures: tuple[str, ...]
    expression: str = ""
    difference: str = ""

    @property
    def values(self) -> Mapping[str, object]:
        """The amount as plain values, for JSON."""
        return {
            "text": self.text,
            "standing": self.standing,
            "figures": list(self.figures),
            "expression": self.expression or None,
            "difference": self.difference or None,
            **place_values(self.location),
        }


def stated_amounts(plan: Plan, lines: Lines, words: Catalogue) -> tuple[StatedAmount, ...]:
    """Every amount of the running text, in its order; none where the plan has no figures of money."""
    figures = tuple(known_figures(plan))
    names = named_figures(figures, plan)
    nearest = _Nearest(figures)
    told = []
    for passage in every_passage(plan) if figures else ():
        for amount in written_amounts(passage.text, plan.language) if passage.kind in SAYING else ():
            sentence = sentence_of(passage, amount, names, plan.language)
            text = passage.text[amount.last : amount.end]
            place = passage.place(amount.last, amount.end, lines)
            teller = _Teller(plan, words, text, place)
            told.append(teller.told(amount, sentence, figures, names, nearest))
    return tuple(told)


@dataclass(frozen=True, slots=True)
class _Teller:
    plan: Plan
    words: Catalogue
    text: str
    place: Location

    def told(
        self,
        amount: WrittenAmount,
        sentence: AmountSentence,
        figures: Sequence[KnownFigure],
        names: NamedFigures,
        nearest: _Nearest,
    ) -> StatedAmount:
        """What an amount is."""
        same = _likeliest(nearest.same(amount), sentence, names, self.plan.year)
        spoken = same is not None and (same.table is None or any(same in names[name] for name in sentence.names))
        made = None if spoken else combination_of(amount, sentence, figures, names)
        if same and not made:
            standing: Standing = "equals" if same.value == amount.value else "rounds"
            return StatedAmount(
                self.text, self.place, standing, (self._named(same),), self._filtered(amount, same, same.signed)
            )
        if made:
            one, sign, other = made
            signed = one.signed + other.signed if sign == "+" else one.signed - other.signed
            told = (self._named(one), self._named(other))
            expression = self._filtered(amount, one, signed, (sign, other))
            return StatedAmount(self.text, self.place, "combines", told, expression)
        near = nearest.near(amount)
        if near is None:
            return StatedAmount(self.text, self.place, "other", ())
        difference = near.differs_from(amount, self.words)
        return StatedAmount(self.text, self.place, "other", (self._named(near),), difference=difference)

    def _named(self, figure: KnownFigure) -> str:
        """A figure as a reader finds it: in print, with its row and column."""
        if figure.table is None or figure.row is None or figure.column is None:
            label = str(self.plan.frame.title) if self.plan.frame else ""
        else:
            label = f"{figure.row.name}, {plain_text(column_heading(figure.column, figure.table, self.words))}"
        return f"{figure.printed(self.words)} ({label})"

    def _name(self, figure: KnownFigure) -> str:
        """What an expression calls a figure."""
        if figure.table is None or figure.row is None or figure.column is None:
            return f"plan.{terms(KEYS, self.plan.language)['frame']}"
        row = figure.row.id.replace("-", "_")
        return f"budget.{figure.table.id.replace('-', '_')}.{row}.{column_name(figure.column.id)}"

    def _filtered(
        self, amount: WrittenAmount, figure: KnownFigure, signed: Decimal, more: tuple[str, KnownFigure] | None = None
    ) -> str:
        """An expression that prints an amount, but for how its unit is written.

        What is below zero in the plan and not in the text ("minskar med 10 tkr") is counted with minus.
        """
        turned = (signed < 0) != (amount.number < 0)
        decimals = decimals_of(amount.number)
        exact = figure.value == amount.value and not more and decimals_of(amount.number.normalize()) == decimals
        unit = amount.unit.key if exact else f"{amount.unit.key}({decimals})"
        sign, first, second = more[0] if more else "", self._name(figure), self._name(more[1]) if more else ""
        if turned:
            sign, first, second = "-", *((second, first) if sign == "-" else (f"-{first}", second))
        counted = f"{first} {sign} {second}" if second else first
        return f"{{{{ {counted} | {unit} }}}}"


def _likeliest(
    same: Iterable[KnownFigure], sentence: AmountSentence, names: NamedFigures, planned: int
) -> KnownFigure | None:
    """Of the figures that an amount may be that of a row which is named, then the frame, then one of the year."""
    spoken = {id(each) for name in sentence.names for each in names[name]}
    years = sentence.years or {planned}

    def unlikely(each: KnownFigure) -> tuple[bool, ...]:
        unframed = sentence.whole and each.table is not None
        return id(each) not in spoken, unframed, each.year not in years, each.aside and not sentence.changes

    return min(same, key=unlikely, default=None)


class _Nearest:
    """Figures by value, to ask which are an amount and which is nearest to one."""

    def __init__(self, figures: Sequence[KnownFigure]) -> None:
        currencies = sorted({each.unit.currency for each in figures})
        self._by_currency = {
            currency: sorted((each for each in figures if each.unit.currency == currency), key=lambda each: each.value)
            for currency in currencies
        }

    def same(self, amount: WrittenAmount) -> Iterator[KnownFigure]:
        """Those that an amount is, or rounds."""
        own = self._by_currency.get(amount.unit.currency, [])
        first = bisect_left(own, amount.value, key=lambda each: each.value)
        for each in reversed(own[:first]):
            if not each.is_amount(amount):
                break
            yield each
        for each in own[first:]:
            if not each.is_amount(amount):
                break
            yield each

    def near(self, amount: WrittenAmount) -> KnownFigure | None:
        """That which an amount differs least from."""
        own = self._by_currency.get(amount.unit.currency, [])
        first = bisect_left(own, amount.value, key=lambda each: each.value)
        beside = own[max(0, first - 1) : first + 1]
        return min(beside, key=lambda each: abs(each.value - amount.value), default=None)
