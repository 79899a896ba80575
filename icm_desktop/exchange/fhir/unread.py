"""What of a resource no mapping looks at: it is kept as it came and no screen shows it, so the account must name it."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from icm_desktop.exchange.fhir.values import Json, objs

NOT_SHOWN, EXTENSION = "not_shown", "extension"
_TOGETHER = frozenset({"bookkeeping", "narrative", "repeated"})  # one line per type says enough
ALL_BENEATH = ".*"
_EXTENSIONS = frozenset({"extension", "modifierExtension"})


@dataclass(frozen=True, slots=True)
class Elements:
    """Which elements are read, per type, as paths without list places: "name.given", "extension(us-core-race)".

    A path that ends with ".*" is read with everything beneath it. `ends`, `wholes` and `kinds` name per reason the
    elements that are set aside on purpose: by the end of their path, by all of it, or by their type.
    """

    read: Mapping[str, frozenset[str]]
    ends: Mapping[str, frozenset[str]]
    wholes: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]

    def why(self, kind: str, path: str) -> str:
        """Why an element that is not read is left out."""
        end = path.rpartition(".")[2]
        for reason, names in self.wholes.items():
            if path in names or end in self.ends[reason]:
                return reason
        if end.endswith(")"):
            return EXTENSION
        return next((reason for reason, kinds in self.kinds.items() if kind in kinds), NOT_SHOWN)

    def unread(self, kind: str, resource: Json) -> set[str]:
        """The topmost elements of a resource that nothing looks at."""
        found: set[str] = set()
        _look(resource, "", self.read.get(kind, frozenset()), found)
        return found


def _look(part: Json, before: str, read: frozenset[str], found: set[str]) -> None:
    for name, value in part.items():
        path = before + name
        if name in _EXTENSIONS:
            for one in objs(value):
                _look_at(one, f"{path}({_tail(one)})", read, found)
        elif path != "resourceType":
            _look_at(value, path, read, found)


def _look_at(value: Any, path: str, read: frozenset[str], found: set[str]) -> None:
    if path + ALL_BENEATH in read:
        return
    if path not in read:
        found.add(path)
    elif isinstance(value, dict):
        _look(value, path + ".", read, found)
    elif isinstance(value, list):
        for one in value:
            if isinstance(one, dict):
                _look(one, path + ".", read, found)


def _tail(extension: Json) -> str:
    return str(extension.get("url")).rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Left:
    """Elements of one type that are not read for the same reason, and how often they came."""

    kind: str
    elements: str
    count: int
    why: str


def summed(counts: Mapping[tuple[str, str], int]) -> tuple[Left, ...]:
    """One line per element that is not shown; what is set aside on purpose is one line per type and reason."""
    known, lines = elements(), []
    together: dict[tuple[str, str], Counter[str]] = {}
    for (kind, path), count in sorted(counts.items()):
        why = known.why(kind, path)
        if why not in _TOGETHER:
            lines.append(Left(kind, path, count, why))
        else:
            together.setdefault((kind, why), Counter())[path.rpartition(".")[2]] += count
    lines += [Left(kind, ", ".join(sorted(ends)), ends.total(), why) for (kind, why), ends in together.items()]
    return tuple(sorted(lines, key=lambda line: (line.kind, line.why, line.elements)))


@cache
def elements() -> Elements:
    """The list that is shipped; `python -m tests.exchange.not_understood` makes it by watching the mappings at work."""
    told = tomllib.loads(files("resources").joinpath("schemas", "fhir", "read_elements.toml").read_text("utf-8"))
    ends, wholes, kinds = (
        {reason: frozenset(one.get(name, ())) for reason, one in told["set_aside"].items()}
        for name in ("ends", "wholes", "kinds")
    )
    return Elements({kind: frozenset(paths) for kind, paths in told["read"].items()}, ends, wholes, kinds)
