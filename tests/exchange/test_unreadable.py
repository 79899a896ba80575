"""What cannot be read is named in plain words with its place, and nothing waits for ever."""

from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path

import pytest

from db.models.clinical import Condition
from icm_desktop.contracts.differences import DifferenceFilter
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.exchange.fhir import reading
from tests.exchange.conftest import condition, patient, run, totals

TWICE = '{"resourceType": "Patient", "id": "p1",\n "birthDate": "1950-01-01", "birthDate": "1951-01-01"}'
REFUSED = {
    "twice": (TWICE.encode(), "“birthDate” stands twice in one object: line 2, column 29"),
    "twice deep": (
        b'{"resourceType": "Patient", "name": [{"family" :"A", "f\\u0061mily": "B"}]}',
        "“family” stands twice",
    ),
    "utf-16": (json.dumps(patient()).encode("utf-16"), "not UTF-8 but UTF-16"),
    "latin-1": ('{"resourceType": "Patient",\n "id": "é\xff"}'.encode("latin-1"), "not UTF-8: line 2, column 9"),
    "compressed": (b"\x1f\x8b\x08rest", "compressed"),
    "cut off": (json.dumps(patient()).encode()[:50], "ends in the middle: line 1, column 51"),
    "not a number": (b'{"resourceType": "Patient", "x": NaN}', "line 1, column 34"),
    "too large a number": (b'{"resourceType": "Patient", "x": 1e999}', "line 1, column"),
    "half a character": (b'{"resourceType": "Patient", "id": "\\ud800"}', "line 1, column"),
    "deep": (b"[" * 100_000, "depth"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_with_its_place_and_the_others_are_read(practice, write, tmp_path, name):
    text, wanted = REFUSED[name]
    bad = tmp_path / "bad.json"
    bad.write_bytes(text)
    report = run(practice, bad, write("good.json", patient()))
    assert [file.status for file in report.files] == ["refused", "imported"]
    assert wanted in (report.files[0].reason or "")
    assert totals(report)["Patient"].created == 1


@pytest.mark.parametrize(
    "text",
    [
        '{"resourceType": "Patient", "id": "p1", "name": [{"family": "a\\": b : c"}], "contact": [{"name": {}}]}',
        '{"resourceType" : "Patient", "id"\n: "p1", "name": [{"family": "\\u0022:"}, {"family": "x"}]}',
    ],
)
def test_equal_names_in_different_objects_are_no_repetition(practice, tmp_path, text):
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    assert run(practice, path).files[0].status == "imported"


def test_a_repeated_name_is_refused_in_large_files_and_lines_too(practice, tmp_path, monkeypatch):
    lines = tmp_path / "lines.ndjson"
    lines.write_text(json.dumps(patient()) + "\n" + TWICE.replace("\n", "") + "\n", encoding="utf-8")
    report = run(practice, lines)
    assert (totals(report)["Patient"].created, totals(report)["unknown"].refused) == (1, 1)
    assert report.files[0].notes[0].startswith("Line 2 of the file: The name “birthDate” stands twice")
    monkeypatch.setattr(reading, "MOST_BYTES_AT_ONCE", 50)
    large = tmp_path / "large.json"
    large.write_text('{"resourceType": "Bundle", "entry": [{"resource": ' + TWICE + "}]}", encoding="utf-8")
    assert "stands twice" in (run(practice, large).files[0].reason or "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no file name there")
def test_pipes_and_links_are_named_and_not_waited_for(practice, write, tmp_path):
    folder = Path(write("here/a.json", patient())).parent
    os.mkfifo(folder / "pipe.json")
    (folder / "gone.json").symlink_to("nowhere.json")
    (folder / "round").symlink_to(folder)
    found = {Path(file.path).name: file for file in run(practice, folder, folder / "pipe.json").files}
    assert {name: file.status for name, file in found.items()} == {
        "a.json": "imported",
        "gone.json": "refused",
        "pipe.json": "refused",
        "round": "refused",
    }
    assert all(file.reason for file in found.values() if file.status == "refused")


def test_a_folder_that_may_not_be_opened_is_named(practice, write, tmp_path, monkeypatch):
    folder = Path(write("here/a.json", patient())).parent
    closed = folder / "closed"
    closed.mkdir()
    scan = os.scandir

    def refuse(path):  # as the system does; an administrator may open every folder, also here
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = run(practice, folder)
    assert {(Path(file.path).name, file.status) for file in report.files} == {
        ("a.json", "imported"),
        ("closed", "refused"),
    }


@pytest.mark.parametrize("path", ["", " ", "nowhere.json", "no\x00where"])
def test_a_path_that_names_nothing_is_said_and_never_the_current_folder(practice, path):
    with pytest.raises(NotFound, match=r"exchange\.no_such_path"):
        run(practice, path)


def test_a_file_that_changes_while_it_is_read_leaves_nothing(practice, write, tmp_path, monkeypatch):
    path = Path(write("a.json", patient(), condition()))
    whole = reading.entries

    def changing(path, *, again=False):
        if again:
            path.write_text("{", encoding="utf-8")
        yield from whole(path, again=again)

    monkeypatch.setattr(reading, "entries", changing)
    with pytest.raises(Conflict, match=r"exchange\.file_changed"):
        run(practice, path)
    monkeypatch.undo()
    report = run(practice, write("a.json", patient(), condition()))
    assert totals(report)["Patient"].created == 1


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("empty.json", '{"resourceType": "Bundle", "type": "searchset", "total": 0, "entry": []}', reading.NOTHING),
        ("none.json", '{"resourceType": "Bundle", "type": "searchset", "total": 0}', reading.NOTHING),
        ("misspelt.json", json.dumps({"resourceType": "Bundle", "entyr": [{"resource": patient()}]}), "“entyr”"),
        ("misspelt.ndjson", json.dumps({"resourceType": "Bundle", "entyr": [{"resource": patient()}]}), "“entyr”"),
        ("inside.json", '{"resourceType": "Bundle", "entry": [{"resorce": {}}]}', "An entry of a bundle holds no"),
        ("answer.json", '{"resourceType": "Bundle", "entry": [{"response": {"status": "200"}}]}', reading.NOTHING),
        ("empty.xml", '<Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/></Bundle>', reading.NOTHING),
        ("misspelt.xml", '<Bundle xmlns="http://hl7.org/fhir"><entyr/></Bundle>', reading.NOTHING),
    ],
)
def test_a_file_without_a_resource_says_so(practice, tmp_path, name, text, wanted):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (file,) = run(practice, path).files
    assert file.status == "imported" and file.resources == ()
    assert wanted in " ".join(file.notes)


def test_a_deletion_in_a_file_deletes_nothing_and_becomes_a_question(practice, write):
    run(practice, write("a.json", patient(), condition()))
    gone = {"request": {"method": "DELETE", "url": "Condition/c1"}, "response": {"status": "204"}}
    history = {"resourceType": "Bundle", "type": "history", "entry": [gone]}
    as_xml = (
        '<Bundle xmlns="http://hl7.org/fhir"><type value="history"/><entry><request><method value="DELETE"/>'
        '<url value="Condition/c1"/></request></entry></Bundle>'
    )
    path, xml = Path(write("b.json")), Path(write("c.xml"))
    path.write_text(json.dumps(history), encoding="utf-8")
    xml.write_text(as_xml, encoding="utf-8")
    for name in (path, path, xml):
        (file,) = run(practice, name).files
        assert "Condition: told as deleted at its source; nothing is deleted here" in file.notes
        rows = practice.run("queries.differences.differences", DifferenceFilter()).rows
        assert [(row.gone, row.title) for row in rows] == [(True, "Asthma")]
    with practice.read() as uow:
        assert uow.session.query(Condition).filter(Condition.removed_at.is_(None)).count() == 1
