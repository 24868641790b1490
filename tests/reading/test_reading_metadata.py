"""What documents say about themselves."""

from __future__ import annotations

import pytest

from plansvar.domain import DocumentKind, Status
from plansvar.reading.metadata import describe
from plansvar.reading.senders import municipality_of, organisation_of


@pytest.mark.parametrize(
    ("text", "title", "kind", "year", "period"),
    [
        (
            "Årsredovisning\n2024\nTanums kommun",
            "Årsredovisning 2024",
            "årsredovisning",
            2024,
            None,
        ),
        (
            "TJÖRNS KOMMUN\nDelårsrapport per 31 augusti 2023",
            "Delårsrapport per 31 augusti 2023",
            "delårsrapport",
            2023,
            "per 31 augusti 2023",
        ),
        (
            "Nämndens månadsuppföljning oktober 2025",
            "Nämndens månadsuppföljning oktober 2025",
            "månadsuppföljning",
            2025,
            "oktober 2025",
        ),
        (
            "Mål och budget 2026 med plan 2027-2028",
            "Mål och budget 2026 med plan 2027-2028",
            "budget",
            2026,
            None,
        ),
        ("Budget 2026–2028\nKils kommun", "Budget 2026–2028", "budget", 2026, "2026–2028"),
        (
            "Verksamhetsplan med budget 2025",
            "Verksamhetsplan med budget 2025",
            "verksamhetsplan",
            2025,
            None,
        ),
        ("Nyckeltal 2033–2035", "Nyckeltal 2033–2035", "indikatorer", 2035, "2033–2035"),
        ("Protokoll från mötet\n\nNågot", "Protokoll från mötet", "dokument", None, None),
    ],
)
def test_title_kind_year_and_period(
    text: str, title: str, kind: str, year: int | None, period: str | None
) -> None:
    found = describe(text, "fil.txt")
    assert (found.title, found.kind, found.year, found.period) == (
        title,
        DocumentKind(kind),
        year,
        period,
    )


def test_the_year_is_the_one_that_the_document_is_about() -> None:
    text = "Uppföljning av mål 2024\nDatum 2025-02-11\nUtfall 2022, 2023 och 2024. Mål 2030."
    assert describe(text, "x.txt").year == 2024


