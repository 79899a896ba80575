"""`medicines`, `reconcile`: one list across prescribers with ingredients, what is not taken now, and the allergies."""

from __future__ import annotations

import argparse
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.medicines import AllergyEntry, MedicineEntry, Medicines
from icm_desktop.contracts.reconciliation import Reconciliation
from icm_desktop.domain.medicines import SLOTS


def medicines_command(arguments: argparse.Namespace) -> Output:
    """Every medicine of a patient: what is taken first, then held, over and never."""
    practice = open_practice(arguments)
    try:
        patient_id = practice.run("queries.references.find_patient", arguments.patient)
        found: Medicines = practice.run("queries.medicines.of_patient", patient_id)
    finally:
        practice.close()
    document = {
        "medicines": [_medicine(one) for one in found.entries],
        "allergies": [_allergy(one) for one in found.allergies],
        "allergies_are": found.allergies_are,
        "checked": f"{sum(one.checked for one in found.taken)} of {len(found.taken)}",
        "last_reconciled": plain(found.last_reconciled),
        "last_reconciled_by": found.last_reconciled_by,
        "unresolved": found.unresolved,
    }
    rows = [
        (one.state, one.name, ", ".join(one.ingredients) or "NOT CHECKED", one.dosage or "", one.prescriber or "")
        for one in found.entries
    ]
    lines = [
        table(("State", "Medicine", "Ingredients", "How taken", "Prescriber"), rows),
        f"Known by their ingredients: {document['checked']}",
    ]
    allergies = [f"{one.text}: {one.reaction or 'reaction not said'}" for one in found.allergies if one.current]
    lines.append(f"Allergies: {'; '.join(allergies) or found.allergies_are.replace('_', ' ')}")
    return Output(document, "\n".join(lines))


def reconcile_command(arguments: argparse.Namespace) -> Output:
    """Every signed reconciliation, the latest first, with what is not resolved."""
    practice = open_practice(arguments)
    try:
        patient_id = practice.run("queries.references.find_patient", arguments.patient)
        found: tuple[Reconciliation, ...] = practice.run("queries.reconciliations.signed", patient_id)
    finally:
        practice.close()
    rows = [
        (one.number, one.signed_on, one.signed_by, row.medicine, row.decision,
         "NOT RESOLVED" if row.open else row.settled or "")
        for one in found
        for row in one.rows
    ]  # fmt: skip
    text = table(("No.", "Signed", "By", "Medicine", "Decided", "How it ended"), rows)
    return Output({"reconciliations": [_reconciliation(one) for one in found]}, text)


def _reconciliation(one: Reconciliation) -> dict[str, Any]:
    return {
        "number": one.number,
        "signed_on": plain(one.signed_on),
        "signed_by": one.signed_by,
        "after_stay": one.after_stay,
        "lists": [{"kind": kind, "title": title, "dated": dated} for kind, title, dated in one.lists],
        "medicines": [
            {"medicine": row.medicine, "checked": row.checked, "difference": row.difference, "decision": row.decision,
             "reason": row.reason, "becomes": row.becomes, "asked": row.asked, "answer": row.answer,
             "resolved": not row.open, "settled": row.settled}
            for row in one.rows
        ],
    }  # fmt: skip


def _medicine(one: MedicineEntry) -> dict[str, Any]:
    come = one.provenance
    return {
        "ref": f"medication_entry:{one.id}",
        "name": one.name,
        "brand": one.brand or None,
        "written": one.written,
        "ingredients": list(one.ingredients),
        "checked": one.checked,
        "state": one.state,
        "status": one.status,
        "status_reason": one.status_reason,
        "mg_per_day": one.mg_per_day,
        "dosage": one.dosage,
        "route": one.route,
        "times": {slot: much for slot, much in zip(SLOTS, one.times, strict=True) if much},
        "as_needed": one.as_needed,
        "reason": one.reason,
        "prescriber": one.prescriber,
        "patient_reported": one.patient_reported,
        "since": one.starts,
        "until": one.ends,
        "source": come.organization or come.source,
        "recorded": come.recorded,
    }


def _allergy(one: AllergyEntry) -> dict[str, Any]:
    return {
        "to": one.text,
        "kind": one.kind,
        "reaction": one.reaction,
        "severity": one.severity,
        "danger": one.criticality,
        "certainty": one.verification,
        "current": one.current,
        "known": one.known,
    }
