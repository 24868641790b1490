"""`plansvar check` from a file to verdicts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plansvar.cli import main

pytestmark = pytest.mark.slow

REPORT = """# Delårsrapport 2031 för Ekby kommun

## Mål

| Mål | Utfall 2031 | Mål 2031 |
|---|---|---|
| Andel nöjda brukare (%) | 81 | 85 |
"""
DRAFT = "Andelen nöjda brukare är 81 procent. Målet för nöjda brukare är 81 procent. Det går bra."


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLANSVAR_ENGINE", "none")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rapport.md").write_text(REPORT, "utf-8")
    (tmp_path / "utkast.txt").write_text(DRAFT, "utf-8")
    assert main(["index", "rapport.md"]) == 0
    return tmp_path


def test_each_sentence_gets_its_verdict(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "utkast.txt", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [c["verdict"] for c in report["claims"]] == ["stämmer", "stämmer inte", "inga siffror"]
    assert report["claims"][1]["unproved"] == ["81"]
    assert "85" in report["citations"][0]["quote"]


def test_readable_text_names_the_sources(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "utkast.txt"]) == 0
    out = capsys.readouterr().out
    assert "STÄMMER INTE" in out
    assert "rapport.md" in out


def test_a_missing_draft_is_one_line(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "saknas.txt"]) != 0
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_heading_with_a_figure_is_judged(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (index / "tal.md").write_text("# Andelen nöjda brukare är 81 procent\n\nTack.\n", "utf-8")
    capsys.readouterr()
    assert main(["check", "tal.md", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [c["verdict"] for c in report["claims"]] == ["stämmer", "inga siffror"]


def test_a_draft_too_long_to_read_is_one_line(
    index: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (index / "lang.txt").write_text("Andelen nöjda brukare är 81 procent. " * 4000, "utf-8")
    capsys.readouterr()
    assert main(["check", "lang.txt"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
