"""The sample practice: people in programs, and minutes that count once for each person."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import pairwise

import pytest
from sqlalchemy import select

from db.models.programs import ProgramEnrolment, TimeEntry
from icm_desktop.contracts.caseload import CaseloadFilter
from icm_desktop.contracts.programs import AskMonth
from tests.support import make_practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("sample"), today=dt.date(2026, 11, 20))
    made.open("administrator").run("services.demo.fill", 80, 3)
    yield made
    made.database.close()


def test_no_two_entries_of_one_person_overlap_and_none_passes_midnight(practice):
    by_person = defaultdict(list)
    with practice.open().read() as uow:
        for row in uow.session.scalars(select(TimeEntry).order_by(TimeEntry.starts_at)):
            by_person[row.user_id].append(row)
            assert row.starts_at.astimezone(uow.zone).date() == row.ends_at.astimezone(uow.zone).date()
    assert by_person
    for rows in by_person.values():
        assert all(one.ends_at <= two.starts_at for one, two in pairwise(rows))


def test_the_caseload_and_the_end_of_the_month_are_not_empty(practice):
    found = practice.open().run("queries.caseload.caseload", CaseloadFilter())
    with practice.open().read() as uow:
        statuses = set(uow.session.scalars(select(ProgramEnrolment.status)))
    assert len(found.rows) > 20 and {"active", "declined"} <= statuses
    assert any(row.minutes for row in found.rows) and any(row.flags for row in found.rows)
    assert any(len(one.values) > 2 for row in found.rows for one in row.courses)
    states = {row.standing.state for row in practice.open().run("queries.programs.month_end", AskMonth(2026, 11))}
    assert {"meets", "short", "incomplete"} <= states
