"""The header of a C-CDA document: whose it is, who keeps and wrote it, the stay it tells of, who takes care."""

from __future__ import annotations

import base64

from icm_desktop.exchange.ccda import people, times
from icm_desktop.exchange.ccda.codes import codes_of
from icm_desktop.exchange.ccda.document import Document
from icm_desktop.exchange.ccda.tree import Node
from icm_desktop.exchange.fhir.values import Json

_US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/"
_ACT_CODE = "2.16.840.1.113883.5.4"
_CLASSES = frozenset({"AMB", "EMER", "FLD", "HH", "IMP", "ACUTE", "NONAC", "OBSENC", "PRENC", "SS", "VR"})
# LOINC: documents a hospital writes when somebody leaves it.
DISCHARGE = frozenset({"18842-5", "11490-0", "28655-9", "34745-0", "34105-7", "28574-2"})
BIRTH_SEX = f"{_US_CORE}us-core-birthsex"


def patient(doc: Document) -> Json | None:
    """The Patient of the record target; None when the document names none."""
    role = doc.root.one("recordTarget", "patientRole")
    who = role.one("patient")
    called, numbers = people.names(who), people.identifiers(role)
    if not called and not numbers:
        return None
    made: Json = {
        "resourceType": "Patient",
        "identifier": numbers,
        "name": called,
        "gender": people.GENDERS.get(who.one("administrativeGenderCode").get("code") or "", None),
        "birthDate": _day(times.of(who.one("birthTime"))),
        "telecom": people.telecoms(role),
        "address": people.addresses(role),
        "maritalStatus": doc.concept(who.one("maritalStatusCode")),
        "communication": _languages(who),
        "extension": _background(who),
        "contact": [*_guardians(who), *_participants(doc)],
    }
    died = times.of(who.one("deceasedTime"))
    if died:
        made["deceasedDateTime"] = died
    elif who.one("deceasedInd").get("value") == "true":
        made["deceasedBoolean"] = True
    found = doc.add(made, role)
    doc.patient_id = str(found["id"])
    return found


def _day(when: str | None) -> str | None:
    return when[:10] if when else None


def _languages(who: Node) -> list[Json]:
    made = []
    for spoken in who.all("languageCommunication"):
        code = spoken.one("languageCode").get("code")
        if code:
            preferred = spoken.one("preferenceInd").get("value") == "true"
            made.append({"language": {"coding": [{"code": code}]}} | ({"preferred": True} if preferred else {}))
    return made


def _background(who: Node) -> list[Json]:
    made = []
    for name, main in (("race", "raceCode"), ("ethnicity", "ethnicGroupCode")):
        parts = [_part(one) for one in who.all(main) if one.get("code") or one.get("displayName")]
        if parts:
            made.append({"url": f"{_US_CORE}us-core-{name}", "extension": parts})
    return made


def _part(node: Node) -> Json:
    told = {"code": node.get("code"), "display": node.get("displayName")}
    return {"url": "ombCategory", "valueCoding": {name: value for name, value in told.items() if value}}


def _guardians(who: Node) -> list[Json]:
    made = []
    for one in who.all("guardian"):
        relation = one.one("code").get("displayName") or "guardian"
        found = people.name(one.one("guardianPerson", "name"))
        if found:
            coding = {"code": "GUARD", "display": relation}
            made.append(_contact(one, found, {"coding": [coding], "text": relation}))
    return made


def _participants(doc: Document) -> list[Json]:
    """People close to the patient: emergency contacts, next of kin, caregivers."""
    made = []
    for one in doc.root.all("participant"):
        entity = one.one("associatedEntity")
        kind = entity.get("classCode")
        found = people.name(entity.one("associatedPerson", "name"))
        if not found or kind not in ("ECON", "NOK", "CAREGIVER", "PRS", "AGNT", "GUAR"):
            continue
        relation = doc.concept(entity.one("code"))
        emergency = {"coding": [{"code": "ECON"}]} if kind == "ECON" else {}
        made.append(_contact(entity, found, relation, emergency))
    return made


def _contact(node: Node, called: Json, *relations: Json) -> Json:
    made: Json = {
        "name": called,
        "relationship": [one for one in relations if one],
        "telecom": people.telecoms(node),
        "address": next(iter(people.addresses(node)), None),
    }
    return {name: value for name, value in made.items() if value}


def keeper(doc: Document) -> Json | None:
    """The Organization that keeps the document."""
    node = doc.root.one("custodian", "assignedCustodian", "representedCustodianOrganization")
    made = people.organization(node)
    return doc.add(made, node) if made else None


