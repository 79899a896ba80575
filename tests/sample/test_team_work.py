"""The practice for show has what the team has going on: recommendations, a relapse plan, questions, a letter."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from db.models.collaborative import CaseRecommendation, RelapsePlan
from db.models.papers import Handout
from db.models.team import TeamQuestion
from icm_desktop.content.sample import sample
from icm_desktop.contracts.worklist import WorkFilter


def test_there_is_something_to_see_of_each(generated):
    ada, told = generated.open("administrator"), sample("team_work")
    with ada.read() as uow:

        def count(kind: Any, *where: Any) -> int:
            return uow.session.scalar(select(func.count()).select_from(kind).where(*where)) or 0

        assert 0 < count(CaseRecommendation) <= len(told["recommendation"])
        assert count(RelapsePlan) == 1
        assert count(TeamQuestion) == len(told["question"]) and count(TeamQuestion, TeamQuestion.status != "open") == 1
        assert count(Handout, Handout.kind.like("team%")) == 1
    rows = ada.run("queries.today.worklist", WorkFilter(everyone=True, kinds=("question",))).rows
    assert len(rows) == 1  # of the two that are due today one was answered
