"""Hostile texts that are too large for files: name -> text, and the codes of which one at least must be found.

An empty code stands for a text that is no fault, though its like has made parsers take time by the square.
"""

from __future__ import annotations

DEEP = 10_000

Texts = dict[str, tuple[str, str]]

MARKDOWN: Texts = {
    "lists": ("- " * DEEP + "x", "markdown-too-deep"),
    "numbered lists": ("1. " * DEEP + "x", "markdown-too-deep"),
    "lists on lines": ("\n".join("  " * depth + "- a" for depth in range(900)), "markdown-too-deep"),
    "quotations": ("> " * DEEP + "x", "markdown-too-deep"),
    "quotations and lists": ("> - " * DEEP + "x", "markdown-too-deep"),
    "definitions": ("a\n" + ": " * DEEP + "x", ""),
    "notes in notes": ("[^a]: " * 3_000 + "x", ""),
    "brackets open": ("[" * DEEP, ""),
    "brackets": ("[" * DEEP + "a" + "]" * DEEP, ""),
    "brackets of pictures": ("![" * 5_000, ""),
    "brackets of notes": ("[^" * 5_000, ""),
    "links in links": ("[" * DEEP + "a" + "](b)" * 3_000, "link-forbidden"),
    "links begun": ("[a](" * 6_000, ""),
    "links begun in angles": ("[a](<" * 5_000, ""),
    "titles begun": ('[a](b "' * 6_000, ""),
    "emphasis": ("*" * 9_000 + "a" + "*" * 9_000, "markdown-too-deep"),
    "emphasis apart": ("*a " * DEEP, ""),
    "emphasis unbalanced": ("*a_ " * 9_000, ""),
    "emphasis of two kinds": ("*a **a " * 6_000, ""),
    "emphasis within words": ("a**b" * 6_000 + "c*" * 5_000, ""),
    "backticks alone": ("`" * DEEP, "markdown-fence"),
    "backticks unbalanced": ("".join("`" * length + "a" for length in range(1, 180)), ""),
    "backticks in pairs": ("a` `` " * 6_000, ""),
    "less-than signs": ("<" * DEEP, ""),
    "tags begun": ("<a " * DEEP, ""),
    "comments begun": ("<!--" * 5_000, ""),
    "addresses begun": ("<http:" * DEEP, ""),
    "ampersands": ("&" * DEEP, ""),
    "entities begun": ("&#" * DEEP, ""),
    "entity of a megabyte": ("&" + "a" * 900_000 + ";", ""),
    "line of a megabyte": ("a" * 999_000, ""),
    "words of a megabyte": ("ord " * 240_000, ""),
    "white space": ("# a" + " " * 200_000 + "b", ""),
    "backslashes": ("\\" * 100_000, "markdown-too-much"),
    "lines": ("a\n\n" * 100_000, "file-too-long"),
    "nothing but lines": ("\n" * 900_000, "file-too-long"),
    "rules": ("***\n" * 3_000, "markdown-rule"),
    "headings": ("# a\n" * 2_500, ""),
    "headings of every level": ("\n".join("#" * (n % 6 + 1) + " a" for n in range(2_500)), ""),
    "lazy quotation": ("> a\n" + "b\n" * 5_000, ""),
    "definitions of links": ("[a]: /x\n" * 5_000, ""),
    "definition of a link": ("[a]: " + "x" * 900_000, ""),
    "references": ("[](#finns-inte)" * 4_000, "unknown-reference"),
    "long reference": ("[x](#" + "b" * 500_000 + ")", "unknown-reference"),
    "table": ("|a|b|\n|-|-|\n" + "|c|d|\n" * 9_900, "markdown-too-much"),
    "wide table": ("|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n", ""),
    "table to fill up": ("|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + "x\n" * 5_000, "markdown-too-much"),
    "notes": ("\n\n".join(f"[^{number}]: b" for number in range(3_000)), ""),
    "notes one to the other": (
        "[^0]\n\n" + "\n\n".join(f"[^{number}]: b [^{number + 1}]" for number in range(2_000)),
        "note-unknown",
    ),
    "note to itself": ("[^a]\n\n[^a]: b [^a]", ""),
    "marks of one note": ("[^a]" * 5_000 + "\n\n[^a]: b", ""),
    "pictures": ("![a](b.png)" * 3_000, "image-missing"),
    "control characters": ("\x07" * 100_000, "character-forbidden"),
    "characters without glyph": ("\u4e2d" * 200_000, "character-without-glyph"),
    "combining marks": ("a" + "\u0301" * 100_000, "character-without-glyph"),
    "expressions": ("{{ 1 }}" * 5_500, "expressions-too-many"),
    "expressions open": ("{{" * 5_000, "expression-open"),
    "long expressions": (("{{ " + "1+" * 100 + "1 }}\n") * 900, "expressions-too-many"),
    "very long expression": ("{{ " + "1+" * 20_000 + "1 }}", "expression-too-long"),
    "brackets in an expression": ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "expression-fault"),
    "signs in an expression": ("{{ " + "-" * 900 + "1 }}", "expression-fault"),
    "digits in an expression": ("{{ " + "9" * 900 + " ~ " + "9" * 5_000 + " }}", "expression-too-long"),
}

