"""A directory in a CSV file: its lines as fields with their names, whatever the columns are called there."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from icm_desktop.domain.names import folded

_ENCODINGS = ("utf-8-sig", "cp1252")  # the second is what spreadsheet programs of Windows write
_BETWEEN = re.compile(r"[,;/|]")
PERSON, PLACE, SERVICE = "person", "place", "service"


@dataclass(frozen=True, slots=True)
class Known:
    """What columns, kinds and languages are called, folded, and what each name means."""

    columns: Mapping[str, str]
    kinds: Mapping[str, str]
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file by its number there; `fields` are those that are filled."""

    number: int
    kind: str
    fields: Mapping[str, str]
    languages: tuple[str, ...] = ()
    problem: str = ""
    about: str = ""  # what the problem is about: a word of the line


class NotADirectory(ValueError):
    """No line of column names that tells a name."""


def read(content: bytes, known: Known) -> Iterator[Line]:
    """Every line below the column names that is not empty.

    Raises:
        NotADirectory: there is no column for a name.
    """
    rows = csv.reader(io.StringIO(_text(content), newline=""), _dialect(content))
    columns = [known.columns.get(folded(title)) for title in next(rows, [])]
    if not {"name", "family"} & set(columns):
        raise NotADirectory
    for row in rows:
        fields = {name: _cell(cell) for name, cell in zip(columns, row, strict=False) if name and cell.strip()}
        if fields:
            yield _line(rows.line_num, fields, known)


def _line(number: int, fields: dict[str, str], known: Known) -> Line:
    kind_word, spoken = fields.pop("kind", ""), fields.pop("languages", "")
    kind = known.kinds.get(folded(kind_word)) if kind_word else _guess(fields)
    codes, strange = [], ""
    for word in filter(None, (each.strip() for each in _BETWEEN.split(spoken))):
        code = known.languages.get(folded(word)) or (word.lower() if re.fullmatch(r"[A-Za-z]{2,3}", word) else None)
        codes.append(code or "")
        strange = strange or ("" if code else word)
    if kind is None:
        return Line(number, PLACE, fields, (), "set_up.line_kind", kind_word)
    if strange:
        return Line(number, kind, fields, (), "set_up.line_language", strange)
    return Line(number, kind, fields, tuple(dict.fromkeys(codes)))


def _guess(fields: Mapping[str, str]) -> str:
    """A line with a family name or an NPI beside a name of its own is a person, anything else a place."""
    return PERSON if "family" in fields else PLACE


def _cell(cell: str) -> str:
    """Without the apostrophe that keeps spreadsheet programs from reading a formula."""
    text = cell.strip()
    return text[1:] if re.match(r"'[=+\-@]", text) else text


def _text(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def _dialect(content: bytes) -> type[csv.Dialect]:
    """Commas, semicolons or tabs: whatever the first line has most of."""
    first = _text(content[:4000]).partition("\n")[0]

    class Found(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Found
