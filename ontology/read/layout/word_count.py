"""How many words a text has, in scripts with spaces and without."""

from functools import lru_cache


@lru_cache(maxsize=100_000)
def word_count(text: str) -> int:
    """The words of ``text``; where none are divided by spaces, two letters count as one."""
    words = len(text.split())
    if len(text) > 3 and not text.isascii():
        wide = sum(char > "\u2e7f" for char in text)
        return max(words, (wide + 1) // 2)
    return words
