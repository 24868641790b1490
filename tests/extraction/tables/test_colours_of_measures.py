"""Tables with several measures of each row, each judged by its own colour; keys whose swatches
stand over their words; periods that a title or a sentence only compares."""

from __future__ import annotations

from pathlib import Path

from docx import Document as NewDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell

from plansvar.domain import Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile

GREEN, YELLOW, RED, GREY = "8DC26F", "FFD24D", "E26D5A", "C9C9C9"
KEY = ((GREEN, "Når målvärdet"), (YELLOW, "Nära målvärdet"), (RED, "Når inte målvärdet"))


def _shade(cell: _Cell, colour: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{colour}"/>'))


def _fill(table: Table, rows: list[list[str]]) -> None:
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, said in zip(row.cells, texts, strict=True):
            cell.text = said.partition("#")[0]
            if "#" in said:
                _shade(cell, said.partition("#")[2])


def _file(path: Path) -> Extraction:
    document = NewDocument()
    document.add_heading("Plan 2041", 1)
    key = (*KEY, (GREY, "Värde saknas"))
    swatches = document.add_table(2, 4)
    _fill(swatches, [[f"#{colour}" for colour, _ in key], [said for _, said in key]])
    document.add_heading("Läget per skola", 2)
    rows = [
        ["Skola", "Årskurser", "Elever", "Trygga, %", "Närvaro, %"],
        ["Norra skolan", "F–6", "187", f"93#{GREEN}", f"93,4#{YELLOW}"],
        ["Södra skolan", "F–6", "534", f"85#{YELLOW}", f"90,6#{RED}"],
        ["Östra skolan", "7–9", "212", f"70#{RED}", f"95,1#{GREEN}"],
        ["Västra skolan", "7–9", "486", "–", f"88,3#{RED}"],
    ]
    _fill(document.add_table(5, 5), rows)
    document.save(str(path))
    return extract(read(SourceFile(path, path.name)))


def test_each_colour_judges_its_own_measure(tmp_path: Path) -> None:
    found = _file(tmp_path / "a.docx")
    told = {r.name: {a.breakdown: a.value for a in r.assessments} for r in found.indicators}
    assert told == {
        "Norra skolan": {"trygga": "grön", "närvaro": "gul"},
        "Södra skolan": {"trygga": "gul", "närvaro": "röd"},
        "Östra skolan": {"trygga": "röd", "närvaro": "grön"},
        "Västra skolan": {"närvaro": "röd"},
    }
    meant = {a.value: a.meaning for r in found.indicators for a in r.assessments}
    assert meant == {
        "grön": "Når målvärdet",
        "gul": "Nära målvärdet",
        "röd": "Når inte målvärdet",
    }


def _amounts(
    path: Path, title: str, *rows: str
) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    cells = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows[1:]
    )
    heads = "".join(f"<th>{name}</th>" for name in rows[0].split("|"))
    path.write_text(
        f"<html><h1>Budget</h1><p>{title}</p><table><tr>{heads}</tr>{cells}</table></html>", "utf-8"
    )
    amounts = extract(read(SourceFile(path, path.name))).amounts
    return {(a.what, a.raw): (a.period, a.measure) for a in amounts}


def test_a_title_from_one_year_to_another_dates_no_column(tmp_path: Path) -> None:
    told = _amounts(
        tmp_path / "a.html",
        "Från budget 2040 till budget 2041, tkr",
        "Nämnd|Budget 2040|Löner och priser|Volymer|Budget 2041",
        "Kommunstyrelsen|98 400|2 600|700|101 700",
        "Socialnämnden|392 700|11 900|6 800|411 400",
    )
    assert told["Kommunstyrelsen", "98 400"] == ("2040", "budget")
    assert told["Kommunstyrelsen", "2 600"] == (None, "löner och priser")
    assert told["Socialnämnden", "411 400"] == ("2041", "budget")


def test_what_a_project_costs_in_all_is_of_no_year(tmp_path: Path) -> None:
    told = _amounts(
        tmp_path / "a.html",
        "Investeringsplan 2041–2043, tkr",
        "Projekt|Projekt-budget|Budget 2041|Plan 2042|Plan 2043",
        "Ny simhall|82 000|4 000|37 000|41 000",
        "Bro över ån|18 500|9 000|7 000|2 500",
    )
    assert told["Ny simhall", "82 000"] == (None, "projektbudget")
    assert told["Ny simhall", "37 000"] == ("2042", "plan")
