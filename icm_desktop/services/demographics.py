"""Facts about a person: names, birth, sex and gender, race and ethnicity, and how they want to be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from db.models.patient import Patient, PatientName
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics import Coded, Identity, Preferences
from icm_desktop.contracts.demographics_requests import (
    PersonSaved,
    SaveFormerName,
    SaveIdentity,
    SaveNames,
    SavePreferences,
)
from icm_desktop.domain import person, reaching
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.registration import current_parts
from icm_desktop.services import cleaning, person_rows

ALONE = frozenset({"UNK", "ASKU"})
_MOST_AT_A_BIRTH = 9
_NAME_PARTS = ("family", "given", "prefix", "suffix")
_CODED = ("birth_sex", "gender_identity", "sexual_orientation", "marital_status")


@requires(Privilege.DEMOGRAPHICS)
def save_names(uow: UnitOfWork, request: SaveNames) -> PersonSaved:
    """Change the legal name, the preferred name and the pronouns.

    Raises:
        Invalid: registration.name_missing, too_long, broken_letter.
        NotFound: patients.unknown.
        Conflict: demographics.changed_meanwhile.
    """
    patient = person_rows.patient_of(uow, request.patient_id, request.expected_version)
    parts = {name: cleaning.line(name, getattr(request, name)) for name in _NAME_PARTS}
    if not parts["family"]:
        raise Invalid("registration.name_missing", "family")
    legal = current_parts(uow, patient.id).name or PatientName(patient_id=patient.id, use="official")
    _set(legal, parts)
    uow.session.add(legal)
    preferred = cleaning.line("preferred_name", request.preferred_name)
    pronouns = cleaning.line("pronouns", request.pronouns, 60)
    _set(patient, {**parts, "preferred_name": preferred, "pronouns": pronouns})
    return person_rows.saved(uow, patient.id, None)


@requires(Privilege.DEMOGRAPHICS)
def save_former_name(uow: UnitOfWork, request: SaveFormerName) -> PersonSaved:
    """Add or change a name the person has or had besides the legal one; search finds them by it.

    Raises:
        Invalid: demographics.name_missing, not_a_choice, bad_date, ends_before_start; registration.too_long.
        NotFound: patients.unknown, demographics.unknown_row.
        Conflict: demographics.changed_meanwhile.
    """
    row = person_rows.row_of(uow, PatientName, request.row)
    values: dict[str, Any] = {name: cleaning.line(name, getattr(request, name)) for name in _NAME_PARTS}
    if not (values["family"] or values["given"]):
        raise Invalid("demographics.name_missing", "family")
    values["use"] = cleaning.one_of("use", request.use, reaching.NAME_USES, row.use)
    values["starts_on"], values["ends_on"] = cleaning.dates(request.starts_on, request.ends_on)
    return person_rows.keep(uow, row, values)


@requires(Privilege.DEMOGRAPHICS)
def save_identity(uow: UnitOfWork, request: SaveIdentity) -> PersonSaved:
    """Change birth, sex and gender, race and ethnicity; each fact for itself, nothing stored when nobody asked.

    Raises:
        Invalid: demographics.not_a_choice, alone, bad_multiple_birth; registration.bad_birth_date and the like.
        NotFound: patients.unknown.
        Conflict: demographics.changed_meanwhile.
    """
    patient = person_rows.patient_of(uow, request.patient_id, request.expected_version)
    typed = request.identity
    values: dict[str, Any] = {name: _coded(name, patient, typed) for name in _CODED}
    values["sex"] = cleaning.one_of("sex", typed.sex, person.SEXES)
    values["birth_date"] = patient.birth_date
    if typed.birth_date != patient.birth_date:
        values["birth_date"] = cleaning.birth_date("birth_date", typed.birth_date, uow.today)
    if typed.multiple_birth is not None and not 0 <= typed.multiple_birth <= _MOST_AT_A_BIRTH:
        raise Invalid("demographics.bad_multiple_birth", "multiple_birth")
    values["multiple_birth"] = typed.multiple_birth
    values["pronouns"] = cleaning.line("pronouns", typed.pronouns, 60)
    values["race"] = _categories("race", typed.race, patient.race)
    values["ethnicity"] = _categories("ethnicity", typed.ethnicity, patient.ethnicity)
    _set(patient, values)
    return person_rows.saved(uow, patient.id, None)


@requires(Privilege.DEMOGRAPHICS)
def save_preferences(uow: UnitOfWork, request: SavePreferences) -> PersonSaved:
    """Change language, interpreter, channel, what may be left on voicemail, best time.

    Raises:
        Invalid: demographics.not_a_choice; registration.bad_language, too_long.
        NotFound: patients.unknown.
        Conflict: demographics.changed_meanwhile.
    """
    patient = person_rows.patient_of(uow, request.patient_id, request.expected_version)
    typed = request.preferences
    values: dict[str, Any] = {one.name: getattr(typed, one.name) for one in fields(Preferences)}
    for name in ("language", "interpreter_language"):
        if values[name] != getattr(patient, name):
            values[name] = cleaning.language(name, values[name])
    values["interpreter_needed"] = cleaning.one_of("interpreter_needed", typed.interpreter_needed, ("yes", "no"))
    values["preferred_channel"] = cleaning.one_of("preferred_channel", typed.preferred_channel, reaching.CHANNELS)
    values["voicemail_rule"] = cleaning.one_of("voicemail_rule", typed.voicemail_rule, reaching.VOICEMAIL_RULES)
    values["best_time"] = cleaning.line("best_time", typed.best_time)
    values["contact_note"] = cleaning.note("contact_note", typed.contact_note)
    _set(patient, values)
    return person_rows.saved(uow, patient.id, None)


def _coded(name: str, patient: Patient, typed: Identity) -> str | None:
    return cleaning.one_of(name, getattr(typed, name), lists.codes(name), getattr(patient, name))


def _categories(name: str, typed: Iterable[Coded], stored: list[Any] | None) -> list[dict[str, str | None]] | None:
    """As stored: the words of the source stay, a code chosen here gets the words of the list; None: not asked."""
    before = {(one.get("code"), one.get("text")) for one in stored or () if isinstance(one, dict)}
    kept = []
    for code, text in typed:
        if (code, text) in before:
            kept.append({"code": code, "text": text})
        elif code in lists.codes(name):
            kept.append({"code": code, "text": lists.text_of(name, code)})
        else:
            raise Invalid("demographics.not_a_choice", name)
    if len(kept) > 1 and any(one["code"] in ALONE for one in kept):
        raise Invalid("demographics.alone", name)
    return kept or None


def _set(row: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
