"""The phrase banks: complete, easy to read, the same placeholders in each language, as their schema says."""

from __future__ import annotations

import datetime as dt
import json
import re
import string
import tomllib
from importlib.resources import files

import jsonschema
import pytest

from icm_desktop.content.phrases import LANGUAGES, bank
from icm_desktop.content.plain_words import plain_words, sensitive
from icm_desktop.domain.readability import grade, read
from tests.handouts.reading import ease

CONTENT = files("resources").joinpath("content")
LABELS = ("call.coordinator", "call.person", "call.practice", "call.hours", "call.after_hours")  # names and numbers
SAMPLE = {
    "count": "3", "day": "July 3", "time": "9:00 AM", "at": "at 9:00 AM", "who": "Ana", "date": "May 3, 1958",
    "step": "Go.", "person": "Ana", "phone": "555", "what": "it", "amount": "1 pill", "medicine": "it", "page": "1",
    "pages": "1", "language": "it", "hours": "9", "practice": "we", "why": "it",
    "limit": "7", "topic": "salt", "low": "1", "value": "2", "now": "it", "before": "it",
}  # fmt: skip


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def sentences(language: str) -> dict[str, str]:
    found = {key: text for key, text in bank(language).texts.items() if text.endswith((".", "?"))}
    return {key: text.format(**SAMPLE) for key, text in found.items() if key not in LABELS}


@pytest.mark.parametrize(
    ("name", "schema"),
    [("phrases/en", "phrases"), ("phrases/es", "phrases"), ("codes/plain_words", "plain_words"),
     ("codes/sensitive", "sensitive")],
)  # fmt: skip
def test_content_follows_its_schema(name, schema):
    document = tomllib.loads(CONTENT.joinpath(f"{name}.toml").read_text("utf-8"))
    rules = json.loads(CONTENT.joinpath("schemas", f"{schema}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    jsonschema.validate(document, rules)
    assert document["source"]


def test_every_phrase_is_in_every_language_with_the_same_placeholders():
    english, *others = (bank(language).texts for language in LANGUAGES)
    for other in others:
        assert english.keys() == other.keys()
        assert {key: placeholders(text) for key, text in english.items()} == {
            key: placeholders(text) for key, text in other.items()
        }


def test_english_sentences_are_at_most_grade_six():
    assert {key: round(grade(text), 1) for key, text in sentences("en").items() if grade(text) > 6} == {}
    assert grade(" ".join(sentences("en").values())) <= 5


def test_spanish_sentences_are_easy():
    assert {key: round(ease(text)) for key, text in sentences("es").items() if ease(text) < 70} == {}
    assert ease(" ".join(sentences("es").values())) >= 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_more_than_twenty_words(language):
    long = {key: text for key, text in sentences(language).items() if read(text, language).longest_sentence > 20}
    assert long == {}


def test_spanish_never_says_once_and_nothing_says_as_directed():
    for language in LANGUAGES:
        for text in bank(language).texts.values():
            assert not re.search(r"\bonce\b|as directed|según indicación|%|<|>", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_recognised_has_a_phrase(language):
    words = plain_words()
    for topic in ("visits", "specialties", "purposes", "steps", "bring", "forms"):
        for phrase in words.topics[topic].values():
            assert bank(language).has(phrase), phrase
    for phrase in words.purpose_of_ingredient.values():
        assert bank(language).has(phrase)
    for unit in words.topics["units"].values():
        assert bank(language).has(f"amount.{unit}") or bank(language).has(f"amount.{unit}.many")


def test_days_and_times_read_as_people_say_them():
    english, spanish = bank("en").calendar, bank("es").calendar
    day = dt.date(2026, 7, 23)
    assert (english.day(day), spanish.day(day)) == ("Thursday, July 23", "jueves 23 de julio")
    assert english.time(dt.time(10, 30)).replace("\u00a0", " ") == "10:30 AM"
    assert spanish.at(dt.time(13, 0)).replace("\u00a0", " ") == "a la 1:00 p. m."
    assert spanish.at(dt.time(13, 0), clock_24_hours=True) == "a las 13:00"
    assert (english.time(dt.time(12)), english.time(dt.time(0))) == ("12:00 noon", "12:00 midnight")
    assert [english.birth_date(when) for when in ("1958-03-04", "1958-03", "1958", "x")] == [
        "March 4, 1958", "March 1958", "1958", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bailar en la quinceañera de mi nieta", "es"), ("1 cápsula al día", "es"), ("Walk my dog every day", "en"),
        ("20 mg by mouth once a day", "en"), ("محمد", None), ("XJ-11", None), ("", None),
    ],
)  # fmt: skip
def test_short_texts_tell_their_language(text, language):
    assert plain_words().language(text) == language


def test_sensitive_words_and_codes_are_known_and_ordinary_ones_are_not():
    watch = sensitive()
    assert watch.text("Visit with Psychiatry")
    assert watch.text("Depresión mayor")
    assert watch.code("http://hl7.org/fhir/sid/icd-10-cm", "F33.1")
    assert watch.code("http://snomed.info/sct", "370143000")
    assert not watch.text("Physical therapy", "Shake well", "Eye exam", "Blood test", "Summer camp form")
    assert not watch.code("http://hl7.org/fhir/sid/icd-10-cm", "E11.22")
    assert not watch.medicine("metformin 500 mg")
