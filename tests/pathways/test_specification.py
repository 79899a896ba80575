"""Every activity row, target, escalation and sentence for patients of the clinical specification, by name, in its file.

The names are those of sections 1.1 to 1.10; what each says is looked for in the file that must have it.
"""

from __future__ import annotations

import pytest

from icm_desktop.content import pathways

FILES = {one.id: one for one in pathways.pathways()}
# Row of the activity table: an activity that must stand in it, how often, and who does it.
ROWS: dict[str, dict[int, tuple[str, str | None, str | None]]] = {
    "type-2-diabetes": {
        1: ("a1c", "P6M", "MA"), 2: ("egfr", "P12M", None), 3: ("blood-pressure", "visit", "MA"),
        4: ("lipids", "P12M", "PCP"), 5: ("eye-exam", "P12M", "PCP"), 6: ("foot-exam", "P12M", "RN_CM"),
        7: ("diabetes-education", "P12M", "RN_CM"), 8: ("depression-score", "P12M", "BHCM"),
        9: ("hypoglycemia-review", "visit", "RN_CM"), 10: ("social-needs", "P12M", "SW"), 11: ("fib4", "P12M", "PCP"),
        12: ("flu-vaccine", "season", None),
    },
    "heart-failure": {
        1: ("weight-review", None, "PATIENT"), 2: ("visit-after-discharge", "P7D", None),
        3: ("potassium-creatinine", None, "PCP"), 4: ("potassium-creatinine", None, "PCP"),
        5: ("gdmt-review", None, "PCP"), 6: ("echo", None, None), 7: ("depression-score", "P12M", "BHCM"),
        8: ("cardiac-rehab", None, "RN_CM"),
    },
    "hypertension": {
        1: ("blood-pressure", "P3M", "MA"), 2: ("home-pressure-review", None, "PATIENT"),
        3: ("basic-tests", "once", "PCP"), 4: ("lifestyle-counseling", "P6M", "RN_CM"),
    },
    "depression": {
        1: ("depression-score", None, "BHCM"), 2: ("care-manager-contact", None, "BHCM"),
        3: ("psychiatric-review", None, "PSYCH"), 4: ("caseload-review", "P7D", "BHCM"),
        5: ("safety-check", None, "BHCM"), 6: ("sodium", None, "PCP"), 7: ("relapse-plan", None, "BHCM"),
    },
    "post-discharge": {
        1: ("contact-after-discharge", "P2BD", "RN_CM"), 2: ("second-attempt", "P2BD", "RN_CM"),
        3: ("medication-reconciliation", None, "PHARM"), 4: ("visit-after-discharge", "P7D", "PCP"),
        5: ("discharge-review", None, "RN_CM"), 6: ("depression-score", None, "MA"),
    },
}  # fmt: skip
# What the prose of a section asks for where it has no table.
ASKED = {
    "chronic-kidney-disease": {"egfr", "uacr", "sick-day-teaching", "renal-dose-review"},
    "copd": {
        "inhaler-technique", "breathlessness-score", "exacerbation-count", "spirometry", "oxygen-saturation",
        "visit-after-flare", "late-visit-after-flare", "pulmonary-rehab", "tobacco", "lung-ct", "flu-vaccine",
    },
    "anxiety": {"anxiety-score", "tsh", "caffeine", "audit-c", "ptsd-screen"},
    "alcohol-and-drugs": {"audit-c", "drug-item", "brief-intervention", "alcohol-assessment", "opioid-treatment"},
    "preventive-basics": {
        "mammogram", "colorectal", "cervical", "lung-ct", "aaa-ultrasound", "bone-density", "hepatitis-c-test",
        "hiv-test", "hepatitis-b-test", "diabetes-screen", "audit-c", "drug-item", "tobacco", "partner-violence",
        "falls", "statin-review",
    },
}  # fmt: skip
# How many targets and escalations each section has, and the numbers that must be among the targets.
TARGETS = {
    "type-2-diabetes": (9, {7, 8, 130, 80, 70, 55}), "heart-failure": (6, {130, 80}), "hypertension": (3, {130, 80}),
    "chronic-kidney-disease": (4, {120}), "depression": (3, {5, 10}), "anxiety": (1, {5}),
    "alcohol-and-drugs": (1, set()), "copd": (0, set()), "post-discharge": (0, set()), "preventive-basics": (0, set()),
}  # fmt: skip
ESCALATIONS = {
    "type-2-diabetes": 7, "heart-failure": 4, "chronic-kidney-disease": 8, "hypertension": 4, "copd": 2,
    "depression": 6, "anxiety": 2, "alcohol-and-drugs": 4, "post-discharge": 1, "preventive-basics": 0,
}  # fmt: skip
# The beginning of the sentence for patients, in both languages.
SENTENCES = {
    "type-2-diabetes": ("Get your A1c blood test by {date}.", "Hágase la prueba de sangre A1c antes del {date}."),
    "heart-failure": ("Weigh yourself every morning", "Pésese cada mañana"),
    "chronic-kidney-disease": ("Your kidneys need a blood test", "Sus riñones necesitan una prueba de sangre"),
    "hypertension": ("Check your blood pressure at home", "Mídase la presión en casa"),
    "copd": ("Use your daily inhaler every day", "Use su inhalador diario todos los días"),
    "depression": ("Take your medicine every day", "Tome su medicina todos los días"),
    "anxiety": ("Practice the slow-breathing exercise", "Haga el ejercicio de respirar lento"),
    "alcohol-and-drugs": ("Try to have no more than {n} drinks a day.", "Trate de no tomar más de {n} bebidas al día."),
    "post-discharge": ("See Dr. {name} on {date}.", "Vea al Dr./a la Dra. {name} el {date}."),
}


def test_ten_sections_are_ten_files():
    assert len(FILES) == len(ROWS) + len(ASKED) == len(TARGETS) == len(ESCALATIONS) == 10


@pytest.mark.parametrize("name", ROWS)
def test_every_row_of_a_table_is_there_with_its_interval_and_its_owner(name):
    for row, (activity, every, owner) in ROWS[name].items():
        steps = [step for step in FILES[name].steps if step.row == row]
        mine = [step for step in steps if activity in (step.activity.id, step.activity.group)]
        assert mine, (name, row, activity, [step.activity.group for step in steps])
        assert every is None or every in {step.every.iso for step in mine}, (name, row, [s.every.iso for s in mine])
        assert owner is None or any(owner in step.owner for step in mine), (name, row, [s.owner for s in mine])
    assert {step.row for step in FILES[name].steps} == set(ROWS[name])


@pytest.mark.parametrize("name", ASKED)
def test_what_a_section_without_a_table_asks_for_is_there(name):
    assert ASKED[name] <= {step.activity.group for step in FILES[name].steps}


@pytest.mark.parametrize("name", TARGETS)
def test_targets_and_escalations_are_counted(name):
    count, numbers = TARGETS[name]
    assert len(FILES[name].targets) == count
    assert numbers <= {target.value for target in FILES[name].targets}
    assert len(FILES[name].escalations) == ESCALATIONS[name]


@pytest.mark.parametrize("name", SENTENCES)
def test_the_patient_reads_the_sentence_of_the_section(name):
    sentence = FILES[name].patient_steps[0]
    assert sentence.en.startswith(SENTENCES[name][0]) and sentence.es.startswith(SENTENCES[name][1])
