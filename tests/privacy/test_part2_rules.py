"""When records of substance use may leave: every element of 42 CFR 2.31, whom, what for, and what needs no consent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain import validity
from icm_desktop.domain.part2 import (
    ELEMENTS,
    EXCEPTIONS,
    STATEMENTS,
    TPO,
    Agreed,
    Asked,
    Written,
    decide,
    missing,
)

WHOLE = Written(
    patient="Maria Lopez", discloser="Test Practice", information=True, recipient_class=TPO, purpose=TPO,
    statements=frozenset(STATEMENTS), expiry_event="none", signed_by="Maria Lopez", how="written",
    signed_on="2026-10-01",
)  # fmt: skip
WITHOUT: dict[str, dict[str, Any]] = {
    "patient": {"patient": ""}, "discloser": {"discloser": None}, "information": {"information": False},
    "recipient": {"recipient_class": None},
    "purpose": {"purpose": None, "recipients": ("Dr. P",), "expires_on": "2027"},
    "revocation": {"statements": frozenset({"redisclosure", "refusal"})},
    "expiry": {"expiry_event": " "}, "signature": {"how": "verbal"}, "date": {"signed_on": None},
    "redisclosure": {"statements": frozenset({"revocation", "refusal"})},
    "refusal": {"statements": frozenset({"revocation", "redisclosure"})},
}  # fmt: skip
DOCTOR = Asked(("Dr. P", "Lakeshore"), "treatment", treats=True)


def test_a_whole_consent_lacks_nothing():
    assert missing(WHOLE) == ()
    named = replace(
        WHOLE, recipients=("Dr. P",), recipient_class=None, purpose="treatment", statements=frozenset({"revocation"})
    )
    assert missing(named) == ()  # what only a consent for everything to come has to say


@pytest.mark.parametrize("element", ELEMENTS)
def test_each_element_is_missed_alone(element):
    assert missing(replace(WHOLE, **WITHOUT[element])) == (element,)
    assert WITHOUT.keys() == set(ELEMENTS)


@pytest.mark.parametrize(("purpose", "event", "lacks"), [
    (TPO, "none", False), ("treatment", "none", False), ("legal", "none", True), ("patient_request", "ninguna", True),
    ("legal", "end of the trial", False),
])  # fmt: skip
def test_no_end_is_enough_only_for_treatment_payment_and_operations(purpose, event, lacks):
    said = replace(WHOLE, recipients=("Court",), recipient_class=None, purpose=purpose, expiry_event=event)
    assert ("expiry" in missing(said)) is lacks


def test_a_class_of_recipients_is_enough_only_for_all_three():
    assert missing(replace(WHOLE, purpose="treatment")) == ("recipient",)


@pytest.mark.parametrize(("agreed", "asked", "why"), [
    ((), DOCTOR, "part2_missing"),
    (Agreed(1, "valid", ("dr p",), None, "treatment"), DOCTOR, "part2_consent"),
    (Agreed(1, "valid", ("LAKESHORE",), None, "treatment"), DOCTOR, "part2_consent"),
    (Agreed(1, "valid", ("Dr. Q",), None, "treatment"), DOCTOR, "part2_recipient"),
    (Agreed(1, "valid", ("Dr. P",), None, "payment"), DOCTOR, "part2_purpose"),
    (Agreed(1, "valid", ("Dr. P",), None, "treatment", ("date",)), DOCTOR, "part2_deficient"),
    (Agreed(1, "valid", ("Dr. P",), None, None, ("purpose",)), DOCTOR, "part2_deficient"),
    (Agreed(1, "expired", ("Dr. P",), None, "treatment"), DOCTOR, "part2_over"),
    (Agreed(1, "revoked", (), TPO, TPO), DOCTOR, "part2_over"),
    (Agreed(1, "future", (), TPO, TPO), DOCTOR, "part2_over"),
    (Agreed(1, "valid", (), TPO, TPO), DOCTOR, "part2_consent"),
    (Agreed(1, "valid", (), TPO, TPO), replace(DOCTOR, treats=False), "part2_recipient"),
    (Agreed(1, "valid", (), TPO, TPO), Asked(("Acme Health Plan",), "payment"), "part2_consent"),
    (Agreed(1, "valid", ("Dr. P",), TPO, TPO), replace(DOCTOR, purpose="legal"), "part2_purpose"),
    (Agreed(1, "valid", ("Dr. P",), None, "legal"), DOCTOR, "part2_purpose"),
    (Agreed(1, "valid", ("Dr. P",), None, "legal"), replace(DOCTOR, purpose="legal"), "part2_consent"),
    (Agreed(1, "valid", ("Dr. P",), None, "patient_request"), replace(DOCTOR, purpose="payment"), "part2_consent"),
])  # fmt: skip
def test_whom_what_for_whole_and_in_force(agreed, asked, why):
    found = decide(asked, [agreed] if agreed else [])
    assert (found.why, found.allowed) == (why, why == "part2_consent")


@pytest.mark.parametrize("purpose", sorted(EXCEPTIONS))
def test_an_exception_needs_its_reason_on_record(purpose):
    asked = replace(DOCTOR, purpose=purpose)
    assert decide(asked, []).why == "part2_undocumented"
    assert decide(replace(asked, documented=True), []).why == f"part2_{purpose}"


def test_an_emergency_is_told_to_medical_personnel_only():
    assert not decide(Asked(("Ana",), "emergency", treats=False, documented=True), []).allowed


states = st.sampled_from(
    [getattr(validity, name) for name in ("VALID", "FUTURE", "EXPIRED", "REVOKED", "NOT_IN_FORCE", "UNKNOWN")]
)
consents = st.builds(
    Agreed, st.integers(1, 9), states, st.lists(st.sampled_from(["Dr. P", "Ana"]), max_size=2).map(tuple),
    st.sampled_from([None, TPO]), st.sampled_from([None, TPO, "treatment", "payment", "legal", "patient_request"]),
    st.lists(st.sampled_from(ELEMENTS), max_size=1).map(tuple),
)  # fmt: skip


@given(
    st.lists(consents, max_size=4), st.sampled_from(["treatment", "payment", "legal", "patient_request"]), st.booleans()
)
def test_what_leaves_leaves_by_one_consent_that_is_whole_and_in_force(every, purpose, treats):
    found = decide(Asked(("Dr. P",), purpose, treats=treats), every)
    if found.allowed:
        assert any(one.id == found.consent_id and one.state == "valid" and not one.missing for one in every)
    else:
        alone = [decide(Asked(("Dr. P",), purpose, treats=treats), [one]) for one in every]
        assert not any(one.allowed for one in alone)
