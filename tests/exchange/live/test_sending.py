"""What is planned here goes out once, is replaced only as we know it, and comes back changed without a double."""

from __future__ import annotations

import pytest

from db.models.audit import AuditEvent
from db.models.exchange import ImportBatch, SourceResource
from db.models.partners import PartnerCopy, PartnerCursor
from db.models.plan import Goal, PlanAction
from db.models.scheduling import ReferralEvent, ServiceRequest
from icm_desktop.contracts.partners import AnswerCopy
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, ChangeGoal, GoalDraft
from icm_desktop.contracts.referrals import NewReferral
from tests.exchange.live.conftest import OUTSIDE, about
from tests.exchange.live.server import cut, once
from tests.support import make_practice

WALK = GoalDraft(None, "Walk 30 minutes a day", measure_code="55423-8", target_comparator=">=", target_value=6000)


@pytest.fixture
def planned(linked):
    """The patient with a goal, an action and a referral."""
    run, patient_id = linked.here.run, linked.patient_id
    goal = run("services.care_plans.add_goal", AddGoal(patient_id, WALK)).id
    run("services.care_plans.add_action", AddAction(patient_id, goal, ActionDraft("Buy walking shoes")))
    run(
        "services.referrals.create",
        NewReferral(patient_id, "Cardiology", "Dr. Heart", reason="Chest pain", send_now=True),
    )
    return linked


def the(store, kind, **told):
    (found,) = [one for one in store.of(kind) if all(one.get(name) == value for name, value in told.items())]
    return found


def kinds(store):
    return sorted(kind for kind, _ in store.resources)


def goal_row(linked):
    with linked.here.read() as uow:
        row = uow.session.query(Goal).one()
        uow.session.expunge(row)
        return row


def change(linked, text):
    row = goal_row(linked)
    draft = GoalDraft(None, text, measure_code="55423-8", target_comparator=">=", target_value=6000)
    linked.here.run("services.care_plans.change_goal", ChangeGoal(row.id, row.version, draft, row.status))


def test_plan_referral_and_task_arrive_pointing_to_each_other(planned):
    assert planned.poll().troubles == 0
    planned.poll()
    assert kinds(planned.store) == ["CarePlan", "Goal", "Patient", "ServiceRequest", "Task"]
    goal, plan, task = (the(planned.store, kind) for kind in ("Goal", "CarePlan", "Task"))
    request = the(planned.store, "ServiceRequest")
    assert all(
        one.get("subject", one.get("for"))["reference"] == f"Patient/{OUTSIDE}" for one in (goal, plan, task, request)
    )
    assert plan["goal"] == [{"reference": f"Goal/{goal['id']}"}]
    assert {"reference": {"reference": f"ServiceRequest/{request['id']}"}} in plan["activity"]
    assert task["focus"]["reference"] == f"ServiceRequest/{request['id']}"
    assert plan["author"]["display"] == "Test Practice" and "reference" not in plan["author"]


def test_what_is_there_is_not_sent_again_and_its_echo_changes_nothing(planned):
    planned.poll()
    planned.poll()
    sent = len(planned.store.bodies)
    done = planned.poll()
    assert (done.received, done.sent, len(planned.store.bodies)) == (0, 0, sent)
    assert planned.count(Goal) == planned.count(ServiceRequest) == 1
    assert planned.count(ImportBatch) == planned.count(SourceResource) == 0


def test_a_change_here_replaces_exactly_the_version_we_know(planned):
    planned.poll()
    planned.poll()
    change(planned, "Walk 40 minutes a day")
    assert planned.poll().sent == 1
    goal = the(planned.store, "Goal")
    assert goal["description"]["text"] == "Walk 40 minutes a day" and goal["meta"]["versionId"] == "2"


def test_what_a_partner_added_to_it_stays_when_ours_changes(planned):
    planned.poll()
    planned.poll()
    planned.store.put({**the(planned.store, "Goal"), "outcomeReference": [{"display": "Steps of last week"}]})
    planned.poll()
    change(planned, "Walk 40 minutes a day")
    planned.poll()
    goal = the(planned.store, "Goal")
    assert goal["outcomeReference"] == [{"display": "Steps of last week"}]
    assert goal["description"]["text"] == "Walk 40 minutes a day"


def test_a_change_there_comes_back_into_the_same_goal(planned):
    planned.poll()
    planned.poll()
    goal = the(planned.store, "Goal")
    planned.store.put({**goal, "lifecycleStatus": "completed"})
    done = planned.poll()
    assert [one.kind for one in done.news] == ["changed"]
    assert goal_row(planned).status == "completed" and planned.count(Goal) == 1
    bodies = len(planned.store.bodies)
    planned.poll()
    assert len(planned.store.bodies) == bodies  # taken over is not sent back


