"""Rows with several labels, periods of their own, and figures by year or by group alone."""

from __future__ import annotations

import pytest
from table_pictures import drawn, shown

from plansvar.extraction import extract
from plansvar.extraction.tables.values import split_note_mark

LABELS = [
    pytest.param(
        """
        Nr | Verksamhetsmål | Hur vi följer upp | Läget 2031 | Ska nå 2033
        A1 | Trygga äldre | Andel som känner trygghet hemma | 81 % | minst 85 %
        A2 | Lätt att få svar | Besvarade samtal inom en minut | 64 % | minst 70 %
        """,
        [("Trygga äldre", ("Andel som känner trygghet hemma",))],
        id="words between the names and the values",
    ),
    pytest.param(
        """
        Mål | Mätetal | Utfall 2031 | Mål 2032
        Rent vatten i sjöarna | Sjöar med god status | 6 | 8
        ^ | Anslutna fastigheter | 41 | 60
        Fler cyklar | Cykelpassager per dygn | 512 | 600
        """,
        [
            ("Sjöar med god status", ("Rent vatten i sjöarna",)),
            ("Anslutna fastigheter", ("Rent vatten i sjöarna",)),
            ("Cykelpassager per dygn", ("Fler cyklar",)),
        ],
        id="a goal over several measures",
    ),
    pytest.param(
        """
        Fokusområde | Vi vill att | Det ser vi på | Utfall 2031 | Mål 2032
        Trygghet | hemtjänsten är trygg | Upplevd trygghet i hemtjänsten | 86 | 90
        ^ | larm besvaras snabbt | Sekunder till svar på larm | 42 | 40
        Delaktighet | brukare kan påverka | Andel som påverkar sina tider | 58 | 65
        """,
        [
            ("Upplevd trygghet i hemtjänsten", ("Trygghet", "hemtjänsten är trygg")),
            ("Sekunder till svar på larm", ("Trygghet", "larm besvaras snabbt")),
        ],
        id="a field over several rows is no name",
    ),
    pytest.param(
        """
        Inriktningsmål | Nämndens mål | Hur mäts det? | Resultat 2031 | Mål 2031
        Rikt liv | Fler unga är aktiva i föreningar | Andel unga i föreningar | 61 % | 65 %
        Rikt liv | Simhallen ska ha fler besökare | Antal besök i simhallen | 9 100 | 9 500
        """,
        [
            ("Fler unga är aktiva i föreningar", ("Rikt liv", "Andel unga i föreningar")),
            ("Simhallen ska ha fler besökare", ("Rikt liv", "Antal besök i simhallen")),
        ],
        id="goals in words beside targets in figures",
    ),
    pytest.param(
        """
        Nyckeltal | Hur ofta | Utfall 2031 | Mål 2032
        Besök på museet | En gång om året | 6 100 | 6 500
        Lån per invånare | En gång om året | 5,1 | 5,5
        """,
        [("Besök på museet", ()), ("Lån per invånare", ())],
        id="words that do not tell rows apart",
    ),
]

