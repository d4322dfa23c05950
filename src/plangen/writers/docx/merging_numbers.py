"""Our numberings into a template's: beside its own, under numbers that are free.

Headings count by the template's list where its heading styles have one, else by ours, which is then bound to its
styles. Lists look as the template's list styles say; one that says no sign or number has ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import field
from typing import cast

from docx.oxml.ns import qn

from plangen.dataclass import dataclass
from plangen.writers.docx.abstract_numbers import Abstracts
from plangen.writers.docx.numbering import BULLETS, HEADINGS, ORDERED
from plangen.writers.docx.outline import LEVELS, style_name
from plangen.writers.docx.paragraph_styles import LIST_LEVELS
from plangen.writers.docx.sheet import Sheet
from plangen.writers.docx.xml import (
    Element,
    local_name,
    paragraph_style,
    set_paragraph_property,
    set_property,
    style_id,
    w,
)

COUNTED = ("Heading", "ListBullet", "ListNumber")
"""How the ids of our styles begin that count, or that say themselves where they don't."""

LISTS: Mapping[str, int] = {"List Bullet": BULLETS, "List Number": ORDERED}


@dataclass(slots=True)
class Numbers:
    """The template's numbering (`w:numbering`) and style sheet, with ours among its styles.

    `own` are the template's ids of the styles that it had, `ids` those of all, both by ours. `shift` is added to the
    number of each of our numberings. `levels` are those of our ordered list styles that the template numbers itself: by
    our id of the style, its abstract numbering and the level there.
    """

    abstracts: Abstracts
    sheet: Sheet
    own: Mapping[str, str]
    ids: Mapping[str, str]
    shift: int = field(init=False)
    levels: dict[str, tuple[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shift = self.abstracts.last()

    def bind(self, numbered: Iterable[int]) -> None:
        """Gives numbers and signs to the styles of lists, and to those of the numbered levels of headings."""
        for ours, id in self.ids.items():
            style = self.sheet.style(id)
            if ours not in self.own and style is not None:
                self._shift_all(style)
        self._headings(numbered)
        self._lists()
        self._others()

    def add(self, numberings: Iterable[Element]) -> None:
        """Adds our numberings. A level is bound to its style only where the style counts by it."""
        for each in numberings:
            made = deepcopy(each)
            if local_name(made) == "abstractNum":
                self._move(made, "abstractNumId")
                for level in made.iterfind(qn("w:lvl")):
                    self._rebind(cast(Element, level), str(made.get(qn("w:abstractNumId"))))
                self.abstracts.add_abstract(made)
            else:
                self._move(made, "numId")
                self._counted(made)
                self.abstracts.add_number(made)

    def renumber(self, elements: Iterable[Element]) -> None:
        """Puts the numbers that our numberings have now in the place of ours, in content that has our ids of styles."""
        for element in elements:
            self._shift_all(element)
            for paragraph in element.iter(qn("w:p")):
                found = self.levels.get(paragraph_style(cast(Element, paragraph)))
                level = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
                if found and level is not None:
                    level.set(qn("w:val"), str(found[1]))

    def silence(self, paragraphs: Iterable[Element]) -> None:
        """Takes numbers from the template's own headings, so that the plan's are counted from 1 as in the PDF."""
        counted = {id for ours, id in self.own.items() if ours.startswith("Heading") and self.sheet.numbering(id)}
        for paragraph in paragraphs:
            if paragraph_style(paragraph) in counted:
                for old in paragraph.findall(f"{qn('w:pPr')}/{qn('w:numPr')}"):
                    cast(Element, old.getparent()).remove(old)
                set_paragraph_property(paragraph, w("numPr", w("numId", val=0)))

    def _headings(self, numbered: Iterable[int]) -> None:
        wanted = {level: self.ids[style_id(style_name(level))] for level in numbered}
        given = {level: self._numbering(id) for level, id in wanted.items() if id in self.own.values()}
        lists = [found[0] for found in given.values() if found]
        for level, id in wanted.items():
            found = given.get(level)
            if found and found[1] == level - 1:
                continue
            number = next((each for each in lists if self.abstracts.counts(each, level - 1)), "")
            self._stop_heirs(id)
            self._number(id, number or str(HEADINGS + self.shift), level - 1)
            if number:
                self.abstracts.bind(number, level - 1, id)

    def _lists(self) -> None:
        for kind, number in LISTS.items():
            for level in LIST_LEVELS:
                ours = style_id(kind if level == 1 else f"{kind} {level}")
                if ours not in self.own:
                    continue
                found = self._numbering(self.own[ours])
                if found is None:
                    self._number(self.own[ours], str(number + self.shift), level - 1)
                elif number == ORDERED:
                    self.levels[ours] = (self.abstracts.abstract_id(found[0]), found[1])

    def _others(self) -> None:
        """Takes numbers from the template's styles of what has none: a contents list's title based on a heading."""
        for ours, id in self.own.items():
            style = self.sheet.style(id)
            paragraph = style is not None and style.get(qn("w:type"), "paragraph") == "paragraph"
            if paragraph and not ours.startswith(COUNTED) and self.sheet.numbering(id):
                self._number(id, "0", 0)

    def _numbering(self, id: str) -> tuple[str, int] | None:
        """The numbering of a style and the level that it is bound to, where there is such a numbering."""
        found = self.sheet.numbering(id)
        if found is None or not self.abstracts.abstract_id(found[0]):
            return None
        own = self.sheet.attribute(id, "w:pPr/w:numPr/w:ilvl", "w:val")
        return found if own else (found[0], self.abstracts.level_of(found[0], id))

    def _number(self, id: str, number: str, level: int) -> None:
        """Makes a style count."""
        style = self.sheet.style(id)
        assert style is not None, id
        set_property(style, w("numPr", w("ilvl", val=level), w("numId", val=number)))

    def _stop_heirs(self, id: str) -> None:
        """Keeps the template's styles based on a heading from being numbered with it: a contents list's title, say."""
        ours = {self.ids[style_id(style_name(level))] for level in LEVELS}
        for style in self.sheet.styles():
            heir = str(style.get(qn("w:styleId")))
            if heir in ours or heir not in self._template_styles():
                continue
            based = any(each.get(qn("w:styleId")) == id for each in list(self.sheet.chain(heir))[1:])
            if based and style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None:
                set_property(style, w("numPr", w("numId", val=0)))

    def _template_styles(self) -> frozenset[str]:
        added = {id for ours, id in self.ids.items() if ours not in self.own}
        return frozenset(str(each.get(qn("w:styleId"))) for each in self.sheet.styles()) - added

    def _rebind(self, level: Element, abstract: str) -> None:
        for bound in level.findall(qn("w:pStyle")):
            id = self.ids.get(str(bound.get(qn("w:val"))), "")
            found = self.sheet.numbering(id)
            if found and found[0] == abstract:
                bound.set(qn("w:val"), id)
            else:
                level.remove(bound)

    def _counted(self, number: Element) -> None:
        """Makes a numbering count by its abstract one: ours, or that of the template's style of ordered lists."""
        abstract = cast(Element, number.find(qn("w:abstractNumId")))
        for override in number.iterfind(qn("w:lvlOverride")):
            level = int(override.get(qn("w:ilvl"), "0")) + 1
            found = self.levels.get(style_id("List Number" if level == 1 else f"List Number {level}"))
            if found:
                abstract.set(qn("w:val"), found[0])
                override.set(qn("w:ilvl"), str(found[1]))
                return
        self._move(abstract, "val")

    def _shift_all(self, element: Element) -> None:
        for number in element.iter(qn("w:numId")):
            if number.get(qn("w:val")) != "0":
                self._move(cast(Element, number), "val")

    def _move(self, element: Element, name: str) -> None:
        element.set(qn(f"w:{name}"), str(int(element.get(qn(f"w:{name}"), "0")) + self.shift))
