"""Condition and AllergyIntolerance; what the plan is about as a health concern."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    TERMINOLOGY,
    UNKNOWN,
    coded,
    compact,
    concept,
    moment,
    named,
    notes,
    profile,
    several,
    status,
    whom,
)

IN_ERROR = "entered-in-error"
_CATEGORY = f"{TERMINOLOGY}/condition-category"
_KNOWN_CATEGORIES = frozenset({"problem-list-item", "encounter-diagnosis"})
_US_CATEGORY = "http://hl7.org/fhir/us/core/CodeSystem/condition-category"
_CLINICAL = "condition-clinical"
_STATUSES = frozenset({"active", "recurrence", "relapse", "inactive", "remission", "resolved"})
_VERIFIED = frozenset({"unconfirmed", "provisional", "differential", "confirmed", "refuted", IN_ERROR})
_ALLERGY_KINDS = frozenset({"allergy", "intolerance"})
_ALLERGENS = frozenset({"food", "medication", "environment", "biologic"})


def condition(row: Row, refs: Refs) -> Json:
    """A Condition. One entered in error has no clinical status, as FHIR wants it (con-5)."""
    codes = (row["category"] or "problem-list-item").split(",")
    mistaken = row["verification"] == IN_ERROR
    return {
        "meta": profile("us-core-condition-problems-health-concerns"),
        "clinicalStatus": None if mistaken else _clinical(row["status"]),
        "verificationStatus": _verified(row["verification"], "condition-ver-status"),
        "category": [_category(one) for one in codes],
        "severity": named(row["severity"]),
        "code": coded(row) or UNKNOWN,
        "subject": refs.patient(),
        "encounter": refs.key(row["encounter_source"]),
        **dated("onset", row["onset_when"]),
        **dated("abatement", row["abated_when"]),
        "recordedDate": moment(row["recorded_when"] or row["created_at"]),
        "recorder": whom(row["author"]),
        "note": notes(row["note"]),
    }


def dated(name: str, when: Any) -> Json:
    """An onset or abatement, which our rows know by date."""
    return {f"{name}DateTime": moment(when)} if when else {}


def _clinical(code: str | None) -> Json | None:
    return status(code if code in _STATUSES else "active", _CLINICAL)


def _verified(code: str | None, system: str) -> Json | None:
    return status(code if code in _VERIFIED else None, system)


def _category(code: str) -> Json:
    system = _CATEGORY if code in _KNOWN_CATEGORIES else _US_CATEGORY if code in ("health-concern", "sdoh") else None
    return concept(None if system else code, code if system else None, system) or UNKNOWN


def health_concern(row: Row, refs: Refs) -> Json:
    """What the plan is about, in the patient's words where they said it; the problem it stands for is its evidence.

    Source: MCC eCare Plan and US Core 6.1: a health concern is a Condition of this category.
    """
    problem = refs.to("condition", row["condition_id"])
    return {
        "meta": profile("us-core-condition-problems-health-concerns"),
        "language": row["words_language"],
        "clinicalStatus": _clinical(row["status"]),
        "verificationStatus": _verified("confirmed", "condition-ver-status"),
        "category": [_category(one) for one in ("health-concern", *(("sdoh",) if row["kind"] == "social" else ()))],
        "code": named(row["words"] or row["text"]) or UNKNOWN,
        "subject": refs.patient(),
        **dated("onset", row["noticed_on"]),
        **dated("abatement", row["ended_on"]),
        "recordedDate": moment(row["noticed_on"] or row["created_at"]),
        "evidence": [{"detail": [problem]}] if problem else [],
        "note": notes(row["text"] if row["words"] else None, row["note"], row["reason"]),
    }


def allergy(row: Row, refs: Refs) -> Json:
    """An AllergyIntolerance."""
    mistaken = row["verification"] == IN_ERROR
    categories = [one for one in (row["category"] or "").split(",") if one in _ALLERGENS]
    alive = row["status"] if row["status"] in ("active", "inactive", "resolved") else "active"
    return {
        "meta": profile("us-core-allergyintolerance"),
        "clinicalStatus": None if mistaken else status(alive, "allergyintolerance-clinical"),
        "verificationStatus": status(_allergy_verified(row["verification"]), "allergyintolerance-verification"),
        "type": row["kind"] if row["kind"] in _ALLERGY_KINDS else None,
        "category": categories,
        "criticality": row["criticality"] if row["criticality"] in ("low", "high", "unable-to-assess") else None,
        "code": coded(row) or UNKNOWN,
        "patient": refs.patient(),
        **dated("onset", row["onset_when"]),
        "recordedDate": moment(row["recorded_when"] or row["created_at"]),
        "recorder": whom(row["author"]),
        "note": notes(row["note"]),
        "reaction": _reactions(row),
    }


def no_known_allergy(row: Row, refs: Refs) -> Json:
    """That somebody asked and there is none: not the same as nothing being known."""
    none = {"system": "http://snomed.info/sct", "code": "716186003", "display": "No known allergy"}
    return {
        "meta": profile("us-core-allergyintolerance"),
        "clinicalStatus": status("active", "allergyintolerance-clinical"),
        "verificationStatus": status("confirmed", "allergyintolerance-verification"),
        "code": {"coding": [none], "text": "No known allergy"},
        "patient": refs.patient(),
        "recordedDate": moment(row["no_known_allergies_on"]),
    }


def _allergy_verified(code: str | None) -> str | None:
    return code if code in ("unconfirmed", "confirmed", "refuted", IN_ERROR) else None


def _reactions(row: Row) -> list[Json]:
    if not row["reaction"] and not row["severity"]:
        return []
    return [compact({"manifestation": several(named(row["reaction"]) or UNKNOWN), "severity": _severity(row)})]


def _severity(row: Row) -> str | None:
    return row["severity"] if row["severity"] in ("mild", "moderate", "severe") else None
