from dataclasses import replace
from decimal import Decimal

import pytest

from plangen.document.diff.differences import CellDifference, Difference, Figure
from plangen.document.diff.summary import Sides, groups, page, summary
from plangen.document.inlines import CrossReference
from plangen.document.nodes import BulletList, Paragraph
from plangen.document.walk import every_inline, plain_text
from plangen.locale.catalogue import catalogue

SV = catalogue("sv")


def lines(differences, words=SV):
    return [
        (group.title, line.verb, line.name, line.detail) for group in groups(differences, words) for line in group.lines
    ]


def spoken(text):
    return text.replace("\u00a0", " ")


def figure_cell(**given):
    defaults = {"id": "t.rlk.ram", "heading": "Ram", "role": "figure", "field": "ram"}
    return CellDifference(**{**defaults, **given})


def test_a_figure_is_told_with_its_difference_and_the_effect_on_the_total():
    cell = figure_cell(
        old="1\u00a0501\u00a0107",
        new="1\u00a0502\u00a0307",
        old_value=Decimal(1501107),
        new_value=Decimal(1502307),
        unit="tkr",
        total=Figure(old=Decimal(1899961), new=Decimal(1901161)),
    )
    row = Difference(kind="edited", what="budget-row", id="t.rlk", title="Regionledningskontoret", cells=(cell,))
    [(title, verb, name, detail)] = lines([row])
    assert (title, verb, name) == ("Budget", "Ändrades", "Regionledningskontoret")
    assert spoken(detail) == "Ram 1 501 107 → 1 502 307 tkr (+1 200, summan +1 200)"


def test_a_total_that_is_unchanged_has_no_effect_to_tell_of():
    cell = figure_cell(
        old="10", new="20", old_value=Decimal(10), new_value=Decimal(20), total=Figure(old=Decimal(5), new=Decimal(5))
    )
    row = Difference(kind="edited", what="budget-row", title="A", cells=(cell,))
    assert lines([row])[0][3] == "Ram 10 → 20 (+10)"


def test_rows_of_totals_are_told_of_only_where_nothing_else_explains_them():
    cell = figure_cell(old="1", new="2", old_value=Decimal(1), new_value=Decimal(2))
    subtotal, total = (
        Difference(kind="edited", what="total-row", title=title, cells=(cell,)) for title in ("Delsumma", "Summa")
    )
    row = Difference(kind="edited", what="budget-row", title="A", cells=(cell,))
    assert [each[2] for each in lines([row, subtotal, total])] == ["A"]
    assert [each[2] for each in lines([subtotal, total])] == ["Delsumma", "Summa"]


def test_the_total_of_several_rows_has_a_line_and_none_of_the_rows_tells_of_it():
    total = Figure(old=Decimal(10), new=Decimal(30))
    cell = figure_cell(old="1", new="2", old_value=Decimal(1), new_value=Decimal(2), total=total)
    rows = [Difference(kind="edited", what="budget-row", title=title, cells=(cell,)) for title in "AB"]
    last = Difference(kind="edited", what="total-row", title="Summa", cells=(cell,))
    assert [each[2:] for each in lines([*rows, last])] == [
        ("Summa", "Ram 1 → 2 (+1)"),
        ("A", "Ram 1 → 2 (+1)"),
        ("B", "Ram 1 → 2 (+1)"),
    ]


def test_rows_are_told_with_their_table_where_several_tables_differ():
    rows = [
        Difference(kind="moved", what="budget-row", title="A", table=table, after="B") for table in ("Drift", "Mark")
    ]
    assert [each[2] for each in lines(rows)] == ["A (Drift)", "A (Mark)"]
    assert [each[2] for each in lines(rows[:1])] == ["A"]


def test_what_is_the_same_of_many_things_has_one_line():
    cell = CellDifference(id="x", heading="Källa", role="", field="", old="Raindance", new="Unit4")
    found = [Difference(kind="edited", what="indicator", id=name, title=name, cells=(cell,)) for name in "ABC"]
    assert lines(found) == [("Indikatorer", "Ändrades", "A, B och C", "Källa Raindance → Unit4")]
    assert len(lines(found[:2])) == 2


