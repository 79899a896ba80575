"""The sentences patients read: none lacks, the practice's own wording counts and comes back, a language is a file."""

from __future__ import annotations

import re
import tomllib

import pytest

from db.models.plan import Goal
from icm_desktop.content import phrases
from icm_desktop.content.advice import advice
from icm_desktop.content.pathways import pathways
from icm_desktop.content.phrases import LANGUAGES, bank, page_languages
from icm_desktop.content.plain_words import plain_words
from icm_desktop.contracts.content import ConfirmContent, Standing
from icm_desktop.contracts.handouts import KINDS, HandoutRequest
from icm_desktop.contracts.phrases import BackToPhrase, SavePhrase
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.handouts.people import ARABIC, TODAY, add, made, maria, medicine, patient, step, visit
from tests.handouts.reading import empty_boxes, text


def wanted() -> dict[str, set[str]]:
    """What patients must be told, by what it belongs to: names of phrases."""
    known, words = advice(), plain_words()
    steps = {step.activity.id for one in pathways() for step in one.steps}
    zones = {phrase for one in known.zones for phrase in (*one.green, *one.yellow, *one.red)}
    return {
        "pathway steps": {f"due.{name.replace('-', '_')}" for name in steps},
        "results": {f"result.{name.replace('-', '_')}.{how}" for name in known.results for how in ("met", "missed")},
        "visit types": set(words.topics["visits"].values()),
        "red flags and zones": zones | {*known.after_hospital.watch, *known.after_hospital.red},
        "instructions": {line.phrase for line in known.lines} | {*words.topics["steps"].values()},
        "after the hospital": {*known.after_hospital.week, *known.after_hospital.watch, *known.after_hospital.red},
        "people": set(words.topics["specialties"].values()),
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_result_visit_red_flag_and_instruction_has_a_sentence(language):
    words = bank(language)
    lacking = {what: sorted(name for name in names if not words.has(name)) for what, names in wanted().items()}
    assert {what: names for what, names in lacking.items() if names} == {}
    assert words.missing == frozenset()
    counts = {what: len(names) for what, names in wanted().items()}
    assert counts["pathway steps"] >= 75 and counts["results"] == 12 and counts["red flags and zones"] >= 30


def test_every_emergency_of_a_pathway_is_a_red_flag_for_the_patient():
    urgent = {one.id for one in pathways() for each in one.escalations if each.to == "911"}
    assert urgent - {one.pathway for one in advice().zones if one.red} == set()


def test_terms_have_friendly_names():
    words, english = plain_words(), bank("en")
    for said, friendly in (
        ("Cardiology", "heart doctor"),
        ("Nephrology", "kidney doctor"),
        ("Podiatry", "foot doctor"),
    ):
        assert english(words.phrase("specialties", said) or "") == friendly
    assert "3-month sugar test (A1c)" in english("due.a1c")


def admin(practice, name, *args):
    return practice.open(Role.ADMINISTRATOR).run(name, *args)


def standing(practice, language="en"):
    rows = admin(practice, "queries.content.contents")
    return next(one for one in rows if (one.kind, one.id) == ("phrases", language))


def test_own_wording_counts_at_once_is_versioned_rolled_back_and_never_touches_the_file(practice):
    who, file = patient(practice), phrases.FOLDER / "en.toml"
    before = file.read_bytes()
    found = standing(practice)
    admin(practice, "services.content.confirm", ConfirmContent("phrases", "en", found.digest, "Ana Ruiz"))
    assert "not yet checked" not in text(made(practice, who).pdf)
    own = SavePhrase("en", "visits.none", "No visits yet. Call us and we will plan one.")
    saved = admin(practice, "services.phrases.save", own)
    assert (saved.row.text, saved.row.changed_by, saved.row.outdated) == (own.text, "Ada Min", False)
    words = text(made(practice, who).pdf)
    assert own.text in words and "You have no visits planned" not in words
    assert made(practice, who).words_version == "1+1"
    assert "not yet checked" in words and standing(practice).standing is Standing.CHANGED
    changed = admin(practice, "queries.content.changed", standing(practice).confirmation_id)
    assert [(one.place, one.now) for one in changed.lines] == [("phrases.visits.none", own.text)]
    plain = practice.open().run("reports.handouts.text", HandoutRequest(who)).text
    assert own.text in plain
    with pytest.raises(Conflict):
        admin(practice, "services.phrases.save", own)
    admin(practice, "services.phrases.save", SavePhrase("en", "visits.none", "Call us.", saved.row.id))
    versions = admin(practice, "queries.phrase_banks.versions", "en", "visits.none")
    assert [one.words[0] for one in versions] == ["Call us.", own.text, bank("en").texts["visits.none"]]
    back = admin(practice, "services.phrases.back_to", BackToPhrase("en", "visits.none", saved.row.id))
    assert back.row.text == own.text
    shipped = admin(practice, "services.phrases.back_to", BackToPhrase("en", "visits.none", None))
    assert shipped.row.id is None and "You have no visits planned" in text(made(practice, who).pdf)
    assert standing(practice).standing is Standing.CONFIRMED  # it says again what somebody stands for
    admin(practice, "services.history.undo", shipped.changes.action_id)
    assert own.text in text(made(practice, who).pdf)
    admin(practice, "services.phrases.back_to", BackToPhrase("en", "visits.none", None))
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("phrase", "said", "code"),
    [
        ("visits.none", " ", "phrases.empty"),
        ("visits.none", "x" * 301, "phrases.too_long"),
        ("visits.none", "Call {us}.", "phrases.nothing_to_fill_in"),
        ("visits.none", "Call {us.", "phrases.stray_brace"),
        ("visits.none", "Call {0:>10}.", "phrases.stray_brace"),
        ("visits.phone", "Phone", "phrases.words_to_fill_in"),
        ("visits.phone", "Phone {fone}", "phrases.words_to_fill_in"),
    ],
)
def test_a_sentence_that_cannot_be_printed_is_refused(practice, phrase, said, code):
    with pytest.raises(Invalid) as refused:
        admin(practice, "services.phrases.save", SavePhrase("en", phrase, said))
    assert refused.value.code == code and refused.value.field == "text"


