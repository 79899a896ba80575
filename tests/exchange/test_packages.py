"""Sealed packages between two practices: there and back, nothing twice, nothing overwritten, nobody else reads them."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import sealed_package
from db.errors import DatabaseProblem
from db.models.clinical import Condition
from db.models.documents import DocumentContent
from db.models.partners import ExchangePartner, PartnerCopy
from db.models.patient import Patient
from db.models.plan import Goal, PlanAction
from db.models.practice import Organization, Practitioner
from db.slots import FAST_TEST_KDF, STANDARD_KDF
from icm_desktop.contracts.differences import DecideDifference, DifferenceFilter
from icm_desktop.contracts.exchange_rows import OutFilter
from icm_desktop.contracts.packages import LookAtPackage, OpenPackage, PackageSent, SendPackage
from icm_desktop.contracts.partners import AnswerCopy
from icm_desktop.contracts.plan_document import OTHER, PlanReader
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, ChangeGoal, GoalDraft
from icm_desktop.contracts.record_export import RecordRequest
from icm_desktop.errors import Conflict, UserError
from icm_desktop.practice import OpenPractice
from tests.exchange.conftest import condition, patient, run
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
HILL, LAKE = "Hill Street Clinic", "Lakeside Family Practice"
MODELS = (Patient, Goal, PlanAction, Condition, Organization, Practitioner)


@dataclass
class Two:
    """Two practices and a folder between them."""

    here: OpenPractice
    there: OpenPractice
    folder: Path
    files: int = 0

    def send(self, who: OpenPractice, to: str, patient_id: int = 1, **how) -> PackageSent:
        """Seal a package."""
        self.files += 1
        asked = RecordRequest(patient_id, PlanReader(OTHER, to, hearer="organization"))
        path = str(self.folder / f"{self.files}.icmx")
        return who.run("services.packages.send", SendPackage(asked, path, "treatment", **how))

    def take(self, who: OpenPractice, sent: PackageSent, **how):
        """Open one."""
        return who.run("services.packages.open_package", OpenPackage(sent.path, sent.code, **how))


@pytest.fixture(scope="module", autouse=True)
def _quick():
    """Guessing need not be slow here: one test below asks for the real cost."""
    kept = sealed_package.seal.__defaults__, sealed_package.unseal.__defaults__
    sealed_package.seal.__defaults__ = sealed_package.unseal.__defaults__ = (FAST_TEST_KDF,)
    yield
    sealed_package.seal.__defaults__, sealed_package.unseal.__defaults__ = kept


@pytest.fixture
def two(tmp_path):
    first = make_practice(tmp_path / "here", today=TODAY, name=HILL)
    second = make_practice(tmp_path / "there", today=TODAY, name=LAKE)
    here = first.open()
    doctor = {"resourceType": "Practitioner", "id": "d1", "name": [{"family": "Frost", "given": ["Ivy"]}]}
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [
        {"resource": one} for one in (patient(), condition(recorder={"reference": "Practitioner/d1"}), doctor)
    ]}  # fmt: skip
    (tmp_path / "in.json").write_text(json.dumps(bundle), encoding="utf-8")
    run(here, tmp_path / "in.json")
    goal = here.run("services.care_plans.add_goal", AddGoal(1, GoalDraft(None, "Walk 30 minutes a day"))).id
    here.run("services.care_plans.add_action", AddAction(1, goal, ActionDraft("Buy walking shoes")))
    yield Two(here, second.open(), tmp_path)
    first.database.close()
    second.database.close()


def counts(practice: OpenPractice) -> list[int]:
    with practice.read() as uow:
        return [uow.session.query(model).filter(model.removed_at.is_(None)).count() for model in MODELS]


def the(practice: OpenPractice, model, **values):
    with practice.read() as uow:
        row = uow.session.query(model).filter_by(**values).one()
        uow.session.expunge(row)
        return row


def change(practice: OpenPractice, text: str, status: str = "active") -> None:
    row = the(practice, Goal)
    practice.run("services.care_plans.change_goal", ChangeGoal(row.id, row.version, GoalDraft(None, text), status))


def test_a_plan_travels_and_its_changes_come_back_without_a_double(two):
    sent = two.send(two.here, LAKE)
    assert sent.with_plan and len(sent.code) == 19
    opened = two.take(two.there, sent, trust=True)
    assert (opened.practice, opened.refused) == (HILL, 0)
    assert the(two.there, Goal).text == "Walk 30 minutes a day"
    with two.there.read() as uow:
        assert b"%PDF" in uow.session.query(DocumentContent).one().data
    change(two.there, "Walk 40 minutes a day")
    two.there.run("services.care_plans.add_goal", AddGoal(1, GoalDraft(None, "Sleep seven hours")))
    before = counts(two.here)
    back = two.send(two.there, HILL)
    opened = two.take(two.here, back, trust=True)
    assert (opened.questions, opened.refused, opened.patient_id) == (0, 0, 1)
    goals = {"Walk 40 minutes a day", "Sleep seven hours"}
    with two.here.read() as uow:
        assert {row.text for row in uow.session.query(Goal)} == goals
    after = counts(two.here)
    assert after[0] == before[0] and after[1] == before[1] + 1 and after[2:4] == before[2:4]
    assert two.take(two.here, back).created == 0
    again = two.send(two.here, LAKE)
    there = counts(two.there)
    opened = two.take(two.there, again)
    assert (counts(two.there), opened.questions) == (there, 0)


def test_both_changed_it_becomes_a_question_and_an_answer_settles_it(two):
    two.take(two.there, two.send(two.here, LAKE), trust=True)
    change(two.there, "Swim twice a week")
    change(two.here, "Walk 40 minutes a day")
    opened = two.take(two.here, two.send(two.there, HILL), trust=True)
    assert opened.questions == 1 and the(two.here, Goal).text == "Walk 40 minutes a day"
    (asked,) = [row for row in two.here.run("queries.partners.queue", None) if row.state == "question"]
    assert "text" in asked.differing
    two.here.run("services.partners.answer", AnswerCopy(asked.id, "theirs"))
    assert the(two.here, Goal).text == "Swim twice a week"


def test_what_the_other_practice_does_to_our_actions_comes_back_wherever_it_stands(two):
    goal = the(two.here, Goal).id
    two.here.run("services.care_plans.add_action", AddAction(1, goal, ActionDraft("Join the heart group")))
    two.take(two.there, two.send(two.here, LAKE), trust=True)
    with two.there.write("test") as uow:
        first, second = uow.session.query(PlanAction).order_by(PlanAction.id)
        first.text, second.status = "Buy walking boots", "completed"
    with two.here.write("test") as uow:
        uow.session.query(PlanAction).filter_by(text="Buy walking shoes").one().text = "Buy good walking shoes"
    opened = two.take(two.here, two.send(two.there, HILL), trust=True)
    (asked,) = two.here.run("queries.differences.differences", DifferenceFilter()).rows
    assert opened.questions == 1 and asked.theirs.organization == LAKE
    assert (asked.fields[0].old, asked.fields[0].new) == ("Buy good walking shoes", "Buy walking boots")
    with two.here.read() as uow:
        told = [(row.text, row.status) for row in uow.session.query(PlanAction).order_by(PlanAction.id)]
    assert told == [("Buy good walking shoes", "not-started"), ("Join the heart group", "completed")]
    two.here.run("services.differences.decide", DecideDifference(asked.id, asked.version, "theirs"))
    assert [row.state for row in two.here.run("queries.partners.queue", None) if row.state == "question"] == []


def test_a_sealed_package_stands_among_the_disclosures(two):
    sent = two.send(two.here, LAKE)
    (row,) = two.here.run("queries.exchange_out.outgoing", OutFilter()).rows
    assert (row.channel, row.to, row.sha256, row.purpose) == ("package", LAKE, sent.sha256, "treatment")


def test_an_answer_to_an_older_package_takes_nothing_back(two):
    two.take(two.there, two.send(two.here, LAKE), trust=True)
    change(two.here, "Walk 40 minutes a day")
    two.send(two.here, LAKE)  # never opened there
    opened = two.take(two.here, two.send(two.there, HILL), trust=True)
    assert the(two.here, Goal).text == "Walk 40 minutes a day" and opened.questions == 1


def test_the_sender_is_new_then_known_then_another(two):
    sent = two.send(two.here, LAKE)
    look = two.there.run("services.packages.look", LookAtPackage(sent.path, sent.code))
    assert (look.sender_is, look.fingerprint, look.patient, look.birth_date) == (
        "new",
        sent.fingerprint,
        "Moss, Ada",
        "1961-11-20",
    )
    with pytest.raises(Conflict) as refused:
        two.take(two.there, sent)
    assert refused.value.code == "package.not_trusted" and counts(two.there)[0] == 0
    two.take(two.there, sent, trust=True)
    assert two.there.run("services.packages.look", LookAtPackage(sent.path, sent.code)).sender_is == "known"
    with two.there.write("test") as uow:
        uow.session.query(ExchangePartner).one().fingerprint = "0000"
    assert two.there.run("services.packages.look", LookAtPackage(sent.path, sent.code)).sender_is == "changed"
    with pytest.raises(Conflict):
        two.take(two.there, sent)


def test_the_patient_can_be_said_to_be_one_of_ours(two):
    with two.there.write("test") as uow:
        uow.session.add(Patient(record_number="000001", family="Moss", given="Ada", birth_date="1961-11-20"))
    sent = two.send(two.here, LAKE)
    opened = two.take(two.there, sent, trust=True, patient_id=1)
    assert opened.patient_id == 1 and counts(two.there)[0] == 1
    assert the(two.there, Condition).patient_id == 1


def test_own_foreign_cut_and_unreadable_files_are_told_apart(two, tmp_path):
    sent = two.send(two.here, LAKE)
    whole = Path(sent.path).read_bytes()
    cases = {
        "package.own": (two.here, whole, sent.code),
        "package.wrong_code": (two.there, whole, "0000-0000-0000-0000"),
        "package.cut_off": (two.there, whole[:-100], sent.code),
        "package.not_one": (two.there, b"%PDF-1.7 something", sent.code),
        "package.newer": (two.there, whole.replace(b'"version":1', b'"version":2'), sent.code),
        "package.older": (two.there, whole.replace(b'"version":1', b'"version":0'), sent.code),
        "package.damaged": (two.there, whole + b"more", sent.code),
    }
    for code, (who, data, typed) in cases.items():
        path = tmp_path / "case.icmx"
        path.write_bytes(data)
        with pytest.raises(UserError) as refused:
            who.run("services.packages.look", LookAtPackage(str(path), typed))
        assert refused.value.code == code
    with pytest.raises(UserError) as refused:
        two.there.run("services.packages.look", LookAtPackage(str(tmp_path / "nowhere"), sent.code))
    assert refused.value.code == "package.no_file"
    assert (
        two.there.run("services.packages.look", LookAtPackage(sent.path, sent.code.lower().replace("-", " "))).practice
        == HILL
    )


def test_nothing_readable_stands_in_the_file(two):
    sent = two.send(two.here, LAKE)
    data = Path(sent.path).read_bytes()
    for word in (b"Moss", b"Walk", b"Asthma", HILL.encode(), b"1961"):
        assert word not in data


@given(st.binary(min_size=1, max_size=300), st.data())
def test_any_changed_byte_is_refused(content, data):
    key = sealed_package.new_signing_key()
    sealed = bytearray(sealed_package.seal(content, "ABCD-EFGH-JKMN-PQRS", key, FAST_TEST_KDF))
    assert sealed_package.unseal(bytes(sealed), "abcd efgh jkmn pqrs", FAST_TEST_KDF).content == content
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DatabaseProblem) as refused:
        sealed_package.unseal(bytes(sealed), "ABCD-EFGH-JKMN-PQRS", FAST_TEST_KDF)
    assert refused.value.code.startswith("package.")


def test_somebody_who_knows_the_code_cannot_write_in_the_senders_name():
    code, sender, forger = "ABCD-EFGH-JKMN-PQRS", sealed_package.new_signing_key(), sealed_package.new_signing_key()
    real = sealed_package.seal(b"real", code, sender, FAST_TEST_KDF)
    forged = sealed_package.seal(b"real", code, forger, FAST_TEST_KDF)
    assert sealed_package.unseal(real, code, FAST_TEST_KDF).public_key == sealed_package.public_half(sender)
    assert sealed_package.unseal(forged, code, FAST_TEST_KDF).public_key == sealed_package.public_half(forger)


def test_a_package_that_is_cheap_to_guess_is_refused():
    sealed = sealed_package.seal(b"x", "ABCD", sealed_package.new_signing_key(), FAST_TEST_KDF)
    with pytest.raises(DatabaseProblem) as refused:
        sealed_package.unseal(sealed, "ABCD", STANDARD_KDF)
    assert refused.value.code == "package.damaged"


def test_the_copies_point_to_rows(two):
    two.send(two.here, LAKE)
    with two.here.read() as uow:
        copies = {copy.kind: (copy.own_table, copy.row_id) for copy in uow.session.query(PartnerCopy)}
    assert (
        copies["Goal"] == ("goal", 1)
        and copies["Patient"] == ("patient", 1)
        and copies["Condition"] == ("condition", 1)
    )
