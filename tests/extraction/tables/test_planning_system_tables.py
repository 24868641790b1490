"""Tables as planning systems export them, and what stands above tables without being of them."""

from __future__ import annotations

from pathlib import Path

from plansvar.domain import CommitmentStatus, Extraction
from plansvar.extraction import extract
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile


def _page(folder: Path, body: str) -> Extraction:
    path = folder / "a.html"
    path.write_text(f"<html><body><h1>Delårsrapport 2031</h1>{body}</body></html>", "utf-8")
    return extract(read(SourceFile(path, path.name)))


def _table(*rows: tuple[str, ...]) -> str:
    head, *body = rows
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in body]
    heads = "".join(f"<th>{cell}</th>" for cell in head)
    return f"<table><tr>{heads}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def test_activities_whose_only_figures_tell_how_much_is_done_are_undertakings(
    tmp_path: Path,
) -> None:
    found = _page(
        tmp_path,
        _table(
            ("Aktivitet", "Status", "Färdiggrad", "Slutdatum", "Ansvarig"),
            ("Nytt schema i hemtjänsten", "Pågående med avvikelse", "30 %", "2031-12-31", "Chef"),
            ("Öppna åtta platser", "Ej påbörjad", "0 %", "2032-03-31", "Chef"),
            ("Fallskola med regionen", "Avslutad", "100 %", "2031-05-30", "Sjuksköterska"),
        ),
    )
    wanted = [CommitmentStatus.ONGOING, CommitmentStatus.NOT_STARTED, CommitmentStatus.DONE]
    assert [row.status for row in found.commitments] == wanted
    assert [row.deadline for row in found.commitments] == ["2031-12-31", "2032-03-31", "2031-05-30"]
    assert found.indicators == ()


def test_where_something_was_decided_is_no_value(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        _table(
            ("Uppdrag", "Beslut i KF", "Ansvarig nämnd", "Status"),
            ("Se över taxan för bygglov", "2030-11-25 § 114", "Miljönämnden", "Klart"),
            ("Minska lokalytan", "2031-02-24 § 14", "Kommunstyrelsen", "Pågående"),
        ),
    )
    assert [row.status_raw for row in found.commitments] == ["Klart", "Pågående"]
    assert found.indicators == ()


def test_goals_under_a_heading_for_targets_are_names(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        _table(
            ("Målområde", "Fullmäktiges mål", "Bedömning april", "Bedömning augusti"),
            ("Trygg uppväxt", "1. Alla elever klarar grundskolan", "delvis", "uppfyllt"),
            ("", "2. Förskolan ger en likvärdig start", "uppfyllt", "uppfyllt"),
            ("Omsorg", "3. Äldre har en trygg vardag", "delvis", "ej uppfyllt"),
        ),
    )
    names = [row.name for row in found.indicators]
    assert names == [
        "Alla elever klarar grundskolan",
        "Förskolan ger en likvärdig start",
        "Äldre har en trygg vardag",
    ]
    assert [a.value for a in found.indicators[2].assessments] == ["delvis", "ej uppfyllt"]


def test_an_amount_in_the_text_above_gives_a_table_no_unit(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "<p>Ram 2031: 99,8 mnkr. Nämnden får 1,1 mnkr till en familjecentral i Norrby.</p>"
        + _table(
            ("Volymer", "2029", "2030", "2031"),
            ("Placerade barn och unga", "46", "43", "40"),
            ("Hushåll med försörjningsstöd per månad", "318", "290", "280"),
        ),
    )
    assert [row.name for row in found.indicators][:1] == ["Placerade barn och unga"]
    assert not any(amount.raw == "46" for amount in found.amounts)


def test_a_share_among_sums_is_no_sum(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        _table(
            ("Mnkr", "Budget 2030", "Budget 2031"),
            ("Skatteintäkter", "1 042,6", "1 079,8"),
            ("Årets resultat", "20,6", "14,0"),
            ("Resultat i procent av skatteintäkter", "1,5", "1,0"),
        ),
    )
    assert {amount.what for amount in found.amounts} == {"Skatteintäkter", "Årets resultat"}


def test_a_month_in_which_something_was_decided_is_no_period(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "<p>Fullmäktige beslutade i november 2030 om ramarna för alla nämnder i kommunen, och "
        "kommunstyrelsen följer upp dem två gånger om året i sina rapporter.</p>"
        + _table(
            ("Nämnd, tkr", "Budget 2031", "Utfall 2031", "Avvikelse"),
            ("Kommunstyrelsen", "58 420", "57 105", "1 315"),
            ("Socialnämnden", "214 300", "222 485", "-8 185"),
        ),
    )
    kept = {(a.measure, a.period) for a in found.amounts if a.raw in ("1 315", "-8 185")}
    assert kept == {("avvikelse", None)}


def test_a_contents_list_gives_no_rows(tmp_path: Path) -> None:
    found = _page(
        tmp_path,
        "<p>Innehåll</p>"
        + _table(
            ("Läget i korthet", "1"),
            ("Så går det med målen", "2"),
            ("Vård och omsorg", "2"),
            ("Medarbetare", "3"),
            ("Investeringar", "4"),
        ),
    )
    assert found.indicators == ()
    assert found.amounts == ()
