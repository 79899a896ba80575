"""Whether somebody of the directory takes an insurance, by the names that were typed here and there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from icm_desktop.domain.names import folded

_BETWEEN = re.compile(r"[,;/\n]")
_LEAST = 4  # shorter names, such as "PPO", are part of many others and count only when they are the whole name


def takes(told: str | None, names: Iterable[str]) -> bool:
    """Whether one of the insurances an entry tells is one of these: "Medicaid" and "Texas Medicaid" are the same one.

    Args:
        told: What the entry says, "Medicaid, Blue Cross"; None says nothing.
        names: Payers and plans of the patient.
    """
    taken = [name for each in _BETWEEN.split(told or "") if (name := folded(each))]
    return any(_same(one, folded(other)) for one in taken for other in names)


def _same(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST:
        return one == other
    return one in other or other in one
