"""The parts of a Word template -> what in them must not reach anyone's computer, and what is broken.

A template that the secretariat was sent may do more than look good: run macros, fetch files from elsewhere when it is
opened, or carry other programs' objects. Each is refused by name, with its cure. A relationship that isn't known is
refused as well, since it can't be said what it leads to.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from urllib.parse import unquote

from lxml.etree import _Element as Element

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error
from plangen.word.xml import CONTENT_TYPES, RELATIONS, STRICT, BrokenError, DoctypeError, parsed, word_name

TYPES = "[Content_Types].xml"
RELATIONSHIPS = ".rels"
MAIN = "officeDocument"

WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"

KNOWN = frozenset(
    {
        *(MAIN, "core-properties", "extended-properties", "custom-properties", "thumbnail", "classificationlabels"),
        *("styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme", "font"),
        *("header", "footer", "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds"),
        *("commentsExtensible", "people", "image", "hdphoto", "hyperlink", "customXml", "customXmlProps"),
        *("glossaryDocument", "documenttasks", "printerSettings", "themeOverride", "chartUserShapes"),
        *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
    }
)
"""The last word of the types of relationship that a template may have."""

MACROS = frozenset({"vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars", "extensibility", "ui"})
EMBEDDED = frozenset({"oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "frame"})
FETCHING = frozenset(
    {
        *("DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "RD"),
        *("ASK", "FILLIN", "PRINT"),
    }
)
"""Word's fields that fetch something, start something, or ask the reader something."""

HIDDEN = "{}"
"""The name of a field whose name another field gives."""

HARMLESS_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)

