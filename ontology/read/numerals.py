"""The numerals of numbered lists: ``3``, ``c``, ``iii``."""

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(number: int, style: str) -> str:
    """``3``, ``c`` or ``iii``; digits where the style has no such number."""
    if style.lower() == "a" and 1 <= number <= 26:
        made = chr(ord("a") + number - 1)
    elif style.lower() == "i" and 1 <= number < 40:
        made = ""
        for worth, letters in _ROMAN:
            made += letters * (number // worth)
            number %= worth
    else:
        return str(number)
    return made if style.islower() else made.upper()
