"""Who beside the patient may be handed a copy of the page, by what is on file."""

from __future__ import annotations

from collections.abc import Iterable

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import CopyFor
from icm_desktop.contracts.plan_document import CAREGIVER, PlanReader
from icm_desktop.contracts.team import CONTACT
from icm_desktop.domain.sharing import SUBSTANCE_USE, Sharing
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.part2_notice import accompanying
from icm_desktop.queries.team_sharing import OnFile, on_file

ON_THE_PAGE = ("plan", "visits", "medicines")
SENSITIVE = ("mental_health", SUBSTANCE_USE, "hiv", "reproductive")  # what a ticked item may be about


@requires(Privilege.CLINICAL_READ)
def copies(uow: UnitOfWork, patient_id: int) -> tuple[CopyFor, ...]:
    """Every named contact person, whether they may have a copy, and whether also one with sensitive items."""
    theirs = on_file(uow, patient_id)
    found = []
    for one in theirs.contacts:
        if one.name:
            page = of_topics(theirs, one.id, one.name, ON_THE_PAGE)
            more = of_topics(theirs, one.id, one.name, (*ON_THE_PAGE, *SENSITIVE))
            found.append(CopyFor(one.id, one.name, page.allowed, f"sharing.{page.why}", more.allowed,
                                 f"sharing.{more.why}"))  # fmt: skip
    return tuple(found)


@requires(Privilege.CLINICAL_READ)
def agreed_copies(uow: UnitOfWork, patient_id: int, language: str) -> str:
    """The scope of every consent by which a contact person may have records of substance use."""
    theirs = on_file(uow, patient_id)
    scopes = (
        accompanying(theirs, PlanReader(CAREGIVER, one.name, None, CONTACT, one.id), language).scope
        for one in theirs.contacts
        if one.name
    )
    return " ".join(dict.fromkeys(filter(None, scopes)))


@requires(Privilege.CLINICAL_READ)
def check_substance_use(uow: UnitOfWork, patient_id: int, contact_id: int) -> None:
    """A copy with records of substance use needs the patient's written consent; no reason stands for it.

    Raises:
        Invalid: privacy.part2_needed at "contact_id".
    """
    theirs = on_file(uow, patient_id)
    person = next((one for one in theirs.contacts if one.id == contact_id), None)
    if person is None or not theirs.sharing(SUBSTANCE_USE, CONTACT, person.name or "", contact_id).allowed:
        raise Invalid("privacy.part2_needed", "contact_id", name=(person.name if person else None) or "")


@requires(Privilege.CLINICAL_READ)
def consent_of(uow: UnitOfWork, patient_id: int, contact_id: int | None) -> int | None:
    """The consent by which a contact person may have records of substance use."""
    theirs = on_file(uow, patient_id)
    person = next((one for one in theirs.contacts if one.id == contact_id), None)
    return theirs.sharing(SUBSTANCE_USE, CONTACT, person.name or "", contact_id).consent_id if person else None


def of_topics(theirs: OnFile, contact_id: int, name: str, topics: Iterable[str]) -> Sharing:
    """The first reason why somebody may not hear all of these; else why they may."""
    answers = [theirs.sharing(topic, CONTACT, name, contact_id) for topic in topics]
    return next((one for one in answers if not one.allowed), answers[0])
