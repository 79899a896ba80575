"""HL7 v2 messages: ADT, SIU and ORU, with their escapes, repetitions, time zones, character sets and batches."""

from __future__ import annotations

import base64
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models.clinical import AllergyIntolerance, Condition, Encounter, Observation
from db.models.documents import Document, DocumentContent
from db.models.patient import Patient, PatientAddress, PatientContact, PatientIdentifier
from db.models.scheduling import Appointment
from icm_desktop.contracts.transitions import TransitionFilter
from icm_desktop.exchange.hl7v2.messages import Separators, messages, unescaped
from icm_desktop.queries import transitions
from tests.exchange.conftest import adds_up, run, totals
from tests.exchange.test_undo import fingerprint, sound, undo
from tests.support import make_practice

PID = (
    "PID|1||77^^^TROY&2.16.840.1.113883.19.5&ISO^MR~999-11-2222^^^SSA^SS||Moss^Ada^B^^Mrs^^L~Byron^Ada^^^^^M|"
    "|19611120|F||2106-3^White^HL70005|1 Elm St^Apt 4^Troy^NY^12180^USA^H||"
    "^PRN^PH^^1^518^5550101~^PRN^CP^ada@x^^^^^^^^518-555-0102|^WPN^PH^^^518^5550103|SPA|M"
)
SHORT = "PID|1||77^^^TROY&2.16.840.1.113883.19.5&ISO^MR||Moss^Ada"
NK1 = "NK1|1|Moss^Bo|SPO^Spouse^HL70063||^PRN^PH^^^518^5550104||C"
PV1 = "PV1|1|I|4W^12^B^Troy Hospital||||1234567893^Frost^Ivy^^^Dr||||||||||||V9^^^TROY|||||||||||||||||{}||||||||{}|{}"


def message(kind: str, *segments: str, when: str = "20260301120000-0500", number: str = "1", charset: str = "") -> str:
    head = f"MSH|^~\\&|ADT1|TROY|ICM|US|{when}||{kind}|{number}|P|2.5.1||||||{charset}"
    return "\r".join((head, *segments)) + "\r"


def stay(admitted: str, discharged: str = "", disposition: str = "") -> str:
    return PV1.format(disposition, admitted, discharged)


@pytest.fixture
def sent(tmp_path):
    def written(*texts: str, name: str = "a.hl7", encoding: str = "utf-8") -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes("".join(texts).encode(encoding))
        return path

    return written


ADMITTED = message(
    "ADT^A01",
    PID,
    NK1,
    stay("20260225080000-0500"),
    "AL1|1|DA|70618^Penicillin^RXNORM|SV|Hives~Itch",
    when="20260225080500-0500",
)
DISCHARGED = message(
    "ADT^A03", SHORT, stay("20260225080000-0500", "20260301113000-0500", "01"), "DG1|1||I10^Hypertension^I10||20260225",
    when="20260301113000-0500", number="2",
)  # fmt: skip


def test_an_admission_brings_the_patient_with_everything_pid_says(practice, sent):
    report = run(practice, sent(ADMITTED))
    assert adds_up(report)
    with practice.read() as uow:
        who = uow.session.scalars(select(Patient)).one()
        assert (who.family, who.given, who.birth_date, who.sex, who.language) == (
            "Moss", "Ada B", "1961-11-20", "female", "es",
        )  # fmt: skip
        numbers = {(one.system, one.value) for one in uow.session.scalars(select(PatientIdentifier))}
        assert numbers == {
            ("urn:oid:2.16.840.1.113883.19.5", "77"), ("http://hl7.org/fhir/sid/us-ssn", "999-11-2222"),
        }  # fmt: skip
        place = uow.session.scalars(select(PatientAddress)).one()
        assert (place.line, place.city, place.postal_code) == ("1 Elm St, Apt 4", "Troy", "12180")
        close = uow.session.scalars(select(PatientContact)).one()
        assert (close.name, close.is_emergency, close.phone) == ("Bo Moss", True, "5185550104")
        told = uow.session.scalars(select(AllergyIntolerance)).one()
        assert (told.text, told.severity, told.reaction) == ("Penicillin", "severe", "Hives, Itch (severe)")
        visit = uow.session.scalars(select(Encounter)).one()
        assert (visit.status, visit.class_code, visit.starts_when) == ("in-progress", "IMP", "2026-02-25T13:00:00Z")
        assert (visit.participant, visit.location) == ("Dr Ivy Frost", "4W, room 12, bed B, Troy Hospital")


