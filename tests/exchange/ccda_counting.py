"""An independent count of C-CDA documents: XPath over the standard library's tree, no code of the product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from defusedxml import ElementTree

_V3 = {"v": "urn:hl7-org:v3"}
_ROOT = "2.16.840.1.113883.10.20."
MEDICINES = ("MedicationStatement", "MedicationRequest", "MedicationAdministration")
_CONCERNS = (".22.4.3", ".22.4.132", ".22.4.136", ".22.4.33", ".22.4.34", ".22.4.51", ".22.4.65", ".22.4.80", ".1.27")
_PROBLEM, _ALLERGY = (".22.4.4", ".1.28"), (".22.4.7", ".22.4.90", ".1.18")
_ACTS = (".22.4.12", ".22.4.13", ".22.4.14")
_PLANNED = tuple(f".22.4.{n}" for n in (20, 39, 40, 41, 42, 43, 44, 120, 130, 131, 141, 146))
PLANS = frozenset({"18776-5", "62387-6", "69730-0", "61145-9", "51847-2", "59772-4"})
_WISHES = frozenset({"INT", "RQO", "PRP", "ARQ", "PRMS"})


def documents(paths: list[Path]) -> list[Path]:
    """Those that are whole documents, correct XML, and name a patient."""
    return [path for path in paths if _document(path) is not None]


def _document(path: Path) -> Any:
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError:
        return None
    if root.tag != "{urn:hl7-org:v3}ClinicalDocument":
        return None
    role = root.find("v:recordTarget/v:patientRole", _V3)
    named = role is not None and (role.find("v:patient/v:name/*", _V3) is not None or role.find("v:id[@root]", _V3))
    return root if named is not None and named is not False else None


def _is(element: Any, *templates: str) -> bool:
    wanted = {_ROOT.rstrip(".") + template for template in templates}
    return any(one.get("root") in wanted for one in element.findall("v:templateId", _V3))


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def entries(root: Any) -> Iterator[tuple[str, Any]]:
    """Code of the section and element of every entry."""
    for section in root.findall("v:component/v:structuredBody//v:section", _V3):
        code = section.find("v:code", _V3)
        for element in section.findall("v:entry/*", _V3):
            yield (code.get("code") or "") if code is not None else "", element


def counts(path: Path) -> Counter[str]:
    """How many things of each FHIR type one document holds, read or not; "step": lines of its plan."""
    root = _document(path)
    found: Counter[str] = Counter(Patient=1, DocumentReference=1)
    found["Encounter"] += len(root.findall("v:componentOf/v:encompassingEncounter", _V3))
    for section, element in entries(root):
        found += _entry(section, element)
    return found


def _entry(section: str, element: Any) -> Counter[str]:
    tag, mood = _tag(element), element.get("moodCode")
    inside = element.findall("v:entryRelationship/v:observation", _V3)
    found: Counter[str] = Counter()
    if element.get("nullFlavor") and element.find("v:code", _V3) is None:
        return found
    if tag == "act" and _is(element, *_CONCERNS):
        named = [one for one in inside if _is(one, *_PROBLEM)]
        if section == "48765-2":
            named = []
        found["Condition"] += len(named) or (0 if section == "48765-2" else 1)
    if tag == "observation" and _is(element, ".22.4.4"):
        found["Condition"] += 1
    for act in element.findall("v:entryRelationship/v:act", _V3):
        if tag == "encounter" and _is(element, ".22.4.49") and _is(act, ".22.4.80"):
            problems = act.findall("v:entryRelationship/v:observation", _V3)
            found["Condition"] += sum(_is(one, ".22.4.4") for one in problems)
    if tag == "act" and (_is(element, ".22.4.30") or section == "48765-2"):
        found["AllergyIntolerance"] += sum(_is(one, *_ALLERGY) for one in inside)
    found["Encounter"] += tag == "encounter" and _is(element, ".22.4.49")
    found["Goal"] += mood == "GOL"
    found["FamilyMemberHistory"] += tag == "organizer" and _is(element, ".22.4.45")
    found["ServiceRequest"] += _is(element, ".22.4.140")
    found["CareTeam"] += _is(element, ".22.4.500")
    found["DocumentReference"] += tag == "act" and _is(element, ".22.4.202")
    found += _medicines(section, element)
    if _is(element, *_ACTS) and mood not in _WISHES:
        found["Procedure"] += 1
    if tag == "organizer" and section == "46264-8":
        found["Procedure"] += len(element.findall("v:component/v:procedure", _V3))
    if tag == "organizer" and _is(element, ".22.4.1", ".22.4.26", ".22.4.66", ".22.4.108", ".1.32"):
        found["Observation"] += _results(element)
        found["DiagnosticReport"] += _is(element, ".22.4.1") or section == "30954-2"
    return +found


def _medicines(section: str, element: Any) -> Counter[str]:
    found: Counter[str] = Counter()
    if _tag(element) == "substanceAdministration" and _is(element, ".22.4.52"):
        found["Immunization"] += 1
    elif _tag(element) == "substanceAdministration":
        planned = _is(element, *_PLANNED) or (section in PLANS and element.get("moodCode") != "EVN")
        found["step" if planned else "medicine"] += 1
    elif _is(element, ".22.4.35", ".22.4.36"):
        found["medicine"] += len(element.findall("v:entryRelationship/v:substanceAdministration", _V3))
    return found


def _results(organizer: Any) -> int:
    """Observations at any depth of organizers; both pressures of one organizer are one."""
    inside = organizer.findall("v:component/v:observation", _V3)
    pressures = {
        code.get("code")
        for one in inside
        if (code := one.find("v:code", _V3)) is not None
        and code.get("code") in ("8480-6", "8462-4")
        and (value := one.find("v:value", _V3)) is not None
        and (value.get("value") or "").replace(".", "", 1).isdecimal()
    }
    deeper = sum(_results(one) for one in organizer.findall("v:component/v:organizer", _V3))
    return len(inside) - (len(pressures) == 2) + deeper
