"""The notice beside files and at the foot of lists and staff sheets that tell of substance use, and of no others."""

from __future__ import annotations

import pytest

from icm_desktop.content.part2 import part2_notice, words
from icm_desktop.contracts.demographics_requests import RowId, SaveConsent
from icm_desktop.contracts.disclosures import AskAccounting, PrintAccounting
from icm_desktop.contracts.exports import SaveTable
from icm_desktop.contracts.list_sheets import ListSheet
from icm_desktop.contracts.part2_consent import PrintConsent
from icm_desktop.services.exports import NOTICE
from tests.handouts.reading import page_texts
from tests.privacy.conftest import TODAY, register
from tests.support import make_practice

PLAIN, SECRET = ("Lopez", "Metformin 500 mg"), ("Lopez", "Buprenorphine 8 mg")
SHORT = {code: part2_notice(code) for code in ("en", "es")}


@pytest.fixture
def practice(tmp_path):
    made = make_practice(tmp_path, today=TODAY)
    yield made
    made.database.close()


@pytest.mark.parametrize(("row", "told"), [(PLAIN, False), (SECRET, True)], ids=["plain", "substance_use"])
def test_a_list_as_a_file_has_the_long_statement_beside_it(practice, tmp_path, row, told):
    path = tmp_path / "list.csv"
    asked = SaveTable(str(path), "patients", ("Patient", "Medicine"), (PLAIN, row))
    saved = practice.open("coordinator").run("services.exports.save_table", asked)
    beside = tmp_path / f"list.csv{NOTICE}"
    assert (saved.notice, beside.exists()) == (str(beside) if told else None, told)
    if told:
        assert [words("statement", code) in beside.read_text("utf-8") for code in ("en", "es")] == [True, True]
        assert beside.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_a_printed_list_has_the_short_statement_at_its_foot(practice, language):
    def pages(*rows):
        asked = ListSheet("Medicines", (), ("Patient", "Medicine"), (1, 1), rows, "", "", "{page}/{pages}", language)
        return page_texts(practice.open("coordinator").run("reports.list_sheet.render", asked).pdf)

    long = pages(*[PLAIN] * 60, SECRET)
    assert len(long) > 1 and all(SHORT[language] in one for one in long)
    assert not any("42 CFR" in one for one in pages(*[PLAIN] * 60))


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_staff_sheet_has_it_when_it_tells_of_substance_use(practice, language):
    maria = register(practice, "Lopez")
    run = practice.open("coordinator").run
    consent = SaveConsent(RowId(maria), "part2", "permit", None, covers=("substance_use",))
    (form,) = page_texts(run("reports.part2_consent.render", PrintConsent(consent, language)).pdf)
    (plain,) = page_texts(run("reports.accounting.render", PrintAccounting(AskAccounting(maria), language)).pdf)
    assert SHORT[language] in form and SHORT[language] not in plain
