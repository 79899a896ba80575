"""To whom records of a patient went: the accounting of six years, the list of 42 CFR 2.25, and all that left."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.privacy import Disclosure
from db.repositories.merged_records import merged_into
from db.unit_of_work import UnitOfWork
from icm_desktop.content import privacy
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.disclosures import Accounting, AskAccounting, DisclosureRow
from icm_desktop.domain.privacy import SPOKEN, years_before
from icm_desktop.domain.timeslots import Span, day_span
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads

_TO_PATIENT = "patient"


@requires(Privilege.PATIENT_RIGHTS)
def words(uow: UnitOfWork, language: str) -> Choices:
    """The lists of the privacy rules in words: grounds, ways out, kinds of requests and how they end."""
    return Choices(privacy.choices(language))


@requires(Privilege.PATIENT_RIGHTS)
def accounting(uow: UnitOfWork, asked: AskAccounting) -> Accounting:
    """What left in the years before a day, of the patient and of records that were merged into theirs.

    Both days count whole, in the practice's zone. What an agency keeps back for now is told only with `everything`.
    Source: 45 CFR 164.528(a)(1), (a)(2), (b); 42 CFR 2.25.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads(uow, [asked.patient_id]).get(asked.patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    last = asked.until or uow.today
    first = years_before(last, privacy.years(part2=asked.part2))
    span = Span(day_span(first, uow.zone).starts_at, day_span(last, uow.zone).ends_at)
    rows = [_row(row, name) for row, name in _stored(uow, asked.patient_id, span)]
    if not asked.everything:
        rows = [row for row in rows if row.held_back_until is None or row.held_back_until < uow.today]
    listed = [row for row in rows if _lists(row, part2=asked.part2)]
    left_out = Counter(row.legal_basis for row in rows if row not in listed)
    return Accounting(
        head, first, last, asked.part2, tuple(rows if asked.everything else listed), tuple(sorted(left_out.items()))
    )


def _lists(row: DisclosureRow, *, part2: bool) -> bool:
    """Whether the list has it: that of 42 CFR 2.25 whatever the ground, but never what went to the patient."""
    return row.substance_use is True and row.legal_basis != _TO_PATIENT if part2 else row.counted


def _stored(uow: UnitOfWork, patient_id: int, span: Span) -> list[tuple[Disclosure, str | None]]:
    found: list[tuple[Disclosure, str | None]] = []
    for whose in (patient_id, *merged_into(uow.session, patient_id), None):
        wanted = (
            select(Disclosure, UserAccount.display_name)
            .outerjoin(UserAccount, UserAccount.id == Disclosure.created_by_id)
            .where(Disclosure.patient_id.is_(None) if whose is None else Disclosure.patient_id == whose)
            .where(Disclosure.at >= span.starts_at, Disclosure.at < span.ends_at, Disclosure.removed_at.is_(None))
        )
        found += [(row, name) for row, name in uow.session.execute(wanted)]
    return sorted(found, key=lambda one: (one[0].at, one[0].id), reverse=True)


def _row(row: Disclosure, by: str | None) -> DisclosureRow:
    return DisclosureRow(
        id=row.id, version=row.version, at=row.at, to_name=row.to_name, to_address=row.to_address,
        description=row.description, purpose=row.purpose, legal_basis=row.legal_basis, channel=row.channel,
        counted=row.legal_basis in privacy.counted(), by=by or "", substance_use=row.substance_use,
        practice_wide=row.patient_id is None, by_hand=row.channel == SPOKEN,
        may_hold_back=row.legal_basis in privacy.hold_back_grounds(), held_back_until=row.held_back_until,
        held_back_by=row.held_back_by, held_back_written=row.held_back_written,
    )  # fmt: skip
