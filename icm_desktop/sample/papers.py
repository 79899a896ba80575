"""Papers of a sample patient: consult notes, discharge summaries, letters and sensitive notes, as text, PDF or RTF."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample import files
from icm_desktop.sample.case import LOINC, Case
from icm_desktop.sample.clinic import Destination
from icm_desktop.sample.stays import Stay

CONSULT, SUMMARY, LETTER, NOTE = "consult_note", "discharge_summary", "letter", "progress_note"
_CODES = {CONSULT: "11488-4", SUMMARY: "18842-5", LETTER: "83903-9", NOTE: "11506-3"}
_WITH_A_CUFF = frozenset({"heart", "kidney", "diabetes", "lungs", "urine", "nerves"})
_PDF_EVERY, _RTF_EVERY = 4, 7


def add_consult_note(case: Case, to: Destination, referral: int, days: tuple[dt.date, dt.date, dt.date | None]) -> None:
    """Add the note that came back: when they were seen, when it came, when somebody read it."""
    seen, received, reviewed = days
    if not case.rich:
        return
    papers = sample("texts")["papers"]
    about, reasons = papers[to.kind], sample("texts")["referral"][to.kind]["reason"]
    reason = reasons[case.who.number % len(reasons)]
    text = papers["consult"].format(
        organization=to.organization,
        address=to.address,
        phone=to.phone,
        day=_written(seen),
        doctor=case.doctor.name,
        reason=reason,
        reason_small=reason[0].lower() + reason[1:],
        is_new=f"is {case.who.age_on(seen)} years old",
        history=about["history"],
        finding=about["finding"],
        assessment=about["assessment"],
        plan_one=about["one"],
        plan_two=about["two"],
        pressure=_pressure(case, seen) if to.kind in _WITH_A_CUFF else "",
        weeks=case.rng.choice((6, 8, 12, 26)),
        consultant=to.name,
        **_patient(case),
    )
    _add(
        case,
        CONSULT,
        papers["consult_title"].format(service=to.service),
        text,
        (seen, received, reviewed),
        author=to.name,
        organization=to.organization,
        service_request_id=referral,
        sensitive=to.sensitive or None,
    )


def _pressure(case: Case, day: dt.date) -> str:
    systolic = round(case.numbers["courses"]["systolic"].at(day, case.taken, case.rng))
    return f"Blood pressure {systolic}/{min(systolic - 30, case.rng.randint(64, 84))}. "


def add_papers(case: Case) -> None:
    """Add the summaries of stays, a letter, and for a few a note that must be kept apart."""
    if not case.rich or case.slight:
        return
    for stay in case.numbers["stays"]:
        if stay.kind == "IMP" and stay.ended > stay.admitted:
            _summary(case, stay)
    if case.visits and case.age >= 18 and case.taken and case.chance(0.3):
        _letter(case, case.visits[-1].day)
    if "depression" in case.have and case.age >= 18 and case.chance(0.35):
        day = case.ago(10, 200)
        papers = sample("texts")["papers"]
        text = papers["sensitive"].format(day=_written(day), **_patient(case))
        theirs = {"author": "Dr. Nora Whitfield", "organization": "Harbor Counseling"}
        _add(case, NOTE, papers["sensitive_title"], text, (day, day, day), sensitive=True, **theirs)


def _summary(case: Case, stay: Stay) -> None:
    papers = sample("texts")["papers"]
    taking = [
        each.content
        for each in case.taken
        if each.start <= stay.ended and (each.stop is None or each.stop > stay.ended)
    ]
    sorts = {"lung_codes": "lungs", "heart_codes": "heart", "infection_codes": "infection"}
    sort = next((name for codes, name in sorts.items() if stay.code[:3] in papers[codes]), "other")
    lines = [f"- {each['text']}: {each['dosage']}" for each in taking] or ["- none"]
    text = papers["discharge"].format(
        admitted=_written(stay.admitted),
        discharged=_written(stay.ended),
        to=stay.to or "Home",
        reason=stay.reason,
        course=papers["courses"][sort],
        medicines="\n".join(lines),
        doctor=case.doctor.name,
        pending=papers["pending"].get(sort, papers["pending"]["other"]),
        **_patient(case),
    )
    came = min(case.end, stay.ended + dt.timedelta(days=case.rng.randint(0, 4)))
    read = came if (case.end - came).days > 4 else None
    title = papers["discharge_title"].format(reason=stay.reason)
    theirs = {"author": "Hospital medicine", "organization": "Lakeside Regional Hospital"}
    _add(case, SUMMARY, title, text, (stay.ended, came, read), **theirs)


def _letter(case: Case, day: dt.date) -> None:
    papers, spanish = sample("texts")["papers"], case.spanish
    text = papers["letter_es" if spanish else "letter"].format(
        day=_written_es(day) if spanish else _written(day),
        dear="Estimada" if case.who.sex == "female" else "Estimado",
        patient=f"{case.who.given} {case.who.family}",
        line=case.rng.choice(papers["lines_es" if spanish else "lines"]),
        doctor=case.doctor.name,
    )
    _add(case, LETTER, papers["letter_title"], text, (day, day, day), language="es" if spanish else "en")


def _add(
    case: Case, kind: str, title: str, text: str, days: tuple[dt.date, dt.date, dt.date | None], **values: Any
) -> None:
    """Add a document with its one attachment. `days`: written, received, read (None: not yet)."""
    written, received, read = days
    language = values.pop("language", None)
    document = case.fact(
        "document",
        received,
        status="current",
        kind=kind,
        category="clinical-note",
        code_system=LOINC,
        code=_CODES[kind],
        text=title,
        created_when=written.isoformat(),
        received_at=case.moment(received, 8, 30 + case.who.number % 25),
        reviewed_at=case.moment(read, 16, 30) if read else None,
        reviewed_by_id=case.coordinator()[0] if read else None,
        **values,
    )
    number = case.who.number + len(text)
    content_type, data = _form(number, text.strip())
    case.rows.add(
        "document_content",
        document_id=document,
        patient_id=case.id,
        position=0,
        content_type=content_type,
        title=title,
        language=language or "en",
        size_bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        plain_text=text.strip(),
        **case.received,
    )


def _form(number: int, text: str) -> tuple[str, bytes]:
    if number % _PDF_EVERY == 0 and text == text.encode("cp1252", errors="replace").decode("cp1252"):
        return "application/pdf", files.pdf(text)
    if number % _RTF_EVERY == 0:
        return "application/rtf", files.rtf(text)
    return "text/plain", text.encode()


def _patient(case: Case) -> dict[str, str]:
    she = case.who.sex == "female"
    return {
        "patient": f"{case.who.given} {case.who.family}",
        "born": _written(case.who.born),
        "she_he": "She" if she else "He",
        "he_she": "she" if she else "he",
    }


def _written(day: dt.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _written_es(day: dt.date) -> str:
    return f"{day.day} de {sample('texts')['papers']['months_es'][day.month - 1]} de {day.year}"
