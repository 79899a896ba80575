"""Lists of patients, visits and costs in CSV: columns are guessed, asked and remembered, bad lines refused."""

from __future__ import annotations

import csv
import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models.coverage import Claim, Coverage
from db.models.patient import Patient, PatientContact, PatientIdentifier
from db.models.scheduling import Appointment
from icm_desktop.contracts.csv_files import ListLook, LookAtList, SaveRefused
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.domain import csv_dates
from icm_desktop.domain.csv_mapping import COSTS, FIELDS, PATIENTS, VISITS, CsvMapping, lacking
from icm_desktop.errors import Invalid
from tests.exchange.conftest import adds_up, run, totals
from tests.exchange.test_undo import fingerprint, undo

HEAD = "MRN,Last Name,First Name,DOB,Sex,Cell Phone,Email,Address,City,State,Zip,Language,Insurance,Member ID,"
HEAD += "Emergency Contact,Emergency Phone"
MOSS = "1001,Moss,Ada,11/20/1961,F,518-555-0101,ada@example.org,1 Elm St,Troy,NY,12180,Spanish,Medicare,M-1,Bo Moss,"
MOSS += "518-555-0102"


def look(practice, path) -> ListLook:
    found: ListLook = practice.run("services.csv_files.look", LookAtList(str(path)))
    return found


def orders(seen: ListLook) -> tuple[str, ...]:
    return seen.orders_of(seen.mapping.kind, dict(seen.mapping.columns))


def take(practice, path, mapping: CsvMapping | None = None, *, dry_run: bool = False):
    mapping = mapping or look(practice, path).mapping
    return practice.run("services.exchange.import_files", ImportRequest((str(path),), dry_run, (mapping,)))


@pytest.fixture
def listed(tmp_path):
    def written(*lines: str, name: str = "patients list.csv", encoding: str = "utf-8", head: str = HEAD) -> Path:
        path = tmp_path / name
        path.write_bytes("\r\n".join((head, *lines, "")).encode(encoding))
        return path

    return written


def test_columns_of_a_list_of_patients_are_guessed_and_every_field_arrives(practice, listed):
    path = listed(MOSS)
    seen = look(practice, path)
    assert (seen.known, seen.remembered, seen.mapping.kind, seen.lines, orders(seen)) == (
        False, False, PATIENTS, 1, (csv_dates.MDY,),
    )  # fmt: skip
    report = take(practice, path)
    assert adds_up(report)
    assert totals(report)["Patient"].created == 1
    with practice.read() as uow:
        who = uow.session.scalars(select(Patient)).one()
        assert (who.family, who.given, who.birth_date, who.sex, who.language, who.phone) == (
            "Moss", "Ada", "1961-11-20", "female", "es", "518-555-0101",
        )  # fmt: skip
        number = uow.session.scalars(select(PatientIdentifier)).one()
        assert (number.system, number.value) == ("urn:icm-csv:patientslist", "1001")
        insured = uow.session.scalars(select(Coverage)).one()
        assert (insured.payer, insured.member_id) == ("Medicare", "M-1")
        assert uow.session.scalars(select(PatientContact.name)).all() == ["Bo Moss"]


def test_what_columns_mean_is_remembered_by_their_names(practice, listed):
    first = listed(MOSS)
    take(practice, first)
    second = listed(MOSS.replace("1001", "1002").replace("Ada", "Eva"), name="next month.csv")
    assert look(practice, second).remembered
    assert totals(run(practice, second))["Patient"].created == 1


def test_a_list_nobody_explained_is_left_alone_and_says_so(practice, listed):
    report = run(practice, listed(MOSS))
    assert report.files[0].status == "skipped"
    assert "not known yet" in (report.files[0].reason or "")


def test_the_same_list_again_changes_nothing_and_a_changed_line_updates(practice, listed):
    take(practice, listed(MOSS))
    again = take(practice, listed(MOSS))
    assert {(one.created, one.updated) for one in totals(again).values()} == {(0, 0)}
    changed = take(practice, listed(MOSS.replace("Troy", "Albany")))
    assert totals(changed)["Patient"].updated == 1


def test_what_was_changed_here_is_kept_and_somebody_alike_is_a_question(practice, listed):
    take(practice, listed(MOSS))
    with practice.write("patients.edit") as uow:
        uow.session.scalars(select(Patient)).one().preferred_name = "Addie"
    newer = take(practice, listed(MOSS.replace("Ada", "Adah")))
    assert totals(newer)["Patient"].updated == 1
    other = take(practice, listed(MOSS.replace("1001", "77"), name="another program.csv"), None)
    assert totals(other)["Patient"].created == 1 and len(other.matches) == 1
    with practice.read() as uow:
        assert "Addie" in set(uow.session.scalars(select(Patient.preferred_name)))


