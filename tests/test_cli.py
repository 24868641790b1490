"""The command line: each command on a small index, and one clear line for each wrong argument."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from openpyxl import load_workbook
from reportlab.pdfgen.canvas import Canvas

from plansvar.cli import commands, main
from plansvar.errors import MissingIndex

pytestmark = pytest.mark.slow

PLAN = """Ekdala kommun
Verksamhetsplan 2021

Skola
Skolan ska under året få fler lärare och mindre klasser.
Anslaget för skolan är 41,6 mnkr.
"""


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


class Terminal:
    """Runs commands in this process and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Run:
        self._capsys.readouterr()
        code = main(arguments)
        out, err = self._capsys.readouterr()
        return Run(code, out, err)


@pytest.fixture
def plansvar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Terminal:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLANSVAR_ENGINE", "none")
    return Terminal(capsys)


@pytest.fixture
def indexed(plansvar: Terminal, tmp_path: Path) -> Terminal:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "plan.txt").write_text(PLAN, "utf-8")
    assert plansvar("index").code == 0
    return plansvar


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Möjliga är: index, ask"),
        (("aks", "vilka?"), "plansvar ask"),
        (("xyzzy",), "Möjliga är: index"),
        (("--index", "x"), "Möjliga är: index"),
        (("ask",), "Ingen fråga"),
        (("ask", "hej", "--batch", "x"), "Ange bara det ena"),
        (("ask", "hej", "--färg"), "--färg"),
        (("ask", "hej", "--index"), "--index behöver ett värde"),
        (("ask", "hej", "--json=ja"), "--json tar inget värde"),
        (("ask", "--batch", "finns-inte.jsonl"), "finns-inte.jsonl"),
        (("ask", "--batch", "."), "mapp"),
        (("ask", "hej", "--history", "finns-inte.jsonl"), "finns-inte.jsonl"),
        (("index", "finns-inte"), "finns-inte finns inte"),
        (("index",), "plansvar index"),
        (("indicators", "extra"), "extra"),
        (("indicators", "--format", "pdf"), "json, csv, xlsx"),
        (("conflicts", "--format", "csv"), "json"),
        (("amounts", "--format", "xlsx"), "--output"),
        (("serve", "--port", "åtta"), "65535"),
        (("serve", "--port", "0"), "65535"),
        (("serve", "--port", "70000"), "65535"),
        (("check",), "plansvar check"),
    ],
)
def test_a_wrong_argument_is_one_line_and_exit_code_2(
    plansvar: Terminal, arguments: tuple[str, ...], told: str
) -> None:
    run = plansvar(*arguments)
    assert run.code == 2
    assert told in run.err
    assert run.err.count("\n") == 1
    assert run.out == ""


@pytest.mark.parametrize(
    "command", ["ask hej", "indicators", "commitments", "amounts", "conflicts", "inspect"]
)
def test_a_missing_index_is_one_line_and_exit_code_3(plansvar: Terminal, command: str) -> None:
    run = plansvar(*command.split())
    assert run.code == 3
    assert "plansvar index" in run.err
    assert run.err.count("\n") == 1


def test_a_broken_index_is_exit_code_3(plansvar: Terminal, tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "plansvar.sqlite").write_bytes(b"inget index")
    run = plansvar("inspect")
    assert run.code == 3
    assert run.err.count("\n") == 1


def test_wrong_settings_are_one_line(plansvar: Terminal, tmp_path: Path) -> None:
    (tmp_path / "plansvar.toml").write_text('fel = "x"', "utf-8")
    run = plansvar("inspect")
    assert run.code == 2
    assert run.err.count("\n") == 1


