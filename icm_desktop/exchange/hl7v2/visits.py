"""PV1, DG1 and AL1: the stay or visit of a message, what was found, what the patient does not tolerate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.exchange.fhir.reading import Left
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.hl7v2 import parts
from icm_desktop.exchange.hl7v2.messages import Segment

if TYPE_CHECKING:
    from icm_desktop.exchange.hl7v2.mapping import Run

# HL7 table 0004 to ActEncounterCode.
_CLASSES = {"I": "IMP", "E": "EMER", "O": "AMB", "P": "PRENC", "R": "AMB", "B": "IMP", "C": "AMB"}
_DISCHARGED, _CANCELLED = frozenset({"A03"}), frozenset({"A11", "A23", "A27", "A38"})
_PLANNED = frozenset({"A05", "A14", "A16"})
# HL7 table 0112, as UB-04 has it; local codes tell themselves.
_DISPOSITIONS = {
    "01": "Discharged to home",
    "02": "Transferred to another hospital",
    "03": "Transferred to a skilled nursing facility",
    "04": "Transferred to an intermediate care facility",
    "06": "Discharged to home with home health",
    "07": "Left against advice",
    "20": "Expired",
    "50": "Hospice at home",
    "51": "Hospice in a facility",
    "61": "Transferred to a swing bed",
    "62": "Transferred to a rehabilitation facility",
    "65": "Transferred to a psychiatric hospital",
}
_ALLERGIES = {"DA": "medication", "FA": "food", "EA": "environment", "MA": "environment", "AA": "environment"}
_SEVERITIES = {"SV": "severe", "MO": "moderate", "MI": "mild"}


def admission(run: Run) -> None:
    """What an ADT message tells besides the patient."""
    visit = encounter(run)
    for one in run.all("DG1"):
        _diagnosis(run, one, visit)
    for one in run.all("AL1"):
        _allergy(run, one)


def encounter(run: Run) -> Json | None:
    """The Encounter of PV1; None when it has neither a number nor a time."""
    pv1 = run.one("PV1")
    if pv1 is None:
        return None
    starts, ends = parts.moment(pv1.get(44)), parts.moment(pv1.get(45))
    if run.event in _DISCHARGED and ends is None:
        ends = parts.moment(run.message.head.get(7))
    number = next(iter(parts.identifiers(pv1, 19, 50)), None)
    if number is None and starts is None:
        return None
    class_ = _CLASSES.get(pv1.get(2))
    code = pv1.get(36)
    shown = parts.concept(pv1, 36).get("text") or _DISPOSITIONS.get(code) or code
    hospital: Json = {"dischargeDisposition": {"coding": [{"code": code}], "text": shown}} if code else {}
    people = [name for field in (7, 17, 9) if (name := parts.person(pv1, field))]
    facility = pv1.part(next(iter(pv1.repeats(3)), ""), 4) or run.message.head.get(4)
    pv2 = run.one("PV2")
    reason = parts.concept(pv2, 3) if pv2 else {}
    whole: Json = {
        "resourceType": "Encounter",
        "subject": run.patient,
        "status": _status(run.event, ends),
        "class": {"code": class_} if class_ else {},
        "type": [parts.concept(pv1, 4)] if parts.concept(pv1, 4) else [],
        "period": {name: when for name, when in (("start", starts), ("end", ends)) if when},
        "participant": [{"individual": {"display": name}} for name in dict.fromkeys(people)],
        "location": [{"location": {"display": found}}] if (found := parts.place(pv1, 3)) else [],
        "serviceProvider": {"display": facility} if facility else {},
        "hospitalization": hospital,
        "reasonCode": [reason] if reason else [],
    }
    who = run.patient["reference"]
    key = (str(number.get("system", "")), str(number["value"])) if number else (str(starts), str(class_))
    return run.add(whole, who, *key)


def _status(event: str, ends: str | None) -> str:
    if event in _CANCELLED:
        return "cancelled"
    if event in _PLANNED:
        return "planned"
    return "finished" if ends or event in _DISCHARGED else "in-progress"


def _diagnosis(run: Run, segment: Segment, visit: Json | None) -> None:
    code = parts.concept(segment, 3)
    if not code and segment.get(4):
        code = {"text": segment.get(4)}
    if not code:
        run.left.append(Left("a diagnosis (DG1) without a code or words is not read", "Condition"))
        return
    made: Json = {
        "resourceType": "Condition",
        "subject": run.patient,
        "encounter": {"reference": f"Encounter/{visit['id']}"} if visit else None,
        "code": code,
        "category": [{"coding": [{"code": "encounter-diagnosis"}]}],
        "clinicalStatus": {"coding": [{"code": "active"}]},
        "verificationStatus": {"coding": [{"code": "provisional" if segment.get(6) in ("A", "W") else "confirmed"}]},
        "onsetDateTime": parts.moment(segment.get(5)),
        "recorder": {"display": name} if (name := parts.person(segment, 16)) else None,
    }
    stay = str(visit["id"]) if visit else ""
    run.add(made, run.patient["reference"], stay, _key(code))


def _key(concept: Json) -> str:
    coding: Json = next(iter(concept.get("coding", ())), {})
    return str(coding.get("code") or concept.get("text"))


def _allergy(run: Run, segment: Segment) -> None:
    code = parts.concept(segment, 3)
    if not code:
        run.left.append(Left("an allergy (AL1) without a substance is not read", "AllergyIntolerance"))
        return
    shown = [segment.part(one, 2) or segment.part(one, 1) for one in segment.repeats(5)]
    severity = _SEVERITIES.get(segment.get(4))
    reaction: Json = {"manifestation": [{"text": words} for words in shown if words], "severity": severity}
    reaction = {name: value for name, value in reaction.items() if value}
    category = _ALLERGIES.get(segment.get(2))
    made: Json = {
        "resourceType": "AllergyIntolerance",
        "patient": run.patient,
        "code": code,
        "category": [category] if category else [],
        "clinicalStatus": {"coding": [{"code": "active"}]},
        "onsetDateTime": parts.moment(segment.get(6)),
        "reaction": [reaction] if reaction else [],
    }
    run.add(made, run.patient["reference"], _key(code))
