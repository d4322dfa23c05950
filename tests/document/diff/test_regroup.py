from plangen.document.diff.parts import root
from plangen.document.diff.regroup import groups, regrouped_lines
from plangen.document.inlines import ParagraphEnd, Text
from plangen.document.nodes import Paragraph
from plangen.document.walk import every_inline, plain_text

FIRST = "Nämnden ska under året följa upp hur målen nås i alla verksamheter."
SECOND = "Belysningen byts ut i etapper så att energin räcker längre."
THIRD = "Trottoarerna röjs först av allt när snön har fallit."


def parts(*texts):
    return root([Paragraph(inlines=(Text(text),)) for text in texts]).parts


def found(old, new):
    return [tuple(len(side) for side in (group.old, group.new)) for group in groups(old, new, {})]


def test_paragraph_split_in_two_is_a_group():
    assert found(parts(f"{FIRST} {SECOND}"), parts(FIRST, SECOND)) == [(1, 2)]


def test_paragraphs_merged_are_a_group():
    assert found(parts(FIRST, SECOND, THIRD), parts(f"{FIRST} {SECOND} {THIRD}")) == [(3, 1)]


def test_pieces_that_were_edited_are_a_group_still():
    assert found(parts(f"{FIRST} {SECOND}"), parts(FIRST.replace("ska", "bör"), "Nu. " + SECOND)) == [(1, 2)]


def test_paragraph_repeated_is_not_split():
    assert found(parts(FIRST), parts(FIRST, FIRST)) == []


def test_pieces_out_of_order_are_no_group():
    assert found(parts(f"{FIRST} {SECOND}"), parts(SECOND, FIRST)) == []


def test_pieces_with_something_between_are_no_group():
    assert found(parts(f"{FIRST} {SECOND}"), parts(FIRST, THIRD, SECOND)) == []


def test_split_alone_marks_no_word():
    lines = regrouped_lines([(Text(f"{FIRST} {SECOND}"),)], [(Text(FIRST),), (Text(SECOND),)])
    assert [plain_text(line) for line in lines] == [FIRST, SECOND]
    assert not any(each.change for line in lines for each in every_inline(line))


def test_edit_of_a_piece_is_marked_in_it():
    first, second = regrouped_lines([(Text(f"{FIRST} {SECOND}"),)], [(Text(FIRST),), (Text("Nu. " + SECOND),)])
    assert not any(each.change for each in every_inline(first))
    assert [each.text for each in every_inline(second) if each.change] == ["Nu. "]


def test_where_a_paragraph_was_parted_or_joined_is_kept_for_word():
    parted, _ = regrouped_lines([(Text(f"{FIRST} {SECOND}"),)], [(Text(FIRST),), (Text(SECOND),)])
    assert parted[-1] == ParagraphEnd(True, " ")
    [joined] = regrouped_lines([(Text(FIRST),), (Text(SECOND),)], [(Text(f"{FIRST} {SECOND}"),)])
    assert joined == (Text(FIRST), ParagraphEnd(False, " "), Text(SECOND))
    assert plain_text(joined) == f"{FIRST} {SECOND}"
