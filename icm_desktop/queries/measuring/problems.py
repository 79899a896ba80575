"""Facts out of problems and allergies."""

from __future__ import annotations

from collections.abc import Iterator

from db.measure_facts import Row, key_of
from icm_desktop.domain.measures.clock import FOREVER
from icm_desktop.exchange.fhir.values import Json, obj, objs, text
from icm_desktop.queries.measuring.asked import bars, first_coded, profiles
from icm_desktop.queries.measuring.slices import Slice, Times, interval

ENCOUNTER_DIAGNOSIS, PROBLEM = "encounter-diagnosis", "problem"
_PROFILES = {
    "qicore-condition-encounter-diagnosis": ENCOUNTER_DIAGNOSIS,
    "qicore-condition-problems-health-concerns": PROBLEM,
    "us-core-condition-encounter-diagnosis": ENCOUNTER_DIAGNOSIS,
    "us-core-condition-problems-health-concerns": PROBLEM,
}
_ACTIVE = ("active", "recurrence", "relapse")


def conditions(some: Slice) -> Iterator[Row]:
    """Problems and diagnoses."""
    found = [(row, codes) for row in some.rows.of("condition") if (codes := some.asked.of(*row[3:6]))]
    some.read(row[2] for row, _ in found)
    for row, codes in found:
        patient_id, row_id, source, _, _, _, status, verification, category, onset, abated, recorded = row
        content = some.content(source)
        if source is None:  # what was entered here counts as confirmed, and from the day it was entered
            verification, onset = verification or "confirmed", onset or recorded
        same = {
            "status": status,
            "verification": verification,
            "category": bars([*_kinds(content, category), *((category or "").split(","))]),
            **prevalence(some, content, status, onset, abated),
            **some.recorded(recorded),
        }
        for severity in first_coded(content.get("severity")):
            for one in codes:
                yield Row(patient_id, "Condition", key_of("condition", row_id), one, value=severity, **same)


def _kinds(content: Json, category: str | None) -> list[str]:
    """Whether it is a diagnosis of a visit or stands on the list of problems: by its profile, else its category."""
    told = [_PROFILES[one] for one in sorted(profiles(content) & _PROFILES.keys())]
    return told or [ENCOUNTER_DIAGNOSIS if ENCOUNTER_DIAGNOSIS in (category or "") else PROBLEM]


def prevalence(some: Slice, content: Json, status: str | None, onset: str | None, abated: str | None) -> Times:
    """From when to when a problem was there.

    One that goes on has no end; one that is over without a day of its end is only known of its beginning.

    Source: QICoreCommon 4.0, prevalenceInterval.
    """
    if onset is None:
        onset = _by_age(some, content, "onset")
    _, end = some.period(content, "abatementPeriod")
    abated = end or abated or _by_age(some, content, "abatement")
    times = some.span(onset, abated)
    if times["start_at"] is None:
        return interval(0, times["end_at"]) if times["end_at"] is not None else interval(None, None)
    if times["end_at"] is None:
        return interval(times["start_at"], FOREVER if status in _ACTIVE else times["start_at"])
    return times


def _by_age(some: Slice, content: Json, name: str) -> str | None:
    """A date told as an age is not used: who was that old on which day is not kept."""
    return some.moment(content, f"{name}DateTime")


def allergies(some: Slice) -> Iterator[Row]:
    """Allergies and intolerances, from their onset to when they last showed."""
    found = [(row, codes) for row in some.rows.of("allergy_intolerance") if (codes := some.asked.of(*row[3:6]))]
    some.read(row[2] for row, _ in found)
    for row, codes in found:
        patient_id, row_id, source, _, _, _, status, verification, onset, recorded = row
        content = some.content(source)
        if source is None:
            verification, onset = verification or "confirmed", onset or recorded
        starts, _ = some.period(content, "onsetPeriod")
        last = some.moment(content, "lastOccurrence")
        times = some.span(starts or onset, last)
        if times["start_at"] is not None and times["end_at"] is None:
            times = interval(times["start_at"], FOREVER)
        for one in codes:
            yield Row(
                patient_id, "AllergyIntolerance", key_of("allergy_intolerance", row_id), one,
                status=status, verification=verification, **times, **some.recorded(recorded),
            )  # fmt: skip


def categories(resource: Json) -> list[str | None]:
    """The codes of every category of a resource."""
    return [text(each.get("code")) for one in objs(resource.get("category")) for each in objs(obj(one).get("coding"))]
