"""CarePlan with its activities, CareTeam with its members, and Goal."""

from __future__ import annotations

from typing import Any

from icm_desktop.domain import moments
from icm_desktop.exchange.fhir.mapped import Child, Context, Mapped
from icm_desktop.exchange.fhir.people import language
from icm_desktop.exchange.fhir.problems import author
from icm_desktop.exchange.fhir.sensitive import is_sensitive
from icm_desktop.exchange.fhir.values import (
    Json,
    code,
    coded,
    concept_text,
    first_text,
    flag,
    joined,
    number,
    obj,
    objs,
    text,
)

_GENERAL_CATEGORIES = frozenset({"assess-plan"})
# FHIR CarePlan.activity.detail.status to ours; entered-in-error is left out.
_ACTIVITY = {
    "not-started": "not-started",
    "scheduled": "not-started",
    "in-progress": "in-progress",
    "on-hold": "on-hold",
    "completed": "completed",
    "cancelled": "cancelled",
    "stopped": "cancelled",
}


def owner(reference: object, context: Context) -> dict[str, Any]:
    """The owner columns for whoever a Reference names: the patient, a practitioner elsewhere, or a name only."""
    links = context.links
    columns: dict[str, Any] = {"owner_kind": None, "owner_name": None, "owner_user_id": None}
    columns["owner_practitioner_id"] = links.row(reference, "practitioner")
    name = links.label(reference)
    if columns["owner_practitioner_id"] is not None:
        columns["owner_kind"] = "practitioner"
    elif links.kind(reference) == "Patient":
        columns["owner_kind"] = "patient"
    elif name:
        columns["owner_kind"] = "person"
    columns["owner_name"] = name if columns["owner_kind"] else None
    return columns


def care_plan(resource: Json, context: Context) -> Mapped:
    """A CarePlan; activities written into it become actions, those it only points to stay what they are."""
    notes = context.notes
    categories = objs(resource.get("category"))
    special = [category for category in categories if code(category) not in _GENERAL_CATEGORIES]
    starts, ends = notes.period(resource, "period")
    title = text(resource.get("title")) or joined(special)
    row = {
        **coded(special[0] if special else None),
        "status": text(resource.get("status")),
        "title": title,
        "intent": text(resource.get("intent")),
        "category": joined(categories),
        "description": text(resource.get("description")),
        "starts_when": starts,
        "ends_when": ends,
        "recorded_when": notes.moment(resource, "created") or starts,
        "author": author(resource, context, "author", "contributor"),
        "organization": None,
    }
    row["text"] = title
    actions = [_activity(activity, context, place) for place, activity in enumerate(objs(resource.get("activity")))]
    return Mapped("care_plan", row, tuple(action for action in actions if action))


def care_team(resource: Json, context: Context) -> Mapped:
    """A CareTeam; every participant that names somebody is a member."""
    starts, ends = context.notes.period(resource, "period")
    row = {
        **coded(next(iter(objs(resource.get("category"))), None)),
        "status": text(resource.get("status")),
        "name": text(resource.get("name")),
        "starts_when": starts,
        "ends_when": ends,
        "recorded_when": starts,
        "author": None,
        "organization": next(filter(None, map(context.links.label, objs(resource.get("managingOrganization")))), None),
    }
    members = [_member(part, context) for part in objs(resource.get("participant"))]
    return Mapped("care_team", row, tuple(member for member in members if member))


def goal(resource: Json, context: Context) -> Mapped:
    """A Goal; words the patient expressed are kept as the patient's own."""
    notes, links = context.notes, context.links
    described = concept_text(resource.get("description")) or text(resource.get("description"))
    own = links.kind(resource.get("expressedBy")) == "Patient"
    patient = links.target(resource.get("subject"))
    starts = notes.moment(resource, "startDate")
    row = {
        **coded(resource.get("description")),
        "text": described,
        "status": text(resource.get("lifecycleStatus")) or text(resource.get("status")),
        "words": described if own else None,
        "words_language": (text(resource.get("language")) or language(patient)) if own else None,
        "achievement": code(resource.get("achievementStatus")) or concept_text(resource.get("achievementStatus")),
        "priority": code(resource.get("priority")) or concept_text(resource.get("priority")),
        **_target(resource, context),
        "starts_when": starts or first_text(resource.get("startCodeableConcept")),
        "recorded_when": notes.moment(resource, "statusDate") or starts,
        "author": author(resource, context, "expressedBy"),
        "organization": None,
        "care_plan_id": None,
        "addresses": _problems(resource, context),
        "notes": "\n".join(filter(None, (text(note.get("text")) for note in objs(resource.get("note"))))) or None,
    }
    row["sensitive"] = is_sensitive(context.sensitive, resource, described)
    if row["starts_when"] != starts:
        notes.add("a start in words is not read")
        row["starts_when"] = None
    return Mapped("goal", row)


