"""A verdict set as a heading right under the goal that it judges is no heading, in any format."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as Word

from plansvar.domain import BlockKind
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GOALS = (
    ("1. Äldre ska ha en trygg omsorg", "Målet är delvis uppfyllt"),
    ("2. Kommunen ska växa med fler bostäder", "● Målet är inte uppfyllt"),
    ("3. Företag ska trivas i kommunen", "Uppfyllt"),
)
PROSE = "Nämnderna har under året arbetat för att nå målet och flera insatser har genomförts."


def _word(path: Path, bold: bool) -> None:
    report = Word()
    report.add_heading("Årsredovisning 2031", 0)
    report.add_paragraph("Storviks kommun")
    for name, verdict in GOALS:
        if bold:
            report.add_paragraph().add_run(name).bold = True
            report.add_paragraph().add_run(verdict).bold = True
        else:
            report.add_heading(name, 1)
            report.add_heading(verdict, 2)
        report.add_paragraph(PROSE)
    report.save(str(path))


@pytest.mark.parametrize("bold", [True, False])
def test_goals_in_word_have_their_verdicts(tmp_path: Path, bold: bool) -> None:
    path = tmp_path / "arsredovisning-2031.docx"
    _word(path, bold)
    _check(path)


def test_goals_in_markdown_have_their_verdicts(tmp_path: Path) -> None:
    path = tmp_path / "arsredovisning-2031.md"
    told = "\n\n".join(f"## {name}\n\n### {verdict}\n\n{PROSE}" for name, verdict in GOALS)
    path.write_text(f"# Årsredovisning 2031\n\nStorviks kommun\n\n{told}\n", "utf-8")
    _check(path)


def _check(path: Path) -> None:
    document = read(SourceFile(path, path.name))
    heads = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert [name for name in heads if name[0].isdigit()] == [name for name, _ in GOALS]
    assert not any("ppfyllt" in name for name in heads)
    rows = extract(document).indicators
    told = {row.name: row.assessments[0].raw for row in rows if row.assessments}
    assert told["Äldre ska ha en trygg omsorg"] == "Målet är delvis uppfyllt"
    assert told["Kommunen ska växa med fler bostäder"].endswith("Målet är inte uppfyllt")
    assert told["Företag ska trivas i kommunen"] == "Uppfyllt"


def test_a_heading_that_judges_nothing_above_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"# Plan 2031\n\n{PROSE}\n\n## Uppfyllt\n\n{PROSE}\n", "utf-8")
    document = read(SourceFile(path, path.name))
    heads = [document.quote(b.span) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert heads == ["Plan 2031", "Uppfyllt"]
