"""What the columns of somebody else's list of patients, visits or costs mean."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from icm_desktop.domain.names import folded

PATIENTS, VISITS, COSTS = "patients", "visits", "costs"
KINDS = (PATIENTS, VISITS, COSTS)
# Every field a list can have, in the order of the screen.
FIELDS: dict[str, tuple[str, ...]] = {
    PATIENTS: (
        *("number", "family", "given", "name", "preferred_name", "birth_date", "sex", "phone", "mobile", "email"),
        *("address", "city", "state", "postal_code", "language", "payer", "member_id"),
        *("contact_name", "contact_relation", "contact_phone"),
    ),
    VISITS: (
        *("visit_number", "record_number", "number", "family", "given", "name", "birth_date"),
        *("date", "time", "minutes", "ends", "with", "where", "phone", "reason", "status"),
    ),
    COSTS: (
        *("claim_number", "record_number", "number", "family", "given", "name", "birth_date", "date"),
        *("allowed", "paid", "submitted", "payer", "with", "what", "status"),
    ),
}
DATES: dict[str, tuple[str, ...]] = {
    PATIENTS: ("birth_date",),
    VISITS: ("date", "birth_date"),
    COSTS: ("date", "birth_date"),
}


@dataclass(frozen=True, slots=True)
class CsvMapping:
    """How one list is read. `columns`: field and the place of its column; `dates`: ymd, mdy or dmy, or empty where
    every date tells its order itself; `source`: who made the list, so that its numbers are not taken for another's."""

    headers: tuple[str, ...]
    kind: str
    columns: tuple[tuple[str, int], ...]
    dates: str = ""
    source: str = ""

    @property
    def key(self) -> str:
        """What a mapping is remembered by."""
        return key_of(self.headers)


def key_of(headers: Iterable[str]) -> str:
    """The same for lists with the same columns in the same order."""
    return hashlib.blake2b("\x1f".join(map(folded, headers)).encode(), digest_size=12).hexdigest()


def lacking(kind: str, fields: Iterable[str]) -> str:
    """What a mapping needs and has not: "name", "patient", "date", "with", "allowed"; empty when it can be used."""
    has = set(fields)
    named = bool(has & {"family", "name"})
    if kind == PATIENTS:
        return "" if named else "name"
    if not (has & {"record_number", "number"}) and not (named and "birth_date" in has):
        return "patient"
    if "date" not in has:
        return "date"
    return "allowed" if kind == COSTS and "allowed" not in has else ""


def guessed(headers: Sequence[str], names: Mapping[str, Mapping[str, str]]) -> tuple[str, dict[str, dict[str, int]]]:
    """What a list is of, and for each kind where its columns are, by what they are called.

    Args:
        headers: The names of the columns.
        names: For each kind of list the folded names of columns with the field they mean.
    """
    found = {kind: _columns(headers, names[kind], kind) for kind in KINDS}
    visits = {"date", "time", "with", "status"} & found[VISITS].keys()
    costs = {"allowed", "claim_number", "paid"} & found[COSTS].keys()
    kind = VISITS if "date" in visits and len(visits) > 1 else PATIENTS
    if "allowed" in costs and "date" in found[COSTS]:
        kind = COSTS
    return kind, found


def _columns(headers: Sequence[str], names: Mapping[str, str], kind: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, header in enumerate(headers):
        field = names.get(plain(header))
        if field is not None:
            found.setdefault(field, place)
    if "family" in found and "given" in found:
        found.pop("name", None)
    return {field: found[field] for field in FIELDS[kind] if field in found}


def plain(header: str) -> str:
    """A column name as it is compared: without capitals, accents, underscores and dots."""
    return folded(header.replace("_", " ").replace(".", " ").replace("-", " "))
