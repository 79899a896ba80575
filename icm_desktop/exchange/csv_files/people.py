"""A list of patients with a mapping to Patient resources, line by line; a line that cannot be one is refused."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping

from icm_desktop.domain import csv_dates
from icm_desktop.domain.csv_mapping import CsvMapping
from icm_desktop.domain.names import folded, split
from icm_desktop.exchange.fhir.values import Json

_SEXES = {
    "female": "f female woman mujer femenino femenina fem hembra w",
    "male": "m male man hombre masculino masculina masc varon h",
    "other": "o other x otro otra nonbinary",
    "unknown": "u unknown unk desconocido",
}
_SEX = {word: sex for sex, words in _SEXES.items() for word in words.split()}
OLDEST = 1850


class Refused(Exception):
    """A line that cannot become anything, with the reason in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def source_of(mapping: CsvMapping) -> str:
    """Whose numbers the list has."""
    return f"csv:{folded(mapping.source) or 'list'}"


def system_of(mapping: CsvMapping) -> str:
    """The system of those numbers."""
    return f"urn:icm-csv:{folded(mapping.source) or 'list'}"


def patient(cells: Mapping[str, str], mapping: CsvMapping, today: dt.date) -> Iterator[Json]:
    """The Patient of a line, and the insurance it names.

    Raises:
        Refused: no name, or a birth date that is none.
    """
    family, given = name_of(cells)
    born = birth_date(cells, mapping, today)
    number = cells.get("number", "")
    resource_id = _id(number) if number else key_of(family, given, born)
    sex = cells.get("sex", "")
    made: Json = {
        "resourceType": "Patient",
        "id": resource_id,
        "identifier": [{"system": system_of(mapping), "value": number}] if number else [],
        "name": _names(family, given, cells.get("preferred_name", "")),
        "gender": _SEX.get(folded(sex), "unknown") if sex else None,
        "birthDate": born.isoformat() if born else None,
        "telecom": list(_telecoms(cells)),
        "address": _address(cells),
        "communication": _languages(cells.get("language", "")),
        "contact": _contact(cells),
    }
    yield {name: value for name, value in made.items() if value not in (None, [], {})}
    if cells.get("payer"):
        yield {
            "resourceType": "Coverage",
            "id": resource_id,
            "beneficiary": {"reference": f"Patient/{resource_id}"},
            "status": "active",
            "payor": [{"display": cells["payer"]}],
            **({"subscriberId": cells["member_id"]} if cells.get("member_id") else {}),
        }


def name_of(cells: Mapping[str, str]) -> tuple[str, str]:
    """Family and given name of a line.

    Raises:
        Refused: there is no name.
    """
    family, given = cells.get("family", ""), cells.get("given", "")
    if not family and cells.get("name"):
        whole = cells["name"]
        family, found = split(whole)
        given = given or (found or "")
    if not family:
        raise Refused("it has no family name")
    return family, given


def birth_date(cells: Mapping[str, str], mapping: CsvMapping, today: dt.date) -> dt.date | None:
    """The birth date of a line, if it has one.

    Raises:
        Refused: it is no date, or cannot be one of a living person.
    """
    told = cells.get("birth_date", "")
    if not told:
        return None
    try:
        found = csv_dates.day(told.partition("T")[0].partition(" 00:00")[0], mapping.dates)
    except csv_dates.NotADate as problem:
        raise Refused(f"birth date: {problem.reason}") from None
    if found > today or found.year < OLDEST:
        raise Refused(f"birth date: “{told[:20]}” cannot be one")
    return found


def key_of(family: str, given: str, born: dt.date | None) -> str:
    """The id of somebody who has no number: the same as long as name and birth date are."""
    plain = "|".join((folded(family), folded(given), born.isoformat() if born else ""))
    return hashlib.blake2b(plain.encode(), digest_size=12).hexdigest()


def _id(number: str) -> str:
    plain = number.replace("/", "-").replace("#", "-").replace("?", "-")
    return plain if len(plain) <= 64 else hashlib.blake2b(number.encode(), digest_size=16).hexdigest()


def _names(family: str, given: str, preferred: str) -> list[Json]:
    made: list[Json] = [{"use": "official", "family": family} | ({"given": given.split()} if given else {})]
    return made + ([{"use": "nickname", "given": [preferred]}] if preferred else [])


def _telecoms(cells: Mapping[str, str]) -> Iterator[Json]:
    for name, system, use in (("phone", "phone", "home"), ("mobile", "phone", "mobile"), ("email", "email", None)):
        if cells.get(name):
            yield {"system": system, "value": cells[name]} | ({"use": use} if use else {})


def _address(cells: Mapping[str, str]) -> list[Json]:
    names = (("address", "line"), ("city", "city"), ("state", "state"), ("postal_code", "postalCode"))
    told: Json = {fhir: cells[name] for name, fhir in names if cells.get(name)}
    if "line" in told:
        told["line"] = [told["line"]]
    return [told] if told else []


def _languages(told: str) -> list[Json]:
    words = {"english": "en", "ingles": "en", "spanish": "es", "espanol": "es", "chinese": "zh", "vietnamese": "vi"}
    code = words.get(folded(told), told if 2 <= len(told.partition("-")[0]) <= 3 else "")
    return [{"language": {"coding": [{"code": code}]}, "preferred": True}] if code else []


def _contact(cells: Mapping[str, str]) -> list[Json]:
    if not cells.get("contact_name") and not cells.get("contact_phone"):
        return []
    made: Json = {}
    if cells.get("contact_name"):
        made["name"] = {"text": cells["contact_name"]}
    if cells.get("contact_relation"):
        made["relationship"] = [{"text": cells["contact_relation"]}]
    if cells.get("contact_phone"):
        made["telecom"] = [{"system": "phone", "value": cells["contact_phone"]}]
    return [made]
