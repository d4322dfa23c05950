"""Lines of a text that Markdown takes for plain text, though their author meant something: bullets, headings, links.

They are no faults of Markdown's form, so nothing complains of them; they would be printed with their marks. One kind is
told once for each paragraph, since who mends the first line sees the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.common.utils import normalizeReference
from markdown_it.utils import EnvType

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.document.inlines import Inline, Text
from plangen.document.walk import every_inline
from plangen.readers.place import Place

_WORD_BULLET = re.compile(r"\s*(?P<mark>[•·▪●◦‣○■–—])\s")
_UNSPACED_BULLET = re.compile(r"\s*(?P<mark>-|\d{1,2}[.)])(?P<text>[^\W\d_]{2}.*)")
_UNSPACED_HEADING = re.compile(r"(?P<mark>#{2,6}|#(?=[A-ZÅÄÖ]))(?P<text>[^\s#{].*)")
_TARGET = r"(?:https?://|www\.|mailto:|#)[^)\s]*"
_SPACED_LINK = re.compile(rf"(?P<text>\[[^\]\[^]+\])\s+(?P<target>\({_TARGET}\))")
_OPEN_LINK = re.compile(rf"\]\((?P<target>{_TARGET})(?=\s(?!\s*[\"'])|$)")
_HASHLESS = re.compile(r"(?<=[\s)])(?P<id>\{[^\W\d_][\w.-]*\})\s*$")
_HTML = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>]*)?/?>",
    re.I,
)
_WIKI = re.compile(r"\[\[#?(?P<id>[\w.-]+)\]\](?!\()")
_TURNED_NOTE = re.compile(r"\[(?P<mark>[^\W\d_][\w-]*)\^\](?!\()")
_NOTE_IN_PLACE = re.compile(r"\^\[[^\[\]]+\]")
_SPACED_PICTURE = re.compile(
    r"!\[[^\]\[]*\]\((?P<path>[^()<>\"\s][^()<>\"]*\s[^()<>\"]*\.(?:png|jpe?g))(?=[\s)])", re.IGNORECASE
)
_MERGED_CELLS = re.compile(r"\|[^|\d]*[^\W\d_][^|\d]* [−-]?\d[\d ,.]*(?:\||$)")
_STRUCK = re.compile(r"~~(?P<text>[^~\s](?:[^~]*[^~\s])?)~~")
_PREFIX = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?")
"""What stands before a row in a quotation or a list."""

_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_NOTE = re.compile(r"^(?P<mark>\[\^[^\]\s]+\])(?P<space> )(?=\S)", re.MULTILINE)


def paragraph_slips(place: Place, lines: range, inlines: Sequence[Inline], caption: str) -> Iterator[Diagnostic]:
    """What the lines of a paragraph look like and are not. `caption` is the word that a table's caption begins with."""
    texts = {number: place.lines[number] for number in lines}
    barred = [number for number, text in texts.items() if text.lstrip().startswith("|")]
    if len(barred) > 1:
        columns = texts[barred[0]].strip().strip("|").count("|") + 1
        head = texts[barred[0]]
        below = head[: len(head) - len(head.lstrip())] + "|" + "---|" * columns
        yield error("table-line", place.line(barred[0]), below=below)
        return
    tabbed = [number for number, text in texts.items() if "\t" in text.strip() and not _WORD_BULLET.match(text)]
    if len(tabbed) > 1:
        yield error("table-tabs", place.line(tabbed[0]))
        return
    told: set[str] = set()
    for number, text in texts.items():
        for slip in _Line(place, number, text).slips(text.startswith(("![", f"{caption}:"))):
            if slip.code not in told:
                told.add(slip.code)
                yield slip
    yield from _open_emphasis(place, texts, inlines)
    yield from _numbered_caption(place, texts, caption)


def heading_slip(place: Place, number: int) -> Iterator[Diagnostic]:
    """What should be the id of a heading and is a part of its text."""
    found = _HASHLESS.search(place.lines[number])
    if found:
        where = place.at_column(number, found.start("id"), len(found["id"]))
        yield warning("id-hash", where, instead="{#" + found["id"][1:])


def notes_with_colons(text: str, place: Place) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with a colon after each mark that a note's text follows, where the author has left it out."""
    found: list[Diagnostic] = []

    def mend(match: re.Match[str]) -> str:
        mark = match["mark"]
        if f"{mark}:" in text or text.count(mark) < len(("reference", "note")):
            return match.group()
        found.append(error("note-colon", place.at(match.start(), len(mark)), mark=mark[2:-1], instead=f"{mark}:"))
        return f"{mark}:"

    return _NOTE.sub(mend, text), tuple(found)


def surplus_cells(place: Place, number: int, columns: int) -> Iterator[Diagnostic]:
    """The cells of a row that its table has no columns for, which Markdown would leave out.

    Or that a bar is missing in a row that has too few, where words and a number stand in one cell.
    """
    line = place.lines[number]
    surplus = surplus_extent(line, columns)
    begin = len(line) - len(line.lstrip())
    if line[begin:].startswith("|") and len(_edges(line)) <= columns and _MERGED_CELLS.search(line):
        yield warning("table-cells-few", place.at_column(number, begin, len(line.strip())), columns=columns)
    if surplus:
        begin, end = surplus
        yield error("table-cells", place.at_column(number, begin, end - begin), columns=columns)


