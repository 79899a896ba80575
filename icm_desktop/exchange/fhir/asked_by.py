"""Ways to ask for a patient of the practice that no other system has: used by lists that name no FHIR resource."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from icm_desktop.domain.names import folded
from icm_desktop.exchange.fhir.people import person
from icm_desktop.exchange.fhir.values import Json

_BASE = "urn:icm-desktop:"
RECORD_NUMBER = f"{_BASE}record-number"
ANY_NUMBER = f"{_BASE}any-number"
NAME_AND_BIRTH = f"{_BASE}name-and-birth-date"
_SAFE = " ,-"  # letters that stay as they are when a value is put into a reference


def name_and_birth(family: str | None, given: str | None, born: str) -> str:
    """How somebody is asked for who has no number."""
    return f"{folded(family or '')},{folded(given or '')},{born}"


def asked(system: str, value: str) -> str:
    """The reference that asks so."""
    return f"Patient?identifier={system}|{quote(value, safe=_SAFE)}"


def ways_to_ask(resource: Json) -> Iterator[tuple[str, str]]:
    """The systems and values by which a Patient of the same import is asked for."""
    who = person(resource)
    for _, value in who.identifiers:
        yield ANY_NUMBER, quote(value, safe=_SAFE)
    yield NAME_AND_BIRTH, quote(name_and_birth(who.family, who.given, who.birth_date or ""), safe=_SAFE)
