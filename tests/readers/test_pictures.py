from __future__ import annotations

import struct
import zlib

import pytest

from plangen.readers.pictures import MOST_PIXELS, UnusablePictureError, media_type, pixels

SIGNATURE = b"\x89PNG\r\n\x1a\n"
END_OF_IMAGE = b"\xff\xd9"
IN_PARTS = [zlib.compress(bytes(39))[begin : begin + 4] for begin in range(0, 40, 4)]


def chunk(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header(width: int = 4, height: int = 3, depth: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def png(head: bytes | None = None, rows: bytes = bytes(13) * 3, *, before: bytes = b"") -> bytes:
    return SIGNATURE + (head or header()) + before + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND")


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def frame(marker: int = 0xC0, width: int = 8, height: int = 8, components: int = 3, precision: int = 8) -> bytes:
    of = b"".join(bytes((each, 0x11, 0)) for each in range(components))
    return segment(marker, struct.pack(">BHHB", precision, height, width, components) + of)


def jpeg(*parts: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(parts) + segment(0xDA, bytes(6)) + b"pixels" + END_OF_IMAGE


def fault(data: bytes) -> str:
    with pytest.raises(UnusablePictureError) as raised:
        media_type(data)
    return str(raised.value)


@pytest.mark.parametrize(
    "data",
    [
        png(),
        png(header(4, 3, 1, 0), bytes(2) * 3),
        png(header(4, 3, 4, 3), bytes(3) * 3, before=chunk(b"PLTE", bytes(6))),
        png(header(4, 3, 16, 6), bytes(33) * 3),
        png(header(1, 1, interlaced=1), bytes(4)),
        png(header(8, 8, interlaced=1, colour=0), bytes(2 + 2 + 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9)),
        png() + b"what comes after",
        png(rows=(b"\x04" + bytes(12)) * 3),
        b"".join((SIGNATURE, header(), *(chunk(b"IDAT", part) for part in IN_PARTS), chunk(b"IEND"))),
    ],
)
def test_png_is_known_by_what_it_holds(data: bytes):
    assert media_type(data) == "image/png"


@pytest.mark.parametrize("marker", [0xC0, 0xC1, 0xC2])
@pytest.mark.parametrize("components", [1, 3])
def test_jpeg_is_known_by_its_frame(marker: int, components: int):
    assert media_type(jpeg(segment(0xE0, b"JFIF\0"), b"\xff", frame(marker, components=components))) == "image/jpeg"


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg/>", b"%PDF-1.7", b"BM", b"RIFF____WEBP", b"\x89PN", b"\xff\xd8"]
)
def test_other_files_are_no_pictures(data: bytes):
    assert fault(data) == "image-kind"


@pytest.mark.parametrize(
    "data",
    [
        SIGNATURE,
        SIGNATURE + chunk(b"IEND"),
        SIGNATURE + chunk(b"IHDR") + chunk(b"IEND"),
        SIGNATURE + chunk(b"IDAT", zlib.compress(bytes(39))) + header() + chunk(b"IEND"),
        *(png()[:length] for length in range(8, len(png()), 7)),
        png()[:-8] + b"IENE" + png()[-4:],
        png()[:40] + b"\x00" + png()[41:],
        png(header(0, 3)),
        png(header(4, 0)),
        png(header(colour=5)),
        png(header(depth=3)),
        png(header(interlaced=2)),
        png(header(colour=3), bytes(5) * 3),
        png(rows=bytes(38)),
        png(rows=b""),
        png(rows=bytes(26) + b"\x05" + bytes(12)),
        png(header(1, 1, interlaced=1), bytes(3)),
        SIGNATURE + header() + chunk(b"IDAT", b"no deflated data") + chunk(b"IEND"),
        SIGNATURE + header() + chunk(b"IEND"),
    ],
)
def test_a_png_that_a_decoder_would_stop_at_is_damaged(data: bytes):
    assert fault(data) == "image-damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0x",
        jpeg(),
        jpeg(frame(), b"no marker"),
        jpeg(frame(0xC3)),
        jpeg(frame(0xC9)),
        jpeg(frame(precision=12)),
        jpeg(frame(width=0)),
        jpeg(frame(height=0)),
        jpeg(frame())[:-2],
        jpeg(frame())[:12],
        jpeg(segment(0xE1, END_OF_IMAGE), frame())[:-2],
        b"\xff\xd8" + frame() + END_OF_IMAGE,
    ],
)
def test_a_jpeg_without_frame_scan_or_end_is_damaged(data: bytes):
    assert fault(data) == "image-damaged"


def test_colours_for_print_have_no_place_in_pdf_for_the_archive():
    assert fault(jpeg(frame(components=4))) == "image-colours"


@pytest.mark.parametrize(
    "data",
    [
        png(header(60_000, 60_000)),
        png(header(MOST_PIXELS + 1, 1)),
        png(header(2**31, 1)),
        jpeg(frame(0xC0, 65535, 65535)),
    ],
)
def test_a_picture_of_too_many_pixels_is_refused_by_its_header(data: bytes):
    assert fault(data) == "image-too-large"


def test_what_unfolds_beyond_the_picture_is_left_folded():
    bomb = zlib.compress(bytes(50_000_000), 9)
    stream = SIGNATURE + header() + chunk(b"IDAT", bomb) * 20 + chunk(b"IEND")
    assert media_type(stream) == "image/png"


def test_size_is_told_in_pixels():
    assert pixels(png()) == (4, 3)
    frame = struct.pack(">HBHHB", 11, 8, 30, 40, 1) + bytes(3)
    head = b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"\0\0"
    assert pixels(head + b"\xff\xff\xc0" + frame) == (40, 30)
