"""The practice changes a pathway for itself: in editions with a reason, in force when adopted, back at any time."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.content import pathways as content
from icm_desktop.contracts.pathway_edits import EditStep, EditTarget, GoBack, SetCalls
from icm_desktop.contracts.pathways import AdoptPathway, EnrolPatient
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain.pathways.edits import StepEdit
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from tests.pathways.test_due_table import is_right
from tests.pathways.test_pathway_services import DIABETES, adopt, due, patient, practice, rosa

__all__ = ["patient", "practice", "rosa"]


@pytest.fixture
def ada(practice):
    """Runs use cases as an administrator."""
    return lambda name, *args: practice.open("administrator").run(name, *args)


@pytest.fixture
def enrolled(practice, rosa, patient):
    adopt(practice)
    rosa("services.pathways.enrol", EnrolPatient(patient, DIABETES))
    practice.open("administrator").run("services.pathway_work.reckon")
    return patient


def row(ada):
    return next(one for one in ada("queries.pathways.shipped") if one.id == DIABETES)


def edit(ada, step="a1c", reason="our laboratory", edition=None, **parts):
    expected = row(ada).edition if edition is None else edition
    return ada("services.pathway_edits.edit_step", EditStep(DIABETES, expected, step, StepEdit(**parts), reason))


def test_an_edit_counts_when_a_clinician_adopts_it_and_never_changes_the_file(practice, ada, rosa, enrolled):
    files = {one.name: one.read_bytes() for one in content.FOLDER.glob("*.toml")}
    edit(ada, "foot-exam", every="P6M", owner=("MA",), title="Feet looked at", title_es="Pies revisados")
    assert (row(ada).edition, row(ada).pending, row(ada).changed) == (1, True, False)
    assert due(rosa, enrolled, "foot-exam").title == "Foot examination"  # the adopted edition goes on
    with pytest.raises(Conflict):
        ada("services.pathways.adopt", AdoptPathway(DIABETES, "what was read before", "Dr. Ana Ruiz"))
    ada("services.pathways.adopt", AdoptPathway(DIABETES, row(ada).digest, "Dr. Ben Cho"))
    found = due(rosa, enrolled, "foot-exam")
    assert (found.title, found.title_es, found.owner) == ("Feet looked at", "Pies revisados", ("MA",))
    assert (row(ada).pending, row(ada).adopted_by) == (False, "Dr. Ben Cho")
    with practice.open().read() as uow:
        from icm_desktop.queries.pathway_work import outdated

        assert outdated(uow) == (enrolled,)
    ada("services.pathway_work.reckon")
    is_right(practice)
    work = rosa("queries.today.worklist", WorkFilter(everyone=True)).rows
    assert any(dict(one.title_params).get("step") == "Feet looked at" for one in work)
    assert {one.name: one.read_bytes() for one in content.FOLDER.glob("*.toml")} == files


def test_a_step_is_switched_off_and_a_target_moved(ada, rosa, enrolled):
    edit(ada, "foot-exam", off=True)
    ada("services.pathway_edits.edit_target", EditTarget(DIABETES, 1, "a1c", 8.5, "our patients are frail"))
    ada("services.pathways.adopt", AdoptPathway(DIABETES, row(ada).digest, "Dr. Ana Ruiz"))
    assert due(rosa, enrolled, "foot-exam") is None
    assert due(rosa, enrolled).due == dt.date(2027, 2, 12)  # 8.1 is at goal now: six months
    edit(ada, "a1c", every="P4M")
    ada("services.pathways.adopt", AdoptPathway(DIABETES, row(ada).digest, "Dr. Ana Ruiz"))
    assert due(rosa, enrolled).due == dt.date(2026, 12, 12)


def test_every_edition_says_who_when_why_and_what_and_any_is_had_again(ada, rosa, enrolled):
    edit(ada, every="P4M")
    edit(ada, "foot-exam", off=True, reason="the podiatrist does it")
    found = ada("queries.pathway_edits.editable", DIABETES)
    assert [(one.number, one.made_by, one.reason) for one in found.editions] == [
        (2, "Ada Min", "the podiatrist does it"), (1, "Ada Min", "our laboratory"), (0, "", ""),
    ]  # fmt: skip
    assert found.editions[2].adopted_by == "Dr. Ana Ruiz"
    told = {(one.part, one.what, one.before, one.after) for one in found.editions[0].differences}
    assert told == {("a1c", "every", "P6M", "P4M"), ("foot-exam", "off", "", "off")}
    back = ada("services.pathway_edits.go_back", GoBack(DIABETES, 2, 0, "as shipped again"))
    now = row(ada)
    assert (now.edition, now.pending, now.changed) == (3, False, False)  # the same as what was adopted first
    ada("services.history.undo", back.changes.action_id)
    assert (row(ada).edition, row(ada).pending) == (2, True)
    assert ada("queries.pathway_edits.editable", DIABETES).editions[0].number == 2


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"every": "P0M"}, "bad_interval"),
        ({"every": "sometimes"}, "bad_interval"),
        ({"owner": ("HERO",)}, "bad_owner"),
        ({"title": "Feet"}, "both_titles"),
        ({}, "nothing_changed"),
        ({"every": "P3M", "reason": " "}, "reason_missing"),
        ({"every": "P3M", "step": "juggling"}, "unknown_step"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_at_its_field(ada, parts, code):
    with pytest.raises(Invalid, match=rf"pathways\.{code}"):
        edit(ada, **parts)


def test_two_people_do_not_overwrite_each_other_and_only_administrators_edit(ada, rosa):
    edit(ada, every="P4M")
    with pytest.raises(Conflict, match=r"pathways\.content_changed"):
        edit(ada, every="P5M", edition=0)
    with pytest.raises(NotFound):
        ada("services.pathway_edits.go_back", GoBack(DIABETES, 1, 7, "why not"))
    with pytest.raises(NotAllowed):
        edit(rosa, every="P5M", edition=1)


def test_what_a_pathway_for_everyone_asks_is_work_on_today_once_the_practice_wants_it(practice, ada, rosa, patient):
    basics = "preventive-basics"

    def of_basics():
        return next(one for one in ada("queries.pathways.shipped") if one.id == basics)

    def on_today():
        ada("services.pathway_work.reckon")
        is_right(practice)
        asked = WorkFilter(everyone=True, kinds=("pathway",))
        return {dict(one.title_params)["step"] for one in rosa("queries.today.worklist", asked).rows}

    adopt(practice, basics)
    assert on_today() == set()
    found = rosa("queries.pathways.of_patient", patient, None).due
    in_chart = {one.title for one in found if one.state in ("due", "overdue") and one.due}
    assert in_chart
    with pytest.raises(Invalid) as refused:
        ada("services.pathway_edits.set_calls", SetCalls(DIABETES, 0, True, "why not"))
    assert refused.value.code == "pathways.of_enrolled"
    ada("services.pathway_edits.set_calls", SetCalls(basics, 0, True, "we call them in"))
    assert on_today() == set()  # nobody stands for the edition yet
    ada("services.pathways.adopt", AdoptPathway(basics, of_basics().digest, "Dr. Ben Cho"))
    assert on_today() == in_chart
    ada("services.pathway_edits.go_back", GoBack(basics, 1, 0, "too many calls"))
    ada("services.pathways.adopt", AdoptPathway(basics, of_basics().digest, "Dr. Ben Cho"))
    assert on_today() == set()
