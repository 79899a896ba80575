"""What a command prints: one JSON document, or lines for a person."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from icm_desktop.errors import Invalid
from icm_desktop.words import say


@dataclass(frozen=True, slots=True)
class Output:
    """A command's document, the same as text, and whether its exit code is 0."""

    document: Any
    text: str
    ok: bool = True


def plain(value: Any) -> Any:
    """Frozen values as JSON ones: dataclasses as objects, days and aware instants as ISO text, sets as sorted lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(item) for item in value)
    return value


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Aligned columns; an empty cell for what is unknown."""
    cells = [list(headings), *([("" if cell is None else str(cell)) for cell in row] for row in rows)]
    widths = [max(len(row[index]) for row in cells) for index in range(len(headings))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join(lines)


def show(output: Output, *, as_json: bool) -> None:
    """Print it on stdout."""
    text = json.dumps(output.document, ensure_ascii=False, indent=1, allow_nan=False) if as_json else output.text
    stream = sys.stdout
    stream.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    stream.flush()


class OnStderr:
    """Says how far long work is, at each tenth, by the sentence of a code; of less than `least` steps nothing."""

    def __init__(self, words: str, least: int = 1) -> None:
        self._words, self._least, self._said = words, least, 0

    def step(self, done: int, total: int) -> None:
        """See `long_work.Progress`."""
        tenth = done * 10 // total if total >= self._least else 0
        if tenth > self._said:
            self._said = tenth
            notice(say(self._words, percent=tenth * 10))


def write_file(out: Path, content: bytes) -> None:
    """Write what the command made.

    Raises:
        Invalid: cli.cannot_write.
    """
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Invalid("cli.cannot_write", file=str(out), reason=error.strerror or "") from error


def notice(text: str) -> None:
    """Tell a person something that is not the result; always on stderr."""
    print(text, file=sys.stderr, flush=True)