@pytest.mark.parametrize("command", ["", "index", "ask", "indicators", "inspect", "serve"])
def test_help_is_in_swedish(
    plansvar: Terminal, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert "användning: plansvar" in shown
    assert "usage" not in shown
    assert "options" not in shown


def test_an_empty_folder_is_exit_code_1(plansvar: Terminal, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    run = plansvar("index")
    assert run.code == 1
    assert run.err.count("\n") == 1


def test_a_skipped_file_is_one_line_with_why(plansvar: Terminal, tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "documents" / "film.mp4").write_bytes(b"x")
    run = plansvar("index")
    assert run.code == 0
    assert len([line for line in run.err.splitlines() if "film.mp4" in line]) == 1


def test_inspect_tells_what_was_read(indexed: Terminal) -> None:
    shown = indexed("inspect")
    assert (shown.code, "plan.txt" in shown.out) == (0, True)
    (document,) = json.loads(indexed("inspect", "--json").out)
    assert document["document"] == "plan.txt"
    assert document["chunks"] >= 1
    assert {"pages", "parts", "furniture", "tables", "stated", "gaps", "indicators"} <= set(
        document
    )


@pytest.mark.parametrize("kind", ["indicators", "commitments", "amounts"])
def test_rows_in_each_format(indexed: Terminal, tmp_path: Path, kind: str) -> None:
    rows = json.loads(indexed(kind).out)
    assert indexed(kind, "--format", "csv", "--output", "rader.csv").code == 0
    assert indexed(kind, "--format", "xlsx", "--output", "rader.xlsx").code == 0
    content = (tmp_path / "rader.csv").read_bytes().decode("utf-8")
    lines = list(csv.reader(io.StringIO(content.removeprefix("\ufeff")), delimiter=";"))
    page = load_workbook(tmp_path / "rader.xlsx").active
    assert page is not None
    assert content.startswith("\ufeff")
    assert lines[0][0] == page["A1"].value == "document"
    assert len(lines) - 1 == page.max_row - 1 >= len(rows)


def test_the_amount_comes_out_as_printed_and_as_a_number(indexed: Terminal) -> None:
    found = [row for row in json.loads(indexed("amounts").out) if row["value"] == 41.6]
    assert [(row["raw"], row["unit"]) for row in found] == [("41,6 mnkr", "mnkr")]


def test_a_file_that_cannot_be_written_is_one_line(indexed: Terminal) -> None:
    run = indexed("indicators", "--output", "finns/inte/rader.json")
    assert (run.code, run.err.count("\n")) == (2, 1)


def test_conflicts_are_json(indexed: Terminal) -> None:
    assert json.loads(indexed("conflicts").out) == []


@pytest.mark.parametrize(
    ("failure", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "Avbrutet"),
        (ValueError("två\nrader"), 1, "ValueError: två rader"),
        (MissingIndex("inget"), 3, "inget"),
    ],
)
def test_no_failure_gives_a_traceback(
    plansvar: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    failure: BaseException,
    code: int,
    told: str,
) -> None:
    def fail(arguments: object) -> int:
        raise failure

    monkeypatch.setattr(commands, "run", fail)
    run = plansvar("inspect")
    assert (run.code, told in run.err, run.err.count("\n")) == (code, True, 1)


def run_module(*arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "plansvar", *arguments], cwd=folder, capture_output=True, check=False
    )


def test_python_m_plansvar_does_the_same(indexed: Terminal, tmp_path: Path) -> None:
    done = run_module("inspect", "--json", folder=tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["municipality"] == "Ekdala kommun"
    assert run_module("aks", folder=tmp_path).returncode == 2


def test_output_is_utf8_whatever_the_system_says(
    indexed: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run_module("indicators", "--format", "färg", folder=tmp_path)
    assert "Formatet färg" in done.stderr.decode("utf-8")


def test_pages_are_drawn_of_pdf_files_only(plansvar: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    drawing = Canvas(str(folder / "rapport.pdf"))
    drawing.drawString(72, 720, "Ekdala kommun")
    drawing.showPage()
    drawing.drawString(72, 720, "Skolan har fler elever.")
    drawing.save()
    plansvar("index")
    run = plansvar("inspect", "--json", "--pages", "bilder")
    assert run.code == 0
    assert len(json.loads(run.out)) == 2
    drawn = sorted(path.name for path in (tmp_path / "bilder").rglob("*.png"))
    assert drawn == ["rapport-0001.png", "rapport-0002.png"]
    (folder / "rapport.pdf").write_bytes(b"%PDF-1.4 another file")
    run = plansvar("inspect", "--pages", "nya")
    assert run.code == 0
    assert "rapport.pdf" in run.err
    assert not list((tmp_path / "nya").rglob("*.png"))


def test_a_reader_that_goes_away_is_no_error(indexed: Terminal, tmp_path: Path) -> None:
    program = [sys.executable, "-m", "plansvar", "inspect", "--json"]
    running = subprocess.Popen(
        program, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    running.stdout.close()
    _, complaints = running.communicate()
    assert complaints == b""
    assert running.returncode == 0


def test_light_commands_import_no_heavy_library(tmp_path: Path) -> None:
    program = (
        "import sys; import plansvar.cli.asking, plansvar.cli.rows, plansvar.cli.indexing\n"
        "heavy = {'gradio', 'pandas', 'faiss', 'onnx', 'torch', 'openpyxl', 'pypdfium2', 'docx'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


@pytest.mark.skipif(find_spec("rapidocr") is not None, reason="the extra ocr is installed")
def test_ocr_without_its_extra_is_one_line(indexed: Terminal) -> None:
    run = indexed("index", "--ocr")
    assert run.code == 2
    assert run.err.count("\n") == 1
    assert "pip install plansvar[ocr]" in run.err
