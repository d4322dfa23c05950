"""Our styles into a template's style sheet: the template's win, and those that it lacks are added.

Every part of the document names styles by our ids; `renamed` puts the template's in their place at the end. A style
that is added says only what makes it differ from the one that it is based on, so that it has the template's fonts,
sizes and colours for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import cast

from docx.oxml.ns import qn

from plangen.writers.docx.sheet import Sheet, value
from plangen.writers.docx.style_names import english
from plangen.writers.docx.xml import Element, local_name, w

LINKS = ("basedOn", "next", "link")
NAMED = ("pStyle", "rStyle", "tblStyle")
SUFFIX = "Plan"


def ids_in(sheet: Sheet, ours: Iterable[Element]) -> Mapping[str, str]:
    """The template's ids for those of our styles that it has, by our ids."""
    known: dict[tuple[str, str], str] = {}
    defaults: dict[str, str] = {}
    for style in sheet.styles():
        kind, id = _kind(style), str(style.get(qn("w:styleId"), ""))
        names = [value(style, "w:name"), *value(style, "w:aliases").split(",")]
        for name in (each for each in names if each.strip()):
            known.setdefault((kind, english(name)), id)
        if style.get(qn("w:default")) in ("1", "true", "on"):
            defaults.setdefault(kind, id)
    found = {}
    for style in ours:
        kind, name = _kind(style), english(value(style, "w:name"))
        default = defaults.get(kind) if style.get(qn("w:default")) else None
        match = default or known.get((kind, name))
        if match:
            found[str(style.get(qn("w:styleId")))] = match
    return found


def merged(sheet: Sheet, ours: list[Element]) -> Mapping[str, str]:
    """Adds the styles that the template lacks. Gives the ids of all of ours, by our own."""
    ids = dict(ids_in(sheet, ours))
    missing = [each for each in ours if each.get(qn("w:styleId")) not in ids]
    taken = {str(each.get(qn("w:styleId"))).casefold() for each in sheet.styles()}
    for style in missing:
        own = free = str(style.get(qn("w:styleId")))
        while free.casefold() in taken:
            free += SUFFIX
        taken.add(free.casefold())
        ids[own] = free
    full = Sheet(w("styles", *(deepcopy(each) for each in ours)))
    for style in missing:
        added = _difference(style, full)
        added.set(qn("w:styleId"), ids[str(style.get(qn("w:styleId")))])
        if style.get(qn("w:default")):
            added.set(qn("w:default"), "1")
        for link in LINKS:
            for found in added.findall(qn(f"w:{link}")):
                found.set(qn("w:val"), ids[str(found.get(qn("w:val")))])
        sheet.element.append(added)
    return ids


def renamed(elements: Iterable[Element], ids: Mapping[str, str]) -> None:
    """Puts the template's ids of styles in the place of ours, in content."""
    tags = [qn(f"w:{name}") for name in NAMED]
    for element in elements:
        for named in element.iter(*tags):
            named.set(qn("w:val"), ids.get(str(named.get(qn("w:val"))), str(named.get(qn("w:val")))))


def _kind(style: Element) -> str:
    return str(style.get(qn("w:type"), "paragraph"))


def _difference(style: Element, ours: Sheet) -> Element:
    """A style without the properties that the style it is based on has as well."""
    made = deepcopy(style)
    base = value(style, "w:basedOn")
    for owner in ("pPr", "rPr"):
        for properties in made.findall(qn(f"w:{owner}")):
            for each in [cast(Element, child) for child in properties]:
                _take_inherited(each, f"w:{owner}/w:{local_name(each)}", base, ours)
    return made


def _take_inherited(child: Element, path: str, base: str, ours: Sheet) -> None:
    """Takes from a property what the base says too, and the property where nothing is left of it."""
    if len(child) or local_name(child) in ("numPr", "outlineLvl"):
        return
    if not child.attrib:
        if ours.has(base, path):
            _remove(child)
        return
    for name in list(child.attrib):
        prefixed = f"w:{str(name).rpartition('}')[2]}"
        if ours.attribute(base, path, prefixed) == child.get(name):
            del child.attrib[name]
    if set(child.attrib) == {qn("w:lineRule")} and ours.attribute(base, path, "w:line"):
        child.set(qn("w:line"), str(ours.attribute(base, path, "w:line")))
    if set(child.attrib) & {qn("w:line")} and qn("w:lineRule") not in child.attrib:
        child.set(qn("w:lineRule"), str(ours.attribute(base, path, "w:lineRule")))
    if not child.attrib:
        _remove(child)


def _remove(child: Element) -> None:
    parent = child.getparent()
    if parent is not None:
        parent.remove(child)
