"""A death calls off what is open in one act that is taken back whole; photographs are off until turned on."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image

from db.models.plan import Task
from db.models.scheduling import Appointment
from icm_desktop.contracts.demographics_requests import DeathInError, RecordDeath, SavePhoto
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.services.photos import SIDE

SOON = dt.datetime(2030, 1, 8, 15, 0, tzinfo=dt.UTC)


@pytest.fixture
def visit(practice, maria):
    with practice.open().write("test") as uow:
        row = Appointment(
            patient_id=maria, starts_at=SOON, minutes=30, outside=True, with_text="Eye clinic", status="booked"
        )
        uow.session.add(row)
        uow.session.add(Task(patient_id=maria, text="Call about shoes", status="requested"))
        uow.session.flush()
        return row.id


def _dies(who, about, on="2026-11-18", **more):
    now = about()
    return who.run("services.deaths.record", RecordDeath(now.head.id, now.version, on, **more))


def test_open_things_are_listed_called_off_and_brought_back(rosa, desk, about, maria, visit):
    things = rosa.run("queries.death.open_things", maria)
    assert [thing.key.partition(":")[0] for thing in things] == ["appointment", "task"]
    assert [thing.text for thing in desk.run("queries.death.open_things", maria)] == ["Eye clinic"]
    done = _dies(rosa, about, note="Daughter called", cancel=things)
    assert (about().head.deceased, about().death.died_on) == (True, "2026-11-18")
    assert rosa.run("queries.death.open_things", maria) == ()
    rosa.run("services.history.undo", done.changes.action_id)
    assert not about().head.deceased
    assert [thing.text for thing in rosa.run("queries.death.open_things", maria)] == ["Eye clinic", "Call about shoes"]


def test_front_desk_cannot_call_off_what_it_may_not_write(rosa, desk, about, maria, visit):
    (task,) = (thing for thing in rosa.run("queries.death.open_things", maria) if thing.key.startswith("task"))
    with pytest.raises(NotAllowed):
        _dies(desk, about, cancel=(task,))
    assert not about().head.deceased


def test_something_that_changed_meanwhile_stops_the_whole_act(rosa, about, maria, visit):
    from dataclasses import replace

    things = rosa.run("queries.death.open_things", maria)
    with pytest.raises(Conflict):
        _dies(rosa, about, cancel=(things[0], replace(things[1], version=7)))
    assert not about().head.deceased
    assert len(rosa.run("queries.death.open_things", maria)) == 2


@pytest.mark.parametrize("on", [None, "2026", "2026-11", "2026-11-20"])
def test_a_death_has_a_date_of_any_precision(desk, about, on):
    _dies(desk, about, on)
    assert about().death.died_on == on
    desk.run("services.deaths.in_error", DeathInError(about().head.id, about().version))
    assert about().head.deceased is False


@pytest.mark.parametrize(
    ("on", "code"), [("2026-11-21", "date_in_future"), ("1958-03-03", "died_before_birth"), ("May", "bad_date")]
)
def test_a_date_of_death_that_cannot_be_is_refused(desk, about, on, code):
    with pytest.raises(Invalid, match=code) as refused:
        _dies(desk, about, on)
    assert refused.value.field == "died_on"


def _picture(kind="JPEG", size=(900, 1200), **more):
    out = io.BytesIO()
    Image.new("RGB", size, (200, 120, 90)).save(out, kind, **more)
    return out.getvalue()


def test_photographs_are_off_until_an_administrator_turns_them_on(practice, desk, about, maria):
    with pytest.raises(Invalid, match="photos_off"):
        desk.run("services.photos.save", SavePhoto(maria, _picture()))
    with pytest.raises(NotAllowed):
        desk.run("services.photos.turn", True)
    practice.open("administrator").run("services.photos.turn", True)
    desk.run("services.photos.save", SavePhoto(maria, _picture()))
    kept = desk.run("queries.about.photo", maria)
    with Image.open(io.BytesIO(kept.data)) as shown:
        assert (kept.content_type, shown.format, max(shown.size)) == ("image/jpeg", "JPEG", SIDE)
    practice.open("administrator").run("services.photos.turn", False)
    assert desk.run("queries.about.photo", maria) is None
    assert about().photo_id is None


def test_a_photograph_is_written_anew_without_what_else_its_file_held(practice, desk, maria):
    practice.open("administrator").run("services.photos.turn", True)
    exif = Image.Exif()
    exif[0x010E] = "SECRET PLACE"
    data = _picture("JPEG", exif=exif) + b"TRAILING SECRET"
    assert b"SECRET PLACE" in data
    desk.run("services.photos.save", SavePhoto(maria, data))
    kept = desk.run("queries.about.photo", maria).data
    assert b"SECRET" not in kept
    assert len(kept) < 60_000
    first = desk.run("services.photos.save", SavePhoto(maria, _picture("PNG", (40, 30))))
    with Image.open(io.BytesIO(desk.run("queries.about.photo", maria).data)) as shown:
        assert shown.size == (40, 30)
    desk.run("services.history.undo", first.changes.action_id)
    assert desk.run("queries.about.photo", maria).data == kept


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_photo"),
        (b"<svg onload='x'/>", "not_a_photo"),
        (b"GIF89a" + b"\0" * 100, "not_a_photo"),
        (_picture()[:300], "not_a_photo"),
        (b"\xff" * 10_000_001, "photo_too_big"),
    ],
)
def test_a_file_that_is_no_picture_is_refused(practice, desk, maria, data, code):
    practice.open("administrator").run("services.photos.turn", True)
    with pytest.raises(Invalid, match=code):
        desk.run("services.photos.save", SavePhoto(maria, data))
