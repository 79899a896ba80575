"""A table as a CSV file that no spreadsheet program takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"  # spreadsheet programs read UTF-8 only with it
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*%?", re.ASCII)
# A program that finds one of these first may take the cell for a formula; the wide ones are folded to them.
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def safe(cell: str) -> str:
    """A cell that stays text: an apostrophe goes before what could begin a formula; plain numbers stay numbers.

    Source: OWASP, CSV Injection.
    """
    if cell.lstrip(" ").startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a CSV file: UTF-8 with byte order mark, commas, lines ended by CR LF (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe(cell) for cell in header])
    for row in rows:
        writer.writerow([safe(cell.replace("\0", "")) for cell in row])
    return (_BOM + text.getvalue()).encode("utf-8", "replace")


def csv_line(cells: Sequence[str], *, first: bool = False) -> bytes:
    """One line of a CSV file that is written row by row; `first`: the byte order mark stands before it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([safe(cell.replace("\0", "")) for cell in cells])
    return ((_BOM if first else "") + text.getvalue()).encode("utf-8", "replace")
