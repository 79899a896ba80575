"""Populations: rules find whom they say, at their edges too; lists keep who joined and left; acts are undone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db.models.plan import CarePlan, ContactLog
from db.models.programs import ProgramEnrolment
from icm_desktop.content.populations import as_raw, criteria_of, names, populations
from icm_desktop.contracts.common import TakeAway
from icm_desktop.contracts.populations import (
    AskMembers,
    AssignMembers,
    EnrolMembers,
    ExcludeMembers,
    SaveRule,
)
from icm_desktop.domain.populations import Ask, Criterion, Kind, Unclear, check
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from icm_desktop.words import say
from icm_desktop.words.populations import rule_words
from tests.populations.conftest import ICD10, TODAY, problem, score, visit

PHQ9 = "44261-6"


def day(back: int) -> str:
    return (TODAY - dt.timedelta(days=back)).isoformat()


def members(people, population, shown="members"):
    return people.run("queries.populations.lists.members", AskMembers(population, shown)).rows


def test_two_lists_of_conditions_are_needed_and_what_is_not_true_does_not_count(people):
    both = people.add(problem("E11.9"), problem("I10"))
    one = people.add(problem("E11.9"), problem("E11.65"))
    refuted = people.add(problem("E11.9"), problem("J44.9", verification="refuted"))
    over = people.add(problem("E11.9"), problem("I10", status="resolved", abated_when="2026-01-01"))
    beside = people.add(
        problem("E11.9"),
        problem("59621000", code_system="http://snomed.info/sct"),
        problem("x", code_system="urn:ours", other_codes=[{"system": ICD10, "code": "N18.30"}]),
    )  # fmt: skip
    dead = people.add(problem("E11.9"), problem("I10"), deceased=True)
    found = people.on("multiple-conditions")
    assert {both, beside} <= found and found.isdisjoint({one, refuted, over, dead})
    assert beside in people.on("diabetes-kidney")


def test_emergency_days_count_from_day_364_and_not_what_became_an_admission(people):
    last = [visit("EMER", day(200)), visit("EMER", day(100)), visit("EMER", day(0))]
    late = people.add(visit("EMER", day(365)), *last)
    last = [visit("EMER", day(200)), visit("EMER", day(100)), visit("EMER", day(0))]
    four = people.add(visit("EMER", day(364)), *last)
    twice = people.add(*(visit("EMER", f"{day(back)}T1{hour}:00:00Z") for back in (30, 40) for hour in (4, 6)))
    admitted = people.add(
        *(visit("EMER", day(back)) for back in (10, 20, 30)), visit("EMER", day(5), day(5)),
        visit("IMP", day(5), day(2)),
    )  # fmt: skip
    found = people.on("emergency-often")
    assert four in found and found.isdisjoint({late, twice, admitted})


def test_an_unfollowed_score_is_old_enough_last_and_alone(people):
    alone = people.add(score(PHQ9, 12, day(28)))
    fresh = people.add(score(PHQ9, 12, day(27)))
    better = people.add(score(PHQ9, 12, day(60)), score(PHQ9, 4, day(29)))
    called = people.add(score(PHQ9, 12, day(60)))
    seen = people.add(score(PHQ9, 12, day(60)), visit("AMB", day(50)))
    people.more(
        called,
        ContactLog(at=dt.datetime(2026, 11, 1, 15, tzinfo=dt.UTC), by_user_id=1, channel="phone", outcome="reached"),
    )
    found = people.on("phq9-no-follow-up")
    assert alone in found and found.isdisjoint({fresh, better, called, seen})


def test_nobody_reached_or_saw_them_and_a_review_is_overdue(people):
    quiet = people.add(ProgramEnrolment(program="ccm", status="active", enrolled_on=TODAY - dt.timedelta(days=90)))
    reached = people.add(
        ProgramEnrolment(program="ccm", status="active", enrolled_on=TODAY - dt.timedelta(days=90)),
        ContactLog(at=dt.datetime(2026, 11, 1, 15, tzinfo=dt.UTC), by_user_id=1, channel="phone", outcome="reached"),
        CarePlan(status="active", review_due=TODAY),
    )
    people.more(quiet, CarePlan(status="active", review_due=TODAY - dt.timedelta(days=1)))
    assert people.on("no-contact") >= {quiet} and reached not in people.on("no-contact")
    assert people.on("plan-review") >= {quiet} and reached not in people.on("plan-review")


def test_who_came_out_of_hospital_counts_for_thirty_days_unless_they_died(people):
    at_last = people.add(visit("IMP", day(40), day(30)))
    before = people.add(visit("IMP", day(50), day(31)))
    died = people.add(visit("IMP", day(9), day(3), discharge="Expired"))
    inside = people.add(visit("IMP", day(9), None))
    people.more(inside)
    found = people.on("discharged")
    assert at_last in found and found.isdisjoint({before, died})


def test_the_number_is_that_of_the_names_and_an_unrelated_patient_changes_nothing(people):
    people.reckon()
    before = people.run("queries.populations.lists.populations_list")
    people.add(family="Unrelated")
    people.reckon()
    after = people.run("queries.populations.lists.populations_list")
    assert [one.members for one in after.rows] == [one.members for one in before.rows]
    for row in after.rows:
        assert len(members(people, row.population.id)) == row.members, row.population.id
        assert not row.stale


def test_who_joined_and_who_left_is_told_since_last_month(people):
    first, now = TODAY - dt.timedelta(days=20), TODAY
    rule = tuple(Criterion((Ask(Kind.CONDITIONS, (name,)),)) for name in ("osteoporosis", "hiv"))
    ours = people.run("services.populations.save_rule", SaveRule("Ours", rule)).population
    stays = people.add(problem("M81.0"), problem("B20"))
    leaves = people.add(problem("M81.0"), problem("B20", abated_when=day(10)))
    people.reckon(ours, first)
    joins = people.add(problem("M81.0"), problem("B20"))
    assert people.on(ours, "joined", now) == {joins}
    assert people.on(ours, "left", now) == {leaves}
    row = people.run("queries.populations.lists.members", AskMembers(ours)).row
    assert (row.joined, row.left, row.compared_with) == (1, 1, first)
    assert people.on(ours, today=now) == {stays, joins}


def test_a_list_made_for_the_first_time_tells_no_changes(people):
    made = people.run(
        "services.populations.save_rule",
        SaveRule("Everybody of 60", (Criterion((Ask(Kind.AGE, compare=">=", value=60),)),)),
    )
    people.reckon(made.population)
    row = people.run("queries.populations.lists.members", AskMembers(made.population)).row
    assert row.members and (row.joined, row.left) == (None, None)


def test_a_rule_of_our_own_is_tried_saved_changed_and_taken_away(people):
    older = people.add(birth_date="1940-01-01", language="es")
    rule = (Criterion((Ask(Kind.AGE, compare=">", value=80),)), Criterion((Ask(Kind.LANGUAGE, ("es",)),)))
    tried = people.run("queries.populations.lists.tried", rule)
    assert tried.members == 1 and tried.rows[0].head.id == older and len(tried.rows[0].evidence) == 2
    saved = people.run("services.populations.save_rule", SaveRule("Spanish, over 80", rule, "For the Tuesday group"))
    assert people.on(saved.population) == {older}
    row = next(
        one for one in people.run("queries.populations.lists.populations_list").rows
        if one.population.id == saved.population
    )  # fmt: skip
    narrower = (*rule, Criterion((Ask(Kind.CONDITIONS, ("copd",)),)))
    changed = SaveRule(
        "Spanish, over 80, COPD", narrower, rule_id=row.population.own_id, expected_version=row.row_version
    )
    people.run("services.populations.save_rule", changed)
    assert people.on(saved.population) == set()
    removed = TakeAway(row.population.own_id, row.row_version + 1)
    people.run("services.populations.remove_rule", removed)
    with pytest.raises(NotFound):
        people.run("queries.populations.lists.members", AskMembers(saved.population))


def test_people_of_a_list_are_assigned_enrolled_left_out_and_each_act_is_undone(people):
    patient = people.add(problem("E11.9"), problem("N18.4"))
    rosa = people.practice.users[Role.COORDINATOR]
    assert patient in people.on("diabetes-kidney")
    done = people.run("services.populations.assign", AssignMembers((patient,), rosa))
    assert done.patients == 1
    row = next(one for one in members(people, "diabetes-kidney") if one.head.id == patient)
    assert row.coordinator == "Rosa Diaz"
    out = people.run("services.populations.exclude", ExcludeMembers("diabetes-kidney", (patient,), "Hospice next week"))
    assert patient not in {one.head.id for one in members(people, "diabetes-kidney")}
    (left_out,) = [one for one in members(people, "diabetes-kidney", "excluded") if one.head.id == patient]
    assert left_out.reason == "Hospice next week"
    people.run("services.history.undo", out.changes.action_id)
    assert patient in {one.head.id for one in members(people, "diabetes-kidney")}
    with pytest.raises(Invalid, match="pathway_not_in_use"):
        people.run("services.populations.enrol", EnrolMembers("diabetes-kidney", (patient,), "copd"))


def test_an_exclusion_ends_by_itself_and_needs_a_reason(people):
    patient = people.add(problem("E11.9"), problem("N18.4"))
    with pytest.raises(Invalid, match="reason_missing"):
        people.run("services.populations.exclude", ExcludeMembers("diabetes-kidney", (patient,), " "))
    people.run("services.populations.exclude", ExcludeMembers("diabetes-kidney", (patient,), "On leave", TODAY))
    assert patient not in people.on("diabetes-kidney")
    assert patient in people.on("diabetes-kidney", today=TODAY + dt.timedelta(days=1))


def test_the_front_desk_sees_no_population(people):
    with pytest.raises(NotAllowed):
        people.practice.open(Role.FRONT_DESK).run("queries.populations.lists.populations_list")


def test_every_shipped_rule_is_told_in_words():
    for one in populations().values():
        words = rule_words(one.criteria, say, lambda _list, name: name)
        assert words and "{" not in words, one.id


@pytest.mark.parametrize(
    ("test", "code"),
    [
        (Ask(Kind.CONDITIONS, ("nothing",)), "unknown_name"),
        (Ask(Kind.CONDITIONS), "no_list"),
        (Ask(Kind.RESULT, ("a1c",)), "no_number"),
        (Ask(Kind.EMERGENCY), "bad_days"),
        (Ask(Kind.IN_PROGRAM, without=True), "only_without"),
    ],
)
def test_a_rule_that_cannot_be_asked_is_refused(test, code):
    with pytest.raises(Unclear, match=code):
        check((Criterion((test,)),), names())


_TESTS = some.builds(
    Ask, kind=some.sampled_from(Kind), of=some.lists(some.text(max_size=5), max_size=3).map(tuple),
    at_least=some.integers(1, 9), compare=some.sampled_from(("", ">=", "<")), value=some.none() | some.floats(0, 99),
    days=some.none() | some.integers(0, 999), without=some.booleans(),
    unfollowed_days=some.none() | some.integers(1, 60),
)  # fmt: skip


@given(
    some.lists(some.builds(Criterion, some.lists(_TESTS, min_size=1, max_size=3).map(tuple)), min_size=1, max_size=3)
)
def test_a_rule_reads_back_as_it_was_written(criteria):
    groups = ("physical", "behavioral", "hhs")
    assert all(name not in groups for one in criteria for test in one.any_of for name in test.of)
    kept = tuple(criteria)
    again = criteria_of(as_raw(kept))
    assert [[(t.kind, tuple(dict.fromkeys(t.of)), t.days, t.value) for t in c.any_of] for c in kept] == [
        [(t.kind, tuple(dict.fromkeys(t.of)), t.days, t.value) for t in c.any_of] for c in again
    ]
