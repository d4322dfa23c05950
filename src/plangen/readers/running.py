"""A brand's text for the head or foot of pages, with fields as the file's language has them, to the model's terms."""

from __future__ import annotations

import re
from typing import Any

from plangen.diagnostics import nearest
from plangen.locale.vocabulary import words
from plangen.model.record import Reading, scalar
from plangen.readers.place import Place
from plangen.source.placed import PlacedText

FIELDS = "running_field"
PAGES = {"page": "page", "pages": "pages"}
"""Fields that are known by these names in every language."""

_BRACES = re.compile(r"\{(?P<name>[^{}]*)\}|[{}]")


def running_text(value: Any, context: Reading) -> str | None:
    """The text on one line, with what stands in braces checked."""
    if not isinstance(value, PlacedText):
        given = scalar(value, context)
        return given if isinstance(given, str) else None
    place = Place.of_value(value)
    known = {**PAGES, **words(FIELDS, context.language)}
    text = ""
    read = 0
    for found in _BRACES.finditer(value.text):
        name = (found["name"] or "").strip()
        text += value.text[read : found.start()]
        read = found.end()
        if name in known:
            text += f"{{{known[name]}}}"
            continue
        allowed = tuple(words(FIELDS, context.language))
        at = place.at(found.start(), found.end() - found.start())
        near = nearest(name, allowed) if name else ""
        context.report("field-unknown", at, name=found[0], near=near, allowed=", ".join(allowed))
    return " ".join((text + value.text[read:]).split())
