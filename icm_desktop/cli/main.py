"""Runs one command: 0 done, 1 a sentence for a person, 2 wrong usage."""

from __future__ import annotations

import argparse
import importlib
import os
from collections.abc import Callable

from icm_desktop import logs, paths
from icm_desktop.cli.output import Output, notice, show
from icm_desktop.errors import UserError
from icm_desktop.words import error_sentence

# Where each command lives; a module is imported only when its command runs.
COMMANDS = {
    "init": "practice",
    "user": "practice",
    "backup": "keeping",
    "restore": "keeping",
    "verify": "keeping",
    "doctor": "keeping",
    "demo": "demo",
    "import": "exchange",
    "export": "exporting",
    "partners": "partners",
    "package": "partners",
    "patients": "records",
    "chart": "records",
    "worklist": "work",
    "referrals": "work",
    "appointments": "work",
    "pathways": "pathways",
    "screen": "screening",
    "conflicts": "conflicts",
    "caseload": "caseload",
    "populations": "populations",
    "medicines": "medicines",
    "reconcile": "medicines",
    "handout": "papers",
    "tour": "tour",
    "measures": "measures",
    "value-sets": "measures",
}


def run(arguments: argparse.Namespace) -> int:
    """Run the command and print its result."""
    os.umask(0o077)
    module = importlib.import_module(f"icm_desktop.cli.{COMMANDS[arguments.command]}")
    command: Callable[[argparse.Namespace], Output] = getattr(module, f"{arguments.command.replace('-', '_')}_command")
    try:
        logs.start_log(paths.state_folder(), "command")
        output = command(arguments)
    except UserError as error:
        notice(error_sentence(error))
        return 1
    show(output, as_json=arguments.json)
    return 0 if output.ok else 1
