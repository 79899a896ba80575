"""SCH with its resources: an appointment somewhere else, booked, moved or cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.exchange.fhir.reading import Left
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.hl7v2 import parts
from icm_desktop.exchange.hl7v2.messages import Segment

if TYPE_CHECKING:
    from icm_desktop.exchange.hl7v2.mapping import Run

_EVENTS = {"S15": "cancelled", "S16": "cancelled", "S17": "cancelled", "S26": "noshow", "S01": "pending"}
_STATUSES = {
    "booked": "booked", "confirmed": "booked", "pending": "pending", "cancelled": "cancelled", "canceled": "cancelled",
    "noshow": "noshow", "complete": "fulfilled", "completed": "fulfilled", "started": "arrived", "deleted": "cancelled",
    "overbook": "booked", "blocked": "booked", "waitlist": "waitlist",
}  # fmt: skip
_PER_UNIT = {"": 1, "MIN": 1, "M": 1, "MINUTES": 1, "S": 1 / 60, "H": 60, "HR": 60}
LONGEST = 24 * 60


def appointment(run: Run) -> None:
    """The Appointment of a SIU message."""
    sch = run.one("SCH")
    if sch is None:
        run.left.append(Left("a message on a visit without SCH is not read", "Appointment"))
        return
    service, where, place = run.one("AIS"), run.one("AIL"), run.one("PV1")
    starts = parts.moment(_first(sch.part(_of(sch, 11), 4), *(one.get(number) for one, number in _starts(run))))
    ends = parts.moment(sch.part(_of(sch, 11), 5))
    number = _first(sch.get(2), sch.get(1))
    if starts is None or "T" not in starts:
        run.left.append(Left("a visit without a day and time is not read", "Appointment"))
        return
    clinicians = [name for one in run.all("AIP") if (name := parts.person(one, 3))]
    location = (parts.place(where, 3) if where else None) or (parts.place(place, 3) if place else None)
    reason = parts.concept(sch, 7).get("text") or (parts.concept(service, 3).get("text") if service else None)
    made: Json = {
        "resourceType": "Appointment",
        "status": _status(run.event, sch.get(25)),
        "start": starts,
        "end": ends,
        "minutesDuration": _minutes(sch),
        "description": reason or parts.concept(sch, 8).get("text"),
        "cancelationReason": parts.concept(sch, 6) if run.event in ("S15", "S16", "S26") else None,
        "participant": [
            {"actor": run.patient, "status": "accepted"},
            *({"actor": {"type": "Practitioner", "display": name}, "status": "accepted"} for name in clinicians),
            *([{"actor": {"type": "Location", "display": location}, "status": "accepted"}] if location else []),
        ],
    }
    run.add(made, run.patient["reference"], number or starts)


def _starts(run: Run) -> list[tuple[Segment, int]]:
    """Where the resources of a visit say when it begins."""
    return [(one, 4 if name == "AIS" else 6) for name in ("AIS", "AIP", "AIL") for one in run.all(name)]


def _of(segment: Segment, number: int) -> str:
    return next(iter(segment.repeats(number)), "")


def _first(*texts: str) -> str:
    return next((text for text in texts if text), "")


def _status(event: str, told: str) -> str:
    plain = told.casefold().replace(" ", "").replace("-", "")
    return _EVENTS.get(event) or _STATUSES.get(plain, "booked")


def _minutes(sch: Segment) -> int | None:
    told, unit = sch.get(9), sch.get(10).upper()
    if not told:
        told, unit = sch.part(_of(sch, 11), 3), ""
    if not told.isdecimal() or unit not in _PER_UNIT or len(told) > 6:
        return None
    found = int(int(told) * _PER_UNIT[unit])
    return found if 0 < found <= LONGEST else None
