"""Names with hyphens in expressions, `goals.ekonomi-i-balans.title`, to what Jinja takes for one name.

A hyphen is minus to Jinja. What is meant follows from the names that there are: the longest that stands there is meant,
so that `a.b-c.d` is a difference where no name in `a` is `b-c`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from plangen.compose.views import View

_MAY_BE_NAMED = re.compile(r"\.\w*-|\.\d")
_TOKEN = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(?<![\w.\]])(?P<root>[^\W\d]\w*)(?=\.)""")
_NAME = re.compile(r"[\w-]+")


def with_whole_names(source: str, names: Mapping[str, object]) -> str:
    """The expression with each such name as `["name"]`."""
    if not _MAY_BE_NAMED.search(source):
        return source
    written, end = [], 0
    for token in _TOKEN.finditer(source):
        view = names.get(token["root"] or "")
        if token.start() < end or not isinstance(view, View):
            continue
        written.append(source[end : token.end()])
        path, end = _path(source, token.end(), view)
        written.append(path)
    return "".join(written) + source[end:]


def _path(source: str, start: int, view: View) -> tuple[str, int]:
    """The names that follow, as Jinja takes them, and where they end."""
    written = ""
    while source.startswith(".", start):
        name = _longest(source, start + 1, view)
        if not name:
            break
        written += f".{name}" if name.isidentifier() else f'["{name}"]'
        start += 1 + len(name)
        inner = view[name] if name in view and source.startswith(".", start) else None
        if not isinstance(inner, View):
            break
        view = inner
    return written, start


def _longest(source: str, start: int, view: View) -> str:
    """The longest part of the word that begins there which is a name of the view, else the word, which is told of."""
    found = _NAME.match(source, start)
    word = found.group() if found else ""
    parts = word.split("-")
    for count in range(len(parts), 0, -1):
        name = "-".join(parts[:count])
        if name in view:
            return name
    return word
