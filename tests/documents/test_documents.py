"""Documents of a patient: added by hand, listed, read, described, copied out, and every act undoable."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.audit import AuditEvent
from db.models.clinical import Encounter
from db.models.documents import Document, DocumentContent
from db.models.scheduling import ServiceRequest
from icm_desktop.contracts.documents import MOST_BYTES, AddDocument, ChangeDocument, DocumentFilter, MarkReviewed
from icm_desktop.domain.document_forms import DocumentForm
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.documents import samples

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def events(practice, name):
    with practice.open().read() as uow:
        return uow.session.query(AuditEvent).filter(AuditEvent.event == name).count()


def test_a_file_becomes_a_document_whose_words_are_found(add, listed):
    add(samples.pdf("Ejection fraction 35 percent"), "echo.pdf", "Echo report", "imaging_report")
    add()
    found = listed(search="ejection")
    assert [row.title for row in found.rows] == ["Echo report"]
    assert (found.total, found.all, found.unread) == (1, 2, 2)
    row = found.rows[0]
    assert (row.ours, row.parts[0].content_type, row.parts[0].here) == (True, "application/pdf", True)


def test_the_newest_is_first_and_filters_narrow_the_list(add, listed, store, patient):
    add(b"one", title="Old", written_on=dt.date(2025, 1, 1))
    add(b"two", title="New", written_on=dt.date(2026, 10, 1), kind="letter")
    store(Document(patient_id=patient, text="Partial", created_when="2026", kind=None))
    store(Document(patient_id=patient, text="Mistake", status="entered-in-error", kind="letter"))
    assert [row.title for row in listed().rows] == ["New", "Partial", "Old"]
    assert [row.title for row in listed(kinds=("letter",)).rows] == ["New"]
    assert [row.title for row in listed(kinds=("",)).rows] == ["Partial"]
    assert listed(origin="outside").rows == ()
    assert [row.title for row in listed(limit=1, offset=1).rows] == ["Partial"]
    assert listed().kinds == (("", 1), ("consult_note", 1), ("letter", 1))


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (samples.pdf("Page"), "a.pdf", DocumentForm.PDF),
        (samples.RTF, "a.rtf", DocumentForm.RTF),
        (b"Plain words", "a.txt", DocumentForm.TEXT),
        (PNG, "a.png", DocumentForm.IMAGE),
        (samples.CCDA, "a.xml", DocumentForm.XML),
    ],
)
def test_every_form_opens_and_leaves_a_trace(practice, do, add, data, name, form):
    document_id = add(data, name)
    shown = do("services.documents.open_document", document_id)
    assert shown.form is form and shown.problem is None
    assert bool(shown.data) == (form in (DocumentForm.PDF, DocumentForm.IMAGE))
    assert bool(shown.narrative) == (form is DocumentForm.XML)
    assert events(practice, "document.opened") == 1


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.txt", "documents.empty"),
        (b"MZ\x90\x00\x03", "setup.exe", "documents.unknown_form"),
        (b"%PDF-1.7 nothing", "a.pdf", "documents.damaged"),
        (b"<ClinicalDocument><a>", "a.xml", "documents.damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "a.xml", "documents.unsafe"),
        (b"x" * (MOST_BYTES + 1), "a.txt", "documents.too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(add, listed, data, name, code):
    with pytest.raises(Invalid) as refused:
        add(data, name)
    assert (refused.value.code, refused.value.field) == (code, "file")
    assert listed().all == 0


def test_the_same_file_is_not_kept_twice_for_one_patient_but_for_another(add, other):
    add(b"same")
    with pytest.raises(Invalid) as refused:
        add(b"same", title="Again")
    assert (refused.value.code, refused.value.params["title"]) == ("documents.already_there", "Cardiology consult")
    add(b"same", patient_id=other)


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"title": "  "}, "documents.title_missing", "title"),
        ({"title": "x" * 201}, "documents.title_too_long", "title"),
        ({"kind": "poem"}, "documents.bad_kind", "kind"),
        ({"written_on": dt.date(2026, 11, 21)}, "documents.written_later", "written_on"),
        ({"service_request_id": 999}, "documents.bad_link", "service_request_id"),
    ],
)
def test_a_wrong_field_is_named(add, more, code, field):
    with pytest.raises(Invalid) as refused:
        add(**more)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_document_is_linked_to_a_referral_and_an_encounter_of_its_own_patient_only(do, add, store, patient, other):
    mine, theirs = store(
        ServiceRequest(patient_id=patient, is_referral=True, text="Cardiology", ordered_on=dt.date(2026, 10, 1)),
        ServiceRequest(patient_id=other, is_referral=True, text="Eye"),
    )
    (stay,) = store(Encounter(patient_id=patient, text="Emergency visit", starts_when="2026-09-01"))
    choices = do("queries.documents.link_choices", patient)
    assert [(one.id, one.text, one.when) for one in choices.referrals] == [(mine, "Cardiology", "2026-10-01")]
    assert [one.id for one in choices.encounters] == [stay]
    add(b"linked", service_request_id=mine, encounter_id=stay)
    with pytest.raises(Invalid):
        add(b"other", service_request_id=theirs)


def test_the_newest_consult_note_opens_or_there_is_none(do, add, patient):
    with pytest.raises(NotFound) as none:
        do("services.documents.open_newest_consult_note", patient)
    assert none.value.code == "documents.no_consult_note"
    add(b"older", title="Older", written_on=dt.date(2026, 1, 1))
    add(b"newer", title="Newer", written_on=dt.date(2026, 2, 1))
    add(b"letter", title="Letter", kind="letter", written_on=dt.date(2026, 3, 1))
    assert do("services.documents.open_newest_consult_note", patient).text == "newer"


def test_an_address_is_told_and_never_fetched(do, store, patient):
    (document,) = store(Document(patient_id=patient, text="Far away"))
    (part,) = store(DocumentContent(document_id=document, patient_id=patient, url="http://example.org/a.pdf"))
    shown = do("services.documents.open_document", document)
    assert shown.problem == "documents.only_an_address" and shown.row.parts[0].url == "http://example.org/a.pdf"
    with pytest.raises(NotFound):
        do("services.documents.take_out", part, "saved")


def test_unknown_bytes_from_outside_can_be_copied_out_and_that_is_recorded(practice, do, store, patient):
    (document,) = store(Document(patient_id=patient, text="Word file"))
    (part,) = store(
        DocumentContent(document_id=document, patient_id=patient, content_type="application/msword", data=b"\xd0\xcf")
    )
    assert do("services.documents.open_document", document).problem == "documents.unknown_form_kept"
    copy = do("services.documents.take_out", part, "saved")
    assert copy.data == b"\xd0\xcf" and "Lopez" not in copy.name
    assert events(practice, "document.saved") == 1
    with pytest.raises(Invalid):
        do("services.documents.take_out", part, "mailed")


def test_reviewing_is_noted_with_who_and_taken_back(do, add, listed):
    first, second = add(b"one"), add(b"two")
    done = do("services.documents.mark_reviewed", MarkReviewed((first, second)), role=Role.CLINICIAN)
    assert listed().unread == 0 and {row.reviewed_by for row in listed().rows} == {"Kim Lee"}
    do("services.history.undo", done.changes.action_id, role=Role.CLINICIAN)
    assert listed().unread == 2
    do("services.documents.mark_reviewed", MarkReviewed((first,)))
    do("services.documents.mark_reviewed", MarkReviewed((first,), reviewed=False))
    assert listed(unread=True).total == 2


def test_adding_and_changing_are_undone_whole(do, add, listed, patient):
    document_id = add(b"kept")
    row = listed().rows[0]
    changed = do(
        "services.documents.change",
        ChangeDocument(row.id, row.version, "Echo", "imaging_report", dt.date(2026, 5, 1), "Dr Kim", "City Heart"),
    )
    row = listed().rows[0]
    assert (row.title, row.kind, row.written, row.author) == ("Echo", "imaging_report", "2026-05-01", "Dr Kim")
    with pytest.raises(Conflict):
        do("services.documents.change", ChangeDocument(row.id, row.version - 1, "Late", "note"))
    do("services.history.undo", changed.changes.action_id)
    assert listed().rows[0].title == "Cardiology consult"
    added = do("services.documents.add", AddDocument(patient, "More", "note", b"more", "more.txt"))
    do("services.history.undo", added.changes.action_id)
    assert [row.id for row in listed().rows] == [document_id]
    add(b"more")  # what was undone does not count as being there


@pytest.mark.parametrize(
    ("sent", "day", "kept"),
    [
        ("2026", None, "2026"),
        ("2026-06-04T00:30:00Z", dt.date(2026, 6, 3), "2026-06-04T00:30:00Z"),
        ("2026-06-04", None, None),
        ("2026", dt.date(2026, 6, 3), "2026-06-03"),
    ],
)
def test_a_date_that_was_not_touched_keeps_its_precision(practice, do, store, patient, sent, day, kept):
    (document,) = store(Document(patient_id=patient, text="Note", kind="note", created_when=sent))
    do("services.documents.change", ChangeDocument(document, 1, "Note two", "note", day))
    with practice.open().read() as uow:
        assert uow.session.get(Document, document).created_when == kept


def test_a_title_or_a_label_makes_a_document_sensitive_unless_a_person_says_no(add, listed):
    add(b"a", title="Psychiatry consult")
    add(b"b", title="Echo")
    add(samples.CCDA.replace(b"<title>", b'<confidentialityCode code="R"/><title>', 1), "c.xml", "Summary")
    add(b"d", title="Depression screening", sensitive=False)
    assert {row.title: row.sensitive for row in listed().rows} == {
        "Psychiatry consult": True,
        "Echo": False,
        "Summary": True,
        "Depression screening": False,
    }


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("queries.documents.documents", (DocumentFilter(1),)),
        ("queries.documents.newest_consult_note", (1,)),
        ("services.documents.open_document", (1,)),
        ("services.documents.open_newest_consult_note", (1,)),
        ("services.documents.add", (AddDocument(1, "a", "note", b"a", "a.txt"),)),
        ("services.documents.mark_reviewed", (MarkReviewed((1,)),)),
        ("services.documents.take_out", (1, "saved")),
    ],
)
def test_the_front_desk_has_no_documents_at_all(do, add, name, arguments):
    add()
    with pytest.raises(NotAllowed):
        do(name, *arguments, role=Role.FRONT_DESK)


def test_the_list_asks_a_fixed_number_of_questions(practice, add, patient):
    from sqlalchemy import event

    from icm_desktop.queries.documents import documents

    def count():
        asked = []
        with practice.open().read() as uow:
            listener = lambda *arguments: asked.append(arguments[2])  # noqa: E731
            event.listen(practice.database.engine, "before_cursor_execute", listener)
            documents(uow, DocumentFilter(patient))
            event.remove(practice.database.engine, "before_cursor_execute", listener)
        return len(asked)

    add(b"0")
    few = count()
    for number in range(1, 12):
        add(str(number).encode())
    assert count() == few <= 6
