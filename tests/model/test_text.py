from __future__ import annotations

from plangen.document.inlines import Emphasis, FootnoteReference, LineBreak, Text
from plangen.model.text import Body, RichText


def test_rich_text_reads_as_what_it_prints():
    rich = RichText(
        (Text("Aktivitet"), Emphasis((Text("s"),)), FootnoteReference("a"), LineBreak(), Text("redovisning"))
    )
    assert str(rich) == "Aktivitets redovisning"
    assert str(RichText(())) == ""


def test_a_body_is_empty_until_it_is_given_blocks():
    assert Body() == Body((), ())
