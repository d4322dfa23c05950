"""A PDF's pages -> the text of each marked-content sequence and the height at which it starts, by pdfminer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

Place = tuple[int, int]
"""A page, from 0, and the identifier of a marked-content sequence on it."""

ASCENT = 0.8
UNMARKED = -1


@dataclass(slots=True)
class Marks:
    """By place: the texts, the tops of their first lines, and the baselines of all, in points from the page's foot."""

    texts: dict[Place, str] = field(default_factory=lambda: defaultdict(str))
    tops: dict[Place, float] = field(default_factory=dict)
    baselines: dict[Place, set[float]] = field(default_factory=lambda: defaultdict(set))


@cache
def read_marks(data: bytes) -> Marks:
    """The marks of all pages."""
    resources = PDFResourceManager()
    device = _Device(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for device.page, page in enumerate(PDFPage.get_pages(BytesIO(data))):
        interpreter.process_page(page)
    return device.marks


class _Device(PDFTextDevice):
    """Gathers glyphs as pages are drawn. A sequence with an ActualText says that instead of its glyphs (14.9.4)."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.marks = Marks()
        self.page = 0
        self._open: list[tuple[int, bool]] = []

    def begin_tag(self, tag: PSLiteral, props: object = None) -> None:
        properties = props if isinstance(props, dict) else {}
        mark, replaced = self._open[-1] if self._open else (UNMARKED, False)
        mark = UNMARKED if tag.name == "Artifact" else properties.get("MCID", mark)
        if "ActualText" in properties and not replaced:
            self.marks.texts[self.page, mark] += decode_text(properties["ActualText"])
            replaced = True
        self._open.append((mark, replaced))

    def end_tag(self) -> None:
        self._open.pop()

    def render_char(
        self,
        matrix: tuple[float, ...],
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        *_: object,
    ) -> float:
        mark, replaced = self._open[-1] if self._open else (UNMARKED, False)
        self.marks.baselines[self.page, mark].add(round(matrix[5], 1))
        self.marks.tops.setdefault((self.page, mark), matrix[5] + ASCENT * abs(matrix[3]) * fontsize)
        if not replaced:
            try:
                self.marks.texts[self.page, mark] += font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                self.marks.texts[self.page, mark] += "\N{REPLACEMENT CHARACTER}"
        return 0
