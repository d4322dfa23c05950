"""Lists that explain an amount: what their items say, added, is the amount; and what they give a row is the row's.

A list explains an amount where the paragraph before it ends in a colon and its last sentence has one amount (or has
none but speaks of the one before: "Ökningen består av:"), and each item has one at its head. Two things are then held
together: the sum of the items with the amount, and, where the amount is a sum of rows in a table's column, what the
items give each row that they name with the row's figure there. Items may name other things than rows; then only a row
that is given more than it has is told of. What makes a change may name rows without being what they change by ("färre
barn i förskolan, −3 mnkr"); so of a change only an item is held against a row that says nothing but the row and an
amount, and then with its sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, warning
from plangen.document.nodes import BulletList, OrderedList, Paragraph
from plangen.locale.catalogue import catalogue
from plangen.locale.numbers import EXACT, total
from plangen.locale.wording import Wording, wording
from plangen.model.rules.amount_sentences import begins, breaks
from plangen.model.rules.amounts_in_prose import where
from plangen.model.rules.known_figures import KnownFigure
from plangen.model.rules.passages import Passage, every_body, explained_lists, item_paragraph, sentences, text_of
from plangen.model.rules.reviewed import Reviewed
from plangen.model.rules.row_names import name_pattern, named_spans
from plangen.model.rules.written_amounts import WrittenAmount, printed_money, written_amounts

FEWEST_ITEMS = 2

_WORD = re.compile(r"[^\W\d_]+")

Placed = tuple[Passage, WrittenAmount]


def amount_lists(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What lists don't say alike with the amount that they explain, or with a table."""
    for body in every_body(reviewed.plan):
        for before, listed in explained_lists(body.blocks):
            explained = _explained(before, listed, reviewed)
            if explained:
                yield from _sum(explained, reviewed)
                yield from _rows(explained, reviewed)


@dataclass(frozen=True, slots=True)
class _Explained:
    """A list with the amount that it explains. `partly`: it may name only some of what the amount is made of."""

    whole: Placed
    partly: bool
    items: tuple[tuple[Passage, tuple[WrittenAmount, ...]], ...]

    @property
    def heads(self) -> tuple[WrittenAmount, ...]:
        """Each item's own amount."""
        return tuple(amounts[0] for _, amounts in self.items)


def _explained(before: Paragraph, listed: BulletList | OrderedList, reviewed: Reviewed) -> _Explained | None:
    lead = Passage(text_of(before.inlines, reviewed.printed), before.location)
    *others, (start, end) = sentences(lead.text)
    language = reviewed.plan.language
    amounts = [*written_amounts(lead.text, language)]
    own = [each for each in amounts if start <= each.start < end]
    if others and not own and _refers(lead.text[start:end], lead.text[slice(*others[-1])], reviewed.wording):
        own = [each for each in amounts if others[-1][0] <= each.start < start]
    items = tuple(_item(paragraph, reviewed) for each in listed.items if (paragraph := item_paragraph(each)))
    if len(own) != 1 or own[0].inexact or len(items) < max(FEWEST_ITEMS, len(listed.items)):
        return None
    if any(not _headed(passage, amounts, reviewed.wording) for passage, amounts in items):
        return None
    if any(amounts[0].unit.currency != own[0].unit.currency or amounts[0].inexact for _, amounts in items):
        return None
    return _Explained((lead, own[0]), _partly(lead.text[start:end], reviewed.wording), items)


def _refers(last: str, before: str, wording: Wording) -> bool:
    """Whether a sentence without an amount speaks of the amount before it: both of a change, or neither."""
    words, earlier = (_WORD.findall(each.casefold()) for each in (last, before))
    return any(word in wording.refers for word in words) and begins(words, wording.changes) == begins(
        earlier, wording.changes
    )


def _item(paragraph: Paragraph, reviewed: Reviewed) -> tuple[Passage, tuple[WrittenAmount, ...]]:
    text = text_of(paragraph.inlines, reviewed.printed)
    return Passage(text, paragraph.location), tuple(written_amounts(text, reviewed.plan.language))


def _headed(passage: Passage, amounts: Sequence[WrittenAmount], wording: Wording) -> bool:
    """Whether an item has an amount of its own: its only one, or the first, of which the others are parts."""
    if len(amounts) < FEWEST_ITEMS:
        return bool(amounts)
    between = passage.text[amounts[0].end : amounts[1].start]
    return ":" in between or _has(between, wording.whereof)


def _partly(sentence: str, wording: Wording) -> bool:
    first = sentence.strip().casefold()
    return _has(sentence, wording.some) or any(first.startswith(f"{word} ") for word in wording.part)


