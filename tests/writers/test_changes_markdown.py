from plangen.brand.brand import DEFAULT
from plangen.build import job, timestamp_of
from plangen.document.diff.differences import Difference
from plangen.document.document import Comparison, Document, FaultySide, Metadata
from plangen.writers.changes_markdown import LONGEST, Part, comment, escaped, write


def written(*differences, base="main (1a2b3c4d)", title="Årsplan 2027"):
    comparison = Comparison(base=base, head="arbetskopian", differences=differences)
    document = Document(metadata=Metadata(title=title, language="sv-SE"), blocks=(), comparison=comparison)
    return write(job(document, DEFAULT, timestamp_of(document, None))).decode()


def test_the_comment_names_the_plan_and_both_sides():
    assert written().startswith("### Årsplan 2027\n\nFrån **main (1a2b3c4d)** till **arbetskopian**.\n")


def test_nothing_is_said_to_be_nothing():
    assert written().endswith("\nIngenting har ändrats.\n")


def test_lines_stand_under_what_they_are_about():
    text = written(Difference(kind="moved", what="goal", id="a", title="Låg miljöpåverkan"))
    assert text.endswith("\n**Mål**\n\n- Flyttades: **Låg miljöpåverkan**\n")


def test_nothing_in_content_is_taken_for_markdown_or_calls_on_anybody():
    text = written(Difference(kind="added", what="goal", title="*[x](http://y) <b> @alla #1 `z`"))
    assert r"\*\[x\](http://y) \<b\> \@alla \#1 \`z\`" in text
    assert escaped("a|b") == r"a\|b"


def test_a_long_comment_is_cut_with_the_count_of_what_is_left_out():
    many = [Difference(kind="edited", what="goal", title=f"Mål {n} " + "x" * 150) for n in range(1000)]
    text = written(*many)
    assert len(text) <= LONGEST
    shown = text.count("\n- ")
    assert text.endswith(f"… och {1000 - shown} till. Hela jämförelsen finns i den byggda sidan.\n")


def test_a_comment_of_several_plans_is_cut_as_one_and_each_has_its_share():
    long = Part("### Lång\n", tuple(f"- rad {number}\n" for number in range(9000)), "… och {count} till.")
    longer = Part("### Längre\n", tuple(f"- {'å' * 60} {number}\n" for number in range(9000)), "… och {count} till.")
    short = Part("### Kort\n", ("- en\n",), "… och {count} till.")
    text = comment([longer, short, long])
    assert len(text) <= LONGEST
    first, second, third = (each.strip().split("\n") for each in text.split("### ")[1:])
    assert (first[0], second, third[0]) == ("Längre", ["Kort", "- en"], "Lång")
    for lines in (first, third):
        assert lines[-1] == f"… och {9000 - len(lines) + 3} till."
        assert all(line.startswith("- ") for line in lines[1:-2])


def test_what_a_long_comment_leaves_out_is_said_however_many_bytes_it_is():
    text = written(*(Difference(kind="edited", what="goal", title=f"Mål {n} {'åäö' * 50}") for n in range(1000)))
    assert len(text) <= LONGEST < len(text.encode())
    assert text.endswith("Hela jämförelsen finns i den byggda sidan.\n")


def test_faults_of_a_side_are_told_before_the_differences():
    faulty = FaultySide(side="main", count=1, first=("a.yaml:1: <okänd>",))
    comparison = Comparison(base="main", head="nu", faults=(faulty,))
    document = Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=(), comparison=comparison)
    text = write(job(document, DEFAULT, timestamp_of(document, None))).decode()
    assert r"- a.yaml:1: \<okänd\>" in text
    assert text.endswith("I det som går att visa har ingenting ändrats.\n")


def test_nothing_to_say_is_an_empty_text():
    assert comment([]) == ""
