"""A list of visits with a mapping to Appointment resources, line by line."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

from icm_desktop.domain import csv_dates
from icm_desktop.domain.csv_mapping import CsvMapping
from icm_desktop.domain.names import folded
from icm_desktop.exchange.csv_files.people import Refused, birth_date, name_of
from icm_desktop.exchange.fhir.asked_by import ANY_NUMBER, NAME_AND_BIRTH, RECORD_NUMBER, asked, name_and_birth
from icm_desktop.exchange.fhir.values import Json

_STATUSES = {
    "booked": "booked confirmed scheduled programada confirmada agendada active",
    "cancelled": "cancelled canceled cancelada cancel",
    "noshow": "noshow missed",
    "fulfilled": "fulfilled completed done arrived realizada cumplida kept",
    "pending": "pending pendiente requested tentative",
    "proposed": "proposed propuesta",
}
_STATUS = {word: status for status, words in _STATUSES.items() for word in words.split()}
_STATUS |= {"noasistio": "noshow", "checkedout": "fulfilled"}  # folded names have no blanks
LONGEST = 24 * 60


def visit(cells: Mapping[str, str], mapping: CsvMapping, today: dt.date) -> Json:
    """The Appointment of a line.

    Raises:
        Refused: it names no patient, no day, or something that is no time.
    """
    who = asked_patient(cells, mapping, today)
    starts = _starts(cells, mapping)
    minutes = _minutes(cells, mapping, starts)
    clinician, place = cells.get("with", ""), cells.get("where", "")
    number = cells.get("visit_number", "")
    plain = number or "|".join((who, starts.isoformat(), folded(clinician), folded(place)))
    people: list[Json] = [{"actor": {"reference": who}, "status": "accepted"}]
    if clinician:
        people.append({"actor": {"type": "Practitioner", "display": clinician}, "status": "accepted"})
    contained = []
    if place or cells.get("phone"):
        there: Json = {"resourceType": "Location", "id": "place", "name": place or clinician}
        if cells.get("phone"):
            there["telecom"] = [{"system": "phone", "value": cells["phone"]}]
        contained.append(there)
        people.append({"actor": {"reference": "#place"}, "status": "accepted"})
    made: Json = {
        "resourceType": "Appointment",
        "id": hashlib.blake2b(plain.encode(), digest_size=12).hexdigest(),
        "status": _status(cells, starts, today),
        "start": starts.isoformat(),
        "minutesDuration": minutes,
        "description": cells.get("reason"),
        "contained": contained,
        "participant": people,
    }
    return {name: value for name, value in made.items() if value not in (None, [], "")}


def asked_patient(cells: Mapping[str, str], mapping: CsvMapping, today: dt.date) -> str:
    """Who it is, as a question to the records: by our number, by any other number, by name and birth date.

    Raises:
        Refused: the line names nobody.
    """
    if cells.get("record_number"):
        return asked(RECORD_NUMBER, cells["record_number"].zfill(6))
    if cells.get("number"):
        return asked(ANY_NUMBER, cells["number"])
    family, given = name_of(cells)
    born = birth_date(cells, mapping, today)
    if born is None:
        raise Refused("it names the patient by neither a number nor name and birth date")
    return asked(NAME_AND_BIRTH, name_and_birth(family, given, born.isoformat()))


def _starts(cells: Mapping[str, str], mapping: CsvMapping) -> dt.datetime:
    told = cells.get("date", "")
    if not told:
        raise Refused("it has no day")
    try:
        day = csv_dates.day(told if not csv_dates.time_of_date(told) else _day_of(told), mapping.dates)
        clock = cells.get("time", "") or csv_dates.time_of_date(told)
        if not clock:
            raise Refused("it has no time of day")
        return dt.datetime.combine(day, csv_dates.time(clock))
    except csv_dates.NotADate as problem:
        raise Refused(problem.reason) from None


def _day_of(told: str) -> str:
    return told.strip().replace("T", " ").split(" ")[0]


def _minutes(cells: Mapping[str, str], mapping: CsvMapping, starts: dt.datetime) -> int | None:
    told = cells.get("minutes", "")
    if told:
        if not told.isdecimal() or not 0 < int(told) <= LONGEST:
            raise Refused(f"“{told[:20]}” is no length in minutes")
        return int(told)
    until = cells.get("ends", "")
    if not until:
        return None
    try:
        clock = csv_dates.time(csv_dates.time_of_date(until) or until)
    except csv_dates.NotADate as problem:
        raise Refused(f"end: {problem.reason}") from None
    ends = dt.datetime.combine(starts.date(), clock)
    if ends <= starts:
        raise Refused("it ends before it begins")
    return int((ends - starts).total_seconds() // 60)


def _status(cells: Mapping[str, str], starts: dt.datetime, today: dt.date) -> str:
    told = folded(cells.get("status", ""))
    found = _STATUS.get(told)
    if told and found is None:
        raise Refused(f"“{told[:20]}” is no state of a visit that is known")
    if found in (None, "booked") and starts.date() < today:
        return "fulfilled"
    return found or "booked"
