"""One text in every free field of every form about a person; a field that comes later is tried without being named."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from icm_desktop.contracts.demographics_requests import (
    RecordDeath,
    RevokeConsent,
    RowId,
    SaveAddress,
    SaveAlert,
    SaveConsent,
    SaveContactPerson,
    SaveCoverage,
    SaveFormerName,
    SaveNames,
    SavePreferences,
    SaveTelecom,
)
from icm_desktop.contracts.records import FactRef, MarkMistaken

RULED = frozenset({
    "use", "system", "scope", "decision", "given_how", "severity", "category", "kind", "authority", "language",
    "relationship_code", "phone", "email", "given_on", "starts_on", "ends_on", "expires_on", "revoked_on", "died_on",
    "purpose", "recipient_class",
})  # fmt: skip
"""Fields with rules of their own: codes of a list, days, numbers to call."""
ROWS: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("services.demographics.save_former_name", SaveFormerName, {"use": "old"}),
    ("services.reachability.save_telecom", SaveTelecom, {"system": "phone", "value": "555-010-0142"}),
    ("services.reachability.save_telecom", SaveTelecom, {"system": "other"}),
    ("services.reachability.save_address", SaveAddress, {"use": "home"}),
    ("services.contact_people.save", SaveContactPerson, {}),
    ("services.coverages.save", SaveCoverage, {}),
    ("services.alerts.save", SaveAlert, {"category": "admin"}),
)
FORMS = {form.__name__ for _, form, _ in ROWS} | {
    "SaveNames", "SavePreferences", "SaveConsent", "RevokeConsent", "RecordDeath",
}  # fmt: skip
CODES_ONLY = {"SaveIdentity", "SavePhoto"}  # nothing in them is a free text


def filled(form, text, **fixed):
    """The request of a form with the text in every free field."""
    free = {
        one.name: text
        for one in fields(form)
        if one.type in ("str", "str | None") and one.name not in RULED and one.name not in fixed
    }
    return form(**free, **fixed)


def everywhere(desk, patient_id, text):
    """Save the text in every form; the last one says that the person died."""
    row, about = RowId(patient_id), lambda: desk.run("queries.about.about", patient_id)
    this = {"patient_id": patient_id}
    desk.run("services.demographics.save_names", filled(SaveNames, text, **this, expected_version=about().version))
    wanted = replace(about().preferences, best_time=text, contact_note=text)
    desk.run("services.demographics.save_preferences", SavePreferences(patient_id, about().version, wanted))
    for name, form, fixed in ROWS:
        desk.run(name, filled(form, text, row=row, **fixed))
    agreed = filled(SaveConsent, text, row=row, scope="other", decision="permit", given_on="2026", recipients=(text,))
    saved = desk.run("services.consents.save", agreed)
    revoked = filled(RevokeConsent, text, row=RowId(patient_id, saved.row_id), revoked_on="2026-11-20")
    desk.run("services.consents.revoke", revoked)
    twice = desk.run("services.reachability.save_telecom", SaveTelecom(row, "other", "entered twice"))
    wrong = FactRef("patient_telecom", twice.row_id)
    read = desk.run("queries.records.fact", wrong)
    desk.run("services.mistakes.mark", MarkMistaken(wrong, read.version, text))
    death = filled(RecordDeath, text, **this, expected_version=about().version, died_on="2026-11-20")
    desk.run("services.deaths.record", death)
