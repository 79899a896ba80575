"""Paper forms: official words, a box for every answer, who and when, credit line and page numbers; by name or blank."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from db.models.patient import Patient
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.screening import FormsMade, PrintForms
from icm_desktop.errors import NotAllowed, NotFound
from icm_desktop.permissions import Role
from tests.support import PracticeForTests, make_practice

EVERY = sorted(instruments())


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PracticeForTests]:
    made = make_practice(tmp_path_factory.mktemp("forms"), name="Elm Street Clinic")
    with made.open().write("test") as uow:
        uow.session.add_all((
            Patient(record_number="000001", family="Lopez", given="Ana", birth_date="1961-03-01", language="es",
                    large_print=True),
            Patient(record_number="000002", family="Cole", given="Ben", birth_date="1950-07-14", language="en"),
            Patient(record_number="000003", family="Vo", given="Linh", language="vi"),
        ))  # fmt: skip
    yield made
    made.database.close()


def pages(made: FormsMade) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(io.BytesIO(made.pdf)).pages]


def blank(practice: PracticeForTests, instrument: str, **more: Any) -> FormsMade:
    asked = PrintForms(instrument, **more)
    made: FormsMade = practice.open(Role.FRONT_DESK).run("reports.screening_form.blank", asked)
    return made


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
@pytest.mark.parametrize("name", EVERY)
def test_every_form_has_its_words_numbers_credit_and_pages(practice: PracticeForTests, name: str, large: bool) -> None:
    one = instruments()[name]
    for language in one.languages:
        made = blank(practice, name, language=language, large_print=large, private=True)
        told = pages(made)
        text = " ".join(told)
        assert made.pages == len(told) <= (4 if name == "ahc-hrsn" else 3) and made.missing == ""
        for number, page in enumerate(told, start=1):
            assert f"{number} " in page and "Elm Street Clinic" in page and one.version in page
        for item in one.items:
            assert re.sub(r"\s+", " ", item.words[language]) in text.replace("\u00ad", "")
        for option in (each for item in one.items for each in item.options):
            assert option.words[language].split(" ")[0] in text
        assert re.sub(r"\s+", " ", one.licence.terms) in text


def test_a_batch_prints_each_patient_in_their_language_and_size(practice: PracticeForTests) -> None:
    made: FormsMade = practice.open().run(
        "reports.screening_form.of_patients", PrintForms("phq-9", (1, 2, 3, 2, 99), large_print=None)
    )
    text = pages(made)
    assert (made.forms, [one.family for one in made.in_english]) == (3, ["Vo"])
    assert "LOPEZ, Ana" in text[0] and "01-mar-1961" in text[0] and "Poco interés" in text[0]
    assert "Página 1 de" in text[0] and all("LOPEZ, Ana" in page for page in text if "Página" in page)
    cole = [page for page in text if "COLE, Ben" in page]
    assert "Little interest" in cole[0] and "14-Jul-1950" in cole[0]
    (vo,) = [page for page in text if "VO, Linh" in page and "Little interest" in page]
    assert "No official wording in this language" in vo


def test_private_questions_are_left_out_or_stand_on_a_page_of_their_own(practice: PracticeForTests) -> None:
    asked = [item.words["en"] for item in instruments()["ahc-hrsn"].items if item.private]
    without = " ".join(pages(blank(practice, "ahc-hrsn")))
    assert asked and not any(words in without for words in asked)
    assert "Questions 7, 8, 9, 10 are private" in without
    told = pages(blank(practice, "ahc-hrsn", private=True))
    holding = [number for number, page in enumerate(told) if any(words in page for words in asked)]
    assert holding == [len(told) - 1]
    assert "living situation" not in told[-1] and "Answer this page alone" in told[-1]


def test_who_may_print_for_whom(practice: PracticeForTests) -> None:
    with pytest.raises(NotAllowed):
        practice.open(Role.FRONT_DESK).run("reports.screening_form.of_patients", PrintForms("phq-9", (1,)))
    with pytest.raises(NotFound, match=r"screening\.unknown"):
        blank(practice, "juggling")
    with pytest.raises(NotFound, match=r"patients\.unknown"):
        practice.open().run("reports.screening_form.of_patients", PrintForms("phq-9", (99,)))
