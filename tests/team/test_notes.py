"""Notes: who may read which, everywhere one could look; read states, amendments, emergencies."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.models.audit import Action
from db.models.coverage import Consent
from db.models.notes import EmergencyAccess
from icm_desktop.contracts.disclosures import AskAccounting
from icm_desktop.contracts.duplicates import PairOf
from icm_desktop.contracts.notes import AmendNote, MistakenNote, NewNote, OpenInEmergency, SetGrants
from icm_desktop.contracts.plan_document import RECORD, PlanReader
from icm_desktop.contracts.record_export import ExportPractice, ExportRecord, RecordRequest
from icm_desktop.contracts.records import FactRef, HistoryFilter
from icm_desktop.contracts.set_up import SetUpHistoryFilter
from icm_desktop.contracts.timeline import TimelineFilter
from icm_desktop.contracts.worklist import FinishWork, HoldWork, WorkFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound, UserError
from icm_desktop.queries.record_history import GROUPS
from tests.handouts.reading import text
from tests.team.conftest import TODAY

WRITE, NOTES, OPEN = "services.notes.write", "queries.notes.notes", "services.notes.open_note"
BH, SUD = "behavioral_health", "substance_use"
SECRET = "heroin until 2019"


def give(around, role, *kinds):
    around.run(
        "services.notes.set_grants", SetGrants(around.user(role), kinds, "works with them"), role="administrator"
    )


def consent(around, store_rows, decision="permit", topic="substance_use", **more):
    covers = [{"code": topic, "decision": "permit"}]
    store_rows(Consent(patient_id=around.maria, scope="patient-privacy", decision=decision, status="active",
                       given_on="2026-10-01", covers=covers, **more))  # fmt: skip


def write(around, kind="care_coordination", text="Call the daughter first", *to, role="coordinator", **links):
    users = tuple(around.user(one) for one in to)
    return around.run(WRITE, NewNote(around.maria, kind, text, users, **links), role=role).note_id


def emergency(around, **more):
    """Everything 42 CFR 2.51(c) asks for."""
    told = {"reason": "unconscious, overdose suspected", "personnel": "Dr. Ray", "affiliation": "County Hospital"}
    return OpenInEmergency(around.maria, **(told | more))


def rows(around, role="coordinator"):
    return around.run(NOTES, around.maria, role=role).rows


def test_a_note_is_unread_until_its_reader_opens_it(around):
    note = write(around, "phone", "She will call back", "clinician")
    assert around.run("queries.notes.unread", role="clinician") == ((note, around.maria),)
    assert around.run("queries.notes.unread", role="administrator") == ()
    assert rows(around, "clinician")[0].unread and not rows(around, "administrator")[0].unread
    opened = around.run(OPEN, note, role="clinician")
    assert (opened.text, opened.row.unread) == ("She will call back", False)
    assert around.run("queries.notes.unread", role="clinician") == ()


def test_each_reader_puts_off_their_own_note(around):
    note = write(around, "phone", "For both", "clinician", "administrator")
    key = f"care_note:{note}:{around.user('clinician')}"
    around.run("services.follow_up.hold", HoldWork(key, TODAY + dt.timedelta(days=2)), role="clinician")

    def sections(role):
        rows_ = around.run("queries.today.worklist", WorkFilter(), role=role).rows
        return [one.section for one in rows_ if one.kind == "care_note"]

    assert (sections("clinician"), sections("administrator")) == (["waiting"], ["due_today"])


def test_an_amendment_keeps_what_was_written_and_is_unread_again(around):
    note = write(around, "consult", "Dose 5 mg", "clinician")
    around.run(OPEN, note, role="clinician")
    done = around.run("services.notes.amend", AmendNote(note, "Dose 10 mg", "misheard on the phone"))
    opened = around.run(OPEN, note, role="administrator")
    assert (opened.text, [(one.text, one.reason) for one in opened.amendments]) == (
        "Dose 5 mg", [("Dose 10 mg", "misheard on the phone")],
    )  # fmt: skip
    assert around.run("queries.notes.unread", role="clinician") == ((note, around.maria),)
    around.run("services.history.undo", done.changes.action_id)
    assert around.run(OPEN, note).amendments == ()
    with pytest.raises(Invalid, match="reason_missing"):
        around.run("services.notes.amend", AmendNote(note, "x", " "))


def test_entered_in_error_stays_and_is_not_read_any_more(around):
    note = write(around, "phone", "Wrong chart", "clinician")
    around.run("services.notes.mistaken", MistakenNote(note, rows(around)[0].version, "wrong chart"))
    assert rows(around)[0].mistaken
    assert around.run("queries.notes.unread", role="clinician") == ()
    with pytest.raises(Conflict, match="mistaken"):
        around.run("services.notes.amend", AmendNote(note, "x", "y"))


def test_only_whom_it_was_given_to_writes_and_is_addressed(around):
    with pytest.raises(NotAllowed, match="not_given"):
        write(around, BH)
    give(around, "coordinator", BH)
    write(around, BH)
    with pytest.raises(Invalid, match="reader_not_given"):
        write(around, BH, "x", "clinician")
    with pytest.raises(Invalid, match="reader_not_given"):
        write(around, "phone", "x", "front_desk")
    with pytest.raises(NotAllowed):
        write(around, "phone", "x", role="front_desk")


def test_the_first_administrator_has_them_until_they_are_taken_away(around):
    write(around, BH, SECRET, role="administrator")
    assert rows(around, "administrator")[0].sensitive
    give(around, "administrator")
    assert around.run("queries.note_access.access", around.maria, role="administrator").open_kinds == frozenset()
    give(around, "front_desk")
    with pytest.raises(Invalid, match="role_reads_none"):
        give(around, "front_desk", BH)


def test_the_patients_will_counts_above_the_grant(around, store_rows):
    for role in ("coordinator", "clinician"):
        give(around, role, BH, SUD)
    write(around, SUD, SECRET)
    write(around, BH, SECRET)
    assert [row.kind for row in rows(around, "clinician")] == [BH]
    assert around.run(NOTES, around.maria, role="clinician").held_back == ((SUD, 1),)
    consent(around, store_rows)
    assert {row.kind for row in rows(around, "clinician")} == {SUD, BH}
    consent(around, store_rows, "deny", "mental_health")
    shown = around.run(NOTES, around.maria, role="clinician")
    assert ([row.kind for row in shown.rows], shown.held_back) == ([SUD], ((BH, 1),))
    assert dict(shown.access.closed) == {BH: "refused"}
    assert {row.kind for row in rows(around)} == {SUD, BH}  # who wrote them reads them
    consent(around, store_rows, "deny", "substance_use")
    assert rows(around, "clinician") == ()


def _everything(around, role):
    """Whatever a role can ask for about Maria, as one text; what it may not ask for says nothing."""
    questions = [
        (NOTES, around.maria), ("queries.notes.unread",), ("queries.chart.chart", around.maria),
        ("queries.team.team", around.maria), ("queries.today.worklist", WorkFilter(everyone=True)),
        ("queries.timeline.timeline", TimelineFilter(around.maria)),
        ("queries.timeline.timeline", TimelineFilter(around.maria, search="heroin")),
        ("queries.since_looked.since_looked", around.maria, dt.datetime(2020, 1, 1, tzinfo=dt.UTC)),
        *(("queries.record_history.of_patient", HistoryFilter(around.maria, group=one)) for one in ("", *GROUPS)),
        *(("queries.records.fact", FactRef(kind, number)) for kind in ("care_note", "care_note_reader")
          for number in (1, 2, 3)),
        *(("queries.record_history.of_record", FactRef("care_note", number)) for number in (1, 2, 3)),
        ("queries.drafts.drafts",), ("queries.set_up_history.history", SetUpHistoryFilter()),
        ("queries.patients.find", "heroin"), ("services.notes.open_note", 1), ("services.notes.open_note", 2),
        ("queries.notes.links", around.maria), ("queries.merging.preview", around.maria, around.other),
        ("queries.merging.compare", PairOf(around.maria, around.other)),
    ]  # fmt: skip
    found = []
    for name, *args in questions:
        try:
            found.append(repr(around.run(name, *args, role=role)))
        except UserError as refused:
            found.append(refused.code)
    return "\n".join(found)


@pytest.mark.parametrize("role", ["front_desk", "coordinator", "clinician"])
def test_whom_it_was_not_given_to_finds_no_trace_of_it_anywhere(around, store_rows, role):
    give(around, "administrator", BH, SUD)
    consent(around, store_rows)
    note = write(around, SUD, SECRET, role="administrator")
    write(around, BH, SECRET, role="administrator")
    around.run(OPEN, note, role="administrator")
    told = _everything(around, role)
    for trace in (SECRET, "heroin", "care_note", SUD.replace("_", "-"), "note.opened", "'substance_use', 1"):
        assert trace not in told.replace('"kind": "care_note"', ""), trace
    with pytest.raises((NotFound, NotAllowed)):
        around.run("services.notes.amend", AmendNote(note, "x", "y"), role=role)
    with pytest.raises((NotFound, NotAllowed)):
        key = f"care_note:{note}:{around.user(role)}"
        around.run("services.follow_up.hold", HoldWork(key, TODAY + dt.timedelta(days=1)), role=role)
    with pytest.raises((NotFound, NotAllowed)):
        around.run("services.notes.mistaken", MistakenNote(note, 1, "y"), role=role)


def test_the_words_of_sensitive_notes_are_nowhere_but_in_the_opened_note(around, store_rows):
    give(around, "coordinator", BH, SUD)
    consent(around, store_rows)
    note = write(around, SUD, SECRET, role="administrator")
    told = _everything(around, "coordinator")
    assert told.count(SECRET) == 1  # services.notes.open_note
    opened = around.run("queries.record_history.of_patient", HistoryFilter(around.maria), role="administrator")
    assert [row.by for row in opened.rows if row.event == "note.opened"] == ["Rosa Diaz"]
    assert around.run(OPEN, note, role="coordinator").text == SECRET


def test_ordinary_notes_are_on_the_timeline_and_found_by_their_words(around):
    write(around, "phone", "Daughter drives her on Tuesdays")
    found = around.run("queries.timeline.timeline", TimelineFilter(around.maria, search="tuesdays"))
    assert [row.ref.kind for row in found.rows] == ["care_note"]
    assert around.run("queries.timeline.timeline", TimelineFilter(around.maria), role="front_desk").rows == ()


def test_an_emergency_opens_them_for_an_hour_and_is_on_record(around, store_rows):
    write(around, BH, SECRET, role="administrator")
    assert rows(around, "clinician") == ()
    with pytest.raises(Invalid, match="emergency_reason"):
        around.run(
            "services.notes.open_in_emergency",
            OpenInEmergency(around.maria, "now", "Dr. Ray", "County Hospital"),
            role="clinician",
        )
    asked = emergency(around)
    around.run("services.notes.open_in_emergency", asked, role="clinician")
    (row,) = rows(around, "clinician")
    assert around.run(OPEN, row.id, role="clinician").text == SECRET
    history = around.run("queries.record_history.of_patient", HistoryFilter(around.maria), role="administrator").rows
    shown = around.run("queries.set_up_history.history", SetUpHistoryFilter("emergency_access"), role="administrator")
    assert {one.title for one in shown.rows} == {"Kim Lee"}
    assert [(one.event, one.reason) for one in history if one.event == "note.emergency"] == [
        ("note.emergency", "unconscious, overdose suspected"),
    ]  # fmt: skip
    later = dt.datetime.now(dt.UTC) - dt.timedelta(hours=2)
    with around.practice.open().write("test") as uow:
        uow.session.query(EmergencyAccess).one().ends_at = later
    assert rows(around, "clinician") == ()
    with pytest.raises(NotAllowed):
        around.run("services.notes.open_in_emergency", asked, role="front_desk")


def test_administrators_have_an_emergency_opening_on_today_until_another_looked_at_it(around):
    def work(role):
        found = around.run("queries.today.worklist", WorkFilter(everyone=True), role=role).rows
        return [row for row in found if row.kind == "emergency_access"]

    asked = emergency(around)
    for role in ("clinician", "administrator"):
        around.run("services.notes.open_in_emergency", asked, role=role)
    assert [work(role) for role in ("front_desk", "coordinator", "clinician")] == [[], [], []]
    first, own = work("administrator")
    assert (dict(first.title_params)["by"], dict(first.why_params)["reason"]) == ("Kim Lee", asked.reason)
    with around.practice.open().write("test") as uow:
        act = uow.session.scalars(select(Action.id).where(Action.name == "services.notes.open_in_emergency")).first()
    with pytest.raises(NotAllowed, match="emergency_stays"):
        around.run("services.history.undo", act, role="clinician")
    with pytest.raises(NotAllowed):
        around.run("services.follow_up.finish", FinishWork(first.key, first.version), role="clinician")
    for row in (first, own):  # she is the only administrator
        around.run("services.follow_up.finish", FinishWork(row.key, row.version), role="administrator")
    assert {row.section for row in work("administrator")} == {"done_today"} and work("front_desk") == []


def test_grants_are_decided_by_an_administrator_and_every_decision_stays(around):
    with pytest.raises(NotAllowed):
        around.run("services.notes.set_grants", SetGrants(around.user("coordinator"), (BH,)))
    give(around, "coordinator", BH)
    give(around, "coordinator")
    listed = {(one.user_id, one.kind): one for one in around.run("queries.note_access.grants", role="administrator")}
    mine = listed[around.user("coordinator"), BH]
    assert (mine.granted, mine.decided_by, mine.reason) == (False, "Ada Min", "works with them")
    told = around.run("queries.set_up_history.history", SetUpHistoryFilter("note_grant"), role="administrator")
    assert [row.title for row in told.rows] == ["Rosa Diaz", "Rosa Diaz"]


def test_a_note_is_linked_to_something_of_the_same_patient_only(around):
    with pytest.raises(Invalid, match="not_this_patient"):
        write(around, "phone", "x", goal_id=99)


def test_undo_of_a_note_takes_it_away_for_its_readers_too(around):
    done = around.run(WRITE, NewNote(around.maria, "phone", "x", (around.user("clinician"),)))
    around.run("services.history.undo", done.changes.action_id)
    assert (rows(around), around.run("queries.notes.unread", role="clinician")) == ((), ())


# 42 CFR 2.51


@pytest.mark.parametrize("missing", ["personnel", "affiliation"])
def test_an_emergency_opening_without_whom_it_is_for_opens_nothing(around, missing):
    write(around, BH, SECRET, role="administrator")
    with pytest.raises(Invalid, match=f"emergency_{missing}"):
        around.run("services.notes.open_in_emergency", emergency(around, **{missing: " "}), role="clinician")
    assert rows(around, "clinician") == ()


def test_an_opening_for_somebody_elsewhere_is_a_disclosure_and_the_work_names_them(around):
    around.run("services.notes.open_in_emergency", emergency(around), role="clinician")
    asked = AskAccounting(around.maria, dt.date(2028, 1, 1), part2=True)
    (left,) = around.run("queries.disclosures.accounting", asked).rows
    assert (left.channel, left.to_name, left.substance_use) == ("emergency", "Dr. Ray, County Hospital", True)
    (work,) = [
        row for row in around.run("queries.today.worklist", WorkFilter(everyone=True), role="administrator").rows
        if row.kind == "emergency_access"
    ]  # fmt: skip
    assert dict(work.why_params)["whom"] == "Dr. Ray, County Hospital"
    here = around.run("queries.people.practice").name
    around.run("services.notes.open_in_emergency", emergency(around, affiliation=here), role="coordinator")
    assert len(around.run("queries.disclosures.accounting", asked).rows) == 1  # nothing left the practice


def test_who_opened_closes_again_before_the_hour_is_over(around):
    write(around, BH, SECRET, role="administrator")
    around.run("services.notes.open_in_emergency", emergency(around), role="clinician")
    assert len(rows(around, "clinician")) == 1
    with pytest.raises(NotFound, match="none_open"):
        around.run("services.emergency_openings.end", around.maria, role="coordinator")
    assert around.run("services.emergency_openings.end", around.maria, role="clinician").openings == 1
    assert rows(around, "clinician") == ()
    history = around.run("queries.record_history.of_patient", HistoryFilter(around.maria), role="administrator").rows
    assert {"note.emergency", "note.emergency_ended"} <= {row.event for row in history}


# psychotherapy notes (45 CFR 164.501, 164.508(a)(2))

APART = "psychotherapy"


def test_a_note_kept_apart_is_its_authors_alone_whatever_others_were_given(around, store_rows):
    for role in ("coordinator", "clinician", "administrator"):
        give(around, role, BH, SUD)
    consent(around, store_rows)
    note = write(around, APART, SECRET, role="clinician")
    assert [row.kind for row in rows(around, "clinician")] == [APART]
    assert around.run(OPEN, note, role="clinician").text == SECRET
    for role in ("front_desk", "coordinator", "administrator"):
        if role != "front_desk":
            around.run("services.notes.open_in_emergency", emergency(around), role=role)
            shown = around.run(NOTES, around.maria, role=role)
            assert shown.rows == () and shown.held_back == ()
        told = _everything(around, role)
        for trace in (SECRET, "heroin", APART + "'"):
            assert trace not in told.replace(f"apart=frozenset({{'{APART}'}})", ""), (role, trace)
        with pytest.raises((NotFound, NotAllowed)):
            around.run(OPEN, note, role=role)
        with pytest.raises((NotFound, NotAllowed)):
            around.run("services.notes.amend", AmendNote(note, "x", "y"), role=role)


def test_it_is_addressed_to_nobody_and_given_to_nobody_by_an_administrator(around):
    with pytest.raises(Invalid, match="apart_for_nobody"):
        write(around, APART, SECRET, "coordinator", role="clinician")
    with pytest.raises(Invalid, match="no_such_kind"):
        give(around, "coordinator", APART)


def test_the_patients_own_authorization_opens_it_to_the_colleague_it_names(around, store_rows):
    note = write(around, APART, SECRET, role="clinician")
    theirs = {"patient_id": around.maria, "decision": "permit", "status": "active", "given_on": "2026-10-01"}
    store_rows(Consent(scope="patient-privacy", recipients=[{"name": "Rosa Diaz"}], **theirs))
    assert rows(around) == ()  # a consent about anything else is none
    store_rows(Consent(scope="counseling_notes", recipients=[{"name": "Rosa Diaz"}], **theirs))
    assert around.run(OPEN, note).text == SECRET
    assert rows(around, "administrator") == ()
    with pytest.raises(NotFound):  # she reads it; it stays its author's
        around.run("services.notes.amend", AmendNote(note, "x", "y"))


def test_it_is_in_no_export_of_the_record_nor_of_the_practice(around, tmp_path):
    write(around, APART, SECRET, role="clinician")
    path = tmp_path / "record.json"
    asked = ExportRecord(RecordRequest(around.maria, PlanReader(RECORD)), str(path), "own_copy", readable=True)
    around.run("services.record_exports.export", asked, role="clinician")
    around.run("services.practice_exports.export", ExportPractice(str(tmp_path / "all")), role="administrator")
    written = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(written) > 10
    for one in written:
        data = one.read_bytes()
        assert "heroin" not in (text(data) if data.startswith(b"%PDF") else data.decode("utf-8", "replace")), one.name
