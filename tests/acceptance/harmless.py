"""Whether a page of HTML, as a browser's parser reads it, runs nothing but its own script and asks for nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from xml.etree import ElementTree

import html5lib

from plangen.writers.html.contents import marking

Element = ElementTree.Element

ADDRESS = re.compile(r"#[^\s]*|https?://[^\s]+|mailto:[^\s]+", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=]+")
STRANGERS = frozenset(
    {
        *("script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "form", "input", "button"),
        *("textarea", "select", "link", "svg", "math", "video", "audio", "source", "track", "template", "noscript"),
    }
)
ADDRESSES = frozenset(
    {"src", "srcset", "href", "xlink:href", "action", "formaction", "data", "poster", "background", "ping", "manifest"}
)
POLICY = {
    "default-src": ["'none'"],
    "img-src": ["data:"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}


def parsed(page: bytes, *, strict: bool = True) -> Element:
    """The tree of a page; one that isn't in order is none of ours."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=strict)
    tree: Element = parser.parse(page)
    return tree


def text_of(page: bytes) -> str:
    """What a page says, without soft hyphens and with each run of white space as one space."""
    return " ".join("".join(parsed(page).itertext()).replace("\u00ad", "").split())


def alternatives_of(page: bytes) -> str:
    """What is said in a page's attributes for those who don't see its pictures, and what it says of itself."""
    tree = parsed(page)
    return " ".join(each.get(name) or "" for each in tree.iter() for name in ("alt", "content", "aria-label"))


def assert_harmless(page: bytes, *, strict: bool = True) -> None:
    """No element that runs or asks, no attribute that does, no address that leads elsewhere than links may."""
    tree = parsed(page, strict=strict)
    for each in tree.iter():
        if not isinstance(each.tag, str):
            continue
        if each.tag == "script" and each.text == marking() and not each.attrib:
            continue
        assert each.tag.rpartition("}")[2] not in STRANGERS, ElementTree.tostring(each)[:500]
        for name, value in each.attrib.items():
            assert not name.lower().startswith("on"), ElementTree.tostring(each)[:500]
            assert name.lower() not in {"style", "srcdoc"}, ElementTree.tostring(each)[:500]
            if name.lower() in ADDRESSES:
                allowed = ADDRESS if each.tag == "a" else PICTURE
                assert allowed.fullmatch(value), ElementTree.tostring(each)[:500]
    refreshing = [each for each in tree.iter("meta") if each.get("http-equiv", "").lower() == "refresh"]
    assert not refreshing
    assert_policy(tree)


def assert_policy(tree: Element) -> None:
    """A policy that allows the page's own stylesheet and the pictures within it, before anything that it is about."""
    head = [each.tag for each in tree.iter() if each.tag in ("meta", "style", "title", "body")]
    assert head[:2] == ["meta", "meta"]
    (policy,) = (each.get("content", "") for each in tree.iter("meta") if each.get("http-equiv"))
    directives = {name: values for name, *values in (part.split() for part in policy.split(";"))}
    (style,) = tree.iter("style")
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    scripts = [b64encode(sha256((each.text or "").encode()).digest()).decode() for each in tree.iter("script")]
    allowed = {"script-src": [f"'sha256-{each}'" for each in scripts]} if scripts else {}
    assert directives == {**POLICY, **allowed, "style-src": [f"'sha256-{digest}'"]}
    assert not re.search(r"@import|https?:|//", re.sub(r'"(?:[^"\\]|\\.)*"', '""', style.text or ""))
