"""The content of a version of the plan, and what differs between two of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FORMAT = 1
SECTIONS = ("concern", "goal", "action", "barrier", "part", "team")
ADDED, CHANGED, ENDED, REMOVED = "added", "changed", "ended", "removed"
PASSING = frozenset({"current", "trend"})  # facts that results change by themselves: no change of the plan


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the plan as it was. `id` is stable ("goal:12"), `under` the line it hangs beneath."""

    section: str
    id: str
    title: str
    facts: Mapping[str, str]
    under: str | None = None
    is_open: bool = True
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact of a line, before and after."""

    fact: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one line: added, changed, ended or removed."""

    section: str
    what: str
    id: str
    title: str
    changes: tuple[FactChange, ...] = ()
    sensitive: bool = False


def content_of(items: Iterable[Item], missing: Iterable[str] | None = None) -> dict[str, Any]:
    """Lines as they are kept; `missing` names what the plan lacked of a whole one, None when nobody looked."""
    return {
        "format": FORMAT,
        **({} if missing is None else {"missing": list(missing)}),
        "items": [
            {
                "section": item.section,
                "id": item.id,
                "under": item.under,
                "title": item.title,
                "open": item.is_open,
                "sensitive": item.sensitive,
                "facts": dict(item.facts),
            }
            for item in items
        ],
    }


def items_of(content: Mapping[str, Any]) -> tuple[Item, ...]:
    """Kept lines."""
    return tuple(
        Item(each["section"], each["id"], each["title"], each["facts"], each["under"], each["open"], each["sensitive"])
        for each in content["items"]
    )


def missing_of(content: Mapping[str, Any]) -> tuple[str, ...] | None:
    """What the plan lacked; None where nobody looked (a version from before that was kept)."""
    return tuple(content["missing"]) if "missing" in content else None


def hash_of(content: Mapping[str, Any]) -> bytes:
    """SHA-256 of the content as JSON with sorted keys."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).digest()


def differences(before: Sequence[Item], after: Sequence[Item]) -> tuple[Difference, ...]:
    """What was added, changed, ended or removed, section by section in the order of the newer one."""
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    found = [each for item in after if (each := _became(old.get(item.id), item))]
    found += [_told(item, REMOVED) for item in before if item.id not in new]
    return tuple(sorted(found, key=lambda each: SECTIONS.index(each.section)))


def _became(old: Item | None, new: Item) -> Difference | None:
    if old is None:
        return _told(new, ADDED)
    names = [*new.facts, *(name for name in old.facts if name not in new.facts)]
    changes = tuple(
        FactChange(name, old.facts.get(name), new.facts.get(name))
        for name in names
        if name not in PASSING and old.facts.get(name) != new.facts.get(name)
    )
    if old.under != new.under:
        changes += (FactChange("under", old.under, new.under),)
    if old.is_open and not new.is_open:
        return _told(new, ENDED, changes)
    return _told(new, CHANGED, changes) if changes else None


def _told(item: Item, what: str, changes: tuple[FactChange, ...] = ()) -> Difference:
    return Difference(item.section, what, item.id, item.title, changes, item.sensitive)
