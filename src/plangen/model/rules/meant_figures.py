"""Which figure of the plan an amount in a text is likely meant as, where it is none of them.

- its sentence names a row, and it is within `NEAR_NAMED` of a figure of that row (`NEAR_NAMED_WHOLE` where it speaks of
  something else too), or in a plain sentence ("Parker får 8 000 tkr.") within `NEAR_PLAIN` of what the row has;
- it is within `NEAR_WHOLE` of the frame or of a sum of rows, where its sentence names no row and speaks of nothing
  else; `NEAR_NAMED_WHOLE` where it names the frame or a sum, or says that the board has it; `NEAR_NAMED` where it is
  plain then;
- it is a figure of what its sentence names but for the unit, a thousand or a million times as much or as little; where
  nothing is named, the frame or a sum of `DIGITS_OF_SURE` digits or more;
- it is a figure of the row that is named, but for two neighbouring digits swapped, or of any row with `DIGITS_OF_SLIP`
  digits or more, also with one of them wrong.

Where the sentence names years, figures of other years are not meant; where it names none, those of two years ago and
before are not. A row is named once for an amount, unless the sentence names several years. Figures of changes and of
parts are meant only where the sentence speaks of a change, or names their column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from plangen.dataclass import dataclass
from plangen.locale.numbers import EXACT
from plangen.model.plan import Plan
from plangen.model.rules.amount_sentences import AmountSentence
from plangen.model.rules.known_figures import KnownFigure, nearest_figure
from plangen.model.rules.row_names import head_of, name_pattern, named_spans
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts

NEAR_NAMED = Decimal("0.1")
NEAR_PLAIN = Decimal("0.3")
NEAR_WHOLE = Decimal("0.01")
NEAR_NAMED_WHOLE = Decimal("0.03")
DIGITS_OF_NAMED = 2
DIGITS_OF_WHOLE = 3
DIGITS_OF_SWAP = 3
DIGITS_OF_SURE = 4
DIGITS_OF_SLIP = 5
THOUSAND, MILLION = Decimal(1000), Decimal(1_000_000)

NamedFigures = Mapping[re.Pattern[str], Sequence[KnownFigure]]


@dataclass(frozen=True, slots=True)
class Meant:
    """A figure that an amount is likely meant as; `times`: 1 000 or 1 000 000 where but for the unit, else 0.

    `surely`: also where the amount is a figure of another row or column.
    """

    figure: KnownFigure
    times: Decimal = Decimal(0)
    surely: bool = False


def named_figures(figures: Sequence[KnownFigure], plan: Plan) -> NamedFigures:
    """The figures by how a text names them: by the row, and the frame by its title without the year."""
    rows = {str(each.row.name) for each in figures if each.row}
    found: dict[re.Pattern[str], list[KnownFigure]] = {}
    for each in figures:
        frame = re.sub(r"\s*\d{4}.*", "", str(plan.frame.title)) if plan.frame else ""
        name = str(each.row.name) if each.row else frame
        if pattern := name_pattern(name, plan.language, head_of(name, rows, plan.language) if each.row else ""):
            found.setdefault(pattern, []).append(each)
    return found


def meant_figure(
    amount: WrittenAmount,
    sentence: AmountSentence,
    figures: Sequence[KnownFigure],
    names: NamedFigures,
    plan: Plan,
) -> Meant | None:
    """The figure that an amount is likely meant as; None where it may as well be of something else."""
    before = sentence.before
    if len(sentence.years) < len(("one year", "another")):
        before = before[max((each.end for each in written_amounts(before, plan.language)), default=0) :]
    years = sentence.years | {year for year in sentence.since if year >= plan.year}
    named = {name: names[name] for name in sentence.names}
    said = _of_stage(_of_years(_named(before, sentence.after, named), years, plan.year), sentence)
    said, others = _spoken_of(said, sentence, plan), _of_stage(_of_years(figures, years, plan.year), sentence)
    rows = [each for each in said if each.row]
    wholes = _spoken_of([each for each in others if each.whole], sentence, plan)
    framed = sentence.whole or any(not each.row for each in said)
    if not framed and (sentence.elsewhere or (rows and amount.digits < DIGITS_OF_SURE)):
        wholes = []
    ahead = any(name.search(before) for name in named) or (framed and not rows)
    return (
        _unit_slip(amount, sentence, rows, wholes if framed or amount.digits >= DIGITS_OF_SURE else [], ahead=ahead)
        or (None if amount.inexact else _of_row(amount, sentence, rows, plan.year))
        or (None if amount.inexact else _of_whole(amount, sentence, wholes, plan.year, named=framed and not rows))
        or (None if amount.inexact else _of_digits(amount, others))
    )


def _of_years(figures: Iterable[KnownFigure], named: AbstractSet[int], planned: int) -> list[KnownFigure]:
    """The figures whose year, 0 where it is unknown, may be meant in a sentence that names some years."""
    return [each for each in figures if not each.year or (each.year in named if named else each.year >= planned - 1)]


def _of_stage(figures: Sequence[KnownFigure], sentence: AmountSentence) -> Sequence[KnownFigure]:
    """Those of the last year where an amount is the end of a change, those before where it is the start."""
    if not sentence.stage or sentence.years:
        return figures
    last = max((each.year for each in figures), default=0)

    def is_last(each: KnownFigure) -> bool:
        return each.year == last if last else not each.column or each.column.role == "closing"

    return [each for each in figures if not each.aside and is_last(each) == (sentence.stage == "to")]


def _spoken_of(figures: Iterable[KnownFigure], sentence: AmountSentence, plan: Plan) -> list[KnownFigure]:
    """The figures without those of changes and parts that a sentence doesn't speak of."""
    return [each for each in figures if not each.aside or sentence.changes or _names_column(sentence, each, plan)]


