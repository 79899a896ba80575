"""CarePlan with its activities, CareTeam with its members, and Goal, as US Core and the MCC eCare Plan shape them."""

from __future__ import annotations

from collections.abc import Iterable

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.rows import Refs, Row
from icm_desktop.exchange.fhir.writing.values import (
    UNKNOWN,
    called,
    coded,
    compact,
    concept,
    moment,
    named,
    notes,
    period,
    profile,
    quantity,
    several,
    status,
    telecom,
    whom,
)

LOINC = "http://loinc.org"
_ASSESS_PLAN = concept(None, "assess-plan", "http://hl7.org/fhir/us/core/CodeSystem/careplan-category")
_PLAN = frozenset({"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"})
_ACTIVITY = frozenset({"not-started", "in-progress", "on-hold", "completed", "cancelled"})
_GOAL = frozenset({
    "proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled", "entered-in-error", "rejected",
})  # fmt: skip
_TEAM = frozenset({"proposed", "active", "suspended", "inactive", "entered-in-error"})
_ACHIEVED = frozenset({
    "in-progress", "improving", "worsening", "no-change", "achieved", "sustaining", "not-achieved", "no-progress",
    "not-attainable",
})  # fmt: skip
_PRIORITIES = {
    "high": "high-priority", "medium": "medium-priority", "low": "low-priority",
}  # fmt: skip
_DIV = '<div xmlns="http://www.w3.org/1999/xhtml">{words}</div>'


def owner(row: Row, refs: Refs) -> Json | None:
    """Whoever does it: the patient, a colleague, somebody of the directory, or a name."""
    if row["owner_kind"] == "patient":
        return refs.patient()
    found = refs.to("user_account", row["owner_user_id"]) or refs.to("practitioner", row["owner_practitioner_id"])
    return called(found, row["owner_name"])


def care_plan(row: Row, refs: Refs) -> Json:
    """A CarePlan with goals, what it is about, the team, and every action as an activity."""
    title = row["title"] or row["text"] or "Care plan"
    categories = several(_ASSESS_PLAN, coded(row) if row["code"] else None)
    return {
        "meta": profile("us-core-careplan"),
        "text": {"status": "additional", "div": _DIV.format(words=_escaped(title))},
        "status": row["status"] if row["status"] in _PLAN else "active",
        "intent": row["intent"] if row["intent"] in ("proposal", "plan", "order", "option") else "plan",
        "category": categories,
        "title": title,
        "description": row["description"],
        "subject": refs.patient(),
        "period": period(row["starts_when"], row["ends_when"]),
        "created": moment(row["recorded_when"] or row["created_at"]),
        "author": whom(row["author"]) or refs.practice(),
        "careTeam": several(refs.to("team", row["team_id"])),
        "addresses": _each(refs, "health_concern", row["concern_ids"]),
        "goal": _each(refs, "goal", row["goal_ids"]),
        "activity": [_activity(one, refs) for one in row.of("plan_action")] + _pointed(row, refs),
    }


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _each(refs: Refs, table: str, ids: Iterable[int] | None) -> list[Json]:
    return [found for one in ids or () if (found := refs.to(table, one))]


def _pointed(row: Row, refs: Refs) -> list[Json]:
    """Referrals and visits the plan counts on stand as activities that point to them."""
    return [{"reference": one} for one in _each(refs, "service_request", row["referral_ids"])]


def _activity(row: Row, refs: Refs) -> Json:
    goal = refs.to("goal", row["goal_id"])
    detail = {
        "code": concept(None, row["code"], row["code_system"]) if row["code"] else None,
        "goal": several(goal),
        "status": row["status"] if row["status"] in _ACTIVITY else "not-started",
        "reasonCode": several(named(row["reason"])),
        "scheduledPeriod": period(None, row["due_on"]),
        "performer": several(owner(row, refs)),
        "description": row["text"],
    }
    return {"detail": compact(detail)}


def care_team(row: Row, refs: Refs) -> Json:
    """A CareTeam that came from elsewhere."""
    return {
        "meta": profile("us-core-careteam"),
        "status": row["status"] if row["status"] in _TEAM else "active",
        "category": several(coded(row)),
        "name": row["name"],
        "subject": refs.patient(),
        "period": period(row["starts_when"], row["ends_when"]),
        "participant": [_member(one, refs) for one in row.of("care_team_member")],
        "managingOrganization": several(whom(row["organization"])),
    }


