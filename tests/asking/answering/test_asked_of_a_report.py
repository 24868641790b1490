"""What people ask of a whole report in their own words: taxes, periods, goals as a set, what is
done against something, when something is ready, what a word means."""

from __future__ import annotations

import pytest
from fakes import MemoryLibrary
from reports import asked, read_reports

ANNUAL = """# Årsredovisning 2041

Almviks kommun

## Viktiga händelser

Mars. Fullmäktige beslutade om en ny skolorganisation.

Juni. Gång- och cykelvägen till hamnen invigdes.

## Så användes 100 kronor

| Verksamhet | Kronor |
|---|---|
| Barn och utbildning | 43 kr |
| Vård och omsorg | 35 kr |
| Kultur och fritid | 5 kr |
| Teknik och miljö | 17 kr |

## God ekonomisk hushållning

Fullmäktige har beslutat om tre finansiella mål. Två av dem nås. Resultatmålet nås inte, eftersom
nämnderna gick över sina ramar. Målen prövas igen i nästa budget.

Den samlade bedömningen är att kommunen delvis har god ekonomisk hushållning.

## Försörjning

| Indikator | Utfall 2041 | Mål 2041 |
|---|---|---|
| Hushåll med ekonomiskt bistånd, antal | 212 | 190 |
| Behöriga till yrkesprogram åk 9, % | 83,1 | 88 |

## Skola

Skolfrånvaron ökade under hösten. Teamet mot skolfrånvaro har kontakt med 41 elever.

Nedgången i behörighet beror på matematiken: 27 elever saknade betyg enbart i det ämnet.

## Investeringar

| Projekt, mnkr | Budget | Utfall 2041 | Klart |
|---|---|---|---|
| Norra skolan, tillbyggnad | 142,0 | 58,3 | 2044 |
| Hamnens vattenverk | 64,0 | 63,1 | 2041 |

Norra skolan blir 6,0 mnkr dyrare än beslutat 2040.

## Begrepp

Balanskravet innebär att ett underskott ska återställas inom tre år.

Balanskravsresultatet är 14,9 mnkr.

Flyttnettot var plus 73 och födelsenettot minus 42.
"""
INTERIM = """# Delårsrapport januari–augusti 2042

Almviks kommun

## Ekonomi

Periodens resultat är 31,6 mnkr.

| Nämnd, mnkr | Budget 2042 | Prognos 2042 |
|---|---|---|
| Kultur- och utbildningsnämnden | 240,0 | 243,5 |
| Socialnämnden | 310,0 | 310,0 |
| Vård- och omsorgsnämnden | 0,0 | 0,0 |

Kultur- och utbildningsnämndens budget har förstärkts med 12 miljoner kronor för tillbyggnaden.

## Åtaganden

| Åtagande | Ansvarig | Status |
|---|---|---|
| Ta fram ett program mot ensamhet bland äldre | Socialnämnden | Pågår |
"""
CARE = """# Månadsuppföljning april 2042 Vård- och omsorgsnämnden

Almviks kommun

## Drift

| Belopp i tkr | Budget 2042 | Prognos 2042 | Avvikelse 2042 |
|---|---|---|---|
| Verksamhetens intäkter | 217 994 | 228 770 | 10 776 |
| Personalkostnader | -823 681 | -836 257 | -12 576 |
| Övriga kostnader | -103 151 | -99 700 | 3 451 |
"""


