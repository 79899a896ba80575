"""`export`: the appointments of one patient or of everybody as a calendar file."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from icm_desktop.cli.output import Output, write_file
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.calendar_files import CalendarFile, ExportCalendar
from icm_desktop.domain.timeslots import FARTHEST
from icm_desktop.errors import Invalid
from icm_desktop.words import say

_EVER = dt.date(1900, 1, 1)


def export_command(arguments: argparse.Namespace) -> Output:
    """Write visits: of a patient all there are, of everybody those from today on, unless days are given.

    The file is not encrypted; without `--names` no patient is named in it.
    """
    out: Path = arguments.out
    if out.exists():
        raise Invalid("cli.file_exists", file=str(out))
    practice = open_practice(arguments)
    try:
        whom = None if arguments.all else practice.run("queries.references.find_patient", arguments.patient)
        today = practice.today or dt.datetime.now(practice.zone).date()
        first = arguments.first or (today if whom is None else _EVER)
        last = arguments.last or today + dt.timedelta(days=FARTHEST)
        if last < first:
            raise Invalid("cli.days_reversed")
        request = ExportCalendar(first, last, whom, names=arguments.names)
        made: CalendarFile = practice.run("services.calendar_files.export", request)
    finally:
        practice.close()
    write_file(out, made.content)
    document = {"out": str(out), "format": arguments.format, "appointments": made.visits}
    return Output(document, say("cli.calendar_written", out=str(out), visits=made.visits))