def test_a_discharge_ends_the_stay_keeps_what_it_does_not_tell_and_starts_the_clocks(tmp_path, sent):
    made = make_practice(tmp_path / "practice", today=dt.date(2026, 3, 2))
    practice = made.open("coordinator")
    run(practice, sent(ADMITTED))
    report = run(practice, sent(DISCHARGED, name="b.hl7"))
    assert adds_up(report)
    assert totals(report)["Encounter"].updated == 1
    with practice.read() as uow:
        visit = uow.session.scalars(select(Encounter)).one()
        assert (visit.status, visit.ends_when, visit.discharge) == (
            "finished", "2026-03-01T16:30:00Z", "Discharged to home",
        )  # fmt: skip
        who = uow.session.scalars(select(Patient)).one()
        assert (who.given, who.birth_date, who.language) == ("Ada", "1961-11-20", "es")
        assert uow.session.scalars(select(PatientAddress.city)).all() == ["Troy"]
        assert uow.session.scalars(select(Condition.text)).all() == ["Hypertension"]
        assert [row.discharged_on for row in transitions.board(uow, TransitionFilter())] == [dt.date(2026, 3, 1)]
    made.database.close()


@pytest.mark.parametrize("order", [(ADMITTED, DISCHARGED), (DISCHARGED, ADMITTED)])
def test_messages_of_one_import_are_put_together_in_whatever_order_they_lie(practice, sent, order):
    for number, text in enumerate(order):
        sent(text, name=f"{number}.hl7")
    folder = sent("", name="x.txt").parent
    run(practice, folder)
    with practice.read() as uow:
        visit = uow.session.scalars(select(Encounter)).one()
        assert (visit.status, visit.ends_when) == ("finished", "2026-03-01T16:30:00Z")
        assert uow.session.scalars(select(Patient.birth_date)).one() == "1961-11-20"
    again = run(practice, folder)
    assert adds_up(again)
    assert {(one.created, one.updated) for one in totals(again).values()} == {(0, 0)}
    assert sound(practice)


def test_an_older_message_that_comes_late_changes_nothing(practice, sent):
    run(practice, sent(ADMITTED, DISCHARGED))
    late = run(practice, sent(ADMITTED, name="late.hl7"))
    assert {one.updated for one in totals(late).values()} == {0}


def sch(number: str, status: str, start: str = "20310506143000-0400") -> str:
    reason = "FU^Follow-up^L"
    return f"SCH|{number}^P|{number}^F|||||{reason}|||30|^^30^{start}|||||Dr^Noor||||||||||{status}"


AIP = "AIP|1||55^Noor^Sam^^^Dr"
AIL = "AIL|1||Heart Clinic^2"


def test_a_visit_elsewhere_is_booked_moved_and_cancelled(practice, sent):
    booked = message("SIU^S12", SHORT, sch("A1", "Booked"), AIP, AIL, when="20310101080000")
    moved = message("SIU^S13", SHORT, sch("A1", "Booked", "20310507090000-0400"), AIP, when="20310102080000")
    gone = message("SIU^S15", SHORT, sch("A1", "Cancelled", "20310507090000-0400"), when="20310103080000")
    run(practice, sent(booked))
    with practice.read() as uow:
        row = uow.session.scalars(select(Appointment)).one()
        assert (row.starts_at, row.minutes, row.with_text, row.where_text, row.status, row.outside, row.reason) == (
            dt.datetime(2031, 5, 6, 18, 30, tzinfo=dt.UTC), 30, "Dr Sam Noor", "Heart Clinic, room 2", "booked", True,
            "Follow-up",
        )  # fmt: skip
    run(practice, sent(moved, name="b.hl7"))
    run(practice, sent(gone, name="c.hl7"))
    with practice.read() as uow:
        row = uow.session.scalars(select(Appointment)).one()
        assert (row.starts_at, row.status, row.with_text) == (
            dt.datetime(2031, 5, 7, 13, 0, tzinfo=dt.UTC), "cancelled", "Dr Sam Noor",
        )  # fmt: skip


OBR = "OBR|1|P1|F1^LAB|24331-1^Lipid panel^LN|||20260210080000|||||||||99^Ray^Lou||||||20260211090000||LAB|F"


def obx(number: int, kind: str, code: str, value: str, unit: str = "", limits: str = "", flag: str = "") -> str:
    return f"OBX|{number}|{kind}|{code}||{value}|{unit}|{limits}|{flag}|||F|||20260210080000"


@pytest.mark.parametrize(
    ("segment", "number", "comparator", "text", "code"),
    [
        (obx(1, "NM", "2093-3^Cholesterol^LN", "212", "mg/dL", "100-200", "H"), 212, None, None, None),
        (obx(1, "SN", "2093-3^Cholesterol^LN", ">^1000", "mg/dL"), 1000, ">", None, None),
        (obx(1, "ST", "2093-3^Cholesterol^LN", "<5", "mg/dL"), 5, "<", None, None),
        (obx(1, "ST", "5778-6^Color^LN", "Yellow \\T\\ clear"), None, None, "Yellow & clear", None),
        (obx(1, "CWE", "882-1^ABO^LN", "112144000^Group A^SCT"), None, None, "Group A", "112144000"),
        (obx(1, "SN", "1-1^X^LN", "^1^-^5"), None, None, "1 to 5", None),
        (obx(1, "NM", "1-1^X^LN", "many"), None, None, "many", None),
    ],
)
def test_every_sort_of_result_is_what_it_says(practice, sent, segment, number, comparator, text, code):
    report = run(practice, sent(message("ORU^R01", SHORT, OBR, segment, "NTE|1||fasting")))
    assert adds_up(report)
    with practice.read() as uow:
        row = uow.session.scalars(select(Observation)).one()
        assert (row.value_number, row.value_comparator, row.value_text, row.value_code) == (
            number, comparator, text, code,
        )  # fmt: skip
        assert (row.status, row.note) == ("final", "fasting")
        if "100-200" in segment:
            assert (row.reference_low, row.reference_high, row.interpretation) == (100, 200, "H")