@pytest.fixture(scope="module")
def almvik(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    texts = {
        "arsredovisning-2041.md": ANNUAL,
        "delarsrapport-augusti-2042.md": INTERIM,
        "manadsuppfoljning-von-april-2042.md": CARE,
    }
    return read_reports(tmp_path_factory.mktemp("fritt"), texts)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("hur mycket av hundralappen går till skolan?", ("43 kr",), ("35", "kr kronor")),
        ("hur stor del av skatten går till äldreomsorgen?", ("35 kr",), ("43",)),
        ("vad används 100 kronor i skatt till?", ("43 kr", "17 kr", "5 kr"), ()),
        ("nås de finansiella målen?", ("Två av dem", "Resultatmålet"), ("prövas igen",)),
        ("vilket finansiellt mål missades?", ("Resultatmålet nås inte",), ("Hushåll",)),
        ("hur gick det med de ekonomiska målen?", ("Två av dem",), ("bistånd",)),
        ("har kommunen god ekonomisk hushållning?", ("delvis har god",), ("212",)),
        ("vad gör man åt skolfrånvaron?", ("Teamet mot skolfrånvaro",), ()),
        ("vad görs för att minska skolfrånvaron?", ("Teamet mot skolfrånvaro",), ()),
        ("vad gör man åt ensamheten bland äldre?", ("program mot ensamhet",), ()),
        ("när blir Norra skolan klar?", ("2044",), ("2040",)),
        ("när är vattenverket klart?", ("2041",), ()),
        ("när öppnade gång- och cykelvägen?", ("Juni",), ("Mars",)),
        ("vad är balanskravet?", ("återställas inom tre år",), ("14,9",)),
        ("flyttade fler in än ut?", ("plus 73",), ()),
        ("hur många elever blir behöriga till yrkesprogram?", ("83,1",), ("27",)),
        ("hur stort blev resultatet jan-aug?", ("31,6",), ()),
        ("hur mycket har KUN:s budget förstärkts med?", ("12 miljoner",), ("240",)),
        ("vad väntas KUN hamna på?", ("243,5",), ()),
        ("hur mycket mer pengar in får VON än budgeterat?", ("10 776",), ()),
        ("hur mycket mindre blir övriga kostnader i VON än budgeterat?", ("3 451",), ()),
    ],
)
def test_a_report_is_asked_in_peoples_words(
    almvik: MemoryLibrary, question: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    answer = asked(almvik, question)
    assert all(each in answer.text for each in told)
    assert not any(each in answer.text for each in untold)
    assert not answer.abstained


@pytest.mark.parametrize(
    "question",
    [
        "vad blev resultatet per april 2042?",
        "hur stor del av skatten går till försvaret?",
        "hur mycket av skatten går till lärarlöner i skolan?",
        "hur mycket av hundralappen går till skolan 2040?",
        "når socialnämnden de finansiella målen?",
        "hur har finansnämndens prognos ändrats sedan april?",
        "när beslutades Hamnens vattenverk?",
    ],
)
def test_what_is_of_another_time_or_thing_is_not_told(almvik: MemoryLibrary, question: str) -> None:
    assert asked(almvik, question).abstained


def test_man_who_thought_is_nobody_counted(almvik: MemoryLibrary) -> None:
    read = asked(almvik, "varför blev vattenverket dyrare än man tänkt sig?").interpretation
    assert "män" not in read


def test_what_is_left_is_of_one_year(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = """# Delårsrapport januari–augusti 2042

## Nämnderna, mnkr

| Nämnd | Utfall jan–aug 2041 | Utfall jan–aug 2042 | Budget 2042 |
|---|---|---|---|
| Socialnämnden | 220,3 | 231,5 | 330,0 |
| Parknämnden | 40,1 | 41,2 | 62,0 |
"""
    library = read_reports(tmp_path_factory.mktemp("kvar"), {"delarsrapport-2042.md": text})
    left = asked(library, "hur mycket av socialnämndens budget är kvar i augusti?").text
    assert "98,5" in left
    assert "109,7" not in left
    april = asked(library, "hur mycket av socialnämndens budget är kvar i april?").text
    assert "98,5" not in april


def test_what_has_been_is_told_by_the_annual_report(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    table = """# {title}

## Finansiella mål

| Mål | Utfall | Bedömning |
|---|---|---|
| Resultat i andel av skatter | {value} | {verdict} |
| Soliditet | 35,7 % | Uppfyllt |
"""
    annual = table.format(title="Årsredovisning 2041", value="0,4 %", verdict="Ej uppfyllt")
    interim = table.format(
        title="Delårsrapport januari–augusti 2042", value="1,2 %", verdict="Uppfyllt"
    )
    texts = {"arsredovisning-2041.md": annual, "delarsrapport-2042.md": interim}
    library = read_reports(tmp_path_factory.mktemp("mal"), texts)
    assert "1 av 2" in asked(library, "hur gick det med de finansiella målen?").text
    assert "2 av 2" in asked(library, "hur går det med de finansiella målen?").text
