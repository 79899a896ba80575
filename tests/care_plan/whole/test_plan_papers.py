"""The plan on paper: what each reader gets, that the exact pages are kept, and who may open them."""

from __future__ import annotations

import datetime as dt

import pypdfium2 as pdfium
import pytest

from db.models.coverage import Consent
from icm_desktop.contracts.disclosures import AskAccounting
from icm_desktop.contracts.plan_document import RECORD, GivePlan, PlanPaperRequest, PlanReader
from icm_desktop.contracts.plan_versions import AnswerVersion, FreezePlan
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.part2 import whole_consent

RENDER, GIVE = "reports.care_plan.render", "services.plan_papers.give"
RECORD_COPY = PlanReader(RECORD)


@pytest.fixture(scope="module")
def version(practice, whole, rosa):
    """Version 1: Kim agrees, the heart doctor does not, the patient has not been asked yet."""
    view = rosa.run("queries.plan_versions.versions", whole.patient)
    asked = tuple(one for one in view.signers if one.who.name in ("Kim Lee", "Dr. Ivan Petrov"))
    made = rosa.run("services.plan_versions.freeze", FreezePlan(whole.patient, None, asked, "high")).id
    rows = {one.name: one for one in rosa.run("queries.plan_versions.versions", whole.patient).versions[0].sign_offs}
    kim, petrov = rows["Kim Lee"], rows["Dr. Ivan Petrov"]
    practice.open(Role.CLINICIAN).run("services.plan_versions.answer", AnswerVersion(kim.id, kim.version, "accepted"))
    dissent = AnswerVersion(petrov.id, petrov.version, "dissented", "Too tight for her kidneys", "fax")
    rosa.run("services.plan_versions.answer", dissent)
    return made


def readers(rosa, whole):
    return {one.reader.name: one.reader for one in rosa.run("queries.plan_document.readers", whole.patient)}


def words(pdf):
    document = pdfium.PdfDocument(pdf)
    return [document[number].get_textpage().get_text_range().replace("\r\n", "\n") for number in range(len(document))]


def test_our_own_copy_says_everything_and_who_it_is_on_every_page(rosa, whole):
    made = rosa.run(RENDER, PlanPaperRequest(whole.patient, RECORD_COPY))
    pages = words(made.pdf)
    assert len(pages) == made.pages > 1 and made.left_out == 0
    for number, page in enumerate(pages, 1):
        assert "Maria Lopez" in page and "Born 04-Mar-1958" in page and f"Page {number} of {made.pages}" in page
        assert "NOT SIGNED" in page
    text = "\n".join(pages)
    for told in (
        "“Caminar a la iglesia sin cansarme”", "In clinical words: A1c below 7.5 %", "9.4 % (02-Mar-2026)",
        "A1c < 7.5 %", "8.1 % (04-Sep-2026)", "8.7 (03-Jun-2026)", "7 of 10", "Responsible: Rosa Diaz",
        "Dr. Ivan Petrov, Lakeshore Heart Center", "In the way (transport)", "A ride voucher", "lives next door",
        "Sugar under 70", "Heart doctor", "Buprenorphine", "Penicillin: rash", "Opioid use", "Symptom management",
    ):  # fmt: skip
        assert told in text, told


def test_one_who_treats_gets_all_but_substance_use_until_the_patient_agrees(practice, rosa, whole):
    doctor = readers(rosa, whole)["Dr. Ivan Petrov"]
    made = rosa.run(RENDER, PlanPaperRequest(whole.patient, doctor))
    text = "\n".join(words(made.pdf))
    assert (made.allowed, made.left_out) == (True, 2)
    assert "Opioid" not in text and "Buprenorphine" not in text and "Depression" in text
    assert "2 entries are not included" in text and "This list is not complete: 1" in text
    assert "Concern D" in text  # a line is called the same in every copy
    consent = whole_consent(whole.patient, "Dr. Ivan Petrov")
    with practice.open().write("test") as uow:
        uow.session.add(consent)
        uow.session.flush()
        number = consent.id
    told = rosa.run(RENDER, PlanPaperRequest(whole.patient, doctor))
    text = "\n".join(words(told.pdf)).replace("\n", " ")
    assert told.left_out == 0 and told.substance_use and not made.substance_use
    assert "These rules prohibit you from using or disclosing this record" in text and "to Dr. Ivan Petrov" in text
    without = rosa.run(RENDER, PlanPaperRequest(whole.patient, doctor, sensitive=False))
    assert without.left_out == 6  # two concerns, a goal and its action under one of them, two medicines
    with practice.open().write("test") as uow:
        uow.session.get(Consent, number).removed_at = uow.now


