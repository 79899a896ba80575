"""The words of the command line; global options stand before or after the command."""

from __future__ import annotations

import argparse
import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from icm_desktop.cli import parser_exchange
from icm_desktop.contracts.calendar_files import NAMES
from icm_desktop.contracts.handouts import KINDS
from icm_desktop.contracts.worklist import QUEUES
from icm_desktop.domain.csv_dates import ORDERS
from icm_desktop.domain.csv_mapping import KINDS as LISTS
from icm_desktop.permissions import Role

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]

_AS_KNOWN = "of a past day: as known at its end"


def day(text: str) -> dt.date:
    """A day written YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day such as 2026-07-14") from None


def count(text: str) -> int:
    """A whole number from 0."""
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is not a number such as 60")
    return number


def build() -> argparse.ArgumentParser:
    """The whole parser."""
    # No shortened options: `--password x` would be read as `--password-file x` and put a password on the command line.
    parser = argparse.ArgumentParser(
        prog="icm-desktop", description="Integrated care management for a small practice.", allow_abbrev=False
    )
    _globals(parser, top=True)
    parser.add_argument("--demo", action="store_true", help="open a fresh sample practice, marked as not real")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _practice(commands)
    _records(commands)
    _export(commands)
    parser_exchange.partners(partial(_command, commands), _globals)
    parser_exchange.package(partial(_command, commands))
    _papers(commands)
    _measures(commands)
    return parser


def _globals(parser: argparse.ArgumentParser, *, top: bool = False) -> None:
    unset = None if top else argparse.SUPPRESS
    parser.add_argument("--database", type=Path, default=unset, metavar="FILE", help="the encrypted database")
    parser.add_argument("--user", default=unset, metavar="NAME", help="who signs in")
    parser.add_argument(
        "--password-file", type=Path, default=unset, metavar="FILE", help="else the ICM_PASSWORD variable"
    )
    parser.add_argument(
        "--one-time-code-file",
        type=Path,
        default=unset,
        metavar="FILE",
        help="of a user who signs in with a code, too; else the ICM_CODE variable",
    )
    parser.add_argument(
        "--accept-older-copy",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help="an administrator goes on with an older copy that was put back",
    )
    parser.add_argument(
        "--today", type=day, default=unset, metavar="DATE", help="compute as of this day in the practice's time zone"
    )
    parser.add_argument(
        "--json", action="store_true", default=False if top else argparse.SUPPRESS, help="print one JSON document"
    )


def _command(commands: Commands, name: str, text: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    _globals(parser)
    return parser


def _practice(commands: Commands) -> None:
    init = _command(commands, "init", "make a new encrypted database and its first administrator (--user)")
    init.add_argument("--practice", required=True, metavar="NAME", help="the name of the practice")
    init.add_argument("--time-zone", default="UTC", metavar="ZONE", help="such as America/New_York (default UTC)")
    init.add_argument("--phone", metavar="NUMBER", help="whom patients call, printed on every page")
    init.add_argument(
        "--use-keyring", action="store_true", help="the password opens only beside a secret in this computer's keyring"
    )
    user = _command(commands, "user", "add, list or disable users")
    user_words = user.add_subparsers(dest="user_command", metavar="add|list|disable", required=True)
    add = _command(user_words, "add", "add a user")
    add.add_argument("name", help="the name to sign in with")
    add.add_argument("--role", required=True, choices=[role.value for role in Role])
    add.add_argument("--display-name", help="the name colleagues and patients read (default: the user name)")
    add.add_argument("--new-password-file", type=Path, required=True, metavar="FILE")
    _command(user_words, "list", "list the users")
    disable = _command(user_words, "disable", "a user may no longer sign in")
    disable.add_argument("name")
    demo = _command(commands, "demo", "fill an empty database with a generated practice")
    demo.add_argument("--patients", type=count, default=60, metavar="N")
    demo.add_argument("--seed", type=count, default=1, metavar="S")
    demo.add_argument("--open-today", action="store_true", help="open today, on a weekend or holiday too")
    demo.add_argument("--crowded", action="store_true", help="its busiest day: every list of today is long")
    backup = _command(commands, "backup", "write a verified, encrypted copy")
    backup.add_argument("--out", type=Path, required=True, metavar="FILE")
    restore = _command(commands, "restore", "make a new database from a backup (--database: the new file)")
    restore.add_argument("file", type=Path, metavar="FILE", help="the backup; only read")
    restore.add_argument(
        "--recovery-code-file", type=Path, metavar="FILE", help="open it with the printed code instead of a password"
    )
    restore.add_argument(
        "--new-password-file", type=Path, metavar="FILE", help="with the code: the new password of --user"
    )
    verify = _command(commands, "verify", "check pages, structure, audit chain and row digests")
    verify.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a database or backup (default: the database)"
    )
    _command(commands, "doctor", "check engine versions, settings and file modes")


def _lists(read: argparse.ArgumentParser) -> None:
    """What a list in CSV needs to be told once; lists with the same columns are then read without it."""
    read.add_argument("--list", choices=LISTS, help="CSV files named are lists of this; columns are guessed by name")
    read.add_argument(
        "--column", action="append", default=[], metavar="FIELD=COLUMN", help="a column that is not guessed right"
    )
    read.add_argument("--dates", choices=ORDERS, default="", help="the order of dates such as 03/04/2026")
    read.add_argument("--from", dest="sender", default="", metavar="NAME", help="whose numbers a list has")
    read.add_argument("--refused", type=Path, metavar="FILE", help="write the refused lines of the list here (CSV)")


def _records(commands: Commands) -> None:
    read = _command(
        commands,
        "import",
        "read files of other systems or folders; a folder is one import: FHIR R4 (JSON, NDJSON, XML), C-CDA documents, "
        "Synthea's CSV tables, lists of patients or visits in CSV. "
        "`import list`: every import so far; `import undo ID`: take a whole import back, within 30 days",
    )
    read.add_argument("paths", nargs="+", metavar="PATH|list|undo ID")
    read.add_argument("--dry-run", action="store_true", help="read and report, save nothing")
    read.add_argument("--reason", default="", metavar="TEXT", help="why an import is taken back; kept with it")
    _lists(read)
    patients = _command(commands, "patients", "list or find patients")
    patients.add_argument("--search", default="", metavar="TEXT")
    patients.add_argument("--limit", type=count, default=None, metavar="N")
    chart = _command(commands, "chart", "what the chart shows")
    chart.add_argument("--patient", required=True, metavar="REF")
    worklist = _command(commands, "worklist", "what Today shows for the whole practice")
    worklist.add_argument("--date", type=day, metavar="D", help=_AS_KNOWN)
    worklist.add_argument(
        "--queue", choices=QUEUES, help="one of the lists of the front desk instead of all that is due"
    )
    worklist.add_argument("--mine", action="store_true", help="only mine and nobody's")
    referrals = _command(commands, "referrals", "every referral with its dated facts")
    referrals.add_argument("--date", type=day, metavar="D", help=_AS_KNOWN)
    appointments = _command(commands, "appointments", "visits of some days, here and outside")
    appointments.add_argument("--from", dest="first", type=day, required=True, metavar="D")
    appointments.add_argument("--to", dest="last", type=day, required=True, metavar="D")
    appointments.add_argument("--date", type=day, metavar="D", help=_AS_KNOWN)
    pathways = _command(commands, "pathways", "what is shipped, in use, and due for a patient")
    pathways.add_argument("action", choices=["list", "adopt", "apply", "due", "variation"])
    pathways.add_argument("--patient", metavar="REF", help="with apply and due: whose")
    pathways.add_argument("--pathway", metavar="ID", help="with adopt and apply: which; with variation: only this one")
    pathways.add_argument("--by", default="", metavar="NAME", help="with adopt: the clinician who stands for it")
    pathways.add_argument("--date", type=day, metavar="D", help="with due: as known on a day")
    pathways.add_argument(
        "--group", choices=["step", "clinician", "site"], default="step", help="with variation: counted by what"
    )
    pathways.add_argument("--per-patient", action="store_true", help="with variation: who is behind each number")
    _clinical(commands)


def _clinical(commands: Commands) -> None:
    reconcile = _command(commands, "reconcile", "signed reconciliations of a patient's medicines, the latest first")
    reconcile.add_argument("--patient", required=True, metavar="REF")
    conflicts = _command(
        commands, "conflicts", "what contradicts itself in medicines, illnesses, values and goals, and where it stands"
    )
    whose = conflicts.add_mutually_exclusive_group(required=True)
    whose.add_argument("action", nargs="?", choices=["list"], help="list: the board of the practice")
    whose.add_argument("--patient", metavar="REF")
    conflicts.add_argument("--severity", action="append", choices=["stop", "warn", "monitor", "info"],
                           help="with list: only these")  # fmt: skip
    conflicts.add_argument("--mine", action="store_true", help="with list: only those I look after")
    conflicts.add_argument("--waiting", action="store_true", help="with list: only those that wait for an answer")
    conflicts.add_argument("--search", default="", metavar="TEXT", help="with list: words of a rule, or of a name")
    conflicts.add_argument("--decided", action="store_true", help="with list: what is decided instead of what is open")
    conflicts.add_argument("--date", type=day, metavar="D", help="as known on a day")
    caseload = _command(commands, "caseload", "the case review: who does not improve, and what was recommended")
    caseload.add_argument("action", choices=["review"])
    caseload.add_argument("--mine", action="store_true", help="only patients whose coordinator I am")
    caseload.add_argument("--due", action="store_true", help="only who is to be reviewed, or has something open")
    populations = _command(
        commands, "populations", "target populations with their numbers; who is on one, with the facts behind it"
    )
    populations.add_argument("action", choices=["list", "show"])
    populations.add_argument("name", nargs="?", metavar="ID", help="with show: which")
    populations.add_argument("--per-patient", action="store_true", help="with show: everybody with dated facts")
    medicines = _command(commands, "medicines", "one list of a patient's medicines, and their allergies")
    medicines.add_argument("--patient", required=True, metavar="REF")
    screen = _command(commands, "screen", "questionnaires: which are shipped, and what answers come to; saves nothing")
    screen.add_argument("action", choices=["list", "score"])
    screen.add_argument("--instrument", metavar="ID", help="with score: which")
    screen.add_argument("--answers", type=Path, metavar="FILE", help="with score: JSON, answers by item or LOINC code")
    screen.add_argument("--sex", choices=["female", "male"], help="with score: for cut-offs that depend on it")
    screen.add_argument(
        "--cut-off", action="append", default=[], metavar="ID", help="with score: one the practice chose"
    )


def _export(commands: Commands) -> None:
    export = _command(
        commands, "export",
        "appointments as a calendar file (ics); records as FHIR R4 (fhir: a Bundle, with --all one file of lines for "
        "each type); everything, so that the practice can leave (practice)",
    )  # fmt: skip
    whose = export.add_mutually_exclusive_group(required=True)
    whose.add_argument("--patient", metavar="REF", help="of one patient")
    whose.add_argument("--all", action="store_true", help="of everybody; ics: from today on, unless days are given")
    export.add_argument(
        "--format", choices=["ics", "fhir", "ccda-care-plan", "ccda-referral", "package", "practice"], required=True
    )
    export.add_argument("--out", type=Path, required=True, metavar="PATH", help="a file; with --all fhir a new folder")
    export.add_argument("--from", dest="first", type=day, metavar="D", help="ics: the first day")
    export.add_argument("--to", dest="last", type=day, metavar="D", help="ics: the last day")
    export.add_argument(
        "--names", choices=NAMES, default=NAMES[0], help="ics: what of the patient's name goes into the file"
    )
    reader = export.add_argument_group("fhir of one patient", "for whom; nobody named: our own copy, of everything")
    reader.add_argument("--for-patient", action="store_true", help="the patient's own copy")
    reader.add_argument("--for", dest="reader", metavar="NAME", help="somebody by name, as far as they may have it")
    reader.add_argument("--organization", metavar="NAME", help="with --for: where they work")
    reader.add_argument("--treats", action="store_true", help="with --for: they treat the patient")
    reader.add_argument("--purpose", metavar="CODE", help="such as treatment, patient_request or moving")
    reader.add_argument("--reason", metavar="TEXT", help="why they get it although nothing on file allows it")
    reader.add_argument("--without-sensitive", action="store_true", help="hold back whatever is sensitive")


def _papers(commands: Commands) -> None:
    handout = _command(commands, "handout", "make the page a patient takes home")
    handout.add_argument("--patient", required=True, metavar="REF")
    handout.add_argument("--type", default="next-steps", choices=KINDS)
    handout.add_argument("--language", metavar="CODE", help="en, es, or another language there are sentences in")
    handout.add_argument("--large-print", action="store_true", default=None)
    handout.add_argument("--paper", choices=["letter", "a4"], default="letter")
    handout.add_argument("--format", choices=["pdf", "html", "text"], default="pdf")
    handout.add_argument(
        "--with-sheets", action="store_true", help="a page for each kind that did not fit, beside FILE"
    )
    handout.add_argument("--out", type=Path, required=True, metavar="FILE")
    tour = _command(commands, "tour", "drive the real windows without a screen; write pictures and PDFs")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")
    looks = "the screens of the day in every look instead: all, or the beginning of a name such as typical-dark-es"
    tour.add_argument("--looks", default="", metavar="NAME", help=looks)
    tour.add_argument("--go-on", action="store_true", help="with --looks: leave out those that are whole already")


def _measures(commands: Commands) -> None:
    measures = _command(commands, "measures", "quality measures: which there are, and what one comes to in a period")
    measures.add_argument("action", choices=["list", "evaluate"])
    measures.add_argument("--measure", metavar="ID", help="with evaluate: which, such as CMS122")
    measures.add_argument("--period", type=period, metavar="YYYY|FROM..TO", help="with evaluate: a year, or two days")
    measures.add_argument("--edition", type=count, metavar="YEAR", help="when not the one of the period's end")
    measures.add_argument("--per-patient", action="store_true", help="everybody who is in some population")
    value_sets = _command(commands, "value-sets", "lists of codes the practice is licensed to use (FHIR ValueSet)")
    value_sets.add_argument("action", choices=["import"])
    value_sets.add_argument("paths", nargs="+", metavar="PATH", help="files or folders")


def period(text: str) -> tuple[dt.date, dt.date]:
    """A year, or two days "2026-01-01..2026-12-31"."""
    first, dots, last = text.partition("..")
    try:
        if not dots and len(text) == 4:
            return dt.date(int(text), 1, 1), dt.date(int(text), 12, 31)
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a period such as 2026 or 2026-01-01..2026-12-31") from None