def test_a_target_is_told_by_its_wording():
    cell = CellDifference(id="x", heading="Målvärde", role="target", field="målvärde", old="ökande", new="≥ 80 %")
    indicator = Difference(kind="edited", what="indicator", title="Nöjdhet", cells=(cell,))
    assert lines([indicator]) == [("Indikatorer", "Ändrades", "Nöjdhet", "Målvärde ökande → ≥ 80 %")]


def test_an_indicator_that_came_or_went_is_told_with_its_target():
    cell = CellDifference(id="x", heading="Målvärde", role="target", field="målvärde", old="ökande", new="")
    name = CellDifference(id="y", heading="Indikator", role="name", field="namn", old="Nöjdhet", new="")
    for kind, verb in (("removed", "Utgick"), ("added", "Tillkom")):
        row = Difference(kind=kind, what="indicator", title="Nöjdhet", cells=(name, cell))
        assert lines([row]) == [("Indikatorer", verb, "Nöjdhet", "Målvärde ökande")]


def test_text_is_summed_up_by_section():
    found = [
        Difference(kind="edited", what="paragraph", id="a.p-1", above=("Uppdrag",)),
        Difference(kind="added", what="item", id="a.1", above=("Uppdrag",)),
        Difference(kind="edited", what="paragraph", id="a.p-3", above=("Uppdrag",)),
    ]
    assert lines(found) == [("Texten, efter avsnitt", "Ändrades", "Uppdrag", "1 tillkom, 2 ändrades")]


def test_nothing_is_said_to_be_nothing():
    [block] = summary((), SV)
    assert isinstance(block, Paragraph)
    assert plain_text(block.inlines) == "Ingenting har ändrats."


