"""Social needs: found, none or not asked; whether help is wanted; a referral that shows on the line until closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from db.models.clinical import Condition
from db.models.patient import Patient, PatientAddress
from db.models.plan import Goal
from db.models.scheduling import Appointment
from icm_desktop.content.instruments import instruments
from icm_desktop.content.social_domains import domains
from icm_desktop.contracts.day_sheets import DaySheet
from icm_desktop.contracts.handouts import KINDS, NEXT_STEPS, HandoutRequest
from icm_desktop.contracts.letters import LettersRequest, LetterTarget
from icm_desktop.contracts.plan_document import PlanPaperRequest, PlanReader
from icm_desktop.contracts.referral_packets import PacketRequest
from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral, ReferralFilter
from icm_desktop.contracts.screening import PrintForms, RecordScreening
from icm_desktop.contracts.social_needs import NeedRow, NeedToPlan, ReferNeed, SayNeed
from icm_desktop.contracts.team_letters import TeamLetterRequest
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.handouts.reading import page_texts
from tests.support import PracticeForTests, make_practice

TODAY = dt.date(2026, 11, 20)
ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"
NOTHING = {"1": 0, "2": [0], "3": 0, "4": 0, "5": 0, "6": 0, "7": 1, "8": 1, "9": 1, "10": 1}
UNSAFE = {"7": 3, "8": 3, "9": 3, "10": 2}


class Clinic:
    """A practice; each test has a patient of its own."""

    def __init__(self, practice: PracticeForTests) -> None:
        self.practice, self.patients = practice, 0

    def run(self, name: str, *args: object, role: Role = Role.COORDINATOR) -> Any:
        return self.practice.open(role).run(name, *args)

    def patient(self) -> int:
        self.patients += 1
        with self.practice.open().write("test") as uow:
            row = Patient(record_number=f"{self.patients:06}", family=f"P{self.patients}", birth_date="1961-03-01",
                          language="es" if self.patients % 2 else "en")  # fmt: skip
            uow.session.add(row)
            uow.session.flush()
            home = {"line": "120 Oak Street", "city": "Springfield", "state": "IL", "postal_code": "62701"}
            uow.session.add(PatientAddress(patient_id=row.id, use="home", **home))
            return row.id

    def asked(self, whose: int, answers: dict[str, Any], instrument: str = "ahc-hrsn", day: dt.date = TODAY) -> None:
        one = instruments()[instrument]
        self.run("services.screening.record", RecordScreening(
            whose, instrument, one.digest, answers, "interview", "en", day))  # fmt: skip

    def needs(self, whose: int) -> dict[str, NeedRow]:
        return {row.domain: row for row in self.run("queries.social_needs.of_patient", whose).rows}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    made = make_practice(tmp_path_factory.mktemp("needs"), today=TODAY)
    yield Clinic(made)
    made.database.close()


def test_every_domain_of_a_questionnaire_has_its_line() -> None:
    asked = {score.domain for one in instruments().values() for score in one.scores if score.domain}
    assert asked == {one.code for one in domains()}
    private = {score.domain for one in instruments().values() for score in one.scores if score.private}
    assert private == {one.code for one in domains() if one.private} == {"safety"}


def test_a_need_is_found_none_or_not_asked_by_the_newest_answer_and_the_problem_list(clinic: Clinic) -> None:
    whose = clinic.patient()
    assert {row.state for row in clinic.needs(whose).values()} == {"not_asked"}
    clinic.asked(whose, NOTHING | {"5": 1, "1": 1}, day=dt.date(2026, 3, 1))
    clinic.asked(whose, {"1": 0, "2": 1}, "hunger-vital-sign", day=dt.date(2026, 5, 1))
    with clinic.practice.open().write("test") as uow:
        uow.session.add_all(
            Condition(patient_id=whose, code_system=ICD10, code=code, status="active", verification="confirmed",
                      recorded_when=f"2026-0{month}-02")
            for code, month in (("Z59.12", 6), ("Z59.00", 2))
        )  # fmt: skip
    rows = clinic.needs(whose)
    assert {key: row.state for key, row in rows.items()} == {
        "housing": "found", "food": "found", "transportation": "found", "utilities": "found", "safety": "none",
    }  # fmt: skip
    assert rows["food"].by == instruments()["hunger-vital-sign"].title and rows["food"].day == dt.date(2026, 5, 1)
    assert (rows["utilities"].by or {})["en"] == "Problem list"  # later than the answer that says none
    clinic.asked(whose, NOTHING)
    states = {key: row.state for key, row in clinic.needs(whose).items()}
    assert states == dict.fromkeys(states, "none")  # the newest answer is newer than what the list says


def test_whether_help_is_wanted_is_kept_with_who_and_when(clinic: Clinic) -> None:
    whose = clinic.patient()
    clinic.asked(whose, NOTHING | {"5": 1})
    row = clinic.needs(whose)["transportation"]
    assert (row.wants_help, row.version) == (None, 0)
    for wrong, code in (
        ({"wants_help": ""}, "answer_missing"),
        ({"asked_on": TODAY + dt.timedelta(days=1)}, "bad_day"),
    ):
        with pytest.raises(Invalid, match=code):
            clinic.run("services.social_needs.say", _say(whose, **wrong))
    with pytest.raises(NotFound):
        clinic.run("services.social_needs.say", _say(whose, domain="gold"))
    clinic.run("services.social_needs.say", _say(whose, note="mornings only"))
    row = clinic.needs(whose)["transportation"]
    assert (row.wants_help, row.said_on, row.said_to, row.note) == ("yes", TODAY, "Rosa Diaz", "mornings only")
    with pytest.raises(Conflict):
        clinic.run("services.social_needs.say", _say(whose, wants_help="no"))
    clinic.run("services.social_needs.say", _say(whose, wants_help="no", expected_version=row.version))
    assert clinic.needs(whose)["transportation"].wants_help == "no"


def _say(whose: int, **more: Any) -> SayNeed:
    known: dict[str, Any] = {"domain": "transportation", "expected_version": 0, "wants_help": "yes", "asked_on": TODAY}
    return SayNeed(whose, **(known | more))


def test_a_referral_from_the_line_is_on_the_board_and_its_state_on_the_line_until_closed(clinic: Clinic) -> None:
    whose = clinic.patient()
    clinic.asked(whose, NOTHING | {"3": 2})
    saved = clinic.run("services.social_needs.refer", ReferNeed("food", NewReferral(
        whose, "Food assistance", to_name="Town Food Bank", reason="No money for food", send_now=True)))  # fmt: skip
    (board,) = clinic.run("queries.referrals.rows", ReferralFilter(patient_id=whose))
    assert board.id == saved.referral.id and board.limit_service == "community"
    told = clinic.needs(whose)["food"].referral
    assert told is not None and (told.state, told.to, told.open) == ("sent", "Town Food Bank", True)
    version = board.version
    for state in ("accepted", "scheduled", "seen", "report_received", "reviewed", "patient_informed", "closed"):
        step = AdvanceReferral(saved.referral.id, version, state, TODAY, note="done" if state != "closed" else None)
        done = clinic.run("services.referrals.advance", step, role=Role.CLINICIAN)
        version = done.referral.version
        line = clinic.needs(whose)["food"].referral
        assert line is not None and line.state == state
    last = clinic.needs(whose)["food"].referral
    assert last is not None and not last.open


def test_a_need_becomes_a_concern_of_the_plan_once(clinic: Clinic) -> None:
    whose = clinic.patient()
    clinic.asked(whose, NOTHING | {"6": 2})
    clinic.run("services.social_needs.to_plan", NeedToPlan(whose, "utilities"))
    assert clinic.needs(whose)["utilities"].concern == "active"
    (concern,) = clinic.run("queries.care_plan.care_plan", whose).concerns
    assert (concern.draft.kind, concern.draft.text, concern.draft.sensitive) == ("social", "Utilities", False)
    with pytest.raises(Invalid, match="in_plan"):
        clinic.run("services.social_needs.to_plan", NeedToPlan(whose, "utilities"))


def test_needs_are_for_the_care_team_only(clinic: Clinic) -> None:
    whose = clinic.patient()
    for name, what in (
        ("queries.social_needs.of_patient", whose), ("services.social_needs.say", _say(whose)),
        ("services.social_needs.to_plan", NeedToPlan(whose, "food")),
        ("services.social_needs.refer", ReferNeed("food", NewReferral(whose, "Food"))),
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            clinic.run(name, what, role=Role.FRONT_DESK)


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_about_safety_at_home_stands_on_any_page(clinic: Clinic, language: str) -> None:
    """HITS positive, help wanted, a referral and a concern because of it: no handout, letter or sheet tells."""
    whose = clinic.patient()
    clinic.asked(whose, NOTHING | UNSAFE | {"3": 2})
    with clinic.practice.open().write("test") as uow:
        uow.session.add(Goal(patient_id=whose, status="active", text="Walk", words="Walk every day"))
    rows = clinic.needs(whose)
    assert rows["safety"].state == "found" and rows["safety"].private
    clinic.run("services.social_needs.say", _say(whose, domain="safety", note="afraid of her husband"))
    service = rows["safety"].service
    clinic.run("services.social_needs.refer", ReferNeed("safety", NewReferral(
        whose, service, to_name="Safe Harbor", reason="violence at home", sensitive=True)))  # fmt: skip
    clinic.run("services.social_needs.to_plan", NeedToPlan(whose, "safety"))
    visit, food = _visit(clinic, whose, rows["safety"].service), _to_the_food_bank(clinic, whose)
    pages = _every_page(clinic, whose, language) | _letters(clinic, whose, language, visit)
    packet = clinic.run("reports.referral_letter.render", PacketRequest(food, language), role=Role.CLINICIAN)
    pages["packet to the food bank"] = " ".join(page_texts(packet.pdf))
    assert len(pages) == 22 and "Food Bank" in pages["packet to the food bank"]
    assert f"P{clinic.patients}".upper() in pages["day sheet"] and all(
        pages[one] for one in pages if one != "call_sheet"
    )
    asked = [item.words["en"] for item in instruments()["ahc-hrsn"].items if item.private]
    blank = pages.pop("form")  # its credit line names the authors of the questions
    assert not [words for words in asked if words in blank]
    forbidden = [*asked, "HITS", "Safety at home", "Seguridad en el hogar", "Safe Harbor", "violence", "husband"]
    for name, text in pages.items():
        found = [words for words in forbidden if words.casefold() in text.casefold()]
        assert found == [], (name, found)
    lines = clinic.run("queries.referrals.rows", ReferralFilter(patient_id=whose), role=Role.FRONT_DESK)
    (line,) = [one for one in lines if one.id != food]
    assert line.service is None and line.reason is None


def _visit(clinic: Clinic, whose: int, about: str | None) -> int:
    """A visit of today that was booked for it."""
    with clinic.practice.open().write("test") as uow:
        row = Appointment(patient_id=whose, starts_at=dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC), minutes=30,
                          status="booked", reason="violence at home", with_text="Dr. Cole")  # fmt: skip
        uow.session.add(row)
        uow.session.flush()
        return row.id


def _to_the_food_bank(clinic: Clinic, whose: int) -> int:
    referral = NewReferral(whose, "community", to_name="Town Food Bank", reason="Food")
    saved = clinic.run("services.social_needs.refer", ReferNeed("food", referral))
    number: int = saved.referral.id
    return number


def _letters(clinic: Clinic, whose: int, language: str, visit: int) -> dict[str, str]:
    """Letters of every kind, the sheets of the day, and every page for the patient."""
    found: dict[str, str] = {}
    for kind in ("reminder", "missed_visit"):
        made = clinic.run(
            "reports.letters.render", LettersRequest(kind, (LetterTarget(whose, visit),), language=language)
        )
        found[kind] = " ".join(page_texts(made.pdf))
    for role in (Role.FRONT_DESK, Role.COORDINATOR):
        sheet = clinic.run("reports.day_sheet.render", DaySheet(TODAY, language=language), role=Role.FRONT_DESK)
        found["day sheet" if role is Role.FRONT_DESK else "day sheet, coordinator"] = " ".join(page_texts(sheet.pdf))
    for kind in KINDS:
        report = "next_steps" if kind == NEXT_STEPS else "patient_sheet"
        made = clinic.run(f"reports.{report}.render", HandoutRequest(whose, kind, language=language))
        found[f"page {kind}"] = " ".join(page_texts(made.pdf))
    letter = TeamLetterRequest(whose, PlanReader("other", "Dr. Cruz"), language=language)
    found["team letter"] = " ".join(page_texts(clinic.run("reports.team_letter.render", letter).pdf))
    return found


def _every_page(clinic: Clinic, whose: int, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for large in (False, True):
        request = HandoutRequest(whose, language=language, large_print=large)
        made = clinic.run("reports.next_steps.render", request)
        found[f"next steps, large {large}"] = " ".join(page_texts(made.pdf))
    for name in ("html", "text"):
        found[name] = clinic.run(f"reports.next_steps_text.{name}", HandoutRequest(whose, language=language)).text
    for kind in ("recall", "call_sheet"):
        letters = clinic.run("reports.letters.render", LettersRequest(kind, (LetterTarget(whose),), language=language))
        found[kind] = " ".join(page_texts(letters.pdf)) if letters.pages else ""
    for reader in ("record", "patient", "other"):
        plan = clinic.run(
            "reports.care_plan.render", PlanPaperRequest(whose, PlanReader(reader, "Dr. Cruz"), language=language)
        )
        found[f"plan, {reader}"] = " ".join(page_texts(plan.pdf))
    forms = clinic.run("reports.screening_form.of_patients", PrintForms("ahc-hrsn", (whose,)))
    found["form"] = " ".join(page_texts(forms.pdf))
    return found
