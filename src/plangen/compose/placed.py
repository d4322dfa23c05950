"""Content that an outline places: parsed nodes that pass through Jinja as opaque marks.

A `Placed` looks like its text to an outline's `{% if %}`; printed, it leaves a mark of private-use characters, for
which compose puts in the nodes. So nothing in content can be taken for the outline's markup, and every node keeps its
own place. The marks hold through macros, `~` and `join`, since Markup does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from plangen.document.nodes import Block, CoverField, Inline, Text
from plangen.document.walk import plain_text
from plangen.model.text import Body, RichText
from plangen.readers.markdown_inlines import mark


@dataclass(frozen=True, slots=True)
class Running:
    """The text of the header or footer, which stands outside the flow of the document."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a mark stands for: inlines, blocks, or something that stands outside the flow.

    `owner` is the id of the thing whose title this is: a heading that places it takes that id.
    """

    inlines: tuple[Inline, ...] = ()
    blocks: tuple[Block, ...] = ()
    outside: CoverField | Running | None = None
    owner: str = ""
    in_line: bool = True


@dataclass(slots=True)
class Register:
    """The contents of one rendering, each by the number of its mark."""

    contents: list[Content] = field(default_factory=list)

    def add(self, content: Content) -> str:
        """The mark that stands for a content from now on."""
        self.contents.append(content)
        return mark(len(self.contents) - 1)


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


@dataclass(frozen=True, slots=True)
class Placer:
    """Makes placed values for one rendering."""

    register: Register

    def text(self, text: str, owner: str = "") -> Placed:
        """Plain text."""
        return Placed.of(self.register, Content(inlines=(Text(text),), owner=owner), text)

    def rich(self, rich: RichText, owner: str = "") -> Placed:
        """Inline Markdown, already read."""
        return self.inlines(rich.inlines, owner)

    def inlines(self, inlines: tuple[Inline, ...], owner: str = "") -> Placed:
        """Inlines."""
        return Placed.of(
            self.register, Content(inlines=inlines, owner=owner), plain_text(inlines) or "·" * bool(inlines)
        )

    def body(self, body: Body, change: Callable[[Block], Block]) -> Placed:
        """A text, with each of its blocks changed (its notes named apart)."""
        return self.blocks(tuple(change(block) for block in body.blocks))

    def blocks(self, blocks: tuple[Block, ...]) -> Placed:
        """Blocks."""
        return Placed.of(self.register, Content(blocks=blocks, in_line=False), "·" * bool(blocks))

    def outside(self, outside: CoverField | Running) -> Placed:
        """Something of the cover, the header or the footer."""
        return Placed.of(self.register, Content(outside=outside, in_line=False), "·")
