"""The shared care plan: plans, team, goals, actions, tasks and what was said on the phone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from db.models.base import Audited, Base, Imported
from db.models.clinical import Fact


class Owned:
    """Who does it. `owner_kind`: user (inside), practitioner (outside), patient, person (by name only), or None."""

    owner_kind: Mapped[str | None]
    owner_name: Mapped[str | None]
    owner_organization: Mapped[str | None]

    @declared_attr
    @classmethod
    def owner_user_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("user_account.id"), index=True)

    @declared_attr
    @classmethod
    def owner_practitioner_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("practitioner.id"))


class CarePlan(Fact, Base):
    """A care plan as an outside system sent it, or ours (source_id empty). `status` is FHIR CarePlan.status.

    Of ours `risk` names the level that says how often it is reviewed.
    """

    __tablename__ = "care_plan"
    __table_args__ = (  # ours that are reviewed, among all that came from elsewhere
        Index(
            "ix_care_plan_review_due",
            "review_due",
            sqlite_where=text("review_due IS NOT NULL AND source_id IS NULL AND removed_at IS NULL"),
        ),
    )

    title: Mapped[str | None]
    intent: Mapped[str | None]
    category: Mapped[str | None]
    description: Mapped[str | None]
    starts_when: Mapped[str | None]
    ends_when: Mapped[str | None]
    reviewed_on: Mapped[dt.date | None]
    review_due: Mapped[dt.date | None]
    agreed_on: Mapped[dt.date | None]
    risk: Mapped[str | None]


class CareTeam(Fact, Base):
    """A team around a patient."""

    __tablename__ = "care_team"

    name: Mapped[str | None]
    starts_when: Mapped[str | None]
    ends_when: Mapped[str | None]


class CareTeamMember(Audited, Imported, Base):
    """One member of a care team; `member_key` tells distinct members over all teams of a patient."""

    __tablename__ = "care_team_member"

    care_team_id: Mapped[int] = mapped_column(ForeignKey("care_team.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    member_key: Mapped[str]
    name: Mapped[str]
    role: Mapped[str | None]
    phone: Mapped[str | None]
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))


class Goal(Fact, Owned, Base):
    """A goal. `status` is FHIR Goal.lifecycleStatus; `text` the clinical description, `words` the patient's own.

    The target is `target_comparator` with `target_value`, or a range `target_low`..`target_high`, in UCUM
    `target_unit`,
    measured by `measure_code` (LOINC). `addresses`: the problems a goal from elsewhere names, as keys of their records
    ("Condition/12"). `baseline_value` is where it stood, in the same unit; `confidence` 0-10 how sure
    the patient is to reach it.
    """

    __tablename__ = "goal"

    care_plan_id: Mapped[int | None] = mapped_column(ForeignKey("care_plan.id"), index=True)
    concern_id: Mapped[int | None] = mapped_column(ForeignKey("health_concern.id"), index=True)
    words: Mapped[str | None]
    words_language: Mapped[str | None]
    achievement: Mapped[str | None]
    priority: Mapped[str | None]
    measure_code: Mapped[str | None]
    measure_text: Mapped[str | None]
    target_comparator: Mapped[str | None]
    target_value: Mapped[float | None] = mapped_column(Float)
    target_low: Mapped[float | None] = mapped_column(Float)
    target_high: Mapped[float | None] = mapped_column(Float)
    target_unit: Mapped[str | None]
    target_text: Mapped[str | None]
    starts_when: Mapped[str | None]
    baseline_value: Mapped[float | None] = mapped_column(Float)
    baseline_on: Mapped[dt.date | None]
    confidence: Mapped[int | None]
    due_on: Mapped[dt.date | None]
    position: Mapped[int] = mapped_column(default=0)
    on_handout: Mapped[bool] = mapped_column(default=True)
    sensitive: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str | None]
    addresses: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))


class PlanAction(Fact, Owned, Base):
    """Something somebody does for a goal or plan: ours, or an activity of an imported CarePlan.

    `status`: not-started, in-progress, on-hold, completed, cancelled (FHIR CarePlan.activity.detail.status).
    `text` is what staff read; `patient_words` maps a language to the sentence the patient reads. `appointment_type_id`:
    the kind of visit it asks for.
    """

    __tablename__ = "plan_action"
    __table_args__ = (
        Index("ix_plan_action_status_due_on", "status", "due_on"),
        Index("ix_plan_action_done_on", "done_on"),
        Index("ix_plan_action_appointment_type_id_due_on", "appointment_type_id", "due_on"),
        Index(
            "ix_plan_action_undated",
            "appointment_type_id",
            sqlite_where=text("due_on IS NULL AND appointment_type_id IS NOT NULL"),
        ),
    )

    goal_id: Mapped[int | None] = mapped_column(ForeignKey("goal.id"), index=True)
    care_plan_id: Mapped[int | None] = mapped_column(ForeignKey("care_plan.id"), index=True)
    patient_words: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    phrase: Mapped[str | None]
    due_on: Mapped[dt.date | None]
    held_until: Mapped[dt.date | None]
    done_on: Mapped[dt.date | None]
    reason: Mapped[str | None]
    on_handout: Mapped[bool] = mapped_column(default=True)
    sensitive: Mapped[bool] = mapped_column(default=False)
    urgent: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    appointment_type_id: Mapped[int | None] = mapped_column(ForeignKey("appointment_type.id"))


class Task(Fact, Owned, Base):
    """A FHIR Task that came in, or a reminder typed here. `status` is FHIR Task.status."""

    __tablename__ = "task"
    __table_args__ = (
        Index("ix_task_status_due_on", "status", "due_on"),
        Index("ix_task_done_on", "done_on"),
    )

    description: Mapped[str | None]
    business_status: Mapped[str | None]
    service_request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"), index=True)
    conference_case_id: Mapped[int | None] = mapped_column(ForeignKey("conference_case.id"), index=True)
    due_on: Mapped[dt.date | None]
    held_until: Mapped[dt.date | None]
    done_on: Mapped[dt.date | None]


class WorklistHold(Audited, Base):
    """A computed worklist row (a late referral, a missed visit) put off until a date, or finished (`done_on`)."""

    __tablename__ = "worklist_hold"
    __table_args__ = (
        Index("ix_worklist_hold_done_on", "done_on"),
        Index("ix_worklist_hold_held_until", "held_until", sqlite_where=text("held_until IS NOT NULL")),
    )

    item_key: Mapped[str] = mapped_column(index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    held_until: Mapped[dt.date | None]
    done_on: Mapped[dt.date | None]
    reason: Mapped[str | None]


class ContactLog(Audited, Base):
    """A call or other contact that was tried. `outcome`: reached, left_message, no_answer, wrong_number, declined."""

    __tablename__ = "contact_log"
    __table_args__ = (Index("ix_contact_log_patient_id_at", "patient_id", "at", "outcome", "removed_at"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    item_key: Mapped[str | None] = mapped_column(index=True)
    at: Mapped[dt.datetime]
    by_user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    channel: Mapped[str]
    outcome: Mapped[str]
    note: Mapped[str | None]
    next_try_on: Mapped[dt.date | None]
