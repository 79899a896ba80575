"""What of a record one reader may have: by kind, by agreement and by what is sensitive; the one rule of plan copies."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.documents import DocumentContent
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.plan_document import PATIENT, RECORD, PlanReader
from icm_desktop.domain.privacy import AMENDMENT
from icm_desktop.domain.sharing import USUAL, Purpose
from icm_desktop.exchange.fhir.values import Json, obj, objs, text
from icm_desktop.exchange.fhir.writing import walking
from icm_desktop.exchange.fhir.writing.rows import Row
from icm_desktop.queries.part2_notice import Accompanying, accompanying
from icm_desktop.queries.plan_document import may_have
from icm_desktop.queries.team_sharing import OnFile

NOT_TICKED, KIND_LEFT_OUT, BETWEEN_US = "export.not_ticked", "export.kind_left_out", "export.between_us"
_REFUSALS = ("sharing.refused", "sharing.may_not")
_ALWAYS = frozenset({"Patient"})
# What each kind is about, in the topics of agreements; the others are about nothing in particular.
_TOPIC = {
    **dict.fromkeys(("Condition", "FamilyMemberHistory", "Procedure", "ClinicalImpression"), "diagnoses"),
    **dict.fromkeys(("MedicationRequest", "MedicationStatement", "MedicationDispense", "MedicationAdministration",
                     "AllergyIntolerance", "Immunization"), "medicines"),
    **dict.fromkeys(("Observation", "DiagnosticReport", "QuestionnaireResponse", "ImagingStudy", "Specimen"),
                    "results"),
    **dict.fromkeys(("Appointment", "Encounter"), "visits"),
    **dict.fromkeys(("CarePlan", "CareTeam", "Goal", "ServiceRequest", "Task"), "plan"),
    **dict.fromkeys(("Coverage", "Claim", "ExplanationOfBenefit", "Account"), "bills"),
}  # fmt: skip


class Telling:
    """Decides resource by resource."""

    def __init__(
        self,
        theirs: OnFile,
        reader: PlanReader,
        *,
        tick: bool,
        left_out: Iterable[str] = (),
        purpose: Purpose = USUAL,
    ) -> None:
        self._theirs, self._reader, self._tick, self._purpose = theirs, reader, tick, purpose
        self._left_out = frozenset(left_out)
        self._answers: dict[tuple[str | None, ...], tuple[bool, str]] = {}
        self._said: dict[int, str] = {}
        self.allowed, self.why = self._may((None,))

    @property
    def outside(self) -> bool:
        """Whether the reader is neither this practice nor the patient."""
        return self._reader.kind not in (RECORD, PATIENT)

    def accompanying(self, language: str = "en") -> Accompanying:
        """What goes with records of substance use to this reader."""
        return accompanying(self._theirs, self._reader, language, self._purpose)

    def read_documents(self, session: Session, patient_id: int) -> None:
        """Look into documents too: a letter tells more than its title."""
        if self._reader.kind == RECORD:
            return
        query = select(DocumentContent.document_id, DocumentContent.plain_text).where(
            DocumentContent.patient_id == patient_id, DocumentContent.plain_text.is_not(None)
        )
        for document_id, said in session.execute(query):
            self._said[document_id] = f"{self._said.get(document_id, '')} {said}"

    def why_not(self, resource: Json, row: Row | None = None) -> str | None:
        """Why a resource is held back, as a code of words; None when it is told."""
        kind = str(resource["resourceType"])
        if kind in _ALWAYS or self._reader.kind == RECORD:
            return KIND_LEFT_OUT if kind in self._left_out else None
        if kind in self._left_out:
            return KIND_LEFT_OUT
        if self.outside and row is not None and row.table == "patient_request" and row["kind"] != AMENDMENT:
            return BETWEEN_US  # an amendment goes wherever its record goes
        if kind in _TOPIC:
            allowed, why = self._may((_TOPIC[kind],))
            if not allowed and (self.allowed or why in _REFUSALS):
                return why
        topics = self.topics(resource, row)
        if not topics:
            return None
        if not self._tick:
            return NOT_TICKED
        allowed, why = self._may(tuple(sorted(topics)))
        return None if allowed else why

    def topics(self, resource: Json, row: Row | None = None) -> frozenset[str]:
        """The sensitive topics a resource is about; every one when it is sensitive and nothing tells of what."""
        rule = sensitive()
        said = list(walking.words(resource))
        if row is not None and row.table == "document":
            said.append(self._said.get(row.id, ""))
        topics = rule.topics_of(*said)
        if topics:
            return topics
        labels = {text(one.get("code")) for one in objs(obj(resource.get("meta")).get("security"))}
        marked = row is not None and bool(row["sensitive"])
        coded = marked or bool(labels & rule.labels) or self._by_code(resource)
        medicine = str(resource["resourceType"]).startswith("Medication") and any(map(rule.medicine, said))
        return rule.topics if coded or medicine else frozenset()

    @staticmethod
    def _by_code(resource: Json) -> bool:
        rule = sensitive()
        if resource["resourceType"] == "Consent":
            return False  # what must not be told is no secret; what it permits, its words tell
        return any(rule.code(system, code) for system, code in walking.codings(resource))

    def _may(self, topics: tuple[str | None, ...]) -> tuple[bool, str]:
        if topics not in self._answers:
            self._answers[topics] = may_have(self._theirs, self._reader, topics, self._purpose)
        return self._answers[topics]
