"""Files that are wrong, names that are hostile, references that fit two people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell, make_shell
from tests.handouts.reading import empty_boxes, text

HOSTILE = {
    "markup": "<b>Bold</b> & Sons",
    "quote": "O'Brien; DROP TABLE patient;--",
    "formula": "=cmd|' /C calc'!A0",
    "arabic": "محمد علي",
    "zero width": "Zoë \u200bÜnïçødé",
    "long": "x" * 300,
}


def person(resource_id, family="Moss", born="1961-11-20", **more):
    name = [{"use": "official", "family": family, "given": ["Ada"]}]
    return {"resourceType": "Patient", "id": resource_id, "name": name, "birthDate": born, **more}


def test_a_malformed_file_is_refused_with_its_place_and_the_others_go_on(shell: Shell, write):
    good = write("a.json", person("p1"))
    (good.parent / "b.json").write_text('{"resourceType": "Patient",\n "id": }')
    (good.parent / "readme.txt").write_text("not health data")
    ran = shell.run("import", "--json", good.parent)
    document = ran.document()
    status = {Path(file["path"]).name: (file["status"], file["reason"]) for file in document["files"]}
    assert ran.code == 0
    assert status["a.json"] == ("imported", None)
    assert status["b.json"][0] == "refused"
    assert "line 2" in status["b.json"][1]
    assert status["readme.txt"][0] == "skipped"
    assert document["totals"]["Patient"]["created"] == 1


def test_a_path_that_is_not_there_is_told(shell: Shell, tmp_path: Path):
    ran = shell.run("import", tmp_path / "none.json")
    assert (ran.code, ran.out) == (1, b"")
    assert "none.json" in ran.err


def test_a_dry_run_does_not_say_that_it_saves_and_an_empty_path_is_not_the_current_folder(shell: Shell, write):
    ran = shell.run("import", "--dry-run", write("a.json", person("p1")))
    assert ran.code == 0
    assert "nothing is saved" in ran.err
    assert shell.run("patients", "--json").document() == []
    assert shell.run("import", "").code == 1


def test_progress_is_on_stderr_and_one_document_on_stdout(shell: Shell, write):
    path = write("many.json", *(person(f"p{number}", f"Moss{number}") for number in range(30)))
    ran = shell.run("import", "--json", path)
    assert "%" in ran.err
    assert ran.document()["totals"]["Patient"]["created"] == 30
    assert b"%" not in ran.out


def test_what_is_not_patient_data_is_counted_with_its_reason(shell: Shell, write):
    path = write("x.json", {"resourceType": "StructureDefinition", "id": "s"}, {"resourceType": "Nonsense", "id": "n"})
    document = shell.json("import", path)
    assert {kind: counts["not_understood"] for kind, counts in document["totals"].items()} == {
        "StructureDefinition": 1,
        "Nonsense": 1,
    }
    assert any("StructureDefinition" in note for file in document["files"] for note in file["notes"])


def test_a_reference_that_fits_two_patients_lists_their_record_numbers(shell: Shell, write):
    shell.json("import", write("first.json", person("other", "Reed", "1940-01-02")))
    shell.json("import", write("second.json", person("000001", "Stone", "1975-05-06")))
    ran = shell.run("chart", "--patient", "000001")
    assert (ran.code, ran.out) == (1, b"")
    assert "000001" in ran.err
    assert "000002" in ran.err
    assert shell.json("chart", "--patient", "000002")["patient"]["name"] == "Stone, Ada"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A practice of people with hostile names; their ids are p0, p1 ..."""
    folder = tmp_path_factory.mktemp("hostile")
    made = make_shell(folder)
    entries = [{"resource": person(f"p{place}", name)} for place, name in enumerate(HOSTILE.values())]
    (folder / "all.json").write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    made.json("import", folder / "all.json")
    return made


def test_hostile_names_stay_what_they_are_and_the_file_sound(hostile: Shell):
    assert {row["name"] for row in hostile.json("patients")} == {f"{name}, Ada" for name in HOSTILE.values()}
    assert hostile.run("patients").code == 0
    assert hostile.json("verify")["ok"] is True


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_name_prints_as_itself(hostile: Shell, tmp_path: Path, kind: str):
    out = tmp_path / "page.pdf"
    ref = f"p{list(HOSTILE).index(kind)}"
    hostile.json("handout", "--patient", ref, "--language", "en", "--out", out)
    assert "Ada" in text(out.read_bytes())
    assert empty_boxes(out.read_bytes()) == []
    if kind not in {"arabic", "zero width", "long"}:  # joined, dropped and broken over lines on paper
        assert HOSTILE[kind] in text(out.read_bytes())


def test_imports_are_listed_and_one_is_taken_back_as_a_whole(shell: Shell, write):
    path = write("a.json", person("p1"), person("p2", "Reed", "1950-01-02"))
    number = shell.json("import", path)["id"]
    (row,) = shell.json("import", "list")
    assert (row["id"], row["state"], row["created"], row["patients"]) == (number, "complete", 2, 2)
    assert row["undo_until"] > row["started_at"]
    undone = shell.json("import", "undo", number, "--reason", "Wrong folder")
    assert undone == {"id": number, "patients": 2, "removed": undone["removed"], "restored": 0}
    assert shell.json("patients") == []
    (row,) = shell.json("import", "list")
    assert (row["state"], row["reason"], row["undo_until"]) == ("undone", "Wrong folder", None)
    assert "undone" in shell.run("import", "list").out.decode()
    assert shell.json("import", path)["totals"]["Patient"]["created"] == 2


def test_an_undo_that_cannot_be_done_says_why(shell: Shell):
    for words, told in ((("undo",), "by its number"), (("undo", "x"), "by its number"), (("undo", "7"), "no import 7")):
        ran = shell.run("import", *words)
        assert (ran.code, ran.out) == (1, b"")
        assert told in ran.err
