from decimal import Decimal

from plangen.document.diff.differences import CellDifference, Difference, FormDifference
from plangen.document.diff.told import line, text_lines
from plangen.locale.catalogue import catalogue

SV = catalogue("sv")


def told(**given):
    found = line(Difference(**given), SV)
    return found.verb, found.name, found.detail


def text(*differences):
    return [(each.verb, each.name, each.detail) for each in text_lines(differences, SV)]


def test_an_activity_is_told_with_its_goal():
    given = {"what": "activity", "title": "Vi mäter", "above": ("Mål", "God vård")}
    assert told(kind="removed", **given) == ("Utgick", "Vi mäter", "aktivitet i God vård")
    moved = told(kind="moved", above_was=("Mål", "God vård"), after="Vi talar", **given)
    assert moved == ("Flyttades", "Vi mäter", "aktivitet i God vård; nu efter Vi talar")
    assert told(kind="moved", above_was=("Mål", "Annat"), **given)[2] == "från Annat till God vård"


def test_a_global_goal_is_told_with_the_goal_that_contributes_to_it():
    found = told(kind="added", what="agenda-goal", new="Mål 16", above=("Mål", "God vård"))
    assert found == ("Tillkom", "Agenda 2030: Mål 16", "under God vård")


def test_words_that_stand_for_none_are_said_to_be_added_and_those_that_none_stand_for_removed():
    pairs = (("", "broar,"), (". Sist.", ""), ("gator", "torg"), ("", "."))
    (found,) = text(Difference(kind="edited", what="paragraph", above=("A",), replaced=pairs))
    assert found == ("Ändrades", "A", "tillagt: broar; borttaget: Sist; gator → torg; tillagt: .")


def test_the_words_of_several_paragraphs_are_told_if_there_is_room_and_else_counted():
    edit = {"kind": "edited", "what": "paragraph", "above": ("A",)}
    short = [Difference(**edit, replaced=((name, name * 2),)) for name in "xyx"]
    assert text(*short) == [("Ändrades", "A", "x → xx; y → yy")]
    long = [Difference(**edit, replaced=((name, name * 200),)) for name in "xy"]
    assert text(*long) == [("Ändrades", "A", "2 ändrades")]


def test_a_link_is_told_with_where_it_led_and_leads():
    found = Difference(kind="reformatted", what="paragraph", above=("A",), new="planen", replaced=(("x.se", "y.se"),))
    assert text(found) == [("Ändrades", "A", "länken planen: x.se → y.se")]


def test_each_note_has_a_line():
    added, edited = Difference(kind="added", what="note", title="1", new="Ny."), ("2024", "2025")
    changed = Difference(kind="edited", what="note", title="2", replaced=(edited,))
    assert text(added, changed) == [("Tillkom", "Not 1", "Ny."), ("Ändrades", "Not 2", "2024 → 2025")]


def test_text_before_the_first_section_is_said_to_be_there():
    assert text(Difference(kind="added", what="paragraph", new="Ett.")) == [
        ("Tillkom", "Före första avsnittet", "Ett.")
    ]


def test_a_picture_that_was_exchanged_is_a_new_picture():
    assert told(kind="edited", what="figure", title="Karta") == ("Ändrades", "Karta", "ny bild")


def test_a_column_is_told_with_its_total():
    cell = CellDifference(id="", heading="Summa", role="", field="", old="", new="5 000")
    found = told(kind="added", what="budget-column", title="Tillskott", cells=(cell,))
    assert found == ("Tillkom", "kolumnen Tillskott", "Summa 5 000")


def test_a_goal_that_went_is_told_with_those_below_it():
    assert told(kind="removed", what="goal", title="A", held=("B", "C")) == ("Utgick", "A", "med B; C")


def test_a_frame_that_came_is_told_with_its_amount():
    cell = CellDifference(id="", heading="", role="frame", field="", old="", new="10 tkr", new_value=Decimal(10))
    assert told(kind="added", what="frame", cells=(cell,)) == ("Tillkom", "Den beslutade ramen", "10 tkr")


def test_words_that_are_only_set_otherwise_are_told_with_both_ways():
    form = FormDifference(text="ord", old=("emphasis",), new=("#Uppdrag",))
    found = Difference(kind="reformatted", what="paragraph", above=("A",), new="ord", forms=(form,))
    assert text(found) == [("Bytte form", "A", "ord: kursivt → leder till Uppdrag")]


def test_a_mark_of_a_note_is_told_as_that():
    for pair, says in ((("[1]", ""), "borttaget: notmarkeringen 1"), (("", "[*]"), "tillagt: notmarkeringen *")):
        found = Difference(kind="edited", what="paragraph", above=("A",), replaced=(pair,))
        assert text(found) == [("Ändrades", "A", says)]


def test_no_line_has_the_same_words_twice():
    found = Difference(kind="edited", what="paragraph", above=("A",), replaced=(("RS", "RS"),))
    assert text(found)[0][2] == "RS (samma ord, annan innebörd eller not)"


def formed(word, *forms):
    set_otherwise = FormDifference(text=word, old=forms[:1], new=forms[1:])
    return Difference(kind="reformatted", what="paragraph", above=("A",), new=word, forms=(set_otherwise,))


def test_several_changes_of_form_are_each_named():
    some = formed("ett", "emphasis", "strong"), formed("två", "strong", "emphasis")
    assert text(*some) == [("Bytte form", "A", "ett: kursivt → fetstilt; två: fetstilt → kursivt")]


def test_changes_of_form_stand_behind_what_else_differs():
    added = Difference(kind="added", what="paragraph", above=("A",), new="Nytt stycke.")
    edited = Difference(kind="edited", what="paragraph", above=("A",), replaced=(("tio", "elva"),))
    form = formed("ett", "emphasis", "strong")
    assert text(added, form) == [("Ändrades", "A", "1 tillkom; ett: kursivt → fetstilt")]
    assert text(form, edited) == [("Ändrades", "A", "tio → elva; ett: kursivt → fetstilt")]


def test_changes_of_form_that_there_is_no_room_for_are_counted():
    some = [formed(f"ord nummer {number} i texten", "emphasis", "strong") for number in range(9)]
    ((_, _, detail),) = text(*some)
    assert detail.startswith("ord nummer 0 i texten: kursivt → fetstilt; ord nummer 1")
    assert detail.endswith("; 6 bytte form")


def test_a_text_that_was_edited_and_set_otherwise_says_both():
    form = FormDifference(text="ett", old=("emphasis",), new=("strong",))
    edited = Difference(
        kind="edited", what="paragraph", above=("A",), replaced=(("tio", "elva"),), forms=(form,), old="a", new="b"
    )
    assert text(edited) == [("Ändrades", "A", "tio → elva; ett: kursivt → fetstilt")]
