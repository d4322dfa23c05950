"""Where in a template's text the document's body goes, and the section that it stands in there.

The body takes the place of the paragraph that says `{{ body }}`, and otherwise follows what the template has. Anything
that stands before it is the template's cover, or goes with one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, cast

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from plangen.dataclass import dataclass
from plangen.word.template import body_marks
from plangen.writers.docx.xml import Element, w

SEEN = tuple(qn(f"w:{tag}") for tag in ("drawing", "pict", "object", "fldChar", "fldSimple", "tbl"))
SECTION = qn("w:sectPr")
LONGEST = 10
"""Digits of a number that Word can have given."""

BOOKMARKS = ("_Toc_", "_Ref_", "_Number_", "_Title_", "_Note_")
"""How the names of our bookmarks begin; a template made from a document of ours has some."""

Carrier = Literal["mark", "after", "end"]


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """`before` is what the template has before the body, `open` those of it that stand in the body's own section.

    `section` are the properties of that section; `carrier` is what bears them: the mark itself, whose place the body
    takes ("mark"), a paragraph after it ("after"), or the end of the text ("end"). `breaks`: the body starts a page.
    """

    before: tuple[Element, ...]
    open: tuple[Element, ...]
    after: tuple[Element, ...]
    section: Element
    carrier: Carrier
    breaks: bool

    @property
    def goes_on(self) -> bool:
        """Whether the template has more in the section after the body."""
        return self.carrier == "after" or (self.carrier == "end" and bool(self.after))


def body_place(word: WordDocument) -> BodyPlace:
    """Takes the mark out of the text, and what stands there without saying anything."""
    body = word.element.body
    final = body.find(SECTION)
    if final is None:
        final = w("sectPr")
        body.append(final)
    children = [cast(Element, child) for child in body if child is not final]
    mark = next((cast(Element, each) for each in body_marks(body)), None)
    at = children.index(mark) if mark is not None else len(children)
    before, after = children[:at], children[at + 1 :]
    if mark is None:
        _drop_trailing(before)
    if not any(says(each) or ends_section(each) for each in before):
        _remove(before)
        before.clear()
    breaks = bool(before) and (_starts_page(mark) if mark is not None else not _ends_page(before))
    section, carrier = _section(mark, after, cast(Element, final))
    last = max((index for index, each in enumerate(before) if ends_section(each)), default=-1)
    if mark is not None:
        _remove([mark])
    return BodyPlace(tuple(before), tuple(before[last + 1 :]), tuple(after), section, carrier, breaks)


def drop_our_bookmarks(word: WordDocument) -> int:
    """Takes away bookmarks that would bear the names of ours. Gives the first number that is free for a bookmark."""
    numbers = [0]
    for start in list(word.element.body.iter(qn("w:bookmarkStart"))):
        number = str(start.get(qn("w:id"), ""))
        if str(start.get(qn("w:name"), "")).startswith(BOOKMARKS):
            ends = [each for each in word.element.body.iter(qn("w:bookmarkEnd")) if each.get(qn("w:id")) == number]
            _remove([cast(Element, each) for each in (start, *ends)])
        elif number.isdecimal() and len(number) < LONGEST:
            numbers.append(int(number))
    return max(numbers) + 1


def says(element: Element) -> bool:
    """Whether there is something to be seen of an element."""
    if element.tag in SEEN or next(element.iter(*SEEN), None) is not None:
        return True
    return any((text.text or "").strip() for text in element.iter(qn("w:t")))


def ends_section(element: Element) -> bool:
    """Whether a section ends within an element."""
    return next(element.iter(SECTION), None) is not None


def page_ends(elements: Iterable[Element]) -> int:
    """How many pages are ended outright within what stands before the body."""
    found = 0
    for element in elements:
        found += sum(_breaks(each) for each in element.iter(qn("w:br")))
        found += sum(True for _ in element.iter(qn("w:pageBreakBefore")))
        found += sum(_kind(cast(Element, each)) != "continuous" for each in element.iter(SECTION))
    return found


def _section(mark: Element | None, after: list[Element], final: Element) -> tuple[Element, Carrier]:
    own = None if mark is None else next(mark.iter(SECTION), None)
    if own is not None:
        return cast(Element, own), "mark"
    for each in after:
        found = next(each.iter(SECTION), None)
        if found is not None:
            return cast(Element, found), "after"
    return final, "end"


def _starts_page(mark: Element) -> bool:
    return mark.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None or any(
        _breaks(each) for each in mark.iter(qn("w:br"))
    )


def _ends_page(before: list[Element]) -> bool:
    return ends_section(before[-1]) or any(_breaks(each) for each in before[-1].iter(qn("w:br")))


def _drop_trailing(before: list[Element]) -> None:
    while before and not (says(before[-1]) or ends_section(before[-1]) or any(map(_breaks, before[-1].iter()))):
        _remove([before.pop()])


def _breaks(element: object) -> bool:
    return isinstance(element, Element) and element.tag == qn("w:br") and element.get(qn("w:type")) == "page"


def _kind(section: Element) -> str:
    found = section.find(qn("w:type"))
    return "nextPage" if found is None else str(found.get(qn("w:val"), "nextPage"))


def _remove(elements: Iterable[Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
