import pytest

from plangen.document.diff.incomplete import incomplete, none_changed, told
from plangen.document.document import FaultySide
from plangen.document.walk import plain_text
from plangen.locale.catalogue import catalogue

WORDS = catalogue("sv-SE")
FAULTY = FaultySide(side="main (1a2b)", count=5, first=("a.yaml:1: fel", "b.yaml:2: fel"))
UNREAD = FaultySide(side="arbetskopian", count=1, first=("c.yaml:1: fel",), shown=False)


def test_a_side_is_told_of_with_the_count_and_the_first_faults():
    [said] = told([FAULTY], WORDS)
    assert said.sentence.startswith("I main (1a2b) finns 5 fel. ")
    assert "utan att det är en ändring" in said.sentence
    assert said.faults == ("a.yaml:1: fel", "b.yaml:2: fel", "… och 3 till")


def test_a_side_that_can_not_be_read_is_not_compared():
    [said] = told([UNREAD], WORDS)
    assert said.sentence.startswith("arbetskopian går inte att läsa (ett fel), så ingenting är jämfört")
    assert said.faults == ("c.yaml:1: fel",)


def test_the_box_says_all_of_it_and_is_not_there_without_faults():
    [box] = incomplete([FAULTY, UNREAD], WORDS)
    assert plain_text(box.title) == "Allt är inte jämfört"
    assert len(box.blocks) == 4
    assert incomplete([], WORDS) == ()


@pytest.mark.parametrize(
    ("sides", "said"),
    [([], "Ingenting har ändrats."), ([FAULTY], "I det som går att visa har ingenting ändrats."), ([UNREAD], "")],
)
def test_nothing_is_said_to_be_unchanged_that_was_not_compared(sides, said):
    assert none_changed(sides, WORDS) == said
