"""Invented patients as FHIR resources, for worked examples."""

from __future__ import annotations

from itertools import count
from typing import Any

ICD, LOINC, SNOMED = "http://hl7.org/fhir/sid/icd-10-cm", "http://loinc.org", "http://snomed.info/sct"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
_NUMBERS = count(1)


class Person:
    """One patient; each method adds a fact and gives the person back."""

    def __init__(self, name: str, born: str = "1960-05-05", sex: str = "female") -> None:
        self.id = name
        self.resources: list[dict[str, Any]] = [
            {"resourceType": "Patient", "id": name, "name": [{"family": name, "given": ["T"]}], "birthDate": born,
             "gender": sex}
        ]  # fmt: skip

    def add(self, kind: str, **fields: Any) -> Person:
        """Any resource about the person."""
        about = "patient" if kind == "AllergyIntolerance" else "for" if kind == "Task" else "subject"
        one = {"resourceType": kind, "id": f"r{next(_NUMBERS)}", about: {"reference": f"Patient/{self.id}"}, **fields}
        self.resources.append(one)
        return self

    def visit(self, start: str, end: str | None = None, class_: str = "AMB", **more: Any) -> Person:
        """An encounter of a class, without a code."""
        code = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": class_}
        period = {"start": start, "end": end or start}
        return self.add("Encounter", status="finished", **{"class": code}, period=period, **more)

    def problem(self, code: str, onset: str, system: str = ICD, status: str = "active", **more: Any) -> Person:
        """A confirmed condition."""
        return self.add(
            "Condition",
            code=coded(system, code), onsetDateTime=onset, clinicalStatus=coded(_CLINICAL, status),
            verificationStatus=coded(_VERIFIED, "confirmed"), **more,
        )  # fmt: skip

    def result(self, code: str, when: str, value: float | None = None, unit: str = "%", **more: Any) -> Person:
        """A final observation."""
        amount = {} if value is None else {"valueQuantity": {"value": value, "unit": unit, "code": unit}}
        return self.add(
            "Observation", status="final", code=coded(LOINC, code), effectiveDateTime=when, **amount, **more
        )

    def pressure(self, when: str, systolic: int, diastolic: int, **more: Any) -> Person:
        """A blood pressure panel."""
        parts = [
            {"code": coded(LOINC, code), "valueQuantity": {"value": value, "unit": "mm[Hg]", "code": "mm[Hg]"}}
            for code, value in (("8480-6", systolic), ("8462-4", diastolic))
        ]
        return self.result("85354-9", when, component=parts, **more)

    def screened(self, when: str, positive: bool) -> Person:
        """A screening for depression with its finding."""
        finding = "428181000124104" if positive else "428171000124102"
        return self.result("73832-8", when, valueCodeableConcept=coded(SNOMED, finding))


_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_VERIFIED = "http://terminology.hl7.org/CodeSystem/condition-ver-status"


def coded(system: str, code: str) -> dict[str, Any]:
    """A CodeableConcept."""
    return {"coding": [{"system": system, "code": code}]}