def _names_column(sentence: AmountSentence, figure: KnownFigure, plan: Plan) -> bool:
    heading = name_pattern(str(figure.column), plan.language) if figure.column else None
    return heading is not None and heading.search(sentence.text) is not None


def _unit_slip(
    amount: WrittenAmount,
    sentence: AmountSentence,
    rows: Sequence[KnownFigure],
    wholes: Sequence[KnownFigure],
    *,
    ahead: bool,
) -> Meant | None:
    """The figure that an amount is but for the unit; `ahead`: something that has figures is named before it."""
    fewest = DIGITS_OF_NAMED if ahead else DIGITS_OF_WHOLE
    if sentence.elsewhere or (amount.digits < fewest and not sentence.plain):
        return None
    for times in (THOUSAND, MILLION):
        sure = times == THOUSAND or sentence.plain or amount.digits >= DIGITS_OF_WHOLE
        near = nearest_figure(amount, [each for each in rows or wholes if sure and _wrong_unit(amount, each, times)])
        if near:
            return Meant(near, times, surely=bool(rows))
    return None


def _of_row(amount: WrittenAmount, sentence: AmountSentence, rows: Sequence[KnownFigure], planned: int) -> Meant | None:
    """The figure of the row that is named."""
    if any(each.is_amount(amount) for each in rows):
        return None
    if sentence.plain and sentence.changes:  # amount_changes tells of it
        return None
    near, limit = nearest_figure(amount, rows), NEAR_NAMED_WHOLE if sentence.elsewhere else NEAR_NAMED
    if near and amount.digits >= DIGITS_OF_NAMED and near.distance(amount) <= limit:
        return Meant(_planned_first(amount, near, rows, planned))
    swapped = [each for each in rows if amount.digits >= DIGITS_OF_SWAP and _swapped(amount, each)]
    if swapped:
        return Meant(swapped[0])
    levels = [each for each in rows if not each.aside] if sentence.plain else []
    near = nearest_figure(amount, [each for each in levels if each.year in (0, planned)] or levels)
    return Meant(near) if near and near.distance(amount) <= NEAR_PLAIN else None