def test_a_file_name_speaks_when_the_text_does_not() -> None:
    found = describe("Kort text.", "nämnden/verksamhetsplan_2023.txt")
    assert (found.kind, found.year) == (DocumentKind.PLAN, 2023)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Göteborgs Stad\nBudget 2024", "Göteborgs Stad"),
        ("EKVALLA KOMMUN\nPlan", "Ekvalla kommun"),
        ("SALA KOMMUN\nPlan 2024", "Sala kommun"),
        ("Upplands Väsby kommun\nPlan", "Upplands Väsby kommun"),
        ("Region Halland\nÅrsredovisning 2022", "Region Halland"),
        (
            "Alingsås och Vårgårda räddningstjänstförbund\nBudget",
            "Alingsås och Vårgårda räddningstjänstförbund",
        ),
        ("Ekvalla kommun följer upp målen varje år.", "Ekvalla kommun"),
        ("Räddningsnämnden i Motala kommun.", "Motala kommun"),
        ("Vi lärde oss av ett besök hos Västerås stad under våren.", None),
        (
            "Ekvalla kommun växer. I Ekvalla kommun bor folk. Ett besök i Kils kommun.",
            "Ekvalla kommun",
        ),
        ("En attraktiv kommun. En attraktiv kommun. Vår kommun växer.", None),
    ],
)
def test_municipality(text: str, expected: str | None) -> None:
    assert municipality_of(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kommunstyrelsens delårsrapport", "Kommunstyrelsen"),
        ("Plan för Barn- och utbildningsnämnden 2024", "Barn- och utbildningsnämnden"),
        ("Miljö-, bygg- och räddningsnämndens plan", "Miljö-, bygg- och räddningsnämnden"),
        ("Kultur- och fritidsförvaltningen", "Kultur- och fritidsförvaltningen"),
        ("Nämnden för funktionsstöd", "Nämnden för funktionsstöd"),
        ("Ekvalla Bostäder AB årsredovisning", "Ekvalla Bostäder AB"),
        ("Nämndens plan", None),
    ],
)
def test_organisation(line: str, expected: str | None) -> None:
    assert organisation_of(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plan 2024\nAntagen av kommunfullmäktige 2023-11-27", Status.ADOPTED),
        ("Plan 2024\nFastställd av nämnden den 3 maj 2023", Status.ADOPTED),
        ("Budgetförslag 2026\nKils kommun", Status.PROPOSAL),
        ("Plan 2024\nFörslag till beslut\nNämnden godkänner planen", Status.PROPOSAL),
        ("Plan 2024\nMålen som fullmäktige fastställt följs upp.", None),
    ],
)
def test_status(text: str, expected: Status | None) -> None:
    assert describe(text, "x.txt").status == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("alingsas_von_april.pdf", "Alingsås kommun"),
        ("Kungälv-Vårgårda ramar.pdf", "Kungälv kommun"),
        ("planer/motala/budget.pdf", "Motala kommun"),
        ("UmeåKommunBudget.pdf", "Umeå kommun"),
        ("håbo_plan.pdf", "Håbo kommun"),
        ("plan_for_mark_och_vatten.pdf", None),
        ("marks-kommun-plan.pdf", "Mark kommun"),
        ("solnedgang.pdf", None),
    ],
)
def test_the_file_name_is_a_witness_where_the_text_names_nobody(
    name: str, expected: str | None
) -> None:
    assert describe("Budget\nNämnden räknar med överskott.", name).municipality == expected
    assert describe("Budget\nVaxholms stad", name).municipality == "Vaxholms stad"


def test_the_month_of_a_decision_is_no_period() -> None:
    text = "Årsredovisning 2030\nGodkänd av fullmäktige den 28 april 2031"
    assert describe(text, "fil.txt", text.splitlines()).period is None


def test_running_headers_tell_who_reports() -> None:
    header = "Granviks kommun · Omsorgsnämnden Delårsrapport januari–augusti 2035"
    found = describe("Delårsrapport per den 31 augusti 2035\nText.", "fil.pdf", (), [header] * 3)
    assert (found.municipality, found.organisation) == ("Granviks kommun", "Omsorgsnämnden")


@pytest.mark.parametrize(
    "running",
    [
        ["Granviks kommun Kommunstyrelsen"],  # may head the report of all units
        ["Granviks kommun Omsorgsnämnden", "Granviks kommun Skolnämnden"],
    ],
)
def test_running_headers_of_all_units_tell_none(running: list[str]) -> None:
    assert describe("Delårsrapport 2035\nText.", "fil.pdf", (), running).organisation is None


def test_a_heading_over_what_a_unit_says_names_no_sender() -> None:
    title = "Fördjupad uppföljning 2026"
    hints = (title, "Driftsprognos", "Kommunledningskontorets kommentar")
    assert describe(f"{title}\nText.", "fil.pdf", hints).organisation is None
    hints = (title, "Kommunledningskontorets budget")
    found = describe(f"{title}\nText.", "fil.pdf", hints)
    assert found.organisation == "Kommunledningskontoret"


def test_the_deadlines_of_tasks_are_no_period() -> None:
    tasks = "".join(
        f"Uppdrag {n}\tnämnden, december 2026\tPågår\n" for n in ("ett", "två", "tre", "fyra")
    )
    said = "Uppföljning av ekonomi och uppdrag till och med den 30 april 2026"
    text = f"Tertialrapport 1 2026\n{said}\nKlart senast\ndecember 2026\ndecember 2026\n{tasks}"
    found = describe(text, "tertialrapport-1-2026.pdf", ["Tertialrapport 1 2026"])
    assert found.period == "till och med den 30 april 2026"
