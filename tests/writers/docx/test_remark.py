from docx import Document
from docx.oxml.ns import qn

from plangen.document.diff.differences import Difference
from plangen.document.document import Comparison, FaultySide
from plangen.locale.catalogue import catalogue
from plangen.writers.docx.remark import remark

FAULTY = FaultySide(side="main", count=1, first=("content/plan/plan.yaml:3: okänd nyckel",))


def remarked(*faults, date=""):
    word = Document()
    word.add_paragraph("Årsplan 2027")
    remark(word, Comparison(base="a", head="b", faults=faults, author="Nämnden", date=date), catalogue("sv-SE"))
    return word


def test_faults_are_told_in_a_comment_that_is_no_part_of_the_text():
    word = remarked(FAULTY)
    [comment] = word.comments
    assert comment.author == "Nämnden"
    assert [each.text for each in comment.paragraphs][0::2] == [
        "Allt är inte jämfört",
        "content/plan/plan.yaml:3: okänd nyckel",
    ]
    assert word.paragraphs[0].text == "Årsplan 2027"
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert len(list(word.element.body.iter(qn(f"w:{name}")))) == 1


def test_the_comment_has_the_time_of_the_changes_and_else_none():
    [comment] = remarked(FAULTY, date="2026-11-18T00:00:00Z").comments
    assert comment.timestamp.isoformat().startswith("2026-11-18T00:00:00")
    [comment] = remarked(FAULTY).comments
    assert comment.timestamp is None


def test_a_plan_that_came_or_went_whole_is_told_in_the_comment():
    word = Document()
    word.add_paragraph("Årsplan 2027")
    gone = Difference(kind="removed", what="plan", title="Årsplan 2027")
    remark(word, Comparison(base="a", head="b", differences=(gone,), author="Nämnden"), catalogue("sv-SE"))
    assert [each.text for comment in word.comments for each in comment.paragraphs] == ["Planen utgick."]


def test_without_faults_there_is_no_comment():
    assert list(remarked().comments) == []
