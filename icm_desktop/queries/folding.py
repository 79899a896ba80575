"""One fact told by several sources is one line with all of them, unless they contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Integer, bindparam, select

from db.models.exchange import ImportDifference
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Provenance
from icm_desktop.domain.differences import BOTH, MINE, OPEN, THEIRS
from icm_desktop.domain.same_facts import grouped
from icm_desktop.permissions import Privilege, requires

_DIFFERENCES = select(
    ImportDifference.kind, ImportDifference.row_id, ImportDifference.other_id, ImportDifference.state
).where(ImportDifference.patient_id == bindparam("patient_id", type_=Integer), ImportDifference.removed_at.is_(None))


class Line(Protocol):
    """A line of the chart about one record."""

    @property
    def id(self) -> int: ...

    @property
    def provenance(self) -> Provenance: ...


L = TypeVar("L", bound=Line)


@dataclass(frozen=True, slots=True)
class Group(Generic[L]):
    """The line that is shown, the others it stands for, and who else says so.

    `differs`: a question waits. `decided`: a person said that what is shown is right.
    """

    shown: L
    others: tuple[L, ...]
    also: tuple[Provenance, ...]
    differs: bool
    decided: bool


@dataclass(frozen=True, slots=True)
class Differences:
    """Of one patient: records about which a question waits, those decided for, and pairs that are not one line."""

    open: frozenset[tuple[str, int]]
    decided: frozenset[tuple[str, int]]
    apart: frozenset[tuple[str, int, int]]

    def fold(
        self,
        kind: str,
        rows: Sequence[L],
        keys_of: Callable[[L], Iterable[Hashable]],
        not_one: Callable[[L, L], bool] = lambda _one, _other: False,
    ) -> tuple[Group[L], ...]:
        """Lines that tell of one fact, in the order of the first; what was entered here is what is shown."""
        groups = grouped(
            rows, keys_of, lambda one, other: not_one(one, other) or self.stand_apart(kind, one.id, other.id)
        )
        return tuple(self._group(kind, group) for group in groups)

    def _group(self, kind: str, rows: list[L]) -> Group[L]:
        ours = (row for row in rows if row.provenance.received_at is None)
        shown = next(ours, None) or next((row for row in rows if (kind, row.id) in self.decided), rows[0])
        others = tuple(row for row in rows if row is not shown)
        also = {_who(row.provenance): row.provenance for row in reversed(others)}
        also.pop(_who(shown.provenance), None)
        differs = any((kind, row.id) in self.open for row in rows)
        return Group(shown, others, tuple(reversed(also.values())), differs, (kind, shown.id) in self.decided)

    def stand_apart(self, kind: str, one: int, other: int) -> bool:
        """Whether two records contradict each other, or a person said that both stand."""
        return (kind, one, other) in self.apart or (kind, other, one) in self.apart


@requires(Privilege.PRINT_HANDOUT)  # ids alone; who prints the list of medicines need not read charts
def differences_of(uow: UnitOfWork, patient_id: int) -> Differences:
    """What sources tell differently of a patient."""
    rows = uow.session.execute(_DIFFERENCES, {"patient_id": patient_id}).all()
    waiting = [row for row in rows if row.state == OPEN]
    ids = {(row.kind, one) for row in waiting for one in (row.row_id, row.other_id) if one is not None}
    apart = {(row.kind, row.row_id, row.other_id) for row in rows if row.state in (OPEN, BOTH) and row.other_id}
    decided = {(row.kind, row.row_id) for row in rows if row.state in (MINE, THEIRS) and row.other_id}
    return Differences(frozenset(ids), frozenset(decided), frozenset(apart))


def _who(said: Provenance) -> tuple[str | None, str | None]:
    return said.source, said.organization
