"""A Word document -> the bytes of its file, free of what python-docx's own template brings, the same each time."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml

from plangen.brand.brand import Brand, Hyphenation
from plangen.document.document import Metadata
from plangen.locale.vocabulary import KEYS, terms
from plangen.writers.docx.theme import theme
from plangen.writers.docx.xml import Element, twips, w

EPOCH = (1980, 1, 1, 0, 0, 0)
FIRST = "[Content_Types].xml"
STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
LEFTOVERS = (STYLES_WITH_EFFECTS, RT.CUSTOM_XML, RT.WEB_SETTINGS, RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)
COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
    "useWord2013TrackBottomHyphenation": "0",
}
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
VARIANT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_PROPERTY = 2
"""The number of the first property: those below are Word's own (22.3.2.2)."""

_FORBIDDEN = dict.fromkeys(range(32)) | {0xFFFE: None, 0xFFFF: None}

MICROSOFT_WORD = "http://schemas.microsoft.com/office/word"


def empty_document() -> WordDocument:
    """A document without content, styles or numberings."""
    word = docx.Document()
    for relations in (word.part.rels, word.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype in LEFTOVERS]:
            del relations[key]
    for element in (word.element.body, word.styles.element, word.part.numbering_part.element):
        element[:] = []
    return word


def set_look(word: WordDocument, brand: Brand) -> None:
    """Sets the theme, and names the font that the file uses with what stands in where it is missing."""
    theme_part = word.part.part_related_by(RT.THEME)
    _replace(word, RT.THEME, theme(theme_part.blob, brand))
    fonts = brand.fonts
    replacement = w("altName", val=fonts.family) if fonts.family != fonts.word else None
    _replace(word, RT.FONT_TABLE, w("fonts", w("font", replacement, name=fonts.word)))


def set_properties(word: WordDocument, metadata: Metadata, timestamp: datetime | None) -> None:
    """Sets the core properties (ECMA-376 part 2, 11), and beside them what those have no names for."""
    core = word.core_properties
    part = cast(XmlPart, word.part.package.part_related_by(RT.CORE_PROPERTIES))
    part.element[:] = []
    values = {
        "title": metadata.title,
        "author": metadata.author,
        "last_modified_by": metadata.author,
        "subject": metadata.subject,
        "keywords": ", ".join(metadata.keywords),
        "language": metadata.language,
        "content_status": metadata.status,
        "identifier": metadata.identifier,
        "version": metadata.version,
    }
    for name, value in values.items():
        setattr(core, name, "")
        part.element[-1].text = value  # python-docx itself takes no more than 255 characters, a limit of its own
    _set_custom_properties(word, metadata)
    if timestamp is None and metadata.date:
        timestamp = datetime.fromisoformat(metadata.date).replace(tzinfo=UTC)
    if timestamp is not None:
        core.created = core.modified = timestamp.astimezone(UTC)


def _set_custom_properties(word: WordDocument, metadata: Metadata) -> None:
    """Sets properties under the plan's own names (ECMA-376 part 1, 22.3), in which Word lists and searches them."""
    names = terms(KEYS, metadata.language.split("-", maxsplit=1)[0])
    values = {
        "status": metadata.status,
        "version": metadata.version,
        "organisation": metadata.author,
        "body": metadata.subject,
        "decided_by": metadata.decided_by,
        "date": metadata.date,
        "paragraph": metadata.paragraph,
        "case_number": metadata.case_number,
        "valid_from": metadata.valid_from,
        "valid_to": metadata.valid_to,
        "replaces": metadata.replaces,
    }
    given = [(names[term].capitalize(), value) for term, value in values.items() if value]
    root = parse_xml(f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VARIANT_TYPES}"/>')
    for number, (name, value) in enumerate(given, FIRST_PROPERTY):
        made = root.makeelement(f"{{{CUSTOM}}}property", {"fmtid": FORMAT_ID, "pid": str(number), "name": name})
        text = made.makeelement(f"{{{VARIANT_TYPES}}}lpwstr", {})
        text.text = value.translate(_FORBIDDEN)
        made.append(text)
        root.append(made)
    if given:
        package = word.part.package
        part = XmlPart(PackURI("/docProps/custom.xml"), CUSTOM_TYPE, root, package)
        package.relate_to(part, RT.CUSTOM_PROPERTIES)


def settings(language: str, hyphenation: Hyphenation | None, *, footnotes: bool) -> list[Element]:
    """The content of `w:settings`. Nothing in it makes Word ask a question when the file opens."""
    return [
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        *(_hyphenation(hyphenation) if hyphenation else ()),
        w("characterSpacingControl", val="doNotCompress"),
        *([w("footnotePr", w("footnote", id=-1), w("footnote", id=0))] if footnotes else []),
        w(
            "compat",
            w("doNotUseHTMLParagraphAutoSpacing"),
            *(w("compatSetting", name=name, uri=MICROSOFT_WORD, val=value) for name, value in COMPATIBILITY.items()),
        ),
        w("themeFontLang", val=language),
    ]


def _hyphenation(of: Hyphenation) -> tuple[Element, ...]:
    """Settings by which Word hyphenates running text itself (17.15.1.10, .22, .53 and .37)."""
    limit = w("consecutiveHyphenLimit", val=of.most_in_a_row) if of.most_in_a_row else None
    made = (w("autoHyphenation"), limit, w("hyphenationZone", val=twips(of.zone)), w("doNotHyphenateCaps"))
    return tuple(each for each in made if each is not None)


def pack(word: WordDocument) -> bytes:
    """The file's bytes: parts sorted by name, times fixed."""
    saved = BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts: Mapping[str, bytes] = {name: archive.read(name) for name in archive.namelist()}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != FIRST, name)):
            information = zipfile.ZipInfo(name, EPOCH)
            information.compress_type = zipfile.ZIP_DEFLATED
            information.external_attr = 0o600 << 16
            archive.writestr(information, parts[name])
    return packed.getvalue()


def _replace(word: WordDocument, relation_type: str, element: Element) -> None:
    old = word.part.part_related_by(relation_type)
    for key in [key for key, relation in word.part.rels.items() if relation.reltype == relation_type]:
        del word.part.rels[key]
    part = XmlPart(old.partname, old.content_type, element, word.part.package)
    word.part.relate_to(part, relation_type)
