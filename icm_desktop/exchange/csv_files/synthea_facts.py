"""Synthea's tables of facts about patients."""

from __future__ import annotations

from typing import Any

from icm_desktop.exchange.fhir.values import Json

Row = dict[str, str]
_SNOMED, _LOINC = "http://snomed.info/sct", "http://loinc.org"
_RXNORM, _CVX = "http://www.nlm.nih.gov/research/umls/rxnorm", "http://hl7.org/fhir/sid/cvx"
_UCUM = "http://unitsofmeasure.org"
_SYSTEMS = {"snomed-ct": _SNOMED, "rxnorm": _RXNORM}
_CLASSES = {
    "ambulatory": "AMB", "wellness": "AMB", "outpatient": "AMB", "urgentcare": "AMB", "emergency": "EMER",
    "inpatient": "IMP", "snf": "IMP", "hospice": "IMP", "home": "HH", "virtual": "VR",
}  # fmt: skip
# Quality and disability adjusted life years: what the generator reckons of a whole life.
_NOT_OF_THE_PATIENT = frozenset({"QALY", "DALY", "QOLS"})


def _concept(row: Row, system: str, code: str = "CODE", words: str = "DESCRIPTION") -> Json:
    number, shown = row.get(code, ""), row.get(words, "")
    coding = [{"system": system, "code": number} | ({"display": shown} if shown else {})] if number else []
    return {name: value for name, value in (("coding", coding), ("text", shown)) if value}


def _who(row: Row) -> Json:
    return {"reference": f"Patient/{row.get('PATIENT', '')}"}


def _visit(row: Row) -> Json | None:
    return {"reference": f"Encounter/{row['ENCOUNTER']}"} if row.get("ENCOUNTER") else None


def _reason(row: Row) -> list[Json]:
    found = _concept(row, _SNOMED, "REASONCODE", "REASONDESCRIPTION")
    return [found] if found else []


def _period(row: Row) -> Json:
    return {name: row[column] for name, column in (("start", "START"), ("end", "STOP")) if row.get(column)}


def _only(code: str) -> Json:
    return {"coding": [{"code": code}]}


def condition(row: Row) -> Json:
    """A row of conditions: over where it has an end."""
    return {
        "subject": _who(row),
        "encounter": _visit(row),
        "code": _concept(row, _SYSTEMS.get(row.get("SYSTEM", "").lower(), _SNOMED)),
        "clinicalStatus": _only("resolved" if row.get("STOP") else "active"),
        "verificationStatus": _only("confirmed"),
        "category": [_only("encounter-diagnosis")],
        "onsetDateTime": row.get("START"),
        "abatementDateTime": row.get("STOP"),
        "recordedDate": row.get("START"),
    }


def allergy(row: Row) -> Json:
    """A row of allergies, with up to two reactions."""
    reactions = []
    for number in ("1", "2"):
        shown = _concept(row, _SNOMED, f"REACTION{number}", f"DESCRIPTION{number}")
        severity = row.get(f"SEVERITY{number}", "").lower()
        if shown:
            known = severity in ("mild", "moderate", "severe")
            reactions.append({"manifestation": [shown]} | ({"severity": severity} if known else {}))
    category = row.get("CATEGORY", "").lower()
    return {
        "patient": _who(row),
        "code": _concept(row, _SYSTEMS.get(row.get("SYSTEM", "").lower(), _SNOMED)),
        "clinicalStatus": _only("resolved" if row.get("STOP") else "active"),
        "verificationStatus": _only("confirmed"),
        "type": row.get("TYPE") if row.get("TYPE") in ("allergy", "intolerance") else None,
        "category": [{"drug": "medication"}.get(category, category)] if category else None,
        "onsetDateTime": row.get("START"),
        "recordedDate": row.get("START"),
        "reaction": reactions,
    }


def medication(row: Row) -> Json:
    """A row of medications: over where it has an end."""
    return {
        "subject": _who(row),
        "encounter": _visit(row),
        "status": "completed" if row.get("STOP") else "active",
        "intent": "order",
        "medicationCodeableConcept": _concept(row, _RXNORM),
        "authoredOn": row.get("START"),
        "reasonCode": _reason(row),
        "dosageInstruction": [{"timing": {"repeat": {"boundsPeriod": _period(row)}}}] if row.get("STOP") else None,
    }


def observation(row: Row) -> Json | None:
    """A row of observations; both pressures of one measurement are one blood pressure. None: not of the patient."""
    if row.get("CODE") in _NOT_OF_THE_PATIENT:
        return None
    category = row.get("CATEGORY", "")
    made: Json = {
        "subject": _who(row),
        "encounter": _visit(row),
        "status": "final",
        "category": [_only(category)] if category else None,
        "code": _concept(row, _LOINC),
        "effectiveDateTime": row.get("DATE"),
    }
    if "DIASTOLIC" in row:
        parts = (
            ("8480-6", "Systolic Blood Pressure", row["VALUE"]),
            ("8462-4", "Diastolic Blood Pressure", row["DIASTOLIC"]),
        )
        made["code"] = {
            "coding": [{"system": _LOINC, "code": "85354-9", "display": "Blood pressure"}],
            "text": "Blood pressure",
        }
        made["component"] = [
            {"code": {"coding": [{"system": _LOINC, "code": code, "display": shown}], "text": shown}}
            | _value(value, row)
            for code, shown, value in parts
        ]
        return made
    return made | _value(row.get("VALUE", ""), row)