def test_each_line_leads_to_its_place():
    _, found = summary([Difference(kind="moved", what="goal", id="mal-a", title="Mål A")], SV)
    assert isinstance(found, BulletList)
    [item] = found.items
    inlines = [inline for block in item.blocks for inline in every_inline(block.inlines)]
    assert [each.target for each in inlines if isinstance(each, CrossReference)] == ["mal-a"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_kind_has_its_words(language):
    words = catalogue(language)
    for kind in ("added", "removed", "moved", "renamed", "edited", "split", "joined", "reformatted"):
        assert words.labels[f"diff-verb-{kind}"]
        assert words.labels[f"diff-count-{kind}"]


class Room:
    """A page on which each line takes one point."""

    def __init__(self, whole):
        self.whole = whole

    def height(self, text, style):
        return 1.0


def printed(count, whole):
    found = [Difference(kind="added", what="goal", title=f"Mål {number}") for number in range(count)]
    blocks = page(found, Sides("Plan", "förr", "nu"), SV, Room(whole))
    return [plain_text(block.inlines) for block in blocks if isinstance(block, Paragraph)], [
        plain_text(item.blocks[0].inlines) for block in blocks if isinstance(block, BulletList) for item in block.items
    ]


def test_a_page_begins_with_the_plan_and_its_sides_and_how_to_read_it():
    lead, lines_ = printed(2, 40)
    assert lead[0] == "Plan. Från förr till nu."
    assert "understruket" in lead[1]
    assert lines_ == ["Tillkom: Mål 0", "Tillkom: Mål 1"]


def test_what_a_page_has_no_room_for_is_counted():
    _, lines_ = printed(30, 13)
    assert lines_[-1] == "… och 21 till"
    assert len(lines_) == 10


def test_a_page_shows_one_line_of_each_group_however_little_room_it_has():
    assert printed(30, 1)[1] == ["Tillkom: Mål 0", "… och 29 till"]


def test_a_line_of_the_cover_is_told_with_what_it_says():
    added = Difference(kind="added", what="cover", title="Paragraf", new="231")
    removed = Difference(kind="removed", what="cover", title="Diarienummer", old="RS 1")
    assert [each[1:] for each in lines([added, removed])] == [
        ("Tillkom", "Paragraf", "231"),
        ("Utgick", "Diarienummer", "RS 1"),
    ]


def test_a_move_is_told_with_where_from_and_where_to():
    moved = Difference(kind="moved", what="goal", title="A", above=("Mål", "Nytt"), above_was=("Mål", "Gammalt"))
    assert lines([moved])[0][3] == "från Gammalt till Nytt"
    assert lines([Difference(kind="moved", what="goal", title="A", above=("Mål",))])[0][3] == "nu under Mål"
    assert lines([Difference(kind="moved", what="goal", title="A", above_was=("Mål",))])[0][3] == "stod under Mål"
    within = Difference(kind="moved", what="goal", title="A", above=("Mål",), above_was=("Mål",), after="B")
    assert lines([within])[0][3] == "nu efter B"
    assert lines([replace(within, after="")])[0][3] == "nu först"


def test_the_frame_is_told_by_the_words_that_were_replaced():
    frame = Difference(kind="edited", what="frame", old="Ram 10", new="Ram 20", replaced=(("10 tkr", "20 tkr"),))
    assert lines([frame])[0][3] == "10 tkr → 20 tkr"


def test_the_sum_beside_the_frame_is_left_to_the_rows_of_its_table_that_tell_of_it():
    cell = figure_cell(old="1", new="2", old_value=Decimal(1), new_value=Decimal(2), unit="tkr")
    total = Difference(kind="edited", what="frame-sum", id="t.frame", cells=(cell,))
    row, other = (
        Difference(kind="edited", what="budget-row", id=id_, title="A", cells=(cell,)) for id_ in ("t.a", "u.a")
    )
    assert [each[2] for each in lines([total, row])] == ["A"]
    assert [each[2] for each in lines([total, other])] == ["Summan i ramens tabell", "A"]


def test_what_has_another_name_is_told_with_the_one_it_had():
    renamed = Difference(kind="renamed", what="goal", title="Ny", old="Gammal", new="Ny")
    edited = Difference(kind="edited", what="governing-document", old="Plan A", new="Plan B")
    assert [each[2:] for each in lines([renamed, edited])] == [("Ny", "förut Gammal"), ("Plan B", "förut Plan A")]


def test_text_that_differs_in_one_place_is_told_by_its_words():
    edited = Difference(kind="edited", what="paragraph", above=("Uppdrag",), replaced=(("ska", "bör"), ("", "alltid")))
    added = Difference(kind="added", what="paragraph", above=("Ansvar",), new="Ett nytt stycke.")
    assert [each[1:] for each in lines([edited, added])] == [
        ("Ändrades", "Uppdrag", "ska → bör; tillagt: alltid"),
        ("Tillkom", "Ansvar", "Ett nytt stycke."),
    ]


def test_another_unit_is_said_and_amounts_are_compared_in_the_new_one():
    cell = figure_cell(
        old="1\u00a0501\u00a0107",
        new="1\u00a0502,3",
        old_value=Decimal(1501107),
        new_value=Decimal("1502.3"),
        unit="mnkr",
        unit_was="tkr",
    )
    unit = Difference(
        kind="edited", what="budget-unit", title="Budget, mnkr", table="Budget, mnkr", old="tkr", new="mnkr"
    )
    row = Difference(kind="edited", what="budget-row", title="RLK", table="Budget, mnkr", cells=(cell,))
    assert [(name, spoken(detail)) for _, _, name, detail in lines([row, unit])] == [
        ("Budget, mnkr", "enheten tkr → mnkr"),
        ("RLK", "Ram 1 501 107 tkr → 1 502,3 mnkr (+1,2)"),
    ]
    (line,) = lines([replace(unit, cells=(cell,))])
    assert line[3] == "enheten tkr → mnkr; 1 belopp har samma tal som förut"
