"""An independent count of FHIR files, JSON and XML: no code of the product, only the standard library."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from defusedxml import ElementTree

COUNTED = {
    "Condition": "conditions",
    "AllergyIntolerance": "allergies",
    "Observation": "observations",
    "Encounter": "encounters",
    "Procedure": "procedures",
    "Immunization": "immunizations",
    "Goal": "goals",
    "MedicationRequest": "medications",
    "MedicationStatement": "medications",
}


def resources(path: Path) -> Iterator[tuple[str | None, dict[str, Any]]]:
    """Full URL and resource of every entry of one JSON file."""
    document = json.loads(path.read_text(encoding="utf-8-sig"))
    if document.get("resourceType") == "Bundle":
        for entry in document.get("entry", []):
            yield entry.get("fullUrl"), entry["resource"]
    else:
        yield None, document


_FHIR = "{http://hl7.org/fhir}"


def _xml_resources(path: Path) -> Iterator[Any]:
    root = ElementTree.parse(path).getroot()
    if not root.tag.startswith(_FHIR):
        return
    inner = root.findall(f"{_FHIR}entry/{_FHIR}resource/*") if root.tag == f"{_FHIR}Bundle" else [root]
    yield from inner


def xml_patients(path: Path) -> set[str]:
    """References to patients in an XML file."""
    named = [element.attrib.get("value", "") for element in ElementTree.parse(path).iter(f"{_FHIR}reference")]
    return {name for name in named if name.startswith("Patient/")}


def json_files(folder: Path) -> list[Path]:
    """Every JSON file below."""
    return sorted(folder.rglob("*.json"))


def types(folder: Path) -> Counter[str]:
    """How many resources of each type."""
    found = Counter(resource["resourceType"] for path in json_files(folder) for _, resource in resources(path))
    for path in sorted(folder.rglob("*.xml")):
        found.update(element.tag.removeprefix(_FHIR) for element in _xml_resources(path))
    return found


def _mistaken(resource: dict[str, Any]) -> bool:
    verification = resource.get("verificationStatus")
    codes = [code.get("code") for code in verification.get("coding", [])] if isinstance(verification, dict) else []
    status = resource.get("lifecycleStatus") if resource["resourceType"] == "Goal" else resource.get("status")
    return "entered-in-error" in [*codes, status]


def per_patient(folder: Path) -> dict[str, Counter[str]]:
    """Per patient id the counts a chart shows, each resource once; care_team counts distinct members."""
    patients, found = {}, {}
    for path in json_files(folder):
        for url, resource in resources(path):
            if resource["resourceType"] == "Patient":
                patient_id = resource.get("id") or str(url).rpartition(":")[2]
                patients[f"Patient/{patient_id}"] = patient_id
                if url:
                    patients[url] = patient_id
            key = resource.get("id") or url
            whom = (resource.get("subject") or resource.get("patient") or {}).get("reference")
            found[resource["resourceType"], key, whom] = resource
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    members: dict[str, set[str]] = defaultdict(set)
    for (kind, _, whom), resource in found.items():
        if whom not in patients or _mistaken(resource):
            continue
        if kind in COUNTED:
            counts[patients[whom]][COUNTED[kind]] += 1
        elif kind == "CareTeam":
            parts = (part.get("member", {}).get("reference") for part in resource.get("participant", []))
            members[patients[whom]] |= {part for part in parts if part}
    for patient_id, those in members.items():
        counts[patient_id]["care_team"] = len(those)
    return {patient_id: counts[patient_id] for patient_id in set(patients.values())}
