"""Visits, medicines and whom to call as lines of text, for pages without a layout."""

from __future__ import annotations

from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.handouts import Contact, MedicineLine, VisitLine
from icm_desktop.reports.outline import Section, sentences

_TIMES = ("morning", "noon", "evening", "bedtime")


def visit_words(bank: PhraseBank, visit: VisitLine) -> str:
    """One visit in sentences."""
    who = f"{visit.who}, {visit.title}" if visit.title else visit.who
    phone = bank("visits.phone", phone=visit.phone) if visit.phone else ""
    bring = bank("visits.bring_line", what=visit.bring) if visit.bring else ""
    return sentences(f"{visit.long_day}, {visit.at}", who, visit.why, visit.where, phone, bring)


def medicine_words(bank: PhraseBank, medicine: MedicineLine) -> str:
    """One medicine with its amounts in words."""
    amounts = zip(_TIMES, medicine.grid or ("", "", "", ""), strict=True)
    times = ", ".join(f"{bank(f'medicines.{time}')}: {amount}" for time, amount in amounts if amount)
    what = f"{medicine.name} {medicine.purpose}".strip()
    return sentences(what, times, medicine.words, capitals=False)


def call_section(bank: PhraseBank, contact: Contact) -> Section:
    """Whom to call, the emergency line first."""
    first = f"{bank('call.emergency')} {bank('call.988')}"
    lines = (first, contact.line, contact.hours, contact.after_hours, bank("call.when"))
    return Section(2, bank("head.call"), tuple(line for line in lines if line))
