"""What the shared plan says on paper to one reader: lines, medicines and answers they may have, the others counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.papers import Handout
from db.models.shared_plan import PlanVersion
from db.unit_of_work import UnitOfWork
from icm_desktop.content import care_plan as content
from icm_desktop.content.plain_words import sensitive
from icm_desktop.content.team import text_of
from icm_desktop.contracts.people import PracticeFacts
from icm_desktop.contracts.plan_document import (
    CAREGIVER,
    MEMBER,
    OTHER,
    PATIENT,
    RECORD,
    PlanPage,
    PlanPaperRequest,
    PlanPaperRow,
    PlanReader,
    ReaderChoice,
)
from icm_desktop.contracts.plan_sheet import AskSheet
from icm_desktop.contracts.plan_versions import SignOffRow, VersionRow
from icm_desktop.contracts.team import CONTACT, KINDS, NOW, ORGANIZATION, PERSON, PRACTITIONER
from icm_desktop.domain import plan_difference as plans
from icm_desktop.domain.names import spoken
from icm_desktop.domain.plan_difference import Item
from icm_desktop.domain.plan_versions import DRAFT
from icm_desktop.domain.sharing import SUBSTANCE_USE, USUAL, Purpose
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import chart_facts, goal_decisions, phrase_banks
from icm_desktop.queries.heads import heads
from icm_desktop.queries.part2_notice import accompanying
from icm_desktop.queries.people import colleagues, practice
from icm_desktop.queries.plan_sheet import review_of, sheet
from icm_desktop.queries.plan_snapshot import snapshot
from icm_desktop.queries.plan_tree import letters
from icm_desktop.queries.plan_versions import stored_versions, version_rows
from icm_desktop.queries.team import members
from icm_desktop.queries.team_sharing import OnFile, on_file

KIND = "care-plan"
_WHOLE = ("plan", "diagnoses")  # what nobody can be given a plan without


@requires(Privilege.CLINICAL_READ)
def readers(uow: UnitOfWork, patient_id: int) -> tuple[ReaderChoice, ...]:
    """Who can be given the plan: our record, the patient, the team of today, then contact persons.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads(uow, [patient_id]).get(patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    theirs = on_file(uow, patient_id)
    found = [PlanReader(RECORD), PlanReader(PATIENT, spoken(head.given, head.family))]
    roles: dict[PlanReader, str] = {}
    for row in members(uow, patient_id):
        if row.state == NOW and not row.gone:
            kind = CAREGIVER if row.kind == CONTACT else MEMBER
            reader = PlanReader(kind, row.name, row.organization, row.kind, row.contact_id)
            roles[reader] = row.role_text or text_of("role", row.role_code)
            found.append(reader)
    on_team = {one.contact_id for one in found}
    found += [
        PlanReader(CAREGIVER, one.name, None, CONTACT, one.id)
        for one in theirs.contacts
        if one.name and one.id not in on_team
    ]
    return tuple(_choice(theirs, one, roles.get(one)) for one in dict.fromkeys(found))


def _choice(theirs: OnFile, reader: PlanReader, role: str | None) -> ReaderChoice:
    allowed, why = may_have(theirs, reader, (*_WHOLE, "medicines"))
    return ReaderChoice(reader, role, allowed, why)


def may_have(
    theirs: OnFile, reader: PlanReader, topics: Sequence[str | None], purpose: Purpose = USUAL
) -> tuple[bool, str]:
    """Whether a reader may be told about all of these topics for a purpose, and the code of the reason."""
    if reader.kind in (RECORD, PATIENT):
        return True, f"plan_reader.{reader.kind}"
    who = (reader.hearer, reader.name, reader.contact_id, reader.organization)
    answers = [theirs.sharing(topic, *who, purpose) for topic in topics]
    first = next((one for one in answers if not one.allowed), answers[0])
    return first.allowed, f"sharing.{first.why}"


@requires(Privilege.CLINICAL_READ)
def page(uow: UnitOfWork, request: PlanPaperRequest) -> PlanPage:
    """What the pages say to this reader.

    Raises:
        NotFound: patients.unknown, plans.unknown.
        Invalid: plans.receiver_missing, plans.bad_kind at "reader"; plans.plan_empty.
    """
    head = heads(uow, [request.patient_id]).get(request.patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    _check(request.reader)
    version, lines, missing = _printed(uow, request)
    if not any(line.section in ("concern", "goal", "action") for line in lines):
        raise Invalid("plans.plan_empty")
    telling = _Telling(on_file(uow, request.patient_id), request)
    theirs = _theirs(uow, request, lines)
    told = tuple(telling.lines(theirs))
    medicines = tuple(telling.medicines(uow)) if request.medicines else None
    sign_offs = tuple(telling.sign_offs(version.sign_offs if version else ()))
    allergies = chart_facts.allergies(uow, request.patient_id)
    facts, review = practice(uow), review_of(uow, request.patient_id)
    allowed, why = may_have(telling.on_file, request.reader, telling.topics)
    now = snapshot(uow, request.patient_id) if version else lines
    return PlanPage(
        head=head,
        practice=facts.name,
        practice_facts=tuple(one for one in (facts.phone, facts.fax, facts.address) if one),
        number=version.number if version else None,
        state=version.state if version else DRAFT,
        made_on=version.frozen_on if version else uow.today,
        made_by=version.frozen_by if version else uow.actor.name,
        made_now=uow.today,
        reason=version.reason if version else None,
        intact=version.intact if version else True,
        changed=len(plans.differences(lines, now)),
        risk=version.risk if version else review.risk,
        review_due=version.review_due if version else review.review_due,
        lines=tuple(_at_work_here(uow, told, facts)),
        numbers=tuple(_numbers(theirs)),
        medicines=medicines,
        medicines_left_out=telling.medicines_left_out,
        allergies=tuple(": ".join(filter(None, (one.text, one.reaction))) for one in allergies.items),
        allergies_state=allergies.state,
        sign_offs=sign_offs,
        missing=missing,
        left_out=telling.left_out,
        allowed=allowed,
        why=why,
        **(_notice(telling, request) if telling.substance_use else {}),
    )


@requires(Privilege.CLINICAL_READ)
def papers(uow: UnitOfWork, patient_id: int) -> tuple[PlanPaperRow, ...]:
    """Every time the plan left on paper, the newest first."""
    found = uow.session.execute(
        select(Handout.id, PlanVersion.number, Handout.made_at, UserAccount.display_name, Handout.sent_to,
               Handout.how, Handout.pages, Handout.language, Handout.sha256)
        .join(UserAccount, UserAccount.id == Handout.made_by_id)
        .outerjoin(PlanVersion, PlanVersion.id == Handout.plan_version_id)
        .where(Handout.patient_id == patient_id, Handout.kind == KIND, Handout.removed_at.is_(None))
        .order_by(Handout.id.desc())
    )  # fmt: skip
    return tuple(PlanPaperRow(*row) for row in found)


@requires(Privilege.CLINICAL_READ)
def kept_paper(uow: UnitOfWork, handout_id: int) -> bytes:
    """The exact pages that were given.

    Raises:
        NotFound: handout.not_found.
    """
    row = uow.session.get(Handout, handout_id)
    if row is None or row.removed_at is not None or row.kind != KIND:
        raise NotFound("handout.not_found")
    return row.pdf


def _theirs(uow: UnitOfWork, request: PlanPaperRequest, lines: tuple[Item, ...]) -> tuple[Item, ...]:
    """The lines as the reader gets them: patients never get two goals that contradict each other, colleagues read
    what was decided of them and why."""
    if request.reader.kind not in (PATIENT, CAREGIVER):
        return goal_decisions.for_team(uow, request.patient_id, lines)
    return goal_decisions.for_reader(uow, request.patient_id, lines, phrase_banks.of(uow, request.language))


def _numbers(lines: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Letters for concerns and numbers for goals, as the screen has them."""
    for section, called in (("concern", letters), ("goal", lambda place: str(place + 1))):
        of_it = (line for line in lines if line.section == section and line.is_open)
        yield from ((line.id, called(place)) for place, line in enumerate(of_it))


def _at_work_here(uow: UnitOfWork, lines: Sequence[Item], here: PracticeFacts) -> Iterator[Item]:
    """Colleagues are reached at the practice where they have no number of their own."""
    ours = {one.display_name for one in colleagues(uow)}
    usual = {"organization": here.name, **({"phone": here.phone} if here.phone else {})}
    for line in lines:
        at_work = line.section == "team" and line.title in ours
        yield replace(line, facts={**usual, **line.facts}) if at_work else line


def _notice(telling: _Telling, request: PlanPaperRequest) -> dict[str, Any]:
    """The long statement with the consent for somebody elsewhere; the short one on the patient's and our own copy."""
    found = accompanying(telling.on_file, request.reader, request.language)
    words = found.short if request.reader.kind in (RECORD, PATIENT) else found.whole
    return {"notice": words, "consent_id": found.consent_id}


def _check(reader: PlanReader) -> None:
    if reader.kind not in (RECORD, PATIENT, CAREGIVER, MEMBER, OTHER) or reader.hearer not in KINDS:
        raise Invalid("plans.bad_kind", field="reader")
    if reader.kind == OTHER and reader.hearer not in (PERSON, PRACTITIONER, ORGANIZATION):
        raise Invalid("plans.bad_kind", field="reader")
    if reader.kind != RECORD and not reader.name.strip():
        raise Invalid("plans.receiver_missing", field="reader")


def _printed(
    uow: UnitOfWork, request: PlanPaperRequest
) -> tuple[VersionRow | None, tuple[Item, ...], tuple[str, ...] | None]:
    """The version with its lines and what it lacked; without a version those of now."""
    if request.version_id is None:
        lacks = sheet(uow, AskSheet(request.patient_id, request.language)).missing
        return None, snapshot(uow, request.patient_id), tuple(each.title for each in lacks)
    stored = stored_versions(uow, request.patient_id)
    rows = dict(zip(stored, version_rows(uow, request.patient_id, stored), strict=True))
    kept = next((row for row in stored if row.id == request.version_id), None)
    if kept is None:
        raise NotFound("plans.unknown")
    lacked = plans.missing_of(kept.content)
    titles = {each.id: content.in_language(each.title, request.language) for each in content.elements()}
    missing = None if lacked is None else tuple(titles.get(each, each) for each in lacked)
    return rows[kept], plans.items_of(kept.content), missing


@dataclass(slots=True)
class _Telling:
    """Decides line by line what the reader gets, and counts the rest."""

    on_file: OnFile
    request: PlanPaperRequest
    left_out: int = 0
    medicines_left_out: int = 0
    substance_use: bool = False

    @property
    def topics(self) -> tuple[str, ...]:
        """What the pages are about in any case."""
        return (*_WHOLE, "medicines") if self.request.medicines else _WHOLE

    def _tells(self, topics: frozenset[str]) -> bool:
        told = self._may_tell(topics)
        self.substance_use = self.substance_use or (told and SUBSTANCE_USE in topics)
        return told

    def _may_tell(self, topics: frozenset[str]) -> bool:
        if not topics or self.request.reader.kind == RECORD:
            return True
        if not self.request.sensitive:
            return False
        return may_have(self.on_file, self.request.reader, sorted(topics))[0]

    def lines(self, lines: Sequence[Item]) -> Iterator[Item]:
        """Lines they may have; what hangs beneath one that is left out is left out with it."""
        rule, withheld = sensitive(), set()
        for line in lines:
            topics = rule.topics_of(line.title, *line.facts.values())
            if line.sensitive and not topics:
                topics = rule.topics  # marked by a person; nobody can tell about what
            if line.under in withheld or not self._tells(topics):
                withheld.add(line.id)
                self.left_out += 1
            else:
                yield line

    def medicines(self, uow: UnitOfWork) -> Iterator[str]:
        """Current medicines with how they are taken and what for."""
        rule = sensitive()
        for row in chart_facts.medicines(uow, self.request.patient_id):
            topics = rule.topics_of(row.text, row.reason)
            if rule.medicine(row.text) and not topics:
                topics = rule.topics
            if self._tells(topics):
                yield ", ".join(filter(None, (row.text, row.dosage, row.reason)))
            else:
                self.left_out += 1
                self.medicines_left_out += 1

    def sign_offs(self, rows: Sequence[SignOffRow]) -> Iterator[SignOffRow]:
        """Answers; one that names something sensitive goes with its reason."""
        rule = sensitive()
        for row in rows:
            if self._tells(rule.topics_of(row.role, row.organization, row.reason)):
                yield row
            else:
                self.left_out += 1
