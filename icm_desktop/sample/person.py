"""Who a sample patient is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.rows import Rows

_AGES = ((18, 39, 14), (40, 54, 20), (55, 69, 34), (70, 84, 26), (85, 96, 6))  # from, to, share in percent
_SPANISH = 0.27


@dataclass(frozen=True, slots=True)
class Person:
    """What the record and the care need to know of the patient."""

    id: int
    number: int
    age: int
    sex: str
    spanish: bool


def add_person(rows: Rows, rng: Random, number: int, today: dt.date, coordinator_id: int | None) -> Person:
    """Add the patient with name, phones, address and a contact."""
    people = sample("people")
    spanish = rng.random() < _SPANISH
    names, sex = people["es" if spanish else "en"], rng.choice(("female", "male"))
    family = rng.choice(names["family"]) + (f" {rng.choice(names['family'])}" if spanish else "")
    given, born = rng.choice(names[sex]), _born(rng, today)
    phone = _phone(rng)
    patient_id = rows.add(
        "patient",
        record_number=f"{number:06d}",
        family=family,
        given=given,
        prefix=None,
        suffix=None,
        preferred_name=None,
        birth_date=born.isoformat(),
        sex=sex,
        language="es" if spanish else "en",
        interpreter_needed="yes" if spanish and rng.random() < 0.6 else None,
        deceased=False,
        phone=phone,
        best_time=rng.choice(people["best_times"]),
        large_print=rng.random() < 0.12,
        coordinator_id=coordinator_id,
    )
    _reach(rows, rng, patient_id, family, given, phone)
    return Person(patient_id, number, _years(born, today), sex, spanish)


def _reach(rows: Rows, rng: Random, patient_id: int, family: str, given: str, phone: str) -> None:
    people = sample("people")
    rows.add("patient_name", patient_id=patient_id, use="official", family=family, given=given)
    rows.add("patient_telecom", patient_id=patient_id, system="phone", value=phone, use="mobile", digits=_digits(phone))
    town, postal_code = rng.choice(people["towns"])
    line = f"{rng.randint(1, 220)} {rng.choice(people['streets'])}"
    place: dict[str, Any] = {"city": town, "state": "NC", "postal_code": postal_code, "country": "US"}
    rows.add("patient_address", patient_id=patient_id, use="home", line=line, **place)
    if rng.random() < 0.6:
        relation, other = rng.choice(people["relations"]), rng.choice(people["en"]["female"])
        contact: dict[str, Any] = {"name": f"{other} {family}", "relationship_text": relation, "phone": _phone(rng)}
        rows.add("patient_contact", patient_id=patient_id, **contact)


def _born(rng: Random, today: dt.date) -> dt.date:
    first, last, _ = rng.choices(_AGES, weights=[share for *_, share in _AGES])[0]
    return today - dt.timedelta(days=rng.randint(first * 366, last * 366))


def _years(born: dt.date, today: dt.date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _phone(rng: Random) -> str:
    return f"({rng.choice((919, 984, 336))}) 555-01{rng.randint(0, 99):02d}"


def _digits(phone: str) -> str:
    return "".join(letter for letter in phone if letter.isdigit())
