"""Letters with one look -> runs, and fields: what Word computes, with the result that it shows until then.

A character style carries the look where it can. Strong text in text that is bold already stays as it is, and emphasis
in italics stands upright. Both are set outright there, since Word lets a style's bold cancel a paragraph's (ECMA-376
part 1, 17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml.ns import qn

from plangen.dataclass import dataclass, replace
from plangen.writers.docx.xml import Element, properties, style_id, text_elements, w


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """The look of letters. `style` is a character style's name; `in_bold` and `in_italics` tell the paragraph's own."""

    style: str = ""
    bold: bool = False
    italic: bool | None = None
    language: str = ""
    in_bold: bool = False
    in_italics: bool = False

    def strong(self) -> Format:
        """The look of strong text here."""
        if self.in_bold or self.style == "Strong":
            return self
        return replace(self, bold=True) if self.style else replace(self, style="Strong")

    def emphasis(self) -> Format:
        """The look of emphasis here."""
        if self.in_italics:
            return replace(self, italic=False)
        return replace(self, italic=True) if self.style else replace(self, style="Emphasis")

    def link(self) -> Format:
        """The look of a link here. What the character style carried is carried outright."""
        bold = self.bold or self.style == "Strong"
        italic = True if self.style == "Emphasis" else self.italic
        return replace(self, style="Hyperlink", bold=bold, italic=italic)


PLAIN = Format()


def run(format: Format, *content: Element) -> Element:
    """A run. `w:rPr` is left out where there is nothing to say."""
    italic = {} if format.italic else {"val": "0"}
    look = [
        w("rStyle", val=style_id(format.style)) if format.style else None,
        *((w("b"), w("bCs")) if format.bold else ()),
        *((w("i", **italic), w("iCs", **italic)) if format.italic is not None else ()),
        w("lang", val=format.language) if format.language else None,
    ]
    return w("r", properties("rPr", look) if any(each is not None for each in look) else None, *content)


def text_run(text: str, format: Format = PLAIN) -> list[Element]:
    """A run that prints text, or none for none."""
    return [run(format, *text_elements(text))] if text else []


def field(instruction: str, result: Iterable[Element], format: Format = PLAIN) -> list[Element]:
    """A field with its result: begin, instruction, separator, result, end (ECMA-376 part 1, 17.16.18)."""
    return [*field_start(instruction, format), *result, field_end(format)]


def field_start(instruction: str, format: Format = PLAIN) -> list[Element]:
    """The runs that stand before a field's result."""
    code = w("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    return [
        run(format, w("fldChar", fldCharType="begin")),
        run(format, code),
        run(format, w("fldChar", fldCharType="separate")),
    ]


def field_end(format: Format = PLAIN) -> Element:
    """The run that ends a field."""
    return run(format, w("fldChar", fldCharType="end"))
