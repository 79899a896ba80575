"""Variation: what is skipped, of how many, why, for whom; every number is the number of the people behind it."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from db.models.clinical import Condition, Observation
from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Site
from icm_desktop.contracts.pathway_variation import AskBehind, AskVariation, PrintVariation
from icm_desktop.contracts.pathways import AdoptPathway, DecideStep, EnrolPatient
from icm_desktop.errors import Invalid, NotAllowed
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """Six patients with diabetes and high pressure, seen by two clinicians at two sites or by nobody yet."""
    made = make_practice(tmp_path_factory.mktemp("variation"), today=TODAY)
    with made.open().write("test") as uow:
        sites = [Site(name=name) for name in ("North", "South")]
        uow.session.add_all(sites)
        uow.session.flush()
        doctors = [Practitioner(family=name, prefix="Dr.", inside=True, default_site_id=site.id)
                   for name, site in zip(("Kim", "Cole"), sites, strict=True)]  # fmt: skip
        uow.session.add_all(doctors)
        uow.session.flush()
        for number in range(1, 7):
            uow.session.add(Patient(record_number=f"{number:06d}", family=f"Lopez{number}", birth_date="1961-03-01"))
            uow.session.flush()
            coded = {"patient_id": number, "status": "active", "code_system": "http://hl7.org/fhir/sid/icd-10-cm"}
            uow.session.add_all([Condition(code=code, onset_when="2019", **coded) for code in ("E11.9", "I10")])
            if number <= 5:
                at = dt.datetime(2026, 10, number, 15, tzinfo=dt.UTC)
                doctor = doctors[number % 2]
                uow.session.add(
                    Appointment(
                        patient_id=number, starts_at=at, minutes=30, status="fulfilled", practitioner_id=doctor.id
                    )
                )
        result = {"status": "final", "code_system": "http://loinc.org", "code": "9318-7", "value_unit": "mg/g"}
        uow.session.add(Observation(patient_id=1, effective_when="2026-11-01", value_number=10, **result))
    admin = made.open("administrator")
    rows = {one.id: one for one in admin.run("queries.pathways.shipped")}
    for pathway in ("type-2-diabetes", "hypertension"):
        admin.run("services.pathways.adopt", AdoptPathway(pathway, rows[pathway].digest, "Dr. Ana Ruiz"))
    admin.run("services.pathway_work.reckon")
    for number in range(1, 7):
        for pathway in ("type-2-diabetes", "hypertension") if number < 6 else ("type-2-diabetes",):
            admin.run("services.pathways.enrol", EnrolPatient(number, pathway, entered_on=dt.date(2026, 8, 1)))
    for number, kind, reason in (
        (2, "declined", "too far"),
        (3, "declined", "too far"),
        (4, "not_applicable", "blind"),
    ):
        admin.run("services.pathways.decide", DecideStep(number, "eye-exam", kind, reason))
    away = DecideStep(5, "eye-exam", "deferred", "away", until_on=dt.date(2026, 12, 24))
    admin.run("services.pathways.decide", away)
    yield made
    made.database.close()


def rows_of(practice, **asked):
    found = practice.open().run("queries.pathway_variation.variation", AskVariation(**asked))
    assert found.behind == 0
    return {(one.group_name, one.pathway, one.activity): one for one in found.rows}


def test_each_step_says_of_how_many_it_is_skipped_and_why(practice):
    eyes = rows_of(practice)["", "type-2-diabetes", "eye-exam"]
    assert (eyes.asked, eyes.overdue, eyes.declined, eyes.not_applicable, eyes.deferred) == (6, 2, 2, 1, 1)
    assert (eyes.skipped, eyes.percent) == (5, 83)
    assert eyes.reasons == (("too far", 2), ("blind", 1))


def test_an_activity_of_two_pathways_counts_in_both_with_its_own_denominator(practice):
    found = rows_of(practice)
    uacr = {pathway: found["", pathway, "uacr"] for pathway in ("type-2-diabetes", "hypertension")}
    assert [(one.asked, one.on_time, one.overdue) for one in uacr.values()] == [(6, 1, 5), (5, 1, 4)]
    assert {pathway for _, pathway, _ in rows_of(practice, pathway="hypertension")} == {"hypertension"}


@pytest.mark.parametrize(
    ("by", "names"), [("clinician", {"Dr. Kim", "Dr. Cole", ""}), ("site", {"North", "South", ""})]
)
def test_groups_add_up_to_the_practice(practice, by, names):
    whole, parts = rows_of(practice), rows_of(practice, by=by)
    assert {group for group, _, _ in parts} == names
    for (_, pathway, activity), one in whole.items():
        mine = [part for (_, p, a), part in parts.items() if (p, a) == (pathway, activity)]
        for number in ("asked", "done", "on_time", "deferred", "overdue", "declined", "not_applicable"):
            assert sum(getattr(part, number) for part in mine) == getattr(one, number)


@pytest.mark.parametrize("by", ["step", "clinician", "site"])
def test_behind_every_number_are_as_many_people(practice, by):
    desk = practice.open()
    for row in rows_of(practice, by=by).values():
        people = desk.run("queries.pathway_variation.behind", AskBehind(by, row.group, row.pathway, row.activity))
        stands = [one.stands for one in people]
        assert len({one.head.id for one in people}) == len(people) == row.asked
        for number in ("done", "on_time", "deferred", "overdue", "declined", "not_applicable"):
            assert stands.count(number) == getattr(row, number), (row, number)
    told = desk.run("queries.pathway_variation.behind", AskBehind("step", None, "type-2-diabetes", "eye-exam"))
    declined = next(one for one in told if one.stands == "declined")
    assert (declined.reason, declined.decided_by, declined.decided_on) == ("too far", "Ada Min", TODAY)


def test_it_is_printed_without_a_name_and_kept_from_the_front_desk(practice):
    for language, word in (("en", "Eye exam"), ("es", "Lo que se omite")):
        request = PrintVariation(AskVariation("clinician"), language)
        pages = PdfReader(io.BytesIO(practice.open().run("reports.pathway_variation.render", request).pdf)).pages
        words = " ".join(page.extract_text() for page in pages)
        assert "Dr. Kim" in words and "Lopez" not in words and word.casefold() in words.casefold()
    with pytest.raises(NotAllowed):
        practice.open("front_desk").run("queries.pathway_variation.variation", AskVariation())
    with pytest.raises(Invalid, match=r"pathways\.bad_grouping"):
        practice.open().run("queries.pathway_variation.variation", AskVariation("moon"))
