"""A count as the number of a heading writes it: 2, B, b or II. As Word counts (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from plangen.document.nodes import Numeral

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def number_as(count: int, numeral: Numeral) -> str:
    """The count, from 1, in a form. After Z comes AA, and then BB."""
    match numeral:
        case "A":
            return _letter(count)
        case "a":
            return _letter(count).lower()
        case "I":
            return _roman(count)
        case "1":
            return str(count)


def _letter(count: int) -> str:
    times, index = divmod(count - 1, len(ALPHABET))
    return ALPHABET[index] * (times + 1)


def _roman(count: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text += sign * (count // value)
        count %= value
    return text
