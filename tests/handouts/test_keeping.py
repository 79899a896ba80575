"""The exact page is kept with who and when, audited, and can be taken back."""

from __future__ import annotations

import dataclasses

import pytest
from sqlalchemy import select

from db.models.audit import AuditEvent
from db.models.papers import Handout
from icm_desktop.contracts.handouts import HandoutMade, KeepHandout
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Role
from tests.handouts.people import made, patient
from tests.handouts.reading import text


@pytest.fixture(scope="module")
def page(practice) -> tuple[int, HandoutMade]:
    who = patient(practice, record_number="kept")
    return who, made(practice, who)


def test_the_kept_page_is_the_printed_one_with_who_and_how(practice, page):
    who, one = page
    result = practice.open(Role.FRONT_DESK).run("services.handouts.keep", KeepHandout(who, one, "printed"))
    assert result.changes.kinds == {"handout", "outdated_page"}
    assert result.changes.patient_id == who
    row = practice.open().run("queries.handed_out.history", who)[0]
    assert (row.how, row.by, row.pages, row.language, row.words_version) == ("printed", "Fred Desk", 1, "en", "1")
    assert practice.open().run("queries.handed_out.kept", row.id).pdf == one.pdf


def test_keeping_is_audited_without_the_page_itself(practice, page):
    who, one = page
    result = practice.open().run("services.handouts.keep", KeepHandout(who, one, "saved"))
    with practice.open().read() as uow:
        events = uow.session.scalars(select(AuditEvent).where(AuditEvent.object_id == result.id)).all()
        stored = uow.session.get(Handout, result.id)
    assert "handout.saved" in {event.event for event in events}
    assert all("%PDF" not in str(event.changes) for event in events)
    assert stored.sha256


def test_a_kept_page_can_be_taken_back(practice, page):
    who, one = page
    coordinator = practice.open()
    result = coordinator.run("services.handouts.keep", KeepHandout(who, one, "saved"))
    coordinator.run("services.history.undo", result.changes.action_id)
    assert result.id not in {row.id for row in coordinator.run("queries.handed_out.history", who)}
    with pytest.raises(NotFound):
        coordinator.run("queries.handed_out.kept", result.id)


@pytest.mark.parametrize("wrong", [{"pdf": b"<html>"}, {"pdf": b"%PDF-" + b"x" * 10_000_001}])
def test_what_is_no_page_is_not_kept(practice, page, wrong):
    who, one = page
    with pytest.raises(Invalid):
        practice.open().run("services.handouts.keep", KeepHandout(who, dataclasses.replace(one, **wrong), "saved"))
    with pytest.raises(Invalid):
        practice.open().run("services.handouts.keep", KeepHandout(who, one, "emailed"))


def test_a_page_says_itself_in_its_text_only(page):
    assert "Maria Lopez" in text(page[1].pdf)
    assert b"Lopez" not in page[1].pdf
