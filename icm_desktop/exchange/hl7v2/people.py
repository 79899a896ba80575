"""PID and NK1: who a message is about, and who is close to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.hl7v2 import parts
from icm_desktop.exchange.hl7v2.messages import Segment

if TYPE_CHECKING:
    from icm_desktop.exchange.hl7v2.mapping import Run

_US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/"
_EMERGENCY = frozenset({"C", "EC", "ECON", "EP"})  # HL7 table 0131


def patient(run: Run) -> bool:
    """Add the Patient of a message and say whose everything else is; False when it names nobody.

    A patient keeps the first number of the sender as id: later messages of the sender then update the same one.
    """
    pid = run.one("PID")
    if pid is None:
        return False
    numbers = parts.identifiers(pid, 3, 2) or parts.identifiers(pid, 18)
    called = parts.names(pid, 5)
    if not numbers and not called:
        return False
    main = next((one for one in numbers if _is_record_number(one)), numbers[0] if numbers else None)
    made: Json = {
        "resourceType": "Patient",
        "identifier": [*numbers, *_security_number(pid)],
        "name": called,
        "gender": parts.GENDERS.get(pid.get(8)),
        "birthDate": (parts.moment(pid.get(7)) or "")[:10],
        "telecom": [*parts.telecoms(pid, 13), *_at_work(pid)],
        "address": parts.addresses(pid, 11),
        "maritalStatus": parts.concept(pid, 16),
        "communication": _language(pid),
        "extension": [*_background("race", pid, 10), *_background("ethnicity", pid, 22)],
        "contact": [found for one in run.all("NK1") if (found := _contact(one))],
    }
    died = parts.moment(pid.get(29))
    if died:
        made["deceasedDateTime"] = died
    elif pid.get(30) == "Y":
        made["deceasedBoolean"] = True
    key = (str(main.get("system", "")), str(main["value"])) if main else ()
    found = run.add(made, *key)
    run.patient = {"reference": f"Patient/{found['id']}"}
    return True


def _is_record_number(identifier: Json) -> bool:
    return any(one.get("code") in ("MR", "PI") for one in identifier.get("type", {}).get("coding", ()))


def _security_number(pid: Segment) -> list[Json]:
    value = pid.get(19)
    return [{"system": "http://hl7.org/fhir/sid/us-ssn", "value": value}] if value else []


def _at_work(pid: Segment) -> list[Json]:
    return [{**one, "use": one.get("use", "work")} for one in parts.telecoms(pid, 14)]


def _language(pid: Segment) -> list[Json]:
    code = {"ENG": "en", "SPA": "es"}.get(pid.get(15).upper(), pid.get(15).lower())
    return [{"language": {"coding": [{"code": code}]}, "preferred": True}] if code else []


def _background(name: str, pid: Segment, number: int) -> list[Json]:
    found = parts.concept(pid, number)
    if not found:
        return []
    coding: Json = next(iter(found.get("coding", ())), {})
    told = {"code": coding.get("code"), "display": found.get("text") or coding.get("display")}
    part = {"url": "ombCategory", "valueCoding": {key: value for key, value in told.items() if value}}
    return [{"url": f"{_US_CORE}us-core-{name}", "extension": [part]}]


def _contact(segment: Segment) -> Json:
    called = next(iter(parts.names(segment, 2)), None)
    numbers = parts.telecoms(segment, 5, 6)
    if not called and not numbers:
        return {}
    relation, role = parts.concept(segment, 3), segment.get(7)
    made: Json = {
        "name": called,
        "relationship": [one for one in (relation, {"coding": [{"code": "C"}]} if role in _EMERGENCY else {}) if one],
        "telecom": numbers,
        "address": next(iter(parts.addresses(segment, 4)), None),
    }
    return {name: value for name, value in made.items() if value}