def test_the_text_and_the_file_of_a_report_are_kept_to_be_read(practice, sent):
    pdf = base64.b64encode(b"%PDF-1.4 nothing").decode()
    lines = (
        "OBX|1|TX|18748-4^Report^LN||Heart size~is normal.||||||F",
        f"OBX|2|ED|PDF^Report^L||^AP^PDF^Base64^{pdf}||||||F",
    )
    run(practice, sent(message("ORU^R01", SHORT, OBR, *lines)))
    with practice.read() as uow:
        assert uow.session.scalars(select(Document)).one().author == "Lou Ray"
        parts = list(uow.session.scalars(select(DocumentContent).order_by(DocumentContent.position)))
    assert [(one.content_type, one.data) for one in parts] == [
        ("application/pdf", b"%PDF-1.4 nothing"), ("text/plain", b"Heart size\nis normal."),
    ]  # fmt: skip


def test_batches_and_frames_are_opened_and_what_is_not_read_is_named(practice, sent):
    batch = "FHS|^~\\&|X\rBHS|^~\\&|X\r\x0b" + ADMITTED + "ZPI|1|x\rIN1|1|x\r\x1c\rBTS|1\rFTS|1\r"
    other = message("MDM^T02", SHORT, number="7") + message("ADT^A40", SHORT, "MRG|78", number="8")
    report = run(practice, sent(batch, other, message("ADT^A08", "PV1|1|O", number="9")))
    assert adds_up(report)
    notes = " ".join(report.files[0].notes)
    for wanted in (
        "A segment ZPI is not read",
        "A segment IN1",
        "(MDM^T02) is of a type",
        "decided here by a person",
        "no patient",
    ):
        assert wanted in notes
    assert totals(report)["Patient"].created == 1


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("UNICODE UTF-8", "utf-8"), ("8859/1", "iso-8859-1"), ("", "utf-8"), ("", "cp1252"), ("8859/15", "iso-8859-15")],
)
def test_letters_arrive_in_every_character_set(practice, sent, charset, encoding):
    text = message("ADT^A04", SHORT.replace("Moss", "Núñez"), charset=charset)
    run(practice, sent(text, encoding=encoding))
    with practice.read() as uow:
        assert uow.session.scalars(select(Patient.family)).one() == "Núñez"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f", "a|b^c&d~e\\f"), ("one\\.br\\two", "one\ntwo"), ("\\X41C3A9\\", "Aé"),
        ("\\H\\bold\\N\\", "bold"), ("50% \\ off", "50% \\ off"), ("\\Zlocal\\x", "x"), ("\\", "\\"),
    ],
)  # fmt: skip
def test_escapes_become_what_they_stand_for(text, wanted):
    assert unescaped(text, Separators()) == wanted


def test_other_separators_are_those_the_message_says(practice, sent):
    text = ADMITTED.replace("|", "#").replace("^", "*").replace("MSH#*~\\&#", "MSH#*~\\&#")
    run(practice, sent(text))
    with practice.read() as uow:
        assert uow.session.scalars(select(Patient.family)).one() == "Moss"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MSH|^~\\&|X", "names no patient|of a type"), ("MSH|||||", "separators"), ("MSH", "holds no FHIR|not a file"),
        ("MSH|^~\\&|A|B|||20260301||ADT^A01|1|P|2.5||||||KLINGON\rPID|1||7||X^Y\r", "character set"),
        ("BHS|^~\\&|X\rPID|1||7||X^Y\r", "before the first message"),
    ],
)  # fmt: skip
def test_what_is_no_message_is_refused_in_words(practice, sent, text, told):
    report = run(practice, sent(text))
    assert adds_up(report)
    said = " ".join((report.files[0].reason or "", *report.files[0].notes))
    assert any(each in said for each in told.split("|")) or report.files[0].status == "skipped"


def test_a_whole_import_of_messages_is_taken_back(practice, sent):
    before = fingerprint(practice)
    report = run(practice, sent(ADMITTED, DISCHARGED, message("ORU^R01", SHORT, OBR, obx(1, "NM", "1-1^X^LN", "1"))))
    undo(practice, report.id)
    assert fingerprint(practice) == before


def test_a_long_batch_is_read_message_by_message(sent):
    many = "".join(message("ADT^A04", SHORT.replace("77", str(number)), number=str(number)) for number in range(500))
    assert len(list(messages(sent(many)))) == 500
