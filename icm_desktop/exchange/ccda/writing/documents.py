"""A Care Plan and a Referral Note as whole documents, of the resources that may leave.

Source: HL7 CDA R2 Implementation Guide: C-CDA Templates for Clinical Notes R2.1 (2015): Care Plan (V2) and Referral
Note (V2) with the sections they require.
"""

from __future__ import annotations

from collections.abc import Sequence

from icm_desktop.exchange.ccda.writing import sections
from icm_desktop.exchange.ccda.writing.around import Around, ordered
from icm_desktop.exchange.ccda.writing.header import Head, Kind, header, member
from icm_desktop.exchange.ccda.writing.markup import Markup, el
from icm_desktop.exchange.fhir.values import Json, code, obj, objs

CARE_PLAN = Kind("22.1.15", "52521-2", "Overall plan of care/advance care directives", "Care plan")
REFERRAL = Kind("22.1.14", "57133-1", "Referral note", "Referral note")
_SPACES = {
    "xmlns": "urn:hl7-org:v3",
    "xmlns__xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns__sdtc": "urn:hl7-org:sdtc",
}
_REFERRAL_CATEGORY = "3457005"  # SNOMED CT, Patient referral
_OPEN = frozenset({"draft", "active", "on-hold"})


def care_plan(resources: Sequence[Json], head: Head) -> bytes:
    """The bytes of a Care Plan: concerns, goals, interventions, outcomes."""
    around, body = Around(resources), sections.Body(head.root)
    concerns = _concerns(around)
    goals = [one for one in around.of("Goal") if one.get("lifecycleStatus") != "entered-in-error"]
    made = [
        body.health_concerns(concerns, around),
        body.goals(goals, around),
        body.interventions(around.of("CarePlan"), referrals_of(around), around),
        body.outcomes(goals, around),
    ]
    return _whole(CARE_PLAN, head, around, made)


def referral_note(resources: Sequence[Json], head: Head, referral: Json) -> bytes:
    """The bytes of a Referral Note: why, and what the one who is asked needs to know."""
    around, body = Around(resources), sections.Body(head.root)
    made = [
        body.reason(referral, around),
        body.problems([one for one in around.of("Condition") if not _is(one, "encounter-diagnosis")], around),
        body.allergies(around.of("AllergyIntolerance")),
        body.medicines(around.of("MedicationRequest", "MedicationStatement"), around),
        body.results(_measured(around, "laboratory")),
        body.vitals(_measured(around, "vital-signs")),
        body.assessment(around.of("CarePlan")),
        body.plan(around.of("CarePlan")),
    ]
    return _whole(REFERRAL, head, around, made)


def referrals_of(around: Around) -> list[Json]:
    """Referrals, the newest first."""
    found = [one for one in around.of("ServiceRequest") if _is(one, _REFERRAL_CATEGORY)]
    return ordered(found, "authoredOn")


def open_referral(resources: Sequence[Json]) -> Json | None:
    """The newest referral that is still under way; None when there is none."""
    return next((one for one in referrals_of(Around(resources)) if one.get("status") in _OPEN), None)


def _concerns(around: Around) -> list[Json]:
    """What the plan is about: its concerns; where nobody named one, the problems on file."""
    named = [
        found for plan in around.of("CarePlan") for one in objs(plan.get("addresses")) if (found := around.found(one))
    ]
    concerns = [*named, *(one for one in around.of("Condition") if _is(one, "health-concern"))]
    seen = {str(one["id"]): one for one in concerns if one["resourceType"] == "Condition"}
    return list(seen.values()) or [one for one in around.of("Condition") if _is(one, "problem-list-item")]


def _is(resource: Json, category: str) -> bool:
    return any(
        category == each.get("code") for one in objs(resource.get("category")) for each in objs(one.get("coding"))
    )


def _measured(around: Around, category: str) -> list[Json]:
    """The newest results of a category, with a value of their own."""
    found = [one for one in around.of("Observation") if _is(one, category) and one.get("effectiveDateTime")]
    valued = [one for one in found if any(name.startswith("value") for name in one) and one.get("status") in _FINAL]
    return ordered(valued, "effectiveDateTime")[: sections.MOST_RESULTS]


_FINAL = frozenset({"final", "amended", "corrected", "preliminary"})


def _whole(kind: Kind, head: Head, around: Around, made: Sequence[Markup]) -> bytes:
    if head.notice:
        notice = el("section", el("title", "Notice"), el("text", el("paragraph", head.notice)))
        made = [*made, el("component", notice)]
    body = el("component", el("structuredBody", *made))
    document = el("ClinicalDocument", header(kind, head, around.patient, _members(around)), body, **_SPACES)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'.encode()


def _members(around: Around) -> list[Markup]:
    """Who takes care: of our team, or the one that came first."""
    team = next(iter(around.of("CareTeam")), {})
    found = []
    for one in objs(team.get("participant")):
        shown = around.label(obj(one.get("member")))
        role = next(iter(objs(one.get("role"))), None)
        if shown:
            found.append(member(shown, role if role and code(role) != "unknown" else None))
    return found
