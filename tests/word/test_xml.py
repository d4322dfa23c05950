from __future__ import annotations

import pytest

from plangen.word.xml import DEEPEST, BrokenError, DoctypeError, parsed, word_name


def test_a_part_is_its_root() -> None:
    assert parsed(b"<a><b/></a>").tag == "a"


@pytest.mark.parametrize("text", ["<!DOCTYPE a><a/>", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'])
def test_a_document_type_is_refused_before_anything_is_made_of_it(text: str) -> None:
    with pytest.raises(DoctypeError):
        parsed(text.encode())


def test_a_document_type_is_found_in_other_encodings() -> None:
    with pytest.raises(DoctypeError):
        parsed('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16"))


@pytest.mark.parametrize("text", ["", "<a>", "<a>&x;</a>", '<?xml version="1.0" encoding="none"?><a/>', "<a:b/>"])
def test_what_is_not_well_formed_is_broken(text: str) -> None:
    with pytest.raises(BrokenError):
        parsed(text.encode())


def test_only_so_many_elements_stand_within_each_other() -> None:
    assert parsed(b"<a>" * DEEPEST + b"</a>" * DEEPEST).tag == "a"
    with pytest.raises(BrokenError):
        parsed(b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1))


def test_a_name_of_words_is_in_its_namespace() -> None:
    assert word_name("p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