VALUES = [
    pytest.param(
        """
        Nyckeltal | Ekhamn | Länet | Riket | Senaste mätning
        Elever per lärare | 11,8 | 12,1 | 12,3 | 2031
        Nöjda brukare (%) | 84 | 86 | uppgift saknas | 2030
        """,
        {},
        [
            "Elever per lärare: ekhamn 2031=11,8; länet 2031=12,1; riket 2031=12,3",
            "Nöjda brukare (%): ekhamn 2030=84 (%); länet 2030=86 (%); "
            "riket 2030=uppgift saknas! (%)",
        ],
        id="a column gives each row its year",
    ),
    pytest.param(
        """
        Mål | Mätetal | 2031 | Mål 2032 | 2032
        Kortare köer | Väntetid i dagar | 42 | högst 30 | 35
        """,
        {"caption": "Nämndens mål", "year": 2032},
        ["Väntetid i dagar: utfall 2031=42; mål 2032=högst 30; utfall 2032=35"],
        id="bare years beside a target are outcomes whatever the title says",
    ),
    pytest.param(
        """
        | 2030 | 2031
        Personer med trygghetslarm | 212 | 230
        Inskrivna barn | 640 | 622
        – därav i familjedaghem | 31 | 28
        """,
        {"year": 2031},
        [
            "Personer med trygghetslarm: utfall 2030=212; utfall 2031=230",
            "Inskrivna barn: utfall 2030=640; utfall 2031=622; "
            "utfall 2030 därav i familjedaghem=31; utfall 2031 därav i familjedaghem=28",
        ],
        id="volumes under years alone",
    ),
    pytest.param(
        """
        | Kvinnor | Män | Alla
        Tillsvidareanställda | 412 | 96 | 508
        Frisknärvaro 2031, % | 61 | 66 | 62
        Frisknärvaro 2030, % | 60 | 65 | 61
        """,
        {"year": 2031},
        [
            "Tillsvidareanställda: utfall kvinnor=412; utfall män=96; utfall=508",
            "Frisknärvaro 2031, %: utfall 2031 kvinnor=61 (%); utfall 2031 män=66 (%); "
            "utfall 2031=62 (%)",
            "Frisknärvaro 2030, %: utfall 2030 kvinnor=60 (%); utfall 2030 män=65 (%); "
            "utfall 2030=61 (%)",
        ],
        id="groups in columns, years in labels",
    ),
    pytest.param(
        """
        Frånvaro, % | 2031 | 2030
        Totalt | 6,1 | 6,4
        Kvinnor | 6,9 | 7,2
        29 år och yngre | 5,0 | 5,3
        Andel längre än 60 dagar | 40 | 42
        """,
        {"year": 2031},
        [
            "Frånvaro, %: utfall 2031=6,1 (%); utfall 2030=6,4 (%); "
            "utfall 2031 kvinnor=6,9 (%); utfall 2030 kvinnor=7,2 (%); "
            "utfall 2031 29 år och yngre=5,0 (%); utfall 2030 29 år och yngre=5,3 (%)",
            "Andel längre än 60 dagar: utfall 2031=40 (%); utfall 2030=42 (%)",
        ],
        id="the heading over groups names what is measured",
    ),
    pytest.param(
        """
        Nämnd | Totalt | K | M
        Kommunstyrelsen | 4,6 | 5,0 | 3,4
        Skolnämnden | 5,7 | 6,2 | 4,0
        """,
        {"caption": "Frånvaro per nämnd, procent"},
        [
            "Frånvaro per nämnd, procent, Kommunstyrelsen: utfall=4,6 (%); "
            "utfall kvinnor=5,0 (%); utfall män=3,4 (%)",
            "Frånvaro per nämnd, procent, Skolnämnden: utfall=5,7 (%); "
            "utfall kvinnor=6,2 (%); utfall män=4,0 (%)",
        ],
        id="a row for each board under a caption that says what is measured",
    ),
    pytest.param(
        """
        Miljömål | Indikator | Basår 2022 | 2031 | 2032 | Målår 2035
        Rena bilar | Andel fossilfria bilar (%) | 12 | 48 | 57 | 100
        """,
        {"caption": "Mål för miljön", "year": 2032},
        [
            "Andel fossilfria bilar (%): ingångsvärde 2022=12 (%); utfall 2031=48 (%); "
            "utfall 2032=57 (%); mål 2035=100 (%)"
        ],
        id="a title that names goals makes no targets of years",
    ),
    pytest.param(
        """
        Nyckeltal | Enhet | 2031 | 2032
        Kostnad per elev | kr | 121 300 | 126 400
        Lärartäthet | elever/lärare | 12,0 | 11,9
        """,
        {"year": 2032},
        [
            "Kostnad per elev: utfall 2031=121 300 (kronor); utfall 2032=126 400 (kronor)",
            "Lärartäthet: utfall 2031=12,0 (elever/lärare); utfall 2032=11,9 (elever/lärare)",
        ],
        id="a unit that is not known is told as printed",
    ),
    pytest.param(
        """
        Nämnd | Uppfyllt | Delvis
        Kommunstyrelsen | 3 | 1
        Skolnämnden | 1 | 2
        """,
        {},
        ["Kommunstyrelsen: uppfyllt=3; delvis=1", "Skolnämnden: uppfyllt=1; delvis=2"],
        id="figures under verdicts are counts",
    ),
    pytest.param(
        """
        Ålder | 2031 | 2032
        0–5 år | 1 402 | 1 361
        80 år och äldre | 1 204 | 1 299
        Totalt | 2 606 | 2 660
        """,
        {"caption": "Folkmängd", "year": 2032},
        [
            "Folkmängd: utfall 2031 0–5 år=1 402; utfall 2032 0–5 år=1 361; "
            "utfall 2031 80 år och äldre=1 204; utfall 2032 80 år och äldre=1 299; "
            "utfall 2031=2 606; utfall 2032=2 660",
        ],
        id="ages alone under a caption",
    ),
    pytest.param(
        """
        Indikator | Senaste utfall | Mål 2033
        Nöjdhet med staden | 61 (2031) | 65
        """,
        {},
        ["Nöjdhet med staden: utfall 2031=61 (2031); mål 2033=65"],
        id="a year in brackets behind a value",
    ),
    pytest.param(
        """
        Nämnd | Grön | Gul | Antal mål
        Kommunstyrelsen | 1 | 2 | 3
        Skolnämnden | 2 | 0 | 2
        """,
        {"above": "Av de fem nämndmålen är tre gröna."},
        [
            "Kommunstyrelsen: grön=1; gul=2; antal mål=3",
            "Skolnämnden: grön=2; gul=0; antal mål=2",
        ],
        id="a count of goals is no target",
    ),
]


