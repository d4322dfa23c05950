"""Ids of nodes -> names of Word's bookmarks, and the elements that set them.

A name starts with a letter or `_`, holds letters, digits and `_`, has at most 40 characters, and is compared without
regard to case. An id that loses something on the way gets a hash, so that two ids never share a name. Names that start
with `_` are hidden from the list that Word shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from hashlib import sha256
from typing import Literal

from plangen.dataclass import dataclass
from plangen.writers.docx.xml import Element, w

LIMIT = 40

Purpose = Literal["Toc", "Ref", "Number", "Title", "Note"]


def bookmark_name(purpose: Purpose, id: str) -> str:
    """The bookmark that stands for a node: as target of the contents list, of references, of a caption's parts."""
    prefix = f"_{purpose}_"
    name = prefix + re.sub(r"[^a-z0-9]", "_", id.lower())
    if re.fullmatch(r"[a-z0-9-]*", id) and len(name) <= LIMIT:
        return name
    digest = sha256(id.encode()).hexdigest()[:8]
    return f"{name[: LIMIT - 9]}_{digest}"


@dataclass(slots=True)
class Bookmarks:
    """Counts the bookmarks of a file from `first`: each has a number of its own, and a name is set once."""

    first: int = 0
    _set: set[str] = field(default_factory=set)

    def around(self, content: Iterable[Element], *names: str) -> list[Element]:
        """The content with bookmarks of these names around it. A name that is set already is left out."""
        inner = list(content)
        for name in names:
            if name in self._set:
                continue
            number = self.first + len(self._set)
            self._set.add(name)
            inner = [w("bookmarkStart", id=number, name=name), *inner, w("bookmarkEnd", id=number)]
        return inner
