"""A list of costs with a mapping to ExplanationOfBenefit resources, line by line."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping

from icm_desktop.domain import csv_dates
from icm_desktop.domain.csv_mapping import CsvMapping
from icm_desktop.domain.names import folded
from icm_desktop.exchange.csv_files.people import Refused
from icm_desktop.exchange.csv_files.visits import asked_patient
from icm_desktop.exchange.fhir.values import Json

_CODES = {"allowed": "eligible", "paid": "benefit", "submitted": "submitted"}
_SYSTEM = "http://terminology.hl7.org/CodeSystem/adjudication"
_CANCELLED = frozenset(["cancelled", "canceled", "cancelada", "anulada", "void", "voided", "reversed", "denied"])
_AMOUNT = re.compile(r"[-(]?[$€£]?[ ]?\d[\d.,]*\)?")
_CENTS = re.compile(r"^(.*?)(?:[.,](\d{1,2}))?$")
_CURRENCY = "USD"


def cost(cells: Mapping[str, str], mapping: CsvMapping, today: dt.date) -> Json:
    """The ExplanationOfBenefit of a line; its allowed amount is what counts as cost.

    Raises:
        Refused: it names no patient, no day, or no amount.
    """
    who, day = asked_patient(cells, mapping, today), _day(cells, mapping, today)
    if not cells.get("allowed"):
        raise Refused("it has no allowed amount")
    amounts = {name: _amount(cells[name]) for name in _CODES if cells.get(name)}
    number = cells.get("claim_number", "")
    plain = number or "|".join((who, day.isoformat(), str(amounts["allowed"]), folded(cells.get("with", ""))))
    made: Json = {
        "resourceType": "ExplanationOfBenefit",
        "id": hashlib.blake2b(plain.encode(), digest_size=12).hexdigest(),
        "status": "cancelled" if folded(cells.get("status", "")) in _CANCELLED else "active",
        "use": "claim",
        "patient": {"reference": who},
        "billablePeriod": {"start": day.isoformat(), "end": day.isoformat()},
        "created": day.isoformat(),
        "outcome": "complete",
        "total": [
            {"category": {"coding": [{"system": _SYSTEM, "code": _CODES[name]}]},
             "amount": {"value": amount, "currency": _CURRENCY}}
            for name, amount in amounts.items()
        ],
    }  # fmt: skip
    if cells.get("payer"):
        made["insurer"] = {"display": cells["payer"]}
    if cells.get("with"):
        made["provider"] = {"display": cells["with"]}
    if cells.get("what"):
        made["type"] = {"text": cells["what"]}
    return made


def _day(cells: Mapping[str, str], mapping: CsvMapping, today: dt.date) -> dt.date:
    told = cells.get("date", "")
    if not told:
        raise Refused("it has no day")
    try:
        found = csv_dates.day(told.strip().replace("T", " ").split(" ")[0], mapping.dates)
    except csv_dates.NotADate as problem:
        raise Refused(problem.reason) from None
    if found > today:
        raise Refused("its day lies ahead")
    return found


def _amount(told: str) -> float:
    """An amount as people write it: "1,234.50", "1.234,50", "$85", "(12.00)" for less than nothing.

    Raises:
        Refused: it is none.
    """
    if not _AMOUNT.fullmatch(told.strip()):
        raise Refused(f"“{told[:20]}” is no amount")
    found = _CENTS.match(re.sub(r"[^\d.,]", "", told))
    whole, cents = (found[1], found[2] or "0") if found else ("", "0")
    value = int(re.sub(r"\D", "", whole) or "0") + int(cents.ljust(2, "0")) / 100
    return -value if told.strip()[:1] in "-(" else round(value, 2)
