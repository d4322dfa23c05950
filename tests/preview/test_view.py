from __future__ import annotations

import json

from plangen.diagnostics import Location, Severity
from plangen.preview.links import Link
from plangen.preview.view import Fault, View

FAULT = Fault("a: fel", Severity.ERROR, (Link("Öppna", "vscode://file/a:1:1"),))


def test_what_shows_the_same_has_the_same_version():
    assert View("sv", "<p>").version == View("sv", "<p>", {"a": Location("b", 1)}).version
    versions = {View("sv", page, faults=faults).version for page in ("", "<p>") for faults in ((), (FAULT,))}
    assert len(versions) == 4


def test_what_is_told_can_be_json():
    told = json.loads(json.dumps(View("sv", "<p>", faults=(FAULT,), summary="1 fel").told()))
    fault = {"text": "a: fel", "error": True, "links": [{"text": "Öppna", "url": "vscode://file/a:1:1"}]}
    assert told["faults"] == [fault]
    assert (told["page"], told["summary"]) == ("<p>", "1 fel")
