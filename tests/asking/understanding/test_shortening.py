"""Abbreviations and spoken forms are written out before a question is read."""

from __future__ import annotations

import pytest

from plansvar.asking.understanding.shortening import written_out


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("sjukfrånvaro t o m augusti", "sjukfrånvaro till och med augusti"),
        ("sjukfrånvaro t.o.m. augusti", "sjukfrånvaro till och med augusti"),
        ("T.o.m. april då?", "Till och med april då?"),
        ("tom augusti", "till och med augusti"),
        ("vad gör ni bl.a. åt det", "vad gör ni bland annat åt det"),
        ("leg. lärare", "legitimerade lärare"),
        ("mål enl. planen", "mål enligt planen"),
        ("vad ska va klart", "vad ska vara klart"),
        ("blir det fler el färre elever", "blir det fler eller färre elever"),
        ("hur e läget", "hur är läget"),
        ("vilka mål va röda", "vilka mål var röda"),
    ],
)
def test_shortened_words_are_written_out(question: str, meant: str) -> None:
    assert written_out(question) == meant


@pytest.mark.parametrize(
    "question",
    [
        "hur mycket el använder skolan",
        "är huset tomt",
        "vad kostar va",
        "hur hög va-taxa har kommunen",
        "vilka kunder har va inom",
        "är VA klart",
        "skolan har en tom sal",
    ],
)
def test_other_words_stay(question: str) -> None:
    assert written_out(question) == question


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("vad gick simhallen på?", "vad kostade simhallen?"),
        ("hur mycket har bron gått loss på hittills", "hur mycket har bron kostat hittills"),
        ("vad går uppdraget ut på", "vad går uppdraget ut på"),
        ("vad går det på", "vad går det på"),
    ],
)
def test_words_that_stand_apart_are_read_together(question: str, meant: str) -> None:
    assert written_out(question) == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("hur kan indexet ha gått från 0 till 83", "hur har indexet gått från 0 till 83"),
        ("när mäts det nästa gång", "när mäts det igen"),
        ("hur många jobbar på kontoret", "hur många anställda finns på kontoret"),
        ("när slog nya skolan upp dörrarna", "när öppnar nya skolan"),
        ("vilka projekt har lagts på is", "vilka projekt har skjutits upp"),
        ("bron står klar när", "bron blir klar när"),
    ],
)
def test_idioms_are_read_as_what_they_mean(question: str, meant: str) -> None:
    assert written_out(question) == meant
