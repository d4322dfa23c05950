from plangen.brand.brand import DEFAULT
from plangen.build import job, timestamp_of
from plangen.document.diff.differences import Difference
from plangen.document.document import Comparison, Document, Metadata
from plangen.writers.changes_markdown import LONGEST, escaped, write


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
