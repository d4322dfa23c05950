"""Document + Brand -> Typst source: one file of code, and the pictures that it reads.

The vertical rhythm is exact, so that Typst and Word break pages alike. Typst has no line height: a line is as high as
the tallest `top-edge` and the deepest `bottom-edge` in it, and between lines stands the leading. So the leading is
nothing, and each style sets both edges as lengths that together are its line height, with its capitals midway: n lines
of a style are n line heights, whatever glyphs, bold, marks or links stand in them; a picture alone makes its line
higher. Spaces between blocks are reckoned by `typst_flow`, and Typst's own are nothing. Text is set without kerning,
ligatures and hyphenation, and lines are filled one by one, as Word does.

A note is set where it is first referred to: in the body, or in a note before it. So the body is read first and then the
notes in their order; in the code each note stands before the one that it is set in.

What the page looks like is the template's (`pdf/page.typ.j2`): this module gives it values, as code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from plangen.brand.brand import Brand, Logo, TextStyle
from plangen.dataclass import dataclass
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Image
from plangen.templates.environment import render_page
from plangen.typesetting.metrics import BOLD, REGULAR, capital_height
from plangen.typesetting.typst_blocks import blocks, note
from plangen.typesetting.typst_context import Context, Place, context
from plangen.typesetting.typst_flow import flow
from plangen.typesetting.typst_inlines import image, inlines, language
from plangen.typesetting.typst_syntax import array, call, dictionary, points, sequence, string

TEMPLATE = "pdf/page.typ.j2"
HEAD, HEADLINE, DETAILS, NOTICE = "head", "headline", "details", "notice"
COVER_PARTS = {"organisation": HEAD, "body": HEADLINE, "title": HEADLINE, "subtitle": HEADLINE, "notice": NOTICE}
NUMBERS = {"{page}": "page-number()", "{pages}": "page-count()"}


@dataclass(frozen=True, slots=True)
class TypstSource:
    """Code, the pictures by file name, and the nodes by the number of their mark in the code."""

    code: str
    images: Mapping[str, bytes]
    places: tuple[Place, ...]


def typst_source(document: Document, brand: Brand) -> TypstSource:
    """The source of a resolved document."""
    run = context(document, brand)
    front = flow(blocks(document.front, run)) if document.front else ""
    cover = _cover(document.metadata.cover, run)
    body = flow(blocks(document.blocks, run))
    notes = [{"id": string(each.id), "body": note(each, run)} for each in document.notes]
    values = {
        "metadata": _metadata(document.metadata),
        "page": brand.page,
        "box_indent": brand.box_indent,
        "page_number_room": brand.page_number_room,
        "family": string(brand.fonts.family),
        "styles": dictionary({name: _style(style, brand) for name, style in brand.styles.items()}),
        "style": brand.styles,
        "colours": brand.colours,
        "table": brand.table,
        "front": front,
        "cover": cover,
        "ends_in_notice": bool(document.metadata.cover) and document.metadata.cover[-1].role == "notice",
        "logo": image(_logo(brand.logo), run) if brand.logo else "",
        "logo_height": f"{Logo.MOST_HEIGHT:.4g}",
        "notes": notes[::-1],
        "body": body,
    }
    code = render_page(TEMPLATE, values, autoescape=False)
    return TypstSource(code, dict(run.images), tuple(run.places))


def _metadata(metadata: Metadata) -> dict[str, str]:
    return {
        "title": string(metadata.title),
        "author": array([string(metadata.author)] if metadata.author else []),
        "subject": string(metadata.subject) if metadata.subject else "none",
        "keywords": array(string(word) for word in metadata.keywords),
        "header": _running(metadata.header),
        "footer": _running(metadata.footer),
        "draft": string(metadata.draft),
        **language(metadata.language),
    }


def _running(text: str) -> str:
    """The text at the head or foot of a page, with the page's number and the count."""
    parts = (NUMBERS.get(part) or (string(part) if part else "") for part in re.split(r"(\{pages?\})", text))
    return sequence(parts) if text else '""'


def _style(style: TextStyle, brand: Brand) -> str:
    above = (style.line_height + capital_height(brand.fonts) * style.size) / 2
    colours = {"text": brand.colours.text, "accent": brand.colours.accent, "muted": brand.colours.muted}
    return dictionary(
        {
            "size": points(style.size),
            "top-edge": points(above),
            "bottom-edge": points(above - style.line_height),
            "weight": str(BOLD if style.bold else REGULAR),
            "style": string("italic" if style.italic else "normal"),
            "fill": call("rgb", string(colours[style.colour])),
        }
    )


def _cover(fields: tuple[CoverField, ...], run: Context) -> list[dict[str, str]]:
    """The fields in their order; `starts` names the part of the cover that begins with one."""
    cover, part = [], HEAD
    for field in fields:
        of = COVER_PARTS.get(field.role, DETAILS)
        starts, part = (of if of != part else ""), of
        content = inlines(field.inlines, run)
        cover.append(
            {
                "role": field.role,
                "label": string(field.label and f"{field.label}:"),
                "content": content,
                "starts": starts,
            }
        )
    return cover


def _logo(logo: Logo) -> Image:
    width, _ = logo.size
    return Image(logo.data, logo.media_type, logo.alternative, width)
