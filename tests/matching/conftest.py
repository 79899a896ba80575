"""A practice with two records of one person, and rows of every kind for anybody."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import Date, DateTime, Float, Integer, LargeBinary, String, inspect, select

from db.engine import driver_connection
from db.match_keys import keys_of  # noqa: F401  loads the models' tables
from db.models.base import Base
from db.models.conferences import TeamConference
from db.models.partners import ExchangePartner
from db.models.patient import Patient
from db.verify import verify
from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from icm_desktop.queries.owned_rows import owned
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
BOOKKEEPING = {"version", "created_at", "created_by_id", "updated_at", "updated_by_id"}
# A page that moved and came back is to be compared again: that mark stays until it was.
NOT_COMPARED = {"action", "audit_event", "patient_merge", "database_info", "alembic_version", "page_stale",
                "table_change"}  # fmt: skip


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def desk(practice):
    return practice.open("coordinator")


@pytest.fixture
def register(desk):
    """Registers somebody and gives the id."""

    def add(family, given=None, **details):
        request = RegisterPatient(PatientDetails(family=family, given=given, **details), not_duplicate=True)
        return desk.run("services.registration.register", request).head.id

    return add


def fill(desk, patient_id):
    """Add a row of every kind that belongs to a patient; their ids by table."""
    made: dict[str, int] = {}
    with desk.write("test") as uow:
        conference = TeamConference(title="Tuesday", held_on=dt.date(2026, 11, 3), how="phone")
        partner = ExchangePartner(name="Bay Cardiology", kind="practice")
        uow.session.add_all((conference, partner))
        uow.session.flush()
        made |= {"team_conference": conference.id, "exchange_partner": partner.id}
        for kind in owned():
            row = kind(**_values(kind, patient_id, made))
            uow.session.add(row)
            uow.session.flush()
            made[kind.__tablename__] = row.id
    return made


def _values(kind, patient_id, made):
    values = {}
    for column in kind.__table__.c:
        targets = [link.column.table.name for link in column.foreign_keys]
        key = inspect(kind).get_property_by_column(column).key
        if column.name == "patient_id":
            values[key] = patient_id
        elif targets and targets[0] in made:
            values[key] = made[targets[0]]
        elif not column.nullable and not column.primary_key and column.default is None and not targets:
            values[key] = _value(column)
        elif not column.nullable and targets == ["user_account"]:
            values[key] = 1
    return values


def _value(column):
    kind = column.type
    text = getattr(kind, "impl", kind)
    if isinstance(kind, LargeBinary):
        return b"1"
    if "Utc" in type(kind).__name__ or isinstance(text, DateTime):
        return dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
    if "Iso" in type(kind).__name__ or isinstance(text, Date):
        return dt.date(2026, 11, 1)
    if isinstance(kind, Float | Integer):
        return 1
    return "active" if isinstance(kind, String) else False


def everything(desk):
    """Every row of every table, the derived ones too, without who saved it last and how often."""
    with desk.read() as uow:
        raw = driver_connection(uow.session.connection())
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for name in names:
            if name in NOT_COMPARED or name.startswith("sqlite_") or "_search_" in name or "_middle_" in name:
                continue
            cursor = raw.execute(f'SELECT * FROM "{name}"')  # noqa: S608  our own names
            columns = [column[0] for column in cursor.description]
            kept = [place for place, column in enumerate(columns) if column not in BOOKKEEPING]
            found[name] = sorted(repr([row[place] for place in kept]) for row in cursor)
        return found


def owners(desk):
    """{table: ids of patients whose rows it holds}."""
    with desk.read() as uow:
        return {
            kind.__tablename__: set(uow.session.scalars(select(kind.patient_id)))
            for kind in owned()
            if kind.__tablename__ in Base.metadata.tables
        }


def version(desk, patient_id):
    """The version a merge is asked for."""
    with desk.read() as uow:
        return uow.session.get_one(Patient, patient_id).version


def faults(practice):
    """What the checks of the file find wrong; a database of tests has no key file."""
    return [check for check in verify(practice.database).checks if check.ok is False and check.name != "key_slots"]
