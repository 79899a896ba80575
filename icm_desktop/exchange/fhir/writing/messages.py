"""Communication, Device and FamilyMemberHistory."""

from __future__ import annotations

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
    several,
    whom,
)


def communication(row: Row, refs: Refs) -> Json:
    """A Communication."""
    return {
        "status": row["status"] or "unknown",
        "statusReason": named(row["not_done_reason"]),
        "category": several(named(row["category"])),
        "medium": several(named(row["medium"])),
        "subject": refs.patient(),
        "topic": coded(row),
        "sent": moment(row["sent_when"]),
        "received": moment(row["received_when"]),
        "recipient": several(whom(row["recipient"])),
        "sender": whom(row["sender"]),
        "payload": [{"contentString": row["message"]}] if row["message"] else [],
    }


def device(row: Row, refs: Refs) -> Json:
    """A Device."""
    return {
        "udiCarrier": [{"carrierHRF": row["udi"]}] if row["udi"] else [],
        "status": row["status"] if row["status"] in ("active", "inactive", "entered-in-error") else "unknown",
        "manufacturer": row["manufacturer"],
        "manufactureDate": moment(row["made_when"]),
        "expirationDate": moment(row["expires_when"]),
        "lotNumber": row["lot_number"],
        "serialNumber": row["serial_number"],
        "type": coded(row) or UNKNOWN,
        "patient": refs.patient(),
        "owner": whom(row["organization"]),
        "note": notes(row["note"]),
    }


def family_member_history(row: Row, refs: Refs) -> Json:
    """A FamilyMemberHistory."""
    sex = concept(None, row["sex"], "http://hl7.org/fhir/administrative-gender")
    return {
        "status": row["status"] or "health-unknown",
        "patient": refs.patient(),
        "date": moment(row["recorded_when"]),
        "name": row["name"],
        "relationship": _relation(row) or UNKNOWN,
        "sex": sex,
        "bornDate": moment(row["born_when"]),
        **_death(row),
        "note": notes(row["note"]),
        "condition": [_had(one) for one in row["conditions"] or ()],
    }


def _relation(row: Row) -> Json | None:
    system = row["code_system"] or f"{TERMINOLOGY}/v3-RoleCode"
    return concept(row["relationship_text"] or row["text"], row["relationship_code"] or row["code"], system)


def _death(row: Row) -> Json:
    when = row["deceased_when"]
    if when and when[:4].isdecimal():
        return {"deceasedDate": when}
    return {"deceasedString": when} if when else {"deceasedBoolean": row["deceased"]}


def _had(one: Json) -> Json:
    code = concept(one.get("text"), one.get("code"), one.get("code_system")) or UNKNOWN
    return compact({"code": code, "onsetString": one.get("onset"), "note": notes(one.get("note"))})


def patient_request(row: Row, refs: Refs) -> Json:
    """A Communication: what a patient asked about the record, our answer, and a statement of disagreement.

    An amendment points at the record it is about, which stays as it is.
    """
    about = refs.to(row["object_kind"], row["object_id"]) if row["object_kind"] else None
    answer = ": ".join(part for part in (row["outcome"], row["outcome_text"]) if part)
    said = (
        row["text"],
        f"Answer: {answer}" if answer else None,
        f"Statement of disagreement: {row['statement']}" if row["statement"] else None,
        f"Our answer to it: {row['rebuttal']}" if row["rebuttal"] else None,
    )
    return {
        "status": "completed" if row["status"] == "closed" else "in-progress",
        "category": several(named(f"Request of the patient: {row['kind']}")),
        "subject": refs.patient(),
        "about": several(about),
        "sent": moment(row["received_on"]),
        "sender": refs.patient(),
        "payload": [{"contentString": words} for words in said if words],
    }
