"""A picture's bytes to what kind it is, or what is wrong with it: found here, since an engine would stop at it.

PNG is checked as a decoder reads it (ISO/IEC 15948): chunks and their sums, and that the deflated rows are all there,
a stretch at a time, so that a small file that unfolds to gigabytes takes no memory. Of a JPEG the header is read and
the end looked for (ITU-T T.81, annex B).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

from plangen.dataclass import dataclass
from plangen.readers.text_file import POINTER

MOST_PIXELS = 25_000_000
"""As many as fill an A4 page in 500 dots to the inch; more would take hundreds of megabytes to set."""

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"

STRETCH = 1 << 16
"""Bytes that are inflated at a time."""

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column and row of each pass of an interlaced PNG, and the steps between columns and rows (8.2)."""
_HIGHEST_FILTER = 4
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""JPEG's frames of DCT that engines read: baseline, extended and progressive."""
_OTHER_FRAMES = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9


class UnusablePictureError(Exception):
    """A picture that no document can hold; its text is the code of the fault."""


def media_type(data: bytes) -> str:
    """The kind of a picture. Raises UnusablePictureError for other files, and for a picture that can't be set."""
    try:
        if data.startswith(PNG):
            _check_png(data)
            return "image/png"
        if data.startswith(JPEG):
            _check_jpeg(data)
            return "image/jpeg"
    except (struct.error, zlib.error, IndexError) as fault:
        raise UnusablePictureError("image-damaged") from fault
    raise UnusablePictureError("git-lfs" if data.startswith(POINTER) else "image-kind")


def pixels(data: bytes) -> tuple[int, int]:
    """The width and height of a picture that `media_type` has passed."""
    if data.startswith(PNG):
        width, height = struct.unpack_from(">II", data, len(PNG) + 8)
        return width, height
    position = 2
    while data[position + 1] not in _FRAMES:
        position += 1 if data[position + 1] == 0xFF else 2 + struct.unpack_from(">H", data, position + 2)[0]
    height, width = struct.unpack_from(">HH", data, position + 5)
    return width, height


def _check_png(data: bytes) -> None:
    chunks = tuple(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR":
        raise UnusablePictureError("image-damaged")
    width, height, depth, colour, deflated, filtered, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    _check_size(width, height)
    palette = colour != 3 or any(kind == b"PLTE" for kind, _ in chunks)
    if depth not in _DEPTHS.get(colour, ()) or deflated or filtered or interlaced > 1 or not palette:
        raise UnusablePictureError("image-damaged")
    bits = depth * _CHANNELS[colour]
    sizes = _passes(width, height) if interlaced else ((width, height),)
    lines = tuple((1 + (columns * bits + 7) // 8, rows) for columns, rows in sizes)
    _check_rows(_inflated([body for kind, body in chunks if kind == b"IDAT"]), lines)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG up to its end, each with the right sum."""
    position, kind = len(PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, position)
        body = data[position + 8 : position + 8 + length]
        (given,) = struct.unpack_from(">I", data, position + 8 + length)
        if given != zlib.crc32(body, zlib.crc32(kind)):
            raise UnusablePictureError("image-damaged")
        yield kind, body
        position += length + 12


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise UnusablePictureError("image-damaged")
    if width * height > MOST_PIXELS:
        raise UnusablePictureError("image-too-large")


def _passes(width: int, height: int) -> Iterator[tuple[int, int]]:
    """The columns and rows of each pass of an interlaced picture that has any."""
    for column, row, across, down in _PASSES:
        columns, rows = -(-(width - column) // across), -(-(height - row) // down)
        if columns > 0 and rows > 0:
            yield columns, rows


def _inflated(parts: Sequence[bytes]) -> Iterator[bytes]:
    """What deflated parts hold, a stretch at a time."""
    stream = zlib.decompressobj()
    for part in parts:
        waiting = part
        while waiting and not stream.eof:
            yield stream.decompress(waiting, STRETCH)
            waiting = stream.unconsumed_tail


@dataclass(slots=True)
class _Rows:
    """Rows of one length that are still to come: bytes left, and bytes before the next row's first, its filter."""

    length: int
    left: int
    before: int = 0

    def take(self, stretch: bytes) -> bytes:
        """Reads on; what is left of the stretch when the rows are all there."""
        here = stretch[: self.left]
        if max(here[self.before :: self.length], default=0) > _HIGHEST_FILTER:
            raise UnusablePictureError("image-damaged")
        self.left -= len(here)
        self.before = (self.before - len(here)) % self.length
        return stretch[len(here) :]


def _check_rows(stretches: Iterator[bytes], lines: Sequence[tuple[int, int]]) -> None:
    """Whether there are so many rows of so many bytes, each with a filter that there is."""
    waiting = [_Rows(length, length * count) for length, count in lines]
    for stretch in stretches:
        rest = stretch
        while rest and waiting:
            rest = waiting[0].take(rest)
            if not waiting[0].left:
                del waiting[0]
        if not waiting:
            return  # whatever else unfolds is no part of the picture
    raise UnusablePictureError("image-damaged")


def _check_jpeg(data: bytes) -> None:
    position, components = 2, 0
    while True:
        mark, marker = data[position], data[position + 1]
        if mark != 0xFF or marker in _OTHER_FRAMES or marker == _END_OF_IMAGE:
            raise UnusablePictureError("image-damaged")
        if marker == 0xFF:
            position += 1
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        if marker in _FRAMES:
            precision, height, width, components = struct.unpack_from(">BHHB", data, position + 4)
            _check_size(width, height)
            if precision != 8 or length != 8 + 3 * components:
                raise UnusablePictureError("image-damaged")
        position += length + 2
        if marker == _START_OF_SCAN:
            break
    if data.rfind(bytes((0xFF, _END_OF_IMAGE))) <= position or not components:
        raise UnusablePictureError("image-damaged")
    if components not in (1, 3):
        raise UnusablePictureError("image-colours")
