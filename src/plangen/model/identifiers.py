"""Ids: short names of ASCII letters, digits and hyphens, by which things are found, linked and compared."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "œ": "oe"})

ADDRESS = re.compile(r"https?://[^\s/?#]+\S*|mailto:[^\s@]+@\S+", re.IGNORECASE)
"""Where a link out of a plan may lead: to the web, or to somebody's mail."""

IDENTIFIER = re.compile(r"[^\W_](?:\w|-(?!-))*", re.ASCII)
"""What an id may look like: it becomes an anchor, a bookmark and a file's name.

A dot and two hyphens are plangen's own, for the ids of what stands within something that has one.
"""


def address_meant(text: str) -> str:
    """The address that one without its beginning means: of a site, of a mailbox, of a file of the plan; "" for none."""
    text = text.strip()
    if re.fullmatch(r"[^\s@/]+@[^\s@]+\.[a-z]{2,}", text):
        return f"mailto:{text}"
    if re.fullmatch(r"(?:www\.|[\w-]+\.(?:se|com|org|net|eu|nu)(?:/|$))\S*", text):
        return f"https://{text}"
    file = re.fullmatch(r"(?:[\w.-]+/)*([\w-]+)\.(?:md|yaml)", text)
    return f"#{file[1]}" if file else ""


def id_meant(name: str) -> str:
    """An id as it was written, or as it should have been."""
    return name if IDENTIFIER.fullmatch(name) else identifier(name)


def identifier(name: str) -> str:
    """An id for something that has a name and no id of its own: "Region Värmland" gives "region-varmland"."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(character for character in folded if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"
