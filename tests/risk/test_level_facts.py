"""What the points of the risk level are given for: which facts count, and from which day on."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.risk import AdjustRisk
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Role
from tests.populations.conftest import TODAY, people, problem, score, visit

__all__ = ["people"]


def day(back: int) -> str:
    return (TODAY - dt.timedelta(days=back)).isoformat()


def given(people, patient_id):
    level = people.run("queries.risk.of_patient", patient_id).level
    return {one.what: one.points for one in level.given}


def test_use_counts_from_day_364_back(people):
    inside = people.add(visit("EMER", day(364)), visit("EMER", day(10)))
    before = people.add(visit("EMER", day(365)), visit("EMER", day(10)))
    assert (given(people, inside)["emergency"], given(people, before)["emergency"]) == (1, 0)


def test_a_score_of_9_gives_no_point_and_a_substance_use_disorder_does(people):
    nine, ten = people.add(score("44261-6", 9, day(3))), people.add(score("44261-6", 10, day(3)))
    better = people.add(score("44261-6", 20, day(30)), score("44261-6", 4, day(3)))
    alcohol = people.add(problem("F10.20"))
    assert [given(people, one)["behavioral"] for one in (nine, ten, better, alcohol)] == [0, 1, 0, 1]


def test_level_7_is_refused_and_6_is_not(people):
    patient = people.add()
    doctor = people.practice.open(Role.CLINICIAN)
    with pytest.raises(Invalid, match="bad_level"):
        doctor.run("services.risk.adjust", AdjustRisk(patient, 7, "Because"))
    doctor.run("services.risk.adjust", AdjustRisk(patient, 6, "Because"))
    doctor.run("services.risk.adjust", AdjustRisk(patient, None, "Better again"))
    level = doctor.run("queries.risk.of_patient", patient).level
    assert (level.level, level.set_by) == (1, None)


def test_transfers_are_one_stay(people):
    moved = people.add(visit("IMP", day(20), day(15)), visit("IMP", day(15), day(9)))
    apart = people.add(visit("IMP", day(20), day(15)), visit("IMP", day(13), day(9)))
    assert (given(people, moved)["stays"], given(people, apart)["stays"]) == (1, 3)
