"""What somebody here changed of an imported resource, put into it; all the rest of it stays as it came."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir.values import Json

_KEPT = frozenset({"resourceType", "id", "meta"})
# Fields of which a resource has one of several forms: a new form takes the place of the old one.
_CHOICES = (
    "abatement", "deceased", "effective", "medication", "multipleBirth", "occurrence", "onset", "performed", "reported",
    "value",
)  # fmt: skip


def overlaid(raw: Json, before: Json, after: Json) -> Json:
    """An imported resource with what changed since.

    Args:
        raw: The resource as it came.
        before: What our writer makes of the row as it was imported.
        after: What it makes of the row as it is now.
    """
    found = dict(raw)
    for name in (before.keys() | after.keys()) - _KEPT:
        if before.get(name) == after.get(name):
            continue
        for other in _forms(name, found):
            del found[other]
        if name in after:
            found[name] = _merged(raw.get(name), before.get(name), after[name])
    return found


def _forms(name: str, resource: Json) -> list[str]:
    stem = next((choice for choice in _CHOICES if name.startswith(choice) and name[len(choice) :][:1].isupper()), None)
    if stem is None:
        return [name] if name in resource else []
    return [other for other in resource if other.startswith(stem) and other[len(stem) :][:1].isupper()]


def _merged(raw: Any, before: Any, after: Any) -> Any:
    """Of a list the entries nobody touched stay as they came, and so do those our rows do not hold at all."""
    if not (isinstance(raw, list) and isinstance(after, list)):
        return after
    if not isinstance(before, list):
        return raw + after
    foreign = [one for one in raw if _is_foreign(one, before)]
    mine = [one for one in raw if one not in foreign]
    return [_as_it_came(one, mine, before) for one in after] + foreign


def _is_foreign(entry: Any, before: list[Any]) -> bool:
    """Whether an entry has nothing in common with what we hold: an activity that only points elsewhere."""
    return isinstance(entry, dict) and not any(isinstance(one, dict) and one.keys() & entry.keys() for one in before)


def _as_it_came(entry: Any, raw: list[Any], before: list[Any]) -> Any:
    """By place, which is the only identity FHIR gives parts of a resource; by what they say where some are not held."""
    if entry not in before:
        return entry
    if len(raw) == len(before):
        return raw[before.index(entry)]
    return next((one for one in raw if _agrees(entry, one)), entry)


def _agrees(ours: Any, theirs: Any) -> bool:
    """Whether theirs says all that ours says."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return all(name in theirs and _agrees(value, theirs[name]) for name, value in ours.items())
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) <= len(theirs) and all(map(_agrees, ours, theirs))
    return bool(ours == theirs)
