from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.diagnostics import Location, Severity
from plangen.document.inlines import CrossReference, Emphasis, Expression, FootnoteReference, Image, Link, Text
from plangen.document.nodes import (
    BlockQuote,
    BulletList,
    DefinitionList,
    Figure,
    OrderedList,
    Paragraph,
    Section,
    Table,
)
from plangen.document.walk import plain_text
from plangen.model.text import Body
from plangen.readers.markdown import DEEPEST, read_inline, read_markdown, read_outline
from plangen.readers.place import Place

FILE = "a.md"


def place_of(text: str) -> Place:
    return Place.of_text(text, Location(FILE, 10))


def sound(text: str) -> Body:
    body, found = read_markdown(text, place_of(text))
    assert found == ()
    return body


def faults(text: str) -> list[str]:
    """What is found, with lines counted from the text's own first."""
    _, found = read_markdown(text, place_of(text))
    return [f"{each.location.line - 9}:{each.location.column} {each.code}" for each in found]


def only(text: str):
    (block,) = sound(text).blocks
    return block


def words(block: Paragraph) -> str:
    assert isinstance(block, Paragraph)
    return plain_text(block.inlines)


# Blocks


@pytest.mark.parametrize("text", ["", "\n\n", "   \n"])
def test_no_text_gives_no_blocks(text: str):
    assert sound(text).blocks == ()


def test_paragraphs_know_their_lines():
    first, second = sound("Ett\ntvå\n\n  tre\n").blocks
    assert isinstance(first, Paragraph)
    assert words(first) == "Ett två"
    assert first.location == Location(FILE, 10, 1, 3)
    assert second.location == Location(FILE, 13, 3, 3)


def test_what_follows_a_heading_stands_in_its_section():
    before, one, two = sound("före\n\n# Ett\n\na\n\n## Ett ett\n\nb\n\n# Två\n").blocks
    assert isinstance(before, Paragraph)
    assert isinstance(one, Section)
    assert isinstance(two, Section)
    paragraph, inner = one.blocks
    assert words(paragraph) == "a"
    assert isinstance(inner, Section)
    assert (inner.heading.level, words(inner.blocks[0])) == (2, "b")
    assert two.blocks == ()


def test_a_deeper_heading_first_is_no_section_of_what_comes_after():
    one, two = sound("### Djup\n\na\n\n# Ett\n").blocks
    assert isinstance(one, Section)
    assert isinstance(two, Section)
    assert one.heading.level == 3


def test_a_heading_may_name_itself():
    section = only("## Ekonomi i *balans* nu {#ekonomi}\n")
    assert section.id == "ekonomi"
    assert plain_text(section.heading.inlines) == "Ekonomi i balans nu"
    assert only("## Utan namn\n").id == ""
    assert only("## *Bara* {#x.y-z_1}\n").id == "x.y-z_1"


def test_lists_nest_and_keep_their_kind_and_start():
    bullets = only("- ett\n  - två\n\n    2. tre\n    3. fyra\n- fem\n")
    assert isinstance(bullets, BulletList)
    assert len(bullets.items) == 2
    inner = bullets.items[0].blocks[1]
    assert isinstance(inner, BulletList)
    ordered = inner.items[0].blocks[1]
    assert isinstance(ordered, OrderedList)
    assert (ordered.start, len(ordered.items)) == (2, 2)
    assert ordered.items[1].location.line == 14


@pytest.mark.parametrize(("first", "start"), [("0.", 0), ("1.", 1), ("7)", 7)])
def test_a_list_starts_at_its_first_number(first: str, start: int):
    assert only(f"{first} ett\n").start == start


def test_quotations_hold_blocks():
    quote = only("> ett\n>\n> - två\n")
    assert isinstance(quote, BlockQuote)
    assert [type(each) for each in quote.blocks] == [Paragraph, BulletList]


def test_terms_have_their_definitions():
    terms = only("Ram\n: Det beslutade\n: Mer\n\nMål\n: Dit vi ska\n")
    assert isinstance(terms, DefinitionList)
    assert [plain_text(item.term) for item in terms.items] == ["Ram", "Mål"]
    assert [words(block) for block in terms.items[0].blocks] == ["Det beslutade", "Mer"]


