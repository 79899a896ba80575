"""A town of generated people for benchmarks, inserted in bulk; its size is ICM_BENCH_PATIENTS."""

from __future__ import annotations

import datetime as dt
import os
import random

from db.bulk import insert_bulk
from tests.support import make_practice

PATIENTS = int(os.environ.get("ICM_BENCH_PATIENTS", "100000"))
TODAY = dt.date(2026, 11, 20)
_AT_ONCE = 2000
_SYLLABLES = [first + last for first in "bcdghjklmnprstvz" for last in "aeio"]


def names(count, least, most, seed):
    """Made-up names of so many syllables."""
    chance = random.Random(seed)  # noqa: S311  names of a made-up town
    return [
        "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(least, most))).capitalize()
        for _ in range(count)
    ]


FAMILIES = [*names(3000, 2, 4, 1), *(["Núñez", "O'Farrill", "Lopez", "Garcia", "Smith"] * 30)]
GIVEN = [*names(600, 2, 3, 2), *(["Maria", "José", "Ana", "John", "Mary"] * 20)]


def town(folder):
    """The practice with its people."""
    practice = make_practice(folder, today=TODAY)
    chance = random.Random(3)  # noqa: S311  a made-up town
    for start in range(0, PATIENTS, _AT_ONCE):
        rows = [_person(number, chance) for number in range(start + 1, min(start + _AT_ONCE, PATIENTS) + 1)]
        tables = ("patient", "patient_name", "patient_telecom")
        with practice.open().write("benchmark") as uow:
            insert_bulk(uow, "benchmark", None, {name: [row[name] for row in rows] for name in tables})
    return practice


def _person(number, chance):
    family, given = chance.choice(FAMILIES), chance.choice(GIVEN)
    born = dt.date(1930, 1, 1) + dt.timedelta(days=chance.randint(0, 33_000))
    digits = f"555{chance.randint(0, 9_999_999):07d}"
    patient = {"id": number, "record_number": f"{number:06d}", "family": family, "given": given, "phone": digits}
    return {
        "patient": patient | {"birth_date": born.isoformat(), "deceased": False, "large_print": False},
        "patient_name": {"patient_id": number, "family": family, "given": given, "use": "official"},
        "patient_telecom": {"patient_id": number, "system": "phone", "value": digits, "digits": digits},
    }
