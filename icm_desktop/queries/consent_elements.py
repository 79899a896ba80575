"""What a consent says as 42 CFR 2.31 asks for it, what it lacks, and its scope in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from db.models.coverage import Consent
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.content import part2 as content
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.demographics import ConsentRow
from icm_desktop.contracts.demographics_requests import SaveConsent
from icm_desktop.domain import part2, validity
from icm_desktop.domain.names import spoken
from icm_desktop.domain.sharing import PART_2, SUBSTANCE_USE
from icm_desktop.domain.written_dates import written_partial
from icm_desktop.permissions import Privilege, requires

_CODES = {"TREAT": part2.TREATMENT, "HPAYMT": part2.PAYMENT, "HOPERAT": part2.OPERATIONS, "PATRQT": part2.AT_REQUEST}


def about_substance_use(scope: str | None, covers: Iterable[str], decision: str | None) -> bool:
    """Whether a consent would let records of substance use be shared, were it whole."""
    return decision != "deny" and (scope == PART_2 or SUBSTANCE_USE in covers)


def lacks(row: Consent, patient: str | None, covers: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """The elements a consent about substance use lacks; nothing for any other."""
    if not about_substance_use(row.scope, covers, row.decision):
        return ()
    return part2.missing(_written(row, patient, covers, recipients))


@requires(Privilege.DEMOGRAPHICS)
def lacking(uow: UnitOfWork, asked: SaveConsent) -> tuple[str, ...]:
    """Which elements a form lacks that is not stored yet, as codes of the list "consent_element"."""
    patient = uow.session.get(Patient, asked.row.patient_id)
    whose = spoken(patient.given, patient.family) if patient is not None else ""
    return part2.missing(_written(asked, whose, asked.covers, asked.recipients))


def _written(
    said: Consent | SaveConsent, patient: str | None, covers: tuple[str, ...], recipients: tuple[str, ...]
) -> part2.Written:
    """What a consent or the form of one says; who signed it is the patient unless it names somebody else."""
    return part2.Written(
        patient=patient,
        discloser=said.discloser,
        information=SUBSTANCE_USE in covers,
        recipients=recipients,
        recipient_class=said.recipient_class,
        purpose=purpose_of(said.purpose),
        statements=frozenset(str(one) for one in said.statements or ()),
        expires_on=said.expires_on,
        expiry_event=said.expiry_event,
        signed_by=said.given_by or patient,
        how=said.given_how,
        signed_on=said.given_on,
    )


def purpose_of(said: str | None) -> str | None:
    """The code of a purpose; HL7 codes of other systems count as ours, other words stay as they are."""
    return _CODES.get(said or "", said)


def agreed(row: ConsentRow) -> part2.Agreed | None:
    """A consent as the rule reads it; None when it is not about substance use, or leaves it out."""
    if row.state == validity.REFUSED or SUBSTANCE_USE in row.excludes:
        return None
    if not about_substance_use(row.scope, row.covers, row.decision):
        return None
    return part2.Agreed(row.id, row.state, row.recipients, row.recipient_class, purpose_of(row.purpose), row.lacks)


def scope_in_words(row: ConsentRow, language: str) -> str:
    """The clear explanation of its scope that goes with what leaves by it (42 CFR 2.32(b))."""
    topics, purposes = _words("topic", language), _words("consent_purpose", language)
    whom = [*row.recipients, *([content.words("class", language)] if row.recipient_class == part2.TPO else [])]
    what = [topics.get(one, one) for one in row.covers] or [content.words("records", language)]
    purpose = purpose_of(row.purpose) or ""
    months = sheet("accounting", language)["months"].split()
    until = written_partial(row.expires_on, months) if row.expires_on else end_in_words(row.expiry_event, language)
    return content.words(
        "scope", language, day=written_partial(row.given_on, months), what=", ".join(map(_small, what)),
        whom=", ".join(whom), purpose=_small(purposes.get(purpose, purpose)), until=until,
    )  # fmt: skip


def end_in_words(event: str | None, language: str) -> str:
    """What has to happen for a consent to end; that there is no end is said in the language of the page."""
    return content.words("no_end", language) if part2.never_ends(event) else event or ""


def _small(words: str) -> str:
    """As it stands within a sentence."""
    return words[:1].lower() + words[1:]


def _words(name: str, language: str) -> dict[str, str]:
    every: dict[str, Any] = dict(lists.choices(language))
    return dict(every[name])
