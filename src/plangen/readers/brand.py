"""`templates/brand.yaml`, and a plan's own `brand.yaml` over it, to a `Brand`; what neither names is the default's.

Keys are in any of the languages, by the vocabulary, but in one language within a file. A logo lies in the folder of the
file that names it. Colours are held against each other when all are known (`readers/brand_colours.py`).
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from plangen.brand.brand import DEFAULT, Brand, Logo
from plangen.dataclass import replace
from plangen.diagnostics import Diagnostic, Location, error, in_order
from plangen.model.record import AS_RECORD, PlainText, Reader, Reading, Record, fields_of, required
from plangen.model.text import RichText
from plangen.model.written import Written
from plangen.readers.brand_colours import GivenColour, contrasts
from plangen.readers.language import language_of_keys
from plangen.readers.pictures import UnusablePictureError, media_type, pixels
from plangen.readers.running import running_text
from plangen.readers.text_file import read_text
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping, PlacedText
from plangen.source.plans import TEMPLATES
from plangen.source.source import Source, stays_inside

NAME = "brand.yaml"
BRAND_FILE = f"{TEMPLATES}/{NAME}"

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _colour(value: Any, context: Reading) -> str:
    text = value.text if isinstance(value, PlacedText) else ""
    if _COLOUR.fullmatch(text):
        return text
    if isinstance(value, PlacedText):
        context.report("colour-unreadable", value.location, text=text)
    elif value is not None and not isinstance(value, str):
        context.report("text-expected", value.location)
    return ""


Colour = Annotated[str, Reader(_colour), Written("colour")]
RunningText = Annotated[str | None, Reader(running_text), Written("text")]


class FontsPart(Record):
    """Fonts that a file names, "" for those that it doesn't."""

    family: PlainText = ""
    word: PlainText = ""
    package: PlainText = ""


class ColoursPart(Record):
    """Colours that a file names, "" for those that it doesn't. That of links is `url`, the vocabulary's term."""

    text: Colour = ""
    accent: Colour = ""
    muted: Colour = ""
    rule: Colour = ""
    shade: Colour = ""
    url: Colour = ""


class LogoPart(Record):
    """A logo's file, and what is read aloud in its place."""

    file: PlainText = required("")
    alt: PlainText = required("")


class BrandFile(Record):
    """What stands in a brand.yaml."""

    fonts: Annotated[FontsPart | None, AS_RECORD] = None
    colours: Annotated[ColoursPart | None, AS_RECORD] = None
    logo: Annotated[LogoPart | None, AS_RECORD] = None
    header: RunningText = None
    footer: RunningText = None


def read_brand(source: Source, folder: str = "") -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand of the plan in a folder, or else of the project, and the faults of its files."""
    brand, found = DEFAULT, list[Diagnostic]()
    colours: dict[str, GivenColour] = {}
    for place in (TEMPLATES, folder) if folder else (TEMPLATES,):
        file, context = _file(source, f"{place}/{NAME}", found)
        if file is None:
            continue
        brand = _over(brand, file)
        colours |= _given(file, context.language)
        if file.logo and file.logo.file and file.logo.alt:
            brand = replace(brand, logo=_logo(source, place, file.logo, context) or brand.logo)
    found.extend(contrasts(brand.colours, colours))
    return brand, in_order(found)


def _file(source: Source, path: str, found: list[Diagnostic]) -> tuple[BrandFile | None, Reading]:
    """What a file says, and the reading of it, whose faults go to the list."""
    context = Reading("", lambda value: RichText((), value.text, value.location), found)
    text, faults = read_text(source, path)
    found.extend(faults)
    if text is None:
        return None, context
    value, faults = read_yaml(text, path)
    found.extend(faults)
    if not isinstance(value, PlacedMapping):
        if value is not None and not faults:
            found.append(error("mapping-expected", Location(path, 1)))
        return None, context
    context.language = language_of_keys(value)
    return BrandFile.read(value, context), context


def _over(brand: Brand, file: BrandFile) -> Brand:
    """The brand with what a file names in the place of what it had."""
    fonts = {name: text for name in ("family", "word", "package") if (text := getattr(file.fonts, name, ""))}
    colours = {_field(name): text for name in fields_of(ColoursPart) if (text := _named(file, name))}
    running = brand.running
    if file.header is not None:
        running = replace(running, header=file.header, header_at=file.place("header"))
    if file.footer is not None:
        running = replace(running, footer=file.footer, footer_at=file.place("footer"))
    return replace(
        brand,
        fonts=replace(brand.fonts, **fonts),
        colours=replace(brand.colours, **colours),
        running=running,
    )


def _given(file: BrandFile, language: str) -> dict[str, GivenColour]:
    """Where the colours of a file stand."""
    if file.colours is None:
        return {}
    names = (name for name in fields_of(ColoursPart) if _named(file, name))
    return {_field(name): GivenColour(file.colours.place(name), language) for name in names}


def _named(file: BrandFile, name: str) -> str:
    value = getattr(file.colours, name, "")
    return value if isinstance(value, str) else ""


def _field(name: str) -> str:
    return "link" if name == "url" else name


def _logo(source: Source, folder: str, part: LogoPart, context: Reading) -> Logo | None:
    place = part.place("file")
    data = source.read(f"{folder}/{part.file}") if stays_inside(part.file) else None
    if data is None:
        context.report("logo-missing", place, path=part.file, folder=folder)
        return None
    try:
        return Logo(data, media_type(data), part.alt, pixels(data))
    except UnusablePictureError as fault:
        context.report(str(fault), place, path=part.file)
        return None
