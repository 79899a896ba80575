"""Every real C-CDA document and fragment: words come out, or a reason; nothing is followed or fetched."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from icm_desktop.exchange.documents.extract import narrative, words
from icm_desktop.exchange.documents.unreadable import Unreadable

# A fragment that opens an element and never closes it; every program has to refuse it.
_BROKEN = "Basic_Occupation_Observation"


def _files(data: Path) -> list[Path]:
    return sorted(path for path in (data / "ccda").rglob("*") if path.is_file())


def test_every_real_document_has_words_or_a_reason(data_dir: Path) -> None:
    refused: Counter[str] = Counter()
    files = _files(data_dir)
    for path in files:
        try:
            text = words(None, path.read_bytes())
        except Unreadable as error:
            assert _BROKEN in path.name, path.name
            refused[error.reason] += 1
        else:
            assert len(text) > 2 or narrative(None, path.read_bytes()).elsewhere, path.name
            assert "<" not in text or "</" not in text, path.name
    assert len(files) > 250 and sum(refused.values()) <= 1


def test_whole_documents_keep_every_word_of_their_sections(data_dir: Path) -> None:
    """Counted from the raw file, by another way of reading: the letters of each narrative, without spaces."""
    from defusedxml.ElementTree import parse

    for path in _files(data_dir):
        if "hl7-examples-documents" not in str(path) and "vendor-samples" not in str(path):
            continue
        shown = "".join(words(None, path.read_bytes()).split())
        for section in parse(path).getroot().iter("{urn:hl7-org:v3}section"):
            text = section.find("{urn:hl7-org:v3}text")
            for word in [] if text is None else " ".join(text.itertext()).split():
                assert word in shown, (path.name, word)
