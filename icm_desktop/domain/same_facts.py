"""When two sources tell of one and the same fact, and when what they say of it cannot both be so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeVar

from icm_desktop.domain.names import folded

R = TypeVar("R")
_ENDED = frozenset({"inactive", "remission", "resolved"})  # FHIR clinicalStatus
_REFUTED = "refuted"

Codes = Iterable[tuple[str | None, str | None]]


def keys(text: str | None, codes: Codes) -> tuple[Hashable, ...]:
    """What a fact is found by: its name, and each of its codes. Facts that share one are the same fact."""
    name = folded(text or "")
    coded = sorted({(system or "", code) for system, code in codes if code})
    return (*((("", name),) if name else ()), *coded)


def grouped(
    rows: Sequence[R], keys_of: Callable[[R], Iterable[Hashable]], apart: Callable[[R, R], bool]
) -> list[list[R]]:
    """Rows that share a key, in the order of their first; what stands apart from the first of a group is none of it.

    Args:
        rows: In the order they are shown.
        keys_of: What a row is found by.
        apart: Whether two rows must not share a group.
    """
    groups: list[list[R]] = []
    by_key: dict[Hashable, list[int]] = {}
    for row in rows:
        found = tuple(keys_of(row))
        at = next((at for key in found for at in by_key.get(key, ()) if not apart(groups[at][0], row)), None)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(row)
        for key in found:
            by_key.setdefault(key, []).append(at)
    return groups


def has_ended(status: str | None, abated: str | None = None) -> bool:
    """Whether a problem or an allergy is told as over."""
    return status in _ENDED or (status is None and abated is not None)


def one_episode(one: str | None, other: str | None) -> bool:
    """Whether two beginnings, as FHIR dates of any precision, can be of the same time."""
    if not one or not other:
        return True
    length = min(len(one), len(other), 10)
    return one[:length] == other[:length]


def contradicting(
    ours: dict[str, str | None], theirs: dict[str, str | None], plain: Collection[str]
) -> tuple[str, ...]:
    """The columns in which two tellings of one fact cannot both be so.

    Args:
        ours: status, verification, onset_when and the `plain` ones, by column; abated_when where the kind has it.
        theirs: The same columns.
        plain: Columns that contradict when both say something else.
    """
    found = [name for name in plain if ours.get(name) and theirs.get(name) and ours[name] != theirs[name]]
    if (ours.get("verification") == _REFUTED) != (theirs.get("verification") == _REFUTED):
        found.append("verification")
    over = has_ended(ours.get("status"), ours.get("abated_when"))
    same_time = one_episode(ours.get("onset_when"), theirs.get("onset_when"))
    if over != has_ended(theirs.get("status"), theirs.get("abated_when")) and same_time:
        found += [name for name in ("status", "abated_when") if ours.get(name) != theirs.get(name)]
    return tuple(found)