ROOTS: Mapping[str, str] = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}
"""What the part that a relationship of the document leads to has for its root."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: the last word of its type, and the part that it leads to, or else an address (`external`)."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of a template, those that are XML parsed, and the content types. `main` is the document's part."""

    file: str
    parts: dict[str, bytes]
    roots: dict[str, Element] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    main: str = ""

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The relationships of a part ("" for the package itself)."""
        folder, _, name = part.rpartition("/")
        root = self.roots.get(posixpath.join(folder, "_rels", f"{name}{RELATIONSHIPS}"))
        if root is None:
            return ()
        return tuple(_relation(each, folder) for each in root.iterfind(f"{{{RELATIONS}}}Relationship"))


def vetted(parts: Mapping[str, bytes], file: str) -> tuple[Package, tuple[Diagnostic, ...]]:
    """The package, and everything that speaks against it."""
    package = Package(file, dict(parts))
    found = [*_parse(package)]
    if not found:
        found += _content_types(package)
    if not found:
        found += _main(package)
    if not found:
        found += [fault for part in _owners(package) for fault in _relations(package, part)]
        found += [fault for part in sorted(package.roots) for fault in _fields(package, part)]
    if not found:
        found += _roots(package)
    return package, tuple(found)


def _parse(package: Package) -> Iterator[Diagnostic]:
    for name, data in package.parts.items():
        if not (name.endswith((".xml", RELATIONSHIPS, ".vml"))):
            continue
        try:
            package.roots[name] = parsed(data)
        except DoctypeError:
            yield error("word-template-entities", Location(package.file), part=name)
        except BrokenError:
            yield error("word-template-damaged", Location(package.file), part=name)


def _content_types(package: Package) -> Iterator[Diagnostic]:
    root = package.roots.get(TYPES)
    if root is None:
        yield error("word-template-kind", Location(package.file))
        return
    defaults = {each.get("Extension", "").lower(): each.get("ContentType", "") for each in _typed(root, "Default")}
    given = {
        each.get("PartName", "").lstrip("/").lower(): each.get("ContentType", "") for each in _typed(root, "Override")
    }
    for name in package.parts:
        extension = name.rpartition(".")[2].lower()
        package.types[name] = given.get(name.lower()) or defaults.get(extension, "")
    for kind in sorted({*package.types.values(), *given.values(), *defaults.values()}):
        if "macroEnabled" in kind or "vbaProject" in kind or "vbaData" in kind:
            yield error("word-template-macros", Location(package.file))
            return
        if "activeX" in kind or "oleObject" in kind:
            yield error("word-template-embedded", Location(package.file), kind=kind.rpartition("/")[2], part=TYPES)
            return


def _typed(root: Element, tag: str) -> Iterator[Element]:
    yield from root.iterfind(f"{{{CONTENT_TYPES}}}{tag}")


def _main(package: Package) -> Iterator[Diagnostic]:
    place = Location(package.file)
    found = [each for each in package.relations("") if each.kind == MAIN and not each.external]
    if not found:
        yield error("word-template-kind", place)
        return
    package.main = found[0].target
    if len(found) > 1:
        yield error("word-template-damaged", place, part="_rels/.rels")
        return
    kind = package.types.get(package.main, "")
    root = package.roots.get(package.main)
    if root is not None and str(root.tag).startswith(f"{{{STRICT}"):
        yield error("word-template-strict", place)
    elif package.main not in package.parts:
        yield error("word-template-damaged", place, part=package.main)
    elif kind not in (WORD_MAIN, TEMPLATE_MAIN):
        yield error("word-template-kind", place)
    elif root is None or root.tag != word_name("document") or root.find(word_name("body")) is None:
        yield error("word-template-damaged", place, part=package.main)


def _owners(package: Package) -> Iterator[str]:
    """The parts that have relationships, the package itself first."""
    yield ""
    for name in sorted(package.parts):
        folder, _, last = name.rpartition("/")
        if posixpath.basename(folder) == "_rels" and last.endswith(RELATIONSHIPS) and last != RELATIONSHIPS:
            yield posixpath.join(posixpath.dirname(folder), last.removesuffix(RELATIONSHIPS))


def _relations(package: Package, part: str) -> Iterator[Diagnostic]:
    place = Location(package.file)
    for each in package.relations(part):
        if each.kind in MACROS:
            yield error("word-template-macros", place)
        elif each.kind == "attachedTemplate":
            yield error("word-template-attached", place, target=each.target)
        elif each.kind in EMBEDDED:
            yield error("word-template-embedded", place, kind=each.kind, part=part)
        elif each.external and not (each.kind == "hyperlink" and HARMLESS_LINK.match(each.target)):
            yield error("word-template-external", place, target=each.target, part=part)
        elif each.kind not in KNOWN:
            yield error("word-template-embedded", place, kind=each.kind, part=part)
        elif not each.external and each.target not in package.parts:
            yield error("word-template-damaged", place, part=each.target)


def _relation(element: Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode", "").lower() == "external"
    kind = re.split(r"[/#]", element.get("Type", ""))[-1]
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relation(element.get("Id", ""), kind, target, external)


def _fields(package: Package, part: str) -> Iterator[Diagnostic]:
    for instruction in _instructions(package.roots[part]):
        name = instruction.split()[0].upper() if instruction.split() else ""
        if name in FETCHING or name == HIDDEN:
            yield error("word-template-fetching", Location(package.file), field=name, part=part)


def _instructions(root: Element) -> Iterator[str]:
    """What the fields of a part say, also where Word cut it into several runs (ECMA-376 part 1, 17.16.18)."""
    open_fields: list[str] = []
    for element in root.iter(*map(word_name, ("fldChar", "instrText", "fldSimple"))):
        if element.tag == word_name("fldSimple"):
            yield element.get(word_name("instr"), "")
        elif element.tag == word_name("instrText"):
            if open_fields:
                open_fields[-1] += element.text or ""
            else:
                yield element.text or ""
        elif element.get(word_name("fldCharType")) == "begin":
            if open_fields and not open_fields[-1].strip():
                open_fields[-1] = HIDDEN
            open_fields.append("")
        elif element.get(word_name("fldCharType")) == "end" and open_fields:
            yield open_fields.pop()
    yield from open_fields


def _roots(package: Package) -> Iterator[Diagnostic]:
    """Parts that aren't what they are said to be, or that there are two of."""
    seen: set[str] = set()
    for each in package.relations(package.main):
        if each.kind not in ROOTS:
            continue
        root, kind = package.roots.get(each.target), package.types[each.target]
        once = each.kind in ("header", "footer") or each.kind not in seen
        seen.add(each.kind)
        right = root is not None and root.tag == word_name(ROOTS[each.kind])
        if not (right and once and kind == f"{WORD_TYPES}{each.kind}+xml"):
            yield error("word-template-damaged", Location(package.file), part=each.target)
    for name, kind in package.types.items():
        if not kind and not name.endswith(RELATIONSHIPS) and name != TYPES:
            yield error("word-template-damaged", Location(package.file), part=name)