BAD = {
    MOSS.replace("Moss", ""): "it has no family name",
    MOSS.replace("11/20/1961", "02/30/1961"): "is no day that exists",
    MOSS.replace("11/20/1961", "11/20/61"): "two digits",
    MOSS.replace("11/20/1961", "someday"): "is no date",
    MOSS.replace("11/20/1961", "11/20/2961"): "cannot be one",
    MOSS + ",more,and more": "it has 18 cells",
}


def test_bad_lines_are_refused_with_their_number_and_written_out_to_be_mended(practice, listed, tmp_path):
    path = listed(*BAD, MOSS)
    report = take(practice, path)
    assert adds_up(report)
    assert (totals(report)["Patient"].created, totals(report)["Patient"].refused) == (1, len(BAD))
    lines = dict(report.files[0].lines)
    assert sorted(lines) == list(range(2, 2 + len(BAD)))
    assert all(wanted in lines[number] for number, wanted in enumerate(BAD.values(), start=2))
    out = tmp_path / "refused.csv"
    done = practice.run("services.csv_files.save_refused", SaveRefused(str(path), report.files[0].lines, str(out)))
    assert done.rows == len(BAD)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[1]["DOB"] == "02/30/1961"
    assert rows[1]["reason"].startswith("3: birth date:")


def test_refused_lines_hold_no_formula(practice, listed, tmp_path):
    path = listed(MOSS.replace("Moss", "").replace("Ada", '"=HYPERLINK(""http://x"")"'))
    report = take(practice, path)
    out = tmp_path / "refused.csv"
    practice.run("services.csv_files.save_refused", SaveRefused(str(path), report.files[0].lines, str(out)))
    assert "'=HYPERLINK" in out.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_encoding_and_separator_is_found(practice, listed, encoding, separator):
    line = '"Núñez, María"|María|1961-11-20'.replace("|", separator)
    path = listed(line, head=separator.join(("Apellidos", "Nombres", "Fecha de nacimiento")), encoding=encoding)
    report = take(practice, path)
    assert totals(report)["Patient"].created == 1
    with practice.read() as uow:
        assert uow.session.scalars(select(Patient.family)).one() == "Núñez, María"


def test_dates_that_could_be_two_days_are_asked_and_never_guessed(practice, listed):
    path = listed(MOSS.replace("11/20/1961", "03/04/1961"))
    seen = look(practice, path)
    assert orders(seen) == (csv_dates.MDY, csv_dates.DMY)
    report = take(practice, path, dry_run=True)
    assert totals(report)["Patient"].refused == 1
    assert "could be two different days" in report.files[0].lines[0][1]


@pytest.mark.parametrize(
    ("text", "order", "wanted"),
    [
        ("03/04/2026", "mdy", "2026-03-04"), ("03/04/2026", "dmy", "2026-04-03"), ("2026-3-4", "", "2026-03-04"),
        ("4.3.2026", "dmy", "2026-03-04"), ("20 Nov 1961", "", "1961-11-20"), ("Nov 20, 1961", "", "1961-11-20"),
        ("20-dic-1961", "", "1961-12-20"), ("3 de enero de 1961", "", "1961-01-03"), ("19611120", "", "1961-11-20"),
        ("25/12/2026", "", "2026-12-25"), ("12/25/2026", "", "2026-12-25"), ("05/05/2026", "", "2026-05-05"),
    ],
)  # fmt: skip
def test_a_date_is_the_day_it_says(text, order, wanted):
    assert csv_dates.day(text, order).isoformat() == wanted


@pytest.mark.parametrize("text", ["", "0", "99/99/9999", "1/2/3", "2026-02-30", "Foo 20, 1961", "１２/25/2026 x"])
def test_what_is_no_date_is_none(text):
    with pytest.raises(csv_dates.NotADate):
        csv_dates.day(text, "mdy")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("9:30", "09:30"),
        ("14.30", "14:30"),
        ("2:30 PM", "14:30"),
        ("12 am", "00:00"),
        ("0930", "09:30"),
        ("9h15", "09:15"),
    ],
)
def test_a_time_is_the_hour_it_says(text, wanted):
    assert f"{csv_dates.time(text):%H:%M}" == wanted


VISIT_HEAD = "Patient ID,Appt Date,Appt Time,Duration,Provider,Location,Clinic Phone,Reason,Status"


