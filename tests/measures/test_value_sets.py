"""Lists of codes come in as FHIR ValueSet files, serve at once, and our open ones where there are none."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from icm_desktop.contracts.measures import AskMeasure, ImportValueSets
from icm_desktop.errors import NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.measures.people import ICD, Person
from tests.support import make_practice

DIABETES = "http://cts.nlm.nih.gov/fhir/ValueSet/2.16.840.1.113883.3.464.1003.103.12.1001"
ASKED = AskMeasure("CMS122", dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def _file(folder, name, codes, version="20250101", **more):
    contains = [{"system": ICD, "code": code} for code in codes]
    one = {"resourceType": "ValueSet", "url": DIABETES, "version": version, "title": "Diabetes", **more}
    path = folder / name
    path.write_text(json.dumps({**one, "expansion": {"contains": contains}} if codes else one), "utf-8")
    return str(path)


def _used(desk):
    found = desk.run("queries.measure_results.result", ASKED)
    return found.rates[0].denominator, next(one for one in found.codes if one.name == "Diabetes")


def test_an_imported_list_takes_the_place_of_ours(desk, bring, tmp_path):
    bring(desk, *Person("a").problem("E11.9", "2015-01-01").visit("2026-03-03").resources)
    count, used = _used(desk)
    assert (count, used.source) == (1, "open")

    done = desk.run("services.value_sets.import_files", ImportValueSets((_file(tmp_path, "a.json", ["E10.9"]),)))
    desk.run("services.measure_facts.reckon")
    assert [one.status for one in done.files] == ["imported"]
    count, used = _used(desk)
    assert (count, used.source, used.version, used.codes) == (0, "imported", "20250101", 1)


def test_the_same_file_changes_nothing_and_a_broken_one_is_refused(desk, tmp_path):
    good, empty = _file(tmp_path, "a.json", ["E11.9"]), _file(tmp_path, "b.json", [])
    (tmp_path / "c.json").write_text("{", "utf-8")
    (tmp_path / "d.json").write_text('{"resourceType": "Patient"}', "utf-8")
    several = (good, empty, str(tmp_path / "c.json"), str(tmp_path / "d.json"))
    first = desk.run("services.value_sets.import_files", ImportValueSets(several))
    assert [one.status for one in first.files] == ["imported", "refused", "refused", "refused"]
    assert [one.reason for one in first.files[1:]] == ["it lists no codes", "not a JSON file", "no ValueSet in it"]
    again = desk.run("services.value_sets.import_files", ImportValueSets((good,)))
    assert [one.status for one in again.files] == ["unchanged"]
    with pytest.raises(NotFound) as missing:
        desk.run("services.value_sets.import_files", ImportValueSets((str(tmp_path / "none"),)))
    assert missing.value.code == "exchange.no_such_path"


def test_an_edition_goes_by_what_was_published_before_its_year(desk, bring, tmp_path):
    bring(desk, *Person("a").problem("E11.9", "2015-01-01").visit("2026-03-03").resources)
    later, earlier = _file(tmp_path, "a.json", ["E10.9"], "20260601"), _file(tmp_path, "b.json", ["E11.9"], "20250501")
    desk.run("services.value_sets.import_files", ImportValueSets((later, earlier)))
    desk.run("services.measure_facts.reckon")
    count, used = _used(desk)
    assert (count, used.version) == (1, "20250501")


def test_only_an_administrator_brings_lists(tmp_path):
    made = make_practice(tmp_path / "p")
    with pytest.raises(NotAllowed):
        made.open(Role.CLINICIAN).run("services.value_sets.import_files", ImportValueSets(("x",)))
    made.database.close()
