"""Built files -> the text of each of the plan's sections, as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from xml.etree.ElementTree import Element

import html5lib

from plangen.document.nodes import Section
from plangen.document.walk import every_block, plain_text

from ..parity.files import REAL, built, real, told  # noqa: TID252 - tests are no package

FORMATS = ("html", "docx", "pdf")
INLINE = frozenset({"a", "abbr", "code", "em", "span", "strong", "sup"})
SAID_ELSEWHERE = frozenset({"link", "reference", "summary"})


@cache
def section_texts(form: str) -> Mapping[str, str]:
    """The text of each section of the real plan in a format, by the section's id, with one space for any white space.

    In HTML a section is the element with its id. Word and PDF have headings only: there it goes on to the next heading
    that isn't below its own.
    """
    texts = _of_html(built(REAL)["html"]) if form == "html" else _by_headings(form)
    return {name: re.sub(r"\s+", " ", text).strip() for name, text in texts.items()}


def _of_html(page: bytes) -> dict[str, str]:
    root = html5lib.parse(page, namespaceHTMLElements=False)
    return {str(each.get("id")): "".join(_text(each)) for each in root.iter("section") if each.get("id")}


def _text(element: Element) -> Iterator[str]:
    if "visually-hidden" in str(element.get("class") or "").split():
        return
    apart = "" if element.tag in INLINE else " "
    yield apart + (element.text or "")
    for child in element:
        yield from _text(child)
        yield child.tail or ""
    yield apart


def _by_headings(form: str) -> dict[str, str]:
    names = {
        (each.heading.number, _plain(plain_text(each.heading.inlines))): each.id
        for each in every_block(real())
        if isinstance(each, Section)
    }
    texts: dict[str, str] = {}
    within: list[tuple[int, str]] = []
    for item in told(REAL, form):
        if item.kind == "heading":
            name = names[item.number, item.text]
            within = [(level, outer) for level, outer in within if level < item.level] + [(item.level, name)]
            texts.setdefault(name, "")
        if item.kind not in SAID_ELSEWHERE:
            for _, name in within:
                texts[name] += f"{item.number if item.kind == 'heading' else ''} {item.text} "
    return texts


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
