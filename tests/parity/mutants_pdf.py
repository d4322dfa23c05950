"""PDF files altered in one place, by editing a content stream or the structure tree.

Fonts hold only the glyphs that a file needs, and content streams know them by number. So a letter is altered by putting
the glyph of another letter of the same text in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Object,
    Pdf,
    String,
    parse_content_stream,
    unparse_content_stream,
)

from .pdf_marks import Place, read_marks

GLYPH = 2
"""Bytes of a glyph's number."""


def rewritten(data: bytes, change: Callable[[Pdf], None] = lambda pdf: None) -> bytes:
    """The file saved anew, after a change."""
    result = BytesIO()
    with Pdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(result, deterministic_id=True, fix_metadata_version=False)
    return result.getvalue()


def other_text(data: bytes, text: str, altered: str) -> bytes:
    """The file with a letter of a text altered, to one that the text has too."""
    place, shown = _place(data, text)
    (at,) = [index for index, pair in enumerate(zip(text, altered, strict=True)) if pair[0] != pair[1]]
    to, source = shown.index(text) + at, shown.index(altered[at])
    return rewritten(data, lambda pdf: _copy_glyph(pdf, place, source, to))


def other_number(data: bytes, heading: str, altered: str) -> bytes:
    """The file with the number of a heading altered."""
    return other_text(data, heading, f"{altered} {heading.partition(' ')[2]}")


def swapped(data: bytes, heading: str) -> bytes:
    """The file with the two elements under a heading in the other order."""

    def change(pdf: Pdf) -> None:
        kids, at = _under(pdf, place)
        kids[at], kids[at + 1] = kids[at + 1], kids[at]

    place, _ = _place(data, heading)
    return rewritten(data, change)


def dropped(data: bytes, heading: str) -> bytes:
    """The file without the element under a heading."""

    def change(pdf: Pdf) -> None:
        kids, at = _under(pdf, place)
        del kids[at]

    place, _ = _place(data, heading)
    return rewritten(data, change)


def led_astray(data: bytes, heading: str, other: str) -> bytes:
    """The file with the line of the contents list for a heading leading to another."""

    def change(pdf: Pdf) -> None:
        line, another = (_line(pdf, place) for place in places)
        line.Dest = another.Dest

    places = [_place(data, f"{each.partition(' ')[2]}\N{NO-BREAK SPACE}", whole=True)[0] for each in (heading, other)]
    return rewritten(data, change)


def _place(data: bytes, text: str, *, whole: bool = False) -> tuple[Place, str]:
    """The only mark with a text in it, or that has this text, and its whole text."""
    texts = read_marks(data).texts.items()
    found = [each for each in texts if each[0][1] >= 0 and (each[1] == text if whole else text in each[1])]
    assert len(found) == 1, f"{len(found)} places for {text}"
    return found[0]


def _copy_glyph(pdf: Pdf, place: Place, source: int, to: int) -> None:
    """Puts a glyph of a marked-content sequence in the place of another."""
    page = pdf.pages[place[0]]
    instructions = list(parse_content_stream(page))
    strings = list(_strings(instructions, place[1]))
    glyphs = [text[at : at + GLYPH] for _, _, text in strings for at in range(0, len(text), GLYPH)]
    glyphs[to] = glyphs[source]
    for index, operand, text in strings:
        count = len(text) // GLYPH
        new, glyphs = String(b"".join(glyphs[:count])), glyphs[count:]
        operands = list(instructions[index].operands)
        if isinstance(operands[0], Array):
            operands[0][operand] = new
        else:
            operands[0] = new
        instructions[index] = ContentStreamInstruction(operands, instructions[index].operator)
    page.Contents = pdf.make_stream(unparse_content_stream(instructions))


def _strings(
    instructions: Sequence[ContentStreamInstruction | ContentStreamInlineImage], mark: int
) -> Iterator[tuple[int, int, bytes]]:
    """Each string shown in a marked-content sequence: its instruction, its place in that one's array, its bytes."""
    depth = 0
    for index, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            properties = instruction.operands[-1]
            is_this = isinstance(properties, Dictionary) and properties.get("/MCID") == mark
            depth += bool(depth or is_this)
        elif operator == "EMC":
            depth -= bool(depth)
        elif depth and operator in ("Tj", "TJ"):
            shown = instruction.operands[0]
            for at, each in enumerate(shown if isinstance(shown, Array) else [shown]):
                if isinstance(each, String):
                    yield index, at, bytes(each)


def _under(pdf: Pdf, place: Place) -> tuple[Object, int]:
    """The elements of the document, and the place among them of what comes after the one with a mark."""
    kids = pdf.Root.StructTreeRoot.K[0].K
    return kids, 1 + next(at for at, kid in enumerate(kids) if _holds(pdf, kid, place))


def _line(pdf: Pdf, place: Place) -> Object:
    """The annotation of the line of the contents list that has a mark."""
    found = next(
        each for each in _below(pdf.Root.StructTreeRoot) if each.get("/S") == "/Link" and _holds(pdf, each, place)
    )
    return next(kid.Obj for kid in found.K if isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR")


def _holds(pdf: Pdf, element: Object, place: Place) -> bool:
    """Whether a mark stands right in an element or below it."""
    page, mark = pdf.pages[place[0]].obj, place[1]
    return any(
        mark in [kid for kid in _kids(each) if isinstance(kid, int)] and each.get("/Pg") == page
        for each in (element, *_below(element))
    )


def _below(element: Object) -> Iterator[Object]:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _kids(element: Object) -> list[Object | int]:
    found = element.get("/K", Array())
    return list(found) if isinstance(found, Array) else [found]
