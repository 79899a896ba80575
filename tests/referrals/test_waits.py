"""The wait is measured from our own referrals, and said only when there are enough of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from db.models.scheduling import ReferralEvent, ServiceRequest
from icm_desktop.domain.waits import LEAST, middle_and_longest


@given(st.lists(st.integers(0, 400), max_size=30))
def test_at_least_half_waited_no_longer_than_the_middle(days):
    found = middle_and_longest(days)
    assert (found is None) == (len(days) < LEAST)
    if found is not None:
        middle, longest = found
        assert sum(each <= middle for each in days) * 2 >= len(days) and longest == max(days)


def _seen_after(desk, patient, days, **to):
    (referral,) = desk.add(ServiceRequest(patient_id=patient, is_referral=True, status="active", text="x", **to))
    sent = dt.date(2026, 5, 1)
    for state, day in (("sent", sent), ("seen", sent + dt.timedelta(days=days))):
        desk.add(ReferralEvent(service_request_id=referral, patient_id=patient, state=state, happened_on=day))


def test_four_are_too_few_and_five_are_said_for_the_person_and_the_place(clinic):
    desk, petrov, place = clinic
    for days in (3, 10, 20, 40):
        _seen_after(desk, desk.ana, days, to_practitioner_id=petrov)
    few = desk.run("queries.referral_waits.measured", petrov, None)
    assert (few.count, few.middle) == (4, None)
    _seen_after(desk, desk.ana, 15, to_practitioner_id=petrov)
    enough = desk.run("queries.referral_waits.measured", petrov, None)
    assert (enough.count, enough.middle, enough.longest) == (5, 15, 40)
    assert desk.run("queries.referral_waits.measured", None, place).count == 0
    of_both = dict(desk.run("queries.referral_waits.of_entries", (petrov,), (place,)).waits)
    assert of_both == {("person", petrov): enough}
