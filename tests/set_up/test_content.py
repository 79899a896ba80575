"""Shipped content is confirmed by a named person until it changes; policies take the practice's own values."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from icm_desktop.content import policies, shipped
from icm_desktop.contracts.content import ConfirmContent, SetPolicy, Standing
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.referrals import NewReferral, ReferralFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.words import sentences
from tests.handouts.reading import text

DRAFT = {"es": "Aún nos falta revisar el español de esta hoja", "en": "not yet checked by our practice"}


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the content that a test may change."""
    folder = tmp_path / "content"
    shutil.copytree(shipped.FOLDER, folder)
    monkeypatch.setattr(shipped, "FOLDER", folder)
    _forget()
    yield folder
    monkeypatch.undo()
    _forget()


def _forget():
    shipped.shipped.cache_clear()
    shipped.digests.cache_clear()


def row(admin, kind="phrases", content_id="es"):
    return next(each for each in admin("queries.content.contents") if (each.kind, each.id) == (kind, content_id))


def confirm(admin, about, who="Ana Ruiz", **more):
    return admin("services.content.confirm", ConfirmContent(about.kind, about.id, about.digest, who, **more))


def page(desk, language):
    request = HandoutRequest(desk.ana, language=language)
    return text(desk.run("reports.next_steps.render", request, role="coordinator").pdf)


def test_everything_shipped_is_listed_with_its_source_and_starts_as_a_draft(admin):
    rows = admin("queries.content.contents", role="front_desk")
    assert {"phrases", "policies", "codes"} <= {each.kind for each in rows}
    assert all(each.standing is Standing.DRAFT and len(each.digest) == 64 for each in rows)
    assert {each.id for each in rows if not each.source} <= {"passwords"}
    holidays = row(admin, "policies", "holidays")
    assert (holidays.year, holidays.marks) == (2021, ("V",)) and "5 U.S.C. 6103" in holidays.source
    assert not [each for each in rows if each.id == "tour_bundle"]


def test_the_note_on_spanish_pages_goes_when_somebody_stands_for_the_phrases_and_comes_back_when_they_change(
    desk, admin, copy
):
    assert DRAFT["es"] in page(desk, "es") and DRAFT["en"] in page(desk, "en")
    saved = confirm(admin, row(admin), confirmed_role="Interpreter", confirmed_on=dt.date(2026, 11, 1))
    now = row(admin)
    assert (now.standing, now.confirmed_by, now.confirmed_role) == (Standing.CONFIRMED, "Ana Ruiz", "Interpreter")
    assert DRAFT["es"] not in page(desk, "es") and DRAFT["en"] in page(desk, "en")
    file = copy / "phrases" / "es.toml"
    file.write_text(file.read_text().replace("Aún nos falta", "Todavía nos falta"))
    _forget()
    assert row(admin).standing is Standing.CHANGED
    assert DRAFT["es"] in page(desk, "es")
    confirm(admin, row(admin))
    assert DRAFT["es"] not in page(desk, "es")
    admin("services.history.undo", saved.changes.action_id)
    assert row(admin).standing is Standing.CONFIRMED


def test_a_confirmation_can_be_withdrawn_and_undone(desk, admin):
    confirm(admin, row(admin))
    withdrawn = admin("services.content.withdraw", row(admin).confirmation_id)
    assert DRAFT["es"] in page(desk, "es")
    admin("services.history.undo", withdrawn.changes.action_id)
    assert DRAFT["es"] not in page(desk, "es")


def test_only_what_was_read_is_confirmed_and_by_somebody(admin):
    about = row(admin)
    with pytest.raises(Conflict) as refused:
        admin("services.content.confirm", ConfirmContent(about.kind, about.id, "0" * 64, "Ana"))
    assert refused.value.code == "set_up.content_changed"
    with pytest.raises(Invalid) as nameless:
        confirm(admin, about, "  ")
    assert nameless.value.field == "confirmed_by"
    with pytest.raises(NotFound):
        admin("services.content.confirm", ConfirmContent("phrases", "fr", about.digest, "Ana"))
    with pytest.raises(NotAllowed):
        request = ConfirmContent(about.kind, about.id, about.digest, "Ana")
        admin("services.content.confirm", request, role="clinician")


