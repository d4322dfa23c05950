from __future__ import annotations

from collections.abc import Callable

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.document.inlines import Text
from plangen.document.nodes import ContentsEntry, Section, TableOfContents
from plangen.typesetting.metrics import text_width


def contents(*entries: tuple[str, int, str, str]) -> TableOfContents:
    return TableOfContents(
        id="c",
        title=(Text("Innehåll"),),
        entries=tuple(
            ContentsEntry(target=target, level=level, number=number, inlines=(Text(title),))
            for target, level, number, title in entries
        ),
    )


def test_each_line_has_number_title_leaders_and_page(
    document: Callable[..., Document],
    section: Callable[..., Section],
    lines_of: Callable[[Document], list[list[str]]],
) -> None:
    first = section("ett", 1, section("under", 2), new_page=True)
    listed = contents(("ett", 1, "1", "Ett"), ("under", 2, "1.1", "Under"), ("två", 1, "2", "Två"))
    lines = lines_of(document(listed, first, section("två", 1, new_page=True)))[0]
    assert lines[0] == "Innehåll"
    shown = [(line.split()[:2], set(line.split()[2:-1]), line.split()[-1]) for line in lines[1:]]
    assert shown == [(["1", "Ett"], {"."}, "2"), (["1.1", "Under"], {"."}, "2"), (["2", "Två"], {"."}, "3")]


def test_a_section_that_is_not_listed_has_no_line(
    document: Callable[..., Document],
    section: Callable[..., Section],
    lines_of: Callable[[Document], list[list[str]]],
) -> None:
    pages = lines_of(document(contents(("ett", 1, "1", "Ett")), section("ett", 1, new_page=True), section("två", 1)))
    assert len(pages[0]) == 2


def test_a_contents_list_without_lines_is_its_title(
    document: Callable[..., Document], lines_of: Callable[[Document], list[list[str]]]
) -> None:
    assert lines_of(document(contents())) == [["Innehåll"]]


def test_a_title_that_would_reach_the_page_number_goes_on_below(
    document: Callable[..., Document],
    section: Callable[..., Section],
    lines_of: Callable[[Document], list[list[str]]],
) -> None:
    letters = [text_width("n" * count, size=10.5, bold=True, fonts=DEFAULT.fonts) for count in range(80)]
    room = DEFAULT.page.text_width - DEFAULT.styles["contents-2"].indent
    count = sum(width < room - DEFAULT.page_number_room / 2 for width in letters)
    title = f"{'n' * (count - 10)} {'n' * 8}"
    lines = lines_of(document(contents(("ett", 1, "1", title)), section("ett", 1, new_page=True)))[0]
    assert [line.split()[0] for line in lines[1:]] == ["1", "n" * 8]
    assert lines[2].endswith("2")
