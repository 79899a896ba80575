"""A copy of the page for somebody close: by what is on file, with the recipient and the reason on record."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.coverage import Consent
from icm_desktop.contracts.disclosures import AskAccounting
from icm_desktop.contracts.handouts import HandoutRequest, KeepHandout
from icm_desktop.contracts.records import HistoryFilter
from icm_desktop.errors import Invalid, NotAllowed

KEEP, HISTORY = "services.handouts.keep", "queries.handed_out.history"


def page(around):
    return around.run("reports.next_steps.render", HandoutRequest(around.maria))


def test_a_copy_for_the_daughter_needs_what_the_patient_agreed_to_or_a_reason(around, store_rows):
    (copy,) = around.run("queries.handout_copies.copies", around.maria)
    assert (copy.name, copy.allowed, copy.why) == (
        "Ana Lopez",
        False,
        "sharing.nothing_on_file",
    )  # the plan is not noted
    wanted = KeepHandout(around.maria, page(around), "printed", around.daughter)
    with pytest.raises(Invalid, match="not_on_file"):
        around.run(KEEP, wanted)
    with pytest.raises(NotAllowed):
        around.run(KEEP, wanted, role="front_desk")
    around.run(
        KEEP, KeepHandout(around.maria, wanted.made, "printed", around.daughter, False, "Maria asked on the phone")
    )
    assert [row.sent_to for row in around.run(HISTORY, around.maria)] == ["Ana Lopez"]
    told = around.run("queries.record_history.of_patient", HistoryFilter(around.maria), role="administrator").rows
    assert [row.reason for row in told if row.event == "handout.copied_without_agreement"] == [
        "Maria asked on the phone"
    ]
    store_rows(Consent(patient_id=around.maria, scope="patient-privacy", decision="permit", status="active",
                       given_on="2026-10-01", recipients=[{"name": "Ana Lopez"}]))  # fmt: skip
    around.run(KEEP, wanted)
    with pytest.raises(Invalid, match="not_on_file"):  # her mother's mood is not hers to read
        around.run(KEEP, KeepHandout(around.maria, wanted.made, "printed", around.daughter, True))
    assert [row.sent_to for row in around.run(HISTORY, around.maria)] == ["Ana Lopez", "Ana Lopez"]
    left = around.run(
        "queries.disclosures.accounting", AskAccounting(around.maria, dt.date(2030, 1, 1), everything=True)
    ).rows
    assert [(row.channel, row.to_name, row.legal_basis, row.purpose) for row in left] == [
        ("page", "Ana Lopez", "involved", ""), ("page", "Ana Lopez", "other", "Maria asked on the phone"),
    ]  # fmt: skip
    around.run(KEEP, KeepHandout(around.maria, wanted.made, "printed"), role="front_desk")
    assert around.run(HISTORY, around.maria)[0].sent_to is None


def test_a_copy_that_waits_for_a_printer_counts_as_given_when_it_comes_out(around):
    asked = AskAccounting(around.maria, dt.date(2030, 1, 1), everything=True)
    reason = "Maria asked on the phone"
    waiting = KeepHandout(around.maria, page(around), "waiting", around.daughter, False, reason)
    first, second = (around.run(KEEP, waiting).id for _ in range(2))
    around.run("services.handouts.take_from_queue", (second,))
    around.run("services.handouts.came_out", (first,))
    (left,) = around.run("queries.disclosures.accounting", asked).rows
    assert (left.to_name, left.counted) == ("Ana Lopez", True)


def test_nobody_unknown_gets_a_copy(around):
    with pytest.raises(Invalid, match="no_such_contact"):
        around.run(KEEP, KeepHandout(around.maria, page(around), "printed", 999))
