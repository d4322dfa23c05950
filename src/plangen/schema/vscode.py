"""What VS Code is told of a repository of plans: which schema each file is held to, and snippets for front matter.

No YAML server reads front matter in Markdown, so an editor can't offer or tell of anything there. Snippets it can:
a whole file of a goal or of a section, and what stands within, are put in by name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from plangen.model.activity import Activity
from plangen.model.goal import Goal
from plangen.model.indicator import Indicator
from plangen.model.plan import GoverningDocument, Section
from plangen.model.record import Record
from plangen.schema.files import bindings
from plangen.schema.snippets import snippet_of
from plangen.schema.values import Json

SETTINGS = ".vscode/settings.json"
SNIPPETS = ".vscode/plangen.code-snippets"

_FILES: tuple[type[Record], ...] = (Goal, Section)
_PARTS: tuple[type[Record], ...] = (Indicator, Activity, GoverningDocument)
_NAME = re.compile(r"\W+")


def settings(text: bytes, language: str, others: Mapping[str, str]) -> bytes:
    """An editor's settings with the files bound to their schemas (`yaml.schemas`)."""
    given = json.loads(text)
    return _text({**given, "yaml.schemas": bindings(language, others)})


def front_matter_snippets(language: str) -> bytes:
    """The snippets for Markdown: each has the name that the schema's snippet has, and is put in by it."""
    found: dict[str, Json] = {}
    for record in _FILES:
        label, body = _snippet(record, language)
        found[label] = _entry(label, ["---", *_lines(body, ""), "---", "$0"])
    for record in _PARTS:
        label, body = _snippet(record, language)
        found[label] = _entry(label, [*_lines([body], "  "), "$0"])
    return _text(found)


def _snippet(record: type[Record], language: str) -> tuple[str, Mapping[str, Json]]:
    snippets = snippet_of(record, language, of_file=True)["defaultSnippets"]
    assert isinstance(snippets, list)
    return snippets[0]["label"], snippets[0]["body"]


def _entry(label: str, lines: Sequence[str]) -> Json:
    return {"scope": "markdown", "prefix": _NAME.sub("-", label.lower()), "body": list(lines), "description": label}


def _lines(value: Json, indent: str) -> Iterator[str]:
    """The lines of YAML that say a value."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            if isinstance(each, str):
                yield f"{indent}{key}: {each}"
            else:
                yield f"{indent}{key}:"
                yield from _lines(each, f"{indent}  ")
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for each in value:
            first, *rest = _lines(each, f"{indent}  ")
            yield f"{indent}- {first.strip()}"
            yield from rest


def _text(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
