"""Rich Text Format to plain paragraphs: fonts, pictures and hidden text are left out, letters of every code page kept.

Source: Rich Text Format Specification, version 1.9.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from icm_desktop.exchange.documents.letters import clean
from icm_desktop.exchange.documents.unreadable import Unreadable

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_MOST_GROUPS = 500_000
# Groups that hold no words of the document.
_SILENT = frozenset(
    {
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "objdata", "themedata"),
        *(
            "colorschememapping",
            "datastore",
            "latentstyles",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "filetbl",
        ),
        *("revtbl", "xmlnstbl", "mmathPr", "fldinst", "bkmkstart", "bkmkend", "private", "template"),
        *("operator", "nonshppict", "blipuid", "pgptbl", "wgrffmtfilter", "header", "headerl", "headerr"),
        *("headerf", "footer", "footerl", "footerr", "footerf"),
    }
)
_LETTERS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "nestrow": "\n",
    "tab": "\t",
    "cell": "\t",
    "nestcell": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
_SYMBOLS = {"~": "\u00a0", "_": "-", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CHARSETS = {
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    77: "mac_roman",
}


@dataclass(slots=True)
class _State:
    """What a group inherits from the one around it."""

    silent: bool = False
    hidden: bool = False
    fonts: bool = False  # inside the font table
    skip: int = 1  # letters that stand for a Unicode one in old programs
    codec: str | None = None


@dataclass(slots=True)
class _Reading:
    out: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)  # bytes of the code page, decoded together: some letters take two
    page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    state: _State = field(default_factory=_State)
    above: list[_State] = field(default_factory=list)
    skipping: int = 0
    starred: bool = False


def rtf_text(data: bytes) -> str:
    r"""The words of an RTF document.

    Raises:
        Unreadable: It does not begin as RTF.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"{\\rtf"):
        raise Unreadable("documents.damaged")
    reading, place = _Reading(), 0
    while place < len(data):
        token = _TOKEN.match(data, place)
        if token is None:
            break
        place = token.end() + _step(reading, token)
    _settle(reading)
    return clean("".join(reading.out)).strip()


def _step(reading: _Reading, token: re.Match[bytes]) -> int:
    """Take one token; returns how many bytes after it are binary and passed over."""
    hexed, word, number, symbol, brace, text = token.groups()
    if hexed is not None:
        _bytes(reading, bytes([int(hexed, 16)]))
    elif word is not None:
        return _word(reading, word.decode(), int(number) if number is not None else None)
    elif symbol is not None:
        _symbol(reading, symbol)
    elif brace is not None:
        _group(reading, brace == b"{")
    elif text is not None:
        _bytes(reading, text)
    return 0


def _group(reading: _Reading, opens: bool) -> None:
    _settle(reading)
    reading.starred, reading.skipping = False, 0
    if opens:
        if len(reading.above) < _MOST_GROUPS:
            reading.above.append(replace(reading.state))
    elif reading.above:
        reading.state = reading.above.pop()


def _bytes(reading: _Reading, text: bytes) -> None:
    passed = min(reading.skipping, len(text))
    reading.skipping -= passed
    if not (reading.state.silent or reading.state.hidden):
        reading.raw += text[passed:]


def _symbol(reading: _Reading, symbol: bytes) -> None:
    if symbol == b"*":
        reading.starred = True
    else:
        _write(reading, _SYMBOLS.get(symbol.decode("latin-1"), ""))


def _word(reading: _Reading, word: str, number: int | None) -> int:
    state = reading.state
    if word == "bin":
        return max(number or 0, 0)
    if word in _SILENT or (reading.starred and word != "shppict" and word not in _LETTERS):
        _settle(reading)
        state.silent = True
        state.fonts = state.fonts or word == "fonttbl"
        reading.starred = False
        return 0
    reading.starred = False
    rule = _RULES.get(word)
    if rule is not None:
        _settle(reading)
        rule(reading, number)
    elif word in _LETTERS:
        _write(reading, _LETTERS[word])
    return 0


def _unicode(reading: _Reading, number: int | None) -> None:
    code = (number or 0) % 0x10000
    _write(reading, chr(code))
    reading.skipping = reading.state.skip


def _skip_rule(reading: _Reading, number: int | None) -> None:
    reading.state.skip = max(number if number is not None else 1, 0)


def _page_rule(reading: _Reading, number: int | None) -> None:
    if number is not None and _known(f"cp{number}"):
        reading.page = "utf-8" if number == 65001 else f"cp{number}"


def _font_rule(reading: _Reading, number: int | None) -> None:
    if reading.state.fonts:
        reading.font = number or 0
    else:
        reading.state.codec = reading.fonts.get(number or 0)


def _charset_rule(reading: _Reading, number: int | None) -> None:
    if reading.state.fonts and number in _CHARSETS:
        reading.fonts[reading.font] = _CHARSETS[number]


def _hidden_rule(reading: _Reading, number: int | None) -> None:
    reading.state.hidden = number != 0


def _plain_rule(reading: _Reading, number: int | None) -> None:
    reading.state.hidden = False
    reading.state.codec = None


def _old_page(name: str) -> Callable[[_Reading, int | None], None]:
    def rule(reading: _Reading, number: int | None) -> None:
        reading.page = _CODE_PAGES[name]

    return rule


_RULES: dict[str, Callable[[_Reading, int | None], None]] = {
    "u": _unicode,
    "uc": _skip_rule,
    "ansicpg": _page_rule,
    "f": _font_rule,
    "fcharset": _charset_rule,
    "v": _hidden_rule,
    "deleted": _hidden_rule,
    "plain": _plain_rule,
    **{name: _old_page(name) for name in _CODE_PAGES},
}


def _write(reading: _Reading, text: str) -> None:
    _settle(reading)
    if not (reading.state.silent or reading.state.hidden):
        reading.out.append(text)


def _settle(reading: _Reading) -> None:
    """Turn the bytes gathered so far into letters of the font in force."""
    if reading.raw:
        reading.out.append(reading.raw.decode(reading.state.codec or reading.page, "replace"))
        reading.raw.clear()


def _known(codec: str) -> bool:
    try:
        b"a".decode(codec)
    except LookupError:
        return False
    return True
