"""Units as printed in cells, names and headings."""

from __future__ import annotations

import pytest

from plansvar.extraction.units import unit_in_cell, unit_in_name


@pytest.mark.parametrize(
    ("raw", "unit"),
    [
        ("30%", "%"),
        ("30 %", "%"),
        ("40mnkr", "mnkr"),
        ("+/- 0 tkr", "tkr"),
        ("85%, d.v.s. 6 st.", "%"),
        ("383,5 miljoner kronor", "mnkr"),
        ("12 procentenheter", "procentenheter"),
        ("12 kr/inv", "kr/inv"),
        ("83", None),
        ("***", None),
    ],
)
def test_unit_in_cell(raw: str, unit: str | None) -> None:
    found = unit_in_cell(raw)
    assert (found.name if found else None) == unit


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Andel förnybara bränslen i kommunens fordonsflotta (%)", "%"),
        ("Total sjukfrånvaro, %", "%"),
        ("Andel enheter med högt värde, procent*", "%"),
        ("Belopp i tkr", "tkr"),
        ("Kostnad per plats (tkr, löpande)", "tkr"),
        ("Antal dagar", None),
        ("Skattesatsen ändras med en krona", None),
        ("Handläggningstid (veckor)", "veckor"),
        ("Energianvändning (kWh per kvadratmeter)", "kWh/m2"),
        ("Vattenförbrukning (liter per kvadratmeter)", "liter per kvadratmeter"),
        ("Matsvinn, gram per portion", "gram per portion"),
        ("Väntetid, median i dagar", "dagar"),
        ("Färdiga vägar, % av vägnätet", "%"),
        ("Företag, fler än i år", None),
        ("Elever (antal i procent)", "%"),
    ],
)
def test_unit_in_name(name: str, unit: str | None) -> None:
    found = unit_in_name(name)
    assert (found.unit.name if found else None) == unit
