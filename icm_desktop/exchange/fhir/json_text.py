"""Text to JSON values, and in plain words with line and column why a text is none."""

from __future__ import annotations

import re
from typing import Any

import orjson

BOM = b"\xef\xbb\xbf"
_TOKENS = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[][{}:]', re.DOTALL)
_ESCAPED_COLONS = (b"\\u003a", b"\\u003A")  # with one of these a text has one colon more once it is written anew
_GZIP = b"\x1f\x8b"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"{\x00", b"\x00{", b"[\x00", b"\x00[")
LONGEST_NAME = 60


class NotJson(Exception):
    """A text that is refused. `more_lines`: a second document follows on the second line, as in NDJSON."""

    def __init__(self, reason: str, more_lines: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.more_lines = more_lines


class NoRepeats(dict[str, Any]):
    """An object that tells of names it already has; used where a file is too large to be read in one go.

    It does not raise: a parser written in C may give out the object first and the exception a step later.
    """

    __slots__ = ("_problems",)

    def __init__(self, problems: list[str]) -> None:
        super().__init__()
        self._problems = problems

    def __setitem__(self, name: str, value: Any) -> None:
        if name in self:
            self._problems.append(f"{_repeated(name)}.")
        super().__setitem__(name, value)


def parsed(data: bytes, *, checked: bool = False) -> Any:
    """The value of a JSON text.

    A name that stands twice in one object is refused: which of two birth dates counts is not for us to guess, and
    FHIR allows no name twice.

    Args:
        data: The text, without a byte order mark.
        checked: Whether this text was parsed before, so that names need not be looked at again.

    Raises:
        NotJson: with the place.

    Source: RFC 8259; FHIR R4, JSON representation (UTF-8, property names are unique).
    """
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise NotJson(_why(data, error), _more_lines(data, error)) from None
    if not checked and _may_repeat(data, value):
        _refuse_repeated(data)
    return value


def _may_repeat(data: bytes, value: Any) -> bool:
    # Written anew, an object has each name once: one colon fewer for every repeated name, and those of its lost value.
    # Nothing but an escaped colon can add one, and a single byte is counted three times as fast as a pair.
    if b"\\u003" in data and any(sign in data for sign in _ESCAPED_COLONS):
        return True
    try:
        return data.count(b":") != orjson.dumps(value).count(b":")
    except TypeError:  # nested deeper than can be written
        return True


def _refuse_repeated(data: bytes) -> None:
    names: list[set[str]] = []
    last = None
    for token in _TOKENS.finditer(data):
        sign = token[0]
        if sign in (b"{", b"["):
            names.append(set())
        elif sign in (b"}", b"]"):
            names.pop()
        elif sign != b":":
            last = token
        elif last is not None:
            name = str(orjson.loads(last[0]))
            if name in names[-1]:
                raise NotJson(f"{_repeated(name)}: {_place(data, last.start())}.")
            names[-1].add(name)


def _repeated(name: str) -> str:
    return f"The name “{name[:LONGEST_NAME]}” stands twice in one object"


def _why(data: bytes, error: orjson.JSONDecodeError) -> str:
    if data.startswith(_GZIP):
        return "The file is compressed. Unpack it first."
    if data.startswith(_WIDE):
        return "The text is not UTF-8 but UTF-16 or UTF-32. Save it as UTF-8 first."
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as place:
        return f"The text is not UTF-8: {_place(data, place.start)}."
    what = "The file ends in the middle" if "end of data" in error.msg else f"This is not correct JSON ({error.msg})"
    return f"{what}: line {error.lineno}, column {error.colno}."


def _more_lines(data: bytes, error: orjson.JSONDecodeError) -> bool:
    return "after document" in error.msg and error.lineno == 2 and data.lstrip().startswith(b"{")


def _place(data: bytes, offset: int) -> str:
    line_start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[line_start:offset].decode("utf-8", "replace")) + 1
    line = data.count(b"\n", 0, offset) + 1
    return f"line {line}, column {column}"
