"""The clinician's day: a note has come back; read the chart, review the note, decide, print the page."""

from __future__ import annotations

import json

import pytest

from tests.stories.conftest import PASSWORDS
from tests.stories.paper import read_page
from ui.dialogs.action import ActionDialog
from ui.dialogs.advance_referral import AdvanceReferralDialog
from ui.dialogs.print_preview import PrintPreview

pytestmark = pytest.mark.story

SUBJECT = {"reference": "Patient/p"}
BUNDLE = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [
        {"resource": resource}
        for resource in (
            {
                "resourceType": "Patient",
                "id": "p",
                "name": [{"use": "official", "family": "Okafor", "given": ["Ngozi"]}],
                "birthDate": "1958-03-04",
                "gender": "female",
            },
            {"resourceType": "Organization", "id": "o", "name": "Lakeside Heart Clinic"},
            {"resourceType": "Condition", "id": "c", "subject": SUBJECT, "code": {"text": "Chronic heart failure"}},
            {
                "resourceType": "ServiceRequest",
                "id": "r",
                "status": "active",
                "intent": "order",
                "category": [{"coding": [{"system": "http://snomed.info/sct", "code": "3457005"}]}],
                "code": {"text": "Cardiology"},
                "subject": SUBJECT,
                "performer": [{"reference": "Organization/o"}],
                "authoredOn": "2026-09-08",
            },
            {
                "resourceType": "Task",
                "id": "t",
                "status": "completed",
                "intent": "order",
                "code": {"coding": [{"system": "http://snomed.info/sct", "code": "371530004"}]},
                "focus": {"reference": "ServiceRequest/r"},
                "basedOn": [{"reference": "ServiceRequest/r"}],
                "for": SUBJECT,
                "executionPeriod": {"start": "2026-09-08", "end": "2026-10-13"},
            },
        )
    ],
}


def test_a_note_is_reviewed_and_acted_on(practice, person, home):
    file = home / "referred.json"
    file.write_text(json.dumps(BUNDLE))
    practice.json("import", file)
    person.sign_in("kim", PASSWORDS["kim"])
    person.press("Ctrl+4")
    person.sees("Cardiology", "Lakeside Heart Clinic")
    review_the_note(person)
    (row,) = practice.json("referrals")
    assert row["state"] == "reviewed"
    assert set(row["facts"]) >= {"sent", "report_received", "reviewed"}

    person.find("okafor")
    person.sees("Chronic heart failure")
    person.press("Ctrl+N", "T")
    person.dialog(ActionDialog)
    person.write("Weigh yourself every morning @kim fri")
    person.press("Ctrl+Return")
    person.no_dialog()

    person.press("Ctrl+P")
    preview = person.dialog(PrintPreview)
    person.until(lambda: preview.made is not None, "the page")
    person.in_file_dialog("Ctrl+S", home / "page.pdf")
    person.no_dialog()
    words = read_page(home / "page.pdf")
    assert "Okafor" in words
    assert "heart failure" not in words


def review_the_note(person):
    """Reviewing is the likely next step of a note that came back: Enter."""
    person.press("Ctrl+.")
    form = person.dialog(AdvanceReferralDialog)
    assert form.step.currentText() == "Note reviewed"
    person.press("Return")
    person.no_dialog()
    assert person.toast() == "Recorded: Note reviewed."
