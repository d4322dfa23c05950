"""The files of one plan: each read once, its faults told, and a stand-in for what can't be read."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import field

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, meant, nearest
from plangen.model.identifiers import IDENTIFIER, identifier
from plangen.model.mended_rows import dashed
from plangen.model.record import Reading, items_of
from plangen.model.text import Body
from plangen.readers.front_matter import split_front_matter
from plangen.readers.place import Place
from plangen.readers.recalled import RecalledReaders
from plangen.readers.text_file import read_bytes, read_text
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue
from plangen.source.source import Source, stays_inside

PICTURES = (".png", ".jpg", ".jpeg")
DEEPEST_PICTURES = 3
MOST_TOLD = 20
"""Names of pictures that a fault tells."""

LEAST_ALIKE = 4
"""Characters of a name that a title begins with."""

_KINDS = ("md", "yaml", "yml", "txt", "markdown")
TWO_ENDINGS = 2

_BULLET = re.compile(r"[*–—•·]\s+")
_MARKS = re.compile(r"\[\^[^\]]*\]")
"""Marks of notes in a name."""


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """The files below a plan's folder. Faults go to the reading's list. `shown`: the pictures that its texts have."""

    source: Source
    folder: str
    reading: Reading
    readers: RecalledReaders
    shown: set[str] = field(default_factory=set)

    def yaml_file(self, path: str) -> PlacedMapping | None:
        """A file of YAML as a mapping."""
        text, faults = read_text(self.source, f"{self.folder}/{path}")
        self.reading.found.extend(faults)
        if text is None:
            return None
        value, faults = self.readers.yaml(text, f"{self.folder}/{path}")
        self.reading.found.extend(faults)
        if isinstance(value, PlacedMapping):
            return value
        if not faults:
            self.reading.found.append(without_fields(value, f"{self.folder}/{path}"))
        return None

    def named(self, folder: str, name: str, place: Location) -> str:
        """The name of a file without its ending, as it should have been written in a list of files.

        One that is written with its ending, its folder or other letters is reported, and is still the file's.
        """
        right = identifier(name.rpartition("/")[2].removesuffix(".md"))
        files = self.source.names(f"{self.folder}/{folder}")
        if IDENTIFIER.fullmatch(name):
            return name
        if f"{right}.md" not in files:
            beginnings = [each.removesuffix(".md") for each in files if each.endswith(".md")]
            near = [each for each in beginnings if len(each) >= LEAST_ALIKE and right.startswith(f"{each}-")]
            if len(near) != 1:
                return name
            right = near[0]
        self.reading.report("file-written-otherwise", place, name=name, instead=right)
        return right

    def markdown_file(self, folder: str, stem: str, place: Location, listed: Collection[str]) -> PlacedMapping | None:
        """Front matter with the body as the field `text`.

        `place` is where the file is named; `listed` are the names of others that are, so none of them is meant.
        """
        if not IDENTIFIER.fullmatch(stem):
            files = self.source.names(f"{self.folder}/{folder}")
            if any(unicodedata.normalize("NFC", each) == f"{stem}.md" for each in files):
                return None  # that its name can't be one is told at the file
            self.reading.report("id-form", place, id=stem, right=identifier(stem), instead=identifier(stem))
            return None
        path = f"{folder}/{stem}.md"
        full = f"{self.folder}/{path}"
        text, faults = read_text(self.source, full)
        self.reading.found.extend(faults)
        if text is None:
            if not faults:
                self._report_missing(folder, stem, place, listed)
            return None
        if not text.strip():
            self.reading.report("file-empty", Location(full))
            return None
        parts, faults = split_front_matter(text, full)
        self.reading.found.extend(faults)
        value, faults = self.readers.yaml(parts.front, full, parts.front_line)
        self.reading.found.extend(faults)
        if not isinstance(value, PlacedMapping):
            if value is not None:
                self.reading.report("mapping-expected", value.location)
            value = PlacedMapping(Location(full, 1))
        value.location = Location(full, 1, 1, 3)
        value.fields["text"] = self.body(parts.body, Place.of_text(parts.body, Location(full, parts.body_line)))
        return value

    def _report_missing(self, folder: str, stem: str, place: Location, listed: Collection[str]) -> None:
        """That a file isn't there; but where one is whose name only has other letters, that is told at the file."""
        files = self.source.names(f"{self.folder}/{folder}")
        misnamed = next((each for each in files if stem_misnamed(each, ".md") == stem), "")
        if misnamed:
            self.report_ending(folder, misnamed, ".md")
            return
        names = {each.removesuffix(".md") for each in files if each.endswith(".md")}
        if all(IDENTIFIER.fullmatch(each) or identifier(each) != stem for each in names):
            near = nearest(stem, sorted(names - set(listed)))
            self.reading.report("file-missing", place, path=f"{folder}/{stem}.md", **meant(near))

    def body(self, text: str, place: Place) -> Body:
        """A text in Markdown."""
        body, faults = self.readers.markdown(text, place, self.picture, self.reading.language)
        self.reading.found.extend(self._with_near(each) for each in faults)
        return body

    def _with_near(self, fault: Diagnostic) -> Diagnostic:
        """A fault with the pictures that there are, where one is missing."""
        if fault.code != "image-missing":
            return fault
        path, files = dict(fault.parameters)["path"], sorted(self._pictures(""))
        near = nearest(path, files)
        name = path.replace("\\", "/").rpartition("/")[2]
        alike = nearest(name, [each.rpartition("/")[2] for each in files]).split(", ")[0]
        near = next((each for each in files if alike and each.rpartition("/")[2] == alike), near)
        allowed = ", ".join(files[:MOST_TOLD])
        return error(fault.code, fault.location, path=path, allowed=allowed, **meant(near))

    def _pictures(self, below: str, depth: int = 0) -> Iterator[str]:
        """The paths of the pictures below the plan's folder."""
        for name in self.source.names(f"{self.folder}/{below}".rstrip("/")):
            if name.endswith("/") and depth < DEEPEST_PICTURES:
                yield from self._pictures(f"{below}{name}", depth + 1)
            elif name.lower().endswith(PICTURES):
                yield f"{below}{name}"

    def picture(self, path: str) -> bytes | None:
        """A picture's bytes, from below the plan's folder only."""
        if not stays_inside(path):
            return None
        self.shown.add(posixpath.normpath(path))
        data, faults = read_bytes(self.source, f"{self.folder}/{path}")
        self.reading.found.extend(faults)
        return data

    def report_unlisted(self, folder: str, ending: str, listed: set[str], index: str) -> None:
        """A file that nothing names would silently not be in the plan."""
        for name in self.source.names(f"{self.folder}/{folder}"):
            self.report_ending(folder, name, ending, TWO_ENDINGS)
            stem = name.removesuffix(ending)
            if not name.endswith(ending) or stem in listed:
                continue
            place = Location(f"{self.folder}/{folder}/{name}")
            if IDENTIFIER.fullmatch(stem):
                self.reading.report("file-unlisted", place, name=stem, index=index)
            else:
                self.reading.report("file-name-form", place, name=name, right=identifier(stem) + ending, index=index)

    def report_ending(self, folder: str, name: str, ending: str, least: int = 1) -> str:
        """That a file isn't read since it is named as a text of another kind. What its name should begin with."""
        stem = stem_misnamed(name, ending, least)
        if stem:
            place = Location(f"{self.folder}/{folder}/{name}" if folder else f"{self.folder}/{name}")
            self.reading.report("file-ending", place, name=stem, right=stem + ending)
        return stem

    def items_in(self, listed: PlacedValue, of_records: bool = False) -> Iterator[PlacedValue]:
        """The items of a list of files or things; anything else in its place is reported.

        An item on two lines is two, of which the second lacks its hyphen.
        """
        for item in items_of(listed, self.reading, of_records):
            if isinstance(item, PlacedText) and isinstance(listed, PlacedList):
                first, *others = item.lines()
                yield first
                for other in others:
                    plain = _unmarked(other)
                    self.reading.report("dash-missing", plain.location, lead=dashed(other.location))
                    yield plain
            else:
                yield item

    def names_in(self, listed: PlacedValue) -> Iterator[tuple[str, Location]]:
        """The names in a list of files; anything else in it is reported."""
        for item in self.items_in(listed):
            if isinstance(item, PlacedText):
                yield item.text.strip(), item.location
            elif item is not None:
                self.reading.report("text-expected", item.location)


