"""The practice's policies: holidays, limits of referrals, calls, and results that need somebody the same day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from icm_desktop import paths
from icm_desktop.domain.business_days import BusinessCalendar, Holiday
from icm_desktop.domain.deadlines import Within
from icm_desktop.domain.referral_limits import ReferralLimit, UrgencyLimit

UNCONFIRMED = "M"  # from memory of common practice: marked wherever it shows
FOLDER = paths.RESOURCES / "content" / "policies"


@dataclass(frozen=True, slots=True)
class MissedVisit:
    """What follows a visit the patient missed, counted from its day."""

    first_call: Within
    second_call: Within
    letter: Within
    look_back_days: int


@dataclass(frozen=True, slots=True)
class AfterDischarge:
    """What follows a stay (HL7 v3 ActCode classes); after a disposition with a word of `not_home` nothing."""

    contact: Within
    visit: Within
    stays: tuple[str, ...]
    not_home: tuple[str, ...]
    look_back_days: int


@dataclass(frozen=True, slots=True)
class CriticalAnswer:
    """A questionnaire item (LOINC `code`) whose answer scores `at_least` or more; `scores` by LOINC answer code."""

    id: str
    title: str
    source: str
    confirmed: bool
    code: str
    scores: tuple[tuple[str, float], ...]
    at_least: float
    look_back_days: int


@dataclass(frozen=True, slots=True)
class CriticalResult:
    """A laboratory value (LOINC `codes`, one of `units`, lower case) of `at_least` or more."""

    id: str
    title: str
    source: str
    confirmed: bool
    codes: tuple[str, ...]
    units: frozenset[str]
    at_least: float
    look_back_days: int


@cache
def calendar() -> BusinessCalendar:
    """The business days of the practice."""
    return BusinessCalendar(tuple(Holiday(**each) for each in _read("holidays")["holiday"]))


@cache
def referral_limits() -> tuple[ReferralLimit, ...]:
    """How long a referral may stay in each state."""
    return tuple(_limit(each) for each in _read("referral_limits")["limit"])


@cache
def missed_visit() -> MissedVisit:
    """Calls after a missed visit."""
    found = _read("contact")["missed_visit"]
    first_call, second_call, letter = (Within(**found[name]) for name in ("first_call", "second_call", "letter"))
    return MissedVisit(first_call, second_call, letter, found["look_back_days"])


@cache
def after_discharge() -> AfterDischarge:
    """Contact and visit after a stay."""
    document = _read("contact")
    found = document["after_discharge"]
    return AfterDischarge(
        contact=Within(**found["contact"]),
        visit=Within(**document["visit_after_discharge"]["visit"]),
        stays=tuple(found["stays"]),
        not_home=tuple(found["not_home"]),
        look_back_days=found["look_back_days"],
    )


@cache
def critical_answers() -> tuple[CriticalAnswer, ...]:
    """Answers that go to the top of Today."""
    return tuple(
        CriticalAnswer(
            id=each["id"],
            title=each["title"],
            source=each["source"],
            confirmed=each["mark"] != UNCONFIRMED,
            code=each["code"],
            scores=tuple(each["scores"].items()),
            at_least=each["at_least"],
            look_back_days=each["look_back_days"],
        )
        for each in _read("critical_results")["answer"]
    )


@cache
def critical_results() -> tuple[CriticalResult, ...]:
    """Laboratory values that go to the top of Today."""
    return tuple(
        CriticalResult(
            id=each["id"],
            title=each["title"],
            source=each["source"],
            confirmed=each["mark"] != UNCONFIRMED,
            codes=tuple(each["codes"]),
            units=frozenset(unit.lower() for unit in each["units"]),
            at_least=each["at_least"],
            look_back_days=each["look_back_days"],
        )
        for each in _read("critical_results")["result"]
    )


def _limit(found: dict[str, Any]) -> ReferralLimit:
    most = found.get("at_most_days", {})
    routine, urgent = (UrgencyLimit(Within(**found[name]), most.get(name)) for name in ("routine", "urgent"))
    return ReferralLimit(found["name"], tuple(found["states"]), found["since"] == "ordered", routine, urgent)


@cache
def _read(name: str) -> dict[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
