from plangen.document.diff.compare import compare
from plangen.document.diff.table_rows import OldRows, lined, named_rows
from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Row, Table
from plangen.document.walk import every_block

from .cases import GROUPED, STREETS
from .plans import composed, edited, files, put

FIRST = put(STREETS, "      - namn: Kvinnor\n        målvärde: 60\n", "")


def sides(*edits):
    old = edited(files("liten-plan"), GROUPED)
    return composed(old), composed(edited(old, edits))


def indicators(document):
    return next(
        each for each in every_block(document) if isinstance(each, Table) and each.id == "trygga-gator.indicators"
    )


def named(base, head):
    return list(named_rows(indicators(compare(base, head)), OldRows(base)))


def test_a_row_below_one_that_spans_it_has_its_own_cells_by_their_columns_and_those_that_are_lent():
    _, rows = lined(indicators(sides()[0]))
    second = rows[2]
    assert (sorted(second.own), sorted(second.lent)) == ([1, 2], [0, 3, 4])
    assert second.at(0).inlines == (Text("Trygga på kvällen"),)


def test_each_group_of_an_indicator_is_called_by_the_indicator_and_its_own_name():
    base, head = sides()
    titles = [each.title for each in named(base, head)]
    assert titles[1:4] == ["Trygga på kvällen, Kvinnor", "Trygga på kvällen, Män", "Trygga på kvällen, Alla"]


def test_groups_keep_their_names_where_the_first_of_them_came_or_went():
    base, head = sides(FIRST)
    for one, other in ((base, head), (head, base)):
        titles = [each.title for each in named(one, other)]
        assert titles[1:4] == ["Trygga på kvällen, Kvinnor", "Trygga på kvällen, Män", "Trygga på kvällen, Alla"]


def test_a_row_without_a_first_cell_is_called_by_the_next_that_says_something():
    cells = (Cell(), Cell(inlines=(Text("ett"),)))
    table = Table(id="t", columns=(Column(), Column()), head=(), rows=(Row(id="t.row-1", cells=cells),))
    assert [each.title for each in named_rows(table, OldRows(sides()[0]))] == ["ett"]
