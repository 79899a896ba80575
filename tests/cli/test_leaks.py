"""No command tells a role what its screens do not: sensitive words planted everywhere, every command asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.models.clinical import Condition, MedicationEntry, Observation, QuestionnaireResponse
from db.models.patient import Patient
from db.models.plan import Goal, PlanAction
from db.models.programs import ProgramEnrolment
from icm_desktop.cli import parser
from icm_desktop.cli.main import COMMANDS
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.case_review import Recommend, SaveRelapsePlan
from icm_desktop.contracts.notes import NewNote, OpenInEmergency
from tests.cli.conftest import make_shell

DAY = "2026-11-20"
CLOSED = ("zzbehavioral", "zzsubstance", "zzrecommended", "zzwarning", "zzemergency")  # only to whom they were given
CLINICAL = ("zzproblem", "zzmedicine", "zzanswer", "zzresult", "zzplan", "zzgoal", "44260-8", "PHQ", "remission")
MAKES_ANOTHER = {"init", "restore", "demo", "tour"}  # about files of their own
ON_PAPER = {"handout"}  # the released plan, which front desk prints


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A practice with a word of each kind in it, and the globals of each of its users."""
    shell = make_shell(tmp_path_factory.mktemp("leaks"))
    for name, role in (("desk", "front_desk"), ("coord", "coordinator")):
        shell.json("user", "add", name, "--role", role, "--new-password-file", shell.password_file)
    opened = open_practice(parser.build().parse_args([*shell.globals, "worklist"]))
    with opened.write("test") as uow:
        ana = Patient(record_number="000001", family="Lopez", given="Ana", birth_date="1961-03-01")
        uow.session.add(ana)
        uow.session.flush()
        mine = {"patient_id": ana.id}
        item = {"link_id": "44260-8", "text": "zzanswer", "code": "LA6569-3", "value": "zzanswer"}
        goal = Goal(**mine, text="zzgoal", words="zzgoal", status="active")
        uow.session.add_all((
            Condition(**mine, text="zzproblem", status="active"), goal,
            MedicationEntry(**mine, kind="entry", text="zzmedicine", status="active"),
            Observation(**mine, status="final", code="44261-6", text="zzresult", effective_when=DAY, value_number=12),
            QuestionnaireResponse(**mine, status="completed", authored_when=DAY, text="PHQ-9", items=[item]),
            ProgramEnrolment(**mine, program="cocm", status="active", enrolled_on=uow.today),
        ))  # fmt: skip
        uow.session.flush()
        uow.session.add(PlanAction(**mine, goal_id=goal.id, text="zzplan", status="in-progress", due_on=uow.today))
        patient_id = ana.id
    today = opened.run("queries.people.practice").today
    for kind, text in (("behavioral_health", "zzbehavioral"), ("substance_use", "zzsubstance")):
        opened.run(
            "services.notes.open_in_emergency",
            OpenInEmergency(patient_id, "zzemergency: overdose", "Dr. Ray", "County Hospital"),
        )
        opened.run("services.notes.write", NewNote(patient_id, kind, text))
    words = dict.fromkeys(("warning_signs", "what_helps", "who_to_call"), "zzwarning")
    opened.run("services.case_review.recommend", Recommend(patient_id, "medicine", "zzrecommended", "PCP", "Dr. N",
                                                           today))  # fmt: skip
    check_on = today.replace(year=today.year + 1)
    opened.run("services.case_review.save_plan", SaveRelapsePlan(patient_id, "en", words, check_on, "Ana", "phone"))
    opened.close()
    return {
        name: replace(shell, globals=[name if word == "ada" else word for word in shell.globals])
        for name in ("ada", "desk", "coord")
    }


def _asked(folder):
    patient = ("--patient", "000001")
    days = ("--from", "2020-01-01", "--to", "2030-01-01")
    return {
        "user": [("user", "list")],
        "backup": [("backup", "--out", folder / "copy.icm")],
        "verify": [("verify",)],
        "doctor": [("doctor",)],
        "import": [("import", "list")],
        "export": [
            ("export", *patient, "--format", "ics", "--out", folder / "a.ics", "--names", "full_name"),
            ("export", *patient, "--format", "fhir", "--out", folder / "a.json"),
            ("export", "--all", "--format", "practice", "--out", folder / "all"),
        ],
        "patients": [("patients",), ("patients", "--search", "zzproblem")],
        "chart": [("chart", *patient)],
        "worklist": [("worklist",), ("worklist", "--mine"), ("worklist", "--queue", "quiet")],
        "referrals": [("referrals",)],
        "appointments": [("appointments", *days)],
        "pathways": [("pathways", "due", *patient), ("pathways", "variation", "--per-patient"), ("pathways", "list")],
        "screen": [("screen", "list")],
        "conflicts": [("conflicts", *patient)],
        "medicines": [("medicines", *patient)],
        "reconcile": [("reconcile", *patient)],
        "caseload": [("caseload", "review")],
        "handout": [("handout", *patient, "--format", "text", "--out", folder / "page.txt")],
    }  # fmt: skip


@pytest.mark.parametrize("who", ["desk", "coord"])
def test_no_command_tells_more_than_the_screens(planted, who, tmp_path):
    known = _asked(tmp_path)
    asked = {
        name: known.get(name, [(name, "--patient", "000001"), (name,)]) for name in COMMANDS.keys() - MAKES_ANOTHER
    }
    found = []
    for name, ways in asked.items():
        for words in ways:
            for form in ((), ("--json",)) if who == "desk" and words is ways[0] else (("--json",),):
                for made in tmp_path.iterdir():
                    made.unlink()
                ran = planted[who].run(*form, *words)
                told = ran.out + ran.err.encode() + b"".join(
                    one.read_bytes() for one in tmp_path.iterdir() if one.suffix in (".ics", ".txt", ".json")
                )  # fmt: skip
                secrets = CLOSED if who == "coord" or name in ON_PAPER | {"screen", "pathways"} else CLOSED + CLINICAL
                found += [f"{name}: {word}" for word in secrets if word.encode() in told]
    assert found == []


def test_who_may_is_told_so_that_the_words_were_really_there(planted):
    assert b"zzproblem" in planted["coord"].run("chart", "--patient", "000001").out
    review = planted["ada"].json("caseload", "review")["patients"]
    assert [one["kind"] for one in review[0]["open_recommendations"]] == ["medicine"]
    assert planted["coord"].json("caseload", "review")["patients"][0]["closed_recommendations"] == 1
    assert planted["desk"].run("caseload", "review").code == 1
    assert b"zzemergency" in planted["ada"].run("worklist").out
