"""The source of a YAML scalar to its canonical lines: one kind of quotation marks, long texts broken as they were.

Quotation marks go where no reader of YAML needs them: around words. Around what begins with a digit or a mark they
stay, also where plangen needs none, since an editor's schema may (`version: "1.0"`).
"""

from __future__ import annotations

import re

from plangen.formatting.yaml_gaps import UnformattableError

_SIMPLE_ESCAPES = re.compile(r'(?:[^\\]|\\["\\])*')

_PLAIN = re.compile(r"[^\W\d_](?:[\w ().–/%-]*[\w).%])?")
"""Words without any mark that means something to YAML, within braces and brackets as well."""

_RESERVED = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
"""Words that YAML 1.1 or 1.2 takes for something else than a text (https://yaml.org/type/bool.html)."""

INDENT = 2
"""Spaces that what stands below a key is moved in."""


def scalar_lines(source: str) -> tuple[str, ...]:
    """A plain or quoted scalar's lines, without their indentation."""
    first, *others = source.split("\n")
    if not others:
        return (_quoted(first),)
    return (first.rstrip(), *(line.strip() for line in others))


def literal_lines(source: str, header: str, column: int) -> tuple[str, ...]:
    """The lines of a literal or folded text, without the indentation of the whole.

    `column` is where the mapping or list starts that holds it, by which an explicit indentation (`|2`) counts.
    """
    lines = source.split("\n")[1:]
    if lines and not lines[-1]:
        lines.pop()
    base = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    digits = re.sub(r"\D", "", header)
    if digits:
        base = column + int(digits)
    if any(line.strip() and line[:base].strip() for line in lines):
        raise UnformattableError
    return tuple(line[base:] for line in lines)


def canonical_header(header: str) -> str:
    """The indicators, with an explicit indentation as wide as the canonical one."""
    return re.sub(r"\d+", str(INDENT), header)


def _quoted(source: str) -> str:
    """Nothing around a text that is one without; else straight double quotation marks, or single ones around double."""
    if source[:1] in ("'", '"') and _PLAIN.fullmatch(source[1:-1]) and source[1:-1].lower() not in _RESERVED:
        return source[1:-1]
    if source.startswith("'"):
        content = source[1:-1].replace("''", "'")
        return source if re.search(r'["\\\t]', content) else f'"{content}"'
    if source.startswith('"') and "\\" in source:
        content = source[1:-1]
        if _SIMPLE_ESCAPES.fullmatch(content) and "'" not in content:
            return "'" + re.sub(r'\\(["\\])', r"\1", content) + "'"
    return source
