"""Amounts in running text against the figures of the plan: a warning where one is nearly a figure, but isn't.

An amount that an expression makes is a figure of the plan. Of the others most are none (a national grant, a price, a
part of what a row holds), and to tell of each would drown what matters. So an amount that neither is a figure, nor
rounds one, nor is the sum or difference of two that its sentence speaks of, is told of only where one is likely meant:

- its sentence names a row, and it is within `NEAR_NAMED` of a figure of that row;
- it is within `NEAR_WHOLE` of the frame or of a sum of rows, and has `DIGITS_OF_WHOLE` digits or more;
- it has `DIGITS_OF_SLIP` digits or more, and all but one of them, or all with two neighbours swapped, are a figure's;
- its sentence names a row and it is a figure of that row but for the unit, a thousand times as much or as little.

Where the sentence names years, figures of other years are not meant; where it names none, those of two years ago and
before are not. A row is named once for an amount, unless the sentence names several years. A range and an amount with
"about" before it are only told of where they are a thousand times off. Amounts of lists are summed in `amount_lists`;
those of tables in the text, of headings and of lists of terms stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cache

from plangen.diagnostics import Diagnostic, warning
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import EXACT
from plangen.model.plan import Plan
from plangen.model.rules.known_figures import KnownFigure, KnownValues, is_derived, known_figures, nearest_figure
from plangen.model.rules.passages import Passage, sentences
from plangen.model.rules.reviewed import Reviewed
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts

NEAR_NAMED = Decimal("0.1")
NEAR_WHOLE = Decimal("0.01")
DIGITS_OF_NAMED = 2
DIGITS_OF_WHOLE = 3
DIGITS_OF_SLIP = 5
FEWEST_LETTERS = 4
"""Letters of a row's name, at least, by which a sentence can name it."""

_YEAR = re.compile(r"(?<![\w./:-])(?:19|20)\d{2}(?![\w/])")
_FIRST_WORDS = re.compile(r"^(?:varav|därav|summa|totalt|of which|of whom|total|sum of)\s+", re.IGNORECASE)


