""" "My medicines": every medicine of today, what is new, changed or stopped."""

from __future__ import annotations

from collections.abc import Iterator

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.patient_sheets import Medicines, Part, Words
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handout_medicines
from icm_desktop.queries.handout_page import HandoutPage


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage, _patient: Patient) -> Iterator[Part]:
    """What is different stands first: it is what the patient does not know yet."""
    bank = page.bank
    since = page.today - handout_medicines.NEW
    different = handout_medicines.changes(uow, page, since)
    day = bank.calendar.day(since, year=since.year != page.today.year)
    if different.stopped:
        why = bank("medicines.stop_why")
        yield Words(bank("head.stopped"), different.stopped, mark="bullet", strong=True, note=why)
    if different.new:
        yield Words(bank("head.new", date=day), different.new, mark="bullet")
    if different.changed:
        changed = tuple(bank("medicines.changed", now=now, before=before) for now, before in different.changed)
        yield Words(bank("head.changed", date=day), changed, mark="bullet")
    current, incomplete = handout_medicines.medicines(uow, page)
    if current:
        yield Medicines(bank("head.medicines"), current)
    else:
        yield Words(bank("head.medicines"), (bank("medicines.none"),))
    if incomplete:
        yield Words("", (bank("medicines.incomplete"),), strong=True)
    told = ("medicines.show", "medicines.no_change", "medicines.not_here")
    yield Words(bank("head.show_list"), tuple(bank(phrase) for phrase in told))
