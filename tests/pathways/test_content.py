"""The shipped pathways: complete, and every worked example in their files comes out as written."""

from __future__ import annotations

import json
import tomllib

import jsonschema
import pytest

from icm_desktop.content import pathways, policies
from icm_desktop.content.checked_file import BrokenFile
from icm_desktop.content.pathways import SHARED, read
from icm_desktop.domain.pathways.due import steps_due
from icm_desktop.domain.pathways.suggestions import escalations, suggestion
from tests.pathways.examples import facts

CALENDAR = policies.shipped().shipped_calendar
FILES = sorted(pathways.FOLDER.glob("*.toml"))
# Rows of the activity table, targets, escalations and sentences for patients of each section of the clinical
# specification. A row with several activities has several steps.
SECTIONS = {
    "type-2-diabetes": (12, 9, 7, 1),
    "heart-failure": (8, 6, 4, 1),
    "chronic-kidney-disease": (3, 4, 8, 1),
    "hypertension": (4, 3, 4, 1),
    "copd": (11, 0, 2, 1),
    "depression": (7, 3, 6, 1),
    "anxiety": (2, 1, 2, 1),
    "alcohol-and-drugs": (4, 1, 4, 1),
    "post-discharge": (6, 0, 1, 1),
    "preventive-basics": (9, 0, 0, 1),
}
EXAMPLES = [
    pytest.param(file, number, id=f"{file.stem}-{number}")
    for file in FILES
    for number in range(len(pathways.examples(file)))
]


def test_every_row_target_escalation_and_sentence_of_each_section_is_in_its_file():
    found = {
        one.id: (
            len({step.row for step in one.steps}),
            len(one.targets),
            len(one.escalations),
            len(one.patient_steps),
        )
        for one in pathways.pathways()
    }
    assert found == SECTIONS
    assert all(
        {step.row for step in one.steps} == set(range(1, SECTIONS[one.id][0] + 1)) for one in pathways.pathways()
    )


def test_nothing_shipped_is_called_confirmed_and_everything_names_its_source():
    for one in pathways.pathways():
        assert not one.confirmed and one.source and one.year >= 2015
        marks = {"V", "V2", "M", "P"}
        assert all(step.source and step.mark in marks for step in one.steps)
        assert all(each.source and each.mark in marks for each in one.escalations)
        assert all(target.evidence and target.mark in marks for target in one.targets)


def test_both_languages_of_a_sentence_fill_in_the_same_words():
    for sentence in (each for one in pathways.pathways() for each in one.patient_steps):
        blanks = [{part.partition("}")[0] for part in text.split("{")[1:]} for text in (sentence.en, sentence.es)]
        assert blanks[0] == blanks[1], sentence.id


@pytest.mark.parametrize(("file", "number"), EXAMPLES)
def test_worked_examples_come_out(file, number):
    document, pathway = tomllib.loads(file.read_text("utf-8")), read(file)
    example = document["example"][number]
    patient, day = facts(document, example), example["on"]
    steps = {one.step: one for one in steps_due(pathway, patient, day, CALENDAR)}
    for wanted in example.get("expect", ()):
        found = steps[wanted["step"]]
        assert (found.state, found.due) == (wanted["state"], wanted.get("due", found.due)), example["title"]
    if "suggested" in example:
        assert (suggestion(pathway, patient, day) is not None) is example["suggested"], example["title"]
    if "escalates" in example:
        assert [one.id for one in escalations(pathway, patient, day)] == example["escalates"], example["title"]


def test_shared_activities_follow_their_schema():
    rules = json.loads((SHARED.parents[1] / "schemas" / "activities.schema.json").read_text("utf-8"))
    document = tomllib.loads(SHARED.read_text("utf-8"))
    jsonschema.validate(document, rules)
    ids = [one["id"] for one in document["activity"]]
    assert len(ids) == len(set(ids))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document | {"extra": 1}, rules)


@pytest.mark.parametrize(
    ("broken", "by", "reason"),
    [
        ('activity = "eye-exam"', 'activity = "eyes"', "'eyes' is not defined"),
        ("every = { months = 24 }", "every = { months = 0 }", "minimum"),
        ('{ problem = "retinopathy" }', '{ problem = "retina" }', "'retina' is not defined"),
        ('id = "foot-exam"\nrow = 6', 'id = "foot-exam"\nrow = "six"', "not of type"),
        ("grace_days = 56", "grace_days 56", "Expected '='"),
        ('id = "egfr"\n', 'id = "a1c"\n', "a second meaning"),
    ],
)
def test_a_broken_file_is_refused_with_file_line_and_reason(tmp_path, broken, by, reason):
    text = (pathways.FOLDER / "type-2-diabetes.toml").read_text("utf-8")
    line = text[: text.index(broken)].count("\n") + 1 + broken.count("\n") * ("row" in broken)
    file = tmp_path / "type-2-diabetes.toml"
    file.write_text(text.replace(broken, by, 1), "utf-8")
    with pytest.raises(BrokenFile) as refused:
        read(file)
    assert (refused.value.file, refused.value.line) == (file.name, line)
    assert reason in refused.value.reason
