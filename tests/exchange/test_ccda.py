"""C-CDA documents: everything in them is counted, becomes what it says, is stable, and stays to be read."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models.clinical import AllergyIntolerance, Condition, MedicationEntry, Observation
from db.models.documents import Document, DocumentContent
from db.models.patient import Patient
from icm_desktop.contracts.transitions import TransitionFilter
from icm_desktop.exchange import formats
from icm_desktop.exchange.ccda.reading import ONLY_A_PART
from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.queries import transitions
from tests.exchange import ccda_counting
from tests.exchange.ccda_writing import STAY, allergy, document, medicine, problem, result, section, write
from tests.exchange.conftest import adds_up, run, totals
from tests.exchange.test_undo import fingerprint, sound, undo
from tests.support import make_practice

KINDS = (
    *("Patient", "Condition", "AllergyIntolerance", "Immunization", "DiagnosticReport", "Encounter", "Procedure"),
    *("Goal", "FamilyMemberHistory", "ServiceRequest", "DocumentReference"),
)
SAMPLE = ("Care_Plan__Care_Plan", "Discharge_Summary__Discharge_Summary", "Consultation_Note__Consultation_Note")
AMOXICILLIN = '<code code="723" codeSystem="2.16.840.1.113883.6.88" displayName="amoxicillin"/>'


@pytest.fixture(scope="module")
def real(data_dir, pytestconfig) -> list[Path]:
    """Real files: some in the usual run, all with --exchange-full."""
    if pytestconfig.getoption("--exchange-full", default=False):
        return [path for path in sorted((data_dir / "ccda").rglob("*")) if path.is_file()]
    return [data_dir / "ccda" / "hl7-examples-documents" / f"Documents__{name}.xml" for name in SAMPLE]


@pytest.fixture(scope="module")
def hospital(tmp_path_factory):
    """A practice that took in a discharge summary."""
    folder = tmp_path_factory.mktemp("hospital")
    made = make_practice(folder, today=dt.date(2026, 3, 2))
    path = write(folder / "files" / "a.xml", DISCHARGE)
    report = run(made.open("coordinator"), path)
    yield made, report, path
    made.database.close()


DISCHARGE = document(
    section("11450-4", "Problems", problem("1", "38341003", "Hypertension"), problem("2", "195967001", "Asthma")),
    section("48765-2", "Allergies", allergy("416098002", AMOXICILLIN)),
    section(
        "10183-2",
        "Discharge medicines",
        medicine("1", "lisinopril 10 MG Oral Tablet", mood="INT"),
        medicine("2", "warfarin", status="completed", high='<high value="20260115"/>'),
        medicine("3", "metoprolol", status="completed", high='<high nullFlavor="UNK"/>'),
    ),
    section("30954-2", "Results", result("1", "4548-4", "HbA1c", '<value xsi:type="PQ" value="7.4" unit="%"/>')),
    section("10164-2", "Course in hospital", words="Pressure was high on admission."),
    code="18842-5",
    head=STAY,
)


def test_every_document_holds_what_xpath_counts_in_it(real):
    different = {}
    whole = ccda_counting.documents(real)
    assert len(whole) >= len(SAMPLE)
    for path in whole:
        wanted, found = ccda_counting.counts(path), _read(path)
        for kind in (*KINDS, "medicine"):
            if found[kind] != wanted[kind]:
                different[path.name, kind] = (found[kind], wanted[kind])
        if found["Observation"] < wanted["Observation"]:
            different[path.name, "Observation"] = (found["Observation"], wanted["Observation"])
    assert different == {}


def _read(path: Path) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in formats.entries(path):
        kind = one.resource["resourceType"] if isinstance(one, Entry) else getattr(one, "kind", "remark")
        found[kind] += 1
        found["medicine"] += kind in ccda_counting.MEDICINES
    return found


def test_every_file_is_imported_or_refused_with_a_reason_and_a_second_import_changes_nothing(practice, real):
    report = run(practice, *real)
    assert adds_up(report)
    assert all(file.status == "imported" or file.reason for file in report.files)
    whole = {str(path) for path in ccda_counting.documents(real)}
    assert whole <= {file.path for file in report.files if file.status == "imported"}
    again = run(practice, *real)
    assert adds_up(again)
    assert {(one.created, one.updated) for one in totals(again).values()} == {(0, 0)}
    assert sound(practice)


def test_a_part_of_a_document_says_that_it_is_one(practice, data_dir, tmp_path):
    for name in ("Allergies__Allergy_to_latex", "Goals__SDOH_Goal", "Header__Patient_Deceased"):
        found = next((data_dir / "ccda" / "hl7-examples-fragments").glob(f"{name}*"))
        shutil.copy(found, tmp_path / f"{name}.xml")
    report = run(practice, tmp_path)
    reasons = {file.reason for file in report.files if file.path.endswith(".xml")}
    assert reasons == {ONLY_A_PART}


def test_a_discharge_summary_becomes_problems_medicines_results_and_a_stay(hospital):
    made, report, _ = hospital
    assert adds_up(report)
    with made.open("coordinator").read() as uow:
        who = uow.session.scalars(select(Patient)).one()
        assert (who.family, who.given, who.birth_date, who.sex, who.phone) == (
            "Moss", "Ada", "1961-11-20", "female", "+1-518-555-0101",
        )  # fmt: skip
        problems = {one.text: one.status for one in uow.session.scalars(select(Condition))}
        assert problems == {"Hypertension": "active", "Asthma": "active"}
        told = uow.session.scalars(select(AllergyIntolerance)).one()
        assert (told.text, told.status, told.category) == ("amoxicillin", "active", "medication")
        value = uow.session.scalars(select(Observation)).one()
        assert (value.text, value.value_number, value.value_unit) == ("HbA1c", 7.4, "%")
        assert (value.author, value.organization) == ("Ivy Frost", "Troy Hospital")


def test_a_medicine_called_completed_without_an_end_is_shown_and_says_why(hospital):
    made, _, _ = hospital
    with made.open("coordinator").read() as uow:
        found = {one.text: one for one in uow.session.scalars(select(MedicationEntry))}
    assert {name: one.status for name, one in found.items()} == {
        "lisinopril 10 MG Oral Tablet": "active", "warfarin": "completed", "metoprolol": "active",
    }  # fmt: skip
    assert "taken as current" in (found["metoprolol"].note or "")
    assert found["lisinopril 10 MG Oral Tablet"].times_per_day == 2.0
    assert all(one.encounter_source == next(iter(found.values())).encounter_source for one in found.values())


def test_the_stay_of_a_discharge_summary_starts_its_clocks(hospital):
    made, _, _ = hospital
    with made.open("coordinator").read() as uow:
        board = transitions.board(uow, TransitionFilter())
    assert [row.discharged_on for row in board] == [dt.date(2026, 3, 1)]


def test_the_document_itself_is_kept_and_its_words_are_found(hospital):
    made, _, path = hospital
    with made.open("coordinator").read() as uow:
        kept = uow.session.scalars(select(Document)).one()
        content = uow.session.scalars(select(DocumentContent)).one()
    assert kept.kind == "summary"
    assert content.data == Path(path).read_bytes()
    assert "Pressure was high on admission." in (content.plain_text or "")


def test_sections_of_words_are_told_in_the_report(hospital):
    _, report, _ = hospital
    assert any(note.startswith("Course in hospital: it has only words") for note in report.files[0].notes)


def test_the_whole_import_is_taken_back(practice, tmp_path):
    before = fingerprint(practice)
    report = run(practice, write(tmp_path / "a.xml", DISCHARGE))
    undo(practice, report.id)
    assert fingerprint(practice) == before


def test_a_newer_document_of_the_same_sender_updates_and_an_older_one_does_not(practice, tmp_path):
    first = section("11450-4", "Problems", problem("1", "38341003", "Hypertension"))
    over = section("11450-4", "Problems", problem("1", "38341003", "Hypertension", status="aborted"))
    run(practice, write(tmp_path / "a.xml", document(first, number="1", when="20260301")))
    newer = run(practice, write(tmp_path / "b.xml", document(over, number="2", when="20260401")))
    assert totals(newer)["Condition"].updated == 1
    older = run(practice, write(tmp_path / "c.xml", document(first, number="3", when="20250101")))
    assert totals(older)["Condition"].unchanged == 1
    with practice.read() as uow:
        assert uow.session.scalars(select(Condition.status)).all() == ["inactive"]


def test_what_somebody_here_changed_is_not_overwritten_by_the_next_document(practice, tmp_path):
    first = section("11450-4", "Problems", problem("1", "38341003", "Hypertension"))
    run(practice, write(tmp_path / "a.xml", document(first)))
    with practice.write("conditions.edit") as uow:
        uow.session.scalars(select(Condition)).one().status = "resolved"
    later = section("11450-4", "Problems", problem("1", "38341003", "Hypertension", low="20190501"))
    report = run(practice, write(tmp_path / "b.xml", document(later, number="2", when="20260501")))
    assert totals(report)["Condition"].updated == 1
    assert any("ours were kept" in note for file in report.files for note in file.notes)
    with practice.read() as uow:
        found = uow.session.scalars(select(Condition)).one()
        assert (found.status, found.onset_when) == ("resolved", "2019-05-01")


def test_two_things_with_one_number_stay_two(practice, tmp_path):
    told = section("11450-4", "Problems", problem("1", "38341003", "Hypertension"), problem("1", "195967001", "Asthma"))
    other = section("11450-4", "Problems", problem("1", "44054006", "Diabetes"))
    run(practice, write(tmp_path / "a.xml", document(told)), write(tmp_path / "b.xml", document(other, number="2")))
    with practice.read() as uow:
        names = sorted(uow.session.scalars(select(Condition.text)))
    assert names == ["Asthma", "Diabetes", "Hypertension"]


def test_no_known_allergies_is_said_with_its_day(practice, tmp_path):
    none = section("48765-2", "Allergies", allergy("419199007", negated=True))
    run(practice, write(tmp_path / "a.xml", document(none)))
    with practice.read() as uow:
        assert uow.session.scalars(select(Patient.no_known_allergies_on)).one() == dt.date(2026, 3, 1)


def test_a_problem_that_is_denied_is_no_problem_and_no_problems_are_told(practice, tmp_path):
    denied = problem("1", "44054006", "Diabetes", more='negationInd="true"')
    none = problem("2", "55607006", "Problem", more='negationInd="true"')
    report = run(practice, write(tmp_path / "a.xml", document(section("11450-4", "Problems", denied, none))))
    assert totals(report)["Condition"].not_understood == 1
    with practice.read() as uow:
        assert uow.session.scalars(select(Condition.verification)).all() == ["refuted"]


@pytest.mark.parametrize(
    ("value", "number", "comparator", "text"),
    [
        ('<value xsi:type="IVL_PQ"><high value="50" unit="mg" inclusive="false"/></value>', 50, "<", None),
        ('<value xsi:type="IVL_PQ"><low value="3.5" unit="mg"/></value>', 3.5, ">=", None),
        ('<value xsi:type="REAL" value="1.5"/>', 1.5, None, None),
        ('<value xsi:type="ST">cloudy</value>', None, None, "cloudy"),
        ('<value xsi:type="PQ" value="many" unit="1"/>', None, None, "many"),
        ('<value xsi:type="CD" code="260385009" displayName="Negative"/>', None, None, "Negative"),
        ('<value xsi:type="PQ" nullFlavor="UNK"/>', None, None, None),
    ],
)
def test_every_sort_of_value_is_what_it_says(practice, tmp_path, value, number, comparator, text):
    run(practice, write(tmp_path / "a.xml", document(section("30954-2", "Results", result("1", "1-1", "Test", value)))))
    with practice.read() as uow:
        found = uow.session.scalars(select(Observation)).one()
    assert (found.value_number, found.value_comparator, found.value_text) == (number, comparator, text)
    assert (found.absent_reason is not None) == ("nullFlavor" in value)


def test_a_document_its_sender_restricts_is_kept_as_sensitive(practice, tmp_path):
    closed = document(section("11450-4", "Problems"), head='<confidentialityCode code="R"/>')
    run(
        practice,
        write(tmp_path / "a.xml", closed),
        write(tmp_path / "b.xml", document(section("1-1", "X"), number="2")),
    )
    with practice.read() as uow:
        assert sorted(uow.session.scalars(select(Document.sensitive))) == [False, True]


def test_a_discharge_without_a_stay_in_it_still_keeps_its_medicines(practice, tmp_path):
    told = section("10183-2", "Discharge medicines", medicine("1", "lisinopril", mood="INT"))
    run(practice, write(tmp_path / "a.xml", document(told, code="18842-5")))
    with practice.read() as uow:
        assert uow.session.scalars(select(MedicationEntry.text)).all() == ["lisinopril"]
