"""The packet of a referral by keyboard: looked at, saved, recorded, seen again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.documents import AddDocument
from icm_desktop.permissions import Role
from tests.ui.referrals.conftest import refer
from ui.widgets.shape_label import ShapeLabel


def test_the_packet_is_saved_recorded_and_taken_back(desk, tmp_path):
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.press("Ctrl+4", "Ctrl+Shift+K")
    dialog = desk.dialog()
    (request, made), path = dialog.made, tmp_path / "packet.pdf"
    assert request.cover and made.pages == 2 and not dialog.earlier.isVisible()
    dialog.save_to = lambda: dialog.save_pages(str(path))
    desk.press("Ctrl+S")
    assert path.read_bytes().startswith(b"%PDF-")
    (sent,) = desk.run("queries.referral_packets.sent", request.referral_id)
    assert (sent.to, sent.how, sent.version) == ("City Cardiology", "fax", 1)
    desk.press("Ctrl+Shift+K")
    (fact,) = desk.dialog().earlier.facts()
    assert "Packet 1" in fact.text and "City Cardiology" in fact.detail[0]
    desk.press("Escape", "Ctrl+Z")
    assert desk.run("queries.referral_packets.sent", request.referral_id) == ()
    assert desk.run("queries.referrals.referral", request.referral_id).state == "sent"


def test_a_chosen_document_makes_the_packet_longer(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    add = AddDocument(desk.ana, "Echo note", "other", b"EF 55 %", "echo.txt")
    desk.practice.open(Role.CLINICIAN).run("services.documents.add", add)
    desk.press("Ctrl+4", "Ctrl+Shift+K")
    dialog = desk.dialog()
    dialog.options.documents.item(0).setCheckState(Qt.CheckState.Checked)
    QApplication.processEvents()
    assert dialog.made[1].pages == 3


def test_a_packet_that_goes_nowhere_says_so(desk):
    refer(desk, desk.ben, "Eye exam")
    desk.press("Ctrl+4", "Ctrl+Shift+K")
    dialog = desk.dialog()
    assert dialog.made is None and "to whom" in dialog.message.text


def test_one_key_takes_the_note_that_came_back(desk):
    refer(desk, desk.ana, to_name="City Cardiology")
    add = AddDocument(desk.ana, "Cardiology consult", "consult_note", b"EF 55 %", "n.txt")
    desk.practice.open(Role.CLINICIAN).run("services.documents.add", add)
    desk.press("Ctrl+4")
    told = " ".join(label.text for label in desk.referrals.detail.findChildren(ShapeLabel))
    assert "A note came that fits" in told and "names the service" in told
    desk.press("Ctrl+Shift+J")
    assert desk.referrals.current_row().state == "report_received"
    desk.press("Ctrl+Z")
    assert desk.referrals.current_row().state == "sent"


def test_the_front_desk_sends_what_was_approved_or_reads_whom_to_ask(desk, sit, tmp_path):
    refer(desk, desk.ana, to_name="City Cardiology")
    front = sit(Role.FRONT_DESK, desk.practice)
    front.press("Ctrl+4", "Ctrl+Shift+K")
    dialog = front.dialog()
    assert "Ask Rosa Diaz" in dialog.message.text and not dialog.print_button.isVisible()
    front.press("Escape")
    desk.window.activateWindow()
    desk.press("Ctrl+4", "Ctrl+Shift+K")
    approved = desk.dialog()
    pdf = approved.made[1].pdf
    approved.options.note.setText("before noon")
    approved.approve_button.click()
    front.window.activateWindow()
    front.press("Ctrl+Shift+K")
    dialog, path = front.dialog(), tmp_path / "packet.pdf"
    assert "approved by Rosa Diaz" in dialog.approved.list.facts()[0].text
    dialog.save_to = lambda: dialog.save_pages(str(path))
    front.press("Ctrl+S")
    assert path.read_bytes() == pdf
    assert front.referrals.current_row().state == "sent"
