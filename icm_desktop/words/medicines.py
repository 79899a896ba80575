"""Medicines and allergies on the list, and reconciliations."""

from __future__ import annotations

SENTENCES = {
    "medicines.unknown": "This medicine is no longer on the list.",
    "medicines.unknown_allergy": "This allergy is no longer here.",
    "medicines.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "medicines.name_missing": "Write the medicine, for example metformin 500 mg tablet.",
    "medicines.allergy_missing": "Write what it is an allergy to.",
    "medicines.bad_dose": "Write the dose in digits, for example 1, 0.5 or 20.",
    "medicines.dose_missing": "Write how much at each time, in digits.",
    "medicines.unit_missing": "Choose of what: tablet, mg or another unit.",
    "medicines.bad_unit": "Choose the unit from the list.",
    "medicines.bad_route": "Choose how it is given from the list.",
    "medicines.bad_often": "Choose how often from the list.",
    "medicines.bad_slot": "Choose the times from the list.",
    "medicines.bad_status": "Choose what happens to the medicine from the list.",
    "medicines.same_status": "It is like that already.",
    "medicines.reason_missing": "Write why, so that the others understand it.",
    "medicines.stop_in_future": "This day lies after today. Say until when it is taken in the medicine itself.",
    "medicines.stop_before_start": "It was started after this day. Check both dates.",
}
