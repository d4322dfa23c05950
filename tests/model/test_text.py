from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from plangen.document.nodes import Emphasis, FootnoteReference, LineBreak, Text
from plangen.model.text import Body, RichText


def test_rich_text_reads_as_what_it_prints():
    rich = RichText(
        (Text("Aktivitet"), Emphasis((Text("s"),)), FootnoteReference("a"), LineBreak(), Text("redovisning"))
    )
    assert str(rich) == "Aktivitets redovisning"
    assert str(RichText(())) == ""


def test_a_body_is_empty_until_it_is_given_blocks():
    assert Body() == Body((), ())


def test_a_model_takes_texts_as_they_are_and_nothing_else():
    class Model(BaseModel):
        title: RichText
        text: Body = Body()

    rich = RichText((Text("a"),))
    assert Model(title=rich).title is rich
    with pytest.raises(ValidationError):
        Model(title="a")
    with pytest.raises(ValidationError):
        Model(title=rich, text="a")
