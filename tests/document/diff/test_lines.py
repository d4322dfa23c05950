from plangen.document.diff.lines import DELETED, INSERTED, compared, whole
from plangen.document.inlines import Abbreviation, Change, CrossReference, Emphasis, Image, Link, Strong, Text

MARKS = {None: "{}", "inserted": "[+{}+]", "deleted": "[-{}-]", "reformatted": "[~{}~]"}


def read(line):
    """The line as text, with its marks."""
    return "".join(
        read(each.inlines)
        if getattr(each, "inlines", ())
        else MARKS[each.change and each.change.kind].format(getattr(each, "text", type(each).__name__))
        for each in line
    )


def edited(old, new):
    return read(compared((Text(old),), (Text(new),)))


def test_equal_lines_are_the_heads():
    line = (Text("Ramen är "), Strong((Text("1 899 961"),)))
    assert compared(line, line) == line


def test_number_is_out_and_in_as_a_whole():
    assert edited("Ramen är 1 899 961 tkr.", "Ramen är 1 901 161 tkr.") == "Ramen är [-1 899 961-][+1 901 161+] tkr."


def test_combined_characters_are_out_and_in_as_a_whole():
    doctor, cook = "👩\u200d⚕️", "👩\u200d🍳"
    assert edited(f"Det är {doctor} här", f"Det är {cook} här") == f"Det är [-{doctor}-][+{cook}+] här"


def test_line_mostly_rewritten_is_one_line_out_and_one_in():
    assert edited("Vi ska följa upp målen", "Nämnden har beslutat att ramen ska hållas") == (
        "[-Vi ska följa upp målen-][+Nämnden har beslutat att ramen ska hållas+]"
    )


def test_bold_is_set_otherwise_and_not_written_anew():
    line = compared((Text("en god hälsa"),), (Text("en "), Strong((Text("god"),)), Text(" hälsa")))
    assert read(line) == "en [~god~] hälsa"


def test_address_of_a_link_before_is_kept_with_the_mark():
    old, new = (Link(address, (Text("planen"),)) for address in ("https://a", "https://b"))
    ((text,),) = (each.inlines for each in compared((old,), (new,)))
    assert text.change == Change("reformatted", "https://a")


def test_a_word_that_has_become_an_abbreviation_is_the_same_word():
    now = (Text("Vi i "), Abbreviation("KS-AU", "kommunstyrelsens arbetsutskott"), Text(" vill."))
    assert compared((Text("Vi i KS-AU vill."),), now) == now
    first, *_, last = compared((Text("Vi i KS-AU vill."),), (*now, Text(" Nu.")))
    assert (first.change, last.text, last.change) == (None, " Nu.", Change("inserted"))
    assert compared(now, (*now[:2], Text(" vet.")))[1] == now[1]


def test_picture_with_another_text_is_the_same_picture():
    (line,) = compared((Image(b"x", "image/png", "förr"),), (Image(b"x", "image/png", "nu"),))
    assert line.change == Change("reformatted", "förr")


def test_reference_to_what_was_renumbered_is_not_marked():
    old = (CrossReference("mal", label="avsnitt", number="2"),)
    new = (CrossReference("mal", label="avsnitt", number="3"),)
    assert compared(old, new) == new


def test_marks_are_on_the_innermost():
    (line,) = whole((Emphasis((Strong((Text("så"),)),)),), INSERTED)
    assert line.change is None
    assert read((line,)) == "[+så+]"


def test_long_line_is_compared():
    words = [f"ord{index}" for index in range(4000)]
    changed = [*words[:2000], "nytt", *words[2001:]]
    assert edited(" ".join(words), " ".join(changed)).count("[") == 2


def test_all_of_a_line_may_be_gone():
    assert compared((Text("bort"),), ()) == (Text("bort", change=DELETED),)