YAML: Texts = {
    "brackets": ("[" * DEEP, "yaml-too-deep"),
    "braces": ("{a: " * DEEP, "yaml-too-deep"),
    "items": ("- " * DEEP + "x", "yaml-unreadable"),
    "keys": ("? " * DEEP + "x", "yaml-unreadable"),
    "indentation": ("".join(" " * depth + "a:\n" for depth in range(600)), "yaml-unreadable"),
    "levels": ("".join(" " * depth + "a:\n" for depth in range(60)), "yaml-too-deep"),
    "brackets not closed": ("a: [\n" * 350, "yaml-unreadable"),
    "long key": ("a" * 150_000 + ": x\n", "yaml-form"),
    "long explicit key": ("? " + "a" * 150_000 + "\n: x\n", "unknown-key"),
    "long value": ("titel: " + "a" * 250_000 + "\n", "yaml-too-much"),
    "many keys": ("".join(f"a{number}: x\n" for number in range(2_000)), "unknown-key"),
    "too many keys": ("".join(f"a{number}: x\n" for number in range(9_000)), "yaml-too-much"),
    "many items": ("a: [" + "x," * 4_000 + "]\n", "unknown-key"),
    "keys twice": ("titel: a\n" * 1_500, "duplicate-key"),
    "anchors": ("".join(f"a{number}: &b{number} x\n" for number in range(1_500)), "yaml-anchor"),
    "control characters": ("\x01" * 100_000, "character-forbidden"),
    "byte order marks": ("\ufeff" * 10_000, "character-forbidden"),
    "comments": ("#" * 190_000 + "\n", "file-empty"),
    "lines of comments": ("# x\n" * 5_000, "file-empty"),
    "quotation marks": ("'" * 100_000, "text-too-long"),
    "quotations not closed": ("".join(f"a{number}: 'x\n" for number in range(3_000)), "yaml-quote-ends"),
    "stars": ("*" * 9_000, "yaml-quote-mark"),
    "exclamation marks": ("!" * 9_000, "yaml-tag"),
    "long tag": ("titel: !" + "%41" * 50_000 + " x\n", "yaml-tag"),
    "tabs": ("\ta: b\n" * 3_000, "yaml-tab"),
    "colons": ("a: b: c: " * 1_500, "yaml-quote-colon"),
    "documents": ("---\n" * 5_000, "yaml-form"),
    "directives": ("%YAML 1.2\n" * 5_000, "yaml-quote-mark"),
    "items out of line": ("- a\n  - b\n" * 2_000, "yaml-item-misplaced"),
    "faults late in the file": (
        "".join(f"a{number}: x\n" for number in range(1_500)) + "".join(f"b{number}: @x\n" for number in range(500)),
        "yaml-quote-mark",
    ),
    "lines without colon": ("a: 1\n" + "bara text\n" * 3_000, "yaml-form"),
    "lines": ("\n" * 900_000, "file-too-long"),
    "digits": ("år: " + "9" * 9_000 + "\n", "year-unreadable"),
    "sections": ("avsnitt: [" + ",".join(f"a{number}" for number in range(1_500)) + "]\n", "file-missing"),
    "sections twice": ("avsnitt: [" + "a, " * 3_000 + "]\n", "section-listed-twice"),
}

