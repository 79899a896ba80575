"""A CSV file as lines of named cells, whatever its encoding and separator; long lines and files are refused early."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from icm_desktop.exchange.fhir.reading import Unreadable

LONGEST_LINE = 1_000_000  # letters
MOST_COLUMNS = 500
_SEPARATORS = ",;\t|"
_AT_ONCE = 1_000_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file is written, and the names of its columns as they stand there."""

    encoding: str
    separator: str
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its number there (where it begins) and its cells. `wrong`: why it cannot be read."""

    number: int
    cells: Sequence[str]
    wrong: str = ""


class _Short:
    """Lines of a text file; one that does not end within the limit refuses the file."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.number = 0

    def __iter__(self) -> _Short:
        return self

    def __next__(self) -> str:
        line = self._file.readline(LONGEST_LINE + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > LONGEST_LINE:
            raise Unreadable(f"Line {self.number} is longer than {LONGEST_LINE:,} letters. This is no table.")
        return line.replace("\x00", "")


def shape_of(path: Path) -> Shape:
    """How a file is written.

    Raises:
        Unreadable: it is empty, or its first line is none of column names.
    """
    encoding = _encoding(path)
    try:
        with path.open(encoding=encoding, newline="") as file:
            first = next(_Short(file), "")
    except UnicodeError:
        raise Unreadable("The text is in an encoding that cannot be read. Save it as UTF-8 first.") from None
    separator = max(_SEPARATORS, key=_outside_quotes(first).count)
    headers = tuple(name.strip() for name in next(csv.reader([first], delimiter=separator), []))
    if not any(headers):
        raise Unreadable("The file is empty, or its first line names no columns.")
    if len(headers) > MOST_COLUMNS:
        raise Unreadable(f"The file has more than {MOST_COLUMNS} columns.")
    return Shape(encoding, separator, headers)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _encoding(path: Path) -> str:
    """By its mark, as UTF-8 where all of it is, else as Western Windows text."""
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name
        file.seek(0)
        decoder, without_end = codecs.getincrementaldecoder("utf-8")(), 0
        try:
            while part := file.read(_AT_ONCE):
                without_end = 0 if b"\n" in part or b"\r" in part else without_end + len(part)
                if without_end > 4 * LONGEST_LINE:
                    raise Unreadable(f"A line is longer than {LONGEST_LINE:,} letters. This is no table.")
                decoder.decode(part)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def lines_of(path: Path, shape: Shape) -> Iterator[Line]:
    """Every line below the column names that is not empty.

    Raises:
        Unreadable: a line without end, or letters that do not fit the encoding.
    """
    with path.open(encoding=shape.encoding, newline="", errors="replace") as file:
        short = _Short(file)
        rows = csv.reader(short, delimiter=shape.separator)
        next(rows, None)
        while True:
            number = short.number + 1
            try:
                row = next(rows, None)
            except csv.Error as problem:
                yield Line(number, (), f"the line cannot be read ({problem})")
                continue
            if row is None:
                return
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield Line(number, cells, _wrong(cells, len(shape.headers)))


def _wrong(cells: Sequence[str], wanted: int) -> str:
    if len(cells) > wanted and any(cells[wanted:]):
        return f"it has {len(cells)} cells, the first line names {wanted} columns"
    return ""


def named(line: Line, names: Sequence[str]) -> dict[str, str]:
    """The cells of a line by name; those that are missing at its end are empty."""
    return dict.fromkeys(names, "") | dict(zip(names, line.cells, strict=False))