def test_visits_find_their_patients_by_number_by_ours_and_by_name_and_birth_date(practice, listed):
    take(practice, listed(MOSS))
    by_number = listed(
        "1001,2031-05-06,2:30 PM,30,Dr. Noor,Heart Clinic,555-0199,Echo,Confirmed", head=VISIT_HEAD, name="v.csv"
    )
    assert totals(take(practice, by_number))["Appointment"].created == 1
    head = "Record Number,Date,Time,With"
    ours = listed("1,2031-05-07,09:00,Dr. Noor", head=head, name="ours.csv")
    assert totals(take(practice, ours))["Appointment"].created == 1
    head = "Last Name,First Name,DOB,Start,Minutes,Provider"
    named = listed("MOSS,Áda,1961-11-20,2031-05-08 10:00,20,Dr. Noor", head=head, name="named.csv")
    assert totals(take(practice, named))["Appointment"].created == 1
    with practice.read() as uow:
        rows = list(uow.session.scalars(select(Appointment).order_by(Appointment.starts_at)))
    assert [row.starts_at for row in rows] == [
        dt.datetime(2031, 5, 6, 18, 30, tzinfo=dt.UTC), dt.datetime(2031, 5, 7, 13, 0, tzinfo=dt.UTC),
        dt.datetime(2031, 5, 8, 14, 0, tzinfo=dt.UTC),
    ]  # fmt: skip
    first = rows[0]
    assert (first.minutes, first.with_text, first.where_text) == (30, "Dr. Noor", "Heart Clinic")
    assert (first.phone, first.reason, first.status, first.outside) == ("555-0199", "Echo", "booked", True)


def test_a_visit_of_nobody_or_of_one_of_two_is_refused_with_its_line(practice, listed):
    take(practice, listed(MOSS, MOSS.replace("1001", "1002")))
    head = "Last Name,First Name,DOB,Date,Time,Provider"
    path = listed(
        "Moss,Ada,1961-11-20,2031-05-08,10:00,Dr. Noor", "Frost,Ada,1961-11-20,2031-05-08,10:00,Dr. Noor",
        "Moss,Ada,,2031-05-08,10:00,Dr. Noor", "Moss,Ada,1961-11-20,2031-05-08,25:00,Dr. Noor",
        head=head, name="v.csv",
    )  # fmt: skip
    report = take(practice, path)
    assert adds_up(report)
    assert totals(report)["Appointment"].refused == 4
    reasons = dict(report.files[0].lines)
    assert "could be several" in reasons[2]
    assert "neither in these files" in reasons[3]
    assert "neither a number nor" in reasons[4]
    assert "no time of day" in reasons[5]


def test_visits_and_patients_of_one_import_find_each_other(practice, listed, tmp_path):
    patients = listed(MOSS)
    visits = listed("1001,2031-05-06,9:00,30,Dr. Noor,,,,", head=VISIT_HEAD, name="visits.csv")
    mappings = tuple(look(practice, path).mapping for path in (patients, visits))
    request = ImportRequest((str(visits), str(patients)), False, mappings)
    report = practice.run("services.exchange.import_files", request)
    assert totals(report)["Appointment"].created == 1


def test_allowed_amounts_arrive_once_and_what_is_no_amount_is_refused(practice, listed):
    take(practice, listed(MOSS))
    head = "Claim Number,Patient ID,Date of Service,Allowed Amount,Billed,Provider,Status"
    lines = ('C1,1001,2026-02-11,"1,142.50",$256.50,Lakeshore,paid', "C2,1001,2026-03-01,100,,Lakeshore,void",
             "C3,1001,2026-03-02,lots,,,", "C4,1001,2031-03-02,10,,,", "C5,1001,2026-03-03,,,,",
             "C6,1001,2026-03-04,(12.5),,,")  # fmt: skip
    path = listed(*lines, head=head, name="costs.csv")
    assert look(practice, path).mapping.kind == COSTS
    report = take(practice, path)
    assert totals(report)["ExplanationOfBenefit"].created == 3
    assert [number for number, _ in report.files[0].lines] == [4, 5, 6]
    assert totals(take(practice, path))["ExplanationOfBenefit"].unchanged == 3
    with practice.read() as uow:
        rows = uow.session.scalars(select(Claim)).all()
    assert sorted((row.allowed, row.submitted, row.status) for row in rows) == [
        (-12.5, None, "active"), (100.0, None, "cancelled"), (1142.5, 256.5, "active"),
    ]  # fmt: skip


def test_a_whole_list_is_taken_back(practice, listed):
    before = fingerprint(practice)
    report = take(practice, listed(MOSS))
    undo(practice, report.id)
    assert fingerprint(practice) == before


def test_every_field_of_the_screen_has_a_column_name_that_finds_it(practice):
    from icm_desktop.content.csv_columns import column_names

    for kind in (PATIENTS, VISITS, COSTS):
        assert set(column_names()[kind].values()) == set(FIELDS[kind])
        assert lacking(kind, FIELDS[kind]) == ""


@pytest.mark.parametrize("text", [b"", b"\n\n", b"\xff\xfe", b'"' * 50, b"a" * 2_000_001, b"\x00" * 100])
def test_what_is_no_list_is_refused_in_words(practice, tmp_path, text):
    path = tmp_path / "a.csv"
    path.write_bytes(text)
    with suppress(Invalid):
        assert not look(practice, path).known
    report = run(practice, path)
    assert report.files[0].status in ("refused", "skipped")
    assert report.files[0].reason
