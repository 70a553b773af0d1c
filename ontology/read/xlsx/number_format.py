"""The number in a cell of a spreadsheet → what a person sees there.

The codes of ECMA-376 part 1, sections 18.8.30 and 18.8.31, as far as glossaries have them: digits,
thousands, per cent, words around a number, dates. A date is shown as ISO 8601 writes it.
"""

import re
from datetime import datetime, timedelta
from math import isfinite

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    45: "mm:ss",
    46: "h:mm:ss",
    47: "mm:ss",
}
"""Codes that a file need not spell out, by their number."""

_WORDS = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DIGITS = re.compile(r"([#0,]*)(?:\.([0#]+))?(%?)$")
_LATEST = 2_950_000
"""Days: a date of the year 9976, before the last one of the calendar."""
_LONGEST_CODE = 255


def shown(number: str, code: str, from_1904: bool = False) -> str:
    """What ``code`` shows of a number; the number itself where the code is too much for us."""
    try:
        value = float(number)
    except ValueError:
        return number
    if not isfinite(value) or len(code) > _LONGEST_CODE:
        return number
    code = code.partition(";")[0]
    bare = _WORDS.sub("", code)
    if re.search(r"[dyhs]|m{1,5}(?!\w)", bare, re.IGNORECASE) and 0 <= value <= _LATEST:
        return _date(value, bare.lower(), from_1904)
    before, digits, after = _around(code)
    found = _DIGITS.match(digits.strip())
    if not found or not digits.strip():
        return _general(value)
    return before + _number(value, *found.groups(default="")) + after


def _general(value: float) -> str:
    """As a cell without a format shows it: eleven digits."""
    return f"{value:.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:.11g}"


def _date(value: float, code: str, from_1904: bool) -> str:
    """Days since the end of 1899 or the first day of 1904, as ISO 8601."""
    day, clock = re.search("[dy]", code), re.search("[hs]", code)
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    # The calendar of 1900 has a 29 February that was not.
    moment = start + timedelta(days=value + (1 if value < 60 and not from_1904 else 0))
    moment = (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
    seconds = ":%S" if "s" in code else ""
    if not day and clock:
        return moment.strftime(f"%H:%M{seconds}")
    return moment.strftime("%Y-%m-%d" + (f" %H:%M{seconds}" if clock else ""))


def _around(code: str) -> tuple[str, str, str]:
    """The words before the digits of a code, the digits, the words after them."""
    parts: list[str] = ["", "", ""]
    at = end = 0
    for words in _WORDS.finditer(code):
        digits = code[end : words.start()]
        if digits.strip():
            parts[1], at = parts[1] + digits.strip(), 2
        else:
            parts[at] += digits
        parts[at] += words[1] or words[2] or ""
        end = words.end()
    parts[1] += code[end:]
    return parts[0], parts[1], parts[2]


def _number(value: float, whole: str, decimals: str, per_cent: str) -> str:
    value *= 100 if per_cent else 1
    width = whole.replace(",", "").count("0") + (len(decimals) + 1 if decimals else 0)
    text = f"{abs(value):0{width}.{len(decimals)}f}"
    if "," in whole:
        text = f"{abs(value):,.{len(decimals)}f}"
    return ("-" if value < 0 else "") + text + per_cent
