"""The practice's own facts: whom patients call, when it is open, where it is."""

from __future__ import annotations

from sqlalchemy import select

from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.people import PracticeSaved, SavePractice
from icm_desktop.domain import person
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import people
from icm_desktop.refusals import checked_phone

LONGEST = 200  # letters; what still fits the foot of a printed page


@requires(Privilege.SETTINGS)
def save(uow: UnitOfWork, request: SavePractice) -> PracticeSaved:
    """Change what patients read about the practice on every page.

    Raises:
        Invalid: registration.bad_phone, registration.too_long.
        NotFound: people.no_practice.
    """
    row = uow.session.scalars(select(Practice).order_by(Practice.id).limit(1)).first()
    if row is None:
        raise NotFound("people.no_practice")
    row.phone = checked_phone(request.phone)
    row.after_hours_phone = checked_phone(request.after_hours_phone, "after_hours_phone")
    row.hours_text = _line(request.hours_text, "hours_text")
    row.address = _line(request.address, "address")
    row.clock_24_hours = request.clock_24_hours
    uow.session.flush()
    return PracticeSaved(people.practice(uow), Changes.of("practice", action_id=uow.action_id))


def _line(text: str | None, field: str) -> str | None:
    try:
        return person.one_line(text, LONGEST)
    except person.Unusable as error:
        raise Invalid(f"registration.{error.reason}", field, **error.params) from None
