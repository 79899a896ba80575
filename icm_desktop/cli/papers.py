"""`handout`."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from icm_desktop.cli.output import Output, notice, write_file
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.handouts import HandoutMade, HandoutRequest, HandoutText, KeepHandout, Notice
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say, sentences


def handout_command(arguments: argparse.Namespace) -> Output:
    """Make the page a patient takes home; a PDF that is written is also kept with who and when."""
    out: Path = arguments.out
    _free(out)
    practice = open_practice(arguments)
    try:
        request = HandoutRequest(
            practice.run("queries.references.find_patient", arguments.patient),
            kind=arguments.type,
            language=arguments.language,
            large_print=arguments.large_print,
            paper=arguments.paper,
            with_sheets=arguments.with_sheets,
        )
        if arguments.format != "pdf":
            return _as_text(practice, request, arguments)
        return _as_pdf(practice, request, out)
    finally:
        practice.close()


def _as_pdf(practice: OpenPractice, request: HandoutRequest, out: Path) -> Output:
    made = _made(practice, request)
    pages = {out: made}
    if request.with_sheets:
        sheets = {kind: out.with_name(f"{out.stem}-{kind}{out.suffix}") for kind in made.overflow_kinds}
        for sheet in sheets.values():  # before anything is written: the page names its sheets
            _free(sheet)
        pages |= {sheet: _made(practice, replace(request, kind=kind)) for kind, sheet in sheets.items()}
    for file, page in pages.items():
        write_file(file, page.pdf)
        practice.run("services.handouts.keep", KeepHandout(request.patient_id, page, "saved"))
        _tell(page.notices)
    output = _output(out, made.pages, made.language, made.not_in_language, made.overflow)
    output.document["sheets"] = [str(sheet) for sheet in pages if sheet != out]
    return output


def _made(practice: OpenPractice, request: HandoutRequest) -> HandoutMade:
    made: HandoutMade = practice.run("reports.handouts.render", request)
    return made


def _free(out: Path) -> None:
    """Nothing that is there is written over.

    Raises:
        Invalid: cli.file_exists.
    """
    if out.exists():
        raise Invalid("cli.file_exists", file=str(out))


def _as_text(practice: OpenPractice, request: HandoutRequest, arguments: argparse.Namespace) -> Output:
    made: HandoutText = practice.run(f"reports.handouts.{arguments.format}", request)
    write_file(arguments.out, made.text.encode("utf-8"))
    _tell(made.notices)
    return _output(arguments.out, 1, made.language, made.not_in_language, ())


def _tell(notices: tuple[Notice, ...]) -> None:
    for one in notices:
        if one.code in sentences():
            notice(say(one.code, detail=one.detail))


def _output(
    out: Path, pages: int, language: str, not_in_language: tuple[str, ...], overflow: tuple[str, ...]
) -> Output:
    document: dict[str, Any] = {
        "out": str(out),
        "pages": pages,
        "language": language,
        "not_in_language": list(not_in_language),
        "overflow": list(overflow),
    }
    lines = [say("cli.handout_made", out=str(out), pages=pages)]
    lines += [say("cli.not_in_language", line=line) for line in not_in_language]
    lines += [say("cli.overflow", line=line) for line in overflow]
    return Output(document, "\n".join(lines))
