"""Where a conflict stands, whatever happens to it: no act that does not fit, open again when its facts change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as some

from icm_desktop.domain.conflicts.checking import Finding
from icm_desktop.domain.conflicts.identity import fingerprint_of, from_json, subject_of, to_json
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.domain.conflicts.rules import Told
from icm_desktop.domain.conflicts.states import (
    ASKED,
    CAME_BACK,
    DECIDED,
    FACTS_CHANGED,
    GONE,
    MUTE_ENDED,
    MUTED,
    NO_ANSWER,
    OPEN,
    OVERRIDDEN,
    RESOLVED,
    STATES,
    Noted,
    NotPossible,
    Seen,
    after,
    possible,
    standing,
)

DAY = dt.date(2026, 11, 20)
ACTS = ("assign", "ask", "resolve", "override", "mute", "reopen")
NOTED = some.builds(
    Noted,
    fingerprint=some.sampled_from(("one", "other")),
    state=some.sampled_from((OPEN, ASKED, *sorted(DECIDED))),
    decided_on=some.dates(DAY - dt.timedelta(days=9), DAY),
    until_on=some.none() | some.dates(DAY - dt.timedelta(days=3), DAY + dt.timedelta(days=3)),
    question=some.sampled_from((None, "open", "answered", "withdrawn")),
)
SEEN = some.builds(Seen, some.just("one"), some.dates(DAY - dt.timedelta(days=9), DAY), some.none() | some.just(DAY))
TOLD = Told("X", {}, {}, "", "P")


@settings(max_examples=60)
@drawn(SEEN, some.none() | NOTED)
def test_what_was_decided_holds_only_for_the_same_facts_without_a_break_and_until_its_day(
    seen: Seen, noted: Noted | None
) -> None:
    stands = standing(seen, noted, DAY)
    assert stands.state in STATES and (stands.state == OPEN or not stands.why)
    if seen.gone_on is not None:
        assert stands.state == GONE
    elif stands.state in DECIDED:
        assert noted is not None and noted.fingerprint == "one"
        assert noted.decided_on is not None and noted.decided_on >= seen.since
        assert noted.state != MUTED or noted.until_on is None or noted.until_on > DAY
    elif noted is not None and noted.state in DECIDED:
        assert stands.state == OPEN and stands.why in (FACTS_CHANGED, CAME_BACK, MUTE_ENDED)
    assert standing(seen, replace(noted, fingerprint="new"), DAY).state not in DECIDED if noted else True


@settings(max_examples=40)
@drawn(some.lists(some.sampled_from(ACTS), max_size=12))
def test_no_series_of_acts_leads_where_it_may_not(acts: list[str]) -> None:
    state = OPEN
    for act in acts:
        if act not in possible(state):
            with pytest.raises(NotPossible):
                after(act, state)
            continue
        before, state = state, after(act, state)
        assert state in STATES and state != GONE
        assert before not in DECIDED or (act, state) == ("reopen", OPEN)
        assert state not in DECIDED or before in (OPEN, ASKED)
    assert possible(GONE) == frozenset()


def test_why_it_is_open_again_is_told() -> None:
    seen, day = Seen("one", DAY), dt.timedelta(days=1)
    told = {
        FACTS_CHANGED: Noted("other", RESOLVED, DAY),
        CAME_BACK: Noted("one", OVERRIDDEN, DAY - day),
        MUTE_ENDED: Noted("one", MUTED, DAY, until_on=DAY),
        NO_ANSWER: Noted("one", ASKED, question="withdrawn"),
    }
    assert {why: standing(seen, noted, DAY).why for why, noted in told.items()} == {why: why for why in told}
    assert standing(seen, Noted("other", ASKED, question="open"), DAY).state == ASKED  # the question goes on


def facts(**changed: Any) -> Finding:
    medicine = Evidence("medicine", "lisinopril 20 mg tablet", "Dr. A", 20.0, 7, "lisinopril")
    return Finding(TOLD, "stop", (replace(medicine, **changed), Evidence("value", "eGFR", "2026-11-01", 28.0)))


def test_the_same_facts_written_otherwise_are_the_same_conflict() -> None:
    one = facts()
    for other in (facts(text="Zestril 20"), facts(detail="Dr. B"), facts(entry=99)):
        assert (subject_of(other), fingerprint_of(other)) == (subject_of(one), fingerprint_of(one))
    later = replace(one, facts=(one.facts[0], replace(one.facts[1], detail="2026-11-19")))
    assert fingerprint_of(later) == fingerprint_of(one)
    assert from_json(to_json(one.facts)) == one.facts


def test_another_dose_value_or_severity_is_another_fact_about_the_same() -> None:
    one = facts()
    changed = [
        facts(number=40.0), replace(one, facts=(one.facts[0], replace(one.facts[1], number=25.0))),
        replace(one, severity="warn"), replace(one, state="contradictory"),
    ]  # fmt: skip
    assert {subject_of(other) for other in changed} == {subject_of(one)}
    assert len({fingerprint_of(other) for other in (one, *changed)}) == 1 + len(changed)
    assert subject_of(facts(same="enalapril")) != subject_of(one)
