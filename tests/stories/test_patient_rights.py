"""What a patient may ask for, and an emergency: noted, answered, accounted for and looked at, by keyboard alone."""

from __future__ import annotations

import json

import pytest

from icm_desktop import bootstrap
from icm_desktop.contracts.access import SignIn
from icm_desktop.contracts.notes import NewNote
from icm_desktop.contracts.patients import PatientFilter
from tests.cli.conftest import PASSWORD
from tests.stories.conftest import PASSWORDS
from ui.dialogs.disclosures import DisclosuresDialog
from ui.dialogs.export_record import ExportRecordDialog
from ui.dialogs.notes import EmergencyDialog
from ui.dialogs.patient_request import AnswerDialog, StatementDialog, TakeRequestDialog
from ui.dialogs.register_patient import RegisterPatientDialog

pytestmark = pytest.mark.story


def test_a_copy_of_the_record_is_asked_for_given_and_accounted_for(practice, person, home):
    person.sign_in("rosa", PASSWORDS["rosa"])
    register(person)
    take_the_request(person)
    give_the_copy(person, home / "record.json")
    answer(person)
    account(person)
    entries = json.loads((home / "record.json").read_bytes())["entry"]
    asked = [entry["resource"] for entry in entries if entry["resource"]["resourceType"] == "Communication"]
    assert [one["payload"][0]["contentString"] for one in asked] == ["A copy of everything, please"]
    assert (home / "record.pdf").read_bytes().startswith(b"%PDF-")


def test_a_record_is_not_amended_that_is_disputed_and_a_restriction_stands_on_the_chart(practice, person):
    person.sign_in("rosa", PASSWORDS["rosa"])
    register(person)
    person.command("show privacy")
    person.sees("No request yet")
    ask(person, "Amend", "It was my left knee, not the right one")
    person.sees("Amend the record", "in 60 d")
    person.command("answer the request")
    dialog = person.dialog(AnswerDialog)
    person.write("Denied")
    person.press("Tab")
    person.until(dialog.fields["ground"].isVisible, "the grounds of the rule")
    person.press("Down", "Tab")
    person.write("The record is right as it stands")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.sees("Denied")
    person.command("statement of disagreement")
    person.dialog(StatementDialog)
    person.write("It was the left one")
    person.press("Ctrl+Return")
    person.no_dialog()
    ask(person, "Restrict", "Do not tell my sister")
    person.sees("Restrict use or sharing")
    person.command("answer the request")
    person.dialog(AnswerDialog)
    person.write("Agreed")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.sees("Agreed")
    person.command("show summary")
    person.sees("Do not tell my sister")  # an alert from now on


def test_sensitive_notes_open_in_an_emergency_and_an_administrator_looks_at_it(practice, person):
    person.sign_in("kim", PASSWORDS["kim"])
    register(person)
    write_sensitive_note(practice)
    person.command("show notes")
    person.sees("No note and no question yet.")
    person.command("break the glass")
    person.dialog(EmergencyDialog)
    person.sees("Only when somebody's health is in danger now")
    person.press("Ctrl+Return")
    assert person.dialog(EmergencyDialog).isVisible()  # not without a reason
    person.write("Overdose suspected, the emergency room asks")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.sees("open to you until")
    assert "sleeps badly" not in person.screen()
    person.press("Ctrl+Home", "Return")
    person.sees("sleeps badly since the loss")
    person.command("close sensitive notes again")
    person.until(lambda: "sleeps badly" not in person.screen(), "the notes to close")
    person.press("Ctrl+Shift+L")
    person.unlock("ada", PASSWORD)
    person.command("everyone's list")
    person.sees("Look at it: Kim opened sensitive notes in an emergency")


def ask(person, kind, words):
    person.command("new request")
    person.dialog(TakeRequestDialog)
    person.write(kind)
    person.press("Tab")
    person.write(words)
    person.press("Ctrl+Return")
    person.no_dialog()


def write_sensitive_note(practice):
    """As the administrator did at another computer."""
    ada = bootstrap.sign_in(SignIn(str(practice.database), "ada", PASSWORD))
    (row,) = ada.run("queries.patients.patients", PatientFilter()).rows
    ada.run("services.notes.write", NewNote(row.head.id, "behavioral_health", "sleeps badly since the loss"))
    ada.close()


def register(person):
    person.press("Ctrl+N", "P")
    person.sees("First find the patient")
    person.write("peña")
    person.sees("No patient matches")
    person.press("Return")
    person.dialog(RegisterPatientDialog)
    for text in ("Peña", "Amparo", "3/4/1958"):
        person.write(text)
        person.press("Tab")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.find("peña")
    person.sees("PEÑA, Amparo")


def take_the_request(person):
    person.command("show privacy")
    person.sees("No request yet")
    person.command("new request")
    person.dialog(TakeRequestDialog)
    person.press("Down", "Tab")
    person.write("A copy of everything, please")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.sees("See or get the record", "A copy of everything, please", "in 30 d")


def give_the_copy(person, path):
    person.command("export the record")
    dialog = person.dialog(ExportRecordDialog)
    dialog.ask_file = lambda: path  # a file dialog shows the folders of whoever runs this
    person.until(lambda: dialog.preview is not None and dialog.who.count() > 2, "what leaves")
    person.press("Down")  # the patient
    person.until(lambda: dialog.purpose.currentData() == "patient_request", "what it is for")
    person.press("Ctrl+Return")
    person.no_dialog()


def answer(person):
    person.command("answer the request")
    person.dialog(AnswerDialog)
    person.press("Down", "Tab")
    person.write("Handed out as a file and as pages")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.sees("Given")


def account(person):
    person.command("to whom records went")
    dialog = person.dialog(DisclosuresDialog)
    person.until(lambda: dialog.found is not None, "the accounting")
    assert dialog.table.rows() == ()
    assert dict(dialog.found.left_out) == {"patient": 1}
    person.press("Esc")
    person.no_dialog()
