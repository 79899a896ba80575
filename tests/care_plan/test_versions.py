"""Versions of the plan: frozen for good, answered by the team, agreed with the patient, compared, handed out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.concerns import AddBarrier, AddConcern, BarrierDraft, ConcernDraft
from icm_desktop.contracts.plan_sheet import AskSheet, PartText, SaveParts
from icm_desktop.contracts.plan_versions import (
    AnswerVersion,
    CompareVersions,
    FreezePlan,
    GiveCopy,
)
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, ChangeGoal, GoalDraft, RemoveItem
from icm_desktop.domain.plan_difference import Item, content_of, differences, hash_of, items_of
from icm_desktop.domain.plan_versions import AGREED, IN_SIGN_OFF, SUPERSEDED, Reply, is_agreed, states
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from tests.care_plan.conftest import TODAY

WALK = GoalDraft("Caminar a la iglesia", None, words_language="es")


@pytest.fixture
def kim(practice):
    return practice.open("clinician")


@pytest.fixture
def goal(rosa, patient):
    return rosa.run("services.care_plans.add_goal", AddGoal(patient, WALK)).id


def _view(opened, patient):
    return opened.run("queries.plan_versions.versions", patient)


def _signer(opened, patient, name):
    return next(one for one in _view(opened, patient).signers if one.who.name == name)


def _freeze(opened, patient, *names, **more):
    view = _view(opened, patient)
    asked = tuple(_signer(opened, patient, name) for name in names or ("Kim Lee", "Dr. Asha Patel"))
    since = view.versions[0].id if view.versions else None
    return opened.run("services.plan_versions.freeze", FreezePlan(patient, since, asked, "high", **more)).id


def _asked(opened, patient, name):
    return next(one for one in _view(opened, patient).versions[0].sign_offs if one.name == name)


def _answer(opened, patient, name, answer="accepted", **more):
    row = _asked(opened, patient, name)
    return opened.run("services.plan_versions.answer", AnswerVersion(row.id, row.version, answer, **more))


def _agree(rosa, kim, patient):
    _answer(kim, patient, "Kim Lee")
    _answer(rosa, patient, "Dr. Asha Patel", how="fax")
    _answer(rosa, patient, "Maria Lopez", how="in_person")


def test_a_version_goes_from_sign_off_to_agreed_and_is_superseded_by_the_next(rosa, kim, patient, goal):
    _freeze(rosa, patient)
    row = _view(rosa, patient).versions[0]
    assert (row.number, row.state, row.waiting, row.intact) == (1, "in_sign_off", 3, True)
    assert [one.party for one in row.sign_offs] == ["patient", "member", "member"]
    _agree(rosa, kim, patient)
    assert _view(rosa, patient).versions[0].state == "agreed"
    _freeze(rosa, patient)
    assert [one.state for one in _view(rosa, patient).versions] == ["in_sign_off", "agreed"]
    _agree(rosa, kim, patient)
    assert [one.state for one in _view(rosa, patient).versions] == ["agreed", "superseded"]


def test_signing_counts_as_a_review_and_sets_the_next_by_risk(rosa, patient, goal):
    _freeze(rosa, patient)
    review = rosa.run("queries.plan_sheet.sheet", AskSheet(patient)).review
    assert (review.risk, review.reviewed_on, review.review_due) == ("high", TODAY, dt.date(2027, 2, 20))


def test_the_plan_counts_what_changed_since_the_version(rosa, patient, goal):
    _freeze(rosa, patient)
    assert _view(rosa, patient).changed == 0
    rosa.run("services.care_plans.add_action", AddAction(patient, goal, ActionDraft("Weigh")))
    assert _view(rosa, patient).changed == 1


def test_the_difference_is_told_line_by_line(rosa, patient, goal):
    first = _freeze(rosa, patient)
    concern = rosa.run("services.concerns.add_concern", AddConcern(patient, ConcernDraft("risk", None, "Falls"))).id
    plan = rosa.run("queries.care_plan.care_plan", patient)
    mine, imported = plan.goals[-1], plan.goals[0]
    draft = replace(mine.draft, due_on=dt.date(2027, 1, 5), concern_id=concern)
    rosa.run("services.care_plans.change_goal", ChangeGoal(goal, mine.version, draft, "active", "improving"))
    rosa.run("services.care_plans.remove", RemoveItem("goal", imported.id, imported.version))
    barrier = BarrierDraft("cost", "Co-pay", goal_id=goal)
    rosa.run("services.concerns.add_barrier", AddBarrier(patient, barrier))
    rosa.run("services.plan_parts.save_parts", SaveParts(patient, (PartText("strengths", None, "Her daughter"),)))
    second = _freeze(rosa, patient)
    found = rosa.run("queries.plan_versions.difference", CompareVersions(patient, first, second, "es"))
    told = [(row.section, row.what, row.title) for row in found]
    assert told == [
        ("concern", "added", "Falls"),
        ("goal", "changed", "Caminar a la iglesia"),
        ("goal", "removed", "A1c below 8 %"),
        ("barrier", "added", "Co-pay"),
        ("part", "added", "Fortalezas"),
    ]
    changes = {one.fact: (one.before, one.after) for one in found[1].changes}
    assert changes == {
        "due": (None, "2027-01-05"),
        "achievement": (None, "improving"),
        "under": (None, "Falls"),
    }
    assert rosa.run("queries.plan_versions.difference", CompareVersions(patient, second, None)) == ()


def test_a_dissent_needs_a_reason_and_stays_beside_the_agreed_version(rosa, kim, patient, goal):
    _freeze(rosa, patient)
    with pytest.raises(Invalid) as refused:
        _answer(kim, patient, "Kim Lee", "dissented")
    assert refused.value.code == "plans.reason_missing"
    _answer(kim, patient, "Kim Lee", "dissented", reason="Too much walking with this foot")
    _answer(rosa, patient, "Dr. Asha Patel", "no_answer", reason="Two faxes")
    _answer(rosa, patient, "Maria Lopez", how="phone", answered_by="Ana Lopez, daughter")
    row = _view(rosa, patient).versions[0]
    assert (row.state, row.dissents) == ("agreed", 1)
    assert [one.answered_by for one in row.sign_offs] == ["Ana Lopez, daughter", "Kim Lee", "Dr. Asha Patel"]


def test_colleagues_answer_for_themselves_and_outside_answers_say_how_they_came(rosa, kim, patient, goal):
    _freeze(rosa, patient)
    for name, more, code in (
        ("Kim Lee", {"how": "phone"}, "answers_for_self"),
        ("Dr. Asha Patel", {}, "how_missing"),
        ("Maria Lopez", {"how": "pigeon"}, "how_missing"),
        ("Dr. Asha Patel", {"how": "fax", "answered_on": TODAY + dt.timedelta(days=1)}, "bad_version_day"),
        ("Dr. Asha Patel", {"how": "fax", "answered_on": TODAY - dt.timedelta(days=1)}, "bad_version_day"),
    ):
        with pytest.raises(Invalid) as refused:
            _answer(rosa, patient, name, **more)
        assert refused.value.code == f"plans.{code}"
    _answer(rosa, patient, "Dr. Asha Patel", how="fax")
    done = _asked(rosa, patient, "Dr. Asha Patel")
    assert (done.how, done.answered_by, done.recorded_by) == ("fax", "Dr. Asha Patel", "Rosa Diaz")
    _answer(kim, patient, "Kim Lee")
    assert (_asked(kim, patient, "Kim Lee").how, _asked(kim, patient, "Kim Lee").mine) == ("here", True)


def test_answers_are_closed_once_a_version_is_agreed_and_undo_opens_them(rosa, kim, patient, goal):
    _freeze(rosa, patient)
    _answer(kim, patient, "Kim Lee")
    _answer(rosa, patient, "Dr. Asha Patel", how="fax")
    last = _answer(rosa, patient, "Maria Lopez", how="in_person")
    with pytest.raises(Conflict) as refused:
        _answer(kim, patient, "Kim Lee", "dissented", reason="late")
    assert refused.value.code == "plans.version_closed"
    rosa.run("services.history.undo", last.changes.action_id)
    assert _view(rosa, patient).versions[0].state == "in_sign_off"
    _answer(kim, patient, "Kim Lee", "dissented", reason="late")


def test_a_version_is_taken_back_as_one_act(rosa, patient, goal):
    view = _view(rosa, patient)
    asked = (view.signers[0],)
    made = rosa.run("services.plan_versions.freeze", FreezePlan(patient, None, asked, "low"))
    rosa.run("services.history.undo", made.changes.action_id)
    assert _view(rosa, patient).versions == ()
    assert rosa.run("queries.plan_sheet.sheet", AskSheet(patient)).review.review_due is None


def test_who_received_which_version_how_and_when(rosa, patient, goal):
    version = _freeze(rosa, patient)
    give = GiveCopy(version, "caregiver", "Ana Lopez", "mail", None, TODAY, True, "Large print")
    for wrong, code in (
        (replace(give, to_name=" "), "receiver_missing"),
        (replace(give, how="pigeon"), "how_missing"),
        (replace(give, to_kind="dog"), "bad_kind"),
        (replace(give, given_on=dt.date(2026, 1, 1)), "bad_version_day"),
    ):
        with pytest.raises(Invalid) as refused:
            rosa.run("services.plan_versions.give_copy", wrong)
        assert refused.value.code == f"plans.{code}"
    rosa.run("services.plan_versions.give_copy", give)
    copy = _view(rosa, patient).versions[0].copies[0]
    assert (copy.to_name, copy.how, copy.given_on, copy.given_by) == ("Ana Lopez", "mail", TODAY, "Rosa Diaz")
    assert (copy.without_sensitive, copy.note) == (True, "Large print")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"asked": ()}, "nobody_asked"),
        ({"risk": "sky"}, "bad_risk"),
        ({"review_due": TODAY}, "review_past"),
        ({"review_due": dt.date(2027, 11, 21)}, "review_too_late"),
    ],
)
def test_a_version_that_cannot_be_made_is_refused(rosa, patient, goal, changes, code):
    request = FreezePlan(patient, None, (_signer(rosa, patient, "Kim Lee"),), "high")
    with pytest.raises(Invalid) as refused:
        rosa.run("services.plan_versions.freeze", replace(request, **changes))
    assert refused.value.code == f"plans.{code}"
    assert _view(rosa, patient).versions == ()


def test_an_empty_plan_and_a_list_that_is_out_of_date_make_no_version(rosa, practice, patient, goal):
    _freeze(rosa, patient)
    with pytest.raises(Conflict):
        stale = FreezePlan(patient, None, (_signer(rosa, patient, "Kim Lee"),), "high")
        rosa.run("services.plan_versions.freeze", stale)
    gone = replace(_signer(rosa, patient, "Kim Lee"), who=Owner(OwnerKind.USER, "Kim Lee", 999))
    with pytest.raises(Invalid):
        newest = _view(rosa, patient).versions[0].id
        rosa.run("services.plan_versions.freeze", FreezePlan(patient, newest, (gone,), "high"))


def test_content_that_was_changed_behind_the_program_is_seen(rosa, practice, patient, goal):
    _freeze(rosa, patient)
    with practice.database.engine.begin() as connection:
        connection.execute(text("UPDATE plan_version SET content = replace(content, 'iglesia', 'tienda')"))
    assert _view(rosa, patient).versions[0].intact is False


def test_the_front_desk_is_never_asked_and_reads_nothing(rosa, practice, patient, goal):
    assert "Fred Desk" not in {one.who.name for one in _view(rosa, patient).signers}
    version = _freeze(rosa, patient)
    desk = practice.open("front_desk")
    for name, request in (
        ("queries.plan_versions.versions", patient),
        ("queries.plan_versions.difference", CompareVersions(patient, version, None)),
        ("queries.plan_sheet.sheet", AskSheet(patient)),
        ("services.plan_versions.give_copy", GiveCopy(version, "patient", "Maria", "paper")),
    ):
        with pytest.raises(NotAllowed):
            desk.run(name, request)


_replies = st.lists(
    st.builds(
        Reply,
        st.sampled_from(["member", "member", "patient"]),
        st.sampled_from([None, "accepted", "dissented", "no_answer"]),
    ),
    max_size=4,
).map(tuple)


@given(st.lists(_replies, max_size=6))
def test_at_most_one_version_is_in_force_and_only_the_newest_waits(versions):
    found = states(versions)
    assert found.count(AGREED) <= 1
    assert all(state != IN_SIGN_OFF for state in found[:-1])
    assert len(found) == len(versions)
    for replies, state in zip(versions, found, strict=True):
        assert state != AGREED or is_agreed(replies)
        assert state != IN_SIGN_OFF or not is_agreed(replies)
    if any(map(is_agreed, versions)):
        last = max(place for place, replies in enumerate(versions) if is_agreed(replies))
        assert found[last] == AGREED


@given(st.lists(_replies, min_size=1, max_size=5), _replies)
def test_a_new_version_never_brings_a_superseded_one_back(versions, new):
    before, after = states(versions), states([*versions, new])
    for old, now in zip(before, after, strict=False):
        assert now == SUPERSEDED or (old == AGREED and now == AGREED)


_items = st.lists(
    st.builds(
        Item,
        st.sampled_from(["concern", "goal", "action"]),
        st.sampled_from(["a:1", "a:2", "a:3"]),
        st.text(max_size=5),
        st.dictionaries(st.sampled_from(["text", "due", "current"]), st.text(max_size=3)),
        st.none(),
        st.booleans(),
    ),
    unique_by=lambda item: item.id,
)


@given(_items, _items)
def test_what_is_kept_comes_back_and_nothing_differs_from_itself(before, after):
    kept = items_of(content_of(before))
    assert list(kept) == before
    assert hash_of(content_of(kept)) == hash_of(content_of(before))
    assert differences(before, kept) == ()
    told = {each.id for each in differences(before, after)}
    assert {item.id for item in before} ^ {item.id for item in after} <= told
