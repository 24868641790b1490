"""Who holds a post is told with the name that stands beside the word for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import MemoryLibrary
from reports import read_reports

from plansvar.asking.ask import answer
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question

TEXT = """# Årsberättelse 2041 Granviks kommun

## Hamnnämnden

Nämnden sköter kajer och båtar. Ordförande är Tyra Hamnlund och vice ordförande är Olle Kajberg.
Hamnchef är Dag Brygge, som började i mars.

## Parknämnden

Parknämnden sköter gräs och träd. En projektledare söks till lekplatsen.

Stig Almgren, parknämndens ordförande.

## Underskrifter

Ebba Norrgård Kommundirektör Nils Sörbom Förvaltningschef
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return read_reports(tmp_path_factory.mktemp("granvik"), {"arsberattelse-2041.md": TEXT})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Vem är ordförande i hamnnämnden?", "Tyra Hamnlund"),
        ("vad heter vice ordföranden i hamnnämnden", "Olle Kajberg"),
        ("vem är ordf i parknämnden", "Stig Almgren"),
        ("vem är chef för hamnen", "Dag Brygge"),
        ("vem är kommundirektör?", "Ebba Norrgård"),
        ("vad heter kommunchefen", "Ebba Norrgård"),
        ("vem är förvaltningschef", "Nils Sörbom"),
        ("who is the municipal director?", "Ebba Norrgård"),
    ],
)
def test_a_name_beside_a_post(library: MemoryLibrary, asked: str, told: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert told in given.text


@pytest.mark.parametrize(
    "asked", ["vad heter projektledaren?", "vem är socialchef?", "vem är rektor på Strandskolan"]
)
def test_a_post_without_a_name_is_no_answer(library: MemoryLibrary, asked: str) -> None:
    given, _ = answer(Question(asked), Conversation(), library, None)
    assert given.abstained


LEFT = """# Årsberättelse 2041 Vikstads kommun

## Händelser

Kommundirektören Birgitta Alm slutade i maj. Tillförordnad är Jonas Ek.
"""


def test_who_left_a_post_is_told_with_who_came(tmp_path: Path) -> None:
    library = read_reports(tmp_path, {"arsberattelse-2041.md": LEFT})
    made, _ = answer(Question("Vem är kommundirektör?"), Conversation(), library, None)
    assert "Jonas Ek" in made.text
