"""A patient asks for a copy of the record: noted, answered and accounted for, by keyboard alone."""

from __future__ import annotations

import json

import pytest

from tests.stories.conftest import PASSWORDS
from ui.dialogs.disclosures import DisclosuresDialog
from ui.dialogs.export_record import ExportRecordDialog
from ui.dialogs.patient_request import AnswerDialog, TakeRequestDialog
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
