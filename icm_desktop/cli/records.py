"""`patients` and `chart`."""

from __future__ import annotations

import argparse
from typing import Any

from icm_desktop.cli.output import Output, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.chart import Chart
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.practice import OpenPractice

_SLICE = 500


def patients_command(arguments: argparse.Namespace) -> Output:
    """List or find patients."""
    practice = open_practice(arguments)
    try:
        heads = _heads(practice, arguments.search, arguments.limit)
        sources = practice.run("queries.sources.sources", [head.id for head in heads])
    finally:
        practice.close()
    document = [patient_document(head, sources[head.id]) for head in heads]
    rows = [(row["ref"], row["name"], row["birth_date"], row["sex"]) for row in document]
    return Output(document, table(("Record no.", "Name", "Born", "Sex"), rows))


def chart_command(arguments: argparse.Namespace) -> Output:
    """What the chart shows."""
    practice = open_practice(arguments)
    try:
        patient_id = practice.run("queries.references.find_patient", arguments.patient)
        chart: Chart = practice.run("services.charts.open_chart", patient_id)
        sources = practice.run("queries.sources.sources", [patient_id])
    finally:
        practice.close()
    document = {
        "patient": patient_document(chart.banner.head, sources[patient_id]),
        "counts": dict(chart.counts),
        "summary": {key: value for key, value in plain(chart).items() if key != "counts"},
    }
    return Output(document, _chart_text(chart))


def patient_document(head: PatientHead, sources: tuple[str, ...]) -> dict[str, Any]:
    """A patient as other programs read it; the name is "Family, Given Middle" without prefix."""
    return {
        "ref": head.record_number,
        "name": ", ".join(part for part in (head.family, head.given) if part),
        "birth_date": head.birth_date,
        "sex": head.sex,
        "sources": list(sources),
    }


def _heads(practice: OpenPractice, search: str, limit: int | None) -> list[PatientHead]:
    heads: list[PatientHead] = []
    while limit is None or len(heads) < limit:
        most = _SLICE if limit is None else min(_SLICE, limit - len(heads))
        asked = PatientFilter(search=search, offset=len(heads), limit=most)
        page = practice.run("queries.patients.patients", asked)
        heads += [row.head for row in page.rows]
        if not page.rows or len(heads) >= page.total:
            break
    return heads


def _chart_text(chart: Chart) -> str:
    head = chart.banner.head
    lines = [f"{head.family.upper()}, {head.given or ''}  born {head.birth_date or 'not known'}  {head.record_number}"]
    if chart.clinical is not None:
        lines += _section("Problems", [row.text for row in chart.clinical.problems])
        lines += _section("Medicines", [" ".join(filter(None, (m.text, m.dosage))) for m in chart.clinical.medicines])
        lines += _section("Goals", [goal.words or goal.text or "" for goal in chart.clinical.goals])
    lines += _section("Next dates", [f"{d.starts_at.isoformat()} {d.with_whom or ''}" for d in chart.next_dates])
    lines += _section("Open referrals", [f"{r.service or ''}: {r.state}" for r in chart.open_referrals])
    lines += _section("Care team", [" ".join(filter(None, (m.name, m.role, m.phone))) for m in chart.team])
    lines += ["", "Records: " + ", ".join(f"{name} {number}" for name, number in chart.counts)]
    return "\n".join(lines)


def _section(title: str, items: list[str]) -> list[str]:
    return ["", title, *(f"  {item}" for item in items)] if items else ["", f"{title}: none recorded"]