def test_only_who_sets_up_the_practice_words_its_sentences(practice):
    with pytest.raises(NotAllowed):
        practice.open(Role.COORDINATOR).run("services.phrases.save", SavePhrase("en", "visits.none", "Call us."))
    with pytest.raises(NotFound):
        admin(practice, "services.phrases.save", SavePhrase("en", "nothing.here", "Call us."))


@pytest.fixture
def new_language(tmp_path, monkeypatch):
    """Drops a file into a copy of the folder; the function that does it."""
    for file in phrases.FOLDER.glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(phrases, "FOLDER", tmp_path)

    def drop(code: str, name: str, sentences: str, weekday: str = "Day") -> None:
        english = (tmp_path / "en.toml").read_text("utf-8")
        calendar = english.split("[calendar]")[1].split("[phrases]")[0].replace("Monday", weekday)
        about = f'format = 1\nlanguage = "{code}"\nname = "{name}"\nversion = 1\nsource = "a test"\n'
        whole = f'{about}reviewed_by = ""\nreviewed_on = ""\n\n[calendar]{calendar}\n[phrases]\n{sentences}\n'
        (tmp_path / f"{code}.toml").write_text(whole, "utf-8")
        forget()

    def forget() -> None:
        for each in (phrases._bank, phrases.page_languages):
            each.cache_clear()

    forget()
    yield drop
    monkeypatch.undo()
    forget()


def test_a_language_is_a_file_and_each_sentence_it_lacks_is_said_in_english_and_named(practice, new_language):
    new_language(
        "fr", "français", '"page.title" = "Vos prochaines étapes"\n"head.do" = "À faire"\n"page.number" = "{no}"'
    )
    assert page_languages() == ("en", "es", "fr", "vi")
    offered = {one.code: one for one in practice.open().run("queries.phrase_banks.languages")}
    assert (offered["fr"].name, offered["fr"].missing > 300, offered["fr"].confirmed) == ("français", True, False)
    assert offered["es"].missing == 0
    who = patient(practice, language="fr")
    assert made(practice, who).language == "en"  # a page that is mostly English is nobody's own choice
    page = made(practice, who, language="fr")
    words = text(page.pdf)
    assert "Vos prochaines étapes" in words and "À faire" in words and "You have no visits planned" in words
    assert "Some lines are not yet in this language (français). Ask us to explain them." in words
    assert "Page 1 of 1" in words  # a sentence that fills in other words counts as not there
    told = {one.code: one.detail for one in page.notices}
    assert "Call us if you cannot go to a visit" in told["handout.not_yet_in_language"]
    assert "Interpreter: French" in words or "Interpreter: français" in words
    marked = practice.open().run("reports.handouts.html", HandoutRequest(who, language="fr"))
    assert '<html lang="fr">' in marked.text and "handout.not_yet_in_language" in {one.code for one in marked.notices}


