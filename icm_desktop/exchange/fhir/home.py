"""Which organisation of the files is this practice, when a practice begins with what its former system knew.

A practice that starts with ICM Desktop imports its own records, and the name it goes by there need not be the one
it was given here. The records themselves say whose they are: the patients' records are kept by the organisation that
their general practitioner works for, and that organisation has neither wards nor an emergency department.

That is only asked while the practice has no visits yet. A hospital's export is not claimed: it keeps the records, but
patients have their general practitioners elsewhere, or it provides the stays. Nor is an export of several practices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from icm_desktop.exchange.fhir.index import Index, Thing
from icm_desktop.exchange.fhir.values import Json, obj, objs

RolesOf = Callable[[Thing], tuple[Json, ...]]


def practice_of_record(index: Index, roles_of: RolesOf) -> Thing | None:
    """The one organisation that keeps the records of all patients and employs their general practitioners, or None.

    Args:
        index: Everything of this import.
        roles_of: The PractitionerRole resources of a Practitioner.

    Source: FHIR R4 Patient.managingOrganization (custodian of the record) and Patient.generalPractitioner; class codes
    of stays are those of HL7 v3 ActEncounterCode.
    """
    found: dict[int, Thing] = {}
    for patient in index.of_kind("Patient"):
        keeper = _organization(index, patient.resource.get("managingOrganization"), patient)
        if patient.same_as is not None or keeper is None:
            continue
        if not any(keeper is employer for employer in _employers(index, patient, roles_of)):
            return None
        found[id(keeper)] = keeper
    if len(found) != 1:
        return None
    (only,) = found.values()
    return None if any(index.resolve(who, place) is only for who, place in index.wards()) else only


def _employers(index: Index, patient: Thing, roles_of: RolesOf) -> Iterator[Thing]:
    for reference in objs(patient.resource.get("generalPractitioner")):
        who = index.resolve(reference, patient.place)
        if who is None:
            continue
        if who.kind == "Organization":
            yield who
        for role in (who.resource, *roles_of(who)):
            employer = _organization(index, role.get("organization"), who)
            if employer is not None:
                yield employer


def _organization(index: Index, reference: object, at: Thing) -> Thing | None:
    asked = obj(reference)
    found = index.resolve(asked, at.place) if asked else None
    return found if found is not None and found.kind == "Organization" else None
