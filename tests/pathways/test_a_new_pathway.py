"""A new pathway is a file: dropped beside the others it is listed, suggested, adopted and makes what is due."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from db.models.clinical import Condition
from icm_desktop.content import pathways, shipped
from icm_desktop.contracts.pathways import AdoptPathway, EnrolPatient
from tests.pathways.test_pathway_services import DIABETES, patient, practice, rosa

__all__ = ["patient", "practice", "rosa"]


def _forget():
    for each in (shipped.shipped, shipped.digests, pathways.pathways):
        each.cache_clear()


@pytest.fixture
def asthma(tmp_path, monkeypatch):
    """The shipped content with one file more."""
    folder = tmp_path / "content"
    shutil.copytree(shipped.FOLDER, folder)
    shutil.copy(Path(__file__).with_name("asthma.toml"), folder / "pathways")
    monkeypatch.setattr(shipped, "FOLDER", folder)
    monkeypatch.setattr(pathways, "FOLDER", folder / "pathways")
    _forget()
    yield folder / "pathways" / "asthma.toml"
    monkeypatch.undo()
    _forget()


def test_asthma_is_added_by_a_file_alone(practice, rosa, patient, asthma):
    with practice.open().write("test") as uow:
        uow.session.add(
            Condition(
                patient_id=patient, status="active", code="J45.40", onset_when="2020",
                code_system="http://hl7.org/fhir/sid/icd-10-cm",
            )
        )  # fmt: skip
    found = rosa("queries.pathways.of_patient", patient)
    row = next(one.pathway for one in found.suggested if one.pathway.id == "asthma")
    assert ("asthma", "pathways") in {(one.id, one.kind) for one in rosa("queries.content.contents")}
    practice.open("administrator").run("services.pathways.adopt", AdoptPathway("asthma", row.digest, "Dr. Ana Ruiz"))
    rosa("services.pathways.enrol", EnrolPatient(patient, "asthma"))
    due = {one.step: one for one in rosa("queries.pathways.of_patient", patient).due}
    assert due["asthma-control"].due == dt.date(2026, 11, 22)
    asthma.write_text(asthma.read_text("utf-8").replace("months = 6", "months = 4"), "utf-8")
    _forget()
    assert rosa("queries.pathways.of_patient", patient).due == ()  # changed since: a clinician reads it again first


def test_its_worked_example_comes_out(asthma):
    from tests.pathways.test_content import test_worked_examples_come_out

    test_worked_examples_come_out(asthma, 0)
    assert pathways.read(asthma).steps[0].rules[0].every.months == 3


def test_a_broken_file_is_left_out_with_its_place_and_everything_else_goes_on(practice, rosa, patient, asthma):
    whole = asthma.read_text("utf-8")
    line = whole[: whole.index("months = 6")].count("\n") + 1
    for broken, at, reason in (
        (whole.replace("months = 6", "months = 0"), line, "minimum"),
        ("format = 1\nid = asthma", 2, "Invalid value"),
    ):
        asthma.write_text(broken, "utf-8")
        _forget()
        (refused,) = rosa("queries.pathways.refused")
        assert (refused.file, refused.line) == ("asthma.toml", at) and reason in refused.reason
        assert {one.id for one in rosa("queries.pathways.shipped")} >= {"anxiety", DIABETES} - {"asthma"}
        assert [one.pathway.id for one in rosa("queries.pathways.of_patient", patient).suggested] == [DIABETES]
        assert rosa("queries.content.contents")
    asthma.write_text(whole, "utf-8")
    _forget()
    assert rosa("queries.pathways.refused") == ()
