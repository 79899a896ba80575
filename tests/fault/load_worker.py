"""One life of the process that holds the key under load: a day's acts through the real services, until it is killed.

Every act is written to acts.log beside the practice before it begins and, once it was committed, with what came of it
and how long the processor worked for it.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from icm_desktop.contracts.calendar import AskDay, CalendarFilter
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.handouts import HandoutRequest, KeepHandout
from icm_desktop.contracts.patients import CorrectPatient, PatientDetails, RegisterPatient
from icm_desktop.contracts.scheduling import BookAppointment, FindSlots, SetAppointmentStatus
from icm_desktop.contracts.worklist import LogContact, WorkFilter
from icm_desktop.errors import UserError
from tests.benchmarks.conftest import open_kept
from tests.support import PracticeForTests

LOG = "acts.log"
FAMILY = "Loadtest"
LOOK_EVERY = 20  # acts between two looks at memory and handles
_AHEAD = 150  # days: how far ahead visits are booked
_SHARES = {
    "edit": 22, "book": 20, "find": 15, "chart": 15, "call": 6, "register": 5, "day": 5, "today": 4, "cancel": 4,
    "print": 3, "import": 1,
}  # fmt: skip


@dataclass
class Life:
    """What one process knows: the practice, chance, where to write, and the visits it may cancel."""

    practice: PracticeForTests
    folder: Path
    chance: random.Random
    log: int
    patients: int
    clinicians: list[int]
    booked: list[tuple[int, int]] = field(default_factory=list)

    def somebody(self) -> int:
        return self.chance.randint(1, self.patients)

    def run(self, name: str, *args: Any, role: str = "coordinator") -> Any:
        return self.practice.open(role).run(name, *args)

    def note(self, **words: Any) -> None:
        """One line outside the database, whole or not at all: what is written is there after a kill."""
        os.write(self.log, (json.dumps(words) + "\n").encode())


def edit(life: Life, number: int) -> dict[str, Any]:
    patient = life.run("queries.registration.editable", life.somebody())
    preferred = f"Called {number}"
    life.note(begin=number, act="edit", patient=patient.patient_id, preferred=preferred)
    details = replace(patient.details, preferred_name=preferred)
    life.run("services.registration.correct", CorrectPatient(patient.patient_id, patient.version, details))
    return {"patient": patient.patient_id, "preferred": preferred}


def book(life: Life, number: int) -> dict[str, Any]:
    del number
    after = dt.date.today() + dt.timedelta(days=life.chance.randint(1, _AHEAD))  # noqa: DTZ011  any day will do
    patient, clinician = life.somebody(), life.chance.choice(life.clinicians)
    asked = FindSlots(30, after, clinician_id=clinician, patient_id=patient, limit=1)
    found = life.run("queries.slots.free_slots", asked, role="front_desk").slots
    if not found:
        return {}
    wanted = BookAppointment(patient, clinician, found[0].starts_at, 30)
    visit = life.run("services.scheduling.book", wanted, role="front_desk").appointment
    life.booked.append((visit.id, visit.version))
    return {"visit": visit.id, "starts": found[0].starts_at.isoformat()}


def cancel(life: Life, number: int) -> dict[str, Any]:
    if not life.booked:
        return {"act": "book", **book(life, number)}
    visit, version = life.booked.pop(life.chance.randrange(len(life.booked)))
    life.note(begin=number, act="cancel", visit=visit)
    life.run("services.scheduling.set_status", SetAppointmentStatus(visit, version, "cancelled", "patient"))
    return {"visit": visit}


def register(life: Life, number: int) -> dict[str, Any]:
    details = PatientDetails(family=f"{FAMILY}{number}", given="Ana", birth_date="1950-03-04")
    head = life.run("services.registration.register", RegisterPatient(details, not_duplicate=True)).head
    life.patients = max(life.patients, head.id)
    return {"patient": head.id, "family": details.family}


def call(life: Life, number: int) -> dict[str, Any]:
    wanted = LogContact(life.somebody(), "phone", "no_answer", note=f"try {number}")
    life.run("services.follow_up.log_contact", wanted, role="front_desk")
    return {"note": wanted.note}


def chart(life: Life, number: int) -> dict[str, Any]:
    del number
    return {"opened": life.run("services.charts.open_chart", life.somebody()).banner.head.id}


def print_page(life: Life, number: int) -> dict[str, Any]:
    del number
    request = HandoutRequest(life.somebody())
    made = life.run("reports.handouts.render", request)
    kept = life.run("services.handouts.keep", KeepHandout(request.patient_id, made, "waiting", too_hard_reason="load"))
    life.run("services.handouts.came_out", (kept.id,))
    return {"page": kept.id}


def bring_in(life: Life, number: int) -> dict[str, Any]:
    family = f"{FAMILY}{number}import"
    patient = {
        "resourceType": "Patient", "id": f"load-{number}", "name": [{"family": family, "given": ["Ben"]}],
        "birthDate": "1944-05-06", "gender": "male",
    }  # fmt: skip
    file = life.folder / f"load-{number}.json"
    file.write_text(json.dumps(patient), encoding="utf-8")
    life.run("services.exchange.import_files", ImportRequest((str(file),)))
    file.unlink()
    return {"family": family}


def find(life: Life, number: int) -> dict[str, Any]:
    life.run("queries.patients.find", ("mar", "ope", "3/4/58", "2142")[number % 4], role="front_desk")
    return {}


def day(life: Life, number: int) -> dict[str, Any]:
    asked = dt.date.today() + dt.timedelta(days=number % 30)  # noqa: DTZ011  any day will do
    life.run("queries.calendar.day_view", AskDay(asked, CalendarFilter(page=0)), role="front_desk")
    return {}


def today(life: Life, number: int) -> dict[str, Any]:
    life.run("queries.today.worklist", WorkFilter(everyone=bool(number % 2), limit=100))
    return {}


ACTS: dict[str, Callable[[Life, int], dict[str, Any]]] = {
    "edit": edit, "book": book, "find": find, "chart": chart, "call": call, "register": register, "day": day,
    "today": today, "cancel": cancel, "print": print_page, "import": bring_in,
}  # fmt: skip


def lines(folder: Path) -> Iterator[dict[str, Any]]:
    """What was written so far; a last line that a kill cut off is none."""
    if (folder / LOG).exists():
        with (folder / LOG).open(encoding="utf-8") as log:
            yield from (json.loads(line) for line in log if line.endswith("\n"))


def handles() -> int:
    """Open files and sockets of this process; 0 where nothing tells."""
    place = Path("/proc/self/fd")
    return len(list(place.iterdir())) if place.is_dir() else 0


def resident_kb() -> int:
    """Memory this process holds now, of its own and shared, in kilobytes; 0 where nothing tells."""
    place = Path("/proc/self/statm")
    return int(place.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024 if place.exists() else 0


def _begin(folder: Path, seed: int) -> Life:
    practice = open_kept(folder)
    log = os.open(folder / LOG, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with practice.database.engine.connect() as connection:
        patients = connection.exec_driver_sql("SELECT max(id) FROM patient").scalar_one()
        of_us = "SELECT DISTINCT practitioner_id FROM working_hours"
        clinicians = [row[0] for row in connection.exec_driver_sql(of_us)]
    return Life(practice, folder, random.Random(seed), log, patients, clinicians)  # noqa: S311  which act, no secret


def work(folder: Path, until: int, seed: int, most: int, began: Connection) -> None:
    """Work until somebody kills this process, `until` acts are acknowledged in all, or `most` in this life.

    Then the file is closed, as the lock does it.

    Args:
        folder: Where the practice lies, as tests/benchmarks keeps one.
        until: Acts of all lives together.
        seed: Which acts, and on whom.
        most: Acts of this life.
        began: Told once the first act of this life was acknowledged.
    """
    begun = [line["begin"] for line in lines(folder) if "begin" in line]
    done = sum(1 for line in lines(folder) if "done" in line)
    life = _begin(folder, seed)
    numbers = itertools.count(max(begun, default=0) + 1)
    for turn in range(min(until - done, most)):
        number = next(numbers)
        act = life.chance.choices(list(_SHARES), list(_SHARES.values()))[0]
        life.note(begin=number, act=act)
        worked = time.process_time()
        try:
            came = {"act": act, **ACTS[act](life, number)}
        except UserError as refused:  # somebody who died or was merged, a time just taken: said, and nothing changed
            came = {"act": "refused", "code": refused.code, "of": act}
        life.note(done=number, **came, ms=round(1000 * (time.process_time() - worked), 1))
        if turn == 0:
            began.send(number)
        if turn % LOOK_EVERY == LOOK_EVERY - 1:
            life.note(look=turn + 1, process=os.getpid(), kb=resident_kb(), handles=handles())
    life.practice.database.close()
    life.note(closed=os.getpid())
