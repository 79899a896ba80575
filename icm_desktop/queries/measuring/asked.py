"""Which codes measures name: whatever bears none of them is passed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from db.measure_facts import Coded
from icm_desktop.exchange.fhir.values import Json, codings, obj, objs, text

VALUE_SET = "ValueSet"  # as a system: "not done" may name a whole list of codes instead of one
CLASS, ORDER, OWN, INGREDIENT = "icm:class", "icm:order", "icm:own", "icm:ingredient"  # what is told without a code
REFERRAL, REPORT, VISIT, FOLLOW_UP = "referral", "consult-report", "visit", "depression-follow-up"
BOOKED, FIRST_VISIT, CONTACT_DUE, VISIT_DUE, LATE = (
    *("appointment", "first-visit", "discharge-contact", "discharge-visit", "taking-less"),
)
_NOT_DONE = (
    "http://hl7.org/fhir/StructureDefinition/cqf-notDoneValueSet",
    "http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-notDoneValueSet",
)
# Other names the same systems go by. Source: FHIR R4, terminology systems; the official measures of 2025 and 2026.
_ALIASES = {
    "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": "HCPCS",
    "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": "HCPCS",
    "http://www.cms.gov/medicare/coding/hcpcsreleasecodesets": "HCPCS",
    "urn:oid:2.16.840.1.113883.6.285": "HCPCS",
    "urn:oid:2.16.840.1.113883.6.90": "http://hl7.org/fhir/sid/icd-10-cm",
    "http://hl7.org/fhir/sid/icd-10": "http://hl7.org/fhir/sid/icd-10-cm",
    "urn:oid:2.16.840.1.113883.6.96": "http://snomed.info/sct",
    "urn:oid:2.16.840.1.113883.6.1": "http://loinc.org",
    "urn:oid:2.16.840.1.113883.6.88": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "urn:oid:2.16.840.1.113883.6.12": "http://www.ama-assn.org/go/cpt",
}
_ICD = "http://hl7.org/fhir/sid/icd-10-cm"


def canonical(system: str | None, code: str | None) -> Coded | None:
    """A code under the name of its system that is compared, ICD-10-CM with its dot; None when either is missing."""
    if not system or not code:
        return None
    system = _ALIASES.get(system, system)
    if system == _ICD:
        code = code.upper()
        if len(code) > 3 and "." not in code:
            code = f"{code[:3]}.{code[3:]}"
    return system, code


class Asked:
    """The codes that are asked for: single ones, and beginnings of codes of a system."""

    def __init__(self, codes: Iterable[Coded], beginnings: Iterable[Coded]) -> None:
        self._codes = frozenset(codes)
        self._beginnings: dict[str, tuple[str, ...]] = {}
        for system, beginning in beginnings:
            self._beginnings[system] = (*self._beginnings.get(system, ()), beginning)
        self._known: dict[tuple[str | None, str | None], Coded | None] = {}

    def one(self, system: str | None, code: str | None) -> Coded | None:
        """A code as it is compared, or None when nobody asks for it."""
        key = (system, code)
        if key not in self._known:
            found = canonical(system, code)
            asked = found is not None and (
                found in self._codes or found[1].startswith(self._beginnings.get(found[0], ("\0",)))
            )
            self._known[key] = found if asked else None
        return self._known[key]

    def of(self, system: str | None, code: str | None, others: str | None) -> list[Coded]:
        """The codes of a record that are asked for; `others`: its further ones as JSON."""
        first = self.one(system, code)
        if others is None:
            return [first] if first is not None else []
        found = [first, *(self.one(each.get("system"), each.get("code")) for each in json.loads(others))]
        return list(dict.fromkeys(one for one in found if one is not None))

    def of_concept(self, concept: object) -> list[Coded]:
        """The same of a CodeableConcept; where it only names a list of codes, that list."""
        found = [self.one(text(each.get("system")), text(each.get("code"))) for each in codings(concept)]
        return list(dict.fromkeys([*(one for one in found if one is not None), *not_done_list(concept)]))


def not_done_list(concept: object) -> Iterator[Coded]:
    """The list of codes that none of was done."""
    for extension in objs(obj(concept).get("extension")):
        if extension.get("url") in _NOT_DONE:
            url = text(extension.get("valueCanonical")) or text(extension.get("valueUri"))
            if url:
                yield VALUE_SET, url.partition("|")[0]


def first_coded(concept: object) -> list[Coded | None]:
    """Every code of a value, asked for or not; [None] when it has none."""
    found = [canonical(text(each.get("system")), text(each.get("code"))) for each in codings(concept)]
    return list(dict.fromkeys(one for one in found if one is not None)) or [None]


def bars(codes: Iterable[str | None]) -> str | None:
    """Words as a column keeps several of them: "|survey|exam|"."""
    found = list(dict.fromkeys(one for one in codes if one))
    return f"|{'|'.join(found)}|" if found else None


def profiles(content: Json) -> set[str]:
    """The last parts of the profiles a resource says it follows."""
    told: Any = obj(content.get("meta")).get("profile")
    return {each.rpartition("/")[2] for each in told if isinstance(each, str)} if isinstance(told, list) else set()
