"""Sensitive items print only when ticked, and only for those who may tick."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.plan import Goal
from icm_desktop.contracts.handouts import HandoutRequest, KeepHandout, Notice
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.handouts.people import add, made, medicine, patient, step, visit
from tests.handouts.reading import text

SECRETS = ("Bipolar", "counselor Jo", "Start therapy", "buprenorphine", "drinking", "quiet word", "flagged visit")


@pytest.fixture(scope="module")
def someone(practice) -> int:
    who = patient(practice, record_number="quiet")
    add(
        practice,
        visit(who, dt.date(2026, 7, 20), 9, reason="Mental health follow-up", with_text="counselor Jo"),
        visit(who, dt.date(2026, 7, 21), 9, reason="flagged visit", sensitive=True),
        visit(who, dt.date(2026, 7, 22), 9, reason="Blood pressure check", with_text="Dr. Plain"),
        step(who, "Start therapy for mood"),
        step(who, "A quiet word", sensitive=True),
        medicine(who, "buprenorphine 8 mg tablet", "1 tablet daily"),
        medicine(who, "lithium 300 mg capsule", "1 capsule daily", reason="Bipolar disorder"),
        medicine(who, "sertraline 50 mg tablet", "1 tablet daily", reason="Depression"),
        Goal(patient_id=who, status="active", words="Stop drinking alcohol"),
    )
    return who


@pytest.mark.parametrize("role", list(Role))
def test_nothing_sensitive_prints_unless_ticked(practice, someone, role):
    page = made(practice, someone, role, large_print=True)
    words = text(page.pdf)
    for secret in SECRETS:
        assert secret.casefold() not in words.casefold()
    assert "Dr. Plain" in words
    assert "This list may not show every medicine" in words


def test_a_mood_medicine_prints_by_name_with_a_plain_purpose(practice, someone):
    words = text(made(practice, someone, large_print=True).pdf)
    assert "sertraline 50 mg for mood" in words
    assert "lithium 300 mg Take 1 pill" in words


def test_what_is_ticked_prints(practice, someone):
    offered = made(practice, someone).sensitive
    ids = tuple(item.id for item in offered)
    assert [item.split(":")[0] for item in ids] == [
        "goal", "plan_action", "plan_action", "appointment", "appointment", "medication",
    ]  # fmt: skip
    words = text(made(practice, someone, sensitive_ids=ids, large_print=True).pdf)
    for secret in SECRETS[1:]:
        assert secret.casefold() in words.casefold()
    assert "may not show every medicine" not in words
    only = text(made(practice, someone, sensitive_ids=(ids[3],), large_print=True).pdf)
    assert "counselor Jo" in only
    assert "flagged visit" not in only.casefold()


def test_front_desk_is_not_told_what_is_left_out_and_cannot_tick(practice, someone):
    page = made(practice, someone, Role.FRONT_DESK)
    assert page.sensitive == ()
    assert Notice("handout.left_out") in page.notices
    with pytest.raises(NotAllowed) as refused:
        made(practice, someone, Role.FRONT_DESK, sensitive_ids=("goal:1",))
    assert refused.value.code == "handout.sensitive_not_allowed"


def test_front_desk_can_hand_out_again_what_a_coordinator_ticked_and_kept(practice, someone):
    offered = made(practice, someone).sensitive
    page = made(practice, someone, sensitive_ids=tuple(item.id for item in offered))
    kept = practice.open().run("services.handouts.keep", KeepHandout(someone, page, "printed"))
    again = practice.open(Role.FRONT_DESK).run("queries.handed_out.kept", kept.id)
    assert again.pdf == page.pdf


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "bill"}, "handout.unknown_kind"),
        ({"language": "fr"}, "handout.unknown_language"),
        ({"paper": "a5"}, "handout.unknown_paper"),
    ],
)
def test_unknown_wishes_are_refused_at_their_field(practice, someone, values, code):
    with pytest.raises(Invalid) as refused:
        practice.open().run("reports.next_steps.render", HandoutRequest(someone, **values))
    assert refused.value.code == code
    assert refused.value.field in values


def test_an_unknown_patient_is_refused(practice):
    with pytest.raises(NotFound):
        made(practice, 999_999)