def test_tables_have_header_cells_and_alignment():
    table = only("| Mål | Antal | Mitt |\n|---|--:|:-:|\n| a \\| b | 1 |\n| c | 2 | 3 |\n")
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == ["left", "right", "center"]
    assert [cell.header for cell in table.head[0].cells] == ["column"] * 3
    texts = [[plain_text(cell.inlines) for cell in row.cells] for row in table.rows]
    assert texts == [["a | b", "1", ""], ["c", "2", "3"]]
    assert table.rows[1].location.line == 13


def test_an_expression_in_a_cell_may_hold_a_bar():
    table = only("| a | b |\n|---|---|\n| {{ x.y | tkr }} | c |\n")
    assert isinstance(table, Table)
    first, second = table.rows[0].cells
    assert first.inlines == (Expression("x.y | tkr", Location(FILE, 12, 3, 15)),)
    assert plain_text(second.inlines) == "c"


def test_html_is_text():
    text = "<div>\n\n<b>x</b> <script>z</script>\n"
    body, found = read_markdown(text, place_of(text))
    assert [(each.code, dict(each.parameters)["tag"]) for each in found] == [
        ("html-text", "<div>"),
        ("html-text", "<b>"),
    ]
    assert [words(block) for block in body.blocks] == ["<div>", "<b>x</b> <script>z</script>"]


def test_entities_and_escapes_are_read():
    assert words(only("&amp; &lt; &#65; &#x42; \\* \\[ \\{{ \\\\\n")) == "& < A B * [ {{ \\"


def test_a_picture_alone_is_a_figure_with_its_title_as_caption(png: bytes):
    text = '![Vad bilden *visar*](bilder/a%20b.png "Bilden")\n'
    asked = []

    def load(path: str) -> bytes:
        asked.append(path)
        return png

    body, found = read_markdown(text, place_of(text), load)
    assert found == ()
    assert asked == ["bilder/a b.png"]
    (figure,) = body.blocks
    assert isinstance(figure, Figure)
    assert figure.image == Image(png, "image/png", "Vad bilden visar")
    assert figure.caption == (Text("Bilden"),)


def test_a_picture_in_running_text_is_no_figure(png: bytes):
    text = "Se ![x](a.png) här\n"
    body, _ = read_markdown(text, place_of(text), lambda path: png)
    assert isinstance(body.blocks[0], Paragraph)


def test_an_expression_in_a_title_is_worked_out(png: bytes):
    text = '![x](a.png "År {{ plan.year }}")\n'
    body, found = read_markdown(text, place_of(text), lambda path: png)
    assert found == ()
    figure = body.blocks[0]
    assert isinstance(figure, Figure)
    assert [type(each) for each in figure.caption] == [Text, Expression]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\n```\nkod\n```\n", ["3:1 markdown-fence"]),
        ("a\n\n    kod\n", ["3:5 markdown-code-block"]),
        ("a\n\n***\n", ["3:1 markdown-rule"]),
        ("a\n\n#\n", ["3:1 heading-empty"]),
        ("a\n\n## {#id}\n", ["3:1 heading-empty"]),
        ("- a\n\n  ~~~\n  x\n  ~~~\n", ["3:3 markdown-fence"]),
    ],
)
def test_what_a_document_can_not_hold_is_reported(text: str, found: list[str]):
    assert faults(text) == found


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - "])
def test_text_too_deep_is_reported_and_never_dropped_in_silence(mark: str):
    assert faults(mark * 3 + "grunt\n") == []
    assert [each.split()[1] for each in faults(mark * 30 + "djupt\n")] == ["markdown-too-deep"]


def test_emphasis_too_deep_is_reported():
    assert faults("*" * 41 + "a" + "*" * 41) == ["1:1 markdown-too-deep"]
    assert faults("*" * 31 + "a" + "*" * 31) == []


@pytest.mark.parametrize(
    "text", ["a\n\n" * 11_000, "*a" * 21_000, "|a" * 1_500 + "|\n" + "|-" * 1_500 + "|\n" + "a\n" * 99]
)
def test_a_text_of_too_much_is_reported(text: str):
    assert faults(text) == ["1:1 markdown-too-much"]


def test_nothing_is_lost_just_before_the_limit():
    text = "> " * (DEEPEST - 1) + "x\n"
    block = only(text)
    while isinstance(block, BlockQuote):
        (block,) = block.blocks
    assert words(block) == "x"
    assert faults("> " * DEEPEST + "x\n") == []
    assert faults("> " * (DEEPEST + 1) + "x\n") == ["1:1 markdown-too-deep"]


# Notes


