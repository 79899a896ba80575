"""What each person around a patient may be told, from the agreements and contact persons on file."""

from __future__ import annotations

from dataclasses import dataclass

from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics import ConsentRow, ContactPersonRow
from icm_desktop.contracts.team import CONTACT, ORGANIZATION, PRACTITIONER, USER, MayHear
from icm_desktop.domain.sharing import FAMILY, INSIDE, TREATING, USUAL, Agreement, Hearer, Purpose, Sharing, may_hear
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.consent_elements import agreed
from icm_desktop.queries.contact_people import consents, contact_people

_KINDS = {USER: INSIDE, PRACTITIONER: TREATING, ORGANIZATION: TREATING}


@dataclass(frozen=True, slots=True)
class OnFile:
    """What is on file about sharing with anybody, read once for a patient."""

    consents: tuple[ConsentRow, ...]
    contacts: tuple[ContactPersonRow, ...]

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The consents as the rule about sharing reads them."""
        return tuple(_agreement(row) for row in self.consents)

    def hearer(self, kind: str, name: str, contact_id: int | None = None, place: str | None = None) -> Hearer:
        """Somebody as the rule sees them; a person by name is found among the contact persons."""
        contact = next((one for one in self.contacts if kind == CONTACT and one.id == contact_id), None)
        if contact is None:
            return Hearer(name, _KINDS.get(kind, FAMILY), place=place)
        return Hearer(
            contact.name or name, FAMILY, frozenset(contact.may), frozenset(contact.may_not),
            contact.authority is not None, contact.state,
        )  # fmt: skip

    def sharing(
        self,
        topic: str | None,
        kind: str,
        name: str,
        contact_id: int | None = None,
        place: str | None = None,
        purpose: Purpose = USUAL,
    ) -> Sharing:
        """Whether somebody may be told about a topic for a purpose."""
        return may_hear(self.hearer(kind, name, contact_id, place), topic, self.agreements, purpose)

    def all_topics(self, kind: str, name: str, contact_id: int | None = None) -> MayHear:
        """The answer for every topic, those that differ from the general one by name."""
        rest = self.sharing(None, kind, name, contact_id)
        each = [(code, self.sharing(code, kind, name, contact_id)) for code in sorted(lists.codes("topic"))]
        return MayHear(rest.allowed, rest.why, tuple((code, one.allowed, one.why) for code, one in each))


@requires(Privilege.CLINICAL_READ)
def on_file(uow: UnitOfWork, patient_id: int) -> OnFile:
    """The agreements and contact persons of a patient."""
    return OnFile(consents(uow, patient_id), contact_people(uow, patient_id))


@requires(Privilege.CLINICAL_READ)
def agreements(uow: UnitOfWork, patient_id: int) -> tuple[Agreement, ...]:
    """The consents of a patient as the rule about sharing reads them."""
    return tuple(_agreement(row) for row in consents(uow, patient_id))


def _agreement(row: ConsentRow) -> Agreement:
    denied = row.state == "refused"
    covers = frozenset((*row.covers, *row.excludes) if denied else row.covers)
    excludes = frozenset[str]() if denied else frozenset(row.excludes)
    return Agreement(row.scope, row.state, covers, excludes, row.recipients, agreed(row))
