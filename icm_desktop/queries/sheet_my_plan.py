""" "My care plan": the patient's goals in their own words, who does what, and the team with what to call them for."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from db.models.patient import Patient
from db.models.plan import PlanAction
from db.unit_of_work import UnitOfWork
from icm_desktop.content.advice import advice
from icm_desktop.content.team import role_words
from icm_desktop.contracts.chart import TeamMember
from icm_desktop.contracts.patient_sheets import Part, Table, Words
from icm_desktop.domain.plain_text import plain
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handout_steps, sheet_numbers
from icm_desktop.queries.handout_page import HandoutPage
from icm_desktop.queries.team_summary import own_team


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage, _patient: Patient) -> Iterator[Part]:
    """Goals first: they are why the rest is done."""
    bank = page.bank
    goals, beside = handout_steps.goals(uow, page)
    if goals:
        yield Words(bank("head.my_goals"), tuple(f"“{words}”" for words in goals), mark="bullet", note=beside)
    elif beside:
        yield Words(bank("head.my_goals"), (beside,))
    steps = handout_steps.plan(uow, page).steps
    if steps:
        owners = _owners(uow, page)
        rows = tuple((owners.get(step.id, bank("plan.you")), step.text) for step in steps)
        yield Table(bank("head.who_does"), (bank("plan.who"), bank("plan.what")), rows)
    yield from sheet_numbers.parts(uow, page)
    known = own_team(uow, page.patient_id)[0]
    team = [one for one in known if _may_stand(page, one)]
    if not known:
        yield Words(bank("head.my_team"), (bank("plan.no_team"),))
    if team:
        heads = (bank("plan.who"), bank("plan.call_for"), bank("plan.phone"))
        for one in team:
            words = (one.name, one.role, one.role_code, one.organization, one.phone)
            page.fact("team", f"team:{one.name}", *words, shown=plain(one.name))
        yield Table(bank("head.my_team"), heads, tuple(_member(page, one) for one in team))


def _owners(uow: UnitOfWork, page: HandoutPage) -> dict[str, str]:
    """Who does each step that is not the patient's own: a named person, else our clinic."""
    rows = uow.session.scalars(
        select(PlanAction).where(PlanAction.patient_id == page.patient_id, PlanAction.removed_at.is_(None))
    )
    return {
        f"plan_action:{row.id}": plain(row.owner_name) or page.bank("plan.us")
        for row in rows
        if row.owner_kind not in (None, "patient")
    }


def _may_stand(page: HandoutPage, one: TeamMember) -> bool:
    """Whose profession tells a condition by itself prints only when ticked."""
    words = (one.name, one.role, one.organization, role_words(one.role_code, "en"))
    return not page.sensitive.text(*words) or page.offer(f"team:{one.name}", plain(one.name))


def _member(page: HandoutPage, one: TeamMember) -> tuple[str, str, str]:
    bank = page.bank
    known = role_words(one.role_code, bank.language) if one.role_code != "other" else ""  # tells nobody anything
    title = known or page.phrase("specialties", one.role) or ""
    who = ", ".join(part for part in (plain(one.name), title[:1].lower() + title[1:]) if part)
    why = bank(advice().call_for.get(one.role_code or "", "plan.for.other"))
    return who, why, plain(one.phone) or (plain(page.practice.phone) if one.lead else "")
