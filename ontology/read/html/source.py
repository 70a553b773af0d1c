"""The bytes of a page → its source, in the encoding that it is in.

How browsers find it: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.
"""

import re

from ontology.read.decode import decode
from ontology.read.html.tags import words

_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s{0,9}=[\s\"']{0,9}([\w.:-]{2,40})", re.I)
_LATIN = frozenset({"iso-8859-1", "latin1", "us-ascii", "ascii", "cp1252"})
_OTHERS = words(
    "windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256"
    " windows-1257 windows-1258 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7"
    " iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u"
    " shift_jis euc-jp gb2312 gbk gb18030 big5 euc-kr macintosh"
)
"""Encodings of https://encoding.spec.whatwg.org/ that Python knows, but for Unicode."""


def source_of(data: bytes, where: str) -> str:
    """The source of a page, its lines ended by LF; a Problem where it is no text (``decode``).

    A byte order mark and bytes that can be nothing but UTF-8 are believed before what the page
    says: many are saved in another encoding than the one they name.
    """
    text = decode(data, where)
    named = _CHARSET.search(data[:4096])
    encoding = named[1].decode("ascii").lower() if named else ""
    encoding = "windows-1252" if encoding in _LATIN else encoding
    if encoding not in _OTHERS or _is_unicode(data):
        return text
    try:
        return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return text


def _is_unicode(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return True
