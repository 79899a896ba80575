"""FHIR in XML says the same as in JSON, and its traps are refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree

from icm_desktop.exchange.fhir import reading, xml_values
from icm_desktop.exchange.fhir.reading import Broken, Entry, Unreadable, entries
from tests.exchange import counting
from tests.exchange.conftest import adds_up, condition, patient, run, totals
from tests.exchange.test_undo import fingerprint
from tests.exchange.xml_writing import HEAD, as_xml
from tests.support import make_practice


def _without_markup(value: Any) -> Any:
    """The same without narrative markup, and numbers as they compare."""
    if isinstance(value, dict):
        return {key: _without_markup(each) for key, each in value.items() if key not in ("div", "fhir_comments")}
    return [_without_markup(each) for each in value] if isinstance(value, list) else value


def _examples(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted((folder / "ig-examples").rglob("*.json")) + sorted(
        (folder / "careplan-personas").rglob("*.json")
    ):
        found += [(path.name, resource) for _, resource in counting.resources(path)]
    return found


def test_every_example_of_the_standards_means_the_same_in_xml(data_dir):
    different = []
    for name, resource in _examples(data_dir):
        document = as_xml(resource)
        try:
            found = xml_values.resource_of(ElementTree.fromstring(document))
        except (ElementTree.ParseError, xml_values.NotFhir) as problem:
            different.append((name, str(problem)))
            continue
        if _without_markup(found) != _without_markup(resource):
            different.append((name, "differs"))
    assert different == []


@pytest.fixture(scope="module")
def golden_xml(golden_dir, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("xml") / "a.xml"
    path.write_text(as_xml(json.loads((golden_dir / "a.json").read_text())), encoding="utf-8")
    return path


def test_the_golden_patient_in_xml_becomes_the_same_rows(golden_dir, golden_xml, tmp_path):
    found = []
    for name, path in (("json", golden_dir / "a.json"), ("xml", golden_xml)):
        made = make_practice(tmp_path / name, name="Riverbend Family Practice")
        practice = made.open("coordinator")
        report = run(practice, path)
        assert adds_up(report)
        rows = fingerprint(practice)
        rows["document"] = [tuple(part for part in row if "datetime" not in part) for row in rows["document"]]
        found.append((report.totals, rows))
        if name == "xml":
            again = totals(run(practice, path))
            assert {(one.created, one.updated) for one in again.values()} == {(0, 0)}
        made.database.close()
    json_totals, json_rows = found[0]
    xml_totals, xml_rows = found[1]
    assert dict(xml_totals) == dict(json_totals)
    for table in json_rows:
        assert xml_rows[table] == json_rows[table], table


def test_the_same_patient_in_xml_after_json_is_unchanged(practice, write, tmp_path):
    one, fact = patient(telecom=[{"system": "phone", "value": "555", "rank": 1}]), condition(text="Ca & <b> \u00f1")
    run(practice, write("a.json", one, fact))
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one}, {"resource": fact}]}
    (tmp_path / "b.xml").write_text(as_xml(bundle), encoding="utf-8")
    again = totals(run(practice, tmp_path / "b.xml"))
    assert {(counts.unchanged, counts.updated) for counts in again.values()} == {(1, 0)}


def test_real_xml_examples_come_in_once_their_patients_do(practice, data_dir, write):
    folder = data_dir / "ig-examples" / "mcc-ecareplan-xml"
    whose = {reference for path in sorted(folder.glob("*.xml")) for reference in counting.xml_patients(path)}
    people = [
        patient(reference.partition("/")[2], family=f"Moss{place}") for place, reference in enumerate(sorted(whose))
    ]
    report = run(practice, write("people.json", *people), folder)
    assert adds_up(report)
    found = {kind: one.read for kind, one in report.totals}
    assert found == dict(counting.types(folder)) | {"Patient": len(people)}
    assert {kind: one.refused for kind, one in report.totals if one.refused} == {}


def _reason(path: Path, text: str | bytes) -> Unreadable:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Unreadable) as refused:
        list(entries(path))
    return refused.value


_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("trap", [_BOMB, _OUTSIDE, "<!DOCTYPE Patient>"])
def test_document_types_and_entities_are_refused(tmp_path, trap):
    problem = _reason(tmp_path / "a.xml", f'{trap}<Patient xmlns="http://hl7.org/fhir"><id value="&a;"/></Patient>')
    assert problem.reason.startswith("The file declares a document type or entities")
    assert not problem.skipped


def test_malformed_xml_is_refused_with_its_place(tmp_path):
    text = HEAD + '<Patient xmlns="http://hl7.org/fhir">\n <id value="1">\n</Patient>'
    assert _reason(tmp_path / "a.xml", text).reason == "This is not correct XML: line 4, column 3."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<html/>", "no FHIR resources"),
        ('<Nothing xmlns="http://hl7.org/fhir"/>', "no FHIR resources"),
    ],
)
def test_other_xml_is_skipped(tmp_path, text, told):
    problem = _reason(tmp_path / "a.xml", text)
    assert problem.skipped
    assert told in problem.reason


def test_a_part_that_is_not_fhir_refuses_its_resource_and_not_the_bundle(practice, tmp_path):
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": patient()}, {"resource": condition()}],
    }
    document = as_xml(bundle).replace(
        '<code><text value="Asthma">', '<code><x xmlns="http://example.org"/><text value="A">'
    )
    (tmp_path / "a.xml").write_text(document)
    report = run(practice, tmp_path / "a.xml")
    assert (totals(report)["Patient"].created, totals(report)["Condition"].refused) == (1, 1)
    assert adds_up(report)


def test_one_resource_may_not_grow_beyond_the_limit_and_a_bundle_may(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES_AT_ONCE", 40_000)
    monkeypatch.setattr(reading, "READ_AHEAD", 70_000)
    many = [{"resource": patient(f"p{number}", family="x" * 400)} for number in range(1_000)]
    path = tmp_path / "many.xml"
    path.write_text(as_xml({"resourceType": "Bundle", "type": "collection", "entry": many}))
    assert path.stat().st_size > 500_000
    found = list(entries(path))
    assert len(found) == 1_000
    assert not any(isinstance(one, Broken) for one in found)
    problem = _reason(tmp_path / "one.xml", as_xml(patient(family="x" * 200_000)))
    assert "larger than" in problem.reason


def test_any_encoding_xml_declares_is_read(tmp_path):
    for name in ("utf-8", "utf-16", "iso-8859-1"):
        text = as_xml(patient(family="Núñez"), f'<?xml version="1.0" encoding="{name}"?>')
        (tmp_path / "a.xml").write_bytes(text.encode(name))
        (found,) = entries(tmp_path / "a.xml")
        assert isinstance(found, Entry)
        assert found.resource["name"][0]["family"] == "Núñez"
