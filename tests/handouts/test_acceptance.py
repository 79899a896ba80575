"""The acceptance list over pages of generated patients: 20 by default, 500 and its figures with `--handouts-full`."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models.patient import Patient
from icm_desktop.contracts.handouts import HandoutRequest
from tests.handouts.acceptance import OPEN, Page, Report, expected, look
from tests.handouts.people import maria
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
FEW, MANY = 20, 500
FORMS = tuple(itertools.product(("en", "es"), (False, True)))


@pytest.fixture(scope="module")
def report(tmp_path_factory, pytestconfig) -> Report:
    """Every kind of page, looked at item by item; by default each patient in one language and size of the four."""
    whole = bool(pytestconfig.getoption("--handouts-full", default=False))
    practice = make_practice(tmp_path_factory.mktemp("acceptance"), today=TODAY)
    practice.open("administrator").run("services.demo.fill", MANY if whole else FEW, 1)
    with practice.open().read() as uow:
        patients = list(uow.session.scalars(select(Patient.id).order_by(Patient.id)))
    found = Report()
    for number, who in enumerate(patients):
        look(practice, who, FORMS if whole else (FORMS[number % len(FORMS)],), found)
    practice.database.close()
    if whole:
        print(f"\n{found.told()}")  # noqa: T201  the figures somebody asked for
    assert len(patients) >= (MANY if whole else FEW)
    return found


def test_every_item_that_a_program_can_check_holds_on_every_page(report):
    assert {item: (len(found), found[:4]) for item, found in report.failed.items()} == {}
    assert report.papers >= 6 * FEW


def test_english_pages_are_at_grade_six_and_spanish_ones_fairly_easy(report):
    assert report.easy_share >= 0.95, sorted(report.grades)[-8:]
    assert min(report.ease) >= 65


def test_the_list_notices_what_is_wrong(practice):
    who, found = maria(practice), Report()
    look(practice, who, (("en", False),), found)
    assert found.failed == {}
    facts = expected(practice, who)
    broken = replace(
        facts, name="Somebody Else", medicines=facts.medicines | {"warfarin"}, visits=(*facts.visits, facts.visits[0])
    )
    look(practice, who, (("es", False),), found, broken)
    noticed = {"name and birth date on every side", "medicines equal the list", "visits equal the calendar"}
    assert noticed <= found.failed.keys()
    opened, other = practice.open(), Report()
    made = opened.run("reports.handouts.render", HandoutRequest(who, kind="what-to-do", language="es"))
    text = opened.run("reports.handouts.text", HandoutRequest(who, kind="what-to-do", language="es")).text
    page = Page(facts, made, "en", True, other, "")
    page.look()
    page.look_at_words(text)
    assert {"one language", "letters of full size", "page x of y", "speaks to the reader"} <= other.failed.keys()


def test_what_a_person_must_judge_is_told_and_never_ticked(report):
    told = report.told()
    assert all(f"OPEN {item}" in told for item in OPEN) and len(OPEN) == 7
    assert not any(item in told.replace("OPEN ", "") and f"passed {item}" in told for item in OPEN)