def _problems(resource: Json, context: Context) -> list[str] | None:
    """Keys of the problems a goal is about; what else it names stays with the original."""
    links, found = context.links, []
    for reference in objs(resource.get("addresses")):
        key = links.key(reference) if links.kind(reference) == "Condition" else None
        if key is not None:
            found.append(key)
    return found or None


def _activity(activity: Json, context: Context, place: int) -> Child | None:
    detail = obj(activity.get("detail"))
    if not detail:
        kind = context.links.kind(activity.get("reference"))
        if kind:
            context.notes.add(f"an activity that is a {kind} is shown as that {kind}")
        return None
    status = text(detail.get("status"))
    if status == "entered-in-error":
        return None
    if flag(detail.get("doNotPerform")):
        context.notes.add("something not to be done is kept with the original, not shown as an action")
        return None
    performers = objs(detail.get("performer"))
    starts, ends = context.notes.period(detail, "scheduledPeriod")
    row = {
        **coded(detail.get("code")),
        "status": _ACTIVITY.get(status or "", "not-started"),
        **owner(performers[0] if performers else None, context),
        "reason": first_text(detail.get("reasonCode")),
        "due_on": moments.local_day(ends, context.notes.zone),
        "recorded_when": starts,
        "author": None,
        "organization": None,
        "position": place,
    }
    row["text"] = text(detail.get("description")) or row["text"] or "(no description)"
    row["sensitive"] = is_sensitive(context.sensitive, detail, row["text"], row["reason"])
    if len(performers) > 1:
        context.notes.add("of several people who do an activity only the first is read")
    if detail.get("scheduledTiming") or detail.get("scheduledString"):
        context.notes.add("a repeating activity has no due date here")
    return Child("plan_action", row)


def _member(part: Json, context: Context) -> Child | None:
    links, reference = context.links, part.get("member")
    key = links.key(reference)
    if key is None:
        context.notes.add("a care team role without a person is not read")
        return None
    row = {
        "member_key": key,
        "name": links.label(reference) or links.label(part.get("onBehalfOf")) or key,
        "role": joined(part.get("role")),
        "phone": links.phone(reference) or links.phone(part.get("onBehalfOf")),
        "practitioner_id": links.row(reference, "practitioner"),
        "organization_id": links.row(reference, "organization") or links.row(part.get("onBehalfOf"), "organization"),
    }
    return Child("care_team_member", row)


def _target(resource: Json, context: Context) -> dict[str, Any]:
    targets = objs(resource.get("target"))
    found = dict.fromkeys(
        ("measure_code", "measure_text", "target_comparator", "target_value", "target_low", "target_high")
    ) | {"target_unit": None, "target_text": None, "due_on": None}
    if not targets:
        return found
    if len(targets) > 1:
        context.notes.add("of several targets only the first is read")
    target = targets[0]
    quantity, limits = obj(target.get("detailQuantity")), obj(target.get("detailRange"))
    low, high = obj(limits.get("low")), obj(limits.get("high"))
    sides = (number(low.get("value")), number(high.get("value")))
    found |= {
        "measure_code": code(target.get("measure")),
        "measure_text": concept_text(target.get("measure")),
        "due_on": context.notes.day(target, "dueDate"),
        "target_text": concept_text(target.get("detailCodeableConcept")) or text(target.get("detailString")),
    }
    if number(quantity.get("value")) is not None:
        found |= {"target_value": number(quantity["value"]), "target_comparator": text(quantity.get("comparator"))}
    elif None not in sides:
        found |= {"target_low": sides[0], "target_high": sides[1]}
    elif sides != (None, None):  # a range open at one end is a limit
        found |= {"target_value": sides[0] if sides[1] is None else sides[1]}
        found |= {"target_comparator": ">=" if sides[1] is None else "<="}
    unit = next((side for side in (quantity, low, high) if side), {})
    found["target_unit"] = text(unit.get("code")) or text(unit.get("unit"))
    if target.get("dueDuration"):
        context.notes.add("a due date given as a length of time is not read")
    return found
