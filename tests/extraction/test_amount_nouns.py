"""What amounts in running text are of: a noun without its verb, else the sentence."""

from __future__ import annotations

import pytest
from texts_as_documents import document_of

from plansvar.extraction import extract

WHOLE = ""
CASES = [
    ("Skolköken fick 3 mnkr.", "Skolköken"),
    ("Föreningarna har bidragit med 2 mnkr.", "Föreningarna"),
    ("Avgiften i badhuset är fortsatt 70 kronor.", "Avgiften i badhuset"),
    ("Badhusets rening behöver ytterligare 4 mnkr.", "Badhusets rening"),
    ("Kommunen räknar med hyresintäkter på 9 mnkr.", "hyresintäkter"),
    ("Kommunstyrelsen får ta upp nya lån på högst 8 mnkr.", "nya lån"),
    ("Hamnnämnden begär 5 mnkr i tilläggsanslag för muddring.", "tilläggsanslag för muddring"),
    ("Kommunen betalade 2 mnkr till brandkåren i driftstöd.", "Kommunen betalade"),
    ("Nämnden gick med 2 mnkr i överskott.", WHOLE),
    ("Till 2040 planeras 7 mnkr och mer sedan.", WHOLE),
    ("Boden, den gamla, säljs till Ek AB för 900 kronor.", WHOLE),
    ("Minuset förklaras av dyrare el och vatten (6 mnkr).", "dyrare el och vatten"),
    ("Minuset beror på fler resor (6 mnkr).", "fler resor"),
    ("Ett varmt år gjorde att snöröjningen kostade 1 mnkr mindre.", "snöröjningen"),
    ("Varje höjning av räntan kostar nämnden ungefär 10 tkr.", "Varje höjning av räntan"),
    ("Låneskulden har vuxit med 9 mnkr.", "Låneskulden har vuxit"),
    ("Driften blev 6 mnkr, varav 2 mnkr saknade budget.", WHOLE),
    ("Chefen bedömer att nämndens åtgärder kan ge 2 mnkr.", "nämndens åtgärder"),
    ("Bygdens anslag till kören är 3 tkr.", "Bygdens anslag till kören"),
    ("Vite för beslut som inte verkställts i tid uppgick till 5 tkr.",
     "Vite för beslut som inte verkställts i tid"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_what_amounts_are_of(sentence: str, expected: str) -> None:
    found = extract(document_of(sentence)).amounts
    assert found
    assert found[-1].what == (expected or sentence)


def test_a_rate_is_part_of_what_is_printed() -> None:
    found = extract(document_of("Badet väntas kosta 2,6 miljoner kronor per år från 2042.")).amounts
    assert [amount.raw for amount in found] == ["2,6 miljoner kronor per år"]
