"""The numbers of a content file as they stand in its text, and the same text with one of them moved by a step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_EXAMPLES = ("example", "fires", "quiet", "trend_example", "survival_example", "follow_up_example", "again_example")
_NOT_RULES = ("format", "version", "year", "quan", "fires_mg_per_day", "quiet_mg_per_day")  # of the file, and examples
_TEXT = re.compile(r'"[^"]*"|#.*$')
_NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.])")
_HEADER = re.compile(r"^\s*\[+([\w.-]+)\]+\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Moved:
    """One number moved by one step: where, from what to what, and all of the text with it."""

    file: Path
    line: int
    key: str
    old: str
    new: str
    text: str

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line} {self.key}: {self.old} -> {self.new}"


def moved(file: Path) -> Iterator[Moved]:
    """Each number of a file that is no example and does not describe the file, moved up and moved down."""
    lines = file.read_text("utf-8").split("\n")
    table = ""
    for at, line in enumerate(lines):
        header = _HEADER.match(line)
        if header:
            table = header[1]
            continue
        bare = _TEXT.sub(lambda found: " " * len(found[0]), line)
        if table.rpartition(".")[2] in _EXAMPLES or _of_the_file(table, bare):
            continue
        for found in _NUMBER.finditer(bare):
            key = (re.findall(r"([\w-]+)\s*=", bare[: found.start()]) or [table])[-1]
            for new in _steps(found[0], relative=file.parent.name == "risk"):
                text = [*lines[:at], line[: found.start()] + new + line[found.end() :], *lines[at + 1 :]]
                yield Moved(file, at + 1, key, found[0], new, "\n".join(text))


def _of_the_file(table: str, line: str) -> bool:
    return table in _NOT_RULES or line.partition("=")[0].strip() in _NOT_RULES


def _steps(number: str, *, relative: bool) -> tuple[str, ...]:
    """One up and one down; a coefficient by a hundredth of itself, any other fraction by one in its last place."""
    if "." not in number:
        return str(int(number) + 1), str(int(number) - 1)
    step = abs(float(number)) / 100 if relative else 10.0 ** -len(number.partition(".")[2])
    return repr(round(float(number) + step, 9)), repr(round(float(number) - step, 9))
