"""What argparse complains of -> the same in Swedish. It has no language of its own, and its sentences are few.

They are those of Python 3.11 to 3.13. A sentence that isn't known stays as it is: said in English, never lost.
"""

from __future__ import annotations

import re

from plangen.diagnostics import nearest

_SENTENCES = (
    (r"argument (?P<of>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)", None),
    (r"argument (?P<of>.+?): expected one argument", "{of} ska följas av ett värde"),
    (r"argument (?P<of>.+?): expected at least one argument", "{of} ska följas av minst ett värde"),
    (r"argument (?P<of>.+?): ignored explicit argument '?(?P<value>.+?)'?", "{of} tar inget värde, men fick ”{value}”"),
    (r"argument (?P<of>.+?): not allowed with argument (?P<other>.+)", "{of} och {other} går inte ihop"),
    (r"argument (?P<of>.+?): invalid \w+ value: '?(?P<value>.+?)'?", "{of} kan inte vara ”{value}”"),
    (r"argument (?P<of>.+?): (?P<said>.+)", "{of}: {said}"),
    (r"the following arguments are required: (?P<of>.+)", "det här saknas: {of}"),
    (r"one of the arguments (?P<of>.+) is required", "ett av de här behövs: {of}"),
    (r"unrecognized arguments: (?P<value>.+)", "det här förstås inte: {value}"),
    (r"ambiguous option: (?P<of>.+?) could match (?P<choices>.+)", "{of} kan betyda flera flaggor: {choices}"),
)


def in_swedish(message: str) -> str:
    """The sentence in Swedish."""
    for pattern, words in _SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return words.format(**found.groupdict()) if words else _choice(**found.groupdict())
    return message


def _choice(of: str, value: str, choices: str) -> str:
    """A word that isn't one of those known, with the nearest of them."""
    given = value.strip("'\"")
    known = [each.strip(" '\"") for each in choices.split(",")]
    near = nearest(given, known)
    maybe = f" Menade du {near}?" if near else ""
    return f"{of} kan inte vara ”{given}”.{maybe} Det här går: {', '.join(known)}"
