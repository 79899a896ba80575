"""Target populations as rules over facts: a closed set of questions, all of which must hold, each of one or more.

A rule says what to look for; the database looks (`icm_desktop.queries.populations`). What a person reads of a rule is
made from the same parts, so that words and question never differ.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Words = Mapping[str, str]


class Kind(StrEnum):
    """What a question is about."""

    CONDITIONS = "conditions"  # `of`: lists of conditions, `at_least` different ones
    RESULT = "result"  # `of`: one measurement; its last value, `days` back at most
    MEASURED = "measured"  # `of`: one measurement, at any value within `days`
    MEDICINES = "medicines"  # `of`: ingredients, none: any; `at_least` different ones
    EMERGENCY = "emergency"  # days with an emergency visit that did not become an admission, within `days`
    STAYS = "stays"  # stays in hospital that began within `days`
    DISCHARGED = "discharged"  # came out of hospital within `days`
    VISITS = "visits"  # visits here that took place within `days`
    CONTACT = "contact"  # reached, seen or visited within `days`
    NEXT_VISIT = "next_visit"  # a visit here is booked
    NEEDS = "needs"  # `of`: domains of social needs, none: any; `at_least` different ones
    OVERDUE_STEPS = "overdue_steps"  # `at_least` overdue steps of confirmed pathways
    IN_PATHWAY = "in_pathway"  # `of`: pathways, none: any
    SHOULD_BE_IN_PATHWAY = "should_be_in_pathway"  # has the diagnosis of a pathway in use, not in it, not turned down
    IN_PROGRAM = "in_program"  # `of`: programs, none: any
    PLAN_REVIEW = "plan_review"  # the review of the plan is due since at least `days`
    HAS_PLAN = "has_plan"  # a plan of ours is active
    LATE_REFERRALS = "late_referrals"  # `at_least` open referrals past the limit of their state
    AGE = "age"  # `compare` `value` in whole years
    SEX = "sex"  # `of`: male, female ...
    LANGUAGE = "language"  # `of`: BCP 47 codes


COMPARED = frozenset({Kind.RESULT, Kind.AGE})
COUNTED = frozenset({
    Kind.CONDITIONS, Kind.MEDICINES, Kind.EMERGENCY, Kind.STAYS, Kind.VISITS, Kind.NEEDS, Kind.OVERDUE_STEPS,
    Kind.LATE_REFERRALS,
})  # fmt: skip
WITHIN = frozenset({
    Kind.RESULT, Kind.MEASURED, Kind.EMERGENCY, Kind.STAYS, Kind.DISCHARGED, Kind.VISITS, Kind.CONTACT,
    Kind.PLAN_REVIEW,
})  # fmt: skip
LISTED = {
    Kind.CONDITIONS: "conditions", Kind.RESULT: "measurements", Kind.MEASURED: "measurements",
    Kind.MEDICINES: "ingredients", Kind.NEEDS: "domains", Kind.IN_PATHWAY: "pathways",
    Kind.SHOULD_BE_IN_PATHWAY: "pathways", Kind.IN_PROGRAM: "programs", Kind.SEX: "sexes",
    Kind.LANGUAGE: "languages",
}  # fmt: skip
COMPARISONS = (">=", ">", "<=", "<")


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. `of`: names of what it is about; `days`: how far back, None: ever.

    `at_least`: how many. `compare`, `value`: of a number. `without`: it must not hold. `unfollowed_days`: of a result:
    it is at least so many days old and nothing followed it (no such result, contact, visit or noted act).
    """

    kind: Kind
    of: tuple[str, ...] = ()
    at_least: int = 1
    compare: str = ""
    value: float | None = None
    days: int | None = None
    without: bool = False
    unfollowed_days: int | None = None

    def compares(self, number: float) -> bool:
        """Whether a number is as asked; any is when nothing is asked."""
        if not self.compare or self.value is None:
            return True
        return {
            ">=": number >= self.value, ">": number > self.value, "<=": number <= self.value, "<": number < self.value,
        }[self.compare]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Criterion:
    """At least one of these questions must hold."""

    any_of: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Population:
    """Every criterion must hold. `own_id`: of the row of one made here, None for a shipped one.

    `chosen_for_use`: its people were chosen because of high use, so what they use later falls by itself (regression to
    the mean). `program`, `pathway`: what to enrol its people in, if anything.
    """

    id: str
    title: Words
    criteria: tuple[Criterion, ...]
    about: Words = field(default_factory=dict)
    source: str = ""
    year: int | None = None
    version: str = ""
    mark: str = ""
    chosen_for_use: bool = False
    program: str = ""
    pathway: str = ""
    own_id: int | None = None

    def tests(self) -> tuple[Ask, ...]:
        """Every question, in order."""
        return tuple(test for one in self.criteria for test in one.any_of)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact that answers a question of a person. `kind`: of the question; `what`: what the records call it.

    `words`: of content, instead of `what`; `day`: of the fact; `value` in `unit`.
    """

    kind: Kind
    what: str = ""
    day: dt.date | None = None
    value: float | None = None
    unit: str = ""
    words: Words = field(default_factory=dict)


class Unclear(ValueError):
    """A rule that cannot be asked; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check(criteria: Iterable[Criterion], known: Mapping[str, frozenset[str]]) -> None:
    """Refuse a rule that names what nobody knows or lacks what its questions need.

    Args:
        criteria: The rule.
        known: By name of a list ("conditions" ...) what it may hold; a list that is missing may hold anything.

    Raises:
        Unclear: empty, no_list, unknown_name, no_number, bad_number, bad_days.
    """
    tests = [test for one in criteria for test in one.any_of]
    if not tests or any(not one.any_of for one in criteria):
        raise Unclear("empty")
    if all(test.without for test in tests):
        raise Unclear("only_without")
    for test in tests:
        _check(test, known)


def _check(test: Ask, known: Mapping[str, frozenset[str]]) -> None:
    named = LISTED.get(test.kind)
    if named is None and test.of:
        raise Unclear("no_list")
    if named is not None and named in known and not known[named].issuperset(test.of):
        raise Unclear("unknown_name")
    if test.kind in (Kind.RESULT, Kind.MEASURED) and len(test.of) != 1:
        raise Unclear("one_measurement")
    if test.kind in (Kind.CONDITIONS, Kind.SEX, Kind.LANGUAGE) and not test.of:
        raise Unclear("no_list")
    if test.kind in COMPARED and (test.compare not in COMPARISONS or test.value is None):
        raise Unclear("no_number")
    if not 1 <= test.at_least <= 99:
        raise Unclear("bad_number")
    if test.days is not None and not 0 <= test.days <= 36_500:
        raise Unclear("bad_days")
    if test.kind in (Kind.EMERGENCY, Kind.STAYS, Kind.DISCHARGED, Kind.VISITS, Kind.CONTACT) and test.days is None:
        raise Unclear("bad_days")
