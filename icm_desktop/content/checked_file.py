"""A content file checked against its JSON Schema; a broken one is refused with its name, line and reason."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from icm_desktop import paths

Place = tuple[str | int, ...]
_SCHEMAS = paths.RESOURCES / "content" / "schemas"


class BrokenFile(Exception):
    """A content file that cannot be used: which file, which line (0: none in particular), and why."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}" if line else f"{file}: {reason}")
        self.file, self.line, self.reason = file, line, reason


def checked(file: Path, schema: str) -> dict[str, Any]:
    """What a file says.

    Args:
        file: The TOML file.
        schema: The name of its schema, such as "pathway".

    Raises:
        BrokenFile: it is not TOML, or breaks the schema.
    """
    text = file.read_text("utf-8")
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise BrokenFile(file.name, int(found[1]) if found else 0, str(error)) from error
    wrong = jsonschema.exceptions.best_match(_validator(schema).iter_errors(document))
    if wrong is not None:
        raise BrokenFile(file.name, line_of(text, tuple(wrong.absolute_path)), wrong.message)
    return document


def broken(file: Path, place: Place, reason: str) -> BrokenFile:
    """The refusal of a file at a place in it that its schema cannot see."""
    return BrokenFile(file.name, line_of(file.read_text("utf-8"), place), reason)


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((_SCHEMAS / f"{schema}.schema.json").read_text("utf-8")))


def line_of(text: str, place: Place) -> int:
    """The line of a value in a TOML text, or of the table it stands in; 1 when it cannot be told."""
    lines = text.split("\n")
    at, end = 0, len(lines)
    for key, following in zip(place, (*place[1:], None)[: len(place)], strict=True):
        if isinstance(key, int):
            continue
        nth = following if isinstance(following, int) else 0
        header = re.compile(rf"^\s*\[\[?(?:[\w-]+\.)*{re.escape(key)}\]\]?")
        starts = [n for n in range(at, end) if header.match(lines[n])]
        if len(starts) > nth:
            at, end = starts[nth], min((n for n in starts if n > starts[nth]), default=end)
            continue
        plain = re.compile(rf"(?<![\w-]){re.escape(key)}\s*=")
        at = next((n for n in range(at, end) if plain.search(lines[n])), at)
    return at + 1
