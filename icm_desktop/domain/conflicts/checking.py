"""Checks one patient against the whole rule book: findings, worst first, and what could not be checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from icm_desktop.domain.conflicts.candidates import candidates, doses_asked
from icm_desktop.domain.conflicts.matching import Case, Evidence, Found, match, medicine
from icm_desktop.domain.conflicts.medicines import Taken
from icm_desktop.domain.conflicts.rules import SEVERITIES, Condition, Double, Pair, Rule, RuleBook, Told
from icm_desktop.domain.pathways.intervals import days_after


@dataclass(frozen=True, slots=True)
class Reaction:
    """An allergy or an intolerance to some ingredients (a class of them when the whole class was named)."""

    text: str
    ingredients: frozenset[str]
    intolerance: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds, and by what. `due`, `overdue_after`: local days, where it asks for a test.

    `state`: of two goals, stricter_wins_candidate or contradictory.
    """

    told: Told
    severity: str
    facts: Found
    due: dt.date | None = None
    overdue_after: dt.date | None = None
    state: str = ""

    @property
    def key(self) -> tuple[str, frozenset[tuple[str, int | None]]]:
        """What it is about: the same rule on the same medicines or goals is the same conflict."""
        return self.told.id, frozenset((one.kind, one.entry) for one in self.facts if one.kind in ("medicine", "goal"))


@dataclass(frozen=True, slots=True)
class NotChecked:
    """A medicine or reaction no rule could look at, and why."""

    text: str
    why: str


def check(book: RuleBook, case: Case, reactions: Iterable[Reaction] = ()) -> tuple[Finding, ...]:
    """Every finding for a patient, worst first; the program says what it found, a clinician decides."""
    known = [one for one in case.taken if one.ingredients]
    may = candidates(book, ingredients_of_all(case.taken))
    found = [
        *(one for rule, levels in may.levels if (one := _by_rule(rule, levels, case)) is not None),
        *_pairs(may.pairs, known, case),
        *_doubles(book, may.doubles, known),
        *_reactions(book, known, tuple(reactions)),
    ]
    return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.told.id)))


def ingredients_of_all(taken: Iterable[Taken]) -> frozenset[str]:
    """Every ingredient that is known of what somebody takes."""
    return frozenset(name for one in taken for name in one.ingredients)


def not_checked(book: RuleBook, case: Case) -> tuple[NotChecked, ...]:
    """Medicines whose ingredients are not known, and doses some rule asks for that are not."""
    unknown = [NotChecked(one.text, one.why_not) for one in case.taken if not one.ingredients]
    asked = doses_asked(book)
    return (
        *unknown,
        *(
            NotChecked(one.text, "dose_unknown")
            for one in case.taken
            if one.mg_per_day is None and not asked.isdisjoint(one.ingredients)
        ),
    )


def _by_rule(rule: Rule, levels: Iterable[tuple[str, Condition]], case: Case) -> Finding | None:
    for severity, condition in levels:
        facts = match(condition, case)
        if facts is not None:
            return _dated(rule, Finding(rule.told, severity, facts), case)
    return None


def _dated(rule: Rule, found: Finding, case: Case) -> Finding:
    entries = {one.entry for one in found.facts}
    started = [one.started for one in case.taken if one.entry in entries and one.started is not None]
    if rule.due_days is None or not started:
        return found
    first = max(started)
    due, overdue = (days_after(first, days) if days else None for days in (rule.due_days, rule.overdue_days))
    return Finding(found.told, found.severity, found.facts, due, overdue)


def _pairs(pairs: Iterable[Pair], known: list[Taken], case: Case) -> Iterator[Finding]:
    for pair in pairs:
        ones = [one for one in known if _in_pair(pair, one, case)]
        others = [one for one in known if not pair.other.isdisjoint(one.ingredients)]
        met = {
            each.entry: each
            for one in ones
            for other in others
            if one.entry != other.entry and _differ(one, other, pair)
            for each in (one, other)
        }
        if met:
            yield Finding(pair.told, pair.severity, tuple(map(medicine, met.values())))


def _in_pair(pair: Pair, one: Taken, case: Case) -> bool:
    mine = pair.one.intersection(one.ingredients)
    if not mine or pair.one_above_mg_per_day is None:
        return bool(mine)
    return any((case.mg_per_day(name) or 0) > pair.one_above_mg_per_day for name in mine)


def _differ(one: Taken, other: Taken, pair: Pair) -> bool:
    mine, theirs = pair.one.intersection(one.ingredients), pair.other.intersection(other.ingredients)
    return any(first != second for first in mine for second in theirs)


def _doubles(book: RuleBook, doubles: Iterable[Double], known: list[Taken]) -> Iterator[Finding]:
    told, severity = book.same_ingredient
    by_ingredient: dict[str, list[Taken]] = {}
    for one in known:
        for name in one.ingredients:
            by_ingredient.setdefault(name, []).append(one)
    for entries in by_ingredient.values():
        if len(entries) > 1:
            yield Finding(told, severity, tuple(map(medicine, entries)))
    for double in doubles:
        found = _double(double, known)
        if found:
            yield Finding(double.told, double.severity, tuple(map(medicine, found)))


def _double(double: Double, known: list[Taken]) -> tuple[Taken, ...]:
    one, other = double.classes[0], double.classes[-1]
    known = [each for each in known if not (one | other).isdisjoint(each.ingredients)]
    met: dict[int, Taken] = {}
    for first, second in combinations(known, 2):
        for left, right in ((first, second), (second, first)):
            mine, theirs = one.intersection(left.ingredients), other.intersection(right.ingredients)
            if any(a != b for a in mine for b in theirs):
                met |= {left.entry: left, right.entry: right}
    return tuple(met.values())


def _reactions(book: RuleBook, known: list[Taken], reactions: tuple[Reaction, ...]) -> Iterator[Finding]:
    for reaction in reactions:
        about = Evidence("allergy", reaction.text)
        for one in known:
            for told, severity in _reacted(book, reaction, frozenset(one.ingredients)):
                yield Finding(told, severity, (about, medicine(one)))


def _reacted(book: RuleBook, reaction: Reaction, taken: frozenset[str]) -> Iterator[tuple[Told, str]]:
    """The same medicine, else the worst that is known of its kin; an intolerance is told, it stops nothing."""
    same = not taken.isdisjoint(reaction.ingredients)
    if reaction.intolerance:
        kin = any(not each.isdisjoint(reaction.ingredients) and not each.isdisjoint(taken) for each in book.alike)
        if same or kin:
            yield book.intolerance
        return
    if same:
        yield book.same_allergen
        return
    crossed = [
        (one.told, one.severity)
        for one in book.crosses
        if not one.to.isdisjoint(reaction.ingredients) and not one.check.isdisjoint(taken)
    ]
    yield from sorted(crossed, key=lambda one: SEVERITIES.index(one[1]))[:1]
