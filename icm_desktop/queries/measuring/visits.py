"""Facts out of visits and procedures."""

from __future__ import annotations

from collections.abc import Iterator

from db.measure_facts import Coded, Row, key_of
from icm_desktop.domain.measures.clock import FOREVER
from icm_desktop.exchange.fhir.values import Json, obj, objs, text
from icm_desktop.queries.measuring.asked import BOOKED, CLASS, OWN, VISIT, Asked, first_coded
from icm_desktop.queries.measuring.results import performed
from icm_desktop.queries.measuring.slices import Slice, Times, interval

Diagnoses = dict[tuple[int, str], list[Coded]]


def encounters(some: Slice, diagnoses: Diagnoses) -> Iterator[Row]:
    """Visits and stays under each of their types and their class, and their diagnoses with their dates."""
    rows = list(some.rows.of("encounter"))
    some.read(row[2] for row in rows)
    days = set[tuple[int, int | None]]()
    for row in rows:
        patient_id, row_id, source, system, code, others, status, class_code, starts, ends = row
        content = some.content(source)
        key, times = key_of("encounter", row_id), _times(some, starts, ends)
        days.add((patient_id, times["start_day"]))
        same = {"status": status, "class_code": class_code, **times}
        codes = _types(some.asked, content, (system, code, others))
        class_ = some.asked.one(CLASS, class_code)
        for one in [*codes, *([class_] if class_ else [])]:
            for went in first_coded(obj(content.get("hospitalization")).get("dischargeDisposition")):
                yield Row(patient_id, "Encounter", key, one, value=went, **same)
        for one in _diagnoses(content, patient_id, diagnoses):
            yield Row(patient_id, "EncounterDiagnosis", key, one, **same)
    yield from _kept(some, days)


def _kept(some: Slice, days: set[tuple[int, int | None]]) -> Iterator[Row]:
    """Appointments here; one that was kept and entered here is a visit, on days no visit tells of."""
    booked, visit = some.asked.one(OWN, BOOKED), some.asked.one(OWN, VISIT)
    for patient_id, row_id, source, status, starts, ends, *_ in some.rows.appointments():
        times, key = _times(some, starts, ends or starts), key_of("appointment", row_id)
        if booked is not None:
            yield Row(patient_id, "Appointment", key, booked, status=status, **times)
        ours = status == "fulfilled" and source is None and (patient_id, times["start_day"]) not in days
        if ours and visit is not None:
            yield Row(patient_id, "Encounter", key, visit, status="finished", class_code="AMB", **times)


def _types(asked: Asked, content: Json, row: tuple[str | None, str | None, str | None]) -> list[Coded]:
    """The codes of all types, as long as nobody changed the first one here."""
    kinds = objs(content.get("type"))
    told = [code for kind in kinds for code in asked.of_concept(kind)]
    first = text(next((each.get("code") for each in objs(obj(kinds[0]).get("coding"))), None)) if kinds else None
    return list(dict.fromkeys(told)) if first is not None and first == row[1] else asked.of(*row)


def _times(some: Slice, starts: str | None, ends: str | None) -> Times:
    """A visit that has begun and not ended goes on."""
    times = some.span(starts, ends)
    if times["start_at"] is not None and times["end_at"] is None:
        return interval(times["start_at"], FOREVER)
    return times


def _diagnoses(content: Json, patient_id: int, diagnoses: Diagnoses) -> Iterator[Coded]:
    for one in objs(content.get("diagnosis")):
        written = text(obj(one.get("condition")).get("reference")) or ""
        yield from diagnoses.get((patient_id, written.rpartition("/")[2].removeprefix("urn:uuid:")), ())


def diagnoses_of(some: Slice) -> Diagnoses:
    """The codes of every problem by the patient and the id it has where it came from."""
    return {
        (patient_id, resource): codes
        for patient_id, resource, *coded in some.rows.conditions()
        if (codes := some.asked.of(*coded))
    }


def procedures(some: Slice) -> Iterator[Row]:
    """What was done, or not."""
    found = [(row, codes) for row in some.rows.of("procedure") if (codes := some.asked.of(*row[3:6]))]
    some.read(row[2] for row, _ in found)
    for row, codes in found:
        patient_id, row_id, source, _, _, _, status, starts, ends = row
        content = some.content(source)
        for reason in first_coded(performed(content)):
            for one in codes:
                yield Row(
                    patient_id, "Procedure", key_of("procedure", row_id), one, status=status, reason=reason,
                    negated=int(status == "not-done"), **some.span(starts, ends or starts),
                )  # fmt: skip
