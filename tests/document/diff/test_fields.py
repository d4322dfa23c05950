from decimal import Decimal

from plangen.document.diff.differences import Difference
from plangen.document.diff.fields import Field, with_fields
from plangen.document.diff.summary import groups
from plangen.locale.catalogue import catalogue

FRAMES = (("1 899 961 tkr", "1899961", "tkr"), ("1 900,2 mnkr", "1900.2", "mnkr"))
YEAR, NEXT = Field("year", "År", "2026"), Field("year", "År", "2027")


def test_a_field_that_no_mark_shows_is_told_with_both_texts():
    (found,) = with_fields((), (YEAR,), (NEXT,))
    assert (found.kind, found.what, found.title, found.old, found.new) == ("edited", "field", "År", "2026", "2027")


def test_a_field_of_one_side_came_or_went():
    assert [each.kind for each in with_fields((), (), (NEXT,))] == ["added"]
    assert [each.kind for each in with_fields((), (YEAR,), ())] == ["removed"]


def test_a_field_that_the_cover_shows_is_told_once():
    shown = Difference(kind="edited", what="cover", title="Status", role="status", old="Utkast", new="Förslag")
    fields = [(Field("status", "Status", text),) for text in ("Utkast", "Förslag")]
    assert with_fields((shown,), *fields) == (shown,)


def test_what_is_the_same_is_not_told():
    assert with_fields((), (YEAR,), (YEAR,)) == ()


def test_fields_stand_behind_the_cover_and_before_the_rest():
    cover = Difference(kind="edited", what="cover", title="Titel", role="title")
    goal = Difference(kind="added", what="goal", title="A")
    assert [each.what for each in with_fields((cover, goal), (YEAR,), (NEXT,))] == ["cover", "field", "goal"]


def test_the_frame_is_told_once_by_its_figures_where_it_is_marked():
    frames = [(Field("frame", "", f"{amount} tkr", Decimal(amount)),) for amount in (10, 30)]
    marked = [Difference(kind="edited", what="frame", id=name, old="Ram 10", new="Ram 30") for name in ("a", "b")]
    row = Difference(kind="edited", what="budget-row", title="A")
    frame, rest = with_fields((*marked, row), *frames)
    assert (frame.id, frame.cells[0].figure.difference, rest) == ("a", 20, row)


def test_a_sum_that_changed_is_not_told_as_the_frame():
    frame = Field("frame", "", "10 tkr", Decimal(10))
    sides = [(frame, Field("sum-of-frame", "", f"{each} tkr", Decimal(each))) for each in (10, 30)]
    marked = Difference(kind="edited", what="frame", id="t.frame", old="Ram 10. Summa 10", new="Ram 10. Summa 30")
    (found,) = with_fields((marked,), *sides)
    assert (found.what, found.id, found.cells[0].figure.difference) == ("frame-sum", "t.frame", 20)


def test_a_line_of_the_frame_whose_figures_are_the_same_is_text():
    frame = (Field("frame", "", "10 tkr", Decimal(10)),)
    marked = Difference(kind="moved", what="frame", id="t.frame")
    assert [(each.what, each.kind) for each in with_fields((marked,), frame, frame)] == [("paragraph", "moved")]


def test_a_frame_that_no_table_shows_is_told_too():
    frame = Field("frame", "", "10 tkr", Decimal(10)), Field("frame-date", "Beslutsdatum", "1 juni")
    (found,) = with_fields((), frame, (frame[0], Field("frame-date", "Beslutsdatum", "2 juni")))
    assert (found.what, [(each.heading, each.old, each.new) for each in found.cells]) == (
        "frame",
        [("Beslutsdatum", "1 juni", "2 juni")],
    )
    assert with_fields((), (), frame)[0].kind == "added"


def test_the_frame_in_another_unit_is_compared_in_that():
    sides = [(Field("frame", "", text, Decimal(value), unit),) for text, value, unit in FRAMES]
    (found,) = with_fields((), *sides)
    assert found.cells[0].figure.difference == Decimal("0.2")
    (line,) = groups((found,), catalogue("sv"))[0].lines
    assert line.detail == "1 899 961 tkr → 1 900,2 mnkr (+0,2)"
