from dataclasses import replace

import pytest

from plangen.document.diff.columns import columns_aligned
from plangen.document.diff.rows import row_partners

from .tables_of_text import table

HEAD = "Indikator|Målvärde|Periodicitet|Källa\n"
THREE = HEAD + "Nettokostnad|0|År|Raindance\nBemanningskostnad|0|År|Raindance\nNyttjandegrad|ökande|År|Raindance"


def partners(old, new):
    return row_partners(old, new, columns_aligned(old, new))


def named(text, names):
    return table(text, names=names.split())


def test_id_tells_which_row_it_is():
    old, new = named("A|B\nett|1\ntvå|2", "a b"), named("A|B\ntvå|9\nett|8", "b a")
    assert partners(old, new) == {0: 1, 1: 0}


def test_row_renamed_with_its_figures_is_the_same():
    old, new = (
        named("A|B|C\nPolitik|51 541|2 016\nKultur|1|2", "a b"),
        named("A|B|C\nStyrelse|51 541|2 016\nKultur|1|2", "c b"),
    )
    assert partners(old, new) == {0: 0, 1: 1}


@pytest.mark.parametrize(
    ("name", "same"), [("Kostnad för bemanning", False), ("Bemanningskostnader", True), ("Likviditet", False)]
)
def test_row_with_common_values_is_known_by_its_name_alone(name, same):
    old, new = named(THREE, "a b c"), named(THREE.replace("Bemanningskostnad", name), "a x c")
    assert (partners(old, new).get(1) == 1) is same


def test_rows_without_ids_that_say_the_same_are_paired_out_of_order():
    assert partners(table("A|B\nett|1\ntvå|2\ntre|3"), table("A|B\ntre|3\nett|1\ntvå|2")) == {0: 1, 1: 2, 2: 0}


def test_total_is_never_an_item():
    old, new = table("A|B\nSumma|12 345"), table("A|B\nSumma|12 346")
    new = replace(new, rows=(replace(new.rows[0], role="total"),))
    assert partners(old, new) == {}


def test_row_edited_among_five_hundred_is_the_one_in_its_place():
    text = [f"rad nummer{index}|{index * 7919}" for index in range(500)]
    edited = [*text[:250], "rad nummer250|17", *text[251:]]
    assert partners(table("\n".join(["A|B", *text])), table("\n".join(["A|B", *edited])))[250] == 250
