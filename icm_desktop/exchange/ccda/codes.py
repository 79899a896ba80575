"""Codes of C-CDA as FHIR has them: systems by name instead of number, and the words of the narrative."""

from __future__ import annotations

from collections.abc import Mapping

from icm_desktop.exchange.ccda.tree import ABSENT, Node
from icm_desktop.exchange.fhir.values import Json

# HL7 OID registry; the URIs are those of FHIR R4, "Using Codes in Resources".
SYSTEMS = {
    "2.16.840.1.113883.6.1": "http://loinc.org",
    "2.16.840.1.113883.6.96": "http://snomed.info/sct",
    "2.16.840.1.113883.6.88": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "2.16.840.1.113883.6.69": "http://hl7.org/fhir/sid/ndc",
    "2.16.840.1.113883.12.292": "http://hl7.org/fhir/sid/cvx",
    "2.16.840.1.113883.6.59": "http://hl7.org/fhir/sid/cvx",
    "2.16.840.1.113883.6.12": "http://www.ama-assn.org/go/cpt",
    "2.16.840.1.113883.6.13": "http://www.ada.org/cdt",
    "2.16.840.1.113883.6.285": "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    "2.16.840.1.113883.6.90": "http://hl7.org/fhir/sid/icd-10-cm",
    "2.16.840.1.113883.6.4": "http://www.cms.gov/Medicare/Coding/ICD10",
    "2.16.840.1.113883.6.103": "http://hl7.org/fhir/sid/icd-9-cm",
    "2.16.840.1.113883.6.104": "http://hl7.org/fhir/sid/icd-9-cm",
    "2.16.840.1.113883.4.9": "http://fdasis.nlm.nih.gov",
    "2.16.840.1.113883.3.26.1.5": "http://hl7.org/fhir/ndfrt",
    "2.16.840.1.113883.3.26.1.1": "http://ncithesaurus-stage.nci.nih.gov",
    "2.16.840.1.113883.6.101": "http://nucc.org/provider-taxonomy",
    "2.16.840.1.113883.6.238": "urn:oid:2.16.840.1.113883.6.238",
    "2.16.840.1.113883.6.259": "https://www.cdc.gov/nhsn/cdaportal/terminology/codesystem/hsloc.html",
    "2.16.840.1.113883.5.4": "http://terminology.hl7.org/CodeSystem/v3-ActCode",
    "2.16.840.1.113883.5.83": "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
    "2.16.840.1.113883.5.111": "http://terminology.hl7.org/CodeSystem/v3-RoleCode",
    "2.16.840.1.113883.5.2": "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus",
    "2.16.840.1.113883.12.112": "http://terminology.hl7.org/CodeSystem/v2-0112",
}


# LOINC names of codes that templates of C-CDA prescribe and documents therefore often leave without a name.
_PRESCRIBED = {
    "72166-2": "Tobacco smoking status",
    "11367-0": "History of tobacco use",
    "76689-9": "Sex assigned at birth",
    "8302-2": "Body height",
    "29463-7": "Body weight",
    "3141-9": "Body weight Measured",
    "39156-5": "Body mass index",
    "8867-4": "Heart rate",
    "9279-1": "Respiratory rate",
    "59408-5": "Oxygen saturation by pulse oximetry",
    "2708-6": "Oxygen saturation in arterial blood",
    "8310-5": "Body temperature",
    "8480-6": "Systolic blood pressure",
    "8462-4": "Diastolic blood pressure",
}

LONGEST, LONGEST_NOTE = 4_000, 200_000  # letters


class Words:
    """The narrative of a document by the ids entries point to; an entry gets no more than a long paragraph of it."""

    def __init__(self, root: Node = ABSENT) -> None:
        self._by_id: Mapping[str, Node] = {
            name: node for node in root.walk() if (name := node.attributes.get("ID")) is not None
        }
        self._told: dict[str, str] = {}

    def of(self, node: Node, longest: int = LONGEST) -> str | None:
        """The words of an originalText or text: its own, or those it points to."""
        if not node:
            return None
        own = " ".join(node.text.split())
        return (own or self._pointed((node.one("reference").get("value") or "").removeprefix("#")))[:longest] or None

    def _pointed(self, name: str) -> str:
        if name not in self._told:
            found = self._by_id.get(name)
            self._told[name] = found.words()[:LONGEST_NOTE] if found is not None else ""
        return self._told[name]


def system(root: str | None) -> str | None:
    """The URI of a code system."""
    return None if root is None else SYSTEMS.get(root, f"urn:oid:{root}")


def coding(node: Node) -> Json | None:
    """The coding of a CD or CE, or None when it has no code."""
    value = node.get("code")
    if value is None:
        return None
    made = {"system": system(node.get("codeSystem")), "code": value, "display": node.get("displayName")}
    return {name: each for name, each in made.items() if each is not None}


def concept(node: Node, words: Words) -> Json:
    """A CD or CE as CodeableConcept; empty when it says nothing.

    A display is preferred to the words it points to: these are often a whole line of a table.
    """
    found = [made for each in (node, *node.all("translation")) if (made := coding(each)) is not None]
    shown = node.get("displayName") or next((one["display"] for one in found if "display" in one), None)
    shown = shown or words.of(node.one("originalText")) or _PRESCRIBED.get(node.get("code") or "")
    whole: Json = {"coding": found} if found else {}
    return whole | ({"text": shown} if shown else {})


def named(system_uri: str, code: str, display: str) -> Json:
    """A CodeableConcept of one code."""
    return {"coding": [{"system": system_uri, "code": code, "display": display}], "text": display}


def only(code: str) -> Json:
    """A CodeableConcept of a status: only its code."""
    return {"coding": [{"code": code}]}


def codes_of(node: Node) -> list[str]:
    """The codes of a CD and its translations."""
    return [code for each in (node, *node.all("translation")) if (code := each.get("code"))]


def silent(node: Node) -> bool:
    """Whether an element only says that there is nothing to say."""
    return node.get("nullFlavor") is not None
