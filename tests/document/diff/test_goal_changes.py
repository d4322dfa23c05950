from plangen.document.diff.goal_changes import goal_line, indicators_of
from plangen.document.diff.table_rows import OldRows
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Change, Strong, Text
from plangen.document.nodes import Cell, Column, Heading, Paragraph, Row, Section, Table

INSERTED, DELETED = Change("inserted"), Change("deleted")
EMPTY = OldRows(Document(metadata=Metadata(title="t", language="sv-SE"), blocks=()))


def line(*inlines, change=None):
    found = Paragraph(id="m.p-1", inlines=(Strong((Text("Ansvarig:"),)), *inlines), role="responsible", change=change)
    return [
        (each.what, each.kind, each.title, [(cell.heading, cell.old, cell.new) for cell in each.cells])
        for each in goal_line(found, ("Mål", "Trygga gator"))
    ]


def test_who_answers_for_a_goal_is_told_of_the_goal():
    changed = line(Text(" "), Text("Gatuchefen", change=DELETED), Text("Driftchefen", change=INSERTED))
    assert changed == [("goal", "edited", "Trygga gator", [("Ansvarig", "Gatuchefen", "Driftchefen")])]
    assert line(Text(" Gatuchefen"), change=INSERTED)[0][3] == [("Ansvarig", "", "Gatuchefen")]
    assert line(Text(" Gatuchefen"), change=DELETED)[0][3] == [("Ansvarig", "Gatuchefen", "")]


def test_a_line_that_says_the_same_or_stands_elsewhere_is_not_told():
    assert line(Text(" Gatuchefen")) == []
    assert line(Text(" Gatuchefen"), change=Change("deleted", "m.p-2")) == []
    assert line(Text(" Gatuchefen"), change=Change("moved", "m.p-2.was")) == []


def test_the_indicators_of_a_goal_that_came_are_told_but_for_those_that_were_moved():
    def table(name, change):
        row = Row(id=f"{name}.ett", cells=(Cell(inlines=(Text(name, change=change),), change=change),), change=change)
        return Table(id=name, columns=(Column(role="name"),), head=(), rows=(row,), role="indicators", change=change)

    heading = Heading(level=2, inlines=(Text("Mål"),))
    blocks = (table("nytt", INSERTED), table("flyttat", Change("moved", "flyttat.was")))
    goal = Section(id="m", heading=heading, blocks=blocks, role="goal", change=INSERTED)
    found = list(indicators_of(goal, (), EMPTY))
    assert [(each.kind, each.title, each.above) for each in found] == [("added", "nytt", ("Mål",))]