_TEN = "{% for each in [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] %}"

OUTLINES: Texts = {
    "text doubled": ("{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 60, "outline-output"),
    "capture doubled": (
        "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60,
        "outline-output",
    ),
    "macro of itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "outline-fault"),
    "macro of itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "outline-output",
    ),
    "macros of macros": (
        "".join(f"{{% macro m{n}() %}}{{{{ m{n + 1}() }}}}{{{{ m{n + 1}() }}}}{{% endmacro %}}" for n in range(60))
        + "{% macro m60() %}x{% endmacro %}{{ m0() }}",
        "outline-output",
    ),
    "macro by its caller": (
        "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}"
        + "{% call m() %}" * 15
        + "x" * 1_000
        + "{% endcall %}" * 15,
        "outline-output",
    ),
    "block of itself": ("{% block a %}{{ self.a() }}{% endblock %}", "outline-of-text"),
    "loop of itself": ("{% for each in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}", "outline-fault"),
    "loops in loops": (_TEN * 15 + "x" + "{% endfor %}" * 15, "outline-output"),
    "loops that print nothing": (_TEN * 8 + "{% set x = each %}" + "{% endfor %}" * 8, "outline-output"),
    "long loops": (
        f"{{% for a in {list(range(2_000))} %}}{{% for b in {list(range(2_000))} %}}{{% endfor %}}{{% endfor %}}",
        "outline-output",
    ),
    "more loops than Python nests": ("{% for i in (1,) %}" * 1_000 + "{% endfor %}" * 1_000, "outline-fault"),
    "conditions": ("{% if 1 %}" * 1_500 + "{% endif %}" * 1_500, "outline-fault"),
    "brackets": ("{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}", "outline-fault"),
    "lists": ("{{ " + "[" * 5_000 + "1" + "]" * 5_000 + " }}", "outline-fault"),
    "sums": ("{{ " + "1+" * 5_000 + "1 }}", "outline-fault"),
    "negations": ("{{ " + "not " * 5_000 + "1 }}", "outline-fault"),
    "digits": ("{{ " + "9" * 10_000 + " }}", "outline-fault"),
    "number doubled": ("{% set a = 1 %}" + "{% set a = a + a %}" * 2_300 + "{{ a }}", ""),
    "long outline": ("{% set a = 1 %}" * 20_000, "outline-too-long"),
    "megabytes": ("x" * 4_000_000, "file-too-large"),
    "lines": (_TEN * 5 + "x\n\n" + "{% endfor %}" * 5, "outline-output"),
    "rows": ("|a|b|\n|-|-|\n" + _TEN * 4 + "|a|b|\n" + "{% endfor %}" * 4, "markdown-too-much"),
    "nested lists": ("- " * DEEP + "x", "markdown-too-deep"),
    "nested quotations": ("> " * DEEP + "x", "markdown-too-deep"),
    "nested emphasis": ("x " + "*" * 9_000 + "a" + "*" * 9_000, "markdown-too-deep"),
    "one text again and again": (
        _TEN * 3 + "{% for s in plan.sections %}{{ s.text }}\n\n{% endfor %}" + "{% endfor %}" * 3,
        "outline-repeats",
    ),
    "one table again and again": (
        _TEN * 3
        + "{% for s in plan.sections %}{% for t in s.tables %}{{ budget_table(t) }}\n\n{% endfor %}{% endfor %}"
        + "{% endfor %}" * 3,
        "outline-repeats",
    ),
    "contents again and again": (
        _TEN * 3 + "{{ table_of_contents('a', 3) }}\n\n" + "{% endfor %}" * 3,
        "outline-repeats",
    ),
    "header again and again": (_TEN * 4 + "{{ header('a' ~ plan.title) }}" + "{% endfor %}" * 4, "outline-repeats"),
    "long header again and again": (
        "{% set x %}" + "*x* " * 10_000 + "{% endset %}" + _TEN * 2 + "{{ header(x) }}" + "{% endfor %}" * 2,
        "outline-output",
    ),
    "control characters": ("\x07" * 40_000, "character-forbidden"),
    "braces open": ("{{" * 10_000, "outline-fault"),
    "tags open": ("{%" * 10_000, "outline-syntax"),
    "comments open": ("<!--" * 10_000, "outline-comment-open"),
}
