"""`demo`."""

from __future__ import annotations

import argparse

from icm_desktop.cli.output import Output
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.sample import Filled
from icm_desktop.words import say


def demo_command(arguments: argparse.Namespace) -> Output:
    """Fill an empty database with a generated practice."""
    practice = open_practice(arguments)
    try:
        wanted = (arguments.patients, arguments.seed, arguments.crowded, arguments.open_today)
        filled: Filled = practice.run("services.demo.fill", *wanted)
    finally:
        practice.close()
    document = {"patients": filled.patients, "seed": filled.seed, "counts": dict(filled.counts)}
    return Output(
        document, say("cli.filled", patients=filled.patients, rows=sum(number for _, number in filled.counts))
    )
