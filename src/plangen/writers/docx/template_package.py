"""A vetted template -> a document to write into: its fields filled, with the parts that the writer needs.

What belonged to the template alone is left out: its preview, its own statistics, its link to another template, and
what would make Word ask a question when the file opens.
"""

from __future__ import annotations

from io import BytesIO
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, PartFactory
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart

from plangen.word.fields import fill
from plangen.word.template import FilledTemplate
from plangen.writers.docx.package import STYLES_WITH_EFFECTS
from plangen.writers.docx.xml import Element, local_name, w

LEFT_OUT = (STYLES_WITH_EFFECTS, RT.THUMBNAIL, RT.EXTENDED_PROPERTIES, RT.PRINTER_SETTINGS)
UNWANTED_SETTINGS = (
    *("updateFields", "attachedTemplate", "linkStyles", "mailMerge", "documentProtection", "writeProtection"),
    *("trackRevisions", "formsDesign", "saveThroughXslt"),
)
NOTES = (RT.FOOTNOTES, RT.ENDNOTES)
AFTER_NOTES = frozenset(
    {
        *("endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
        *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown"),
        *("smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
        *("docId", "chartTrackingRefBased", "discardImageEditingData", "defaultImageDpi", "conflictMode"),
    }
)
"""Settings that stand behind those of footnotes (ECMA-376 part 1, 17.15.1.78)."""


def opened(filled: FilledTemplate) -> WordDocument:
    """The template as a document, its fields filled."""
    word = docx.Document(BytesIO(filled.template.package))
    for relations in (word.part.rels, word.part.package.rels):
        for key in [key for key, relation in relations.items() if _is_left_out(relation.reltype)]:
            del relations[key]
    _ensure(word, RT.STYLES, "/word/styles.xml", CT.WML_STYLES, "styles")
    _ensure(word, RT.NUMBERING, "/word/numbering.xml", CT.WML_NUMBERING, "numbering")
    _ensure(word, RT.SETTINGS, "/word/settings.xml", CT.WML_SETTINGS, "settings")
    for name in UNWANTED_SETTINGS:
        for found in word.settings.element.findall(qn(f"w:{name}")):
            word.settings.element.remove(found)
    for key, relation in list(word.part.rels.items()):
        if relation.reltype in NOTES:
            _as_story(word, key, relation.target_part)
    for element in stories(word):
        fill(element, filled.texts)
    return word


def stories(word: WordDocument) -> tuple[Element, ...]:
    """What text of the template stands in: the body, headers, footers and notes."""
    kinds = (RT.HEADER, RT.FOOTER, *NOTES)
    parts = {relation.target_part for relation in word.part.rels.values() if relation.reltype in kinds}
    return (word.element.body, *(part.element for part in sorted(parts, key=lambda part: str(part.partname))))


def has_notes(word: WordDocument) -> bool:
    """Whether there is a part of footnotes."""
    return any(relation.reltype == RT.FOOTNOTES for relation in word.part.rels.values())


def settle_notes(word: WordDocument) -> None:
    """Says in the settings which lines part notes from text, where that part is new."""
    settings = cast(Element, word.settings.element)
    for old in settings.findall(qn("w:footnotePr")):
        settings.remove(old)
    made = w("footnotePr", w("footnote", id=-1), w("footnote", id=0))
    behind = [each for each in settings if local_name(cast(Element, each)) in AFTER_NOTES]
    behind[0].addprevious(made) if behind else settings.append(made)


def set_language(word: WordDocument, language: str) -> None:
    """The language is the plan's, not that of who made the template."""
    styles = word.styles.element
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    normal = [
        each.find(qn("w:rPr"))
        for each in styles.iterfind(qn("w:style"))
        if each.get(qn("w:default")) and each.get(qn("w:type")) == "paragraph"
    ]
    for properties in (each for each in normal if each is not None):
        for found in properties.findall(qn("w:lang")):
            properties.remove(found)
    if defaults is None:
        return
    for found in defaults.findall(qn("w:lang")):
        defaults.remove(found)
    defaults.append(w("lang", val=language))


def _is_left_out(kind: str) -> bool:
    """Whether a relationship isn't kept. Core properties are the document's; LibreOffice has another type for them."""
    return kind in LEFT_OUT or kind.endswith("/core-properties")


def _ensure(word: WordDocument, relation: str, place: str, content_type: str, root: str) -> None:
    if not any(each.reltype == relation for each in word.part.rels.values()):
        blob = f"<w:{root} {nsdecls('w')}/>".encode()
        part = PartFactory(PackURI(place), content_type, relation, blob, word.part.package)
        word.part.relate_to(cast(Part, part), relation)


def _as_story(word: WordDocument, key: str, part: Part) -> None:
    """Makes a part that python-docx keeps as bytes one that text can be written to."""
    story = StoryPart(part.partname, part.content_type, parse_xml(part.blob), word.part.package)
    for id, relation in part.rels.items():
        target = relation.target_ref if relation.is_external else relation.target_part
        story.rels.add_relationship(relation.reltype, target, id, relation.is_external)
    word.part.rels.add_relationship(word.part.rels[key].reltype, story, key)