def stem_misnamed(name: str, ending: str, least: int = 1) -> str:
    """The name without its endings, of a text whose ending isn't that of its kind; "" for others.

    `least`: how many endings it has at least. Two (`a.md.txt`) are never meant; a single one may be that of notes.
    """
    stem, *endings = name.split(".")
    wrong = len(endings) >= least and all(each.lower() in _KINDS for each in endings) and not name.endswith(ending)
    return stem if wrong and endings else ""


def without_fields(value: PlacedValue, path: str) -> Diagnostic:
    """What is wrong with a file of YAML whose value is no mapping."""
    return error("file-empty", Location(path)) if value is None else error("mapping-expected", value.location)


def _unmarked(item: PlacedText) -> PlacedText:
    """An item without the bullet of another kind that stands before it."""
    bullet = _BULLET.match(item.text)
    if not bullet:
        return item
    place = item.location
    moved = Location(place.file, place.line, place.column + bullet.end(), place.length - bullet.end())
    return PlacedText(item.text[bullet.end() :], moved, ((0, moved),))


def give_ids(listed: PlacedValue, name_key: str) -> None:
    """Gives each row or indicator that has no id one by its name, without the marks of notes in that."""
    if not isinstance(listed, PlacedList):
        return
    for item in listed.items:
        if isinstance(item, PlacedMapping) and item.items.get("id") is None:
            name = item.items.get(name_key)
            item.fields["id"] = identifier(_MARKS.sub("", name.text)) if isinstance(name, PlacedText) else ""
