"""A brand and what the page holds -> the page's one stylesheet.

Text styles are kept as proportions of the body's size, so that one rule serves the screen, where the body has the size
of the screen, and paper, where it has the brand's. What a brand doesn't decide stands in the template `html/style.css`.
The text has no "</", so it can't end the element that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plangen.brand.agenda import GOALS
from plangen.brand.brand import Brand, StyleName, TextStyle
from plangen.document.document import Metadata
from plangen.templates.environment import template_text
from plangen.writers.html.colours import by_day, by_night
from plangen.writers.html.context import Context

SELECTORS: Mapping[StyleName, str] = {
    "body": "p",
    "heading-1": "h2",
    "heading-2": "h3",
    "heading-3": "h4",
    "heading-4": "h5, .minor",
    "heading-5": "h6",
    "heading-6": "h6[aria-level]",
    "cover-title": ".cover-title",
    "cover-subtitle": ".cover-subtitle",
    "cover-text": ".cover-text",
    "contents-title": ".contents-title",
    "contents-1": ".contents-1 > a",
    "contents-2": ".contents-2 > a",
    "contents-3": ".contents-3 > a",
    "list-item": "li > p",
    "quotation": "blockquote > p",
    "caption": ".caption, figcaption",
    "table-text": "td, th",
    "table-head": "thead :is(td, th)",
    "table-note": ".table-note",
    "footnote": ".notes li > p",
}

FALLBACK_FAMILIES = ("Liberation Sans", "Helvetica")
FIELD = re.compile(r"\{(pages?)\}")


def stylesheet(brand: Brand, metadata: Metadata, context: Context) -> str:
    """The text of the page's style element."""
    parts = [
        *_properties(brand),
        *(_style_rule(name, brand) for name in SELECTORS),
        template_text("html/style.css").strip(),
        *(_rule(f".goal-{goal}", {"background": it.ground, "color": it.ink}) for goal, it in GOALS.items()),
        *((template_text("html/diff.css").strip(),) if context.compared else ()),
        *((template_text("html/calculations.css").strip(),) if context.calculated else ()),
        *((template_text("html/charts.css").strip(),) if context.drawn else ()),
        *_width_rules(context),
        *_page_rules(brand, metadata),
    ]
    return "\n".join(parts).replace("</", "<\\/")


def _properties(brand: Brand) -> Iterator[str]:
    families = (brand.fonts.word, brand.fonts.family, *FALLBACK_FAMILIES)
    family = ", ".join([*map(_string, families), "sans-serif"])
    body = brand.styles["body"].size
    lengths = {
        "family": family,
        "list-indent": _length(brand.styles["list-item"].indent, body),
        "padding-x": _length(brand.table.padding_x, body),
        "padding-y": _length(brand.table.padding_y, body),
        "table-before": _length(brand.table.before, body),
        "table-after": _length(brand.table.after, body),
    }
    yield _rule(":root", {"color-scheme": "light dark", **_custom(by_day(brand.colours)), **_custom(lengths)})
    night = _rule(":root", _custom(by_night(brand.colours)))
    yield f"@media screen and (prefers-color-scheme: dark) {{ {night} }}"
    paper = _rule(":root", {"--size": f"{body:g}pt", "--spread": "1", "--leading": "1"})
    screen = _rule(":root", {"--size": "1.0625rem", "--spread": "1", "--leading": "1.08"})
    phone = _rule(":root", {"--size": "1rem", "--spread": "0.6"})
    yield f"@media screen {{ {screen} }}"
    yield f"@media screen and (max-width: 40rem) {{ {phone} }}"
    yield f"@media print {{ {paper} }}"


def _style_rule(name: StyleName, brand: Brand) -> str:
    """A text style. A heading has the space after the text above it added, since in CSS only the greater one counts."""
    style, body = brand.styles[name], brand.styles["body"]
    ratio = style.size / body.size
    larger = ratio > 1
    before = style.before + (body.after if style.before and name.startswith("heading") else 0)
    return _rule(
        SELECTORS[name],
        {
            "font-size": f"calc(var(--size) * (1 + {ratio - 1:.4g} * var(--spread)))"
            if larger
            else _length(style.size, body.size),
            "line-height": f"{_leading(style):.4g}" if larger else f"calc({_leading(style):.4g} * var(--leading))",
            "font-weight": "700" if style.bold else "400",
            "font-style": "italic" if style.italic else "normal",
            "color": f"var(--{style.colour})",
            "margin-block": f"{_length(before, body.size)} {_length(style.after, body.size)}",
        },
    )


def _width_rules(context: Context) -> Iterator[str]:
    for share in sorted(context.shares):
        yield _rule(f".share-{share}", {"width": f"{share / 10:g}%"})
    least = "".join(
        _rule(f".least-{ems}", {"min-width": f"calc({ems}em * var(--least, 1))"}) for ems in sorted(context.least)
    )
    yield f"@media screen {{ {least} }}"


def _page_rules(brand: Brand, metadata: Metadata) -> Iterator[str]:
    page, running = brand.page, brand.styles["running"]
    look = {
        "font": f"{running.size:g}pt {_string(brand.fonts.word)}, {_string(brand.fonts.family)}, sans-serif",
        "color": by_day(brand.colours)[running.colour],
    }
    boxes = {
        "@top-left": {"content": _fields(metadata.header)},
        "@top-right": {"content": _string(metadata.draft), "font-weight": "700"},
        "@bottom-right": {"content": _fields(metadata.footer)},
    }
    margins = " ".join(f"{side:g}mm" for side in (page.top_mm, page.right_mm, page.bottom_mm, page.left_mm))
    upright = {"size": f"{page.width_mm:g}mm {page.height_mm:g}mm", "margin": margins}
    running_boxes = " ".join(_rule(box, {**look, **content}) for box, content in boxes.items())
    yield f"@page {{ {_declarations(upright)} {running_boxes} }}"
    yield _rule("@page landscape", {"size": f"{page.height_mm:g}mm {page.width_mm:g}mm"})
    if metadata.cover:
        hidden = " ".join(_rule(box, {"content": '""'}) for box in ("@top-left", "@bottom-right"))
        yield f"@page :first {{ {hidden} }}"


def _fields(running: str) -> str:
    """A running text with its fields as CSS counters."""
    parts = FIELD.split(running)
    literal = [_string(part) if part else "" for part in parts[::2]]
    counters = [f"counter({name})" for name in parts[1::2]]
    woven = [each for pair in zip(literal, [*counters, ""], strict=True) for each in pair if each]
    return " ".join(woven) or '""'


def _custom(values: Mapping[str, str]) -> dict[str, str]:
    return {f"--{name}": value for name, value in values.items()}


def _rule(selector: str, values: Mapping[str, str]) -> str:
    return f"{selector} {{ {_declarations(values)} }}"


def _declarations(values: Mapping[str, str]) -> str:
    return " ".join(f"{name}: {value};" for name, value in values.items())


def _length(points: float, body: float) -> str:
    return f"calc(var(--size) * {points / body:.4g})" if points else "0"


def _leading(style: TextStyle) -> float:
    return style.line_height / style.size


def _string(characters: str) -> str:
    """A CSS string (CSS Syntax 3, 4.3.7) in which nothing can end it or the element around it."""
    escaped = "".join(each if each.isalnum() or each in " -.,:()/" else f"\\{ord(each):x} " for each in characters)
    return f'"{escaped}"'