def authors(doc: Document) -> list[Json]:
    """References to the people who wrote the document, each a Practitioner unless it is the patient; sets `author`."""
    found = []
    for one in doc.root.all("author"):
        assigned = one.one("assignedAuthor")
        label = people.who(one)
        if label is None:
            continue
        doc.author = doc.author or label
        made = people.practitioner(assigned, doc.words)
        found.append({**(doc.reference(doc.add(made, assigned)) if made else {}), "display": label})
    return found


def encompassing(doc: Document, where: Json | None) -> Json | None:
    """The visit or stay the document tells of."""
    node = doc.root.one("componentOf", "encompassingEncounter")
    if not node:
        return None
    during = times.period(node.one("effectiveTime"))
    codes = codes_of(node.one("code"))
    class_ = act_class(node.one("code"))
    if class_ is None and doc.root.one("code").get("code") in DISCHARGE:
        class_ = "IMP"
    people_there = [*node.all("responsibleParty"), *node.all("encounterParticipant")]
    place = node.one("location", "healthCareFacility")
    provider = place.one("serviceProviderOrganization", "name").words()
    made: Json = {
        "resourceType": "Encounter",
        "subject": doc.patient,
        "status": "finished" if "end" in during or node.one("effectiveTime").get("value") else "unknown",
        "class": {"code": class_} if class_ else None,
        "type": [doc.concept(node.one("code"))] if codes and codes != [class_] else None,
        "period": during,
        "hospitalization": _discharge(doc, node.one("dischargeDispositionCode")),
        "participant": [{"individual": {"display": name}} for one in people_there if (name := people.who(one))],
        "location": _place(place.one("location", "name").words()),
        "serviceProvider": {"display": provider} if provider else (doc.reference(where) if where else None),
    }
    found = doc.add(made, node)
    doc.encounter = str(found["id"])
    return found


def _place(name: str) -> list[Json]:
    return [{"location": {"display": name}}] if name else []


def _discharge(doc: Document, node: Node) -> Json:
    found = doc.concept(node)
    return {"dischargeDisposition": found} if found else {}


def act_class(node: Node) -> str | None:
    """The FHIR class of an encounter code, when it or a translation is one of HL7 ActEncounterCode."""
    for one in (node, *node.all("translation")):
        if one.get("codeSystem") == _ACT_CODE and one.get("code") in _CLASSES:
            return one.get("code")
    return None


def care_team(doc: Document) -> Json | None:
    """A CareTeam of those who perform the service the document is about."""
    event = doc.root.one("documentationOf", "serviceEvent")
    members = []
    for one in event.all("performer"):
        assigned, label = one.one("assignedEntity"), people.who(one)
        if label is None:
            continue
        made = people.practitioner(assigned, doc.words)
        member = {**(doc.reference(doc.add(made, assigned)) if made else {}), "display": label}
        role = doc.concept(one.one("functionCode")) or doc.concept(assigned.one("code"))
        members.append({"member": member} | ({"role": [role]} if role else {}))
    if not members:
        return None
    team: Json = {"resourceType": "CareTeam", "subject": doc.patient, "status": "active", "participant": members}
    team["id"] = f"team-{doc.patient_id}"
    return doc.add(team)


def kept(doc: Document, data: bytes, by: list[Json], where: Json | None) -> Json:
    """The document itself, as it came, to be read in the window."""
    title = doc.root.one("title").words()
    code = doc.concept(doc.root.one("code"))
    made: Json = {
        "resourceType": "DocumentReference",
        "subject": doc.patient,
        "status": "current",
        "type": code or ({"text": title} if title else {}),
        "date": times.moment(doc.told_at),
        "description": title or None,
        "author": by,
        "custodian": {**doc.reference(where), "display": where.get("name")} if where else None,
        "content": [{"attachment": {"contentType": "text/xml", "data": base64.b64encode(data).decode("ascii")}}],
    }
    if doc.encounter:
        made["context"] = {"encounter": [{"reference": f"Encounter/{doc.encounter}"}]}
    if doc.root.one("confidentialityCode").get("code") in ("R", "V"):
        made["securityLabel"] = [{"coding": [{"code": doc.root.one("confidentialityCode").get("code")}]}]
    return doc.add(made | {"id": doc.number})


def provenance(doc: Document, by: list[Json], where: Json | None) -> None:
    """Who said everything in the document."""
    targets = [doc.reference(one) for one in doc.made if one["resourceType"] not in ("Organization", "Practitioner")]
    agents: list[Json] = [{"who": one} for one in by]
    if where is not None:
        here = doc.reference(where)
        agents = [agent | {"onBehalfOf": here} for agent in agents] or [{"who": here}]
    if not agents:
        return
    recorded = times.moment(doc.told_at)
    made = {"resourceType": "Provenance", "target": targets, "recorded": recorded, "agent": agents}
    doc.add(made | {"id": doc.number})
