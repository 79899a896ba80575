"""The practice can leave: every record, table and document, counted, with digests, in flat memory, stopped at will."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import tracemalloc
from typing import Any

import pytest
from sqlalchemy import func, select

from db.models.audit import AuditEvent
from db.models.base import Base
from db.models.notes import CareNote
from db.models.patient import Patient, PatientName
from db.models.privacy import Disclosure
from icm_desktop.contracts.record_export import ExportPractice
from icm_desktop.errors import Invalid, JobCancelled, NotAllowed
from icm_desktop.services.exporting.tables import LEFT_OUT, classes
from tests.support import make_practice

_EXPORT = "services.practice_exports.export"


class _StopAt:
    """Cancels at the step of this number."""

    def __init__(self, number: int) -> None:
        self.left = number

    def step(self, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise JobCancelled("jobs.cancelled")


def _csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_manifest_counts_and_names_every_file_with_its_digest(leaving):
    manifest = json.loads((leaving.folder / "manifest.json").read_bytes())
    listed = {one["name"]: one for one in manifest["files"]}
    there = {str(path.relative_to(leaving.folder)) for path in leaving.folder.rglob("*") if path.is_file()}
    assert listed.keys() == there - {"manifest.json"}
    for name, one in listed.items():
        data = (leaving.folder / name).read_bytes()
        assert (one["bytes"], one["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert (leaving.folder / name).stat().st_mode & 0o077 == 0
    assert listed["fhir/Patient.ndjson"]["count"] == manifest["patients"] == leaving.made.patients
    assert "42 CFR part 2" in manifest["notice"] and "42 CFR 2.31" in manifest["notice"]


def test_every_table_leaves_whole_or_is_named_as_left_out(leaving):
    tables = {kind.__tablename__ for kind in classes()}
    assert tables | LEFT_OUT == set(Base.metadata.tables)
    assert not tables & LEFT_OUT
    counts = {one.name: one.count for one in leaving.made.files}
    with leaving.here.read() as uow:
        own = select(func.min(Disclosure.id)).where(Disclosure.sha256 == leaving.made.sha256)
        before = Disclosure.id < uow.session.scalars(own).one()  # that this export left is noted once it has
        for kind in classes():
            asked = select(func.count()).select_from(kind)
            rows = uow.session.scalar(asked.where(before) if kind is Disclosure else asked)
            assert counts[f"tables/{kind.__tablename__}.csv"] == rows, kind.__tablename__


def test_documents_stand_beside_their_table(leaving):
    rows = _csv((leaving.folder / "tables" / "document_content.csv").read_bytes())
    files = [row for row in rows if row["file"]]
    assert files
    for row in files:
        assert hashlib.sha256((leaving.folder / row["file"]).read_bytes()).hexdigest() == row["sha256"]
        assert row["patient_record_number"]


def test_cells_are_no_formulas_notes_by_name_stay_and_both_are_traced(tmp_path):
    made = make_practice(tmp_path / "practice")
    practice = made.open("administrator")
    with practice.write("test") as uow:
        person = Patient(record_number="000001", family="=HYPERLINK(1)", given="@SUM(A1)", contact_note="-2+3\ncmd")
        uow.session.add(person)
        uow.session.flush()
        uow.session.add(PatientName(patient_id=person.id, family="=HYPERLINK(1)"))
        for kind, text in (("behavioral_health", "kept to Kim"), ("care", "+ everybody may read it")):
            note = CareNote(
                patient_id=person.id, kind=kind, status="current", text=text, written_at=uow.now, author="K"
            )
            uow.session.add(note)
    done = practice.run(_EXPORT, ExportPractice(str(tmp_path / "out")))
    (row,) = _csv((tmp_path / "out/tables/patient.csv").read_bytes())
    assert (row["family"], row["given"], row["contact_note"]) == ("'=HYPERLINK(1)", "'@SUM(A1)", "'-2+3\ncmd")
    (said,) = _csv((tmp_path / "out/tables/care_note.csv").read_bytes())
    assert said["text"] == "'+ everybody may read it"
    assert not [
        path for path in (tmp_path / "out").rglob("*") if path.is_file() and b"kept to Kim" in path.read_bytes()
    ]
    assert [(one.kind, one.count) for one in done.held] == [("care_note", 1)]
    with practice.read() as uow:
        told: dict[str, Any] = dict(uow.session.execute(select(AuditEvent.event, AuditEvent.detail)).all())
    assert told["practice.exported"]["sha256"] == done.sha256
    assert "practice.export_started" in told
    made.database.close()


@pytest.mark.parametrize("number", [0, 3, 20])
def test_stopped_at_any_step_nothing_is_left(leaving, tmp_path, number):
    with pytest.raises(JobCancelled, match=r"export\.cancelled"):
        leaving.here.run(_EXPORT, ExportPractice(str(tmp_path / "out")), progress=_StopAt(number))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(leaving, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Invalid, match=r"export\.folder_not_empty"):
        leaving.here.run(_EXPORT, ExportPractice(str(tmp_path)))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_only_an_administrator_takes_everything(tmp_path):
    made = make_practice(tmp_path / "practice")
    for role in ("front_desk", "coordinator", "clinician"):
        with pytest.raises(NotAllowed):
            made.open(role).run(_EXPORT, ExportPractice(str(tmp_path / "out")))
    assert not (tmp_path / "out").exists()
    made.database.close()


def test_memory_does_not_grow_with_the_records(leaving, tmp_path):
    peaks: list[int] = []

    class Watch:
        def step(self, done: int, total: int) -> None:
            if 0 < done < leaving.made.patients:
                peaks.append(tracemalloc.get_traced_memory()[0])

    tracemalloc.start()
    leaving.here.run(_EXPORT, ExportPractice(str(tmp_path / "out"), tables=False), progress=Watch())
    tracemalloc.stop()
    assert len(peaks) == leaving.made.patients - 1
    assert peaks[-1] - peaks[0] < 1_500_000


def test_the_same_export_twice_has_the_same_lines(leaving, tmp_path):
    leaving.here.run(_EXPORT, ExportPractice(str(tmp_path / "out"), tables=False))
    for path in (leaving.folder / "fhir").iterdir():
        assert (tmp_path / "out" / "fhir" / path.name).read_bytes() == path.read_bytes(), path.name
