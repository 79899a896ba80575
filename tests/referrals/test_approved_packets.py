"""The front desk sends exactly what somebody approved, and nothing else."""

from __future__ import annotations

import pytest

from db.models.clinical import Condition
from db.models.coverage import Consent
from icm_desktop.contracts.documents import AddDocument
from icm_desktop.contracts.referral_packets import ApprovePacket, PacketRequest, SendApproved, SendPacket
from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral, RerouteReferral
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from tests.part2 import whole_consent
from tests.scheduling.conftest import NOW

NAME = "services.approved_packets"


@pytest.fixture
def asked(clinic):
    """A referral that was not sent: (desk, row)."""
    desk, petrov, _ = clinic
    request = NewReferral(desk.ana, "Cardiology", to_practitioner_id=petrov, reason="Short of breath")
    return desk, desk.run("services.referrals.create", request, role="coordinator").referral


def approve(desk, row, role="coordinator", **more):
    request = PacketRequest(row.id, **{key: more.pop(key) for key in ("document_ids", "sensitive") if key in more})
    made = desk.run("reports.referral_letter.render", request, role="clinician")
    asked = ApprovePacket(request, row.version, made.content, "fax", **more)
    return made, desk.run(f"{NAME}.approve", asked, role=role)


def for_desk(desk, row, role="front_desk"):
    return desk.run("queries.approved_packets.for_desk", row.id, role=role)


def send(desk, packet_id, role="front_desk", how="fax"):
    return desk.run(f"{NAME}.send", SendApproved(packet_id, how), role=role)


def test_without_an_approval_the_desk_is_told_whom_to_ask(asked):
    desk, row = asked
    found = for_desk(desk, row)
    assert (found.approved, found.ask) == ((), ("Rosa Diaz",))
    with pytest.raises(NotFound) as refused:
        send(desk, 1)
    assert refused.value.code == "referrals.approval_gone"
    request = SendPacket(PacketRequest(row.id), row.version, "x", "fax")
    with pytest.raises(NotAllowed):
        desk.run("services.referral_packets.send", request)
    with pytest.raises(NotAllowed):
        approve(desk, row, role="front_desk")


def test_the_desk_sends_exactly_the_pages_that_were_approved_and_it_is_logged(asked):
    desk, row = asked
    note = AddDocument(desk.ana, "Echo", "other", b"EF 55 %", "echo.txt", sensitive=True)
    document = desk.run("services.documents.add", note, role="clinician").ids[0]
    made, saved = approve(desk, row, document_ids=(document,), note="  by noon ")
    (packet,) = for_desk(desk, row).approved
    assert packet == saved.packet
    told = (packet.by, packet.pages, packet.documents, packet.sensitive, packet.note, packet.fits)
    assert told == ("Rosa Diaz", made.pages, 1, True, "by noon", True)
    pages = desk.run(f"{NAME}.open_pages", packet.id)
    sent = send(desk, packet.id)
    assert sent.pdf == pages.pdf == made.pdf
    (line,) = desk.run("queries.referral_packets.sent", row.id)
    assert (line.to, line.how, line.version, line.approved_by) == (row.to, "fax", 1, "Rosa Diaz")
    assert (line.sha256, line.by) == (packet.sha256, desk.open("front_desk").actor.name)
    assert desk.run("queries.referrals.referral", row.id).state == "sent"
    assert send(desk, packet.id, how="mail").version == 2  # the fax did not go through
    desk.run("services.history.undo", sent.changes.action_id)
    assert [line.how for line in desk.run("queries.referral_packets.sent", row.id)] == ["mail"]


def test_who_opened_the_pages_is_on_record(asked):
    desk, row = asked
    _, saved = approve(desk, row)
    desk.run(f"{NAME}.open_pages", saved.packet.id)
    with desk.open("administrator").read() as uow:
        from sqlalchemy import text

        found = uow.session.execute(
            text("SELECT user_id, role FROM audit_event WHERE event = 'referral.packet_opened'")
        )
        assert [row.role for row in found] == ["front_desk"]


def test_an_approval_taken_back_sends_nothing_more_and_undo_gives_it_again(asked):
    desk, row = asked
    _, saved = approve(desk, row)
    with pytest.raises(NotAllowed):
        desk.run(f"{NAME}.take_back", saved.packet.id)
    gone = desk.run(f"{NAME}.take_back", saved.packet.id, role="clinician")
    assert for_desk(desk, row).approved == ()
    for name, asked_for in (("send", SendApproved(saved.packet.id, "fax")), ("open_pages", saved.packet.id)):
        with pytest.raises(NotFound):
            desk.run(f"{NAME}.{name}", asked_for)
    desk.run("services.history.undo", gone.action_id, role="clinician")
    assert send(desk, saved.packet.id).version == 1


def test_an_approval_holds_for_whom_it_was_given_only(asked):
    desk, row = asked
    _, saved = approve(desk, row)
    sent = send(desk, saved.packet.id)
    row = desk.run("queries.referrals.referral", row.id, role="coordinator")
    step = AdvanceReferral(row.id, row.version, "declined", NOW.date(), reason_code="no_room")
    row = desk.run("services.referrals.advance", step, role="coordinator").referral
    other = desk.run("services.referrals.reroute", RerouteReferral(row.id, row.version, "Dr Other"), role="coordinator")
    assert for_desk(desk, other.referral).approved == ()
    assert sent.version == 1


def test_a_record_that_changed_and_an_unknown_way_are_refused(asked):
    desk, row = asked
    request = PacketRequest(row.id)
    made = desk.run("reports.referral_letter.render", request, role="clinician")
    for asked_for, kind, code in (
        (ApprovePacket(request, row.version, "other", "fax"), Conflict, "referrals.packet_changed"),
        (ApprovePacket(request, row.version + 1, made.content, "fax"), Conflict, "referrals.changed_meanwhile"),
        (ApprovePacket(request, row.version, made.content, "pigeon"), Invalid, "referrals.unknown_way"),
        (ApprovePacket(request, row.version, made.content, "fax", "x" * 501), Invalid, "registration.too_long"),
    ):
        with pytest.raises(kind) as refused:
            desk.run(f"{NAME}.approve", asked_for, role="coordinator")
        assert refused.value.code == code


def test_the_record_may_change_afterwards_but_not_what_leaves(asked):
    desk, row = asked
    made, saved = approve(desk, row)
    desk.add(Condition(patient_id=desk.ana, text="Gout", status="active"))
    assert send(desk, saved.packet.id).pdf == made.pdf


@pytest.mark.parametrize(
    "ended",
    [{"revoked_on": "2026-11-01"}, {"expires_on": "2026-11-01"}, {"status": "entered-in-error"}, {"decision": "deny"}],
    ids=lambda ended: next(iter(ended)),
)
def test_an_approval_about_substance_use_ends_with_the_consent_it_was_given_by(asked, ended):
    desk, row = asked
    desk.add(Condition(patient_id=desk.ana, text="Opioid use disorder", status="active"))
    (consent,) = desk.add(whole_consent(desk.ana, "Lakeshore Heart Group"))
    _, saved = approve(desk, row, sensitive=True)
    assert send(desk, saved.packet.id).version == 1
    with desk.practice.open().write("test") as uow:
        for name, value in ended.items():
            setattr(uow.session.get_one(Consent, consent), name, value)
    with pytest.raises(Conflict, match="approval_not_agreed"):
        send(desk, saved.packet.id)
    assert [line.version for line in desk.run("queries.referral_packets.sent", row.id)] == [1]
