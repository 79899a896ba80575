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
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.handout_page import HandoutPage

_HEADS = {"medicines": "head.medicines_advice"}


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage, _patient: Patient) -> Iterator[Part]:
    """Topic by topic, then the zones, the worst last: it stands beside whom to call."""
    found, bank = of_patient(uow, page), page.bank
    if not found.lines and not any(found.zones):
        yield Words("", (bank("advice.none"),))
        return
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
def of_patient(uow: UnitOfWork, page: HandoutPage) -> Merged:
    """The advice of the pathways a person put the patient into; sensitive ones only when ticked."""
    mine = enrolled(uow, page.patient_id)
    known = advice()
    titles = {one.id: one.title for one in pathways()}
    shown = {
        name
        for name in sorted(mine)
        if name not in known.sensitive or page.offer(f"pathway:{name}", titles.get(name, name))
    }
    found = merged(known.lines, known.zones, shown, mine - shown)
    page.fact("advice", "advice", sorted(map(str, found.lines)), sorted(map(str, found.zones)), sorted(found.asked))
    for about in found.asked:
        page.notice("handout.contradicting_advice", page.bank(f"advice.ask.{about}"))
    return found


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
