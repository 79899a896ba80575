"""One typed line becomes an action; a typed target becomes its parts and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.plans import GoalDraft
from ui.dates_input import read_date
from ui.dialogs.action_quick import read_line
from ui.dialogs.goal_target import Target, read_target, write_target

TODAY = dt.date(2026, 11, 20)  # a Friday
ROSA = Owner(OwnerKind.USER, "Rosa Diaz", 1)
ROSALIA = Owner(OwnerKind.PERSON, "Rosalía Béjar RN")
JOSE = Owner(OwnerKind.USER, "José Núñez", 2)
OWNERS = (ROSA, JOSE, ROSALIA, Owner(OwnerKind.PERSON, "Rosa Diaz"))


def read(line: str):
    return read_line(line, OWNERS, lambda typed: read_date(typed, TODAY))


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("call pharmacy re metformin @rosad fri", "call pharmacy re metformin", None, dt.date(2026, 11, 27)),
        ("call pharmacy @rosa diaz fri", "call pharmacy", ROSA, dt.date(2026, 11, 27)),
        ("call pharmacy @jose +2w", "call pharmacy", JOSE, dt.date(2026, 12, 4)),
        ("call @nunez 14 dec about the diet", "call about the diet", JOSE, dt.date(2026, 12, 14)),
        ("call @jose by mon", "call", JOSE, dt.date(2026, 11, 23)),
        ("call by mon @jose", "call", JOSE, dt.date(2026, 11, 23)),
        ("weigh every morning", "weigh every morning", None, None),
        ("take 1/2 tablet at 7 am", "take 1/2 tablet at 7 am", None, None),
        ("walk 3 m", "walk 3 m", None, None),
        ("call the lab +3d", "call the lab", None, dt.date(2026, 11, 23)),
        ("write to office@clinic.example", "write to office@clinic.example", None, None),
        ("meet @ the church", "meet @ the church", None, None),
    ],
)
def test_a_line_is_read_as_it_is_meant(line: str, text: str, owner: Owner | None, due: dt.date | None) -> None:
    quick = read(line)
    assert (quick.text, quick.owner, quick.due_on) == (text, owner, due)


def test_a_beginning_that_fits_several_people_names_them_all_once() -> None:
    quick = read("call @rosa")
    assert quick.owner is None
    assert quick.owners == (ROSA, ROSALIA)


@given(st.text(max_size=80))
def test_no_word_of_a_line_without_owner_and_day_is_lost(line: str) -> None:
    quick = read(line)
    if not quick.owner_typed and quick.due_on is None:
        assert quick.text == " ".join(line.split())


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("< 8 %", Target(comparator="<", value=8.0, unit="%")),
        ("<8%", Target(comparator="<", value=8.0, unit="%")),
        ("≤ 7.5 %", Target(comparator="<=", value=7.5, unit="%")),
        ("120-135 mm Hg", Target(low=120.0, high=135.0, unit="mm[Hg]")),
        ("2,000–3,000 mL", Target(low=2000.0, high=3000.0, unit="mL")),
        ("70 kg", Target(value=70.0, unit="kg")),
        ("10", Target(value=10.0)),
        ("< 130/80 mm Hg", Target(text="< 130/80 mm Hg")),
        ("walk 10 minutes", Target(text="walk 10 minutes")),
        ("3 times a week", Target(text="3 times a week")),
        ("135-120 mm Hg", Target(text="135-120 mm Hg")),
        ("", Target()),
    ],
)
def test_a_target_is_read_into_its_parts(typed: str, target: Target) -> None:
    assert read_target(typed) == target


def _draft(target: Target) -> GoalDraft:
    return GoalDraft(
        None, "goal", target_comparator=target.comparator, target_value=target.value, target_low=target.low,
        target_high=target.high, target_unit=target.unit, target_text=target.text,
    )  # fmt: skip


@given(st.text(max_size=40))
def test_what_a_form_shows_of_a_target_is_read_as_the_same_target(typed: str) -> None:
    target = read_target(typed)
    assert read_target(write_target(_draft(target))) == target
