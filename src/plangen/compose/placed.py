"""Content that an outline places: parsed nodes that pass through Jinja as opaque marks.

A `Placed` looks like its text to an outline's `{% if %}`; printed, it leaves a mark of private-use characters, for
which compose puts in the nodes. So nothing in content can be taken for the outline's markup, and every node keeps its
own place. The marks hold through macros and `~`, since Markup does. Nothing can be taken out of a `Placed`: a letter of
it would be text of the outline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from typing import SupportsIndex

from jinja2.exceptions import SecurityError
from markupsafe import Markup

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.document import CoverField
from plangen.document.inlines import NOWHERE, Expression, FootnoteReference, Inline, Text
from plangen.document.nodes import Block
from plangen.document.walk import every_inline, plain_text
from plangen.model.text import RichText
from plangen.readers.markdown_inlines import mark

MOST_TIMES = 5
"""How often an outline may place the same text, table or list."""

MOST_LINES = 50
"""Lines that an outline may give the cover, the header and the footer."""


@dataclass(frozen=True, slots=True)
class Running:
    """The text of the header or footer, which stands outside the flow of the document."""

    place: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a mark stands for: inlines, blocks, or something that stands outside the flow.

    `owner` is the id of the thing whose title this is: a heading that places it takes that id. `role` says what of the
    plan it is ("goal", "governing-documents"): a heading that places it, or a list whose items do, takes that too.
    `location` is where inlines stand in the content.
    """

    inlines: tuple[Inline, ...] = ()
    blocks: tuple[Block, ...] = ()
    outside: CoverField | Running | None = None
    owner: str = ""
    role: str = ""
    in_line: bool = True
    location: Location = NOWHERE

    def told(self) -> str | Diagnostic:
        """Its text, for where no nodes can stand (the label of a heading), or what keeps it from being there."""
        for inline in every_inline(self.inlines):
            match inline:
                case Expression():
                    return error("expression-misplaced", inline.location)
                case FootnoteReference():
                    return error("note-misplaced", inline.location, mark=inline.note)
                case _:
                    pass
        return plain_text(self.inlines)


class RepeatedError(SecurityError):
    """The same placed again and again."""


@dataclass(slots=True)
class Register:
    """The contents of one rendering, each by the number of its mark, and how often each of the blocks was placed."""

    contents: list[Content] = field(default_factory=list)
    times: Counter[object] = field(default_factory=Counter)

    def add(self, content: Content) -> str:
        """The mark that stands for a content from now on."""
        for block in content.blocks[:1]:
            self.count((type(block), block.id, block.location), MOST_TIMES)
        self.contents.append(content)
        return mark(len(self.contents) - 1)

    def count(self, thing: object, most: int) -> None:
        """Once more of a thing. A short outline could fill a thousand pages with one text."""
        self.times[thing] += 1
        if self.times[thing] > most:
            raise RepeatedError(str(most))


class Placed(str):
    """Content as an outline handles it: true where it has any text, printed as a mark, otherwise opaque."""

    __slots__ = ("_content", "_register")

    _register: Register
    _content: Content

    @classmethod
    def of(cls, register: Register, content: Content, text: str) -> Placed:
        """The content, which reads as `text` in a condition."""
        placed = cls(text)
        placed._register = register
        placed._content = content
        return placed

    @property
    def content(self) -> Content:
        """What is placed."""
        return self._content

    def __html__(self) -> Markup:
        if not self:
            return Markup("")
        return Markup(self._register.add(self._content))

    def __iter__(self) -> Iterator[str]:
        raise TypeError("placed content can't be taken apart")

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        raise TypeError("placed content can't be taken apart")


@dataclass(frozen=True, slots=True)
class Placer:
    """Makes placed values for one rendering."""

    register: Register

    def text(self, text: str, location: Location = NOWHERE) -> Placed:
        """Plain text, and where its author wrote it."""
        return Placed.of(self.register, Content(inlines=(Text(text),), location=location), text)

    def rich(self, rich: RichText, owner: str = "", role: str = "") -> Placed:
        """Inline Markdown, already read."""
        content = Content(inlines=rich.inlines, owner=owner, role=role, location=rich.location)
        return Placed.of(self.register, content, plain_text(rich.inlines) or "·" * bool(rich.inlines))

    def blocks(self, blocks: tuple[Block, ...]) -> Placed:
        """Blocks."""
        return Placed.of(self.register, Content(blocks=blocks, in_line=False), "·" * bool(blocks))

    def outside(self, outside: CoverField | Running) -> Placed:
        """Something of the cover, the header or the footer."""
        self.register.count(type(outside), MOST_LINES)
        return Placed.of(self.register, Content(outside=outside, in_line=False), "·")
