"""The words of the commands about exchange partners and sealed packages."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from icm_desktop.contracts.partners import ALGORITHMS

Command = Callable[[str, str], argparse.ArgumentParser]
Also = Callable[[argparse.ArgumentParser], None]  # options that every command has


def partners(command: Command, also: Also) -> None:
    """`partners`."""
    made = command("partners", "servers records are exchanged with: how each does, patients, one round now")
    acts = made.add_subparsers(dest="action", metavar="ACTION", required=True)
    acts.add_parser("list", help="every partner with last success, what waits and what is wrong", allow_abbrev=False)
    add = acts.add_parser("add", help="set one up (administrator)", allow_abbrev=False)
    add.add_argument("name", metavar="NAME")
    add.add_argument("--address", required=True, metavar="URL", help="of its FHIR R4 server, https")
    add.add_argument("--client-id", metavar="ID", help="SMART backend services; without: no proof, a test server")
    add.add_argument("--token-address", metavar="URL", help="else as the server says")
    add.add_argument("--algorithm", choices=ALGORITHMS, default=ALGORITHMS[0])
    add.add_argument("--sends", action="store_true", help="plan, referrals and tasks go there, too")
    choose = acts.add_parser("choose", help="exchange a patient with a partner", allow_abbrev=False)
    choose.add_argument("partner", type=int, metavar="NUMBER")
    choose.add_argument("--patient", required=True, metavar="REF")
    choose.add_argument("--outside-id", required=True, metavar="ID", help="the id of the Patient there")
    poll = acts.add_parser("poll", help="ask and send now", allow_abbrev=False)
    poll.add_argument("--partner", type=int, metavar="NUMBER", help="only this one")
    for act in acts.choices.values():
        also(act)


def package(command: Command) -> None:
    """`package`."""
    made = command("package", "a sealed package of another practice that uses ICM Desktop")
    made.add_argument("action", choices=["look", "open"])
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument("--code-file", type=Path, required=True, metavar="FILE", help="holds the code told by phone")
    made.add_argument("--trust", action="store_true", help="open: the fingerprint was compared by phone")
    made.add_argument("--patient", metavar="REF", help="open: it is this patient here")
