""" "My medicines": every medicine of today, what is new, changed or stopped."""

from __future__ import annotations

from collections.abc import Iterator

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import allergen
from icm_desktop.content.handed_out import handed_out
from icm_desktop.contracts.patient_sheets import Medicines, Part, Words
from icm_desktop.domain.plain_text import plain
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import chart_facts, handout_medicines
from icm_desktop.queries.handout_page import HandoutPage


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage, _patient: Patient) -> Iterator[Part]:
    """What is different stands first: it is what the patient does not know yet."""
    bank = page.bank
    since = page.today - handed_out().new_medicine
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
    yield _allergies(uow, page)
    told = ("medicines.show", "medicines.no_change", "medicines.not_here")
    yield Words(bank("head.show_list"), tuple(bank(phrase) for phrase in told))


def _allergies(uow: UnitOfWork, page: HandoutPage) -> Words:
    """What the patient is allergic to, that they know of nothing, or that nobody asked: unknown is not none.

    In another language than English a name that is no medicine's stands in the box of what has no words there.
    """
    bank, known = page.bank, chart_facts.allergies_to_print(uow, page.patient_id)
    if known.state != "some":
        said = "medicines.no_allergies" if known.state == "none" else "medicines.allergies_not_asked"
        return Words(bank("head.allergies"), (bank(said),))
    told, left = [], False
    for row in known.items:
        name = plain(row.text)
        if page.sensitive.medicine(name) or page.sensitive.text(name):
            left = True
        elif bank.language == "en" or allergen(name):
            told.append(name)
        else:
            page.free(bank("head.allergies"), name)
            left = True
    lines = (*dict.fromkeys(told), *((bank("medicines.more_allergies"),) if left else ()))
    return Words(bank("head.allergies"), lines, mark="bullet", strong=True)
