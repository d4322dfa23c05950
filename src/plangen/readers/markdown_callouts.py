"""Boxes: a quotation whose first line is `[!VIKTIGT] Rubrik` is one, of the kind that the word says (GitHub's form)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, meant, nearest
from plangen.document.inlines import Inline, Text
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import terms, words

DEFAULT = "note"
BREAKS = frozenset({"softbreak", "hardbreak"})
_MARK = re.compile(r"\[!(?P<word>[^\]\n]*)\]")


@dataclass(frozen=True, slots=True)
class CalloutLine:
    """The first paragraph of a box: its word, the tokens of its title and those of the text after that line."""

    word: str
    title: Sequence[Token]
    text: Sequence[Token]

    def kind(self, language: str) -> str:
        """The kind that the word says; "" for a word that says none."""
        return words("callout", language).get(self.word.strip().lower(), "")


def callout_line(tokens: Sequence[Token]) -> CalloutLine | None:
    """The first line of a quotation's tokens, where that makes it a box."""
    line = tokens[1] if len(tokens) > 1 and tokens[0].type == "paragraph_open" else None
    mark = _MARK.match(line.content) if line else None
    if line is None or mark is None or not line.children:
        return None
    end = _end_of_line(line.children)
    first, *rest = line.children[:end]
    title = [first.copy(content=first.content.removeprefix(mark.group()).lstrip()), *rest]
    return CalloutLine(mark["word"], title, line.children[end + 1 :])


def callout_title(kind: str, written: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """The title of a box: the author's, after the word for its kind; a mere note needs no word beside the author's."""
    word = terms("callout", language)[kind].capitalize()
    if not written:
        return (Text(word),)
    return written if kind == DEFAULT else (Text(f"{word}: "), *written)


def unknown_callout(word: str, place: Location, language: str) -> Diagnostic:
    """That a word is none of a box, with the word that it stands for in another language, or the nearest."""
    own = terms("callout", language)
    others = (words("callout", other).get(word.strip().lower()) for other in LANGUAGES)
    known = [each.upper() for each in own.values()]
    near = next((own[term].upper() for term in others if term), "") or nearest(word, known)
    return error("unknown-callout", place, word=word, allowed=", ".join(known), **meant(near))


def _end_of_line(tokens: Sequence[Token]) -> int:
    depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if token.type in BREAKS and not depth:
            return index
    return len(tokens)
