"""Names, attributes and text -> HTML elements as strings: the only place where markup is made and text is escaped.

Ids: a node's id stands in the page as it is. What the page needs beside them (a caption's, a reference's) is the node's
id with `~` and a word after it; a `~` within a node's id is doubled, so the two can never meet.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

VOID = frozenset({"br", "col", "img", "source"})


def text(characters: str) -> str:
    """Characters as HTML text."""
    return escape(characters, quote=False)


def element(tag: str, content: str = "", /, **attributes: str | None) -> str:
    """An element. Attributes are named as in Python (`class_`, `aria_label`) and left out where they are None."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{given}>" if tag in VOID else f"<{tag}{given}>{content}</{tag}>"


def container(tag: str, children: Iterable[str], /, **attributes: str | None) -> str:
    """An element that holds other elements, each on its own line."""
    return element(tag, "\n" + "".join(f"{child}\n" for child in children if child), **attributes)


def hidden(content: str) -> str:
    """What only assistive technology says."""
    return element("span", content, class_="visually-hidden")


def classes(*names: str) -> str | None:
    """The class attribute of the names that aren't empty."""
    return " ".join(filter(None, names)) or None


def anchor(node_id: str) -> str | None:
    """The id attribute of a node."""
    return node_id.replace("~", "~~") or None


def derived(node_id: str, word: str) -> str:
    """The id of something that belongs to a node, or to the page itself where `node_id` is empty."""
    return f"{node_id.replace('~', '~~')}~{word}"


def link_to(element_id: str) -> str:
    """The URL of an element of this page."""
    return "#" + quote(element_id, safe="~!$&'()*+,;=:@/?")
