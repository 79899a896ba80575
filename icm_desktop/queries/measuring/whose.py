"""Whose facts a measure looks at: so many patients at a time, so that memory does not grow with the practice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, bindparam, column, select, values

AT_ONCE = 20_000  # patients in one question
Params = dict[str, Any]
_LAST = 2**62


class Whose:
    """These patients, or (`ids` None) all whose numbers lie between two that are told when it is asked."""

    def __init__(self, ids: Sequence[int] | None = None) -> None:
        self._these: CTE | None = None
        if ids is not None:  # told once, however many sets look at it
            told = values(column("patient_id", Integer), name="told", literal_binds=True)
            rows = [(int(one),) for one in ids] or [(-1,)]
            self._these = told.data(rows).cte("these")

    def are(self, patient_id: ColumnElement[int]) -> ColumnElement[bool]:
        """The condition that a row is of one of them."""
        if self._these is not None:
            return patient_id.in_(select(self._these.c.patient_id))
        first, last = bindparam("first_patient", 0, Integer), bindparam("last_patient", _LAST, Integer)
        return (patient_id + 0).between(first, last)  # worded so that facts are found by their code, not by this


def spans(numbers: Sequence[int]) -> Iterator[Params]:
    """The numbers of patients from the first to the last, some patients at a time; once for nobody.

    Args:
        numbers: Of all patients, in their order.
    """
    if not numbers:
        yield {}
        return
    firsts = numbers[::AT_ONCE]
    for first, after in zip(firsts, [*firsts[1:], _LAST + 1], strict=True):
        yield {"first_patient": first, "last_patient": after - 1}
