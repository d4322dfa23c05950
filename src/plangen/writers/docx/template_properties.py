"""Properties of a template under names of its own, such as a classification, beside those of the document.

Fields in the template may show them, so they are kept; where both have a name, the document's is right.
"""

from __future__ import annotations

from typing import cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml

from plangen.writers.docx.package import CUSTOM, CUSTOM_TYPE, FIRST_PROPERTY
from plangen.writers.docx.xml import Element


def own_properties(word: WordDocument) -> list[Element]:
    """Takes the template's own properties out of it."""
    relations = word.part.package.rels
    found: list[Element] = []
    for key in [key for key, relation in relations.items() if relation.reltype == RT.CUSTOM_PROPERTIES]:
        root = parse_xml(relations[key].target_part.blob)
        found += (cast(Element, each) for each in root if each.tag == f"{{{CUSTOM}}}property")
        del relations[key]
    return found


def keep_properties(word: WordDocument, own: list[Element]) -> None:
    """Puts them back, beside those of the document."""
    package = word.part.package
    present = [each.target_part for each in package.rels.values() if each.reltype == RT.CUSTOM_PROPERTIES]
    if not own:
        return
    if present:
        root = cast(XmlPart, present[0]).element
    else:
        root = parse_xml(f'<Properties xmlns="{CUSTOM}"/>')
        package.relate_to(XmlPart(PackURI("/docProps/custom.xml"), CUSTOM_TYPE, root, package), RT.CUSTOM_PROPERTIES)
    taken = {str(each.get("name")).casefold() for each in root}
    root.extend(each for each in own if str(each.get("name")).casefold() not in taken)
    for number, each in enumerate(root, FIRST_PROPERTY):
        each.set("pid", str(number))
