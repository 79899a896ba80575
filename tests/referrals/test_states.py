"""The life of a referral as data: no illegal move, everything reaches an end."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icm_desktop.content import policies
from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral
from icm_desktop.domain import appointment_states
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.referral_limits import Case, due
from icm_desktop.errors import Invalid, UserError
from icm_desktop.words import say, sentences

DAY = dt.date(2026, 11, 2)


def test_every_state_has_a_column_a_ball_a_limit_and_words():
    limited = {state for limit in policies.shipped().referral_limits for state in limit.states}
    assert set(states.COLUMN) == set(states.BALL) == set(states.STATES)
    assert limited == set(states.STATES) - states.ENDED
    assert all(say(f"referrals.state.{state}") for state in states.STATES)
    assert all(say(f"referrals.limit.{limit.name}") for limit in policies.shipped().referral_limits)
    assert all(say(f"today.referral_{limit.name}", to="x", service="y") for limit in policies.shipped().referral_limits)
    assert all(say(f"referrals.ball.{ball}") for ball in states.Ball)
    assert all(say(f"today.since_{state}", since_on="", days="") for state in set(states.STATES) - states.ENDED)


def test_moves_lead_to_known_states_and_every_state_can_end():
    for moves in (states.MOVES, appointment_states.MOVES):
        assert {new for found in moves.values() for new in found} <= set(moves)
    can_end = set(states.ENDED)
    for _ in states.STATES:
        can_end |= {state for state, found in states.MOVES.items() if found & can_end}
    assert can_end == set(states.STATES)


def test_closing_is_reached_through_note_review_and_patient_only():
    before = {new: {state for state, found in states.MOVES.items() if new in found} for new in states.STATES}
    assert before[states.CLOSED] == {states.PATIENT_INFORMED}
    assert before[states.PATIENT_INFORMED] == {states.REVIEWED}
    assert before[states.REVIEWED] == {states.REPORT_RECEIVED}


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(states.STATES), st.integers(0, 30)), max_size=8), st.randoms())
def test_the_order_of_rows_does_not_change_where_it_stands(pairs, chance):
    facts = [states.Fact(state, DAY + dt.timedelta(days=n), order) for order, (state, n) in enumerate(pairs)]
    mixed = facts.copy()
    chance.shuffle(mixed)
    stands = states.standing(facts, status="active", ordered_on=DAY, imported=False)
    assert stands == states.standing(mixed, status="active", ordered_on=DAY, imported=False)
    assert stands.since == max((fact.happened_on for fact in facts), default=DAY)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(states.STATES), st.sampled_from(["routine", "urgent", "asap"]), st.none() | st.dates())
def test_a_limit_never_lies_before_the_day_it_counts_from(state, urgency, visit_on):
    case = Case(states.Standing(state, DAY), urgency, None, DAY, visit_on)
    found = due(case, policies.shipped().referral_limits, policies.shipped().calendar)
    assert (found is None) == (state in states.ENDED)
    if found is not None and visit_on is None:
        assert found.on >= DAY


def test_imported_requests_without_facts_stand_where_their_status_says():
    for status, state in (("active", "sent"), ("draft", "draft"), ("completed", "closed"), ("revoked", "cancelled")):
        found = states.standing([], status=status, ordered_on=DAY, imported=True)
        assert (found.state, found.since) == (state, DAY)
    ended = states.standing([states.Fact("seen", DAY)], status="completed", ordered_on=DAY, imported=True)
    assert ended.state == "closed"


def test_the_service_takes_every_legal_move_and_no_other(clinic):
    desk, petrov, _ = clinic
    rows = {states.DRAFT: _created(desk, petrov)}
    waiting = [states.DRAFT]
    while waiting:
        state = waiting.pop()
        row = rows[state]
        for new in states.STATES:
            if new in states.BY_OWN_ACT or states.may_become(state, new):
                continue
            with pytest.raises(Invalid) as caught:
                _advance(desk, row, new)
            assert caught.value.code == "referrals.not_possible", f"{state} to {new}"
        for new in sorted(states.MOVES[state] - states.BY_OWN_ACT - rows.keys()):
            rows[new] = _advance(desk, _walk(desk, petrov, rows[state]), new)
            assert rows[new].state == new
            waiting.append(new)
    assert rows.keys() == set(states.STATES) - states.BY_OWN_ACT


def _created(desk, petrov):
    request = NewReferral(desk.ana, "Cardiology", to_practitioner_id=petrov, reason="Heart failure")
    return desk.run("services.referrals.create", request, role="clinician").referral


def _walk(desk, petrov, like):
    """A fresh referral brought to the state of another one, by its facts."""
    row = _created(desk, petrov)
    for fact in like.facts:
        row = _advance(desk, row, fact.state)
    return row


def _advance(desk, row, state):
    request = AdvanceReferral(row.id, row.version, state, DAY, note="why")
    return desk.run("services.referrals.advance", request, role="clinician").referral


def test_errors_of_this_part_all_have_words():
    root = Path(policies.__file__).parents[1]
    found = set()
    for folder in ("services", "queries"):
        for file in (root / folder).glob("*.py"):
            found |= set(re.findall(r'"((?:scheduling|referrals|today)\.[a-z0-9_]+)"', file.read_text()))
    assert found
    assert found - {"scheduling.excluded_"} <= sentences().keys()
    assert issubclass(Invalid, UserError)
