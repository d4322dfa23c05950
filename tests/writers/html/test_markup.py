"""What is escaped, and which ids the page has."""

from __future__ import annotations

from plangen.writers.html.markup import anchor, classes, container, derived, element, link_to, text


def test_text_and_attributes_are_escaped() -> None:
    assert text('a < b & "c"') == 'a &lt; b &amp; "c"'
    assert element("a", "x", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">x</a>'


def test_attributes_are_named_as_in_html_and_left_out_where_none() -> None:
    assert element("p", class_="x", aria_label="y", id=None) == '<p class="x" aria-label="y"></p>'
    assert element("img", alt="") == '<img alt="">'


def test_container_puts_each_child_on_its_own_line() -> None:
    assert container("ul", ["<li>a</li>", "", "<li>b</li>"]) == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_classes_leave_out_empty_names() -> None:
    assert classes("a", "", "b") == "a b"
    assert classes("", "") is None


def test_derived_id_never_meets_the_id_of_a_node() -> None:
    assert anchor("goal") == "goal"
    assert anchor("") is None
    assert derived("goal", "title") == "goal~title"
    assert anchor("goal~title") == "goal~~title"


def test_link_to_an_id_is_a_url() -> None:
    assert link_to("mål 1") == "#m%C3%A5l%201"
    assert link_to("goal~title") == "#goal~title"
