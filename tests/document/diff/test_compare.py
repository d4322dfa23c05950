import pytest

from plangen.document.diff.compare import compare
from plangen.document.document import Metadata
from plangen.document.walk import every_block

from .cases import CASES, Case
from .marked import backwards, marked
from .plans import composed, edited, files
from .random_documents import Writer
from .sides import marks, words

METADATA = Metadata(title="Plan", language="sv-SE")
SEEDS = range(150)


@pytest.mark.parametrize("seed", SEEDS)
def test_accepting_all_gives_the_new_document_and_rejecting_all_the_old_one(seed):
    writer = Writer(seed)
    base = writer.document()
    head = writer.edited(base)
    for old, new in ((base, head), (head, base)):
        compared = compare(old, new)
        assert words(compared, "new") == words(new, "new")
        assert words(compared, "old") == words(old, "new")


@pytest.mark.parametrize("seed", SEEDS)
def test_documents_without_anything_in_common_are_told_apart_whole(seed):
    old, new = Writer(seed).document(), Writer(seed + 10_000).document()
    compared = compare(old, new)
    assert words(compared, "new") == words(new, "new")
    assert words(compared, "old") == words(old, "new")


@pytest.mark.parametrize("seed", SEEDS)
def test_equal_documents_have_no_mark(seed):
    document = Writer(seed).document()
    compared = compare(document, document)
    assert compared == document
    assert marks(compared) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_no_id_stands_twice(seed):
    writer = Writer(seed)
    base = writer.document()
    compared = compare(base, writer.edited(base))
    ids = [block.id for block in every_block(compared) if block.id]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_marks_are_those_of(case: Case) -> None:
    old = edited(files(case.plan), case.start)
    base, head = composed(old), composed(edited(old, case.edits))
    compared = compare(base, head)
    assert marked(compared) == case.marks
    assert words(compared, "old") == words(base, "new")
    assert words(compared, "new") == words(head, "new")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_marks_are_turned_round_the_other_way_for(case: Case) -> None:
    old = edited(files(case.plan), case.start)
    base, head = composed(old), composed(edited(old, case.edits))
    compared = compare(head, base)
    assert sorted(marked(compared)) == sorted(backwards(case.marks) if case.back is None else case.back)
    assert words(compared, "old") == words(head, "new")
    assert words(compared, "new") == words(base, "new")


def test_every_kind_of_case_marks_or_leaves_alone() -> None:
    assert len(CASES) >= 50
    assert len({case.name for case in CASES}) == len(CASES)
