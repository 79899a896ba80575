"""Forty texts that break programs, in every free column of every table, and out again by every way there is.

Which columns, questions, pages and acts there are is read from the program, so what comes later is tried too.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import itertools
import json
import logging
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from icalendar import Calendar
from sqlalchemy import String

from db.engine import driver_connection
from db.models.base import Base
from icm_desktop.contracts.calendar_files import ExportCalendar
from icm_desktop.contracts.handouts import KINDS, HandoutRequest
from icm_desktop.contracts.plan_document import PlanReader
from icm_desktop.contracts.record_export import ExportPractice, ExportRecord, RecordRequest
from icm_desktop.errors import UserError
from icm_desktop.permissions import Role
from tests.people.hostile import HOSTILE, REFUSED, kept
from tests.permissions.test_minimum_necessary import ask, words_of
from tests.support import make_practice
from tests.test_query_plans import QUESTIONS, TODAY

TEXTS = tuple(text for text in HOSTILE if kept(text, 6000) not in (REFUSED, None))
MARKUP = "<img src=x onerror=a()>"
NAMES = {"family", "given"}
# Texts with a form of their own, which only the program writes.
STRUCTURED = {
    "practice": {"time_zone", "lineage"}, "audit_event": {"changes", "detail"}, "action": {"name"},
    "handout": {"facts"},
}  # fmt: skip
UNTOUCHED = {"audit_event", "action", "database_info", "backup_record", "user_account", "source_resource"}


def _free(raw: object, table: str, column: str) -> bool:
    """Whether people write what stands there: more than one word, and no list or object."""
    if table in UNTOUCHED or column in STRUCTURED.get(table, ()):
        return False
    query = f"SELECT {column} FROM {table} WHERE {column} LIKE '_% _%' LIMIT 50"  # noqa: S608  our own names
    found = [row[0] for row in raw.execute(query)]  # type: ignore[attr-defined]
    return column in NAMES or bool(found and not any(text[:1] in "[{" for text in found if isinstance(text, str)))


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("hostile"), today=TODAY)
    made.open(Role.ADMINISTRATOR).run("services.demo.fill", 12, 1)
    filled = set()
    with made.open(Role.ADMINISTRATOR).write("test") as uow:
        raw = driver_connection(uow.session.connection())
        raw.create_function("hostile", 1, lambda number: TEXTS[number % len(TEXTS)])
        for table in Base.metadata.sorted_tables:
            for place, column in enumerate(table.c):
                if isinstance(column.type, String) and "id" in table.c and _free(raw, table.name, column.name):
                    change = (
                        f"UPDATE {table.name} SET {column.name} = hostile(id * 7 + {place}) WHERE {column.name} <> ''"  # noqa: S608
                    )
                    raw.execute(change)
                    filled.add(f"{table.name}.{column.name}")
    assert len(filled) > 80
    yield made
    made.database.close()


class _Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.acting: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.acting += [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


class _Log(logging.Handler):
    """Every line of the log, as it would be written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@pytest.fixture(scope="module")
def answered(practice):
    """What each question and page tells, in words, or what it broke on; PDFs are read as a person reads them."""
    found: dict[str, list[str] | Exception] = {}
    log, root = _Log(), logging.getLogger()
    before = root.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    try:
        for name in QUESTIONS:
            try:
                found[name] = list(words_of(ask(practice, name, Role.ADMINISTRATOR)))
            except Exception as error:  # noqa: BLE001  the test of this name tells it
                found[name] = error
    finally:
        root.removeHandler(log)
        root.setLevel(before)
    return found, log.lines


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_every_question_and_page_answers(answered, name):
    words = answered[0][name]
    if isinstance(words, Exception):
        raise words
    for page in (one for one in words if one.lstrip()[:9].lower() == "<!doctype"):
        tags = _Tags(page)
        assert not tags.found & {"img", "b", "script"}
        assert tags.acting == []


def test_a_page_as_html_shows_markup_as_text(practice):
    pages = []
    for patient, kind in itertools.product(range(1, 13), KINDS):
        with contextlib.suppress(UserError):  # nobody was in hospital, say
            made = practice.open(Role.ADMINISTRATOR).run("reports.handouts.html", HandoutRequest(patient, kind=kind))
            pages += [one for one in words_of(made) if one.startswith("<!DOCTYPE")]
    tags = [_Tags(page) for page in pages]
    assert {tag for one in tags for tag in one.found} & {"img", "b", "script"} == set()
    assert [name for one in tags for name in one.acting] == []
    assert any("&lt;img" in page for page in pages)  # or nothing was tried


def test_the_log_holds_none_of_it(answered):
    assert answered[1]
    assert [line for line in answered[1] if MARKUP in line or "DROP TABLE" in line] == []


def test_texts_come_back_as_they_were_stored(answered):
    told = {words for answers in answered[0].values() if isinstance(answers, list) for words in answers}
    everything = "\n".join(filter(None, told))
    missing = [text for text in TEXTS if text not in everything and (kept(text, 6000) or text) not in everything]
    assert missing == []


def test_the_whole_practice_leaves_as_lines_and_tables_no_program_runs(practice, tmp_path: Path):
    practice.open(Role.ADMINISTRATOR).run("services.practice_exports.export", ExportPractice(str(tmp_path / "out")))
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert {path.name for path in files if not re.fullmatch(r"[\w.-]+", path.name, re.ASCII)} == set()
    seen = set()
    for path in files:
        if path.suffix == ".csv":
            rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
            assert len({len(row) for row in rows}) <= 1, path.name
            wrong = [c for row in rows for c in row if re.match(r" *[=@\t\r]|[+-](?![\d.,]+%?$)", c)]
            assert wrong == [], path.name
        elif path.suffix == ".ndjson":
            lines = path.read_text(encoding="utf-8").split("\n")
            seen |= {text for line in lines if line for text in _strings(json.loads(line))}
    assert MARKUP in seen
    assert "=cmd|'/c calc'!A0" in seen


@pytest.mark.parametrize("form", ["fhir", "ccda-care-plan", "ccda-referral"])
def test_a_record_leaves_well_formed(practice, form, tmp_path: Path):
    left = 0
    for patient in range(1, 13):
        path = tmp_path / f"{form}-{patient}"
        wanted = RecordRequest(patient, PlanReader("record"), format=form)
        request = ExportRecord(wanted, str(path), "treatment", readable=form == "fhir")
        try:
            practice.open(Role.ADMINISTRATOR).run("services.record_exports.export", request)
        except UserError:  # no referral under way
            continue
        left += 1
        if form == "fhir":
            assert json.loads(path.read_bytes())["resourceType"] == "Bundle"
            assert [page for page in tmp_path.iterdir() if page.suffix == ".pdf"]
        else:
            assert fromstring(path.read_bytes()).tag.endswith("ClinicalDocument")
    assert left >= 2


def test_calendar_files_are_read_back(practice):
    asked = ExportCalendar(TODAY, TODAY + dt.timedelta(60))  # places and people; names of patients stay out
    made = practice.open(Role.FRONT_DESK).run("services.calendar_files.export", asked)
    events = Calendar.from_ical(made.content).walk("VEVENT")
    assert len(events) == made.visits > 0