def _member(row: Row, refs: Refs) -> Json:
    who = refs.to("practitioner", row["practitioner_id"]) or refs.to("organization", row["organization_id"])
    return compact({"role": several(named(row["role"]) or UNKNOWN), "member": called(who, row["name"])})


def our_team(row: Row, refs: Refs) -> Json:
    """Our team around the patient as one CareTeam; the lead stands first."""
    members = sorted(row.of("team_member"), key=lambda one: not one["leads"])
    return {
        "meta": profile("us-core-careteam"),
        "status": "active",
        "name": "Care team",
        "subject": refs.patient(),
        "participant": [_our_member(one, refs) for one in members],
        "managingOrganization": [refs.practice()],
    }


def _our_member(row: Row, refs: Refs) -> Json:
    tables = {"user": "user_account", "practitioner": "practitioner", "organization": "organization",
              "contact": "patient_contact"}  # fmt: skip
    table = tables.get(row["kind"])
    column = {"contact": "patient_contact_id"}.get(row["kind"], f"{row['kind']}_id")
    who = called(refs.to(table, row[column]) if table else None, row["name"])
    role = concept(row["role_text"] or row["role_words"], row["role_system_code"], row["role_system"]) or UNKNOWN
    inside = refs.practice() if row["kind"] == "user" else whom(row["organization_text"])
    found = {"role": [role], "member": who, "period": period(row["starts_on"], row["ends_on"])}
    return compact(found | ({"onBehalfOf": inside} if row["kind"] in ("user", "practitioner") else {}))


def goal(row: Row, refs: Refs) -> Json:
    """A Goal: in the patient's own words where they said it, then expressed by the patient."""
    own = bool(row["words"])
    concern = refs.to("health_concern", row["concern_id"])
    baseline = [f"Baseline {row['baseline_value']:g} {row['target_unit'] or ''}".strip()] if _has_baseline(row) else []
    return {
        "meta": profile("us-core-goal"),
        "language": row["words_language"] if own else None,
        "lifecycleStatus": row["status"] if row["status"] in _GOAL else "active",
        "achievementStatus": _achieved(row["achievement"]),
        "priority": _priority(row["priority"]),
        "description": _description(row),
        "subject": refs.patient(),
        "startDate": _whole_day(row["starts_when"]),
        "target": several(_target(row)),
        "statusDate": _whole_day(row["recorded_when"]),
        "expressedBy": refs.patient() if own else whom(row["author"]),
        "addresses": several(concern, *(refs.key(key) for key in row["addresses"] or ())),
        "note": notes(row["notes"], row["text"] if own and row["text"] != row["words"] else None, *baseline),
    }


def _has_baseline(row: Row) -> bool:
    return row["baseline_value"] is not None


def _description(row: Row) -> Json:
    if row["words"]:
        return {"text": row["words"]}
    return coded(row) or UNKNOWN


def _achieved(code: str | None) -> Json | None:
    return status(code, "goal-achievement") if code in _ACHIEVED else named(code)


def _priority(code: str | None) -> Json | None:
    standard = _PRIORITIES.get(code or "", code)
    return status(standard, "goal-priority") if standard in _PRIORITIES.values() else named(code)


def _whole_day(when: str | None) -> str | None:
    """A date without a time of day, which is all FHIR takes here."""
    return when[:10] if when else None


def _target(row: Row) -> Json | None:
    measure = concept(row["measure_text"], row["measure_code"], LOINC if row["measure_code"] else None)
    detail: Json = {}
    if row["target_value"] is not None:
        detail = {"detailQuantity": quantity(row["target_value"], row["target_unit"], _sign(row["target_comparator"]))}
    elif row["target_low"] is not None or row["target_high"] is not None:
        ends = {end: quantity(row[f"target_{end}"], row["target_unit"]) for end in ("low", "high")}
        detail = {"detailRange": compact(ends)}
    elif row["target_text"]:
        detail = {"detailString": row["target_text"]}
    if detail and measure is None:
        measure = UNKNOWN  # gol-1: a detail needs a measure
    return compact({"measure": measure, **detail, "dueDate": moment(row["due_on"])}) or None


def _sign(comparator: str | None) -> str | None:
    return comparator if comparator in ("<", "<=", ">=", ">") else None


def contact_points(row: Row) -> list[Json]:
    """Phone and fax of somebody, as far as they are known."""
    return [*telecom("phone", row["phone"]), *telecom("fax", row["fax"]), *telecom("email", row["email"])]
