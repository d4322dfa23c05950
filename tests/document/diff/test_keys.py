from plangen.document.diff.keys import exact_key, key_weight, text_key, wraps
from plangen.document.inlines import Abbreviation, CrossReference, Emphasis, FootnoteReference, Link, Strong, Text


def test_formatting_is_part_of_what_a_line_is_set_in_and_not_of_what_it_says():
    plain, bold = [Text("god hälsa")], [Text("god "), Strong((Text("hälsa"),))]
    assert text_key(plain) == text_key(bold)
    assert exact_key(plain) != exact_key(bold)


def test_generated_numbers_are_part_of_neither():
    one = [CrossReference("mal", label="avsnitt", number="2", title=(Text("Mål"),))]
    other = [CrossReference("mal", label="avsnitt", number="3", title=(Text("Nya mål"),))]
    assert exact_key(one) == exact_key(other)
    assert exact_key([FootnoteReference("n", mark="1")]) == exact_key([FootnoteReference("n", mark="2")])


def test_authors_own_wording_of_a_reference_is_text_of_the_line():
    assert text_key([CrossReference("mal", (Text("målen"),), number="2")]) == text_key([Text("målen")])


def test_address_of_a_link_is_a_setting_and_the_meaning_of_an_abbreviation_is_nothing_of_the_line():
    assert text_key([Link("https://a", (Text("x"),))]) == text_key([Link("https://b", (Text("x"),))])
    assert exact_key([Link("https://a", (Text("x"),))]) != exact_key([Link("https://b", (Text("x"),))])
    assert text_key([Text("i "), Abbreviation("KS", "a")]) == text_key([Text("i KS")])
    assert exact_key([Abbreviation("KS", "a")]) == exact_key([Abbreviation("KS", "b")])


def test_weight_is_the_characters_and_some_for_what_has_no_text():
    assert key_weight(text_key([Text("hälsa"), FootnoteReference("n")])) == 8


def test_what_holds_nothing_wraps_nothing():
    assert wraps(Emphasis((Text("a"),)))
    assert not wraps(Emphasis(()))
    assert not wraps(CrossReference("mal"))
