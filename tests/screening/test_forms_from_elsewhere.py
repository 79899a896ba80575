"""Forms that others sent without a score are work like ours: counted from their answers, or NOT CHECKED."""

from __future__ import annotations

from typing import Any

import pytest

from db.models.clinical import Observation, QuestionnaireResponse
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.screening import RecordFollowUp
from icm_desktop.contracts.worklist import FinishWork, HoldWork
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Role
from tests.screening.test_follow_up import ASKED, Clinic, clinic, later

__all__ = ["clinic"]
PHQ9 = instruments()["phq-9"]


def form(clinic: Clinic, answers: list[int | None], **more: Any) -> tuple[int, int]:
    """A PHQ-9 from elsewhere: whose, and its id."""
    whose = clinic.patient()
    items = [{"link_id": f"/44249-1/{item.loinc}", "value": given}
             for item, given in zip(PHQ9.items, answers, strict=False) if given is not None]  # fmt: skip
    kept = {"status": "completed", "authored_when": ASKED.isoformat(), "items": items,
            "questionnaire": f"http://loinc.org/q/{PHQ9.loinc}"}  # fmt: skip
    with clinic.practice.open().write("test") as uow:
        row = QuestionnaireResponse(patient_id=whose, **(kept | more))
        uow.session.add(row)
        uow.session.flush()
        return whose, row.id


def test_a_positive_one_without_a_score_waits_for_its_follow_up_which_ends_it(clinic: Clinic) -> None:
    whose, number = form(clinic, [2, 2, 2, 2, 1, 1, 1, 0, 0])
    (row,) = clinic.work(whose, later(1))
    assert (row.key, row.kind, row.title) == (f"form:{number}", "follow_up", "today.screen_follow_up")
    assert dict(row.title_params)["value"] == "11" and row.due == later(2)
    run = clinic.on(later(1), Role.CLINICIAN)
    with pytest.raises(Invalid) as refused:
        run("services.follow_up.finish", FinishWork(row.key, row.version))
    assert refused.value.code == "today.say_what_followed"
    run("services.follow_up.hold", HoldWork(row.key, later(3), "call back"))
    assert [one.section for one in clinic.work(whose, later(1))] == ["waiting"]
    assert run("queries.screening.follow_up_form", row.key).asked_on == ASKED
    act = run("queries.screening.follow_up_form", row.key).acts[0][0]
    run("services.screening.record_follow_up", RecordFollowUp(row.key, row.version, act, later(1), "spoke with her"))
    assert clinic.work(whose, later(1)) == []
    (told,) = run("queries.screening.of_patient", whose).rows
    assert told.follow_up is not None and [one.note for one in told.follow_up.acts] == ["spoke with her"]


def test_one_that_cannot_be_counted_says_not_checked(clinic: Clinic) -> None:
    whose, _ = form(clinic, [2, 2, 2, 2, None, None, None, None, 0])
    (row,) = clinic.work(whose, later(1))
    assert (row.title, row.why) == ("today.form_not_checked", "today.why_form_not_checked")
    (told,) = clinic.on(later(1))("queries.screening.of_patient", whose).rows
    assert told.scores[0].value is None


@pytest.mark.parametrize(
    ("answers", "more"),
    [
        ([1, 1, 1, 1, 0, 0, 0, 0, 0], {}),
        ([], {}),
        ([2, 2, 2, 2, 1, 1, 1, 0, 0], {"status": "entered-in-error"}),
        ([2, 2, 2, 2, 1, 1, 1, 0, 0], {"authored_when": "2020-01-01"}),
        (
            [2, 2, 2, 2, 1, 1, 1, 0, 0],
            {"questionnaire": "http://example.org/of-our-own", "items": [{"link_id": "1", "value": 3}]},
        ),
    ],
)
def test_what_is_negative_empty_wrong_old_or_none_of_ours_is_no_work(
    clinic: Clinic, answers: list[int | None], more: dict[str, Any]
) -> None:
    whose, _ = form(clinic, answers, **more)
    assert clinic.work(whose, later(1)) == []


def test_a_score_of_that_day_takes_its_place(clinic: Clinic) -> None:
    whose, _ = form(clinic, [2, 2, 2, 2, 1, 1, 1, 0, 0])
    with clinic.practice.open().write("test") as uow:
        uow.session.add(Observation(
            patient_id=whose, status="final", code_system="http://loinc.org", code="44261-6", text="PHQ-9",
            effective_when=ASKED.isoformat(), value_number=11.0, value_unit="{score}",
        ))  # fmt: skip
    (row,) = clinic.work(whose, later(1))
    assert row.key.startswith("follow_up:")
