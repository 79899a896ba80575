"""What is known of a sample patient's health: conditions, medicines, results that follow them, visits, vaccines."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.clinic import Clinic
from icm_desktop.sample.person import Person
from icm_desktop.sample.rows import Rows

ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"
LOINC = "http://loinc.org"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
CVX = "http://hl7.org/fhir/sid/cvx"
_YEARS = 2  # how far back results go
_VACCINES = (("150", "Influenza vaccine"), ("208", "COVID-19 vaccine"), ("215", "Pneumococcal vaccine"))


@dataclass(frozen=True, slots=True)
class Writer:
    """Adds facts of one patient with everything a fact has in common filled in."""

    rows: Rows
    rng: Random
    clinic: Clinic
    person: Person

    def fact(self, table: str, when: dt.date, **values: Any) -> int:
        """Add a fact recorded on `when` by one of our clinicians."""
        author = self.rng.choice(self.clinic.clinicians).name
        return self.rows.add(table, patient_id=self.person.id, recorded_when=when.isoformat(), author=author, **values)

    def ago(self, least: int, most: int) -> dt.date:
        """A day between `least` and `most` days before today."""
        return self.clinic.today - dt.timedelta(days=self.rng.randint(least, most))


def add_record(writer: Writer) -> list[dict[str, Any]]:
    """Add the clinical record; the conditions the patient has, as in the sample content."""
    have = [each for each in sample("illness")["condition"] if writer.rng.random() < _share(each, writer.person.age)]
    for condition in have:
        _add_condition(writer, condition)
    for measured in [*sample("illness")["vital"], *(result for each in have for result in each.get("result", []))]:
        _add_results(writer, measured)
    _add_pressures(writer, high=any(each["id"] == "hypertension" for each in have))
    _add_allergies(writer)
    _add_visits(writer, len(have))
    for code, text in _VACCINES:
        if writer.rng.random() < 0.7:
            when = writer.ago(20, 500)
            coded = {"code_system": CVX, "code": code, "text": text}
            writer.fact("immunization", when, status="completed", occurred_when=when.isoformat(), **coded)
    return have


def _share(condition: dict[str, Any], age: int) -> float:
    fitting = [share for least, share in condition["share"].items() if age >= int(least)]
    return fitting[-1] if fitting else 0.0


def _add_condition(writer: Writer, condition: dict[str, Any]) -> None:
    since = writer.ago(200, 4000)
    coded = {"code_system": ICD10, "code": condition["code"], "text": condition["text"]}
    known = {"status": "active", "verification": "confirmed", "category": "problem-list-item"}
    writer.fact("condition", since, onset_when=since.isoformat(), **coded, **known)
    for medicine in condition.get("medicine", []):
        if writer.rng.random() < medicine.get("chance", 1.0):
            _add_medicine(writer, medicine, since)


def _add_medicine(writer: Writer, medicine: dict[str, Any], since: dt.date) -> None:
    times = {name: medicine.get(name) for name in ("morning", "noon", "evening", "bedtime")}
    writer.fact(
        "medication_entry",
        since,
        kind="entry",
        status="active",
        intent="order",
        code_system=RXNORM,
        code=medicine["code"],
        text=medicine["text"],
        dosage=medicine["dosage"],
        as_needed=medicine.get("as_needed", False),
        reason=medicine["reason"],
        patient_reported=False,
        starts_when=since.isoformat(),
        **times,
    )


def _add_results(writer: Writer, measured: dict[str, Any]) -> None:
    low, high = measured["low"], measured["high"]
    level = writer.rng.uniform(low, high)
    day = writer.clinic.today - dt.timedelta(days=_YEARS * 365 - writer.rng.randint(0, 60))
    while day <= writer.clinic.today:
        level = min(high, max(low, level + writer.rng.gauss(0, (high - low) / 9)))
        _add_value(writer, measured, day, round(level, measured["decimals"]))
        day += dt.timedelta(days=int(measured["every"] * writer.rng.uniform(0.7, 1.4)))


def _add_value(writer: Writer, measured: dict[str, Any], day: dt.date, value: float) -> int:
    return writer.fact(
        "observation",
        day,
        status="final",
        category=measured.get("category", "laboratory"),
        code_system=LOINC,
        code=measured["code"],
        text=measured["text"],
        effective_when=day.isoformat(),
        value_number=value,
        value_unit=measured["unit"],
    )


def _add_pressures(writer: Writer, *, high: bool) -> None:
    middle = writer.rng.uniform(124, 152) if high else writer.rng.uniform(104, 128)
    day = writer.clinic.today - dt.timedelta(days=_YEARS * 365)
    while day <= writer.clinic.today:
        panel = writer.fact(
            "observation",
            day,
            status="final",
            category="vital-signs",
            code_system=LOINC,
            code="85354-9",
            text="Blood pressure",
            effective_when=day.isoformat(),
        )
        systolic = round(middle + writer.rng.gauss(0, 7))
        for code, text, value in (
            ("8480-6", "Systolic blood pressure", systolic),
            ("8462-4", "Diastolic blood pressure", round(systolic * 0.6)),
        ):
            part: dict[str, Any] = {"code_system": LOINC, "code": code, "text": text, "value_unit": "mm[Hg]"}
            writer.rows.add_part(
                "observation_component",
                observation_id=panel,
                patient_id=writer.person.id,
                value_number=float(value),
                **part,
            )
        day += dt.timedelta(days=writer.rng.randint(40, 100))


def _add_allergies(writer: Writer) -> None:
    for allergy in sample("illness")["allergy"]:
        if writer.rng.random() < 0.15:
            coded = {"code_system": RXNORM, "code": allergy["code"], "text": allergy["text"], "kind": allergy["kind"]}
            known = {"status": "active", "verification": "confirmed", "category": "medication"}
            writer.fact("allergy_intolerance", writer.ago(300, 5000), reaction=allergy["reaction"], **coded, **known)


def _add_visits(writer: Writer, burden: int) -> None:
    for _ in range(6 + burden):
        day = writer.ago(10, _YEARS * 365)
        _add_encounter(writer, day, "AMB", "Office visit", 0)
    for _ in range(writer.rng.choice((0, 0, 0, 1, 1, 2)) if burden > 2 else 0):
        _add_encounter(writer, writer.ago(15, 600), "EMER", "Emergency department visit", 0)
    if burden > 3 and writer.rng.random() < 0.3:
        _add_encounter(writer, writer.ago(2, 300), "IMP", "Hospital stay", writer.rng.randint(2, 7))


def _add_encounter(writer: Writer, day: dt.date, kind: str, text: str, nights: int) -> None:
    last = min(day + dt.timedelta(days=nights), writer.clinic.today)
    writer.fact(
        "encounter",
        day,
        status="finished",
        class_code=kind,
        text=text,
        starts_when=day.isoformat(),
        ends_when=last.isoformat(),
        discharge="Home" if kind == "IMP" else None,
    )
