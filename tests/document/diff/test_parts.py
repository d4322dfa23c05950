from plangen.document.diff.parts import root, row_name
from plangen.document.identify import identified
from plangen.document.inlines import Strong, Text
from plangen.document.nodes import BulletList, Heading, ListItem, OrderedList, Paragraph, Row, Section, Table


def paragraph(text):
    return Paragraph(inlines=(Text(text),))


def section(title, *blocks, name=""):
    return Section(id=name, heading=Heading(level=1, inlines=(Text(title),)), blocks=blocks)


def test_name_is_the_contents_id_and_never_one_by_order():
    top = root(identified([section("Mål", paragraph("text"), name="mal"), section("Annat")]))
    assert [part.name for part in top.each()] == ["", "mal", "", ""]


def test_agenda_items_have_names_and_other_items_not():
    items = (ListItem(id="m.agenda-3", role="agenda", blocks=()), ListItem(id="m.1", blocks=()))
    (part,) = root([BulletList(items=items)]).parts
    assert [each.name for each in part.parts] == ["m.agenda-3", ""]


def test_formatting_is_told_apart_by_exact_and_not_by_key():
    one, other = root([paragraph("god"), Paragraph(inlines=(Strong((Text("god"),)),))]).parts
    assert one.key == other.key
    assert one.exact != other.exact


def test_both_kinds_of_list_are_one_kind_and_not_the_same():
    items = (ListItem(blocks=(paragraph("a"),)),)
    one, other = root([BulletList(items=items), OrderedList(items=items)]).parts
    assert one.kind == other.kind == "list"
    assert one.key == other.key
    assert one.exact != other.exact


def test_part_weighs_what_it_and_all_in_it_says():
    (part,) = root([section("Mål", paragraph("text"))]).parts
    assert part.weight == 1 + 3 + 1 + 4
    assert part.bag == {"Mål": 1, "text": 1}
    assert part.size == 7


def test_rows_name_is_the_contents_own():
    table = Table(id="b", columns=(), head=(), rows=())
    names = [row_name(Row(id=each, cells=()), table) for each in ("b.gator", "b.row-2", "b.head-1")]
    assert names == ["gator", "", ""]
