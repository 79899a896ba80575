"""`export`: appointments as a calendar file, a record as FHIR or C-CDA, everything so that the practice can leave."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
from pathlib import Path

from icm_desktop.cli.output import OnStderr, Output, write_file
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.calendar_files import CalendarFile, ExportCalendar
from icm_desktop.contracts.packages import PackageSent, SendPackage
from icm_desktop.contracts.plan_document import OTHER, PATIENT, RECORD, PlanReader
from icm_desktop.contracts.record_export import (
    CCDA_CARE_PLAN,
    CCDA_REFERRAL,
    ExportPractice,
    ExportRecord,
    PracticeExported,
    RecordExported,
    RecordRequest,
)
from icm_desktop.contracts.team import PERSON, PRACTITIONER
from icm_desktop.domain.timeslots import FARTHEST
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say

PACKAGE = "package"
_EVER = dt.date(1900, 1, 1)


def export_command(arguments: argparse.Namespace) -> Output:
    """Write what was asked for; no such file is encrypted.

    A calendar file names no patient without `--names`, and has all visits of a patient there are, of everybody those
    from today on, unless days are given.
    """
    out: Path = arguments.out
    if out.exists():
        raise Invalid("cli.file_exists", file=str(out))
    practice = open_practice(arguments)
    try:
        if arguments.format == "ics":
            return _calendar(practice, arguments, out)
        if arguments.all and arguments.format in ("fhir", "practice"):
            return _practice(practice, out, tables=arguments.format == "practice")
        if arguments.format in (CCDA_CARE_PLAN, CCDA_REFERRAL, PACKAGE) and arguments.all:
            raise Invalid("cli.export_wants_one")
        if arguments.format == "practice":
            raise Invalid("cli.export_wants_everybody")
        if arguments.format == PACKAGE:
            return _package(practice, arguments, out)
        return _record(practice, arguments, out)
    finally:
        practice.close()


def _calendar(practice: OpenPractice, arguments: argparse.Namespace, out: Path) -> Output:
    whom = None if arguments.all else practice.run("queries.references.find_patient", arguments.patient)
    today = practice.today or dt.datetime.now(practice.zone).date()
    first = arguments.first or (today if whom is None else _EVER)
    last = arguments.last or today + dt.timedelta(days=FARTHEST)
    if last < first:
        raise Invalid("cli.days_reversed")
    request = ExportCalendar(first, last, whom, names=arguments.names)
    made: CalendarFile = practice.run("services.calendar_files.export", request)
    write_file(out, made.content)
    document = {"out": str(out), "format": "ics", "appointments": made.visits}
    return Output(document, say("cli.calendar_written", out=str(out), visits=made.visits))


def _record(practice: OpenPractice, arguments: argparse.Namespace, out: Path) -> Output:
    patient_id = practice.run("queries.references.find_patient", arguments.patient)
    sensitive = not arguments.without_sensitive
    asked = RecordRequest(patient_id, _reader(arguments), sensitive=sensitive, format=arguments.format)
    purpose = arguments.purpose or {RECORD: "own_copy", PATIENT: "patient_request"}.get(asked.reader.kind, "")
    request = ExportRecord(asked, str(out), purpose, reason=arguments.reason)
    made: RecordExported = practice.run("services.record_exports.export", request)
    document = {
        "out": str(out), "format": arguments.format, "sha256": made.sha256, "bytes": made.size,
        "resources": {one.kind: one.told for one in made.kinds if one.told},
        "held_back": [{"type": one.kind, "count": one.count, "why": say(one.why)} for one in made.held],
    }  # fmt: skip
    count, held = sum(one.told for one in made.kinds), sum(one.count for one in made.held)
    words = say("cli.record_written", out=str(out), count=count, held=held, sha256=made.sha256)
    return Output(document, words)


def _package(practice: OpenPractice, arguments: argparse.Namespace, out: Path) -> Output:
    patient_id = practice.run("queries.references.find_patient", arguments.patient)
    asked = RecordRequest(patient_id, _reader(arguments), sensitive=not arguments.without_sensitive)
    request = SendPackage(asked, str(out), arguments.purpose or "treatment", arguments.reason)
    made: PackageSent = practice.run("services.packages.send", request)
    document = {
        "out": str(out), "format": PACKAGE, "code": made.code, "fingerprint": made.fingerprint, "sha256": made.sha256,
        "bytes": made.size, "resources": {one.kind: one.told for one in made.kinds if one.told},
        "held_back": [{"type": one.kind, "count": one.count, "why": say(one.why)} for one in made.held],
    }  # fmt: skip
    words = say("cli.package_written", out=str(out), code=made.code, fingerprint=made.fingerprint)
    return Output(document, words)


def _reader(arguments: argparse.Namespace) -> PlanReader:
    if arguments.reader:
        hearer = PRACTITIONER if arguments.treats else PERSON
        return PlanReader(OTHER, arguments.reader, arguments.organization, hearer)
    return PlanReader(PATIENT if arguments.for_patient else RECORD)


def _practice(practice: OpenPractice, out: Path, *, tables: bool) -> Output:
    request = ExportPractice(str(out), tables)
    made: PracticeExported = practice.run(
        "services.practice_exports.export", request, progress=OnStderr("cli.export_progress")
    )
    document = {
        "out": str(out), "format": "practice" if tables else "fhir", "sha256": made.sha256, "patients": made.patients,
        "files": [dataclasses.asdict(one) for one in made.files],
        "held_back": [{"type": one.kind, "count": one.count, "why": one.why} for one in made.held],
    }  # fmt: skip
    words = say(
        "cli.practice_written", out=str(out), patients=made.patients, files=len(made.files) + 1, sha256=made.sha256
    )
    return Output(document, words)
