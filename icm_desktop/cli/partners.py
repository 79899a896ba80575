"""`partners`: exchange partners, how each does, patients chosen for them, one round now. `package`: a sealed one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.packages import LookAtPackage, OpenPackage, PackageLook, PackageOpened
from icm_desktop.contracts.partners import (
    NO_PROOF,
    SMART,
    ChoosePatient,
    PartnerEdit,
    PartnerHealth,
    PartnerRow,
    PartnerSaved,
    PatientChosen,
    Polled,
    PollRequest,
)
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say


def partners_command(arguments: argparse.Namespace) -> Output:
    """List partners with how they do; add one; choose a patient; ask and send now."""
    practice = open_practice(arguments)
    try:
        act = {"list": _list, "add": _add, "choose": _choose, "poll": _poll}[arguments.action]
        return act(practice, arguments)
    finally:
        practice.close()


def _list(practice: OpenPractice, _arguments: argparse.Namespace) -> Output:
    rows: tuple[PartnerRow, ...] = practice.run("queries.partners.partners")
    health: dict[int, PartnerHealth] = {one.id: one for one in practice.run("queries.partners.health")}
    listed = [_partner(row, health[row.id]) for row in rows]
    cells = [(one["id"], one["name"], one["kind"], one["address"], one["patients"], one["last_synced"], one["waiting"],
              one["problem"]) for one in listed]  # fmt: skip
    heads = ("No.", "Partner", "Kind", "Address", "Patients", "Last synced", "Waiting", "What is wrong")
    return Output({"partners": listed}, table(heads, cells))


def _partner(row: PartnerRow, health: PartnerHealth) -> dict[str, Any]:
    return {
        "id": row.id, "name": row.name, "kind": row.kind, "address": row.base_address, "sends": row.sends,
        "paused": row.paused_at is not None, "patients": row.patients, "last_synced": plain(health.succeeded_at),
        "next_try": plain(health.next_try_at), "waiting": health.waiting, "failed": health.failed,
        "questions": health.questions, "problem": say(health.problem, **health.params) if health.problem else None,
        "not_offered": list(health.not_offered), "public_key": row.public_key,
    }  # fmt: skip


def _add(practice: OpenPractice, arguments: argparse.Namespace) -> Output:
    edit = PartnerEdit(
        arguments.name, arguments.address, SMART if arguments.client_id else NO_PROOF, arguments.client_id or "",
        arguments.token_address or "", arguments.algorithm, sends=arguments.sends,
    )  # fmt: skip
    saved: PartnerSaved = practice.run("services.partners.save", edit)
    words = say("cli.partner_added", id=saved.id, name=arguments.name)
    return Output({"id": saved.id, "public_key": saved.public_key}, "\n".join(filter(None, (words, saved.public_key))))


def _choose(practice: OpenPractice, arguments: argparse.Namespace) -> Output:
    patient_id = practice.run("queries.references.find_patient", arguments.patient)
    request = ChoosePatient(arguments.partner, patient_id, arguments.outside_id)
    made: PatientChosen = practice.run("services.partner_patients.choose", request)
    return Output({"id": made.id}, say("cli.partner_patient_chosen"))


def _poll(practice: OpenPractice, arguments: argparse.Namespace) -> Output:
    done: Polled = practice.run("services.partners.poll", PollRequest(arguments.partner, now=True))
    document = {"received": done.received, "sent": done.sent, "troubles": done.troubles}
    return Output(document, say("cli.partners_polled", **document), ok=not done.troubles)


def package_command(arguments: argparse.Namespace) -> Output:
    """Look into a sealed package, or take it in."""
    code = _code(arguments.code_file)
    practice = open_practice(arguments)
    try:
        path = str(arguments.file)
        if arguments.action == "look":
            look: PackageLook = practice.run("services.packages.look", LookAtPackage(path, code))
            document = {**plain(look), "counts": dict(look.counts)}
            words = say(
                "cli.package_looked", **{name: getattr(look, name) for name in ("practice", "fingerprint", "patient")}
            )
            return Output(document, words)
        patient_id = practice.run("queries.references.find_patient", arguments.patient) if arguments.patient else None
        request = OpenPackage(path, code, arguments.trust, patient_id)
        opened: PackageOpened = practice.run("services.packages.open_package", request)
        told = {
            name: getattr(opened, name)
            for name in ("practice", "created", "updated", "unchanged", "refused", "questions")
        }
        return Output(told, say("cli.package_opened", **told))
    finally:
        practice.close()


def _code(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError):
        raise Invalid("cli.code_file", file=str(file)) from None
