from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.compose.headings import levelled
from plangen.document.inlines import Text
from plangen.document.nodes import Block, BlockQuote, Heading, PageBreak, Section, TableOfContents
from plangen.document.walk import every_block, plain_text
from plangen.locale.catalogue import catalogue

SWEDISH = catalogue("sv")


def section(title: str, *blocks: Block, series: str = "", label: str = "", numbered: bool = True) -> Section:
    heading = Heading(level=1, inlines=(Text(title),), series=series, label=label, numbered=numbered)
    return Section(heading=heading, blocks=blocks)


def headings(*blocks: Block) -> list[Heading]:
    return [each.heading for each in _sections(levelled(blocks, SWEDISH))]


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
        yield from (each for each in every_block(block) if isinstance(each, Section))


def test_each_heading_stands_one_level_below_that_above_it() -> None:
    assert [each.level for each in headings(section("a", section("b", section("c"))), section("d"))] == [1, 2, 3, 1]


def test_a_rank_is_the_depth_within_its_series() -> None:
    goal = section("b", section("c", series="goal"), section("d", series="other"), series="goal")
    assert [(each.series, each.rank) for each in headings(section("a", goal))] == [
        ("", 0),
        ("goal", 1),
        ("goal", 2),
        ("other", 1),
    ]


def test_what_stands_below_a_heading_of_a_series_has_no_number_of_the_sections() -> None:
    found = headings(section("a", section("b", section("c")), series="appendix"), section("d"))
    assert [each.numbered for each in found] == [True, False, False, True]


def test_a_series_is_counted_below_a_heading_without_a_number_too() -> None:
    (_, found) = headings(section("a", section("b", series="goal", label="Mål"), numbered=False))
    assert (found.numbered, found.series, found.label) == (True, "goal", "Mål")


def test_an_appendix_is_called_so_in_the_plans_language_unless_it_says_otherwise() -> None:
    found = headings(section("a", series="appendix"), section("b", series="appendix", label="Bihang"))
    assert [each.label for each in found] == ["Bilaga", "Bihang"]


def test_a_heading_of_a_series_without_a_number_is_counted_in_none() -> None:
    (found,) = headings(section("a", series="appendix", numbered=False))
    assert (found.series, found.label, found.numbered) == ("", "", False)


def test_a_contents_list_is_a_part_of_its_own() -> None:
    contents = TableOfContents(title=(Text("Innehåll"),))
    found = levelled((section("a", section("b", contents, PageBreak())), section("c")), SWEDISH)
    assert [type(each) for each in found] == [Section, TableOfContents, PageBreak, Section]


def test_a_heading_in_a_quotation_is_counted_in_nothing_and_not_listed() -> None:
    (outer, quoted) = headings(section("a", BlockQuote(blocks=(section("b"),))))
    assert plain_text(quoted.inlines) == "b"
    assert (outer.numbered, quoted.numbered, quoted.listed) == (True, False, False)
