"""Marks in office files and web pages whose truth is known, written by the programs themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from eval.office import MAKERS
from eval.office_cases import score

from plansvar.domain import GapKind
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile


@pytest.mark.parametrize("name", MAKERS)
def test_every_assessment_and_trend_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rows = MAKERS[name](path)
    counts, faults = score(read(SourceFile(path, name)), rows)
    assert faults == []
    assert counts["assessments right"] == len(rows)


def test_a_picture_against_its_description_is_open_and_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    MAKERS["word_pictures.docx"](path)
    gaps = read(SourceFile(path, path.name)).gaps
    assert [gap.kind for gap in gaps] == [GapKind.DISAGREEMENT]
    assert "Andel nöjda brukare" in gaps[0].reason


def test_a_rule_that_cannot_be_evaluated_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    MAKERS["sheet_limits.xlsx"](path)
    gaps = read(SourceFile(path, path.name)).gaps
    assert [gap.kind for gap in gaps] == [GapKind.LIMIT]
    assert "B2:B7" in gaps[0].reason


def test_a_number_hidden_by_its_icon_is_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    MAKERS["sheet_icons.xlsx"](path)
    table = read(SourceFile(path, path.name)).tables[0]
    assert {cell.text for cell in table.cells if cell.column == 4 and cell.row} == {""}


def test_a_bar_has_its_share_and_no_colour(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    MAKERS["word_lights.docx"](path)
    table = read(SourceFile(path, path.name)).tables[0]
    bars = [mark for cell in table.cells if cell.column == 5 for mark in cell.marks]
    assert [round(bar.share or 0, 1) for bar in bars] == [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    assert {bar.colour for bar in bars} == {None}
