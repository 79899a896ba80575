"""`caseload review`: whose scores do not improve, with the sum behind it, and what was recommended."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.case_review import CaseReview, CaseReviewFilter, RecommendationRow, ReviewRow
from icm_desktop.domain.treat_to_target import Standing
from icm_desktop.words import say
from icm_desktop.words.case_review import review_of, sum_of, sum_params


def caseload_command(arguments: argparse.Namespace) -> Output:
    """The rows of the screen in its order; words of recommendations are read there only, where that is recorded."""
    practice = open_practice(arguments)
    try:
        found: CaseReview = practice.run("queries.case_review.case_review", CaseReviewFilter(arguments.mine))
    finally:
        practice.close()
    rows = [row for row in found.rows if row.to_review or not arguments.due]
    patients = [_patient(row, found.day) for row in rows]
    lines = [
        (one["patient"], one["review"]["state"], one["review"]["due"], "; ".join(each["sum"] for each in one["scores"]),
         one["last_review"], len(one["open_recommendations"]))
        for one in patients
    ]  # fmt: skip
    document = {"day": found.day.isoformat(), "patients": patients}
    return Output(document, table(("Record no.", "Review", "Due by", "Scores", "Last review", "Open"), lines))


def _patient(row: ReviewRow, today: dt.date) -> dict[str, Any]:
    because = row.review.because
    return {
        "patient": row.head.record_number,
        "started": row.started_on.isoformat(),
        "weeks": round(row.standings[0].weeks, 1) if row.standings else None,
        "programs": [one.id for one in row.programs],
        "coordinator": row.coordinator,
        "scores": [_score(one) for one in row.standings if one.course is not None],
        "review": {
            "state": row.review.state,
            "because": because.target.score if because is not None else None,
            "from": plain(row.review.starts_on),
            "due": plain(row.review.due_on),
            "rule": review_of(row.review, today, say, dt.date.isoformat),
        },
        "last_review": plain(row.reviewed_on),
        "self_harm": plain(row.self_harm),
        "open_recommendations": [_recommendation(one) for one in row.open] if row.may_read else [],
        "closed_recommendations": 0 if row.may_read else len(row.open),
        "relapse_plan": {"wanted": row.plan_wanted, "check_in": plain(row.plan_check_on)},
    }


def _score(one: Standing) -> dict[str, Any]:
    course = one.course
    return {
        "score": one.target.score,
        "state": one.state,
        "first": course.first.value if course else None,
        "first_on": plain(course.first.on if course else None),
        "last": course.last.value if course else None,
        "last_on": plain(course.last.on if course else None),
        "fall": one.fall,
        "percent": round(one.percent, 1) if one.percent is not None else None,
        "sum": sum_of(sum_params(one), say, dt.date.isoformat),
    }


def _recommendation(one: RecommendationRow) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "to": one.to_name or one.to_role,
        "given_on": one.given_on.isoformat(),
        "given_by": one.given_by,
        "due": plain(one.due_on),
        "status": one.status,
    }
