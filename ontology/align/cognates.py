"""Cognates: what words that languages borrowed from each other have in common."""

import re
from functools import cache, lru_cache

_ENDINGS = (
    (r"(?:is|iz|izz)(?:ation|acion|azione|acao|atie|ering|ierung|acja|atsi[iy]a?)", "izT"),
    (r"(?:ation|acion|azione|acao|atie|ierung|acja|atsi[iy]a?)", "aT"),
    (r"(?:tion|cion|zione|cao|sion|sione|sao|ssion|tie|cja|tsi[iy]a?|si[iy]a)", "T"),
    (r"(?:idade|idad|itat|iteit|itate|ity|ite|ita)", "D"),
    (r"(?:ologia|ologie|ologiia|ologiya|ology)", "olG"),
    (r"(?:grafia|graphie|grafie|grafiia|grafiya|graphy)", "grF"),
    (r"(?:icheskii|icheskiy|icheskaia|icheskaya|ischer|ische|isches|isch|icos|icas|icos|iques"
     r"|ics|ical|ico|ica|ici|ique|ikos|iki|iko|ika|iek|ik|ic)", "C"),
    (r"(?:amento|amiento|imento|imiento|ement|mento|miento|ment)", "M"),
    (r"(?:ancia|encia|anza|enza|ance|ence|ancy|ency|anz|enz|antie|entie)", "N"),
    (r"(?:ateur|atore|ador|edor|idor|ator)", "aR"),
    (r"(?:ados|adas|ado|ada|ati|ato|ata|ates|ated|ate|at)", ""),
    (r"(?:eur|ore|or|er)", "R"),
    (r"(?:arios|arias|aires|ario|aria|aire|ary|ar|aer)", "Y"),
    (r"(?:orios|orias|oires|orio|oria|oire|ory)", "oY"),
    (r"(?:ismo|isme|ismus|izm|ism)", "ism"),
    (r"(?:ista|iste|ist)", "ist"),
    (r"(?:euse|eux|oso|osa|ous|oes)", "S"),
    (r"(?:abile|ibile|able|ible|avel|ivel)", "B"),
    (r"(?:ivo|iva|ive|if|iv|ief)", "V"),
    (r"(?:ale|ales|ali|elle|ell|eel|ais|aux|al|el)", "L"),
    (r"(?:os|as|es|is|[aeiouys])", ""),
)  # fmt: skip
"""What languages of one family end a borrowed word with, and one sign for each such ending."""

_ENDING = tuple((re.compile(pattern + r"\Z"), sign) for pattern, sign in _ENDINGS)
_LETTERS = (
    ("ph", "f"), ("th", "t"), ("rh", "r"), ("sch", "sk"), ("ch", "k"), ("ck", "k"), ("qu", "k"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("z", "s"), ("x", "ks"), ("y", "i"),
    ("w", "v"), ("j", "i"), ("h", ""), ("ae", "e"), ("oe", "o"),
    ("au", "av"), ("eu", "ev"),
)  # fmt: skip
_SURE_FROM = ((7, 0.9), (6, 0.85), (4, 0.8), (3, 0.6))
"""Letters of two equal forms, and how sure they are."""
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def form(word: str) -> str:
    """What the cognates of a folded word have in common, as far as rules reach.

    Analytic, analítico, analytique and analytisch have one form, and аналитический too.
    """
    latin = _latin(word)
    for pattern, sign in _ENDING:
        found = pattern.search(latin)
        # What is left must still be a stem; before -tion two letters are one: nation, action.
        if found and found.start() >= (2 if sign == "T" else 3):
            latin, ending = latin[: found.start()], sign
            break
    else:
        ending = ""
    for letters, sound in _LETTERS:
        latin = latin.replace(letters, sound)
    return _DOUBLE.sub(r"\1", latin) + ending


def _latin(word: str) -> str:
    if word.isascii():
        return word
    from anyascii import anyascii

    return "".join(char for char in anyascii(word).lower() if char.isalnum())


def cognates(one: str, other: str) -> float:
    """How surely two forms are cognates: the longer they are and the nearer, the surer."""
    shorter = min(len(one), len(other))
    if shorter < 3 or one[0] != other[0]:
        return 0.0
    if one == other:
        return next(sure for least, sure in _SURE_FROM if shorter >= least)
    if _consonants(one) == _consonants(other) and shorter >= 5:
        return 0.85 if len(_consonants(one)) >= 6 else 0.75
    from rapidfuzz.distance import Indel

    likeness = Indel.normalized_similarity(one, other)
    return likeness * 0.9 if likeness >= 0.84 and one[:3] == other[:3] and shorter >= 5 else 0.0


@cache
def _consonants(form: str) -> str:
    return _VOWELS.sub("", form)
