"""Where a day's visits, open hours and free starts fall: quarter-hour rows and one column per clinician. No Qt here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from icm_desktop.contracts.calendar import DayView
from icm_desktop.contracts.scheduling import AppointmentRow, Slot
from icm_desktop.domain.timeslots import STEP, UNKNOWN_LENGTH, local_to_utc

OUTSIDE, NOBODY = "outside", "nobody"
_USUAL_FIRST, _USUAL_LAST = dt.time(8), dt.time(17)


@dataclass(frozen=True, slots=True)
class Block:
    """A visit in its column: the row it begins in, how many rows the keyboard finds it on, and where it is drawn.

    A visit may end in the row the next one begins in: that row belongs to the next one, so each row has one visit.
    `top` and `high` are the true times in rows and parts of a row.
    """

    visit: AppointmentRow
    first: int
    rows: int
    top: float
    high: float


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One column; `place` > 0 holds what overlaps earlier visits.

    `key`: a clinician's id, "room:3", a day as ISO text, "outside" or "nobody". `clinician_id` and `room_id`: whose
    column it is. A column of another day than the plan's begins at its own `starts_at`.
    """

    key: int | str
    name: str
    place: int = 0
    blocks: tuple[Block, ...] = ()
    open_rows: frozenset[int] = frozenset()
    free: Mapping[int, tuple[int, Slot]] = field(default_factory=dict)
    clinician_id: int | None = None
    room_id: int | None = None
    starts_at: dt.datetime | None = None

    def block_at(self, row: int) -> Block | None:
        """The visit that covers a row."""
        return next((block for block in self.blocks if block.first <= row < block.first + block.rows), None)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day, or a week, laid out; row 0 begins at `starts_at` (aware UTC), in a week each column on its own day."""

    day: dt.date
    starts_at: dt.datetime
    rows: int
    columns: tuple[DayColumn, ...]

    def start_of(self, row: int, column: DayColumn | None = None) -> dt.datetime:
        """When a row begins, aware UTC."""
        return ((column.starts_at if column else None) or self.starts_at) + row * STEP

    def row_of(self, at: dt.datetime, column: DayColumn | None = None) -> int:
        """The row a moment falls into; may lie outside the day's rows."""
        return (at - self.start_of(0, column)) // STEP

    def holds(self, at: dt.datetime) -> list[int]:
        """The columns a moment falls into."""
        return [place for place, each in enumerate(self.columns) if 0 <= self.row_of(at, each) < self.rows]

    def place_of(self, appointment_id: int) -> tuple[int, int] | None:
        """Row and column of a visit."""
        for at, column in enumerate(self.columns):
            for block in column.blocks:
                if block.visit.id == appointment_id:
                    return block.first, at
        return None

    def place_of_slot(self, number: int) -> tuple[int, int] | None:
        """Row and column of a numbered free start."""
        for at, column in enumerate(self.columns):
            for row, (slot_number, _) in column.free.items():
                if slot_number == number:
                    return row, at
        return None