def _has(text: str, words: Sequence[str]) -> bool:
    """Whether one of some words, or of some phrases, stands in a text."""
    spaced = f" {' '.join(_WORD.findall(text.casefold()))} "
    return any(f" {' '.join(_WORD.findall(word))} " in spaced for word in words)


def _sum(explained: _Explained, reviewed: Reviewed) -> Iterator[Diagnostic]:
    """The items add up to the amount; where they are some of it, to no more."""
    lead, whole = explained.whole
    added = total(each.signed for each in explained.heads)
    if abs(added) == whole.value or (explained.partly and abs(added) < whole.value):
        return
    words = catalogue(reviewed.plan.language)
    yield warning(
        "amount-list-differs",
        lead.place(whole.start, whole.end, reviewed.lines),
        amount=lead.text[whole.start : whole.end],
        items=len(explained.items),
        sum=printed_money(added, whole.unit, words),
        difference=printed_money(abs(EXACT.subtract(abs(added), whole.value)), whole.unit, words),
    )


def _rows(explained: _Explained, reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What the items give each row of the table that the amount is a sum in."""
    _, whole = explained.whole
    figures = reviewed.figures
    meant = [each for each in figures if each.row and each.whole and each.is_amount(whole)]
    if len({(each.table.id, each.column.id) for each in meant if each.table and each.column}) != 1:
        return
    table, column = meant[0].table, meant[0].column
    rows = {each.row.id: each for each in figures if each.table is table and each.column is column and each.row}
    names = {
        pattern: name
        for name, figure in rows.items()
        if figure.row
        and figure.row.role == "item"
        and (pattern := name_pattern(str(figure.row.name), reviewed.plan.language))
    }
    given: dict[str, list[Placed]] = {}
    parts = 0
    for passage, amounts in explained.items:
        own = amounts[1:] or amounts
        parts += len(own)
        for (start, end, name), amount in _named(passage, own, names):
            if not meant[0].aside or _is_row(passage.text, (start, end), amount, reviewed.plan.language):
                given.setdefault(names[name], []).append((passage, amount))
    complete = sum(len(each) for each in given.values()) == parts
    turned = meant[0].shown * total(each.signed for each in explained.heads) < 0
    for row, placed in given.items():
        yield from _row(rows[row], placed, reviewed, complete=complete, turned=turned)


def _named(
    passage: Passage, amounts: Sequence[WrittenAmount], names: Iterable[re.Pattern[str]]
) -> Iterator[tuple[tuple[int, int, re.Pattern[str]], WrittenAmount]]:
    """The amounts that an item gives to rows: each to the row named before it, a lone one to the only row."""
    spans = named_spans(passage.text, names)
    if len(amounts) == 1 and len({name for *_, name in spans}) == 1:
        yield spans[0], amounts[0]
        return
    for span, until in zip(spans, [*(start for start, *_ in spans), len(passage.text)][1:], strict=True):
        first = next((each for each in amounts if span[0] < each.start < until), None)
        if first:
            yield span, first


def _is_row(text: str, name: tuple[int, int], amount: WrittenAmount, language: str) -> bool:
    """Whether nothing but plain words stand before and between a row's name and an amount, in their clause."""
    start, end = min(name[0], amount.start), min(name[1], amount.end)
    between = text[end : max(name[0], amount.start)]
    clause = text[[0, *breaks(text[:start], language, 0)][-1] : start]
    known = wording(language)
    allowed = {*known.plain, *known.joints, *known.rises, *known.falls}
    return all(word in allowed for word in _WORD.findall(f"{clause} {between}".casefold()))


def _row(
    figure: KnownFigure, placed: Sequence[Placed], reviewed: Reviewed, *, complete: bool, turned: bool
) -> Iterator[Diagnostic]:
    """A row that is given another amount than it has; `turned`: the list has the other sign than the table."""
    added = total(amount.signed for _, amount in placed)
    within = total(amount.step for _, amount in placed) / 2
    own = -figure.signed if turned else figure.signed
    against = figure.aside and added * own < 0
    off = EXACT.subtract(added, own) if against else EXACT.subtract(abs(added), figure.value)
    if not against and (abs(off) <= within or (off < 0 and not complete)):
        return
    passage, amount = placed[0]
    words = catalogue(reviewed.plan.language)
    yield warning(
        "amount-list-row-differs",
        passage.place(amount.start, amount.end, reviewed.lines),
        given=" + ".join(passage.text[amount.start : amount.end] for passage, amount in placed),
        sum=printed_money(added, amount.unit, words),
        figure=figure.printed(words),
        difference=printed_money(abs(off), amount.unit, words),
        **where(figure, reviewed.plan),
    )
