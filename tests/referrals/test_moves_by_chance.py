"""Random lives of referrals: only legal moves are taken, an end is opened again, and undo returns exactly."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random

import pytest

from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral, ReferralFilter, ReopenReferral
from icm_desktop.domain import referral_reasons as reasons
from icm_desktop.domain import referral_states as states
from icm_desktop.errors import Invalid
from icm_desktop.words import say
from tests.scheduling.conftest import local

DAY = dt.date(2026, 11, 2)


def test_every_reason_and_way_has_words_and_every_end_a_list():
    assert set(reasons.REASONS) == states.NEEDS_REASON
    assert all(say(f"referrals.reason.{code}") for codes in reasons.REASONS.values() for code in codes)
    assert all(say(f"referrals.channel.{way}") for way in (*reasons.CHANNELS, reasons.REOPENED))


def test_undo_returns_exactly_along_random_lives(clinic):
    desk, petrov, _ = clinic
    chance = random.Random(4)  # noqa: S311  the same lives each time
    made = desk.run(
        "services.referrals.create",
        NewReferral(desk.ana, "Cardiology", to_practitioner_id=petrov, reason="Heart failure"),
        role="clinician",
    )
    row, kept = made.referral, []
    for _ in range(40):
        before = _told(row)
        saved = _step(desk, row, chance)
        kept.append((saved.changes.action_id, before))
        row = saved.referral
        if row.state in states.BY_OWN_ACT:
            break
    assert any(fact.how == reasons.REOPENED for fact in row.facts)
    for action_id, before in reversed(kept):
        desk.run("services.history.undo", action_id, role="clinician")
        assert _told(desk.run("queries.referrals.referral", row.id, role="clinician")) == before


def _step(desk, row, chance):
    if row.state in states.ENDED:
        state = chance.choice(row.may_stand_again)
        return desk.run(
            "services.referrals.reopen", ReopenReferral(row.id, row.version, state, "again"), role="clinician"
        )
    legal = states.MOVES[row.state]
    illegal = chance.choice([state for state in states.STATES if state not in legal | states.BY_OWN_ACT])
    with pytest.raises(Invalid) as refused:
        desk.run("services.referrals.advance", _move(row, illegal), role="clinician")
    assert refused.value.code == "referrals.not_possible"
    new = chance.choice(sorted(legal - states.BY_OWN_ACT))
    return desk.run("services.referrals.advance", _move(row, new), role="clinician")


def _move(row, state):
    code = next(iter(reasons.REASONS.get(state, (None,))))
    return AdvanceReferral(row.id, row.version, state, DAY, reason_code=code)


def _told(row):
    return dataclasses.replace(row, version=0)


def test_an_opened_referral_keeps_both_intervals_and_ends_stay_quiet(clinic):
    desk, petrov, _ = clinic
    row = desk.run(
        "services.referrals.create",
        NewReferral(desk.ana, "Cardiology", to_practitioner_id=petrov, reason="x", ordered_on=dt.date(2026, 9, 1)),
        role="clinician",
    ).referral
    for state in (states.SENT, states.CANCELLED):
        row = desk.run("services.referrals.advance", _move(row, state), role="clinician").referral
    assert (row.days_over, row.limit_name) == (0, None)
    assert desk.run("queries.referrals.rows", ReferralFilter(stuck=True)) == ()
    row = desk.run(
        "services.referrals.reopen", ReopenReferral(row.id, row.version, states.SENT, "came back"), role="clinician"
    ).referral
    assert [fact.state for fact in row.facts] == [states.SENT, states.CANCELLED, states.SENT]
    assert row.days_over > 0
    with pytest.raises(Invalid) as refused:
        desk.run(
            "services.referrals.reopen", ReopenReferral(row.id, row.version, states.SENT, "again"), role="clinician"
        )
    assert refused.value.code == "referrals.not_ended"


def test_a_reason_of_another_end_is_refused(clinic):
    desk, petrov, _ = clinic
    row = desk.run(
        "services.referrals.create", NewReferral(desk.ana, "Cardiology", to_practitioner_id=petrov), role="clinician"
    ).referral
    for code, told in (("no_answer", "bad_reason"), (reasons.OTHER, "note_missing"), (None, "note_missing")):
        with pytest.raises(Invalid) as refused:
            desk.run(
                "services.referrals.advance",
                AdvanceReferral(row.id, row.version, states.CANCELLED, DAY, reason_code=code),
                role="clinician",
            )
        assert refused.value.code == f"referrals.{told}"


def test_a_past_day_shows_what_stood_there_then(clinic):
    desk, petrov, _ = clinic
    ordered = dt.date(2026, 11, 2)
    row = desk.run(
        "services.referrals.create",
        NewReferral(desk.ana, "Cardiology", to_practitioner_id=petrov, reason="x", ordered_on=ordered),
        role="clinician",
    ).referral
    for state, day in ((states.SENT, 5), (states.CANCELLED, 10)):
        step = AdvanceReferral(row.id, row.version, state, ordered.replace(day=day), note="x")
        desk.now = local(f"2026-11-{day:02}T10:00")
        row = desk.run("services.referrals.advance", step, role="clinician").referral
    desk.now = local("2026-11-14T10:00")
    desk.run(
        "services.referrals.reopen", ReopenReferral(row.id, row.version, states.SENT, "came back"), role="clinician"
    )
    told = {
        day: [one.state for one in desk.run("queries.referrals.rows", ReferralFilter(on=ordered.replace(day=day)))]
        for day in (4, 7, 12)
    }
    assert told == {4: ["draft"], 7: ["sent"], 12: ["cancelled"]}
    assert [one.state for one in desk.run("queries.referrals.rows", ReferralFilter())] == ["sent"]
    (found,) = desk.run("queries.referrals.rows", ReferralFilter(no_date=True, to=row.to))
    assert found.id == row.id
