"""Typst source -> PDF bytes and what is asked of its layout, by the Typst compiler in the `typst` package.

Only the brand's own fonts are given to it, so that a machine's fonts change nothing, and it reads from a folder of our
making. A fault that it finds is a `PlangenError`, for whoever made the document is to have caught it before; the node
and its place in the content are told with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import typst

from plangen.brand.brand import Fonts
from plangen.diagnostics import PlangenError, reason_of
from plangen.typesetting.metrics import font_paths
from plangen.typesetting.typst_context import PLACE_MARK, Place
from plangen.typesetting.typst_source import TypstSource

STANDARDS: tuple[typst.PDFStandard, ...] = ("ua-1", "a-2a")
MAIN = "main.typ"
UNKNOWN_FONT = "unknown font family"
NOT_CONVERGED = "layout did not converge"
_POSITION = re.compile(rf"{re.escape(MAIN)}:(\d+):")
_QUOTED = re.compile(r'the text `"(?P<text>.+?)"`|label `<(?P<label>.+?)>`')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")


def compile_pdf(source: TypstSource, fonts: Fonts, timestamp: datetime, label: str) -> tuple[bytes, str]:
    """The PDF, dated as given, both PDF/UA-1 and PDF/A-2a, and the value of the one metadata with a label, as JSON."""
    with _compiler(source, fonts) as compiler:
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=list(STANDARDS), timestamp=timestamp)
        for warning in warnings:
            if warning.message.startswith(UNKNOWN_FONT):
                raise PlangenError("font-missing", family=fonts.family, package=fonts.package)
            if warning.message.startswith(NOT_CONVERGED):
                raise _fault(warning.message, warning.hints, warning.diagnostic, source)
        assert isinstance(pdf, bytes)
        return pdf, compiler.query(f"<{label}>", field="value", one=True)


def compile_png(code: str, images: Mapping[str, bytes], fonts: Fonts, pixels_per_inch: int) -> bytes:
    """The one page of a source as PNG."""
    with _compiler(TypstSource(code, images, ()), fonts) as compiler:
        picture = compiler.compile(format="png", ppi=pixels_per_inch)
        assert isinstance(picture, bytes)
        return picture


@contextmanager
def _compiler(source: TypstSource, fonts: Fonts) -> Iterator[typst.Compiler]:
    """A compiler of the source. It lays out once, however much is asked of it."""
    with _folder({MAIN: source.code.encode(), **source.images}) as folder:
        try:
            yield typst.Compiler(str(folder / MAIN), root=str(folder), font_paths=_fonts(fonts))
        except typst.TypstError as fault:
            raise _fault(fault.message, fault.hints, fault.diagnostic, source) from fault
        except RuntimeError as fault:
            raise _fault(str(fault), [], "", source) from fault


@contextmanager
def _folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with some files, and nothing else for Typst to read."""
    try:
        folder = Path(mkdtemp(prefix="plangen-"))
    except OSError as fault:
        raise PlangenError("temporary-unwritable", reason=reason_of(fault)) from fault
    try:
        for name, data in files.items():
            (folder / name).write_bytes(data)
    except OSError as fault:
        raise PlangenError("temporary-unwritable", reason=reason_of(fault)) from fault
    else:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)


@cache
def _fonts(fonts: Fonts) -> typst.Fonts:
    folders = sorted({str(path.parent) for path in font_paths(fonts)})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _fault(message: str, hints: list[str], diagnostic: str, source: TypstSource) -> PlangenError:
    place = _place(message, diagnostic, source)
    return PlangenError(
        "typesetting-failed",
        message=message,
        hint="; ".join(hints),
        id=place.id if place else "",
        file=place.location.file if place else "",
        line=place.location.line if place else 0,
    )


def _place(message: str, diagnostic: str, source: TypstSource) -> Place | None:
    """The node that a fault is of: by its line in the source, or by the text or label that it quotes."""
    lines = source.code.split("\n")
    at = [int(number) - 1 for number in _POSITION.findall(diagnostic)]
    for quoted in _QUOTED.finditer(message):
        text = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), quoted["text"] or f'label("{quoted["label"]}")')
        at += [number for number, line in enumerate(lines) if text in line]
    marks = (_mark(lines, number) for number in at)
    return next((source.places[mark] for mark in marks if mark is not None), None)


def _mark(lines: list[str], number: int) -> int | None:
    above = (line for line in reversed(lines[: number + 1]) if line.startswith(PLACE_MARK))
    return next((int(line.removeprefix(PLACE_MARK)) for line in above), None)
