"""Hostile text through every field about a person: kept as it is after the cleaning that is told, or refused."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icm_desktop.contracts import demographics_requests
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.patients import CorrectPatient, PatientDetails, PatientFilter, RegisterPatient
from icm_desktop.domain.csv_text import csv_file, safe
from icm_desktop.errors import UserError
from icm_desktop.words import error_sentence
from tests.handouts.reading import empty_boxes, text, tidy
from tests.people.conftest import TODAY
from tests.people.everywhere import CODES_ONLY, FORMS, everywhere
from tests.people.hostile import HOSTILE, HUGE, REFUSED, kept
from tests.support import make_practice

FREE = (
    "family", "given", "prefix", "suffix", "preferred_name", "address_line", "city", "state", "postal_code",
    "best_time", "contact_name", "contact_relationship",
)  # fmt: skip
RULED = ("birth_date", "sex", "phone", "email", "language", "contact_phone")
SHORTEST_LIMIT = 30  # letters of a title


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return make_practice(tmp_path_factory.mktemp("hostile"), today=TODAY).open("administrator")


def _register(desk, **details):
    request = RegisterPatient(PatientDetails(**details), not_duplicate=True)
    return desk.run("services.registration.register", request).head


def _tried(desk, details):
    """The patient, or why not."""
    try:
        return desk.run("services.registration.register", RegisterPatient(details, not_duplicate=True)).head, None
    except UserError as error:
        return None, error


def _texts_about(about):
    """Every free text that was stored, by where it stands."""
    head, now = about.head, about.preferences
    former = about.names[1]
    other = next(row for row in about.telecoms if row.system == "other")
    phone = next(row for row in about.telecoms if row.note)
    (cover,), (consent,), (alert,) = about.coverages, about.consents, about.alerts
    address = next(row for row in about.addresses if row.country)
    contact = next(row for row in about.contacts if row.note)
    return {
        "head": (head.family, head.given, head.prefix, about.suffix, head.preferred_name, about.identity.pronouns),
        "preferences": (now.best_time, now.contact_note),
        "former": (former.family, former.given, former.prefix, former.suffix),
        "telecoms": (other.value, phone.note),
        "address": (address.line, address.city, address.state, address.postal_code, address.country),
        "contact": (contact.name, contact.relationship_text, contact.address, contact.note),
        "coverage": (cover.payer, cover.plan, cover.member_id, cover.group_number, cover.subscriber, cover.note),
        "consent": (consent.given_by, consent.taken_by, consent.text, *consent.recipients, consent.note),
        "revoked": (consent.revoked_reason,),
        "alert": (alert.text, alert.note),
        "death": (about.death.note,),
    }


LINES = ("preferences", "contact", "coverage", "consent", "revoked", "alert")  # hold a text of several lines


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_kept_in_every_field_or_refused_in_words(desk, hostile):
    expected = kept(hostile, SHORTEST_LIMIT)
    if expected in (REFUSED, None):
        for name in FREE:
            with pytest.raises(UserError) as refused:
                _register(desk, **({"family": "Plain"} | {name: hostile}))
            assert refused.value.field == name
            assert hostile[:20] not in error_sentence(refused.value)
        return
    head = _register(desk, **dict.fromkeys(FREE, hostile))
    details = desk.run("queries.registration.editable", head.id).details
    assert {getattr(details, name) for name in FREE} == {expected}
    everywhere(desk, head.id, hostile)
    for place, texts in _texts_about(desk.run("queries.about.about", head.id)).items():
        told = {" ".join((one or "").split()) for one in texts}
        assert told == {" ".join(expected.split())}, place
    _search(desk, hostile)
    if word := re.search(r"[A-Za-z]{3,}", expected):
        assert head.id in _search(desk, word[0])
    cells = list(csv.reader(io.StringIO(csv_file(("n",), [(expected,)]).decode("utf-8-sig"), newline="")))
    assert cells == [["n"], [safe(expected)]]


def _search(desk, typed):
    return [row.head.id for row in desk.run("queries.patients.patients", PatientFilter(search=typed, limit=500)).rows]


@pytest.mark.parametrize("hostile", [one for one in HOSTILE if kept(one, SHORTEST_LIMIT) not in (REFUSED, None)])
def test_the_printed_page_holds_the_text_and_no_empty_box(desk, hostile):
    head = _register(desk, **dict.fromkeys(FREE, hostile))
    made = desk.run("reports.next_steps.render", HandoutRequest(head.id))
    assert empty_boxes(made.pdf) == []
    expected = tidy(kept(hostile, SHORTEST_LIMIT) or "")
    if all(ord(letter) < 0x250 for letter in expected):  # letters of the page's fonts
        assert expected in text(made.pdf)


@pytest.mark.parametrize("field", [*FREE, *RULED])
def test_a_megabyte_is_refused_at_its_field(desk, field):
    with pytest.raises(UserError) as refused:
        _register(desk, **({"family": "Plain"} | {field: HUGE}))
    assert refused.value.field == field
    assert len(error_sentence(refused.value)) < 200


@pytest.mark.parametrize("field", RULED)
def test_fields_with_rules_refuse_in_words_or_keep_what_fits(desk, field):
    for hostile in HOSTILE:
        head, error = _tried(desk, PatientDetails(**({"family": "Plain"} | {field: hostile})))
        if error is not None:
            assert (error.field, bool(error_sentence(error))) == (field, True)
            continue
        stored = getattr(desk.run("queries.registration.editable", head.id).details, field)
        assert stored in (None, kept(hostile, 200))


TEXTS = st.text(max_size=60) | st.sampled_from(HOSTILE)
PLAUSIBLE = st.none() | TEXTS
DETAILS = st.builds(
    PatientDetails, family=TEXTS, given=PLAUSIBLE, prefix=PLAUSIBLE, suffix=PLAUSIBLE, preferred_name=PLAUSIBLE,
    birth_date=st.none() | st.from_regex(r"(18|19|20)\d\d(-\d\d(-\d\d)?)?", fullmatch=True) | TEXTS,
    sex=st.sampled_from([None, "male", "female", "other", "unknown", "x"]),
    phone=st.none() | st.from_regex(r"\+?[\d() .-]{0,20}", fullmatch=True) | TEXTS,
    email=st.none() | st.emails() | TEXTS, address_line=PLAUSIBLE, city=PLAUSIBLE, state=PLAUSIBLE,
    postal_code=PLAUSIBLE, language=st.sampled_from([None, "en", "es", "pt-BR", "!"]), best_time=PLAUSIBLE,
    large_print=st.booleans(), contact_name=PLAUSIBLE, contact_relationship=PLAUSIBLE, contact_phone=PLAUSIBLE,
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(DETAILS)
def test_any_registration_is_kept_cleaned_or_refused_at_a_field(desk, details):
    head, error = _tried(desk, details)
    if error is not None:
        assert error.field in {one.name for one in fields(PatientDetails)}
        assert error_sentence(error)
        return
    editable = desk.run("queries.registration.editable", head.id)
    for name in FREE:
        typed = getattr(details, name)
        assert getattr(editable.details, name) == (kept(typed, 200) if typed else None)
    again = CorrectPatient(head.id, editable.version, editable.details)
    desk.run("services.registration.correct", again)
    assert desk.run("queries.registration.editable", head.id).details == editable.details
    desk.run("queries.patients.patients", PatientFilter(search=details.family))


def test_every_form_about_a_person_is_tried_with_hostile_texts():
    forms = {name for name in vars(demographics_requests) if name.startswith(("Save", "Record", "Revoke"))}
    assert forms == FORMS | CODES_ONLY
