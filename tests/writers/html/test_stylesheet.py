"""What of a brand reaches the stylesheet, and that text can't break out of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.brand.brand import DEFAULT, Brand, Colours
from plangen.document.document import CoverField, Metadata
from plangen.writers.html.context import Context
from plangen.writers.html.stylesheet import stylesheet


@pytest.fixture
def context() -> Context:
    return Context({}, 10)


def metadata(header: str = "", footer: str = "", *cover: CoverField) -> Metadata:
    return Metadata(title="Plan", language="sv", header=header, footer=footer, cover=cover)


def test_colours_come_from_the_brand(context: Context) -> None:
    style = stylesheet(Brand(colours=Colours(accent="#AA0044")), metadata(), context)
    assert "--accent: #AA0044;" in style
    assert "#0B5469" not in style.split("prefers-color-scheme")[0].replace("--link: #0B5469", "")


def test_text_styles_are_proportions_of_the_body(context: Context) -> None:
    styles = {**DEFAULT.styles, "heading-1": replace(DEFAULT.styles["heading-1"], size=21, line_height=31.5)}
    style = stylesheet(replace(DEFAULT, styles=type(DEFAULT.styles)(styles)), metadata(), context)
    assert "h2 { font-size: calc(var(--size) * (1 + 1 * var(--spread))); line-height: 1.5;" in style


def test_running_texts_stand_in_the_margins_of_the_page(context: Context) -> None:
    style = stylesheet(DEFAULT, metadata("Årsplan", "Sida {page} ({pages})"), context)
    assert 'content: "Årsplan"' in style
    assert 'content: "Sida " counter(page) " (" counter(pages) ")"' in style
    assert "@page :first" not in style


def test_cover_has_no_running_texts(context: Context) -> None:
    assert "@page :first" in stylesheet(DEFAULT, metadata("", "", CoverField(role="title", inlines=())), context)


def test_running_text_can_end_neither_its_string_nor_the_stylesheet(context: Context) -> None:
    style = stylesheet(DEFAULT, metadata('"; } </style><script>\\\n{page}'), context)
    assert "</" not in style
    assert 'content: "\\22 \\3b  \\7d  \\3c /style\\3e \\3c script\\3e \\5c \\a " counter(page)' in style


def test_widths_in_use_have_rules(context: Context) -> None:
    context.shares.update({333, 667})
    context.least.add(29)
    style = stylesheet(DEFAULT, metadata(), context)
    assert ".share-333 { width: 33.3%; }\n.share-667 { width: 66.7%; }" in style
    assert ".least-29 { min-width: calc(29em * var(--least, 1)); }" in style
