"""Screenings asked here: a score says by its cut-off whether it was positive, and what followed it counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from db.measure_facts import Coded, Person, Row, key_of
from icm_desktop.content.code_sets import SYSTEMS, screens
from icm_desktop.domain.measures.clock import number
from icm_desktop.queries.measuring.asked import FOLLOW_UP, OWN, canonical
from icm_desktop.queries.measuring.slices import Slice

# LOINC and SNOMED CT as CMS2 has them: the screening of a grown-up and of somebody younger, and what came out.
_ADULT, _ADOLESCENT = ("http://loinc.org", "73832-8"), ("http://loinc.org", "73831-0")
_POSITIVE, _NEGATIVE = ("http://snomed.info/sct", "428181000124104"), ("http://snomed.info/sct", "428171000124102")
_GROWN_UP = 180_000  # 18 years between two days as numbers
_NOTHING_DONE = ("declined",)


def of_scores(rows: list[Row], people: Mapping[int, Person], own: set[int]) -> Iterator[Row]:
    """Scores that were asked here, under the code of the screening; `own`: keys of observations entered here."""
    for row in rows:
        if row.kind != "Observation" or row.key not in own or row.value_number is None or row.start_day is None:
            continue
        cut_off = cut_off_of(row.concept)
        if cut_off is None:
            continue
        born = people[row.patient_id].born_last
        grown = born is not None and number(dt.date.fromordinal(row.start_day)) - born >= _GROWN_UP
        yield row._replace(
            concept=_ADULT if grown else _ADOLESCENT,
            value=_POSITIVE if row.value_number >= cut_off else _NEGATIVE,
        )


def cut_off_of(concept: Coded | None) -> float | None:
    """From how many points on a score is positive; None of another result."""
    return next((one.positive_from for one in screens() if concept in one.scores), None)


def follow_ups(some: Slice) -> Iterator[Row]:
    """What somebody here noted that followed a positive screening for depression."""
    one = some.asked.one(OWN, FOLLOW_UP)
    for patient_id, row_id, day, act, code in some.rows.followed() if one is not None else ():
        if act not in _NOTHING_DONE and cut_off_of(canonical(SYSTEMS["loinc"], code)) is not None:
            yield Row(
                patient_id, "ServiceRequest", key_of("screening_follow_up", row_id), one,
                status="completed", intent="order", **some.at(day), **some.recorded(day),
            )  # fmt: skip