def _planned_first(amount: WrittenAmount, near: KnownFigure, rows: Sequence[KnownFigure], planned: int) -> KnownFigure:
    """Of the figures near an amount that of the plan's year, since that is what a plan speaks of."""
    own = nearest_figure(amount, [each for each in rows if each.year == planned or not each.column])
    return own if own and own.distance(amount) <= NEAR_NAMED else near


def _of_whole(
    amount: WrittenAmount, sentence: AmountSentence, wholes: Sequence[KnownFigure], planned: int, *, named: bool
) -> Meant | None:
    """The frame or the sum that an amount is near."""
    near = nearest_figure(amount, wholes)
    if near is None:
        return None
    level = named and not sentence.changes and not sentence.elsewhere
    if (
        level
        and sentence.plain
        and (own := _planned_first(amount, near, wholes, planned)).distance(amount) <= NEAR_NAMED
    ):
        return Meant(own)
    swapped = [each for each in wholes if level and sentence.plain and _swapped(amount, each)]
    if swapped and amount.digits >= DIGITS_OF_SWAP:
        return Meant(swapped[0])
    limit = NEAR_NAMED_WHOLE if level else NEAR_WHOLE
    return Meant(near) if amount.digits >= DIGITS_OF_WHOLE and near.distance(amount) <= limit else None


def _of_digits(amount: WrittenAmount, figures: Iterable[KnownFigure]) -> Meant | None:
    """The figure that an amount has the digits of, but for one, or for two neighbours."""
    if amount.digits < DIGITS_OF_SLIP:
        return None
    return next((Meant(each) for each in figures if _one_wrong(amount, each) or _swapped(amount, each)), None)


def _named(before: str, after: str, by_name: NamedFigures) -> list[KnownFigure]:
    """The figures of the row that a sentence names last before an amount, else of the one that it names first after."""
    spans = named_spans(before, by_name)
    nearest = max((end for _, end, _ in spans), default=None)
    own = {name for _, end, name in spans if end == nearest}
    if nearest is None:
        spans = named_spans(after, by_name)
        nearest = min((start for start, *_ in spans), default=None)
        own = {name for start, _, name in spans if start == nearest}
    return [each for name, group in by_name.items() if name in own for each in group]


def _wrong_unit(amount: WrittenAmount, figure: KnownFigure, times: Decimal) -> bool:
    """Whether an amount has the digits of a figure, or rounds it, and is so many times as much, or as little."""
    rounds = amount.digits >= DIGITS_OF_WHOLE
    return figure.unit.currency == amount.unit.currency and any(
        abs(EXACT.subtract(EXACT.multiply(amount.value, factor), figure.value)) * 2
        <= (EXACT.multiply(amount.step, factor) if rounds else 0)
        for factor in (times, EXACT.divide(Decimal(1), times))
    )


def _off(amount: WrittenAmount, figure: KnownFigure) -> tuple[tuple[int, str, str], ...]:
    """Where the digits of an amount and a figure differ, and by which; nothing where they aren't as many."""
    if figure.unit.currency != amount.unit.currency:
        return ()
    one, other = (f"{value.normalize(EXACT):f}" for value in (amount.value, figure.value))
    if len(one) != len(other):
        return ()
    pairs = enumerate(zip(one, other, strict=True))
    return tuple((at, mine, its) for at, (mine, its) in pairs if mine != its)


def _one_wrong(amount: WrittenAmount, figure: KnownFigure) -> bool:
    return len(_off(amount, figure)) == 1


def _swapped(amount: WrittenAmount, figure: KnownFigure) -> bool:
    off = _off(amount, figure)
    if len(off) != len("ab") or off[1][0] != off[0][0] + 1:
        return False
    return off[0][1:] == off[1][:0:-1]
