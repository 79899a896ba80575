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
    if out.exists():
        raise Invalid("cli.file_exists", file=str(out))
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
    made = _written(practice, request, out)
    sheets = [out.with_name(f"{out.stem}-{kind}{out.suffix}") for kind in made.overflow_kinds if request.with_sheets]
    for kind, sheet in zip(made.overflow_kinds, sheets, strict=False):
        _written(practice, replace(request, kind=kind), sheet)
    output = _output(out, made.pages, made.language, made.not_in_language, made.overflow)
    output.document["sheets"] = [str(sheet) for sheet in sheets]
    return output


def _written(practice: OpenPractice, request: HandoutRequest, out: Path) -> HandoutMade:
    """Make one page, write it and keep it."""
    if out.exists():
        raise Invalid("cli.file_exists", file=str(out))
    made: HandoutMade = practice.run("reports.handouts.render", request)
    write_file(out, made.pdf)
    practice.run("services.handouts.keep", KeepHandout(request.patient_id, made, "saved"))
    _tell(made.notices)
    return made


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
