"""Every way out of a patient with records of substance use: what leaves under which consent, and the notice with it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db import sealed_package
from db.models.clinical import Condition, MedicationEntry
from db.models.coverage import Consent
from db.models.partners import ExchangePartner, PartnerCopy, PartnerPatient
from db.models.patient import PatientContact
from db.models.practice import Organization, Practitioner
from db.models.team import TeamMember, TeamQuestion
from db.slots import FAST_TEST_KDF, STANDARD_KDF
from icm_desktop.contracts.disclosures import AskAccounting
from icm_desktop.contracts.handouts import HandoutRequest, KeepHandout
from icm_desktop.contracts.packages import SendPackage
from icm_desktop.contracts.plan_document import CAREGIVER, OTHER, GivePlan, PlanPaperRequest, PlanReader
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, GoalDraft
from icm_desktop.contracts.record_export import CCDA_CARE_PLAN, CCDA_REFERRAL, ExportRecord, RecordRequest
from icm_desktop.contracts.referral_packets import PacketRequest, SendPacket
from icm_desktop.contracts.referrals import NewReferral
from icm_desktop.contracts.team_letters import ABOUT_QUESTION, KeepTeamLetter, TeamLetterRequest
from icm_desktop.errors import Invalid, UserError
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.packages import unpacked as opened
from icm_desktop.services.exchanging.comparing import compare
from tests.handouts.reading import text
from tests.part2 import whole_consent
from tests.privacy.conftest import TODAY, register
from tests.support import make_practice

PLACE, DAUGHTER = "Lakeshore Heart Group", "Ana Lopez"
DOCTOR = PlanReader(OTHER, "Dr. Ivan Petrov", PLACE, "practitioner")
ANA = PlanReader(CAREGIVER, DAUGHTER, None, "contact", 1)
SECRETS = ("opioid", "buprenorphine", "heroin")
SHORT, LONG = "42 CFR part 2 prohibits unauthorized", "These rules prohibit you from using or disclosing this record"


@dataclass
class Clinic:
    """Maria, who takes buprenorphine, and everything records of her leave by."""

    practice: Any
    maria: int
    referral: int
    question: int
    partner: int
    folder: Path

    def run(self, name, *args, role="clinician"):
        return self.practice.open(role).run(name, *args)


@pytest.fixture(scope="module", autouse=True)
def _quick():
    sealed_package.seal.__defaults__ = (FAST_TEST_KDF,)
    sealed_package.unseal.__defaults__ = (FAST_TEST_KDF,)
    yield
    sealed_package.seal.__defaults__ = sealed_package.unseal.__defaults__ = (STANDARD_KDF,)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    practice = make_practice(tmp_path_factory.mktemp("ways_out"), today=TODAY)
    maria = register(practice, "Lopez")
    with practice.open("administrator").write("test") as uow:
        place = Organization(name=PLACE)
        partner = ExchangePartner(name=PLACE, kind="server", sends=True)
        uow.session.add_all([place, partner])
        uow.session.flush()
        petrov = Practitioner(family="Petrov", given="Ivan", prefix="Dr.", organization_id=place.id)
        whose = {"patient_id": maria}
        member = TeamMember(**whose, kind="practitioner", name="Dr. Ivan Petrov", practitioner_id=1, role_code="other",
                            starts_on=TODAY)  # fmt: skip
        uow.session.add_all([
            petrov, PartnerPatient(partner_id=partner.id, patient_id=maria, outside_id="p1"),
            PatientContact(**whose, name=DAUGHTER, relationship_code="DAUC",
                           may=["plan", "visits", "medicines", "diagnoses", "mental_health", "hiv", "reproductive"]),
            Condition(**whose, status="active", text="Diabetes"),
            Condition(**whose, status="active", text="Opioid use disorder"),
            MedicationEntry(**whose, kind="entry", status="active", text="Metformin 500 mg"),
            MedicationEntry(**whose, kind="entry", status="active", text="Buprenorphine 8 mg"),
            # lets what is sensitive be told at all; of substance use it lacks nearly everything
            Consent(**whose, status="active", decision="permit", scope="patient-privacy", given_on="2026-01-01",
                    covers=[{"code": "mental_health", "decision": "permit"}]),
        ])  # fmt: skip
        uow.session.flush()
        member.practitioner_id = petrov.id
        uow.session.add(member)
        uow.session.flush()
        question = TeamQuestion(
            **whose, team_member_id=member.id, asked_name=member.name, asked_kind=member.kind, channel="fax",
            question="Is buprenorphine a problem?", topic="medicines", asked_on=TODAY, status="open",
            owner_kind="user", owner_name="Kim Lee",
        )  # fmt: skip
        uow.session.add(question)
        uow.session.flush()
        made = Clinic(practice, maria, 0, question.id, partner.id, tmp_path_factory.mktemp("out"))
        petrov_id = petrov.id
    goal = made.run("services.care_plans.add_goal", AddGoal(maria, GoalDraft(None, "Walk every day"))).id
    made.run("services.care_plans.add_action", AddAction(maria, goal, ActionDraft("Count the steps")))
    secret = made.run("services.care_plans.add_goal", AddGoal(maria, GoalDraft(None, "Stay away from heroin"))).id
    made.run("services.care_plans.add_action", AddAction(maria, secret, ActionDraft("Buprenorphine each morning")))
    asked = NewReferral(maria, "Cardiology", to_practitioner_id=petrov_id, reason="Short of breath")
    made.referral = made.run("services.referrals.create", asked).referral.id
    yield made
    practice.database.close()


# the ways out: each gives what left as text


def fhir(clinic, **more):
    path = clinic.folder / "record.json"
    asked = RecordRequest(clinic.maria, more.pop("reader", DOCTOR))
    clinic.run(
        "services.record_exports.export", ExportRecord(asked, str(path), more.pop("purpose", "treatment"), **more)
    )
    return path.read_text("utf-8")


def readable(clinic):
    path = clinic.folder / "pages.json"
    asked = ExportRecord(RecordRequest(clinic.maria, DOCTOR), str(path), "treatment", readable=True)
    clinic.run("services.record_exports.export", asked)
    return text(path.with_suffix(".pdf").read_bytes())


def ccda(kind):
    def leave(clinic):
        path = clinic.folder / f"{kind}.xml"
        asked = RecordRequest(clinic.maria, DOCTOR, format=kind)
        clinic.run("services.record_exports.export", ExportRecord(asked, str(path), "treatment"))
        return path.read_text("utf-8")

    return leave


def package(clinic):
    path = clinic.folder / "sealed.icmx"
    asked = RecordRequest(clinic.maria, PlanReader(OTHER, PLACE, hearer="organization"))
    sent = clinic.run("services.packages.send", SendPackage(asked, str(path), "treatment"), role="coordinator")
    letter = opened(sealed_package.unseal(path.read_bytes(), sent.code).content)
    return json.dumps(letter.bundle)


def partner(clinic):
    with clinic.practice.open("coordinator").write("test") as uow:
        chosen = uow.session.query(PartnerPatient).one()
        compare(uow, uow.session.get(ExchangePartner, clinic.partner), chosen, again=True)
        waiting = [unpacked(one.waiting) for one in uow.session.query(PartnerCopy).filter_by(state="waiting")
                   if one.partner_id == clinic.partner and one.waiting is not None]  # fmt: skip
        uow.session.query(PartnerCopy).filter_by(partner_id=clinic.partner).delete()
    return json.dumps(waiting)


def plan_copy(clinic, reader=DOCTOR):
    asked = PlanPaperRequest(clinic.maria, reader)
    made = clinic.run("reports.care_plan.render", asked)
    return text(clinic.run("services.plan_papers.give", GivePlan(asked, made.content, "fax", "she asked")).pdf)


def packet(clinic):
    asked = PacketRequest(clinic.referral, sensitive=True)
    made = clinic.run("reports.referral_letter.render", asked)
    row = clinic.run("queries.referrals.referral", clinic.referral)
    return text(clinic.run("services.referral_packets.send", SendPacket(asked, row.version, made.content, "fax")).pdf)


def letter(clinic):
    asked = TeamLetterRequest(clinic.maria, DOCTOR, ABOUT_QUESTION, clinic.question)
    made = clinic.run("reports.team_letter.render", asked)
    return text(clinic.run("services.team_letters.keep", KeepTeamLetter(asked, made.content, "fax", "asked")).pdf)


def page(clinic):
    offered = clinic.run("reports.next_steps.render", HandoutRequest(clinic.maria)).sensitive
    ids = tuple(one.id for one in offered)
    made = clinic.run("reports.next_steps.render", HandoutRequest(clinic.maria, sensitive_ids=ids))
    clinic.run("services.handouts.keep", KeepHandout(clinic.maria, made, "printed", 1, True, "she asked"))
    return text(made.pdf)


TO_DOCTOR = {
    "fhir": fhir, "readable": readable, "ccda-care-plan": ccda(CCDA_CARE_PLAN), "ccda-referral": ccda(CCDA_REFERRAL),
    "package": package, "partner": partner, "plan_copy": plan_copy, "packet": packet, "letter": letter,
}  # fmt: skip
TO_FAMILY = {"page": page, "plan_copy": lambda clinic: plan_copy(clinic, ANA)}
WAYS = [(name, "doctor") for name in TO_DOCTOR] + [(name, "daughter") for name in TO_FAMILY]
REFUSED_WHOLE = {"letter", "page"}  # what is about it alone does not leave with a gap


def consents(clinic, state, whom):
    named = (DAUGHTER,) if whom == "daughter" else ("Dr. Ivan Petrov", PLACE)
    return {
        "none": [],
        "tpo": [whole_consent(clinic.maria)],
        "named": [whole_consent(clinic.maria, *named)],
        "revoked": [whole_consent(clinic.maria, *named, revoked_on="2026-11-01", status="inactive")],
        "expired": [whole_consent(clinic.maria, *named, expires_on="2026-11-19")],
        "last_day": [whole_consent(clinic.maria, *named, expires_on="2026-11-20")],
        "somebody_else": [whole_consent(clinic.maria, "State Street Clinic")],
        "deficient": [whole_consent(clinic.maria, *named, statements=None)],
        "spoken": [whole_consent(clinic.maria, *named, given_how="verbal")],
    }[state]


STATES = ("none", "tpo", "named", "revoked", "expired", "somebody_else")  # of every way out
FINER = ("last_day", "deficient", "spoken")  # of one: the rule itself is tried in test_part2_rules.py


def left(clinic, name, whom, state):
    """What left, in small letters and on one line; None when it was refused."""
    with clinic.practice.open("administrator").write("test") as uow:
        rows = consents(clinic, state, whom)
        uow.session.add_all(rows)
        uow.session.flush()
        ids = [row.id for row in rows]
    try:
        return " ".join((TO_DOCTOR if whom == "doctor" else TO_FAMILY)[name](clinic).split())
    except Invalid as refused:
        if refused.code != "privacy.part2_needed":
            raise
        return None
    finally:
        with clinic.practice.open("administrator").write("test") as uow:
            for number in ids:
                uow.session.get(Consent, number).removed_at = uow.now


@pytest.mark.parametrize(
    ("name", "whom", "state"),
    [(*way, state) for way in WAYS for state in STATES] + [("plan_copy", "doctor", state) for state in FINER],
)
def test_it_leaves_only_by_a_whole_consent_in_force_and_never_without_the_notice(clinic, name, whom, state):
    permitted = state in ("named", "last_day") or (state == "tpo" and whom == "doctor")
    found = left(clinic, name, whom, state)
    if not permitted:
        if name in REFUSED_WHOLE:
            assert found is None
        else:
            assert not any(secret in found.casefold() for secret in SECRETS)
            assert SHORT not in found and LONG not in found
        return
    assert found is not None and any(secret in found.casefold() for secret in SECRETS)
    assert SHORT in found or LONG in found
    assert "written consent of 01-Oct-2026" in found or '"reference": "Consent/' in found


@pytest.mark.parametrize("name", ["fhir", "package", "plan_copy", "packet", "letter"])
def test_what_left_is_on_the_list_of_part_2(clinic, name):
    asked = AskAccounting(clinic.maria, dt.date(2028, 1, 1), part2=True)
    before = len(clinic.run("queries.disclosures.accounting", asked).rows)
    left(clinic, name, "doctor", "tpo")
    assert len(clinic.run("queries.disclosures.accounting", asked).rows) == before + 1
    left(clinic, name, "doctor", "none")
    assert len(clinic.run("queries.disclosures.accounting", asked).rows) == before + 1


# without a consent


@pytest.mark.parametrize("purpose", ["emergency", "audit", "service", "court"])
def test_an_exception_needs_what_it_rests_on_and_says_so_on_the_record(clinic, purpose):
    with pytest.raises(Invalid, match=r"export\.exception_reason"):
        fhir(clinic, purpose=purpose)
    found = fhir(clinic, purpose=purpose, reason="Overdose, not awake")
    assert "Opioid use disorder" in found and SHORT in found
    assert {"emergency": "2.51", "audit": "2.53", "service": "2.12(c)(4)", "court": "2.61"}[purpose] in found


def test_an_emergency_names_medical_personnel_and_where_they_work(clinic):
    for nobody in (ANA, PlanReader(OTHER, "Dr. Ivan Petrov", None, "practitioner")):
        with pytest.raises(UserError, match=r"export\.emergency_whom"):
            fhir(clinic, purpose="emergency", reason="Overdose", reader=nobody)


def test_a_consent_for_treatment_is_none_for_a_proceeding(clinic):
    for purpose, permitted in (("legal", False), ("treatment", True), ("payment", True)):
        with clinic.practice.open("administrator").write("test") as uow:
            row = whole_consent(clinic.maria)
            uow.session.add(row)
            uow.session.flush()
            number = row.id
        found = fhir(clinic, purpose=purpose, reason="asked")
        with clinic.practice.open("administrator").write("test") as uow:
            uow.session.get(Consent, number).removed_at = uow.now
        assert ("Opioid use disorder" in found) is permitted, purpose


def test_the_day_after_its_last_one_a_queued_consent_lets_nothing_go(clinic):
    """A consent that ends by its date changes no record; what waits for a partner is looked at again."""
    with clinic.practice.open("administrator").write("test") as uow:
        row = whole_consent(clinic.maria, expires_on="2026-11-20")
        uow.session.add(row)
        uow.session.flush()
        number = row.id

    def queued(day):
        with clinic.practice.on(day).open("coordinator").write("test") as uow:
            chosen = uow.session.query(PartnerPatient).one()
            compare(uow, uow.session.get(ExchangePartner, clinic.partner), chosen)
            found = uow.session.query(PartnerCopy).filter_by(partner_id=clinic.partner, state="waiting")
            return json.dumps([unpacked(one.waiting) for one in found if one.waiting])

    assert "heroin" in queued(TODAY)
    assert "heroin" not in queued(TODAY + dt.timedelta(days=1))
    with clinic.practice.open("administrator").write("test") as uow:
        uow.session.get(Consent, number).removed_at = uow.now
        uow.session.query(PartnerCopy).filter_by(partner_id=clinic.partner).delete()
