"""What LaTeX's commands for letters and signs stand for.

Accents and symbols of https://ctan.org/pkg/comprehensive, those of text.
"""

import unicodedata

ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a",
    "k": "\u0328", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
SIGNS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø",
    "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "dj": "đ",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’",
    "textquotesingle": "'", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
    "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "og": "« ", "fg": " »",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbar": "|",
    "textless": "<", "textgreater": ">", "textbullet": "•", "textperiodcentered": "·",
    "euro": "€", "texteuro": "€", "EUR": "€", "pounds": "£", "textsterling": "£", "yen": "¥",
    "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "textdegree": "°", "degree": "°", "LaTeX": "LaTeX", "TeX": "TeX",
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "neq": "≠", "approx": "≈", "infty": "∞", "sum": "∑", "rightarrow": "→", "to": "→",
    "Rightarrow": "⇒", "leftarrow": "←", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
    "Delta": "Δ", "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "quad": " ", "qquad": " ",
    "space": " ", "slash": "/", "hfill": " ", "enspace": " ", "thinspace": " ", "textquotedbl": '"',
    "textunderscore": "_", "textdollar": "$",
}  # fmt: skip
ESCAPED = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ",
    "\t": " ", ",": "\u202f", ";": " ", ":": " ", "!": "", "-": "\u00ad", "/": "", "@": "",
    "(": "", ")": "", "[": "", "]": "", ">": "", "<": "", "|": "", "+": "", "*": "",
}  # fmt: skip
GERMAN = {
    "a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü", "s": "ß", "z": "ß", "`": "„",
    "'": "“", "<": "«", ">": "»", "-": "\u00ad", "=": "-", "~": "-", "|": "", '"': "",
}  # fmt: skip
"""After a quotation mark, where the language is German (babel's shorthands)."""
RUNS = {"``": "“", "''": "”", ",,": "„", "---": "—", "--": "–", "~": "\u00a0", "<<": "«", ">>": "»"}
LANGUAGES = {
    "english": "en", "american": "en-US", "british": "en-GB", "ngerman": "de", "german": "de",
    "naustrian": "de-AT", "spanish": "es", "french": "fr", "francais": "fr", "italian": "it",
    "portuguese": "pt", "portuges": "pt", "brazil": "pt-BR", "brazilian": "pt-BR", "dutch": "nl",
    "polish": "pl", "russian": "ru", "ukrainian": "uk", "greek": "el", "turkish": "tr",
    "swedish": "sv", "danish": "da", "norsk": "nb", "finnish": "fi", "czech": "cs",
    "catalan": "ca", "romanian": "ro", "hungarian": "hu", "croatian": "hr", "slovak": "sk",
}  # fmt: skip
"""As babel and polyglossia call them."""


def accented(letter: str, accent: str) -> str:
    """A letter with the accent of the command ``accent``: ``é`` for ``\\'e``."""
    plain = {"ı": "i", "ȷ": "j"}.get(letter[:1], letter[:1])
    return unicodedata.normalize("NFC", plain + ACCENTS[accent]) + letter[1:]
