"""The cover's fields -> the page's header, with the document's title as h1.

A document whose cover shows no title has it for assistive technology only.
"""

from __future__ import annotations

from plangen.brand.brand import Brand, Logo
from plangen.document.document import CoverField, Metadata
from plangen.document.inlines import Image
from plangen.writers.html.context import Context
from plangen.writers.html.formats import formats
from plangen.writers.html.inlines import image, inlines
from plangen.writers.html.markup import classes, container, element, text

SUBTITLES = frozenset({"body", "subtitle"})


def cover(metadata: Metadata, brand: Brand, context: Context) -> str:
    """The header of the page."""
    has_title = any(field.role == "title" for field in metadata.cover)
    parts = [
        element("p", element("span", text(metadata.draft)), class_="draft") if metadata.draft else "",
        element("p", _logo(brand.logo), class_="logo") if brand.logo and metadata.cover else "",
        *_fields(metadata.cover, context),
        formats(context),
        "" if has_title else element("h1", text(metadata.title), class_="visually-hidden"),
    ]
    return container("header", parts, class_=classes("cover", "" if metadata.cover else "coverless"))


def _fields(fields: tuple[CoverField, ...], context: Context) -> list[str]:
    titles = [field for field in fields if field.role == "title"]
    return [_field(field, "h1" if titles and field is titles[0] else "p", context) for field in fields]


def _field(field: CoverField, tag: str, context: Context) -> str:
    label = element("span", text(field.label + ":"), class_="label") + " " if field.label else ""
    look = "cover-subtitle" if field.role in SUBTITLES else "cover-text"
    return element(
        tag,
        label + inlines(field.inlines, context),
        class_="cover-title" if field.role == "title" else f"{look} cover-{field.role}",
    )


def _logo(logo: Logo) -> str:
    width, _ = logo.size
    return image(Image(data=logo.data, media_type=logo.media_type, alternative=logo.alternative, width=width))