def surplus_extent(line: str, columns: int) -> tuple[int, int] | None:
    """The extent of the cells of a row that its table has no columns for, which Markdown would leave out."""
    edges = _edges(line)
    return None if len(edges) <= columns + 1 else (edges[columns] + 1, edges[-1])


def _edges(line: str) -> list[int]:
    """Where the cells of a row begin and end: its bars, and its ends where no bar stands there."""
    plain = re.sub(r"\{\{.*?\}\}|\\\|", lambda match: "x" * len(match.group()), line.rstrip())
    prefix = _PREFIX.match(plain)
    plain = plain if prefix is None else " " * prefix.end() + plain[prefix.end() :]
    bars = [match.start() for match in re.finditer(r"\|", plain)]
    return [-1] * (not plain.lstrip().startswith("|")) + bars + [len(plain)] * (not plain.endswith("|"))


def unused_definitions(place: Place, parsed: EnvType) -> Iterator[Diagnostic]:
    """Rows like `[name]: address` that no link uses, which Markdown leaves out. `parsed` is what the parser has noted.

    `[//]: # (…)` is how many write a comment.
    """
    first = parsed.get("references", {})
    made = [*first.items(), *((each["label"], each) for each in parsed.get("duplicate_refs", ()))]
    defined = {number for _, each in made for number in range(*each["map"])}
    rest = "\n".join(line for number, line in enumerate(place.lines) if number not in defined)
    used = {normalizeReference(name) for name in _IN_BRACKETS.findall(rest)} if made else set()
    for label, each in made:
        begin, *_ = range(*each["map"])
        line = place.lines[begin]
        if label != "//" and not (label in used and first[label] is each):
            column = max(line.find("["), 0)
            yield warning("link-unused", place.at_column(begin, column, len(line.rstrip()) - column))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph."""

    place: Place
    number: int
    text: str

    def slips(self, may_have_id: bool) -> Iterator[Diagnostic]:
        """What on the line looks like something that it is not."""
        text = self.text
        if found := _WORD_BULLET.match(text):
            yield warning("word-bullet", self.at(found, "mark"), mark=found["mark"])
        if found := _UNSPACED_BULLET.match(text):
            yield warning("bullet-space", self.at(found, "mark"), instead=found["mark"] + " ")
        if found := _UNSPACED_HEADING.match(text):
            yield warning("heading-space", self.at(found, "mark"), instead=found["mark"] + " ")
        if found := _SPACED_LINK.search(text):
            yield warning("link-space", self.at(found), instead=found["text"] + found["target"])
        if found := _OPEN_LINK.search(text):
            yield warning("link-open", self.at(found, "target"), instead=_closed(found["target"]))
        if may_have_id and (found := _HASHLESS.search(text)):
            yield warning("id-hash", self.at(found, "id"), instead="{#" + found["id"][1:])
        if found := _HTML.search(text):
            yield warning("html-text", self.at(found), tag=found.group())
        if found := _WIKI.search(text):
            yield warning("link-brackets", self.at(found), text=found.group(), instead=f"[](#{found['id']})")
        if found := _TURNED_NOTE.search(text):
            mark = found["mark"]
            yield warning("note-mark-turned", self.at(found), text=found.group(), mark=mark, instead=f"[^{mark}]")
        if found := _NOTE_IN_PLACE.search(text):
            yield warning("note-in-place", self.at(found))
        if found := _SPACED_PICTURE.search(text):
            yield warning("picture-space", self.at(found, "path"), instead=f"<{found['path']}>")
        if found := _STRUCK.search(text):
            yield warning("text-struck", self.at(found), instead=found["text"])

    def at(self, found: re.Match[str], group: str | int = 0) -> Location:
        return self.place.at_column(self.number, found.start(group), len(found[group]))


def _open_emphasis(place: Place, texts: dict[int, str], inlines: Sequence[Inline]) -> Iterator[Diagnostic]:
    """Two stars that are printed, since no others end what they begin."""
    if not any(isinstance(each, Text) and "**" in each.text for each in every_inline(inlines)):
        return
    odd = [number for number, text in texts.items() if text.count("**") % 2]
    for number in odd[:1]:
        yield warning("emphasis-open", _at(place, number, texts[number].rindex("**")))


def _numbered_caption(place: Place, texts: dict[int, str], caption: str) -> Iterator[Diagnostic]:
    """A line that would be the caption of the table below it, but for a number, which the table has anyway."""
    number, last = min(texts), max(texts)
    found = re.match(rf"(?P<head>{re.escape(caption)}\s+\d+\s*[:.])\s*\S", texts[number])
    below = next((line for line in place.lines[last + 1 : last + 3] if line.strip()), "")
    if found and number == last and below.lstrip().startswith("|"):
        yield warning("caption-number", place.at_column(number, 0, len(found["head"])), instead=f"{caption}:")


def _at(place: Place, number: int, column: int) -> Location:
    return place.at_column(number, column, len("**"))


def _closed(target: str) -> str:
    """The address of a link with its end, which a sign that ends a sentence stands after."""
    address = target.rstrip(".,;:!?")
    return f"{address}){target[len(address) :]}"
