"""Pieces of a page -> the code of a flow of them, each with the space it asks for above and below it.

Between two pieces stands the sum of what the upper asks for below and the lower above, as a weak space that Typst drops
at the head and foot of a page. So the space is ours to reckon, and nothing of Typst's own is left in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plangen.dataclass import dataclass
from plangen.typesetting.typst_syntax import call, points, truth


@dataclass(frozen=True, slots=True)
class Piece:
    """Code for what stands alone in the flow of a page, and the space above and below it in points.

    `turned` are the pieces on landscape pages of their own, where it is such.
    """

    code: str
    before: float = 0
    after: float = 0
    turned: tuple[Piece, ...] = ()


def flow(pieces: Iterable[Piece]) -> str:
    """Pieces one below the other, a line or more each."""
    lines: list[str] = []
    above: float | None = None
    for piece in pieces:
        if above is not None and above + piece.before:
            lines.append(call("v", points(above + piece.before), named={"weak": truth(True)}))
        lines.append(piece.code + (_turned(piece.turned) if piece.turned else ""))
        above = piece.after
    return "\n".join(lines)


def _turned(pieces: tuple[Piece, ...]) -> str:
    return call("page", framed(pieces), named={"flipped": truth(True)})


def framed(pieces: Sequence[Piece]) -> str:
    """Pieces one below the other as one content; the space around them all is the frame's to ask for."""
    return "{\n" + flow(pieces) + "\n}"


def space(pieces: list[Piece]) -> tuple[float, float]:
    """What pieces together ask for above and below."""
    return (pieces[0].before, pieces[-1].after) if pieces else (0, 0)
