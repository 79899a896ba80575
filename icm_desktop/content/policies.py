"""The practice's policies: holidays, limits of referrals, calls, and results that need somebody the same day."""

from __future__ import annotations

import copy
import datetime as dt
import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from icm_desktop import paths
from icm_desktop.domain.attempts import AttemptRule
from icm_desktop.domain.business_days import BusinessCalendar, Holiday
from icm_desktop.domain.deadlines import Within
from icm_desktop.domain.referral_limits import Escalation, ReferralLimit, UrgencyLimit

UNCONFIRMED = "M"  # from memory of common practice: marked wherever it shows
CHANGEABLE = (
    "contact",
    "scheduling",
    "referral_limits",
    "referral_services",
    "referral_escalation",
)  # policies with values a practice may put in place of shipped ones
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
class Travel:
    """Minutes a patient needs to or from a visit `elsewhere`, and between two sites of the practice."""

    elsewhere: int
    other_site: int


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


@dataclass(frozen=True, slots=True, eq=False)  # one object for one set of values, told apart by identity
class Policies:
    """What the practice goes by: its business days, the holidays of the shipped list alone, limits and calls.

    Cancelled and missed visits without a new date are listed for `unscheduled_days`; after `quiet_days` without contact
    a patient has gone quiet; who is on the wait list for `wait_list_days` is asked again. `shipped_calendar` is for
    rules of payers that count every day but weekends and public holidays, whatever days the practice keeps.
    """

    calendar: BusinessCalendar
    shipped_calendar: BusinessCalendar
    referral_limits: tuple[ReferralLimit, ...]
    referral_escalation: tuple[Escalation, ...]
    missed_visit: MissedVisit
    after_discharge: AfterDischarge
    travel: Travel
    attempts: AttemptRule
    unscheduled_days: int
    quiet_days: int
    wait_list_days: int
    names_in_files: int  # of patients in calendar files: 0 none, 1 initials, 2 full


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of a policy that a practice may change: a count of `unit`, `least` to `most`.

    Units are "days", "business_days", "minutes", "times" and "level".

    `name` is "policy.part.key"; `why` says where the bounds come from.
    """

    name: str
    shipped: int
    unit: str
    least: int
    most: int
    source: str
    mark: str
    why: str


@cache
def shipped() -> Policies:
    """The policies as shipped."""
    return of_practice(frozenset())


@lru_cache(maxsize=8)
def of_practice(
    changed: frozenset[tuple[str, int]],
    closed: frozenset[dt.date] = frozenset(),
    open_anyway: frozenset[dt.date] = frozenset(),
) -> Policies:
    """The policies of a practice.

    Args:
        changed: Names and values the practice put in place of shipped ones; names that are not shipped are ignored.
        closed: Days the practice closes.
        open_anyway: Holidays of the shipped list on which it works.
    """
    own = {name: copy.deepcopy(_read(name)) for name in CHANGEABLE}
    for name, value in changed:
        if name in settings():
            policy, part, key = name.split(".")
            _put(_parts(own[policy])[part], key, value)
    contact = own["contact"]
    holidays = tuple(Holiday(**each) for each in _read("holidays")["holiday"])
    return Policies(
        calendar=BusinessCalendar(holidays, closed, open_anyway),
        shipped_calendar=BusinessCalendar(holidays),
        referral_limits=_limits(own),
        referral_escalation=tuple(_escalation(each) for each in own["referral_escalation"]["step"]),
        missed_visit=_missed_visit(contact["missed_visit"]),
        after_discharge=_after_discharge(contact),
        names_in_files=own["scheduling"]["calendar_file"]["names"]["level"],
        travel=Travel(*(own["scheduling"]["travel"][name]["minutes"] for name in ("elsewhere", "other_site"))),
        attempts=AttemptRule(Within(**contact["attempts"]["rest"]), contact["attempts"]["most"]["times"]),
        unscheduled_days=contact["unscheduled"]["look_back_days"],
        quiet_days=contact["gone_quiet"]["after_days"],
        wait_list_days=contact["wait_list"]["ask_again_days"],
    )


def about(name: str) -> dict[str, Any]:
    """What a policy says of itself: title, source, year, version, mark."""
    return {key: value for key, value in _read(name).items() if not isinstance(value, dict | list)}


@cache
def settings() -> dict[str, Setting]:
    """Every value a practice may change, by name, in the order of the files."""
    found = {}
    documents = {policy: _read(policy) for policy in CHANGEABLE}
    parts = ((policy, *part) for policy, document in documents.items() for part in _parts(document).items())
    for policy, part, values in parts:
        told = documents[policy] | values  # a part without a source of its own has that of the whole
        for key, bounds in values.get("bounds", {}).items():
            value = values[key]
            unit, count = next(iter(value.items())) if isinstance(value, dict) else ("days", value)
            name = f"{policy}.{part}.{key}"
            found[name] = Setting(
                name, count, unit, bounds["least"], bounds["most"], told["source"], told["mark"], bounds["why"]
            )
    return found


def _parts(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The parts of a policy by name; limits of referrals and steps of escalation are lists of parts with names."""
    tables = {name: values for name, values in document.items() if isinstance(values, dict)}
    named = {each["name"]: each for each in (*document.get("limit", ()), *document.get("step", ()))}
    of_services = {
        f"{service['id']}-{each['name']}": each for service in document.get("service", ()) for each in service["limit"]
    }
    return tables | named | of_services


def _put(part: dict[str, Any], key: str, value: int) -> None:
    part[key] = dict.fromkeys(part[key], value) if isinstance(part[key], dict) else value


def _missed_visit(found: dict[str, Any]) -> MissedVisit:
    first_call, second_call, letter = (Within(**found[name]) for name in ("first_call", "second_call", "letter"))
    return MissedVisit(first_call, second_call, letter, found["look_back_days"])


def _after_discharge(document: dict[str, Any]) -> AfterDischarge:
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


def _limits(own: dict[str, dict[str, Any]]) -> tuple[ReferralLimit, ...]:
    """The general limits, then those of kinds of service, which count the same states from the same day."""
    general = {each["name"]: _limit(each) for each in own["referral_limits"]["limit"]}
    of_services = [
        replace(general[each["name"]], routine=routine, urgent=urgent, service=service["id"])
        for service in own["referral_services"]["service"]
        for each in service["limit"]
        for routine, urgent in [_by_urgency(each)]
    ]
    return (*general.values(), *of_services)


def _limit(found: dict[str, Any]) -> ReferralLimit:
    states, since_order = tuple(found["states"]), found["since"] == "ordered"
    at_once = found.get("at_once", False)
    return ReferralLimit(found["name"], states, since_order, *_by_urgency(found), at_once=at_once)


def _by_urgency(found: dict[str, Any]) -> tuple[UrgencyLimit, UrgencyLimit]:
    most = found.get("at_most_days", {})
    routine, urgent = (UrgencyLimit(Within(**found[name]), most.get(name)) for name in ("routine", "urgent"))
    return routine, urgent


def _escalation(found: dict[str, Any]) -> Escalation:
    routine, urgent = (Within(**found[name]) for name in ("routine", "urgent"))
    return Escalation(found["name"], routine, urgent, found["attempts"]["times"])


@cache
def _read(name: str) -> dict[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