def test_a_daughter_gets_it_with_a_reason_and_never_what_she_may_not_hear(rosa, whole):
    ana = readers(rosa, whole)["Ana Lopez"]
    asked = PlanPaperRequest(whole.patient, ana, language="es")
    made = rosa.run(RENDER, asked)
    assert (made.allowed, made.why, made.left_out) == (False, "sharing.nothing_on_file", 6)
    text = "\n".join(words(made.pdf))
    assert "Plan de atención compartido" in text and "Cardiólogo" in text and "Dormir" not in text
    with pytest.raises(Invalid, match="reader_not_on_file"):
        rosa.run(GIVE, GivePlan(asked, made.content, "paper"))
    given = rosa.run(GIVE, GivePlan(asked, made.content, "paper", "Maria asked for it at the visit"))
    kept = rosa.run("queries.plan_document.papers", whole.patient)[0]
    assert (kept.to, kept.how, kept.number, kept.language) == ("Ana Lopez", "paper", None, "es")
    assert rosa.run("queries.plan_document.kept_paper", given.handout_id) == given.pdf


def test_a_version_names_answers_and_dissent_and_its_copy_is_kept_exactly(practice, rosa, whole, version):
    doctor = readers(rosa, whole)["Dr. Ivan Petrov"]
    asked = PlanPaperRequest(whole.patient, doctor, version)
    made = rosa.run(RENDER, asked)
    text = "\n".join(words(made.pdf))
    assert "NOT YET AGREED: version 1" in text and "Reason: Too tight for her kidneys" in text
    assert "Maria Lopez (the patient): Not answered yet" in text and "signed here" in text
    given = rosa.run(GIVE, GivePlan(asked, made.content, "fax"))
    copy = rosa.run("queries.plan_versions.versions", whole.patient).versions[0].copies[-1]
    assert (copy.to_name, copy.to_kind, copy.how, copy.without_sensitive, copy.handout_id) == (
        "Dr. Ivan Petrov", "member", "fax", True, given.handout_id,
    )  # fmt: skip
    left = rosa.run(
        "queries.disclosures.accounting", AskAccounting(whole.patient, dt.date(2030, 1, 1), everything=True)
    ).rows[0]
    assert (left.channel, left.legal_basis, left.to_name) == (
        "plan_copy", "treatment", "Dr. Ivan Petrov, Lakeshore Heart Center",
    )  # fmt: skip
    with pytest.raises(Conflict, match="paper_changed"):
        rosa.run(GIVE, GivePlan(asked, "other", "fax"))
    with pytest.raises(Invalid, match="how_missing"):
        rosa.run(GIVE, GivePlan(asked, made.content, "pigeon"))
    front = practice.open(Role.FRONT_DESK)
    with pytest.raises(NotFound):  # the desk opens pages for patients, not this
        front.run("queries.handed_out.kept", given.handout_id)
    with pytest.raises(NotAllowed):
        front.run("queries.plan_document.kept_paper", given.handout_id)
    assert front.run("queries.handed_out.history", whole.patient) == ()


def test_a_version_keeps_what_it_lacked(rosa, whole, version):
    made = rosa.run(RENDER, PlanPaperRequest(whole.patient, RECORD_COPY, version))
    text = "\n".join(words(made.pdf))
    assert "What is missing" in text and "Symptom management" in text and "A copy given" not in text


def test_somebody_unknown_is_refused(rosa, whole):
    for reader in (PlanReader("other"), PlanReader("pigeon", "X"), PlanReader("other", "X", None, "user")):
        with pytest.raises(Invalid):
            rosa.run(RENDER, PlanPaperRequest(whole.patient, reader))
