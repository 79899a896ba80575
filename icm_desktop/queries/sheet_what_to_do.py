""" "What to do and what to watch": one sheet out of all pathways of a patient and what was decided about goals."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content.advice import advice
from icm_desktop.content.pathways import pathways
from icm_desktop.contracts.patient_sheets import Part, Words
from icm_desktop.domain.advice import Merged, merged
from icm_desktop.domain.plain_text import plain
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import goal_decisions
from icm_desktop.queries.handout_page import HandoutPage

_HEADS = {"medicines": "head.medicines_advice"}


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage, _patient: Patient) -> Iterator[Part]:
    """Topic by topic, then the zones, the worst last: it stands beside whom to call."""
    bank = page.bank
    agreed, about = decisions(uow, page)
    found = of_patient(uow, page, about)
    if not agreed and not found.lines and not any(found.zones):
        yield Words("", (bank("advice.none"),))
        return
    if agreed:
        yield Words(bank("advice.decided"), agreed, mark="tick")
    for topic in advice().topics:
        lines = tuple(bank(phrase) for of, phrase in found.lines if of == topic)
        if lines:
            yield Words(bank(_HEADS.get(topic, f"head.{topic}")), lines, mark="tick")
    green, yellow, red = (tuple(bank(phrase) for phrase in phrases) for phrases in found.zones)
    if green:
        yield Words(bank("head.green"), green, mark="bullet", note=bank("zone.keep_going"))
    if yellow:
        yield Words(bank("head.yellow"), yellow, mark="bullet", strong=True)
    if red:
        yield Words(bank("head.red"), red, mark="bullet", strong=True)


@requires(Privilege.PRINT_HANDOUT)
def of_patient(uow: UnitOfWork, page: HandoutPage, decided: frozenset[str] = frozenset()) -> Merged:
    """The advice of the pathways a person put the patient into; sensitive ones only when ticked.

    `decided`: what the page says already by decisions on goals.
    """
    mine = enrolled(uow, page.patient_id)
    known = advice()
    titles = {one.id: one.title for one in pathways()}
    shown = {
        name
        for name in sorted(mine)
        if name not in known.sensitive or page.offer(f"pathway:{name}", titles.get(name, name))
    }
    found = merged(known.lines, known.zones, shown, mine - shown, decided)
    page.fact("advice", "advice", sorted(map(str, found.lines)), sorted(map(str, found.zones)), sorted(found.asked))
    for about in found.asked:
        page.notice("handout.contradicting_advice", page.bank(f"advice.ask.{about}"))
    return found


@requires(Privilege.PRINT_HANDOUT)
def decisions(uow: UnitOfWork, page: HandoutPage) -> tuple[tuple[str, ...], frozenset[str]]:
    """What a clinician decided where goals do not agree, or that one asks us; and what those sentences are about.

    A sentence that names something sensitive prints only when ticked; no line about the same prints either way.
    """
    told: dict[str, None] = {}
    rules = set()
    for row in goal_decisions.of_patient(uow, page.patient_id).rows:
        rules.add(row.key.rule)
        text = goal_decisions.sentence(uow, row, page.bank)
        if goal_decisions.undecided(row):
            page.notice("handout.undecided", text)
        elif not text and row.decision is not None and row.decision.text:
            page.free(page.bank("free.step"), plain(row.decision.text))
        if text and (not page.sensitive.text(text) or page.offer(f"conflict:{row.key.rule}", text)):
            told[text] = None
    about = frozenset(name for name, ids in advice().decided.items() if not rules.isdisjoint(ids))
    return tuple(told), about


@requires(Privilege.PRINT_HANDOUT)
def enrolled(uow: UnitOfWork, patient_id: int) -> set[str]:
    """The pathways a patient is in today."""
    day = uow.today
    rows = uow.session.scalars(
        select(PathwayEnrolment.pathway).where(
            PathwayEnrolment.patient_id == patient_id,
            PathwayEnrolment.removed_at.is_(None),
            PathwayEnrolment.status == "enrolled",
            PathwayEnrolment.entered_on <= day,
            PathwayEnrolment.left_on.is_(None) | (PathwayEnrolment.left_on > day),
        )
    )
    return set(rows)
