"""The audit record as administrators read it: filtered, sorted, paged, looked through, with a receipt on paper."""

from __future__ import annotations

import ast
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from db.audit import Entry
from icm_desktop import words
from icm_desktop.contracts.audit_log import PROGRAM, SORTS, AuditFilter, NoteReview, ReceiptRequest
from icm_desktop.domain.audit_events import EVENTS, GROUPS, group_of, short_code
from icm_desktop.errors import Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.handouts.reading import text
from tests.plans import asked, scans
from tests.privacy.conftest import TODAY
from tests.support import NEW_YORK

ROOT = Path(__file__).parents[2]
EVENTS_OF, WHO = "queries.audit_log.events", "queries.audit_log.who_looked"


def local(day: int, hour: int, minute: int = 0, month: int = 3) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK).astimezone(dt.UTC)


@pytest.fixture
def looked(office):
    """Three openings around the day on which the clock is put forward, and one by the program."""
    lopez, baker = office.patients
    for at, whose, role in (
        (local(7, 23, 59), lopez, Role.CLINICIAN), (local(8, 0, 0), lopez, Role.COORDINATOR),
        (local(8, 23, 59), baker, Role.CLINICIAN), (local(9, 0, 0), lopez, Role.CLINICIAN),
    ):  # fmt: skip
        office.note(at, Entry("chart.opened", whose, "patient", whose), role=role)
    office.note(local(8, 12), Entry("database.checked"), role=None)
    return office


def test_a_period_is_of_local_days_also_when_the_clock_changes(looked):
    day = dt.date(2026, 3, 8)  # 23 hours long
    found = looked.run(EVENTS_OF, AuditFilter(first=day, last=day, group="looked"))
    assert [row.at.astimezone(NEW_YORK).hour for row in found.rows] == [23, 0]
    assert found.total == 2


def test_filters_narrow_by_person_patient_event_and_kind(looked):
    _lopez, baker = looked.patients
    kim = looked.practice.users[Role.CLINICIAN]
    assert looked.run(EVENTS_OF, AuditFilter(user_id=kim)).total == 3
    assert looked.run(EVENTS_OF, AuditFilter(user_id=PROGRAM, event="database.checked")).total == 1
    of_baker = looked.run(EVENTS_OF, AuditFilter(patient_id=baker, kind="patient"))
    assert {row.head.family for row in of_baker.rows} == {"Baker"}
    assert {row.event for row in of_baker.rows} == {"created", "chart.opened"}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_every_sort_pages_through_all_events_once(looked, sort, descending):
    whole = looked.run(EVENTS_OF, AuditFilter(sort=sort, descending=descending, limit=1000))
    paged: list[Any] = []
    while len(paged) < whole.total:
        slice_ = looked.run(EVENTS_OF, AuditFilter(sort=sort, descending=descending, limit=3, offset=len(paged)))
        assert slice_.total == whole.total
        paged += slice_.rows
    assert paged == list(whole.rows)
    assert len({row.seq for row in paged}) == looked.head().seq
    keys = {
        "at": lambda row: row.seq, "who": lambda row: (row.by or "").casefold(),
        "what": lambda row: EVENTS.index(row.event),
        "patient": lambda row: row.head.record_number if row.head else None, "kind": lambda row: row.kind,
    }  # fmt: skip
    sorted_by = [key for row in paged if (key := keys[sort](row)) is not None]
    assert sorted_by == sorted(sorted_by, reverse=descending)


def test_no_event_carries_a_value_of_a_record(looked):
    rows = looked.run(EVENTS_OF, AuditFilter(limit=1000)).rows
    assert all("Maria" not in repr((row.fields, row.counts, row.act)) for row in rows)


@pytest.mark.parametrize("sort", SORTS)
def test_a_long_record_is_paged_without_being_read_from_end_to_end(looked, sort):
    filters: list[dict[str, Any]] = [
        {},
        {"first": TODAY},
        {"user_id": 1},
        {"group": "looked"},
        {"kind": "patient"},
        {"patient_id": 1},
    ]
    opened = looked.practice.open(Role.ADMINISTRATOR)
    with asked(opened) as statements:
        for chosen in filters:
            opened.run(EVENTS_OF, AuditFilter(sort=sort, limit=2, **chosen))
    assert scans(opened, statements) == {}


