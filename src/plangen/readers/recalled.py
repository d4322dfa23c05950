"""YAML and Markdown that was read before, not read anew: the same values and faults as the readers give.

What a reading depends on is its key: the text, and where it stands. A text with pictures also depends on their files,
and is read each time.
"""

from __future__ import annotations

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic
from plangen.model.text import Body, RichText
from plangen.readers.markdown import Load, read_inline, read_markdown
from plangen.readers.place import Place
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedText, PlacedValue, copied
from plangen.source.recall import Recall

PICTURE = "!["
"""Without it there is no picture in a text (CommonMark 0.31 §6.4)."""


@dataclass(frozen=True, slots=True)
class RecalledReaders:
    """The readers of YAML and Markdown with a memory."""

    recall: Recall

    def yaml(self, text: str, file: str, first_line: int = 1) -> tuple[PlacedValue, tuple[Diagnostic, ...]]:
        """As `read_yaml`. The value is the caller's own to change."""
        key = ("yaml", text, file, first_line)
        value, found = self.recall.once(key, lambda: read_yaml(text, file, first_line))
        return copied(value), found

    def markdown(self, text: str, place: Place, load: Load, language: str) -> tuple[Body, tuple[Diagnostic, ...]]:
        """As `read_markdown`."""
        if PICTURE in text:
            return read_markdown(text, place, load, language)
        key = ("markdown", text, tuple(place.starts), language)
        return self.recall.once(key, lambda: read_markdown(text, place, load, language))

    def inline(self, value: PlacedText) -> tuple[RichText, tuple[Diagnostic, ...]]:
        """As `read_inline`."""
        return self.recall.once(("inline", value), lambda: read_inline(value.text, Place.of_value(value)))
