"""Who the patient is and whom to call, on a page for the patient."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from sqlalchemy import select

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.plan import CareTeam, CareTeamMember
from db.models.practice import Practitioner
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import Contact
from icm_desktop.domain.plain_text import plain
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.handout_page import HandoutPage

_COORDINATES = "who.coordinator"


@requires(Privilege.PRINT_HANDOUT)
def contact(uow: UnitOfWork, page: HandoutPage, patient: Patient) -> Contact:
    """The named person with a number: the patient's coordinator, else the care team's, else the practice."""
    bank, practice = page.bank, page.practice
    line = _named_line(uow, page, patient)
    if not line and plain(practice.phone):
        line = bank("call.practice", practice=plain(practice.name), phone=plain(practice.phone))
    if not line:
        page.notice("handout.no_phone")
        line = plain(practice.name)
    after = plain(practice.after_hours_phone)
    page.fact("contact", "contact", patient.coordinator_id, practice.phone, practice.hours_text, after)
    return Contact(line, _hours(page), bank("call.after_hours", phone=after) if after else "")


def _named_line(uow: UnitOfWork, page: HandoutPage, patient: Patient) -> str:
    user = uow.session.get(UserAccount, patient.coordinator_id) if patient.coordinator_id else None
    if user is not None and user.disabled_at is None and plain(page.practice.phone):
        return page.bank("call.coordinator", person=plain(user.display_name), phone=plain(page.practice.phone))
    for member, who in _team(uow, page):
        phone = plain(member.phone) or plain(who.phone if who else None) or plain(page.practice.phone)
        if phone and page.words.phrase("specialties", member.role) == _COORDINATES:
            person = page.named(who) if who else plain(member.name)
            return page.bank("call.coordinator", person=person, phone=phone)
    return ""


def _team(uow: UnitOfWork, page: HandoutPage) -> list[tuple[CareTeamMember, Practitioner | None]]:
    rows = uow.session.execute(
        select(CareTeamMember, Practitioner)
        .join(CareTeam, CareTeam.id == CareTeamMember.care_team_id)
        .outerjoin(Practitioner, Practitioner.id == CareTeamMember.practitioner_id)
        .where(
            CareTeamMember.patient_id == page.patient_id,
            CareTeamMember.removed_at.is_(None),
            CareTeam.removed_at.is_(None),
            CareTeam.status.is_(None) | (CareTeam.status == "active"),
        )
        .order_by(CareTeamMember.id)
    )
    return [(member, who) for member, who in rows]


def _hours(page: HandoutPage) -> str:
    hours = plain(page.practice.hours_text)
    if not hours:
        return ""
    if page.in_language(hours):
        return page.bank("call.hours", hours=hours.rstrip("."))
    page.free(page.bank("free.hours"), hours)
    return ""


class LanguageName:
    """The name of a language as another language calls it."""

    @staticmethod
    def of(code: str, in_language: str) -> str:
        """ "Arabic" for "ar" in English; the code itself when nobody knows it."""
        try:
            name = Locale.parse(code.replace("_", "-").split("-")[0]).get_language_name(in_language)
        except (UnknownLocaleError, ValueError):
            name = None
        return name or code
