"""Which pathways fit a patient, with the evidence; a person decides. And what needs somebody at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from icm_desktop.domain.pathways.conditions import Condition, Group, Happened, HasProblem, Measured, holds, problems
from icm_desktop.domain.pathways.definition import Entry, Escalation, Pathway
from icm_desktop.domain.pathways.facts import Facts


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a suggestion: codes since a day, or a value on a day. `rule`: the id of the entry rule.

    `title`: what it looks at, in words. `names`: what the records call those problems.
    """

    rule: str
    codes: tuple[str, ...]
    since: dt.date | None
    value: float | None = None
    title: str = ""
    title_es: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pathway that fits."""

    pathway: str
    evidence: tuple[Evidence, ...]


def suggestion(pathway: Pathway, facts: Facts, day: dt.date) -> Suggestion | None:
    """Whether a pathway fits a patient who is not in it, as known on a day; those for everyone are never suggested."""
    known = facts.known_on(day)
    entry = pathway.entry
    if entry.everyone or pathway.id in known.enrolled:
        return None
    if entry.exclude is not None and holds(entry.exclude, known, day, pathway.targets):
        return None
    found = [
        _titled(_evidence(rule, condition, known, day), entry)
        for rule, condition in entry.any_of
        if holds(condition, known, day, pathway.targets)
    ]
    return Suggestion(pathway.id, tuple(found)) if found else None


def applies(pathway: Pathway, facts: Facts, day: dt.date) -> bool:
    """Whether a patient is in a pathway: enrolled by then, or it is for everyone of whom its entry speaks."""
    known = facts.known_on(day)
    if pathway.entry.exclude is not None and holds(pathway.entry.exclude, known, day):
        return False
    if not pathway.entry.everyone:
        return pathway.id in known.enrolled
    return any(holds(condition, known, day) for _, condition in pathway.entry.any_of)


def escalations(pathway: Pathway, facts: Facts, day: dt.date) -> tuple[Escalation, ...]:
    """What of a pathway's escalations the records show as of a day; the others only a person can tell."""
    known = facts.known_on(day)
    return tuple(
        one for one in pathway.escalations if one.when is not None and holds(one.when, known, day, pathway.targets)
    )


def _titled(found: Evidence, entry: Entry) -> Evidence:
    title, title_es = entry.titles.get(found.rule, ("", ""))
    return replace(found, title=title, title_es=title_es)


def _evidence(rule: str, condition: Condition, facts: Facts, day: dt.date) -> Evidence:
    match condition:
        case HasProblem():
            found = problems(condition, facts, day)
            days = [one.since for one in found if one.since is not None]
            codes = sorted({code for one in found for code in one.codes})
            return Evidence(rule, tuple(codes), min(days, default=None))
        case Measured():
            last = [one for one in condition.source.events(facts) if one.value is not None][-1]
            return Evidence(rule, tuple(sorted(last.codes)), last.day, last.value)
        case Happened():
            seen = condition.source.events(facts)[-1]
            return Evidence(rule, tuple(sorted(seen.codes)), seen.day)
        case Group(how="all"):
            return _evidence(rule, condition.parts[0], facts, day)
        case _:
            return Evidence(rule, (), None)