def test_an_action_done_or_added_there_comes_back(planned):
    planned.poll()
    planned.poll()
    plan = the(planned.store, "CarePlan")
    first, *rest = plan["activity"]
    done = {"detail": {**first["detail"], "status": "completed"}}
    more = {"detail": {"status": "not-started", "description": "Join the heart group"}}
    planned.store.put({**plan, "activity": [done, more, *rest]})
    planned.poll()
    with planned.here.read() as uow:
        rows = uow.session.query(PlanAction).order_by(PlanAction.id)
        assert [(row.text, row.status) for row in rows] == [
            ("Buy walking shoes", "completed"), ("Join the heart group", "not-started"),
        ]  # fmt: skip


def test_the_partners_task_moves_the_referral_on(planned):
    planned.poll()
    task = the(planned.store, "Task")
    planned.store.put({**task, "status": "accepted", "lastModified": "2026-11-20T15:00:00Z"})
    planned.poll()
    with planned.here.read() as uow:
        states = [row.state for row in uow.session.query(ReferralEvent).order_by(ReferralEvent.id)]
    assert states == ["sent", "accepted"]
    planned.poll()
    assert planned.count(ReferralEvent) == 2


def test_both_sides_changed_it_becomes_a_question_and_overwrites_nothing(planned):
    planned.poll()
    planned.poll()
    planned.store.put({**the(planned.store, "Goal"), "description": {"text": "Swim twice a week"}})
    change(planned, "Walk 40 minutes a day")
    planned.poll()
    (asked,) = planned.here.run("queries.partners.queue", planned.partner_id)
    assert (asked.state, asked.differing) == ("question", ("text",))
    assert goal_row(planned).text == "Walk 40 minutes a day"
    assert the(planned.store, "Goal")["description"]["text"] == "Swim twice a week"
    planned.poll()
    assert the(planned.store, "Goal")["description"]["text"] == "Swim twice a week"


@pytest.mark.parametrize(("take", "text"), [("mine", "Walk 40 minutes a day"), ("theirs", "Swim twice a week")])
def test_the_answer_settles_both_sides(planned, take, text):
    test_both_sides_changed_it_becomes_a_question_and_overwrites_nothing(planned)
    (asked,) = planned.here.run("queries.partners.queue", planned.partner_id)
    planned.here.run("services.partners.answer", AnswerCopy(asked.id, take))
    planned.poll()
    assert goal_row(planned).text == the(planned.store, "Goal")["description"]["text"] == text
    assert planned.here.run("queries.partners.queue", planned.partner_id) == ()


def test_somebody_faster_there_is_taken_in_first(planned):
    planned.poll()
    planned.poll()
    change(planned, "Walk 40 minutes a day")

    def faster(handler):
        if handler.command == "PUT":
            planned.store.faults.clear()
            planned.store.put({**the(planned.store, "Goal"), "lifecycleStatus": "on-hold"})
        return False

    planned.store.faults.append(faster)
    planned.poll()
    planned.poll()
    row, goal = goal_row(planned), the(planned.store, "Goal")
    assert (row.text, row.status) == ("Walk 40 minutes a day", "on-hold")
    assert (goal["description"]["text"], goal["lifecycleStatus"]) == ("Walk 40 minutes a day", "on-hold")


@pytest.mark.parametrize("fault", [
    cut(method="POST"), cut(method="POST", after=True), once(500, method="POST"), once(500, method="POST", after=True),
    once(429, method="POST", Retry_After="5"), once(401, method="POST"),
], ids=["cut", "cut-after", "500", "500-after", "429", "401"])  # fmt: skip
def test_trouble_in_making_something_doubles_nothing(planned, fault):
    planned.store.faults.append(fault)
    assert planned.poll().troubles == 1
    assert planned.here.run("queries.partners.queue", planned.partner_id)
    planned.poll()
    planned.poll()
    assert kinds(planned.store) == ["CarePlan", "Goal", "Patient", "ServiceRequest", "Task"]
    assert planned.here.run("queries.partners.queue", planned.partner_id) == ()


@pytest.mark.parametrize(
    "fault", [cut(method="PUT"), cut(method="PUT", after=True), once(503, method="PUT", after=True)]
)
def test_trouble_in_replacing_something_changes_it_once(planned, fault):
    planned.poll()
    planned.poll()
    change(planned, "Walk 40 minutes a day")
    planned.store.faults.append(fault)
    planned.poll()
    planned.poll()
    goal = the(planned.store, "Goal")
    assert (goal["description"]["text"], goal["meta"]["versionId"]) == ("Walk 40 minutes a day", "2")
    assert planned.here.run("queries.partners.queue", planned.partner_id) == ()


@pytest.mark.parametrize("status", [400, 409, 412, 422])
def test_what_the_partner_refuses_is_told_and_the_rest_goes(planned, status):
    def refusing(handler):
        if handler.command == "POST" and handler.path.endswith("/Goal"):
            handler.answer(status, {"resourceType": "OperationOutcome", "issue": [{"diagnostics": "No such measure"}]})
            return True
        return False

    planned.store.faults.append(refusing)
    assert planned.poll().troubles == 0
    assert "ServiceRequest" in kinds(planned.store) and "Goal" not in kinds(planned.store)
    (row,) = planned.here.run("queries.partners.queue", planned.partner_id)
    assert (row.state, row.kind, row.params["status"], row.params["words"]) == (
        "failed",
        "Goal",
        status,
        "No such measure",
    )
    (health,) = planned.here.run("queries.partners.health")
    assert (health.failed, health.waiting) == (1, 0)
    planned.store.faults.clear()
    planned.here.run("services.partners.answer", AnswerCopy(row.id, "mine"))
    planned.poll()
    assert "Goal" in kinds(planned.store)