def amounts_in_prose(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What differs a little from what it seems to be meant as."""
    language = reviewed.plan.language
    found = [
        (passage, amount)
        for passage in reviewed.passages
        if passage.kind == "prose"
        for amount in written_amounts(passage.text, language)
    ]
    figures = tuple(known_figures(reviewed.plan)) if found else ()
    values, by_name = KnownValues(figures), _by_name(figures, reviewed.plan)
    for passage, amount in found if figures else ():
        if amount in values:
            continue
        meant, slipped = _meant(passage, amount, (figures, by_name), reviewed.plan)
        if meant is not None and not is_derived(amount, _spoken_of(passage, amount, figures, reviewed.plan)):
            yield _told(passage, amount, meant, slipped, reviewed)


def _told(passage: Passage, amount: WrittenAmount, meant: KnownFigure, slipped: bool, reviewed: Reviewed) -> Diagnostic:
    locale = catalogue(reviewed.plan.language).babel
    return warning(
        "amount-differs-frame" if meant.table is None else "amount-unit-slip" if slipped else "amount-differs",
        passage.place(amount.start, amount.end, reviewed.lines),
        amount=passage.text[amount.start : amount.end],
        figure=meant.printed(locale),
        difference=meant.differs_from(amount, locale),
        **where(meant, reviewed.plan),
    )


def where(figure: KnownFigure, plan: Plan) -> dict[str, object]:
    """The table, row and column of a figure, as messages name them; of the frame its title."""
    if figure.table is None or figure.row is None or figure.column is None:
        return {"row": plan.frame.title if plan.frame else ""}
    return {"table": figure.table.id, "row": figure.row.name, "column": figure.column}


def _spoken_of(
    passage: Passage, amount: WrittenAmount, figures: Sequence[KnownFigure], plan: Plan
) -> list[KnownFigure]:
    """The figures that an amount may be the sum or the difference of: of rows that its sentence names, and of sums."""
    start, end = _sentence(passage, amount)
    text = passage.text[start:end]
    return [each for each in figures if each.whole or ((name := _name(each, plan)) and name.search(text))]


def _sentence(passage: Passage, amount: WrittenAmount) -> tuple[int, int]:
    spans = (span for span in sentences(passage.text) if span[0] <= amount.start < span[1])
    return next(spans, (0, len(passage.text)))


def _meant(
    passage: Passage, amount: WrittenAmount, known: tuple[Sequence[KnownFigure], ByName], plan: Plan
) -> tuple[KnownFigure | None, bool]:
    """The figure that an amount is likely meant as, and whether it is that but for the unit."""
    start, end = _sentence(passage, amount)
    years = {int(year) for year in _YEAR.findall(passage.text[start:end])}
    figures, by_name = known
    before = passage.text[start : amount.start]
    if len(years) < len(("one year", "another")):
        before = before[max((each.end for each in written_amounts(before, plan.language)), default=0) :]
    said = _named(before, passage.text[amount.end : end], by_name)
    named = [each for each in said if _is_of(each.year, years, plan.year)]
    slipped = nearest_figure(amount, [each for each in named if _wrong_unit(amount, each)])
    if slipped:
        return slipped, True
    if amount.inexact:
        return None, False
    near = nearest_figure(amount, named)
    if near and amount.digits >= DIGITS_OF_NAMED and near.distance(amount) <= NEAR_NAMED:
        return near, False
    others = [each for each in figures if _is_of(each.year, years, plan.year)]
    whole = nearest_figure(amount, [each for each in others if each.whole])
    if whole and amount.digits >= DIGITS_OF_WHOLE and whole.distance(amount) <= NEAR_WHOLE:
        return whole, False
    if amount.digits >= DIGITS_OF_SLIP:
        return next((each for each in others if _slip(amount, each)), None), False
    return None, False


def _is_of(year: int, named: AbstractSet[int], planned: int) -> bool:
    """Whether a figure's year, 0 where it has none, may be meant in a sentence that names some years."""
    return not year or (year in named if named else year >= planned - 1)


ByName = Mapping[re.Pattern[str], Sequence[KnownFigure]]


def _by_name(figures: Sequence[KnownFigure], plan: Plan) -> ByName:
    """The figures by how a text names them."""
    found: dict[re.Pattern[str], list[KnownFigure]] = {}
    for each in figures:
        if name := _name(each, plan):
            found.setdefault(name, []).append(each)
    return found


def _named(before: str, after: str, by_name: ByName) -> list[KnownFigure]:
    """The figures of the row that a sentence names last before an amount, else of the one that it names first after."""
    last = {name: [found.end() for found in name.finditer(before)][-1:] for name in by_name}
    nearest = max((end for ends in last.values() for end in ends), default=None)
    if nearest is None:
        last = {name: [found.start() for found in name.finditer(after)][:1] for name in by_name}
        nearest = min((start for starts in last.values() for start in starts), default=None)
    return [each for name, group in by_name.items() if nearest in last[name] for each in group]


def _name(figure: KnownFigure, plan: Plan) -> re.Pattern[str] | None:
    """How a text names a figure: by its row, or the frame by its title without the year."""
    if figure.row is not None:
        return name_pattern(str(figure.row.name))
    return name_pattern(re.sub(r"\s*\d{4}.*", "", str(plan.frame.title))) if plan.frame else None


@cache
def name_pattern(name: str) -> re.Pattern[str] | None:
    """How a text names a row: its name, with an ending more; None for a name that says too little."""
    plain = _FIRST_WORDS.sub("", re.sub(r"[\u00ad*]", "", name).strip())
    if len(re.sub(r"\W", "", plain)) < FEWEST_LETTERS or plain.casefold() in _NO_NAMES:
        return None
    words = r"\W+".join(re.escape(word) for word in re.findall(r"\w+", plain))
    return re.compile(rf"(?<!\w){words}\w{{0,3}}(?!\w)", re.IGNORECASE)


_NO_NAMES = frozenset({"summa", "totalt", "total", "totalsumma", "övrigt", "netto", "other", "items"})
"""Names of rows that are words of any text."""


def _wrong_unit(amount: WrittenAmount, figure: KnownFigure) -> bool:
    """Whether an amount has the digits of a figure, or rounds it, and is a thousand times as much, or as little."""
    rounds = amount.digits >= DIGITS_OF_WHOLE
    return (
        figure.unit.currency == amount.unit.currency
        and amount.digits >= DIGITS_OF_NAMED
        and any(
            abs(EXACT.subtract(EXACT.multiply(amount.value, times), figure.value)) * 2
            <= (EXACT.multiply(amount.step, times) if rounds else 0)
            for times in (Decimal(1000), Decimal("0.001"))
        )
    )


def _slip(amount: WrittenAmount, figure: KnownFigure) -> bool:
    """Whether an amount is a figure with one digit wrong, or with two neighbours swapped."""
    if figure.unit.currency != amount.unit.currency:
        return False
    one, other = (f"{value.normalize(EXACT):f}" for value in (amount.value, figure.value))
    if len(one) != len(other):
        return False
    off = [at for at, (mine, its) in enumerate(zip(one, other, strict=True)) if mine != its]
    if len(off) == 1:
        return True
    swapped = len(off) == len("ab") and off[1] == off[0] + 1
    return swapped and one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]