def setting(admin, name):
    return next(each for each in admin("queries.content.policy_settings") if each.name == name)


def test_a_policy_takes_the_practices_value_and_every_reader_uses_it(desk, admin):
    name = "contact.missed_visit.letter"
    assert (setting(admin, name).value, setting(admin, name).changed) == (7, False)
    saved = admin("services.content.set_policy", SetPolicy(name, 10))
    assert (setting(admin, name).value, setting(admin, name).shipped, setting(admin, name).changed_by) == (
        10,
        7,
        "Ada Min",
    )
    with desk.open().read() as uow:
        assert practice_policies(uow).missed_visit.letter.days == 10
        assert policies.shipped().missed_visit.letter.days == 7
    admin("services.content.set_policy", SetPolicy(name, None))
    assert not setting(admin, name).changed
    admin("services.content.set_policy", SetPolicy(name, 12))
    assert setting(admin, name).value == 12
    with pytest.raises(Exception, match="changed_meanwhile"):
        admin("services.history.undo", saved.changes.action_id)


def test_business_days_stay_business_days(desk, admin):
    admin("services.content.set_policy", SetPolicy("contact.missed_visit.second_call", 3))
    with desk.open().read() as uow:
        assert practice_policies(uow).missed_visit.second_call.business_days == 3


def test_a_limit_of_referrals_takes_the_practices_value_within_its_bounds_and_referrals_are_due_by_it(desk, admin):
    name = "referral_limits.send.routine"
    assert (setting(admin, name).shipped, setting(admin, name).unit) == (2, "business_days")
    told = policies.about("referral_limits")
    assert (setting(admin, name).source, setting(admin, name).mark) == (told["source"], told["mark"])
    wanted = NewReferral(desk.ana, "Cardiology", reason="Chest pain")
    made = desk.run("services.referrals.create", wanted, role="coordinator")
    before = made.referral.due
    admin("services.content.set_policy", SetPolicy(name, 5))
    (after,) = desk.run("queries.referrals.rows", ReferralFilter(patient_id=desk.ana), role="coordinator")
    assert before is not None and after.due is not None and after.due - before >= dt.timedelta(days=3)
    with desk.open().read() as uow:
        limits = {each.name: each for each in practice_policies(uow).referral_limits}
    assert limits["send"].routine.within.business_days == 5 and limits["send"].urgent.within.business_days == 0
    with pytest.raises(Invalid) as refused:
        admin("services.content.set_policy", SetPolicy(name, 6))
    assert refused.value.params["why"]


@pytest.mark.parametrize(
    ("name", "value"), [("contact.after_discharge.contact", 3), ("contact.missed_visit.letter", 0)]
)
def test_bounds_are_kept_and_said_with_their_reason(admin, name, value):
    with pytest.raises(Invalid) as refused:
        admin("services.content.set_policy", SetPolicy(name, value))
    assert refused.value.code == "set_up.bad_policy" and refused.value.params["why"]


def test_every_setting_lies_within_its_own_bounds():
    assert len(policies.settings()) >= 9
    assert all(each.least <= each.shipped <= each.most for each in policies.settings().values())


def test_what_changed_since_somebody_confirmed_it_is_shown_line_by_line(admin, copy):
    confirm(admin, row(admin))
    file = copy / "phrases" / "es.toml"
    file.write_text(file.read_text().replace("Aún nos falta", "Todavía nos falta"))
    _forget()
    changed = admin("queries.content.changed", row(admin).confirmation_id, role="front_desk")
    assert changed.version == row(admin).version
    assert [(each.before[:13], each.now[:17]) for each in changed.lines] == [("Aún nos falta", "Todavía nos falta")]
    confirm(admin, row(admin))
    assert admin("queries.content.changed", row(admin).confirmation_id).lines == ()
    with pytest.raises(NotFound):
        admin("queries.content.changed", 99)


def test_content_without_a_title_of_its_own_has_words(admin):
    rows = admin("queries.content.contents")
    assert {f"content_title.{each.id}" for each in rows if each.title == each.id and not each.language} <= set(
        sentences()
    )
