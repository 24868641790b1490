"""The vocabulary of areas: what is of them, and that its names refer to areas that there are."""

from __future__ import annotations

import pytest

from plansvar.language.areas import area_named, areas
from plansvar.language.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("area", "text"),
    [
        ("äldreomsorg", "Nöjda med särskilda boenden"),
        ("äldreomsorg", "Hemtjänsttagare som är nöjda"),
        ("skola", "Elever i årskurs 9"),
        ("utbildning", "Inskrivna barn per årsarbetare"),
        ("klimat", "Fossilfria fordon (%)"),
        ("vatten och avlopp", "Läckage i VA-nätet"),
        ("trygghet", "Besökare som känner sig otrygga"),
    ],
)
def test_a_name_is_of_an_area(area: str, text: str) -> None:
    found = area_named(area)
    assert found is not None
    assert found.has(text)


@pytest.mark.parametrize(
    ("area", "text"),
    [
        ("äldreomsorg", "80 år och äldre"),
        ("skola", "Elever i kulturskolan"),
        ("skola", "Barn per grupp i förskolan"),
        ("klimat", "Företagsklimat"),
        ("miljö", "Socialförvaltningen ska ha en hållbar arbetsmiljö"),
        ("trygghet", "Antal trygghetslarm"),
        ("vatten och avlopp", "Vad invånarna tycker"),
        ("digitalisering", "Italien"),
    ],
)
def test_a_name_is_not_of_an_area(area: str, text: str) -> None:
    found = area_named(area)
    assert found is not None
    assert not found.has(text)


def test_areas_refer_to_areas() -> None:
    names = {area.name for area in areas()}
    told = vocabulary("areas")["areas"]
    assert len(names) == len(told)
    for each in told:
        others = f"{each['beside']}, {each.get('includes', '')}".split(", ")
        assert set(filter(None, others)) <= names, each["name"]


def test_an_area_is_called_by_its_name_or_a_form_of_it() -> None:
    for area in areas():
        assert area.said, area.name
        assert all(said == said.casefold() for said in area.said), area.name
