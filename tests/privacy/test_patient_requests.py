"""Patients' rights: requests with their last day, work on Today, made longer once, answered, disputed, taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.models.clinical import Condition
from icm_desktop.content import privacy
from icm_desktop.contracts.patient_requests import (
    CloseRequest,
    ExtendRequest,
    NoteStatement,
    ReopenRequest,
    RequestFilter,
    TakeRequest,
)
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.worklist import FinishWork, HoldWork, WorkFilter
from icm_desktop.domain.privacy import KINDS
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.privacy.conftest import TODAY

TAKE, LIST = "services.patient_requests.take", "queries.patient_requests.requests"
EVERYBODY = WorkFilter(everyone=True)
DAY = dt.timedelta(days=1)


@pytest.fixture
def desk(office):
    """Rosa coordinates; her acts can be of any day."""

    class Desk:
        maria = office.patients[0]

        def run(self, name, *args, role=Role.COORDINATOR, on=TODAY):
            office.practice = office.practice.on(on)
            return office.run(name, *args, role=role)

        def only(self):
            (row,) = self.run(LIST, RequestFilter(self.maria))
            return row

        def work(self, on, role=Role.COORDINATOR):
            rows = self.run("queries.today.worklist", EVERYBODY, on=on, role=role).rows
            return [row for row in rows if row.kind == "request"]

        practice = office.practice

    return Desk()


@pytest.mark.parametrize(("kind", "days"), [("access", 30), ("amendment", 60), ("accounting", 60), ("restriction", 30)])
def test_each_kind_is_due_by_its_rule_and_comes_to_today_in_time(desk, kind, days):
    desk.run(TAKE, TakeRequest(desk.maria, kind, "I want to see it"))
    row = desk.only()
    last = TODAY + days * DAY
    assert (row.due_on, row.noted_by, row.days_late) == (last, "Rosa Diaz", 0)
    ahead = privacy.days_ahead()
    assert desk.work(last - (ahead + 1) * DAY) == []
    (work,) = desk.work(last - ahead * DAY)
    assert (work.title, work.due, work.section) == (f"today.request_{kind}", last, "due_today")
    (late,) = desk.work(last + 2 * DAY)
    assert (late.section, late.days_late) == ("overdue", 2)


def test_the_front_desk_sees_that_somebody_answers_and_nothing_else(desk):
    desk.run(TAKE, TakeRequest(desk.maria, "amendment", "I never had depression", TODAY - 59 * DAY))
    (row,) = desk.work(TODAY, Role.FRONT_DESK)
    assert (row.title, row.title_params, row.why) == ("today.neutral_request", (), "")
    with pytest.raises(NotAllowed):
        desk.run(LIST, RequestFilter(desk.maria), role=Role.FRONT_DESK)


@pytest.mark.parametrize("kind", KINDS)
def test_a_term_is_made_longer_once_in_time_with_the_reason(desk, kind):
    desk.run(TAKE, TakeRequest(desk.maria, kind, "Please", TODAY - 5 * DAY))
    row = desk.only()
    longer = privacy.term(kind).longer
    if not longer:
        assert row.longer_until is None
        with pytest.raises(Invalid, match="no_longer_term"):
            desk.run("services.patient_requests.extend", ExtendRequest(row.id, row.version, "busy"))
        return
    with pytest.raises(Invalid, match="no_reason"):
        desk.run("services.patient_requests.extend", ExtendRequest(row.id, row.version, " "))
    late = row.due_on + DAY
    with pytest.raises(Invalid, match="too_late"):
        desk.run("services.patient_requests.extend", ExtendRequest(row.id, row.version, "archive"), on=late)
    desk.run("services.patient_requests.extend", ExtendRequest(row.id, row.version, "archive"), on=row.due_on)
    after = desk.only()
    assert (after.due_on, after.extension_reason) == (row.longer_until, "archive")
    assert after.due_on - row.due_on == longer * DAY
    with pytest.raises(Invalid, match="no_longer_term"):
        desk.run("services.patient_requests.extend", ExtendRequest(after.id, after.version, "again"))


@pytest.mark.parametrize(
    ("kind", "outcome", "denies"),
    [(kind, outcome, denies) for kind in KINDS for outcome, denies in privacy.outcomes(kind).items()],
)
def test_every_answer_closes_it_and_undo_opens_it_again(desk, kind, outcome, denies):
    desk.run(TAKE, TakeRequest(desk.maria, kind, "Please", TODAY - 70 * DAY))
    row = desk.only()
    if denies:
        with pytest.raises(Invalid, match="no_reason"):
            desk.run("services.patient_requests.close", CloseRequest(row.id, row.version, outcome))
    grounds = privacy.denials(kind) if denies else {}
    if grounds:
        with pytest.raises(Invalid, match="no_ground"):
            desk.run("services.patient_requests.close", CloseRequest(row.id, row.version, outcome, "It is right"))
    ground = next(iter(grounds), None)
    close = CloseRequest(row.id, row.version, outcome, "It is right", ground)
    closed = desk.run("services.patient_requests.close", close)
    after = desk.only()
    assert (after.ground, after.reviewable) == (ground, bool(ground and grounds[ground]))
    assert (after.status, after.outcome, after.closed_on, after.closed_by) == ("closed", outcome, TODAY, "Rosa Diaz")
    assert after.denies is denies
    assert desk.work(TODAY) == []
    desk.run("services.history.undo", closed.changes.action_id)
    assert (desk.only().status, len(desk.work(TODAY))) == ("open", 1)


@pytest.mark.parametrize(("outcome", "shown"), [("agreed", 1), ("partly", 1), ("denied", 0), ("withdrawn", 0)])
def test_an_agreed_restriction_stands_on_the_chart_and_goes_with_undo(desk, outcome, shown):
    desk.run(TAKE, TakeRequest(desk.maria, "restriction", "Do not tell my employer's plan"))
    row = desk.only()
    close = CloseRequest(row.id, row.version, outcome, "Nothing to the employer's plan; she pays herself " * 12)
    closed = desk.run("services.patient_requests.close", close)

    def alerts(role):
        about = desk.run("queries.about.about", desk.maria, role=role)
        return [one.text for one in about.alerts if "Restriction agreed" in (one.text or "")]

    assert len(alerts(Role.COORDINATOR)) == shown
    assert alerts(Role.FRONT_DESK) == []
    desk.run("services.history.undo", closed.changes.action_id)
    assert alerts(Role.COORDINATOR) == []


def test_an_answer_of_another_kind_is_refused_and_a_closed_one_stays_closed(desk):
    desk.run(TAKE, TakeRequest(desk.maria, "access", "Please"))
    row = desk.only()
    with pytest.raises(Invalid, match="no_outcome"):
        desk.run("services.patient_requests.close", CloseRequest(row.id, row.version, "accepted"))
    with pytest.raises(Conflict):
        desk.run("services.patient_requests.close", CloseRequest(row.id, row.version + 1, "given"))
    desk.run("services.patient_requests.close", CloseRequest(row.id, row.version, "given"))
    row = desk.only()
    with pytest.raises(Invalid, match="is_closed"):
        desk.run("services.patient_requests.close", CloseRequest(row.id, row.version, "given"))
    with pytest.raises(Invalid, match="not_denied"):
        desk.run("services.patient_requests.note_statement", NoteStatement(row.id, row.version, "No"))
    desk.run("services.patient_requests.reopen", ReopenRequest(row.id, row.version))
    assert desk.only().status == "open"


@pytest.fixture
def condition(desk):
    with desk.practice.open(Role.CLINICIAN).write("test") as uow:
        row = Condition(patient_id=desk.maria, text="Type 2 diabetes", status="active")
        uow.session.add(row)
        uow.session.flush()
        return FactRef("condition", row.id)


def test_an_amendment_stands_beside_its_record_which_is_never_changed(desk, condition):
    before = desk.run("queries.records.fact", condition)
    desk.run(TAKE, TakeRequest(desk.maria, "amendment", "I never had diabetes", about=condition))
    row = desk.only()
    assert (row.about, row.about_title) == (condition, "Type 2 diabetes")
    desk.run(
        "services.patient_requests.close", CloseRequest(row.id, row.version, "denied", "Three results say so", "right")
    )
    row = desk.only()
    desk.run(
        "services.patient_requests.note_statement", NoteStatement(row.id, row.version, "They were not mine", "Kept")
    )
    after = desk.run("queries.records.fact", condition)
    assert after.fields == before.fields
    assert [(one.title, one.detail) for one in after.linked] == [("amendment", "denied")]
    told = {one.name: one.value for one in desk.run("queries.records.fact", after.linked[0].ref).fields}
    assert (told["text"], told["outcome_text"], told["statement"]) == (
        "I never had diabetes", "Three results say so", "They were not mine",
    )  # fmt: skip


def test_only_a_record_of_the_same_chart_can_be_amended(desk, condition, office):
    nowhere, baker = FactRef("condition", 99), office.patients[1]
    wrong = ((condition, baker, "amendment"), (nowhere, desk.maria, "amendment"), (condition, desk.maria, "access"))
    for about, patient, kind in wrong:
        with pytest.raises(Invalid, match="no_record"):
            desk.run(TAKE, TakeRequest(patient, kind, "Please", about=about))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "refund"}, "no_kind"), ({"text": "  "}, "no_text"), ({"received_on": TODAY + DAY}, "bad_received"),
        ({"received_on": dt.date(1999, 1, 1)}, "bad_received"), ({"owner_user_id": 99}, "no_owner"),
        ({"owner_user_id": 3}, "no_owner"),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_kept_says_what_to_do(desk, change, code):
    values = {"patient_id": desk.maria, "kind": "access", "text": "Please"} | change
    with pytest.raises(Invalid, match=code):
        desk.run(TAKE, TakeRequest(**values))


def test_the_line_of_today_is_put_off_but_never_ticked_off(desk):
    desk.run(TAKE, TakeRequest(desk.maria, "access", "Please", TODAY - 25 * DAY))
    (row,) = desk.work(TODAY)
    with pytest.raises(Invalid, match="request_needs_answer"):
        desk.run("services.follow_up.finish", FinishWork(row.key, row.version))
    desk.run("services.follow_up.hold", HoldWork(row.key, TODAY + 2 * DAY))
    assert [one.section for one in desk.work(TODAY)] == ["waiting"]
    assert [one.section for one in desk.work(TODAY + 2 * DAY)] == ["due_today"]


def test_the_list_of_the_practice_has_what_is_open_most_urgent_first(desk, office):
    desk.run(TAKE, TakeRequest(desk.maria, "amendment", "b"))
    desk.run(TAKE, TakeRequest(office.patients[1], "access", "a"))
    rows = desk.run(LIST, RequestFilter())
    assert [(row.kind, row.head.family) for row in rows] == [("access", "Baker"), ("amendment", "Lopez")]


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 12, 31)), st.sampled_from(KINDS))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_last_day_is_never_before_the_term_ends(day, kind):
    from icm_desktop.domain.privacy import due_on

    term = privacy.term(kind)
    assert (due_on(day, term.days) - day).days == term.days
    assert (due_on(day, term.days, term.longer) - day).days == term.days + term.longer


@pytest.mark.parametrize("ground", sorted(privacy.denials("access")))
def test_a_denied_access_says_whether_the_patient_may_have_it_reviewed(desk, ground):
    """45 CFR 164.524(a)(2) and (3)."""
    desk.run(TAKE, TakeRequest(desk.maria, "access", "Please"))
    row = desk.only()
    desk.run("services.patient_requests.close", CloseRequest(row.id, row.version, "denied", "The reason", ground))
    assert desk.only().reviewable is (ground in ("danger", "other_person", "representative"))
    desk.run("services.patient_requests.reopen", ReopenRequest(row.id, desk.only().version))
    assert desk.only().ground is None
