"""Goals, interventions, outcomes and referrals as entries."""

from __future__ import annotations

from icm_desktop.exchange.ccda.writing.around import Around
from icm_desktop.exchange.ccda.writing.markup import NOTHING, Markup, el
from icm_desktop.exchange.ccda.writing.parts import (
    ACT_CODE,
    R2_0,
    R2_1,
    author,
    coded,
    during,
    measured,
    moment,
    number,
    person_name,
    points,
    snomed,
    status,
    template,
)
from icm_desktop.exchange.fhir.values import Json, code, concept_text, obj, objs, quantity_text, text

_GOALS = {"completed": "completed", "cancelled": "cancelled", "rejected": "cancelled", "on-hold": "suspended"}
_STATES = {"completed": "completed", "cancelled": "cancelled", "stopped": "aborted", "on-hold": "suspended"}
_PRIORITY = {"high-priority": ("394849002", "High priority"), "medium-priority": ("394848005", "Normal priority")}
_DONE = frozenset({"completed"})


def goal(resource: Json, name: str, around: Around, root: str) -> Markup:
    """A goal observation; the patient is its author where the words are the patient's own."""
    target = next(iter(objs(resource.get("target"))), {})
    measure = target.get("measure")
    start, due = text(resource.get("startDate")), text(target.get("dueDate"))
    value = measured(target, "detail")
    return el(
        "observation",
        template("22.4.121"),
        number(resource, root),
        coded("code", measure) if measure else coded("code", resource.get("description")),
        points(name),
        status(_GOALS.get(str(resource.get("lifecycleStatus")), "active")),
        during(start, due),
        value,
        _expressed(resource, around, start),
        _priority(resource),
        *_about(resource, around, root),
        classCode="OBS",
        moodCode="GOL",
    )


def _expressed(resource: Json, around: Around, at: str | None) -> Markup:
    by = obj(resource.get("expressedBy"))
    if str(by.get("reference", "")).startswith("Patient/"):
        oneself = el("code", code="ONESELF", codeSystem="2.16.840.1.113883.5.111", displayName="self")
        return author(around.label(by) or "Patient", at, oneself)
    shown = around.label(by)
    return author(shown, at) if shown else NOTHING


def _priority(resource: Json) -> Markup:
    told = _PRIORITY.get(code(resource.get("priority")) or "")
    if told is None:
        return NOTHING
    inside = el(
        "observation",
        template("22.4.143"),
        el("id", nullFlavor="NI"),
        snomed("code", "225773000", "Preference"),
        status("completed"),
        snomed("value", *told, xsi__type="CD"),
        classCode="OBS",
        moodCode="EVN",
    )
    return el("entryRelationship", inside, typeCode="RSON")


def _about(resource: Json, around: Around, root: str) -> list[Markup]:
    """Pointers to the concerns a goal is about (Entry Reference)."""
    found = (around.found(one) for one in objs(resource.get("addresses")))
    return [_pointer(one, root) for one in found if one is not None]


def _pointer(resource: Json, root: str) -> Markup:
    inside = el(
        "act",
        template("22.4.122"),
        number(resource, root),
        el("code", nullFlavor="NP"),
        status("completed"),
        classCode="ACT",
        moodCode="EVN",
    )
    return el("entryRelationship", inside, typeCode="REFR")


def intervention(detail: Json, name: str, around: Around, own: Markup) -> Markup:
    """Something planned (Planned Intervention Act), or done (Intervention Act)."""
    done = str(detail.get("status")) in _DONE
    due = obj(detail.get("scheduledPeriod"))
    performer = around.first_label(detail.get("performer"))
    return el(
        "act",
        template("22.4.131" if done else "22.4.146", R2_1),
        own,
        coded("code", detail["code"])
        if detail.get("code")
        else snomed("code", "362956003", "Procedure / intervention"),
        points(name),
        status(_STATES.get(str(detail.get("status")), "active")),
        during(text(due.get("start")), text(due.get("end"))) if due else el("effectiveTime", nullFlavor="UNK"),
        _performer(performer),
        classCode="ACT",
        moodCode="EVN" if done else "INT",
    )


