"""The packet of a referral: what stands in it, what is kept back, what is kept and logged."""

from __future__ import annotations

import hashlib
import io

import pypdfium2 as pdfium
import pytest
from PIL import Image

from db.models.clinical import AllergyIntolerance, Condition, MedicationEntry, Observation
from db.models.documents import Document, DocumentContent
from icm_desktop.contracts.demographics_requests import RowId, SaveConsent
from icm_desktop.contracts.disclosures import AskAccounting
from icm_desktop.contracts.documents import AddDocument
from icm_desktop.contracts.referral_packets import PacketRequest, SendPacket
from icm_desktop.contracts.referrals import NewReferral
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from tests.part2 import whole_consent


@pytest.fixture
def asked(clinic):
    """A referral with its patient's facts: (desk, row)."""
    desk, petrov, _ = clinic
    desk.add(
        Condition(patient_id=desk.ana, text="Heart failure", status="active"),
        Condition(patient_id=desk.ana, text="Major depression", status="active"),
        MedicationEntry(
            patient_id=desk.ana, kind="request", text="Furosemide 40 mg", dosage="one each morning", status="active"
        ),
        AllergyIntolerance(patient_id=desk.ana, text="Penicillin", reaction="rash", status="active"),
        Observation(patient_id=desk.ana, code="29463-7", status="final", effective_when="2026-11-01", value_number=81.5,
                    value_unit="kg", category="vital-signs"),
    )  # fmt: skip
    row = desk.run(
        "services.referrals.create",
        NewReferral(
            desk.ana, "Cardiology", to_practitioner_id=petrov, reason="Short of breath", question="Is it HFpEF?"
        ),
        role="clinician",
    ).referral
    return desk, row


def words_of(pdf):
    document = pdfium.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def made(desk, row, **more):
    return desk.run("reports.referral_letter.render", PacketRequest(row.id, **more), role="clinician")


def add_document(desk, name, data, title="Echo", sensitive=None):
    request = AddDocument(desk.ana, title, "other", data, name, sensitive=sensitive)
    return desk.run("services.documents.add", request, role="clinician").ids[0]


def picture():
    written = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(written, "PNG")
    return written.getvalue()


def test_cover_names_nobody_and_the_letter_says_what_is_asked_and_known(asked):
    desk, row = asked
    packet = made(desk, row)
    cover, letter = words_of(packet.pdf)
    assert row.head.family not in cover and "Lakeshore" in cover and "Pages with this one 2" in cover
    for words in ("Is it HFpEF?", "Short of breath", "Heart failure", "Furosemide 40 mg", "Penicillin: rash"):
        assert words in letter
    assert letter.count(row.head.family) == 2  # as the patient, and at the foot of the page: a fax falls apart
    assert "Weight 81.5 kg" in letter and "kg kg" not in letter
    assert "depression" not in letter and packet.withheld == 1 and "not included" in letter
    assert "Hoja de portada de fax" in words_of(made(desk, row, language="es").pdf)[0]


def test_documents_follow_in_order_pictures_and_words_as_pages(asked):
    desk, row = asked
    shown = add_document(desk, "scan.png", picture(), "Scan")
    told = add_document(desk, "note.txt", b"Echo in May: EF 55 %", "Echo note")
    packet = made(desk, row, document_ids=(told, shown))
    pages = words_of(packet.pdf)
    assert packet.pages == len(pages) == 4
    assert "Pages with this one 4" in pages[0] and "EF 55 %" in pages[2] and "Scan" in pages[3]
    assert "Echo note" in pages[1]


def test_letters_that_cannot_be_printed_are_named_in_the_letter_and_in_documents_set_here(asked):
    desk, row = asked
    told = add_document(desk, "note.txt", "Echo: 心 normal".encode(), "Echo 声 note")
    shown = add_document(desk, "scan.png", picture(), "像")
    assert made(desk, row).missing == ""
    assert made(desk, row, document_ids=(told, shown)).missing == "像声心"


def test_what_needs_an_agreement_is_told_only_under_one(asked):
    desk, row = asked
    secret = add_document(desk, "therapy.txt", b"Therapy every week", "Therapy notes", sensitive=True)
    assert made(desk, row, document_ids=(secret,)).withheld == 2
    with pytest.raises(Invalid) as refused:
        made(desk, row, sensitive=True)
    assert refused.value.code == "referrals.no_agreement"
    desk.run(
        "services.consents.save",
        SaveConsent(
            RowId(desk.ana), scope="treatment", decision="permit", covers=("mental_health",),
            given_on="2026-10-01", taken_by="Rosa",
        ),
        role="clinician",
    )  # fmt: skip
    packet = made(desk, row, sensitive=True, document_ids=(secret,))
    assert packet.withheld == 1 and "Major depression" in words_of(packet.pdf)[1]  # nobody can tell about what it is
    desk.add(whole_consent(desk.ana, "Lakeshore Heart Group"))
    assert made(desk, row, sensitive=True, document_ids=(secret,)).withheld == 0
    with pytest.raises(NotAllowed):
        desk.run("reports.referral_letter.render", PacketRequest(row.id), role="front_desk")


def test_sending_keeps_the_exact_pdf_and_undo_takes_it_back(asked):
    desk, row = asked
    request = PacketRequest(row.id)
    packet = made(desk, row)
    told = desk.run(
        "services.referral_packets.send", SendPacket(request, row.version, packet.content, "fax"), role="clinician"
    )
    (line,) = desk.run("queries.referral_packets.sent", row.id)
    assert (line.version, line.to, line.how, line.pages) == (1, row.to, "fax", packet.pages)
    assert line.sha256 == hashlib.sha256(told.pdf).hexdigest()
    (left,) = desk.run(
        "queries.disclosures.accounting", AskAccounting(desk.ana, everything=True), role="clinician"
    ).rows
    assert (left.channel, left.legal_basis, left.to_name) == ("packet", "treatment", row.to)
    kept = desk.run("queries.referral_packets.kept_packet", line.handout_id, role="clinician")
    assert kept == told.pdf and words_of(kept) == words_of(packet.pdf)
    now = desk.run("queries.referrals.referral", row.id)
    assert (now.state, now.facts[-1].how) == ("sent", "fax")
    desk.run("services.history.undo", told.changes.action_id, role="clinician")
    assert desk.run("queries.referral_packets.sent", row.id) == ()
    assert desk.run("queries.referrals.referral", row.id).state == "draft"


def test_a_record_that_changed_meanwhile_is_not_sent(asked):
    desk, row = asked
    packet = made(desk, row)
    desk.add(Condition(patient_id=desk.ana, text="Gout", status="active"))
    with pytest.raises(Conflict) as refused:
        desk.run(
            "services.referral_packets.send",
            SendPacket(PacketRequest(row.id), row.version, packet.content, "fax"),
            role="clinician",
        )
    assert refused.value.code == "referrals.packet_changed"


def test_a_damaged_document_is_named(asked):
    desk, row = asked
    (broken,) = desk.add(Document(patient_id=desk.ana, status="current", text="Broken report"))
    desk.add(
        DocumentContent(
            document_id=broken, patient_id=desk.ana, content_type="application/pdf", data=b"%PDF-1.4 nothing more"
        )
    )
    with pytest.raises(Invalid) as refused:
        made(desk, row, document_ids=(broken,))
    assert refused.value.params["title"] == "Broken report"
