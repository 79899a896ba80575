"""Lists as CSV: nothing becomes a formula, everything reads back, roles are kept, and a trace is left."""

from __future__ import annotations

import csv
import io
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from db.models.audit import AuditEvent
from icm_desktop.contracts.exports import SaveTable
from icm_desktop.domain.csv_text import csv_file, safe
from icm_desktop.errors import Invalid, NotAllowed

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)


def _read(data):
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=5))
def test_every_cell_reads_back_and_none_begins_a_formula(rows):
    found = _read(csv_file(("one", "two"), rows))
    assert found == [["one", "two"], *([safe(cell) for cell in row] for row in rows)]
    for typed, read in zip((cell for row in rows for cell in row), (c for row in found[1:] for c in row), strict=True):
        assert read in (typed, f"'{typed}")


@pytest.mark.parametrize("cell", ["=1+1", "+1 555 010", "-x", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "+", "-"])
def test_what_could_be_a_formula_gets_an_apostrophe(cell):
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+3.2", "1,234", "-12%", "a=1", "2026-11-20", "", "O'Brien"])
def test_numbers_dates_and_names_stay_as_they_are(cell):
    assert safe(cell) == cell


def test_a_list_is_written_for_its_owner_alone_and_leaves_a_trace(practice, rosa, tmp_path):
    path = tmp_path / "patients.csv"
    path.write_text("older")
    rosa.run("services.exports.save_table", SaveTable(str(path), "patients", ("Name",), (("=cmd|calc",), ("Ñandú",))))
    assert _read(path.read_bytes()) == [["Name"], ["'=cmd|calc"], ["Ñandú"]]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with practice.open().read() as uow:
        events = list(uow.session.scalars(select(AuditEvent).where(AuditEvent.event == "table.exported")))
    assert [event.detail for event in events] == [{"view": "patients", "rows": 2}]
    assert [one.name for one in tmp_path.glob("*.part")] == []


def test_front_desk_writes_lists_of_visits_only(desk, tmp_path):
    request = SaveTable(str(tmp_path / "x.csv"), "calendar", ("When",), (("2026-11-20",),))
    with pytest.raises(NotAllowed):
        desk.run("services.exports.save_table", request)
    assert desk.run("services.exports.save_appointments", request).rows == 1


def test_what_cannot_be_written_leaves_no_file_and_no_trace(practice, rosa, tmp_path):
    for path, rows, code in (
        (tmp_path / "no" / "x.csv", (("a",),), "cannot_write"),
        (tmp_path / "x.csv", (), "nothing"),
    ):
        with pytest.raises(Invalid, match=code):
            rosa.run("services.exports.save_table", SaveTable(str(path), "patients", ("Name",), rows))
    with practice.open().read() as uow:
        assert uow.session.scalar(select(AuditEvent.event).where(AuditEvent.event == "table.exported")) is None
    assert list(tmp_path.glob("*.csv*")) == []