def _value(value: str, row: Row) -> Json:
    if not value:
        return {}
    if row.get("TYPE", "").lower() == "numeric":
        try:
            number = float(value)
        except ValueError:
            return {"valueString": value}
        unit = row.get("UNITS", "")
        return {"valueQuantity": {"value": number} | ({"unit": unit, "code": unit, "system": _UCUM} if unit else {})}
    return {"valueString": value}


def encounter(row: Row) -> Json:
    """A row of encounters."""
    class_ = _CLASSES.get(row.get("ENCOUNTERCLASS", "").lower())
    kind = _concept(row, _SNOMED)
    return {
        "subject": _who(row),
        "status": "finished" if row.get("STOP") else "in-progress",
        "class": {"code": class_} if class_ else {"display": row.get("ENCOUNTERCLASS") or "unknown"},
        "type": [kind] if kind else None,
        "period": _period(row),
        "participant": [{"individual": {"reference": f"Practitioner/{row['PROVIDER']}"}}]
        if row.get("PROVIDER")
        else None,
        "serviceProvider": {"reference": f"Organization/{row['ORGANIZATION']}"} if row.get("ORGANIZATION") else None,
        "reasonCode": _reason(row),
    }


def procedure(row: Row) -> Json:
    """A row of procedures; older files have one DATE."""
    period = _period(row)
    made: Json = {
        "subject": _who(row),
        "encounter": _visit(row),
        "status": "completed",
        "code": _concept(row, _SNOMED),
        "reasonCode": _reason(row),
    }
    if "end" in period:
        return made | {"performedPeriod": period}
    return made | {"performedDateTime": period.get("start") or row.get("DATE")}


def immunization(row: Row) -> Json:
    """A row of immunizations."""
    return {
        "patient": _who(row),
        "status": "completed",
        "vaccineCode": _concept(row, _CVX),
        "occurrenceDateTime": row.get("DATE"),
    }


def careplan(row: Row) -> Json:
    """A row of care plans."""
    named = _concept(row, _SNOMED)
    return {
        "subject": _who(row),
        "status": "completed" if row.get("STOP") else "active",
        "intent": "order",
        "category": [named] if named else None,
        "title": row.get("DESCRIPTION"),
        "description": f"For: {row['REASONDESCRIPTION']}" if row.get("REASONDESCRIPTION") else None,
        "period": _period(row),
    }


def device(row: Row) -> Json:
    """A row of devices."""
    return {
        "patient": _who(row),
        "status": "inactive" if row.get("STOP") else "active",
        "type": _concept(row, _SNOMED),
        "udiCarrier": [{"carrierHRF": row["UDI"]}] if row.get("UDI") else None,
    }


def imaging(row: Row) -> Json:
    """A row of imaging studies, kept as it came."""
    return {
        "subject": _who(row),
        "status": "available",
        "started": row.get("DATE"),
        "procedureCode": [_concept(row, _SNOMED, "PROCEDURE_CODE", "MODALITY_DESCRIPTION")],
    }


def supply(row: Row) -> Json:
    """A row of supplies, kept as it came."""
    item = {"itemCodeableConcept": _concept(row, _SNOMED)}
    return {"patient": _who(row), "status": "completed", "suppliedItem": item}


_PLACE = "PATIENT ENCOUNTER"
FACTS: dict[str, tuple[str, str, Any, str]] = {
    "conditions": ("Condition", "START PATIENT CODE DESCRIPTION", condition, f"{_PLACE} CODE START"),
    "allergies": ("AllergyIntolerance", "START PATIENT CODE DESCRIPTION", allergy, f"{_PLACE} CODE START"),
    "medications": ("MedicationRequest", "START PATIENT CODE DESCRIPTION", medication, f"{_PLACE} CODE START"),
    "observations": ("Observation", "DATE PATIENT CODE VALUE", observation, f"{_PLACE} CODE DATE"),
    "encounters": ("Encounter", "ID START PATIENT ENCOUNTERCLASS", encounter, ""),
    "procedures": ("Procedure", "PATIENT CODE DESCRIPTION", procedure, f"{_PLACE} CODE START DATE"),
    "immunizations": ("Immunization", "DATE PATIENT CODE", immunization, f"{_PLACE} CODE DATE"),
    "careplans": ("CarePlan", "START PATIENT CODE DESCRIPTION", careplan, "ID CODE START"),
    "devices": ("Device", "START PATIENT CODE", device, f"{_PLACE} CODE START UDI"),
    "imaging_studies": ("ImagingStudy", "DATE PATIENT", imaging, "ID SERIES_UID INSTANCE_UID DATE"),
    "supplies": ("SupplyDelivery", "DATE PATIENT CODE", supply, f"{_PLACE} CODE DATE"),
}
