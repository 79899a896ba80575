"""What care of a sample patient cost: an explanation of benefit for every visit, stay and month of medicines."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icm_desktop.sample.case import Case

_BACK = 730
_VISIT, _EMERGENCY, _DAY_IN_HOSPITAL, _MEDICINE = 118, 940, 3150, 34
_OFFICE = ("professional", "99214", "Office visit", "Larkspur Family Practice")
_ROOM = ("institutional", "99284", "Emergency visit", "Lakeside Regional Hospital")
_WARD = ("institutional", "0120", "Room and care", "Lakeside Regional Hospital")
_PHARMACY = ("pharmacy", "", "Medicines of the month", "Oak Street Pharmacy")
_EVERY = 3  # of patients without papers: payers send claims of some


def add_claims(case: Case) -> None:
    """Add claims of the last two years for those whose payer sends them."""
    payer = case.numbers.get("payer")
    if payer is None or case.slight or not (case.rich or case.who.number % _EVERY == 0):
        return
    first = case.end - dt.timedelta(days=_BACK)
    for visit in case.visits:
        if visit.day > first:
            _claim(case, payer, (visit.day, visit.day), _OFFICE, _VISIT)
    for stay in case.numbers["stays"]:
        if stay.ended > first:
            nights = (stay.ended - stay.admitted).days
            emergency = stay.kind == "EMER"
            amount = _EMERGENCY if emergency else _DAY_IN_HOSPITAL * max(1, min(nights, 20))
            _claim(case, payer, (stay.admitted, stay.ended), _ROOM if emergency else _WARD, amount)
    taking = [each for each in case.taken if each.stop is None and not each.content.get("reported")]
    if taking and case.rich:
        for back in range(12):
            day = (case.end.replace(day=5) - dt.timedelta(days=30 * back + 3)).replace(day=5)
            cost = _MEDICINE * sum(each.start <= day for each in taking)
            if cost and case.since < day < case.end:
                _claim(case, payer, (day, day), _PHARMACY, cost)


def _claim(case: Case, payer: str, days: tuple[dt.date, dt.date], what: tuple[str, ...], amount: float) -> None:
    """Add one; `what`: category, procedure code, words, who was paid."""
    category, code, words, provider = what
    first, last = days
    allowed = round(amount * (0.85 + case.rng.random() * 0.4), 2)
    patient = round(min(allowed * 0.2, 250), 2)
    line: dict[str, Any] = {"sequence": 1, "code": code or None, "text": words, "serviced": first.isoformat()}
    line |= {"submitted": round(allowed * 1.7, 2), "allowed": allowed, "paid": round(allowed - patient, 2)}
    line["patient"] = patient
    case.rows.add(
        "claim",
        patient_id=case.id,
        recorded_when=min(case.end, last + dt.timedelta(days=20)).isoformat(),
        author=None,
        organization=payer,
        kind="ExplanationOfBenefit",
        status="active",
        use="claim",
        category=category,
        outcome="complete",
        text=words,
        starts_when=first.isoformat(),
        ends_when=last.isoformat(),
        insurer=payer,
        provider=provider,
        currency="USD",
        submitted=line["submitted"],
        allowed=allowed,
        paid=line["paid"],
        patient_paid=patient,
        items=[line],
    )
