"""How a patient's values move: trajectories with slope and stages, and kept and missed appointments."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.trajectories import Slope, Stage


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value behind a trajectory, in its unit.

    `left_out` says why it does not count: "unit" (another or none), "comparator" (such as > 60), "day" (not known) or
    "future" (dated after today).
    """

    when: str
    value: float
    other: float | None
    unit: str | None
    comparator: str | None
    band: str | None
    source: str | None
    left_out: str | None = None


@dataclass(frozen=True, slots=True)
class TrajectoryRow:
    """One thing that is followed. `values` oldest first; those that count have no `left_out`.

    `change_percent` is from the value before the last, `notable` when
    it is worth a look by `notable_source`. `source`, `year`, `mark` tell where bands come from and how sure they are.
    """

    id: str
    unit: str
    decimals: int
    better: str
    values: tuple[ValueRow, ...]
    slope: Slope
    months: int
    least_values: int
    least_days: int
    stages: tuple[Stage, ...]
    order: tuple[str, ...]
    change_percent: float | None
    notable: bool
    notable_source: str | None
    first_change_percent: float | None
    source: str
    year: int
    mark: str
    slope_source: str
    slope_mark: str

    @property
    def counted(self) -> tuple[ValueRow, ...]:
        """The values that count."""
        return tuple(row for row in self.values if row.left_out is None)


@dataclass(frozen=True, slots=True)
class KeptAppointments:
    """Appointments of the last months, ours and outside. `unknown`: past, and nobody recorded what became of them."""

    months: int
    since: dt.date
    kept_ours: int = 0
    kept_outside: int = 0
    missed_ours: int = 0
    missed_outside: int = 0
    cancelled: int = 0
    unknown: int = 0

    @property
    def kept(self) -> int:
        """Kept, wherever."""
        return self.kept_ours + self.kept_outside

    @property
    def missed(self) -> int:
        """Missed, wherever."""
        return self.missed_ours + self.missed_outside

    @property
    def share(self) -> float | None:
        """Kept of kept and missed, 0 to 1; None when there was neither."""
        return self.kept / (self.kept + self.missed) if self.kept + self.missed else None


@dataclass(frozen=True, slots=True)
class Progress:
    """What the Progress tab shows of the values."""

    head: PatientHead
    trajectories: tuple[TrajectoryRow, ...]
    appointments: KeptAppointments
