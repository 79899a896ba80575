"""A note that came in is proposed with its reasons and linked only when somebody says so."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.documents import AddDocument
from icm_desktop.contracts.referral_notes import LinkNote
from icm_desktop.contracts.referrals import NewReferral
from icm_desktop.domain.referral_notes import Asked, Came, reasons
from icm_desktop.errors import Conflict

ORDERED = dt.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("kind", "text", "day", "expected"),
    [
        ("consult_note", "Cardiology consult", dt.date(2026, 10, 20), ("after_visit", "service", "to")),
        ("consult_note", "Dr Petrov", dt.date(2026, 10, 5), ("after_order", "to")),
        ("consult_note", "Cardiology consult", dt.date(2026, 9, 30), ()),
        ("consult_note", "Dermatology consult note", dt.date(2026, 10, 20), ()),
        ("consult_note", "Cardiology consult", None, ()),
        ("imaging_report", "Cardiology consult", dt.date(2026, 10, 20), ()),
    ],
)
def test_service_or_sender_and_the_day_must_fit(kind, text, day, expected):
    asked = Asked("Cardiology", "Dr Petrov, City Cardiology Center", ORDERED, dt.date(2026, 10, 15))
    assert reasons(asked, Came(kind, (text,), day)) == expected


def refer(desk, petrov, service="Cardiology"):
    request = NewReferral(desk.ana, service, to_practitioner_id=petrov, reason="x", ordered_on=ORDERED, send_now=True)
    return desk.run("services.referrals.create", request, role="clinician").referral


def test_one_act_links_the_note_and_asks_for_its_review_and_undo_unlinks_it(clinic):
    desk, petrov, _ = clinic
    row, other = refer(desk, petrov), refer(desk, petrov)
    add = AddDocument(desk.ana, "Cardiology consult", "consult_note", b"EF 55 %", "n.txt", dt.date(2026, 11, 1))
    document = desk.run("services.documents.add", add, role="clinician").ids[0]
    (one,) = desk.run("queries.referral_notes.proposals", row.id, role="clinician")
    assert one.document_id == document
    assert desk.run("queries.referrals.referral", row.id).state == "sent"
    saved = desk.run("services.referral_notes.accept", LinkNote(row.id, row.version, document), role="coordinator")
    assert (saved.referral.state, saved.referral.ball_with) == ("report_received", "clinician")
    assert saved.referral.limit_name == "review"
    assert desk.run("queries.referral_notes.proposals", other.id, role="clinician") == ()
    with pytest.raises(Conflict) as refused:
        desk.run("services.referral_notes.accept", LinkNote(other.id, other.version, document), role="clinician")
    assert refused.value.code == "referrals.note_taken"
    desk.run("services.history.undo", saved.changes.action_id, role="coordinator")
    assert desk.run("queries.referrals.referral", row.id).state == "sent"
    assert len(desk.run("queries.referral_notes.proposals", other.id, role="clinician")) == 1