def test_notes_are_gathered_apart_from_the_text():
    body = sound("Ett[^a] två[^b].\n\n[^a]: Not *ett*.\n\n[^b]: Not två.\n\n    Mer.\n")
    assert [note.id for note in body.notes] == ["a", "b"]
    assert len(body.notes[1].blocks) == 2
    (paragraph,) = body.blocks
    marks = [each for each in paragraph.inlines if isinstance(each, FootnoteReference)]
    assert [(mark.note, mark.location) for mark in marks] == [
        ("a", Location(FILE, 10, 4, 4)),
        ("b", Location(FILE, 10, 12, 4)),
    ]
    assert body.notes[1].location.line == 14


def test_a_mark_whose_note_stands_elsewhere_is_a_mark_too():
    (paragraph,) = sound("Ett[^saknas].\n").blocks
    assert [each.note for each in paragraph.inlines if isinstance(each, FootnoteReference)] == ["saknas"]


def test_notes_may_stand_in_cells_lists_and_notes():
    body = sound("| a[^1] |\n|---|\n| b[^2] |\n\n- c[^3]\n\n  [^3]: tre\n\n[^1]: ett [^2]\n[^2]: två\n")
    assert sorted(note.id for note in body.notes) == ["1", "2", "3"]


def test_a_note_written_twice_is_reported_where_it_stands_again():
    assert faults("a[^n]\n\n[^n]: ett\n\n[^n]: två\n") == ["5:1 note-twice"]


# Expressions


def test_expressions_are_kept_with_their_places():
    (paragraph,) = sound("Ram {{ a.b | tkr }}, **{{c}}**\noch {{ d }}.\n").blocks
    assert Expression("a.b | tkr", Location(FILE, 10, 5, 15)) in paragraph.inlines
    assert Expression("d", Location(FILE, 11, 5, 7)) in paragraph.inlines


def test_an_expression_may_hold_marks_of_markdown():
    (paragraph,) = sound("{{ a * b * c }} [x]({{ y }}\n").blocks
    assert [each.source for each in paragraph.inlines if isinstance(each, Expression)] == ["a * b * c", "y"]


def test_many_expressions_are_told_apart():
    text = " ".join(f"{{{{ x{number} }}}}" for number in range(600)) + "\n"
    (paragraph,) = sound(text).blocks
    sources = [each.source for each in paragraph.inlines if isinstance(each, Expression)]
    assert sources == [f"x{number}" for number in range(600)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a {{ b\n", ["1:3 expression-open"]),
        ("a {{ b }\n}\n", ["1:3 expression-open"]),
        ("a {{ b\n\n{{ c }} [x](ftp://y)\n", ["1:3 expression-open", "3:13 link-forbidden"]),
        ("{{{{\n", ["1:1 expression-open"]),
    ],
)
def test_an_expression_without_end_is_reported_and_the_rest_read(text: str, found: list[str]):
    assert faults(text) == found


@pytest.mark.parametrize("text", ["}} x {% y %} {# z #} {a}\n", "\\{{ a }}\n", "` {{ a }} `\n"])
def test_other_braces_are_text(text: str):
    (paragraph,) = sound(text).blocks
    assert not any(isinstance(each, Expression) for each in paragraph.inlines)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[x](https://a.se/{{ y }})", 5),
        ("[x](#{{ y }})", 5),
        ("![{{ y }}](a.png)", 1),
        ("![x]({{ y }}.png)", 6),
        ("[^{{y}}]: z", 1),
    ],
)
def test_an_expression_where_none_is_worked_out_is_reported(text: str, column: int):
    assert f"1:{column} expression-misplaced" in faults(text + "\n")


# Characters


def test_a_forbidden_character_is_reported_and_the_rest_read():
    text = "a\x07b \ue000\n\n[x](ftp://y)\n"
    assert faults(text) == ["1:2 character-forbidden", "1:5 character-forbidden", "3:5 link-forbidden"]


@pytest.mark.parametrize(
    "entity", ["&#xE000;", "&#57344;", "&#xf8ff;", "&#x85;", "&#x10FFFF;", "&rlm;", "&#xE000;&#xE100;&#xE001;"]
)
def test_an_entity_can_not_write_a_forbidden_character(entity: str):
    text = f"ab {entity} {{{{ c }}}}\n"
    body, found = read_markdown(text, place_of(text))
    assert "1:4 character-forbidden" in [
        f"{each.location.line - 9}:{each.location.column} {each.code}" for each in found
    ]
    (paragraph,) = body.blocks
    assert not set("\ue000\uf8ff\ue100\U0010ffff") & set(words(paragraph))


