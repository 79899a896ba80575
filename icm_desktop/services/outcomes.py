"""What proof needs beside the records: rates and expenses, surveys without a name, a table of emergency visits."""

from __future__ import annotations

import csv
import datetime as dt
import math
from pathlib import Path

from db.models.outcomes import ClassificationTable, HourlyRate, ProgramExpense, SurveyAnswer
from db.models.practice import Practitioner
from db.models.set_up import Site
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.common import TakeAway
from icm_desktop.contracts.outcomes import ImportTable, OutcomeSaved, SaveExpense, SetRate
from icm_desktop.contracts.screening import RecordScreening
from icm_desktop.contracts.surveys import SaveSurvey
from icm_desktop.domain.instruments.answers import WrongAnswer, read
from icm_desktop.domain.instruments.scoring import Person, outcome
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.queries.outcomes.surveys import SURVEY
from icm_desktop.services import lines, screening
from icm_desktop.services.rows import current, known

KIND = "outcome"
_LANGUAGES = ("en", "es")
_SHARES = ("noner", "epct", "edcnpa", "edcnnpa")  # columns of the NYU table, as it is published
_CODE = ("code", "dx", "icd10", "icd_10", "diagnosis", "dxcode")
_MOST_ROWS = 200_000
_TALLEST = 100_000.0


@requires(Privilege.SETTINGS)
def set_rate(uow: UnitOfWork, request: SetRate) -> OutcomeSaved:
    """Say what an hour of a role costs from a day on.

    Raises:
        Invalid: outcomes.bad_role, outcomes.bad_amount.
    """
    if request.role not in {role.value for role in Role}:
        raise Invalid("outcomes.bad_role", "role")
    amount = _amount(request.amount, "amount")
    uow.session.add(HourlyRate(role=request.role, amount=amount, starts_on=request.starts_on or uow.today))
    return _saved(uow)


@requires(Privilege.SETTINGS)
def save_expense(uow: UnitOfWork, request: SaveExpense) -> OutcomeSaved:
    """Keep a monthly expense of the program.

    Raises:
        NotFound, Conflict: set_up.gone, set_up.changed_meanwhile.
        Invalid: outcomes.no_what, outcomes.bad_amount, outcomes.bad_days; registration.too_long.
    """
    what = lines.needed(request.what, "what", "outcomes.no_what")
    amount = _amount(request.per_month, "per_month")
    if request.ends_on is not None and request.ends_on < request.starts_on:
        raise Invalid("outcomes.bad_days", "ends_on")
    if request.expense_id is None:
        row = ProgramExpense(what=what, per_month=amount, starts_on=request.starts_on, ends_on=request.ends_on)
        uow.session.add(row)
    else:
        row = current(uow.session, ProgramExpense, request.expense_id, request.expected_version)
        row.what, row.per_month = what, amount
        row.starts_on, row.ends_on = request.starts_on, request.ends_on
    return _saved(uow)


@requires(Privilege.SETTINGS)
def remove_expense(uow: UnitOfWork, request: TakeAway) -> OutcomeSaved:
    """Take an expense away that was written down by mistake.

    Raises:
        NotFound, Conflict: set_up.gone, set_up.changed_meanwhile.
    """
    row = current(uow.session, ProgramExpense, request.row_id, request.expected_version)
    row.removed_at = uow.now
    return _saved(uow)


@requires(Privilege.CLINICAL_WRITE)
def save_survey(uow: UnitOfWork, request: SaveSurvey) -> OutcomeSaved:
    """Keep a coordination survey: in the record of the patient it is linked to, else without anybody's name.

    Raises:
        NotFound: patients.unknown.
        Invalid: screening.bad_answer, outcomes.no_answers, outcomes.bad_language, outcomes.future.
    """
    instrument = instruments()[SURVEY]
    try:
        answers = read(instrument, dict(request.answers))
    except WrongAnswer as wrong:
        raise Invalid("outcomes.bad_answer", "answers") from wrong
    if not answers:
        raise Invalid("outcomes.no_answers", "answers")
    if request.language not in _LANGUAGES:
        raise Invalid("outcomes.bad_language", "language")
    day = request.answered_on or uow.today
    if day > uow.today:
        raise Invalid("outcomes.future", "answered_on")
    if request.patient_id is not None:
        saved = screening.record(
            uow,
            RecordScreening(
                request.patient_id, SURVEY, instrument.digest, request.answers, request.mode, request.language, day
            ),
        )
        return OutcomeSaved(saved.changes)
    _keep_nameless(uow, request, day)
    return _saved(uow)


def _keep_nameless(uow: UnitOfWork, request: SaveSurvey, day: dt.date) -> None:
    whom = known(uow.session, Practitioner, request.practitioner_id) and known(uow.session, Site, request.site_id)
    if not whom:
        raise Invalid("outcomes.no_such_clinician", "practitioner_id")
    instrument = instruments()[SURVEY]
    found = outcome(instrument, read(instrument, dict(request.answers)), Person(None))
    uow.session.add(
        SurveyAnswer(
            instrument=SURVEY, instrument_version=instrument.version, answered_on=day, language=request.language,
            mode=request.mode, practitioner_id=request.practitioner_id, site_id=request.site_id,
            answers=dict(request.answers),
            scores={one.score.id: one.value for one in found.scores if one.value is not None},
        )
    )  # fmt: skip


@requires(Privilege.SETTINGS)
def import_table(uow: UnitOfWork, request: ImportTable) -> OutcomeSaved:
    """Read a table of emergency visits: a code and its four shares in each line; it takes the place of the last one.

    Raises:
        Invalid: outcomes.table_unreadable with `why`.
    """
    path = Path(request.path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = _read_table(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise Invalid("outcomes.table_unreadable", "path", why=path.name) from problem
    if not rows:
        raise Invalid("outcomes.table_empty", "path")
    uow.session.add(ClassificationTable(kind="emergency", name=path.name, rows=rows))
    saved = _saved(uow)
    return OutcomeSaved(saved.changes, len(rows))


def _read_table(reader: csv.DictReader[str]) -> dict[str, list[float]]:
    names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    code = next((names[each] for each in _CODE if each in names), None)
    if code is None or any(each not in names for each in _SHARES):
        raise Invalid("outcomes.table_columns", "path")
    found: dict[str, list[float]] = {}
    for line in reader:
        told = (line.get(code) or "").strip().replace(".", "").upper()
        shares = [_share(line.get(names[each])) for each in _SHARES]
        if told and all(each is not None for each in shares) and sum(each or 0 for each in shares) > 0:
            found[told] = [each or 0.0 for each in shares]
        if len(found) > _MOST_ROWS:
            raise Invalid("outcomes.table_columns", "path")
    return found


def _share(text: str | None) -> float | None:
    try:
        value = float((text or "0").strip() or "0")
    except ValueError:
        return None
    return value if math.isfinite(value) and 0 <= value <= 1 else None


def _amount(value: float, field: str) -> float:
    if not math.isfinite(value) or not 0 <= value <= _TALLEST:
        raise Invalid("outcomes.bad_amount", field)
    return round(value, 2)


def _saved(uow: UnitOfWork) -> OutcomeSaved:
    uow.session.flush()
    return OutcomeSaved(Changes.of(KIND, action_id=uow.action_id))
