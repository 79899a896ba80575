"""What was noticed while somebody signed in is said once, in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from icm_desktop.contracts.access import ClockDoubt, SignedIn
from tests.ui.conftest import Sit
from ui.feedback import Level
from ui.pages.today import TodayPage
from ui.sign_in_notices import SignInNotices

NOON = dt.datetime(2026, 11, 20, 17, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ADA = SignedIn(
    1, "ada", "Ada Min", "administrator", "Larkspur", "p.icm", "America/New_York",
    is_sample=False, clock_24_hours=False, recovery_unconfirmed=False,
)  # fmt: skip
BEHIND = (
    "The clock of this computer says Thu 19-Nov-2026 12:00 PM, "
    "but the newest entry here is of Fri 20-Nov-2026 12:00 PM."
)
AHEAD = (
    "The clock of this computer says Sun 24-Jan-2027 12:00 PM, "
    "and nothing was entered here since Fri 20-Nov-2026 12:00 PM."
)


@pytest.mark.parametrize(
    ("doubt", "begins"),
    [
        (ClockDoubt("behind", NOON, NOON - DAY), BEHIND),
        (ClockDoubt("ahead", NOON, NOON + 65 * DAY), AHEAD),
        (None, None),
    ],
)
def test_a_clock_that_cannot_be_right_is_said(sit_at: Sit, doubt: ClockDoubt | None, begins: str | None) -> None:
    desk = sit_at((TodayPage,))
    said: list[tuple[str, str]] = []
    desk.context.feedback.said.connect(lambda level, text: said.append((level, text)))
    SignInNotices().tell(replace(ADA, clock_doubt=doubt), desk.context)
    assert [(level, text.partition(" If ")[0]) for level, text in said] == ([("critical", begins)] if begins else [])


def test_what_is_said_afterwards_does_not_take_its_place(sit_at: Sit) -> None:
    desk = sit_at((TodayPage,))
    SignInNotices().tell(replace(ADA, clock_doubt=ClockDoubt("behind", NOON, NOON - DAY)), desk.context)
    desk.context.feedback.say("The last good backup is from Friday.", Level.HIGH)
    assert (desk.window.alarm.isVisible(), desk.window.messages.isVisible()) == (True, True)
    assert desk.window.alarm.text.startswith(BEHIND)
    assert "Friday" in desk.window.messages.text