@pytest.mark.parametrize(
    "text", ["[x](https://a.se/%EE%80%80%EE%84%80%EE%80%81)", "[x](https://a.se/%EE%80%80)", "[x](https://a.se/%EE)"]
)
def test_an_address_of_marks_in_disguise_stays_an_address(text: str):
    (paragraph,) = sound(text + "\n").blocks
    (link,) = paragraph.inlines
    assert isinstance(link, Link)


# Inline text of a value


def test_a_value_is_inline_markdown_only():
    text = "# Ett *två*"
    rich, found = read_inline(text, place_of(text))
    assert found == ()
    assert str(rich) == "# Ett två"
    assert [type(each) for each in rich.inlines] == [Text, Emphasis]
    assert rich.source == text
    assert rich.location == Location(FILE, 10, 1, 11)


def test_an_empty_value_has_no_inlines():
    assert read_inline("", place_of(""))[0].inlines == ()


def test_a_value_can_hold_no_picture():
    text = "![x](a.png)"
    assert [each.code for each in read_inline(text, place_of(text))[1]] == ["image-missing"]


# Outlines


def test_in_an_outline_marks_come_back_as_numbers_and_blocks_have_attributes():
    from plangen.readers.markdown_inlines import mark

    text = f"{{#inledning .unnumbered .unlisted .page-break-before}}\n# {mark(0)}\n\n{mark(300)}\n"
    blocks, found = read_outline(text, Location("o.md.j2"), [str] * 301)
    assert found == ()
    (section,) = blocks
    assert isinstance(section, Section)
    assert (section.id, section.heading.numbered, section.heading.listed) == ("inledning", False, False)
    assert section.heading.page_break_before
    assert [each.source for each in section.heading.inlines if isinstance(each, Expression)] == ["0"]
    assert [each.source for each in section.blocks[0].inlines if isinstance(each, Expression)] == ["300"]


# Whatever comes


NASTY = st.text(alphabet=" \n\t#*_-+>|[](){}^!`~\\:&;<.0aå\ue000\ue001\ue100", max_size=80)


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(NASTY)
def test_no_text_raises_and_every_fault_stands_in_it(text: str):
    body, found = read_markdown(text, place_of(text))
    for each in found:
        assert each.location.file == FILE
        assert 10 <= each.location.line <= 10 + text.count("\n")
    assert isinstance(body, Body)


@settings(derandomize=True, deadline=None, database=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(["* ", "[", "](", "**", "_", "`", "!", "<", "&", "{{ a }}", "[^a]", "x", "\n", "\n\n"]),
        max_size=30,
    )
)
def test_pieces_of_markdown_in_any_order_raise_nothing(pieces: list[str]):
    text = "".join(pieces)
    read_inline(text, place_of(text))
    read_markdown(text, place_of(text))


@pytest.mark.parametrize(
    "text",
    ["[" * 5000, "*a " * 3000, "> " * 5000 + "x", "`" * 5001, "![" * 3000, "<" * 5000, "- " * 3000, "[a](" * 2000],
)
def test_absurd_repetition_raises_nothing(text: str):
    read_markdown(text, place_of(text))


def test_references_of_every_kind_are_told_apart():
    (paragraph,) = sound("[](#a) [b](#b) [c](https://c.se) <https://d.se> <e@f.se>\n").blocks
    kinds = [type(each) for each in paragraph.inlines if not isinstance(each, Text)]
    assert kinds == [CrossReference, CrossReference, Link, Link, Link]


@pytest.mark.parametrize("mark", ["•", "·", "–"])
def test_bullet_from_word_is_a_warning_once_for_a_list(mark: str) -> None:
    text = f"Text:\n{mark} ett\n{mark}\ttvå\n"
    _, found = read_markdown(text, place_of(text))
    assert [(each.code, each.severity) for each in found] == [("word-bullet", Severity.WARNING)]


def test_a_picture_on_its_own_line_may_have_an_id(png):
    text = '![Karta](a.png "Gator"){#karta}\n\nMitt i ![x](a.png){#fel} texten.\n'
    body, found = read_markdown(text, place_of(text), lambda path: png)
    figure = body.blocks[0]
    assert isinstance(figure, Figure)
    assert (figure.id, plain_text(figure.caption), figure.image.alternative) == ("karta", "Gator", "Karta")
    assert [(each.code, each.location.line) for each in found] == [("id-misplaced", 12)]