def test_the_queue_outlives_the_program(planned, tmp_path):
    planned.server.stop()
    planned.poll()
    assert {row.kind for row in planned.here.run("queries.partners.queue", None)} >= {"Goal", "ServiceRequest", "Task"}
    file, key = planned.made.database.path, planned.made.database.key
    planned.made.database.close()
    from db import database

    opened = database.open_existing(file, key, planned.made.database.anchor.path.parent)
    again = type(planned.made)(opened, planned.made.zone, planned.made.today, planned.made.users)
    planned.server.start()
    from icm_desktop.contracts.partners import PollRequest

    assert again.open().run("services.partners.poll", PollRequest(now=True)).troubles == 0
    again.open().run("services.partners.poll", PollRequest(now=True))
    assert kinds(planned.store) == ["CarePlan", "Goal", "Patient", "ServiceRequest", "Task"]
    opened.close()


def test_ours_is_recognised_when_a_backup_from_before_is_put_back(planned):
    planned.poll()
    planned.poll()
    with planned.here.write("test") as uow:
        uow.session.query(PartnerCopy).filter(PartnerCopy.kind != "Patient").delete()
        for cursor in uow.session.query(PartnerCursor):
            cursor.since = cursor.compared_seq = None
    planned.poll()
    planned.poll()
    assert kinds(planned.store) == ["CarePlan", "Goal", "Patient", "ServiceRequest", "Task"]
    assert planned.count(Goal) == planned.count(ServiceRequest) == planned.count(PlanAction) == 1


def test_what_was_removed_here_is_told_as_entered_in_error(planned):
    planned.poll()
    planned.poll()
    row = goal_row(planned)
    with planned.here.write("test") as uow:
        uow.session.get(Goal, row.id).removed_at = uow.now
    planned.poll()
    assert the(planned.store, "Goal")["lifecycleStatus"] == "entered-in-error"


def test_every_resource_that_left_is_on_record_with_its_digest(planned):
    planned.poll()
    with planned.here.read() as uow:
        told = [row.detail for row in uow.session.query(AuditEvent).filter_by(event="record.sent")]
    assert {one["kind"] for one in told} >= {"Goal", "CarePlan", "ServiceRequest", "Task"}
    assert all(len(one["sha256"]) == 64 and one["to"] == "Riverside Hospital" for one in told)


def test_a_refused_agreement_keeps_everything_here_and_out_of_the_queue(planned):
    with planned.here.write("test") as uow:
        from db.models.coverage import Consent

        uow.session.add(
            Consent(patient_id=planned.patient_id, status="active", decision="deny", scope="patient-privacy")
        )
    planned.poll()
    assert kinds(planned.store) == ["Patient"]


def test_sensitive_lines_stay_here_without_an_agreement(planned):
    secret = GoalDraft(None, "Stay sober: no alcohol or heroin")
    planned.here.run("services.care_plans.add_goal", AddGoal(planned.patient_id, secret))
    planned.poll()
    planned.poll()
    everything = b"".join(planned.store.bodies)
    assert b"heroin" not in everything and b"Walk 30 minutes" in everything


def test_something_of_theirs_changed_here_goes_back_to_it(linked):
    goal = about("Goal", "g9", lifecycleStatus="active", description={"text": "Lower the blood pressure"})
    linked.store.put({**goal, "note": [{"text": "from the clinic"}]})
    linked.poll()
    row = goal_row(linked)
    draft = GoalDraft(None, "Blood pressure below 130/80")
    linked.here.run("services.care_plans.change_goal", ChangeGoal(row.id, row.version, draft, "active"))
    linked.poll()
    goal = the(linked.store, "Goal")
    assert goal["id"] == "g9" and goal["description"]["text"] == "Blood pressure below 130/80"
    assert goal["note"][0]["text"] == "from the clinic"
    assert linked.count(Goal) == 1


def test_nothing_goes_to_a_partner_that_only_gives(tmp_path):
    from tests.exchange.live.conftest import TODAY, join
    from tests.exchange.live.server import running

    made = make_practice(tmp_path, today=TODAY)
    with running() as server:
        linked = join(made, server)
        (row,) = linked.here.run("queries.partners.partners")
        from icm_desktop.contracts.partners import PartnerEdit

        edit = PartnerEdit(row.name, server.base, sends=False, id=row.id, expected_version=row.version)
        made.open("administrator").run("services.partners.save", edit)
        linked.here.run("services.care_plans.add_goal", AddGoal(linked.patient_id, WALK))
        linked.poll()
        assert kinds(server.store) == ["Patient"] and not server.store.bodies
    made.database.close()