def _performer(shown: str | None) -> Markup:
    if shown is None:
        return NOTHING
    return el("performer", el("assignedEntity", el("id", nullFlavor="UNK"), el("assignedPerson", person_name(shown))))


def referral(resource: Json, name: str, around: Around, root: str) -> Markup:
    """A patient referral act: to whom, why, how urgent."""
    at = text(resource.get("authoredOn"))
    urgent = resource.get("priority") in ("urgent", "stat", "asap")
    priority = el("priorityCode", code="UR" if urgent else "R", codeSystem="2.16.840.1.113883.5.7")
    by = around.label(resource.get("requester"))
    to = around.first_label(resource.get("performer"))
    entity = el("playingEntity", person_name(to)) if to else NOTHING
    there = el("participant", el("participantRole", entity, classCode="ASSIGNED"), typeCode="REFT") if to else NOTHING
    over = resource.get("status") in ("completed", "revoked")
    asked = resource.get("code")
    return el(
        "act",
        template("22.4.140"),
        number(resource, root),
        coded("code", asked) if asked else (snomed("code", "44383000", "Patient referral for consultation")),
        points(name),
        status("completed" if over else "active"),
        moment("effectiveTime", at),
        priority,
        author(by, at) if by else NOTHING,
        there,
        *(_reason(one) for one in objs(resource.get("reasonCode"))),
        classCode="ACT",
        moodCode="INT",
    )


def _reason(concept: Json) -> Markup:
    inside = el(
        "observation",
        el("code", code="ASSERTION", codeSystem=ACT_CODE),
        status("completed"),
        coded("value", concept, xsi__type="CD"),
        classCode="OBS",
        moodCode="EVN",
    )
    return el("entryRelationship", inside, typeCode="SUBJ")


def outcome(observation: Json, goal_of: Json, name: str, root: str) -> Markup:
    """What was measured for a goal (Outcome Observation)."""
    inside = el(
        "act",
        template("22.4.122"),
        number(goal_of, root),
        el("code", nullFlavor="NP"),
        status("completed"),
        classCode="ACT",
        moodCode="EVN",
    )
    return el(
        "observation",
        template("22.4.144"),
        number(observation, root),
        coded("code", observation.get("code")),
        points(name),
        status("completed"),
        moment("effectiveTime", text(observation.get("effectiveDateTime"))),
        measured(observation),
        el("entryRelationship", inside, typeCode="GEVL"),
        classCode="OBS",
        moodCode="EVN",
    )


def planned_act(detail: Json, name: str, own: Markup) -> Markup:
    """A planned act, in documents whose plan is one section."""
    due = obj(detail.get("scheduledPeriod"))
    shown = detail.get("code") or {"text": text(detail.get("description"))}
    return el(
        "act",
        template("22.4.39", R2_0),
        own,
        coded("code", shown),
        points(name),
        status("active"),
        during(text(due.get("start")), text(due.get("end"))) if due else el("effectiveTime", nullFlavor="UNK"),
        classCode="ACT",
        moodCode="INT",
    )


def target_words(resource: Json) -> str:
    """The target of a goal in one line."""
    target = next(iter(objs(resource.get("target"))), {})
    amount, limits = target.get("detailQuantity"), obj(target.get("detailRange"))
    what = concept_text(target.get("measure")) or ""
    said = quantity_text(amount) if amount else text(target.get("detailString"))
    if amount and obj(amount).get("comparator"):
        said = f"{obj(amount)['comparator']} {said}" if said and not said.startswith(("<", ">")) else said
    if limits:
        said = " to ".join(filter(None, (quantity_text(limits.get("low")), quantity_text(limits.get("high")))))
    return ": ".join(filter(None, (what if said else "", said)))