def test_a_broken_file_is_no_language(practice, new_language):
    new_language("fr", "français", '"page.title" = 5')
    assert "fr" not in page_languages()
    with pytest.raises(Invalid):
        made(practice, patient(practice), language="fr")


@pytest.mark.parametrize("kind", KINDS)
def test_vietnamese_headings_print_with_every_letter(practice, kind):
    who = maria(practice)
    page = made(practice, who, kind=kind, language="vi", large_print=True)
    words = text(page.pdf)
    assert bank("vi").texts["page.mismatch"] in words and bank("vi").texts["head.call"] in words
    assert empty_boxes(page.pdf) == []
    assert "Một số dòng chưa có" in words  # some lines are not there yet
    for amount in re.findall(r"Take (\d+ \S+)", words):
        assert amount.split()[1].startswith(("pill", "mg"))  # how much is said in one language


def test_the_vietnamese_file_is_a_draft_with_the_same_words_to_fill_in():
    raw = tomllib.loads((phrases.FOLDER / "vi.toml").read_text("utf-8"))
    assert raw["reviewed_by"] == "" and len(raw["phrases"]) > 80
    assert [phrase for phrase, said in raw["phrases"].items() if not phrases.fits(phrase, said)] == []


def test_a_language_read_from_right_to_left_is_not_printed_without_a_word(practice, new_language):
    new_language("he", "עברית", '"page.title" = "הצעדים הבאים שלך"')
    page = made(practice, patient(practice), language="he")
    told = {one.code: one.detail for one in page.notices}
    assert told["handout.right_to_left_language"] == "עברית"
    assert "ה" in told["handout.letters_missing"]
    marked = practice.open().run("reports.handouts.html", HandoutRequest(patient(practice), language="he")).text
    assert '<html lang="he" dir="rtl">' in marked


def test_arabic_words_on_a_page_are_named_in_the_preview(practice):
    who = patient(practice)
    add(practice, step(who, ARABIC))
    told = {one.code: one.detail for one in made(practice, who).notices}
    assert "محمد" in told["handout.right_to_left"]
    assert "handout.right_to_left" not in {one.code for one in made(practice, patient(practice)).notices}


def test_a_goal_in_another_language_is_pointed_to_and_a_hidden_one_is_not_denied(practice):
    who = patient(practice, language="es")
    add(practice, Goal(patient_id=who, status="active", words="I want to drive to the lake"))
    words = text(made(practice, who, kind="my-plan").pdf)
    before, box = words.split("Pídanos que le expliquemos estas líneas")
    assert "Su meta está en el cuadro de abajo" in before and "drive to the lake" in box
    assert "Aún no anotamos sus metas" not in words
    hidden = patient(practice)
    add(practice, Goal(patient_id=hidden, status="active", words="Stop drinking alcohol"))
    assert "not written down your goals" not in text(made(practice, hidden, kind="my-plan").pdf)


def test_a_patient_with_two_languages_gets_one_language_on_each_page(practice):
    who = patient(practice, language="es")
    add(
        practice,
        Goal(patient_id=who, status="active", words="Bailar con mi nieta", words_language="es"),
        Goal(patient_id=who, status="active", words="Walk my dog", words_language="en"),
        medicine(who, "lisinopril 10 mg tablet", "1 tablet by mouth once a day", reason="Hypertension"),
        visit(who, TODAY, 17, reason="Heart check"),
    )
    for language, own, other in (("es", "Bailar con mi nieta", "Walk my dog"), ("en", "Walk my dog", "Bailar con")):
        page = made(practice, who, kind="my-plan", language=language)
        before, box = text(page.pdf).split(bank(language)("head.free"))
        assert own in before and other not in before and other in box
