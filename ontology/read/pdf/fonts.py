"""The fonts of a PDF: which letters a string stands for, how wide they are, whether they are bold.

ISO 32000-1, sections 9.5 to 9.10. The one place that leans on a part of pypdf that it does not
promise to keep: its public functions give text without its width.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf.generic._font import Font


def read_font(described: Any) -> "Font":
    """The font that a dictionary of the page describes."""
    from pypdf.generic._font import Font

    return Font.from_font_resource(described)


def letters(shown: bytes | str, font: "Font") -> tuple[str, list[float]]:
    """The text of a string, and the width of each of its codes in thousandths of its size."""
    if isinstance(shown, str):
        codes = text = shown
    elif isinstance(font.encoding, str):
        codes = shown.decode(font.encoding, "replace")
        text = "".join(str(font.character_map.get(code, code)) for code in codes)
    else:
        codes = "".join(map(chr, shown))
        named = (font.encoding.get(code, chr(code)) for code in shown)
        text = "".join(str(font.character_map.get(name, name)) for name in named)
    space = font.space_char
    return text, [
        float(font.space_width if code == space else font.get_text_width(code)) for code in codes
    ]


def is_bold(font: "Font") -> bool:
    """By the font's name, its weight, or its flag ForceBold (section 9.8.2)."""
    names = f"{font.name} {font.font_descriptor.name}".lower()
    flags, weight = font.font_descriptor.flags, str(font.font_descriptor.weight)
    heavy = weight.isdecimal() and 600 <= int(weight) <= 1000
    named = any(word in names for word in ("bold", "black", "heavy", "demi", "-bd", "cmbx"))
    return named or heavy or bool(isinstance(flags, int) and flags & (1 << 18))