@pytest.mark.parametrize(("picture", "expected"), LABELS)
def test_all_labels_of_a_row_are_kept(
    picture: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    document = drawn(picture)
    found = extract(document).indicators
    also = [(row.name, tuple(label.text for label in row.also)) for row in found]
    assert also[: len(expected)] == expected
    assert all(document.quote(label.span) == label.text for row in found for label in row.also)


@pytest.mark.parametrize(
    ("picture", "kinds"),
    [
        (
            """
            Nämndmål | Mätetal | Utfall 2031
            Rent vatten | Sjöar med god status | 6
            Fler cyklar | Cykelpassager | 512
            """,
            ("mätetal", "nämndmål"),
        ),
        (
            """
            Nämndmål | Mätetal | Utfall 2031
            Rent vatten | Sjöar med god status | 6
            ^ | Anslutna fastigheter | 41
            """,
            ("mätetal",),
        ),
    ],
    ids=["a goal for each row", "a goal over two rows"],
)
def test_a_row_is_its_goal_where_the_goal_has_no_other(
    picture: str, kinds: tuple[str, ...]
) -> None:
    assert [row.kinds for row in extract(drawn(picture)).indicators] == [kinds, kinds]


@pytest.mark.parametrize(("picture", "said", "expected"), VALUES)
def test_values_are_what_their_surroundings_say(
    picture: str, said: dict[str, object], expected: list[str]
) -> None:
    found = extract(drawn(picture, **said)).indicators  # type: ignore[arg-type]
    assert [shown(row) for row in found] == expected


def test_dates_make_no_values_of_a_task() -> None:
    found = extract(
        drawn(
            """
            Uppdrag | Nämnd | Återkoppling
            Se över alla styrdokument | Kommunstyrelsen | Mars 2032
            Pröva läxhjälp på alla skolor | Skolnämnden | T1 2032
            """
        )
    )
    assert found.indicators == ()
    assert [(c.text, c.responsible) for c in found.commitments] == [
        ("Se över alla styrdokument", ("Kommunstyrelsen",)),
        ("Pröva läxhjälp på alla skolor", ("Skolnämnden",)),
    ]


def test_a_description_is_the_name_where_nothing_else_is() -> None:
    found = extract(
        drawn(
            """
            Id | Beskrivning av uppdraget | Ansvarig chef | Status 2031-12-31
            U1 | Se över avgifterna | Skolchefen | Genomfört
            U2 | Utreda sammanslagning av kök | Kostchefen | Pågår, klart 2032
            """,
            heading="Särskilda uppdrag",
        )
    )
    said = [(c.text, c.responsible, c.status and c.status.value) for c in found.commitments]
    assert said == [
        ("Se över avgifterna", ("Skolchefen",), "klar"),
        ("Utreda sammanslagning av kök", ("Kostchefen",), "pågår"),
    ]


def test_a_year_beside_a_value_proves_it() -> None:
    document = drawn(
        "Nyckeltal | Utfall | År\nNöjda elever | 81 % | 2031\nNöjda barn | 84 % | 2030"
    )
    seen = extract(document).indicators[1].observations[0]
    assert [document.quote(span) for span in seen.headings] == ["Utfall", "2030"]


@pytest.mark.parametrize(
    ("text", "body", "mark"),
    [
        ("Vägar i dåligt skick (klass 3)", "Vägar i dåligt skick (klass 3)", None),
        ("Nöjda elever 2)", "Nöjda elever", "2)"),
        ("Andel nöjda (%)*", "Andel nöjda (%)", "*"),
    ],
)
def test_a_bracket_of_the_name_is_no_note(text: str, body: str, mark: str | None) -> None:
    assert split_note_mark(text) == (body, mark)
