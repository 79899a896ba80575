"""Names that break pages: every paper of the front desk holds them, whole or cut with a sign, in the size it says."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.scheduling import Appointment, ServiceRequest
from icm_desktop.contracts.closing import AskHandoff
from icm_desktop.contracts.day_sheets import DaySheet
from icm_desktop.contracts.letters import LettersRequest, LetterTarget
from icm_desktop.contracts.referral_packets import PacketRequest
from icm_desktop.permissions import Role
from tests.handouts.reading import fonts, letter_sizes, text

LONG = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft"
PEOPLE = {
    "O'Farrill-Núñez de la Peña y Álvarez-Castañeda": ("María José Guadalupe", "es"),
    2 * LONG: ("Hubert Blaine", "en"),
    "<b>Bold</b> & {x} %s": ("=1+1", "en"),
    "Nguyễn": ("Thị Thanh Tâm", "vi"),
    "حداد": ("ليلى", "ar"),
    "王小明": ("👩‍⚕️ Ann", "en"),
}
NO_FONT_HAS = set("王小明👩⚕")
DAY = dt.date(2099, 11, 10)
STREET = "1200 Boulevard of the Unknown Volunteers, Building C, Apartment 1234-B (rear entrance)"


@pytest.fixture(scope="module")
def crowd(office):
    """These people with large print, each with a visit and a referral; the target of each."""
    at = dt.datetime(2099, 11, 10, 15, tzinfo=dt.UTC)
    made = {}
    for number, (family, (given, language)) in enumerate(PEOPLE.items()):
        patient_id = office.add(family, given, street=STREET, language=language, large_print=True)
        with office.write() as uow:
            starts = at + dt.timedelta(hours=number)
            visit = Appointment(patient_id=patient_id, starts_at=starts, minutes=30, status="booked", reason=LONG)
            referral = ServiceRequest(
                patient_id=patient_id,
                is_referral=True,
                status="active",
                text=f"Cardiology {LONG}",
                reason=family,
                to_text=f"Dr {LONG}",
            )
            uow.session.add_all((visit, referral))
            uow.session.flush()
            made[family] = LetterTarget(patient_id, visit.id, referral.id)
    return made


@pytest.mark.parametrize("kind", ["recall", "reminder", "call_sheet", "labels"])
def test_letters_sheets_and_labels(office, crowd, kind):
    paper = "letter-3x10" if kind == "labels" else "letter"
    made = office.run("reports.letters.render", LettersRequest(kind, tuple(crowd.values()), paper))
    assert made.left_out == ()
    words = text(made.pdf).casefold()
    for family in PEOPLE:
        if not NO_FONT_HAS & set(family) and "حداد" not in family:
            assert "".join(family[:12].casefold().split()) in "".join(words.split())
    assert NO_FONT_HAS - {"⚕"} <= set(made.missing)  # the preview tells which letters print as squares
    assert all(fonts(made.pdf).values())
    if kind in ("recall", "reminder"):
        assert len(made.letters) == len(PEOPLE)
        assert all(max(letter_sizes(letter.pdf)) >= 18 and letter.pages == 1 for letter in made.letters)


def test_day_sheet_handoff_and_packet(office, crowd):
    sheet = office.run("reports.day_sheet.render", DaySheet(DAY))
    assert NO_FONT_HAS - {"⚕"} <= set(sheet.missing)
    for part in ("O'FARRILL-NÚÑEZ", "<B>BOLD</B> & {X} %S", "=1+1", "NGUYỄN"):
        assert part in text(sheet.pdf)
    assert text(office.run("reports.handoff.render", AskHandoff(DAY, language="es")).pdf)
    for family, target in crowd.items():
        made = office.run("reports.referral_letter.render", PacketRequest(target.referral_id), role=Role.CLINICIAN)
        assert made.pages <= 4, family
        assert bool(made.missing) == bool(NO_FONT_HAS & set(family)), family
        assert all(fonts(made.pdf).values())
