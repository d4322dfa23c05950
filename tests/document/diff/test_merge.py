from decimal import Decimal

from plangen.document.chart import Bar, BarGroup, Chart
from plangen.document.diff.match import matched
from plangen.document.diff.merge import merged
from plangen.document.diff.parts import root
from plangen.document.identify import identified
from plangen.document.inlines import Change, Image, Text
from plangen.document.nodes import Figure, Heading, PageBreak, Paragraph, Section, TableOfContents
from plangen.document.walk import plain_text

LONG = "Nämnden ska under året följa upp hur målen nås i alla verksamheter"


def paragraph(text):
    return Paragraph(inlines=(Text(text),))


def section(name, *blocks):
    return Section(id=name, heading=Heading(level=1, inlines=(Text(name),)), blocks=blocks)


def comparison(old, new):
    base, head = root(identified(old)), root(identified(new))
    return merged(base, head, matched(base, head))


def kinds(blocks):
    return [(block.change and block.change.kind, block.id) for block in blocks]


def test_what_is_gone_stands_behind_what_it_stood_behind():
    found = comparison([section("a"), section("b"), section("c")], [section("a"), section("c")])
    assert kinds(found) == [(None, "a"), ("deleted", "b.was"), (None, "c")]


def test_a_chart_whose_figures_differ_is_shown_as_it_was_and_as_it_is():
    old, new = (
        Figure(id="f", image=Image(b"", "image/svg+xml", f"Museer {value}"), chart=charted(value)) for value in (1, 2)
    )
    assert kinds(comparison([old], [new])) == [("deleted", "f.was"), ("inserted", "f")]
    assert kinds(comparison([old], [old])) == [(None, "f")]


def charted(value):
    return Chart("bars", (BarGroup("", (Bar("Museer", str(value), Decimal(value)),)),))


def test_what_was_moved_leads_to_where_it_was_and_back():
    found = comparison([section("a", paragraph(LONG)), section("b")], [section("b"), section("a", paragraph(LONG))])
    marks = {block.id: block.change for block in found}
    assert marks in (
        {"a": Change("moved", "a.was"), "a.was": Change("deleted", "a"), "b": None},
        {"b": Change("moved", "b.was"), "b.was": Change("deleted", "b"), "a": None},
    )


def test_what_was_moved_out_of_what_is_gone_is_shown_there_as_moved():
    found = comparison([section("a", paragraph(LONG)), section("b")], [section("b", paragraph(LONG))])
    gone, stays = found
    assert gone.change == Change("deleted")
    assert gone.blocks[0].change == Change("deleted", stays.blocks[0].id)
    assert stays.blocks[0].change.kind == "moved"


def test_page_breaks_and_the_contents_list_are_never_marked():
    contents = TableOfContents(title=(Text("Innehåll"),))
    assert kinds(comparison([PageBreak(), contents, section("a")], [section("a")])) == [(None, "a")]


def test_paragraph_that_was_split_is_set_otherwise_and_its_words_stay():
    found = comparison([paragraph(f"{LONG}. {LONG[::-1]}.")], [paragraph(f"{LONG}."), paragraph(f"{LONG[::-1]}.")])
    assert [block.change for block in found] == [Change("reformatted")] * 2
    assert [plain_text(block.inlines) for block in found] == [f"{LONG}.", f"{LONG[::-1]}."]
