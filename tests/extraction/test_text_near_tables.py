"""What text near a table says of its values, demands in sentences, and lines that go on."""

from __future__ import annotations

from texts_as_documents import document_of

from plansvar.extraction import extract


def targets(text: str) -> list[tuple[str, str]]:
    found = extract(document_of(text)).indicators
    return [(row.name, row.observations[0].raw) for row in found]


def test_a_limit_before_its_subject_is_a_target() -> None:
    text = "# Finansiella mål\nMinst 65 procent av lånen ska ha bunden ränta."
    assert targets(text) == [("Minst 65 procent av lånen ska ha bunden ränta.", "Minst 65 procent")]


def test_an_amount_better_or_worse_than_budget_keeps_its_sentence() -> None:
    (amount,) = extract(document_of("Helåret blir 4,2 mnkr sämre än budget.")).amounts
    assert (amount.what, amount.measure, amount.value) == (
        "Helåret blir 4,2 mnkr sämre än budget.",
        "avvikelse",
        4.2,
    )