def test_who_looked_at_a_chart_is_told_with_how_often(looked):
    lopez, _ = looked.patients
    looked.note(local(10, 9), Entry("note.opened", lopez, "care_note", 1), role=Role.CLINICIAN)
    found = looked.run(WHO, lopez)
    assert [(row.by, row.times, row.sensitive) for row in found.rows] == [("Kim Lee", 3, 1), ("Rosa Diaz", 1, 0)]


@pytest.mark.parametrize("role", [Role.FRONT_DESK, Role.COORDINATOR, Role.CLINICIAN])
def test_only_an_administrator_reads_the_record(looked, role):
    for name, request in ((EVENTS_OF, AuditFilter()), (WHO, 1), ("services.audit_log.receipt", ReceiptRequest())):
        with pytest.raises(NotAllowed):
            looked.run(name, request, role=role)


def test_a_review_is_kept_with_who_when_and_how_far(looked):
    state = looked.run("queries.audit_state.state")
    assert (state.reviews, state.since_review) == ((), state.last_seq)
    done = looked.run("services.audit_log.note_review", NoteReview(note="nothing unusual"))
    state = looked.run("queries.audit_state.state")
    (review,) = state.reviews
    assert (review.by, review.events, review.note) == ("Ada Min", done.events, "nothing unusual")
    assert state.since_review == 1  # the review itself
    day = dt.date(2026, 3, 8)
    assert looked.run("services.audit_log.note_review", NoteReview(day, day)).events == 3
    long_ago = NoteReview(dt.date(1999, 1, 1), dt.date(1999, 1, 2))
    for wrong, code in ((NoteReview(TODAY, day), "days_turned"), (long_ago, "nothing_there")):
        with pytest.raises(Invalid, match=code):
            looked.run("services.audit_log.note_review", wrong)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_receipt_of_a_day_says_where_the_chain_ended(looked, language):
    looked.practice = looked.practice.on(None)
    head = looked.head()
    shown = text(looked.run("services.audit_log.receipt", ReceiptRequest(language=language)).pdf)
    assert f"{head.seq:,}" in shown
    assert short_code(head.mac) in shown
    last = looked.run(EVENTS_OF, AuditFilter(limit=1)).rows[0]
    assert last.event == "audit.receipt"
    before = looked.run(EVENTS_OF, AuditFilter(limit=1, offset=1)).rows[0]
    assert (before.seq, before.code) == (head.seq, short_code(head.mac))
    with pytest.raises(Invalid, match=r"audit\.day_to_come"):
        looked.run("services.audit_log.receipt", ReceiptRequest(dt.date(2200, 1, 1)))


def test_the_weekly_check_keeps_every_answer(looked):
    looked.run("services.backups.weekly_check")
    state = looked.run("queries.audit_state.state")
    answers = {check.name: check.ok for check in state.checks}
    assert answers["audit_chain"] is True
    assert answers["row_digests"] is True
    assert answers["key_slots"] is False  # a practice of tests has none
    assert (state.check_ok, state.check_due) == (False, False)


def test_every_event_of_the_program_has_a_group_and_a_sentence():
    found = set()
    for path in [*(ROOT / "icm_desktop").rglob("*.py"), *(ROOT / "db").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record":
                found |= {str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant)}
    assert len(found) > 20
    assert {event for event in found if not group_of(event)} == set()
    assert [event for event in EVENTS if f"audit.event.{event}" not in words.sentences()] == []
    assert [group for group in GROUPS if f"audit.group.{group}" not in words.sentences()] == []


def test_the_short_code_of_a_link_is_80_bits():
    assert re.fullmatch(r"([0-9A-F]{4} ){4}[0-9A-F]{4}", short_code(bytes(range(32))))
