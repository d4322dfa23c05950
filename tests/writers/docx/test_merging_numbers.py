from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from plangen.brand.brand import DEFAULT
from plangen.writers.docx.abstract_numbers import Abstracts
from plangen.writers.docx.default_template import OUTLINE
from plangen.writers.docx.merging import ids_in, merged
from plangen.writers.docx.merging_numbers import Numbers
from plangen.writers.docx.numbering import BULLETS, HEADINGS, ORDERED, Numbering, numberings
from plangen.writers.docx.sheet import Sheet, value
from plangen.writers.docx.styles import style_sheet
from plangen.writers.docx.xml import w

from .templates import empty, numbered_headings


def bound(word: Any, levels: tuple[int, ...] = (1, 2, 3)) -> tuple[Numbers, Any]:
    """Our numberings in a template's, and what was given to its ordered lists."""
    sheet = Sheet(word.styles.element)
    ours = [each for each in style_sheet(DEFAULT, OUTLINE, "sv-SE", {}) if each.tag == qn("w:style")]
    own = ids_in(sheet, ours)
    numbers = Numbers(Abstracts(word.part.numbering_part.element, sheet), sheet, own, merged(sheet, ours))
    numbers.bind(levels)
    made = w("numbering", *numberings(DEFAULT, OUTLINE))
    restart = Numbering(made).restart(0, 3)
    numbers.add(made)
    return numbers, restart


def bare() -> Any:
    word = empty(swedish=True)
    word.part.numbering_part.element[:] = []
    for style in word.styles.element.iter(qn("w:numPr")):
        style.getparent().remove(style)
    return word


def test_headings_without_numbers_count_by_our_list_bound_to_the_templates_styles() -> None:
    word = empty(swedish=True)
    last = Abstracts(word.part.numbering_part.element, Sheet(word.styles.element)).last()
    numbers, _ = bound(word)
    assert numbers.shift == last
    for level in (1, 2, 3):
        assert numbers.sheet.numbering(f"Rubrik{level}") == (str(HEADINGS + last), level - 1)
        assert value(numbers.abstracts.level(str(HEADINGS + last), level - 1), "w:pStyle") == f"Rubrik{level}"
    assert numbers.sheet.numbering("Rubrik4") is None
    assert value(numbers.abstracts.level(str(HEADINGS + last), 3), "w:pStyle") == ""


def test_headings_with_a_list_of_their_own_keep_it() -> None:
    word = empty(swedish=True)
    numbered_headings(word)
    numbers, _ = bound(word)
    assert [numbers.sheet.numbering(f"Rubrik{level}") for level in (1, 2, 3)] == [("91", 0), ("91", 1), ("91", 2)]


def test_a_level_that_the_templates_list_has_and_no_style_gets_its_place_in_it() -> None:
    word = empty(swedish=True)
    numbered_headings(word)
    style = word.styles["heading 3"].element
    style.pPr.remove(style.pPr.find(qn("w:numPr")))
    level = Abstracts(word.part.numbering_part.element, Sheet(word.styles.element)).level("91", 2)
    level.remove(level.find(qn("w:pStyle")))
    numbers, _ = bound(word)
    assert numbers.sheet.numbering("Rubrik3") == ("91", 2)
    assert numbers.abstracts.level_of("91", "Rubrik3") == 2


def test_a_level_that_the_templates_list_lacks_counts_by_ours() -> None:
    word = empty(swedish=True)
    numbered_headings(word, ("%1", "%1.%2"))
    numbers, _ = bound(word)
    assert numbers.sheet.numbering("Rubrik3") == (str(HEADINGS + numbers.shift), 2)


def test_what_is_based_on_a_heading_is_not_numbered_with_it() -> None:
    word = empty(swedish=True)
    style = word.styles.add_style("Rubrik utan nummer", 1)
    style.base_style = word.styles["heading 1"]
    numbers, _ = bound(word)
    assert numbers.sheet.numbering("Rubrik1")
    assert numbers.sheet.numbering(style.style_id) is None
    assert numbers.sheet.numbering("TOCHeading") is None


def test_the_title_of_the_contents_list_never_counts() -> None:
    word = empty(swedish=True)
    numbered_headings(word)
    numbers, _ = bound(word)
    assert numbers.sheet.numbering("TOCHeading") is None


def test_lists_of_the_template_keep_their_signs_and_others_have_ours() -> None:
    word = empty(swedish=True)
    own = Sheet(word.styles.element).numbering("Punktlista")
    numbers, _ = bound(word)
    assert numbers.sheet.numbering("Punktlista") == own is not None
    assert numbers.sheet.numbering("ListBullet4") == (str(BULLETS + numbers.shift), 3)
    numbers, _ = bound(bare())
    assert numbers.sheet.numbering("Punktlista") == (str(BULLETS + numbers.shift), 0)
    assert numbers.sheet.numbering("Numreradlista") == (str(ORDERED + numbers.shift), 0)


def test_an_ordered_list_starts_anew_by_the_templates_own_numbering() -> None:
    numbers, restart = bound(empty(swedish=True))
    number, level = numbers.sheet.numbering("Numreradlista") or ("", 0)
    moved = str(restart + numbers.shift)
    assert numbers.abstracts.abstract_id(moved) == numbers.abstracts.abstract_id(number)
    content = w("p", w("pPr", w("pStyle", val="ListNumber"), w("numPr", w("ilvl", val=0), w("numId", val=restart))))
    numbers.renumber([content])
    assert content.find(f".//{qn('w:numId')}").get(qn("w:val")) == moved
    assert content.find(f".//{qn('w:ilvl')}").get(qn("w:val")) == str(level)
    numbers, restart = bound(bare())
    assert numbers.abstracts.abstract_id(str(restart + numbers.shift)) == str(ORDERED + numbers.shift)


def test_headings_of_the_template_itself_are_not_counted() -> None:
    numbers, _ = bound(empty(swedish=True))
    own = w("p", w("pPr", w("pStyle", val="Rubrik1")))
    other = w("p", w("pPr", w("pStyle", val="Rubrik9")))
    numbers.silence([own, other])
    assert own.find(f".//{qn('w:numId')}").get(qn("w:val")) == "0"
    assert other.find(f".//{qn('w:numId')}") is None


def test_none_stays_none() -> None:
    numbers, _ = bound(empty())
    content = w("p", w("pPr", w("numPr", w("numId", val=0))))
    numbers.renumber([content])
    assert content.find(f".//{qn('w:numId')}").get(qn("w:val")) == "0"


def test_no_number_is_used_twice() -> None:
    numbers, _ = bound(empty(swedish=True))
    for tag, name in (("num", "numId"), ("abstractNum", "abstractNumId")):
        found = [each.get(qn(f"w:{name}")) for each in numbers.abstracts.element.iterfind(qn(f"w:{tag}"))]
        assert len(found) == len(set(found))