def plan_day(view: DayView, slots: Sequence[Slot], zone: ZoneInfo, names: Mapping[str, str]) -> DayPlan:
    """Lay out a day.

    Args:
        view: The day as the query gave it; leave out the visits that shall not show.
        slots: Free starts in order; those on this day are numbered from 1.
        zone: The practice's zone.
        names: Titles of the columns "outside" and "nobody".
    """
    first, last = hours_shown(view, zone)
    whole = DayPlan(view.day, first, -((first - last) // STEP), ())
    today = [slot for slot in slots if slot.starts_at.astimezone(zone).date() == view.day][:9]
    columns: list[DayColumn] = []
    for person in view.clinicians:
        mine = [visit for visit in view.appointments if visit.clinician_id == person.id and not visit.outside]
        free = {
            whole.row_of(slot.starts_at): (number, slot)
            for number, slot in enumerate(today, 1)
            if slot.clinician_id == person.id
        }
        seed = DayColumn(person.id, person.name, 0, (), open_rows(whole, view, [person.id]), free, person.id)
        columns += stacked(whole, seed, mine)
    known = {person.id for person in view.clinicians}
    loose = [visit for visit in view.appointments if not visit.outside and visit.clinician_id not in known]
    if loose:
        columns += stacked(whole, DayColumn(NOBODY, names[NOBODY]), loose)
    outside = [visit for visit in view.appointments if visit.outside]
    columns += stacked(whole, DayColumn(OUTSIDE, names[OUTSIDE]), outside)
    return DayPlan(whole.day, whole.starts_at, whole.rows, tuple(columns))


def plan_rooms(view: DayView, zone: ZoneInfo, names: Mapping[str, str]) -> DayPlan:
    """Lay out a day with a column per room; visits without one, or elsewhere, stand at the end."""
    first, last = hours_shown(view, zone)
    whole = DayPlan(view.day, first, -((first - last) // STEP), ())
    here = [visit for visit in view.appointments if not visit.outside]
    every = open_rows(whole, view, [person.id for person in view.clinicians])
    columns: list[DayColumn] = []
    for room_id, name in view.rooms:
        seed = DayColumn(f"room:{room_id}", name, open_rows=every, room_id=room_id)
        columns += stacked(whole, seed, [visit for visit in here if visit.room_id == room_id])
    known = {room_id for room_id, _ in view.rooms}
    loose = [visit for visit in here if visit.room_id not in known]
    if loose or not columns:
        columns += stacked(whole, DayColumn("room:", names["no_room"], open_rows=every), loose)
    outside = [visit for visit in view.appointments if visit.outside]
    columns += stacked(whole, DayColumn(OUTSIDE, names[OUTSIDE]), outside)
    return DayPlan(whole.day, whole.starts_at, whole.rows, tuple(columns))


def hours_shown(view: DayView, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
    """Whole local hours that hold the usual day, every open stretch and every visit."""
    first = local_to_utc(dt.datetime.combine(view.day, _USUAL_FIRST), zone).choices[0]
    last = local_to_utc(dt.datetime.combine(view.day, _USUAL_LAST), zone).choices[-1]
    starts = [first, *(span[1] for span in view.open_spans), *(visit.starts_at for visit in view.appointments)]
    ends = [last, *(span[2] for span in view.open_spans), *(_end(visit) for visit in view.appointments)]
    return _whole_hour(min(starts), dt.timedelta()), _whole_hour(max(ends), dt.timedelta(minutes=59))


def _whole_hour(at: dt.datetime, up: dt.timedelta) -> dt.datetime:
    return (at + up).replace(minute=0, second=0, microsecond=0)


def _end(visit: AppointmentRow) -> dt.datetime:
    length = UNKNOWN_LENGTH if visit.minutes is None else dt.timedelta(minutes=visit.minutes)
    return visit.starts_at + length


def open_rows(plan: DayPlan, view: DayView, clinician_ids: Sequence[int]) -> frozenset[int]:
    """The rows in which one of the clinicians sees patients."""
    return frozenset(
        row
        for owner, starts, ends in view.open_spans
        if owner in clinician_ids
        for row in range(plan.row_of(starts), plan.row_of(ends - dt.timedelta(seconds=1)) + 1)
    )


def stacked(plan: DayPlan, seed: DayColumn, visits: Iterable[AppointmentRow]) -> list[DayColumn]:
    """The visits in one column like `seed`, and in another beside it each that does not fit under the ones before."""
    stacks: list[list[Block]] = [[]]
    for visit in sorted(visits, key=lambda each: (each.starts_at, each.id)):
        block = _block(plan, visit)
        stack = next((each for each in stacks if _fits(each, block)), None)
        if stack is None:
            stack = []
            stacks.append(stack)
        elif stack and stack[-1].first + stack[-1].rows > block.first:
            stack[-1] = replace(stack[-1], rows=block.first - stack[-1].first)
        stack.append(block)
    return [
        replace(seed, place=place, blocks=tuple(stack), free=seed.free if place == 0 else {})
        for place, stack in enumerate(stacks)
    ]


def _block(plan: DayPlan, visit: AppointmentRow) -> Block:
    first = min(max(plan.row_of(visit.starts_at), 0), plan.rows - 1)
    last = min(max(plan.row_of(_end(visit) - dt.timedelta(seconds=1)), first), plan.rows - 1)
    top = (visit.starts_at - plan.starts_at) / STEP
    return Block(visit, first, last - first + 1, top, (_end(visit) - visit.starts_at) / STEP)


def _fits(stack: Sequence[Block], block: Block) -> bool:
    """Whether a visit begins after the last one ended, and in a later row."""
    return not stack or (stack[-1].first < block.first and _end(stack[-1].visit) <= block.visit.starts_at)
