"""What a question takes for granted beside what it asks, and why a value is missing, in a report
with analyses above its tables and remarks at its rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

REPORT = """# Delårsrapport augusti 2032

Almby kommun

## Verksamhetsmål

| Mål | Ansvarig | Bedömning |
|---|---|---|
| Klimatklok vardag | Tekniska nämnden | Uppfyllt |
| Vattnet håller hela vägen | Tekniska nämnden | Ej uppfyllt |
| Vården är trygg | Vårdnämnden | Ej uppfyllt |

## Vattnet håller hela vägen

Nästan var fjärde liter rinner bort. Ledningarna byttes inte under våren sedan entreprenören gått i
konkurs. Andelen vatten som försvinner ökade, och huvudorsaken är de galvaniserade ledningarna från
1960-talet.

| Indikator | Utfall 2031 | Utfall aug 2032 | Mål 2032 | Kommentar |
|---|---|---|---|---|
| Odebiterat vatten, % | 22 | 25 | 20 | Rullande tolv månader |
| Bakterier i råvattnet | 4 | 6 | 3 | Januari–juli |

## Vården är trygg

| Indikator | Utfall 2031 | Utfall aug 2032 | Mål 2032 | Kommentar |
|---|---|---|---|---|
| Nöjda med hemtjänsten, % | 88 | – | 90 | Publiceras i oktober |
| Trygga i årskurs 5, % | mäts ej | 80 | 85 | Mäts vartannat år. Flickor 77. |
| Nöjda företag, index | 71 | – | 74 | Färre anställningar i industrin |

## Aktiviteter

| Aktivitet | Ansvarig | Status | Slutdatum |
|---|---|---|---|
| Reservvattenplan | VA-chef Henrik Ståhl | Pågående | 2032-12-31 |
| E-tjänst för bygglov | Bygglovschef Jonas Ek | Ej påbörjad | 2032-09-30 |

## Vårdnämnden

Nämnden införde i mars ett beställarstopp och började planera om turerna.

## Gymnasienämnden

Antalet elever som väljer gymnasium i annan kommun ökade från 412 till 431.

| Mått | Utfall 2031 | Utfall 2032 |
|---|---|---|
| Elever på Almby gymnasium | 981 | 962 |

## Sjukfrånvaro

| Sjukfrånvaro, % | Kvinnor 2032 | Män 2032 |
|---|---|---|
| Sjukfrånvaro, % | 8,3 | 5,4 |
"""


@pytest.fixture(scope="module")
def almby(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    folder: Path = tmp_path_factory.mktemp("almby")
    return read_reports(folder, {"delarsrapport-augusti-2032.md": REPORT})


def test_a_remark_that_only_dates_a_value_is_no_cause(almby: MemoryLibrary) -> None:
    given = asked(almby, "varför är odebiterat vatten så högt?")
    assert "Rullande" not in given.text
    assert "galvaniserade ledningarna" in given.text
    assert asked(almby, "varför är bakterier i råvattnet högre?").abstained


def test_a_goal_is_explained_by_the_analysis_under_its_heading(almby: MemoryLibrary) -> None:
    given = asked(almby, "varför nås inte målet Vattnet håller hela vägen?")
    assert "konkurs" in given.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("varför saknas utfall för nöjda med hemtjänsten i augusti 2032?", "Publiceras i oktober"),
        ("varför är nöjda med hemtjänsten tom?", "Publiceras i oktober"),
        ("vad står strecket för på nöjda med hemtjänsten?", "Publiceras i oktober"),
        ("när kommer siffran för nöjda med hemtjänsten?", "Publiceras i oktober"),
        ("varför mäts inte trygga i årskurs 5 2031?", "Mäts vartannat år"),
    ],
)
def test_a_missing_value_is_explained_by_the_remark_at_its_row(
    almby: MemoryLibrary, question: str, told: str
) -> None:
    given = asked(almby, question)
    assert told in given.text
    assert "saknar värde" in given.text


def test_a_remark_on_something_else_explains_no_missing_value(almby: MemoryLibrary) -> None:
    given = asked(almby, "varför saknas utfall för nöjda företag i augusti 2032?")
    assert "med noten" not in given.text


def test_the_goal_is_meant_and_not_a_measure_that_only_ends_with_its_word(
    almby: MemoryLibrary,
) -> None:
    given = asked(almby, "varför är målet om klimat inte uppfyllt?")
    assert "Klimatklok vardag" in given.text
    assert "Det stämmer inte" in given.text
    assert "inte inte" not in given.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("vem i vårdnämnden ansvarar för reservvattenplanen?", "Henrik Ståhl"),
        ("vem i tekniska nämnden beslutade om beställarstopp?", "Vårdnämnden"),
    ],
)
def test_who_answers_is_told_though_another_board_is_named(
    almby: MemoryLibrary, question: str, told: str
) -> None:
    assert told in asked(almby, question).text


def test_when_something_was_done_that_is_not_is_told_with_its_status(almby: MemoryLibrary) -> None:
    for question in ("när blev e-tjänsten för bygglov klar?", "är e-tjänsten för bygglov klar?"):
        assert "inte påbörjat" in asked(almby, question).text


def test_what_another_municipality_has_is_not_told_by_the_own(almby: MemoryLibrary) -> None:
    given = asked(almby, "hur många väljer gymnasium i annan kommun?")
    assert "431" in given.text
    assert "962" not in given.text


def test_of_two_groups_the_order_that_is_not_so_is_set_right(almby: MemoryLibrary) -> None:
    given = asked(almby, "varför är kvinnors sjukfrånvaro lägre än mäns?")
    assert "Det stämmer inte" in given.text
    assert "8,3" in given.text
    assert "Det stämmer inte" not in asked(almby, "varför är mäns sjukfrånvaro lägre?").text
