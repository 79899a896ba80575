"""What our record holds in several tables and FHIR in one resource: the plan, the team; bytes beside an address."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from icm_desktop.content.code_lists import CodeLists
from icm_desktop.exchange.fhir.values import Json, obj, objs
from icm_desktop.exchange.fhir.writing.rows import Row
from icm_desktop.queries.exporting import loading

if TYPE_CHECKING:
    from icm_desktop.queries.exporting.record import Record

_ROLES = CodeLists("team", ("role",))
_NO_KNOWN = "716186003"  # SNOMED CT
_OVER = ("revoked", "completed", "entered-in-error")


def plan(record: Record) -> Row | None:
    """Our plan: the row that stands for it, or one made of the patient when only goals, concerns or actions exist."""
    goals = [row.id for (table, _), row in record.rows.items() if table == "goal" and row["source_id"] is None]
    concerns = [row.id for (table, _), row in record.rows.items() if table == "health_concern"]
    actions = tuple(row for row in record.actions if row["source_id"] is None and row["care_plan_id"] is None)
    ours = [row for (table, _), row in record.rows.items() if table == "care_plan" and row["source_id"] is None]
    if not (goals or concerns or actions or ours):
        return None
    row = next((one for one in ours if one["status"] not in _OVER), ours[0] if ours else None)
    mine = tuple(one for one in record.actions if row is not None and one["care_plan_id"] == row.id)
    referrals = [
        one.id for (table, _), one in record.rows.items()
        if table == "service_request" and one["is_referral"] and one["source_id"] is None
    ]  # fmt: skip
    patient = record.rows["patient", record.patient_id]
    values = dict(row.values) if row is not None else {
        "id": -record.patient_id, "source_id": None, "status": "active", "intent": "plan",
        "created_at": patient["created_at"], "created_by_id": patient["created_by_id"],
    }  # fmt: skip
    values |= {"goal_ids": goals, "concern_ids": concerns, "referral_ids": referrals, "team_id": record.patient_id}
    return Row("care_plan", values, {"plan_action": (*mine, *actions)})


def team(record: Record) -> Row | None:
    """Our team around the patient, who leads marked."""
    lead = record.rows["patient", record.patient_id]["coordinator_id"]
    found = [_member(one, lead) for one in record.kept.of("team_member", record.patient_id)]
    if lead is not None and not any(one["leads"] for one in found):
        name = record.name_of_user(lead)
        values = {"id": 0, "kind": "user", "user_id": lead, "name": name, "role_code": "care_coordinator"}
        found.insert(0, _member(Row("team_member", values), lead))
    if not found:
        return None
    values = {"id": record.patient_id, "source_id": None, "created_at": None}
    return Row("team", values, {"team_member": tuple(found)})


def _member(row: Row, lead: int | None) -> Row:
    role = next((one for one in _ROLES.rows("role") if one["code"] == row["role_code"]), {})
    leads = row["kind"] == "user" and row["user_id"] is not None and row["user_id"] == lead
    coded = {f"role_{name}": role.get(name) for name in ("system", "system_code")}
    known = {**coded, "role_words": role.get("en"), "leads": leads}
    return Row(row.table, {**row.values, **known}, row.children)


def said_beside(record: Record) -> Iterator[Row]:
    """What stands in columns here and is a resource of its own in FHIR: no known allergy; who is not to hear what."""
    patient = record.rows["patient", record.patient_id]
    allergies = [row for (table, _), row in record.rows.items() if table == "allergy_intolerance"]
    if patient["no_known_allergies_on"] is not None and not any(row["code"] == _NO_KNOWN for row in allergies):
        yield Row("no_known_allergy", {**patient.values, "source_id": None})
    for row in [row for (table, _), row in record.rows.items() if table == "patient_contact"]:
        if row["may_not"] and row["source_id"] is None:
            yield Row("withheld", row.values)


def with_bytes(session: Session, resource: Json, contents: tuple[Row, ...]) -> Json:
    """A DocumentReference whose attachment only names an address, with the bytes that came beside it (a Binary)."""
    if resource["resourceType"] != "DocumentReference" or not any(one["url"] for one in contents):
        return resource
    held = {one["url"]: one for one in contents if one["url"] and one["sha256"]}
    parts = [_with_data(session, part, held) for part in objs(resource.get("content"))]
    return {**resource, "content": parts}


def _with_data(session: Session, part: Json, held: dict[str, Row]) -> Json:
    attachment = obj(part.get("attachment"))
    row = held.get(str(attachment.get("url")))
    if row is None or attachment.get("data"):
        return part
    data = loading.with_bytes(session, row)["data"]
    if not data:
        return part
    filled = {**attachment, "data": base64.b64encode(data).decode(), "size": len(data)}
    return {**part, "attachment": filled}
