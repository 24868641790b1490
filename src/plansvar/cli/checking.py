"""`plansvar check`: a draft text against the documents, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plansvar.cli.arguments import Arguments
from plansvar.cli.output import note, print_json, say
from plansvar.cli.rendering import source_lines
from plansvar.domain import Claim, DraftReport
from plansvar.interchange.contract import draft_object
from plansvar.pipeline import check_draft, open_for_asking
from plansvar.settings import Settings
from plansvar.texts import text


def run(arguments: Arguments, settings: Settings) -> int:
    opened = open_for_asking(settings)
    if opened.warning:
        note(opened.warning)
    report = check_draft(Path(arguments.paths[0]), opened.library, opened.encoder, settings)
    if arguments.as_json:
        print_json(draft_object(report))
    else:
        for line in _lines(report):
            say(line)
    return 0


def _lines(report: DraftReport) -> Iterator[str]:
    for claim in report.claims:
        yield from _claim_lines(claim)
    if report.citations:
        yield ""
        yield text("cli.ask.sources")
        for citation in report.citations:
            yield from source_lines(citation)


def _claim_lines(claim: Claim) -> Iterator[str]:
    marks = " ".join(f"[{n}]" for n in claim.citations)
    yield f"{claim.verdict.value.upper()}: {claim.text} {marks}".rstrip()
    if claim.unproved:
        yield "    " + text("cli.check.unproved", figures=", ".join(claim.unproved))
    for printed in claim.printed:
        yield "    " + text("cli.check.printed", printed=printed)
