"""One passage twice: a sentence of some length, or a whole paragraph, that stands word for word in two places."""

from __future__ import annotations

from collections.abc import Iterator

from plangen.diagnostics import Diagnostic, warning
from plangen.model.rules.passages import Passage, sentences, squeezed
from plangen.model.rules.reviewed import Reviewed

FEWEST_WORDS = 10
"""Words of what isn't written twice by chance."""


def repetition_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Each passage that stands in an earlier place, or else its first sentence that does."""
    first: dict[str, tuple[Passage, int]] = {}
    for passage in reviewed.passages:
        if passage.kind != "prose":
            continue
        repeated: tuple[int, int, Passage] | None = None
        for start, end in ((0, len(passage.text)), *sentences(passage.text)):
            if len(passage.text[start:end].split()) < FEWEST_WORDS:
                continue
            sentence = squeezed(passage.text[start:end])
            other, _ = first.setdefault(sentence, (passage, start))
            if repeated is None and (other is not passage or first[sentence][1] != start):
                repeated = start, end, other
        if repeated:
            start, end, other = repeated
            yield warning(
                "passage-twice",
                passage.place(start, end, reviewed.lines),
                words=len(passage.text[start:end].split()),
                file=other.location.file,
                line=other.location.line,
            )
